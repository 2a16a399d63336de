//! Where floating things stand.
//!
//! The Content-Security-Policy allows no inline style, so a place is one rule in the page's first
//! style sheet, written through the CSSOM.

use std::cell::Cell;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

/// About how wide the bar at the selection is, in CSS pixels.
const WIDEST: f64 = 720.0;

thread_local! {
    /// Where our rules stand in the style sheet, once they do: that of what floats at the selection, and
    /// that of the caret. A rule that is replaced keeps its place.
    static RULES: [Cell<Option<u32>>; 2] = const { [Cell::new(None), Cell::new(None)] };
}

/// Puts the element with the class `floating` above the rectangle (left, top, right, bottom in CSS
/// pixels of the window), or under it where there is no room.
pub(crate) fn float_at([left, top, right, bottom]: [f64; 4]) {
    let width = window()
        .inner_width()
        .ok()
        .and_then(|w| w.as_f64())
        .unwrap_or(1000.0);
    // Half of the bar as it is, or as wide as it can be before it has been drawn.
    let bar = document().query_selector(".floating").ok().flatten();
    let half = bar.map_or(WIDEST, |bar| bar.get_bounding_client_rect().width()) / 2.0 + 8.0;
    let half = half.min(width / 2.0);
    let middle = ((left + right) / 2.0).clamp(half, width - half);
    let edge = if top > 120.0 {
        top - 52.0
    } else {
        bottom + 12.0
    };
    let rule = format!(".floating {{ left: {middle:.0}px; top: {edge:.0}px; }}");
    put(0, &rule);
}

/// Puts the element with the class `text-caret` at a place of the page, in CSS pixels.
pub(crate) fn caret_at(left: f64, top: f64, height: f64) {
    let rule =
        format!(".text-caret {{ left: {left:.1}px; top: {top:.1}px; height: {height:.1}px; }}");
    put(1, &rule);
}

fn put(which: usize, rule: &str) {
    let sheet = document()
        .style_sheets()
        .item(0)
        .and_then(|s| s.dyn_into::<CssStyleSheet>().ok());
    let Some(sheet) = sheet else { return };
    RULES.with(|places| {
        let Some(place) = places.get(which) else {
            return;
        };
        let index = match place.get() {
            Some(index) => {
                // The rule is ours, so it is there.
                let _ = sheet.delete_rule(index);
                index
            }
            None => sheet.css_rules().map_or(0, |rules| rules.length()),
        };
        place.set(sheet.insert_rule_with_index(rule, index).ok());
    });
}
