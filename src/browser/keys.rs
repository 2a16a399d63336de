//! Keys pressed anywhere in the page.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// A key with its modifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// The key's value, letters in lower case.
    pub(crate) key: String,
    /// Whether Control (or Command) is held.
    pub(crate) control: bool,
    /// Whether Shift is held.
    pub(crate) shift: bool,
    /// Whether the key was pressed where text is typed.
    pub(crate) typing: bool,
}

/// Calls `on_key` for every key pressed in the page until the listener is dropped. Where it answers
/// true, the browser does not act on the key.
pub(crate) fn listen(on_key: impl Fn(Key) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if event.alt_key() || event.is_composing() {
            return;
        }
        let key = Key {
            key: event.key().to_lowercase(),
            control: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            typing: is_typing(event),
        };
        if on_key(key) {
            event.prevent_default();
        }
    })
}

/// Whether an event happens where text is typed.
pub(crate) fn is_typing(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.is_content_editable()
    })
}
