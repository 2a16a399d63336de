//! A caret in the article that is drawn by us, so that the text can be walked through without being
//! editable: nothing that is typed, dictated or dropped can change it.

use gloo::utils::{document, window};
use sourcelight_article::Block;
use sourcelight_state::Caret;
use sourcelight_text::Span;
use web_sys::HtmlElement;

use super::{page, pieces, placement};

/// The line's height above and below which another line begins, in CSS pixels.
const SAME_LINE: f64 = 4.0;

/// Selects what the caret has selected, and puts the drawn caret at its place. Answers whether its place
/// is on the page.
pub(crate) fn show(caret: Caret, blocks: &[Block]) -> bool {
    let drawn = || {
        let selection = window().get_selection().ok().flatten()?;
        let anchor = place(caret.anchor, blocks)?;
        let head = place(caret.head, blocks)?;
        selection
            .set_base_and_extent(&anchor.0, anchor.1, &head.0, head.1)
            .ok()?;
        let [left, top, _, bottom] = rectangle(caret.head, blocks)?;
        let scrolled = |by: Result<f64, _>| by.unwrap_or_default();
        let (x, y) = (scrolled(window().scroll_x()), scrolled(window().scroll_y()));
        placement::caret_at(left + x, top + y, bottom - top);
        page::keep_line_in_view(top, bottom);
        Some(())
    };
    drawn().is_some()
}

/// The byte at the other edge of the line that the caret is on.
pub(crate) fn line_edge(head: usize, text: &str, blocks: &[Block], forward: bool) -> Option<usize> {
    let line = rectangle(head, blocks)?;
    let mut edge = head;
    for next in steps(head, text, blocks, forward) {
        let there = rectangle(next, blocks)?;
        if !on_line(line, there) {
            break;
        }
        edge = next;
    }
    Some(edge)
}

/// The byte on the next line that stands nearest to the caret; lines of other blocks count too.
pub(crate) fn next_line(head: usize, text: &str, blocks: &[Block], forward: bool) -> Option<usize> {
    let line = rectangle(head, blocks)?;
    let mut best: Option<(f64, usize)> = None;
    let mut reached = None;
    let own = block_of(head, blocks)?;
    let others: Vec<usize> = if forward {
        (own + 1..blocks.len()).collect()
    } else {
        (0..own).rev().collect()
    };
    let there = others.into_iter().filter_map(|index| {
        let span = blocks.get(index)?.span;
        let from = if forward { span.start } else { span.end };
        // What is folded away has no place.
        rectangle_in(index, from)?;
        Some(std::iter::once(from).chain(steps_in(from, span, text, forward)))
    });
    for byte in steps(head, text, blocks, forward).chain(there.take(1).flatten()) {
        let Some(place) = rectangle(byte, blocks) else {
            continue;
        };
        if reached.is_none() && on_line(line, place) {
            continue;
        }
        match reached {
            None => reached = Some(place),
            Some(reached) if !on_line(reached, place) => break,
            Some(_) => {}
        }
        let off = (place[0] - line[0]).abs();
        if best.is_none_or(|(least, _)| off < least) {
            best = Some((off, byte));
        }
    }
    best.map(|(_, byte)| byte)
}

/// Whether the block in which this byte stands is written from right to left.
pub(crate) fn is_right_to_left(head: usize, blocks: &[Block]) -> bool {
    let block = block_of(head, blocks).and_then(pieces::block);
    let style = block.and_then(|b| window().get_computed_style(&b).ok().flatten());
    style.is_some_and(|s| s.get_property_value("direction").is_ok_and(|d| d == "rtl"))
}

/// The first byte of the first block that is in view.
pub(crate) fn first_in_view(blocks: &[Block]) -> Option<usize> {
    let seen = |index: &usize| {
        pieces::block(*index).is_some_and(|block| {
            let place = block.get_bounding_client_rect();
            place.height() > 0.0 && place.top() > 60.0
        })
    };
    let first = (0..blocks.len()).find(seen).unwrap_or_default();
    Some(blocks.get(first)?.span.start)
}

/// Says something to screen readers from the caret's own status.
pub(crate) fn say(words: &str) {
    if let Some(place) = document().get_element_by_id("caret-said") {
        place.set_text_content(Some(words));
    }
}

/// Whether the keyboard is with the article or with nothing, and not with a control.
pub(crate) fn has_keyboard() -> bool {
    page::focused().is_none_or(|at: HtmlElement| at.id() == "article" || at.tag_name() == "BODY")
}

fn block_of(byte: usize, blocks: &[Block]) -> Option<usize> {
    let holds = |span: Span| span.start <= byte && byte <= span.end;
    blocks.iter().position(|b| holds(b.span))
}

/// The DOM position of a byte.
fn place(byte: usize, blocks: &[Block]) -> Option<(web_sys::Node, u32)> {
    let pieces = pieces::of_block(block_of(byte, blocks)?);
    let piece = pieces
        .iter()
        .find(|p| p.span.start <= byte && byte <= p.span.end)?;
    Some((piece.node.clone(), piece.offset(byte)?))
}

/// Where a byte stands in the window.
fn rectangle(byte: usize, blocks: &[Block]) -> Option<[f64; 4]> {
    rectangle_in(block_of(byte, blocks)?, byte)
}

/// The left edge of the character at a byte, or the right edge of the one before the end of its block.
fn rectangle_in(block: usize, byte: usize) -> Option<[f64; 4]> {
    let pieces = pieces::of_block(block);
    let own = pieces
        .iter()
        .find(|p| p.span.start <= byte && byte < p.span.end);
    let (piece, before) = match own {
        Some(piece) => (piece, false),
        None => (pieces.iter().rfind(|p| p.span.end == byte)?, true),
    };
    let from = byte - piece.span.start;
    let width = |c: Option<char>| c.map_or(0, char::len_utf8);
    let span = if before {
        let last = width(piece.text.get(..from)?.chars().next_back());
        Span::new(byte - last, byte)
    } else {
        Span::new(byte, byte + width(piece.text.get(from..)?.chars().next()))
    };
    let rects = piece.range(span)?.get_client_rects()?;
    let index = if before {
        rects.length().checked_sub(1)?
    } else {
        0
    };
    let r = rects.get(index)?;
    let rtl = pieces::block(block).is_some_and(|b| {
        let style = window().get_computed_style(&b).ok().flatten();
        style.is_some_and(|s| s.get_property_value("direction").is_ok_and(|d| d == "rtl"))
    });
    let x = if before != rtl { r.right() } else { r.left() };
    Some([x, r.top(), x, r.bottom()])
}

fn on_line(a: [f64; 4], b: [f64; 4]) -> bool {
    let middle = |r: [f64; 4]| (r[1] + r[3]) / 2.0;
    (middle(a) - middle(b)).abs() < ((a[3] - a[1]) / 2.0).max(SAME_LINE)
}

/// The edges of characters from `head` on, inside its block.
fn steps<'t>(
    head: usize,
    text: &'t str,
    blocks: &[Block],
    forward: bool,
) -> Box<dyn Iterator<Item = usize> + 't> {
    match block_of(head, blocks).and_then(|own| blocks.get(own)) {
        Some(block) => Box::new(steps_in(head, block.span, text, forward)),
        None => Box::new(std::iter::empty()),
    }
}

fn steps_in(
    head: usize,
    block: Span,
    text: &str,
    forward: bool,
) -> impl Iterator<Item = usize> + '_ {
    let (ahead, behind) = if forward {
        (text.get(head..block.end).unwrap_or_default(), "")
    } else {
        ("", text.get(block.start..head).unwrap_or_default())
    };
    let on = ahead
        .char_indices()
        .map(move |(at, c)| head + at + c.len_utf8());
    let back = behind.char_indices().rev();
    on.chain(back.map(move |(at, _)| block.start + at))
}
