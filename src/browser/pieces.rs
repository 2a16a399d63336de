//! The drawn pieces of the article's text: which node holds which bytes.
//!
//! Every piece stands in an element with `data-start`, the UTF-8 byte at which it starts, and that
//! element holds one text node. The DOM counts UTF-16 inside the node.

use gloo::utils::document;
use sourcelight_text::Span;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, NodeList, Range};

/// A drawn piece of the text.
pub(super) struct Piece {
    /// Its text node.
    pub(super) node: Node,
    /// Its text.
    pub(super) text: String,
    /// Where it stands, UTF-8 bytes of the article's text.
    pub(super) span: Span,
}

impl Piece {
    fn of(element: &Element) -> Option<Self> {
        let start: usize = element.get_attribute("data-start")?.parse().ok()?;
        let node = element.first_child()?;
        let text = node.text_content()?;
        let span = Span::new(start, start + text.len());
        Some(Self { node, text, span })
    }

    /// The DOM's offset, in this piece's node, of a byte of the article.
    pub(super) fn offset(&self, byte: usize) -> Option<u32> {
        let before = self.text.get(..byte.checked_sub(self.span.start)?)?;
        u32::try_from(before.encode_utf16().count()).ok()
    }

    /// What of `span` stands in this piece.
    pub(super) fn range(&self, span: Span) -> Option<Range> {
        let inside = self.span.intersection(span)?;
        let range = Range::new().ok()?;
        range
            .set_start(&self.node, self.offset(inside.start)?)
            .ok()?;
        range.set_end(&self.node, self.offset(inside.end)?).ok()?;
        Some(range)
    }
}

/// All pieces of the article, in the order of the page.
pub(super) fn all() -> Vec<Piece> {
    listed(document().query_selector_all("article [data-start]").ok())
}

/// The pieces of one block.
pub(super) fn of_block(index: usize) -> Vec<Piece> {
    let block = block(index);
    listed(block.and_then(|b| b.query_selector_all("[data-start]").ok()))
}

/// The element of one block.
pub(super) fn block(index: usize) -> Option<HtmlElement> {
    let found = document().get_element_by_id(&format!("block-{index}"))?;
    found.dyn_into().ok()
}

fn listed(drawn: Option<NodeList>) -> Vec<Piece> {
    let Some(drawn) = drawn else {
        return Vec::new();
    };
    let piece = |index: u32| Piece::of(&drawn.get(index)?.dyn_into().ok()?);
    (0..drawn.length()).filter_map(piece).collect()
}
