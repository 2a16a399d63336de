//! A tap on the article takes the whole sentence under the finger: between a phone's handles single words
//! are hard to catch. A second tap on it lets go, and means what a click means.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::{document, window},
};
use js_sys::Reflect;
use sourcelight_article::Block;
use sourcelight_text::{Span, sentences};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::{pieces, selection};

/// Listens for taps on these blocks until the listener is dropped.
pub(crate) fn listen(text: String, blocks: Vec<Block>) -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "click", options, move |event: &Event| {
        let Some((block, x, y)) = tapped(event) else {
            return;
        };
        let before = selection::passage(&text);
        selection::clear();
        let Some(within) = blocks.get(block).map(|b| b.span) else {
            return;
        };
        let mut all = sentences(&text, within).into_iter();
        let sentence = all.find(|sentence| holds(block, *sentence, x, y));
        // What is taken already is let go.
        if let Some(sentence) = sentence.filter(|sentence| before != Some(*sentence)) {
            take(block, sentence);
        }
    })
}

/// The block that a finger has tapped, and where in the window; none for a mouse, and for what is a button
/// by itself.
fn tapped(event: &Event) -> Option<(usize, f64, f64)> {
    let kind = Reflect::get(event, &"pointerType".into()).ok()?;
    if kind.as_string()? != "touch" {
        return None;
    }
    let at: Element = event.target()?.dyn_into().ok()?;
    if at.closest(".margin, button, a, summary").ok()?.is_some() {
        return None;
    }
    let block = at.closest("article .block").ok()??;
    let block = block.id().strip_prefix("block-")?.parse().ok()?;
    let event = event.dyn_ref::<MouseEvent>()?;
    Some((
        block,
        f64::from(event.client_x()),
        f64::from(event.client_y()),
    ))
}

/// Whether a part of the sentence is drawn at this place.
fn holds(block: usize, sentence: Span, x: f64, y: f64) -> bool {
    let drawn = pieces::of_block(block);
    let ranges = drawn.iter().filter_map(|piece| piece.range(sentence));
    let mut boxes = ranges
        .filter_map(|range| range.get_client_rects())
        .flat_map(|rects| (0..rects.length()).filter_map(move |index| rects.item(index)));
    boxes.any(|place| {
        // Lines have room between them, which belongs to both.
        let near = place.top() - 6.0 <= y && y <= place.bottom() + 6.0;
        near && place.left() <= x && x <= place.right()
    })
}

fn take(block: usize, sentence: Span) {
    let drawn = pieces::of_block(block);
    let own: Vec<_> = drawn
        .iter()
        .filter_map(|piece| Some((piece, piece.span.intersection(sentence)?)))
        .filter(|(_, span)| !span.is_empty())
        .collect();
    let (Some((first, start)), Some((last, end)), Ok(Some(selection))) =
        (own.first(), own.last(), window().get_selection())
    else {
        return;
    };
    if let (Some(from), Some(to)) = (first.offset(start.start), last.offset(end.end)) {
        // Both nodes are on the page, so this does not fail.
        let _ = selection.set_base_and_extent(&first.node, from, &last.node, to);
    }
}
