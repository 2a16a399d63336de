//! The worker's side of the conversation.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

use crate::{Answer, Request, Said};

/// Answers every request with `read`, for as long as the worker lives.
///
/// All of it happens inside the event: a trap in `read` so reaches the page as the worker's `error`, and
/// not as a promise that nobody hears.
pub fn listen(read: fn(&Request, &[u8]) -> Answer) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        // A message that is not a request is none of ours.
        let Ok(request) = serde_wasm_bindgen::from_value::<Request>(data.clone()) else {
            return;
        };
        let answer = match bytes(&data) {
            Some(bytes) => read(&request, &bytes),
            None => Answer::Failed(Said::new("open-error-file-gone")),
        };
        if let Ok(value) = serde_wasm_bindgen::to_value(&answer) {
            // Posting to the page that started us fails only when the page is gone.
            let _ = answering.post_message(&value);
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker lives as long as the page wants it: the listener is never dropped.
    listener.forget();
}

/// The bytes of the blob that came with a request; none where the file is gone or may not be read.
fn bytes(data: &JsValue) -> Option<Vec<u8>> {
    let blob: Blob = js_sys::Reflect::get(data, &"blob".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let buffer = FileReaderSync::new()
        .ok()?
        .read_as_array_buffer(&blob)
        .ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
