//! What the tabs of this app tell each other.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

const NAME: &str = "sourcelight";

thread_local! {
    /// One for the page: a channel does not hear itself.
    static CHANNEL: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

fn channel() -> Option<BroadcastChannel> {
    CHANNEL.with_borrow_mut(|held| {
        if held.is_none() {
            *held = BroadcastChannel::new(NAME).ok();
        }
        held.clone()
    })
}

/// Tells the other tabs that something of the article with this id was stored.
pub(crate) fn tell(article: &str) {
    if let Some(channel) = channel() {
        // Fails only where the channel was closed, which it never is.
        let _ = channel.post_message(&JsValue::from_str(article));
    }
}

/// Calls `heard` with the id of an article whenever another tab has stored something of it.
pub(crate) fn listen(heard: impl Fn(String) + 'static) -> Option<EventListener> {
    let channel = channel()?;
    Some(EventListener::new(&channel, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        if let Some(article) = data.and_then(|data| data.as_string()) {
            heard(article);
        }
    }))
}
