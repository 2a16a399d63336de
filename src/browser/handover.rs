//! A page that the bookmarklet hands over: only from the window that opened this one, and only from the
//! origin that window named when it did.

use gloo::{events::EventListener, utils::window};
use js_sys::{ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Event, MessageEvent, Window};

/// Says "ready" to the window that opened this one and calls `on_page` with the gzipped page it hands
/// over, at most `bound` bytes, until the listener is dropped. None where no window did, or where
/// `origin` is no origin of the web.
pub(crate) fn receive(
    origin: &str,
    bound: usize,
    on_page: impl Fn(Vec<u8>) + 'static,
) -> Option<EventListener> {
    if !is_origin(origin) {
        return None;
    }
    let opener = window().opener().ok().filter(|o| !o.is_null())?;
    // A window of another origin is an instance of its own `Window`, so it cannot be asked.
    let opener: Window = opener.unchecked_into();
    let expected = origin.to_owned();
    let from = opener.clone();
    let listener = EventListener::new(&window(), "message", move |event: &Event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let is_opener = event
            .source()
            .is_some_and(|source| Object::is(source.as_ref(), from.as_ref()));
        if !is_opener || event.origin() != expected {
            return;
        }
        let packed = Reflect::get(&event.data(), &"gzip".into());
        let packed = packed.ok().and_then(|p| p.dyn_into::<ArrayBuffer>().ok());
        if let Some(packed) = packed {
            let bytes = Uint8Array::new(&packed);
            if usize::try_from(bytes.length()).is_ok_and(|length| length <= bound) {
                on_page(bytes.to_vec());
            }
        }
    });
    let ready = Object::new();
    // Setting a field of a fresh object does not fail, and neither does posting a plain one.
    let _ = Reflect::set(&ready, &"sourcelight".into(), &"ready".into());
    let _ = opener.post_message(&ready, origin);
    Some(listener)
}

/// `https://example.org`, and nothing behind it.
fn is_origin(text: &str) -> bool {
    web_sys::Url::new(text)
        .is_ok_and(|url| url.origin() == text && matches!(&*url.protocol(), "http:" | "https:"))
}
