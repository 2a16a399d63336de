//! The page itself: what its head tells, what has focus, what is in view.

use std::rc::Rc;

use gloo::{
    events::EventListener,
    utils::{document, window},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The content of the page's `<meta name="…">`.
pub(crate) fn meta(name: &str) -> Option<String> {
    document()
        .query_selector(&format!("meta[name='{name}']"))
        .ok()
        .flatten()?
        .get_attribute("content")
}

/// Takes away what `static/boot.js` left as `window.sourcelight[name]`, where it did.
pub(crate) fn take(name: &str) -> Option<JsValue> {
    let ours = js_sys::Reflect::get(&window(), &"sourcelight".into()).ok()?;
    let value = js_sys::Reflect::get(&ours, &name.into())
        .ok()
        .filter(|value| !value.is_undefined())?;
    js_sys::Reflect::delete_property(ours.dyn_ref::<js_sys::Object>()?, &name.into()).ok()?;
    Some(value)
}

/// Resolves `window.sourcelight.ready`: the first article is lit, or none could be opened.
pub(crate) fn say_ready() {
    let get = |from: &JsValue, key: &str| js_sys::Reflect::get(from, &key.into()).ok();
    let resolve = get(&window(), "sourcelight")
        .and_then(|ours| get(&ours, "resolve"))
        .and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if let Some(resolve) = resolve {
        // Resolving a promise does not throw.
        let _ = resolve.call0(&JsValue::NULL);
    }
}

/// Waits for `window.sourcelight.ready`.
pub(crate) async fn ready() {
    let get = |from: &JsValue, key: &str| js_sys::Reflect::get(from, &key.into()).ok();
    let promise = get(&window(), "sourcelight")
        .and_then(|ours| get(&ours, "ready"))
        .and_then(|p| p.dyn_into::<js_sys::Promise>().ok());
    if let Some(promise) = promise {
        // The promise is never refused.
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    }
}

/// The languages that the reader has told the browser, the dearest first.
pub(crate) fn wished_languages() -> Vec<String> {
    let all = window().navigator().languages();
    all.iter().filter_map(|tag| tag.as_string()).collect()
}

/// Says what language the page is in.
pub(crate) fn set_language(code: &str) {
    if let Some(root) = document().document_element() {
        // Setting an attribute fails only for a name that is none.
        let _ = root.set_attribute("lang", code);
    }
}

/// Sets the document's title.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// How wide the window is, in CSS pixels.
pub(crate) fn width() -> u32 {
    let width = window().inner_width().ok().and_then(|w| w.as_f64());
    // A window is no wider than a few thousand pixels.
    width.map_or(0, |w| w as u32)
}

/// Those of these blocks of the article that are in the window or near it.
pub(crate) fn blocks_in_view(blocks: &[usize]) -> Vec<usize> {
    let view = window().inner_height().ok().and_then(|h| h.as_f64());
    let view = view.unwrap_or_default();
    let near = |block: &usize| {
        document()
            .get_element_by_id(&format!("block-{block}"))
            .map(|element| element.get_bounding_client_rect())
            .is_some_and(|place| place.bottom() > -100.0 && place.top() < view + 100.0)
    };
    blocks.iter().copied().filter(near).collect()
}

/// Gives the element with this id the keyboard focus, without scrolling to it.
pub(crate) fn focus(id: &str) {
    if let Some(element) = html_element(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls the element with this id into view where it is not, gently unless the reader prefers
/// less motion.
pub(crate) fn scroll_to(id: &str) {
    if let Some(element) = html_element(id) {
        scroll(&element);
    }
}

/// Scrolls the element with this id just into view, within what scrolls it.
pub(crate) fn keep_in_view(id: &str) {
    if let Some(element) = html_element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What has the keyboard, so that it can be given back.
pub(crate) fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Gives the keyboard back to an element, where it is still there and nothing else has taken it.
pub(crate) fn give_back(element: &HtmlElement) {
    if keyboard_is_nowhere() && element.is_connected() {
        let _ = element.focus();
    }
}

/// Whether nothing has the keyboard.
pub(crate) fn keyboard_is_nowhere() -> bool {
    document()
        .active_element()
        .is_none_or(|e| e.tag_name() == "BODY" || !e.is_connected())
}

/// Scrolls the first mark of a finding or note into view.
pub(crate) fn scroll_to_mark(id: &str) {
    // Ids are made of letters, digits, colons, underscores and hyphens, so they need no escape.
    let found = document()
        .query_selector(&format!("article [data-ids~='{id}']"))
        .ok()
        .flatten();
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        scroll_if_hidden(&element);
    }
}

fn scroll_if_hidden(element: &HtmlElement) {
    let view = window()
        .inner_height()
        .ok()
        .and_then(|h| h.as_f64())
        .unwrap_or_default();
    let place = element.get_bounding_client_rect();
    if place.top() < 80.0 || place.bottom() > view - 40.0 {
        scroll(element);
    }
}

/// Scrolls the window so that what stands between these edges of it is in view.
pub(crate) fn keep_line_in_view(top: f64, bottom: f64) {
    let height = window().inner_height().ok().and_then(|h| h.as_f64());
    let height = height.unwrap_or_default();
    // The top bar above, and a phone's sheet below, cover some of it.
    let (above, below) = (72.0, if width() < 768 { 130.0 } else { 40.0 });
    let by = if top < above {
        top - above
    } else if bottom > height - below {
        bottom - (height - below)
    } else {
        return;
    };
    window().scroll_by_with_x_and_y(0.0, by);
}

/// Scrolls what stands at this byte of the article into view where it is not.
pub(crate) fn scroll_to_place(byte: usize) {
    let holds = |piece: &super::pieces::Piece| piece.span.start <= byte && byte < piece.span.end;
    let piece = super::pieces::all().into_iter().find(holds);
    let element = piece.and_then(|p| p.node.parent_element()?.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        scroll_if_hidden(&element);
    }
}

pub(super) fn scroll(element: &HtmlElement) {
    let calm = window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_behavior(if calm {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn html_element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Calls `on_print` before the page is printed and after it, until the listeners are dropped.
pub(crate) fn listen_to_printing(on_print: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    let after = on_print.clone();
    [
        EventListener::new(&window(), "beforeprint", move |_| on_print(true)),
        EventListener::new(&window(), "afterprint", move |_| after(false)),
    ]
}

/// Prints the page, as the browser's own command does.
pub(crate) fn print() {
    // Fails only where printing is forbidden, and then the browser says so.
    let _ = window().print();
}

/// Calls `left` whenever the page is hidden or left, until the listeners are dropped. It may never be
/// shown again after that.
pub(crate) fn when_left(left: impl Fn() + 'static) -> [EventListener; 2] {
    let left = Rc::new(left);
    let hidden = {
        let left = left.clone();
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().hidden() {
                left();
            }
        })
    };
    [
        hidden,
        EventListener::new(&window(), "pagehide", move |_| left()),
    ]
}
