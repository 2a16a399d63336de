//! The passage the reader has selected, in the article's own offsets.
//!
//! Every piece of drawn text stands in an element with `data-start`, the UTF-8 byte at which it
//! starts, and that element holds one text node. The DOM counts UTF-16 inside the node.

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use sourcelight_text::{OffsetMap, Span, Utf16Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Calls `on_change` whenever the page's selection changes, until the listener is dropped.
pub(crate) fn listen(on_change: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "selectionchange", move |_| on_change())
}

/// The selected passage of the article with this text, without white space at its edges; none where
/// nothing of the article is selected.
pub(crate) fn passage(text: &str) -> Option<Span> {
    let selection = window().get_selection().ok().flatten()?;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = place(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = place(&range.end_container().ok()?, range.end_offset().ok()?)?;
    let span = Span::new(start, end);
    let span = if text.get(start..end).is_some() {
        span.trimmed(text)
    } else {
        return None;
    };
    (!span.is_empty()).then_some(span)
}

/// Whether nothing is selected.
pub(crate) fn is_empty() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_none_or(|selection| selection.is_collapsed())
}

/// Lets go of the selection.
pub(crate) fn clear() {
    if let Ok(Some(selection)) = window().get_selection() {
        // Removing ranges does not fail.
        let _ = selection.remove_all_ranges();
    }
}

/// Where the selection stands in the window: its left edge, top edge, right edge and bottom edge in
/// CSS pixels.
pub(crate) fn rectangle() -> Option<[f64; 4]> {
    let range = window()
        .get_selection()
        .ok()
        .flatten()?
        .get_range_at(0)
        .ok()?;
    let r = range.get_bounding_client_rect();
    Some([r.left(), r.top(), r.right(), r.bottom()])
}

/// The byte of the article at a DOM position.
fn place(node: &Node, offset: u32) -> Option<usize> {
    if node.node_type() == Node::TEXT_NODE {
        let piece = node
            .parent_element()?
            .closest("article [data-start]")
            .ok()
            .flatten()?;
        let text = node.text_content()?;
        let offset = usize::try_from(offset).ok()?;
        let within = Utf16Span {
            start: 0,
            end: offset,
        };
        return Some(start_of(&piece)? + OffsetMap::new(&text).from_utf16(within).end);
    }
    let element: &Element = node.dyn_ref()?;
    element.closest("article").ok().flatten()?;
    if let Some(child) = element.child_nodes().get(offset) {
        if child.node_type() == Node::TEXT_NODE {
            return place(&child, 0);
        }
        let child: Element = child.dyn_into().ok()?;
        let first = if child.has_attribute("data-start") {
            Some(child.clone())
        } else {
            child.query_selector("[data-start]").ok().flatten()
        };
        if let Some(first) = first {
            return start_of(&first);
        }
    }
    // Behind the last child: the end of the last piece in the element, or of the piece it is in.
    let pieces = element.query_selector_all("[data-start]").ok()?;
    let last = match pieces.length().checked_sub(1) {
        Some(last) => pieces.get(last)?.dyn_into::<Element>().ok()?,
        None => element.closest("[data-start]").ok().flatten()?,
    };
    Some(start_of(&last)? + last.text_content()?.len())
}

fn start_of(piece: &Element) -> Option<usize> {
    piece.get_attribute("data-start")?.parse().ok()
}
