//! Passages lit in the article by the CSS Custom Highlight API, which touches no node. A browser without
//! it shows the lists beside the article alone.

use gloo::utils::window;
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
    /// What stands in both of two sets that are compared, or of two articles.
    Shared,
}

impl Lit {
    /// The name in `::highlight(…)`.
    const fn name(self) -> &'static str {
        match self {
            Lit::Found => "found",
            Lit::Audited => "audited",
            Lit::Shared => "shared",
        }
    }
}

/// Lights these spans (UTF-8 bytes of the article's text) and nothing else in this way.
pub(crate) fn show(lit: Lit, spans: &[Span]) {
    // Where the API is missing there is nothing to be undone either.
    let _ = light(lit, spans);
}

fn light(lit: Lit, spans: &[Span]) -> Option<()> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    let of = |name: &str| -> Option<Function> {
        Reflect::get(&registry, &name.into()).ok()?.dyn_into().ok()
    };
    of("delete")?.call1(&registry, &lit.name().into()).ok()?;
    if spans.is_empty() {
        return Some(());
    }
    let pieces = pieces::all();
    let ranges = Array::new();
    for span in spans {
        for piece in pieces.iter().filter(|piece| piece.span.overlaps(*span)) {
            if let Some(range) = piece.range(*span) {
                ranges.push(&range);
            }
        }
    }
    let maker: Function = Reflect::get(&window(), &"Highlight".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let highlight = Reflect::construct(&maker, &ranges).ok()?;
    of("set")?
        .call2(&registry, &lit.name().into(), &highlight)
        .ok()?;
    Some(())
}
