//! Where floating things stand.
//!
//! The Content-Security-Policy allows no inline style, so a place is one rule in the page's first
//! style sheet, written through the CSSOM.

use std::cell::Cell;

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

thread_local! {
    /// Where our rule stands in the style sheet, once it does.
    static RULE: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Puts the element with the class `floating` above the rectangle (left, top, right, bottom in CSS
/// pixels of the window), or under it where there is no room.
pub(crate) fn float_at([left, top, right, bottom]: [f64; 4]) {
    let width = window()
        .inner_width()
        .ok()
        .and_then(|w| w.as_f64())
        .unwrap_or(1000.0);
    let middle = ((left + right) / 2.0).clamp(150.0, (width - 150.0).max(150.0));
    let edge = if top > 120.0 {
        top - 52.0
    } else {
        bottom + 12.0
    };
    let rule = format!(".floating {{ left: {middle:.0}px; top: {edge:.0}px; }}");
    let sheet = document()
        .style_sheets()
        .item(0)
        .and_then(|s| s.dyn_into::<CssStyleSheet>().ok());
    let Some(sheet) = sheet else { return };
    RULE.with(|place| {
        if let Some(index) = place.get() {
            // The rule is ours, so it is there.
            let _ = sheet.delete_rule(index);
        }
        let end = sheet.css_rules().map_or(0, |rules| rules.length());
        place.set(sheet.insert_rule_with_index(&rule, end).ok());
    });
}
