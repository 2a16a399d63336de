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

use super::{page, pieces};

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

/// Selects a passage, UTF-8 bytes of the article's text, and brings it into view.
pub(crate) fn select(span: Span) {
    // What is folded away is not drawn, and cannot be selected.
    let _ = selected(span);
}

fn selected(span: Span) -> Option<()> {
    let drawn = pieces::all();
    let mut inside = drawn.iter().filter(|piece| piece.span.overlaps(span));
    let first = inside.next()?;
    let last = inside.next_back().unwrap_or(first);
    let (start, end) = (
        span.start.max(first.span.start),
        span.end.min(last.span.end),
    );
    let selection = window().get_selection().ok().flatten()?;
    selection
        .set_base_and_extent(
            &first.node,
            first.offset(start)?,
            &last.node,
            last.offset(end)?,
        )
        .ok()?;
    page::scroll(first.node.parent_element()?.dyn_ref()?);
    Some(())
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

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    const TEXT: &str = "🕊 Officials said\nthe é plan.";

    /// Two paragraphs, the first in two pieces, behind a margin that is not text of the article.
    fn article() -> Element {
        let article = document().create_element("article").unwrap();
        article.set_inner_html(
            "<p><span>flag</span><span data-start='0'>🕊 Officials</span>\
             <span data-start='14'> said</span></p><p><span data-start='20'>the é plan.</span></p>",
        );
        document().body().unwrap().append_child(&article).unwrap();
        article
    }

    fn select(start: &Node, from: u32, end: &Node, to: u32) -> Option<Span> {
        let range = document().create_range().unwrap();
        range.set_start(start, from).unwrap();
        range.set_end(end, to).unwrap();
        let selection = window().get_selection().unwrap().unwrap();
        selection.remove_all_ranges().unwrap();
        selection.add_range(&range).unwrap();
        passage(TEXT)
    }

    fn words(span: Option<Span>) -> &'static str {
        span.map_or("", |s| s.of(TEXT))
    }

    fn piece(article: &Element, start: usize) -> Node {
        let found = article
            .query_selector(&format!("[data-start='{start}']"))
            .unwrap();
        found.unwrap().first_child().unwrap()
    }

    #[wasm_bindgen_test]
    fn utf_16_in_the_page_is_bytes_in_the_article() {
        let article = article();
        let (first, last) = (piece(&article, 0), piece(&article, 20));
        // The dove is two units of UTF-16, four bytes of UTF-8.
        assert_eq!(words(select(&first, 3, &first, 12)), "Officials");
        assert_eq!(words(select(&first, 3, &last, 5)), "Officials said\nthe é");
        // Half a dove is none of it, and white space at the edges is left out.
        assert_eq!(words(select(&first, 1, &first, 4)), "🕊 O");
        article.remove();
    }

    #[wasm_bindgen_test]
    fn positions_between_elements_count_too() {
        let article = article();
        let (first, second) = (
            article.first_element_child().unwrap(),
            article.last_element_child().unwrap(),
        );
        // A triple click selects from a paragraph's start to the next one's start.
        assert_eq!(words(select(&first, 1, &second, 0)), "🕊 Officials said");
        assert_eq!(words(select(&second, 0, &second, 1)), "the é plan.");
        article.remove();
    }

    #[wasm_bindgen_test]
    fn nothing_outside_the_article_is_a_passage() {
        let article = article();
        let outside = document().create_element("p").unwrap();
        outside.set_text_content(Some("not of it"));
        document().body().unwrap().append_child(&outside).unwrap();
        let text = outside.first_child().unwrap();
        assert_eq!(select(&text, 0, &text, 3), None);
        article.remove();
        outside.remove();
    }
}
