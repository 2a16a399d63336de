//! Passages lit in the article by the CSS Custom Highlight API, which touches no node. A browser without
//! it shows the lists beside the article alone.

use gloo::utils::{document, window};
use js_sys::{Array, Function, Reflect};
use sourcelight_text::Span;
use wasm_bindgen::JsCast;

use super::pieces;

/// What is lit, each in a look of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lit {
    /// The words of a search.
    Found,
    /// What the item of the audit in focus is about.
    Audited,
    /// What the mouse points at.
    Pointed,
    /// How what is pointed at, or in focus, got here.
    Way,
    /// What stands in both of two sets that are compared, or of two articles.
    Shared,
}

impl Lit {
    /// The name in `::highlight(…)`.
    const fn name(self) -> &'static str {
        match self {
            Lit::Found => "found",
            Lit::Audited => "audited",
            Lit::Pointed => "pointed",
            Lit::Way => "way",
            Lit::Shared => "shared",
        }
    }
}

/// Lights these spans (UTF-8 bytes of the article's text) and nothing else in this way.
pub(crate) fn show(lit: Lit, spans: &[Span]) {
    // Where the API is missing there is nothing to be undone either.
    let _ = light(lit, spans);
}

/// Lights the marks of these findings and notes, and nothing else in this way. No node is touched, so that
/// it can follow the mouse.
pub(crate) fn show_marks(lit: Lit, ids: &[&str]) {
    let ranges = Array::new();
    for id in ids {
        // Ids are made of letters, digits, colons, underscores and hyphens, so they need no escape.
        let drawn = document().query_selector_all(&format!("article [data-ids~='{id}']"));
        let Ok(drawn) = drawn else { continue };
        for index in 0..drawn.length() {
            let text = drawn.get(index).and_then(|element| element.first_child());
            let range = text.and_then(|text| {
                let range = web_sys::Range::new().ok()?;
                range.select_node_contents(&text).ok()?;
                Some(range)
            });
            if let Some(range) = range {
                ranges.push(&range);
            }
        }
    }
    // Where the API is missing there is nothing to be undone either.
    let _ = set(lit, &ranges);
}

fn light(lit: Lit, spans: &[Span]) -> Option<()> {
    let ranges = Array::new();
    let pieces = if spans.is_empty() {
        Vec::new()
    } else {
        pieces::all()
    };
    for span in spans {
        for piece in pieces.iter().filter(|piece| piece.span.overlaps(*span)) {
            if let Some(range) = piece.range(*span) {
                ranges.push(&range);
            }
        }
    }
    set(lit, &ranges)
}

/// Lights these ranges and nothing else in this way.
fn set(lit: Lit, ranges: &Array) -> Option<()> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    let of = |name: &str| -> Option<Function> {
        Reflect::get(&registry, &name.into()).ok()?.dyn_into().ok()
    };
    of("delete")?.call1(&registry, &lit.name().into()).ok()?;
    if ranges.length() == 0 {
        return Some(());
    }
    let maker: Function = Reflect::get(&window(), &"Highlight".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let highlight = Reflect::construct(&maker, ranges).ok()?;
    of("set")?
        .call2(&registry, &lit.name().into(), &highlight)
        .ok()?;
    Some(())
}
