//! Caret mode: the text is walked through and selected by keys, without being editable.
//!
//! Where the caret is does not belong to the state: it moves with every key, and nothing is drawn anew
//! for it but the caret itself and the browser's own selection.

use std::cell::Cell;

use sourcelight_state::{Caret, Kept, Stride};

use crate::{
    app::Desk,
    browser::{caret, keys::Key, page, selection},
    lang::t,
};

thread_local! {
    static CARET: Cell<Caret> = const { Cell::new(Caret { anchor: 0, head: 0 }) };
}

/// Turns it on at the selection, at what is in focus, or where the reader is; or turns it off.
pub(crate) fn toggle(desk: &Desk) {
    if *desk.caret {
        return leave(desk);
    }
    let Some(kept) = &desk.state().article else {
        return;
    };
    let state = desk.state();
    let focused = state.focus.as_deref().and_then(|id| state.finding(id));
    let blocks = &kept.article.blocks;
    let start = match (*desk.selected, focused) {
        (Some(span), _) => Caret {
            anchor: span.start,
            head: span.end,
        },
        (None, Some(finding)) => Caret::at(finding.start()),
        (None, None) => Caret::at(caret::first_in_view(blocks).unwrap_or_default()),
    };
    desk.caret.set(true);
    page::focus("article");
    put(kept, start);
    desk.said.set(t!("caret-on"));
}

fn leave(desk: &Desk) {
    desk.caret.set(false);
    desk.said.set(t!("caret-off"));
    if desk.selected.is_none() {
        selection::clear();
    }
}

/// Shows the caret where it is, after what is drawn has changed.
pub(crate) fn shown_again(desk: &Desk) {
    if let (true, Some(kept)) = (*desk.caret, &desk.state().article) {
        put(kept, CARET.get());
    }
}

fn put(kept: &Kept, to: Caret) {
    CARET.set(to);
    caret::show(to, &kept.article.blocks);
}

/// Does what a key means to the caret; answers whether it meant anything.
pub(crate) fn pressed(desk: &Desk, key: &Key) -> bool {
    let Some(kept) = &desk.state().article else {
        return false;
    };
    if !*desk.caret || key.typing {
        return false;
    }
    if key.key == "escape" {
        leave(desk);
        page::focus("article");
        return true;
    }
    if !caret::has_keyboard() {
        return false;
    }
    if key.key == "enter" && desk.selected.is_some() {
        page::focus("selection-note");
        return true;
    }
    let before = CARET.get();
    let Some(to) = moved(kept, before, key) else {
        return false;
    };
    put(kept, to);
    caret::say(&said(kept, before, to, key));
    true
}

/// Where a key leads; none where it is not one of the caret's.
fn moved(kept: &Kept, at: Caret, key: &Key) -> Option<Caret> {
    let (text, blocks) = (&kept.article.text, &kept.article.blocks);
    let extend = key.shift;
    let stride = |stride, forward| at.moved(text, blocks, stride, forward, extend);
    let step = if key.control {
        Stride::Word
    } else {
        Stride::Character
    };
    // Left is back where text runs from left to right.
    let to_left = || caret::is_right_to_left(at.head, blocks);
    let line = |forward: bool| {
        let there = caret::next_line(at.head, text, blocks, forward);
        there.map_or(stride(Stride::Block, forward), |byte| at.put(byte, extend))
    };
    let edge = |forward: bool| {
        let there = caret::line_edge(at.head, text, blocks, forward);
        there.map_or(at, |byte| at.put(byte, extend))
    };
    Some(match (key.key.as_str(), key.control) {
        ("arrowright", _) => stride(step, !to_left()),
        ("arrowleft", _) => stride(step, to_left()),
        ("arrowdown", true) => stride(Stride::Block, true),
        ("arrowup", true) => stride(Stride::Block, false),
        ("arrowdown", false) => line(true),
        ("arrowup", false) => line(false),
        ("home", true) => stride(Stride::Article, false),
        ("end", true) => stride(Stride::Article, true),
        ("home", false) => edge(false),
        ("end", false) => edge(true),
        ("a", true) => Caret::at(0).moved(text, blocks, Stride::Article, true, true),
        _ => return None,
    })
}

/// What a screen reader says of a step: what is selected, or what was passed over.
fn said(kept: &Kept, before: Caret, to: Caret, key: &Key) -> String {
    let text = &kept.article.text;
    let selected = to.span();
    if !selected.is_empty() {
        return t!("caret-selected", words = selected.of(text).to_owned());
    }
    let next = to.moved(text, &kept.article.blocks, Stride::Character, true, true);
    let way = Caret {
        anchor: before.head,
        head: to.head,
    };
    let words = match (key.key.as_str(), key.control) {
        ("arrowright" | "arrowleft", true) => way.span().of(text),
        ("arrowup" | "arrowdown" | "home" | "end", _) => {
            let line = caret::line_edge(to.head, text, &kept.article.blocks, true);
            let end = line.unwrap_or(to.head).max(to.head);
            text.get(to.head..end).unwrap_or_default()
        }
        _ => next.span().of(text),
    };
    match words.trim() {
        "" => t!("caret-space"),
        words => words.to_owned(),
    }
}
