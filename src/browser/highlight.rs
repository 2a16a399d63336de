//! Words found by a search, lit in the article by the CSS Custom Highlight API, which touches no node.
//! A browser without it shows the list of results alone.

use gloo::utils::{document, window};
use js_sys::{Array, Function, Reflect};
use sourcelight_text::Span;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Node, Range};

/// The name in `::highlight(…)`.
const NAME: &str = "found";

/// Lights these spans (UTF-8 bytes of the article's text) and nothing else.
pub(crate) fn show(spans: &[Span]) {
    // Where the API is missing there is nothing to be undone either.
    let _ = light(spans);
}

fn light(spans: &[Span]) -> Option<()> {
    let css = Reflect::get(&window(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    let of = |name: &str| -> Option<Function> {
        Reflect::get(&registry, &name.into()).ok()?.dyn_into().ok()
    };
    of("delete")?.call1(&registry, &NAME.into()).ok()?;
    if spans.is_empty() {
        return Some(());
    }
    let pieces = pieces()?;
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
    of("set")?.call2(&registry, &NAME.into(), &highlight).ok()?;
    Some(())
}

/// A drawn piece of the text.
pub(super) struct Piece {
    pub(super) node: Node,
    text: String,
    pub(super) span: Span,
}

impl Piece {
    /// Where a byte of the article is in the node: the DOM counts UTF-16.
    pub(super) fn at(&self, byte: usize) -> Option<u32> {
        let before = self.text.get(..byte.checked_sub(self.span.start)?)?;
        u32::try_from(before.encode_utf16().count()).ok()
    }

    /// What of `span` stands in this piece.
    fn range(&self, span: Span) -> Option<JsValue> {
        let inside = self.span.intersection(span)?;
        let at = |byte| self.at(byte);
        let range = Range::new().ok()?;
        range.set_start(&self.node, at(inside.start)?).ok()?;
        range.set_end(&self.node, at(inside.end)?).ok()?;
        Some(range.into())
    }
}

/// Every drawn piece of the article, in the order of the text.
pub(super) fn pieces() -> Option<Vec<Piece>> {
    let drawn = document().query_selector_all("article [data-start]").ok()?;
    let piece = |index: u32| {
        let element: web_sys::Element = drawn.get(index)?.dyn_into().ok()?;
        let start: usize = element.get_attribute("data-start")?.parse().ok()?;
        let node = element.first_child()?;
        let text = node.text_content()?;
        let span = Span::new(start, start + text.len());
        Some(Piece { node, text, span })
    };
    Some((0..drawn.length()).filter_map(piece).collect())
}
