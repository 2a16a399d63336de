//! The worker's side of the conversation.

use js_sys::{Object, Reflect, Uint8Array};
use opener::Said;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

use crate::{Answer, Answered, Request, answer};

/// Answers every request for as long as the worker lives. All of it happens inside the event: a trap so
/// reaches the page as the worker's `error`.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        let request = Reflect::get(&data, &"request".into()).unwrap_or_default();
        // A message that is not a request is none of ours.
        let Ok(request) = serde_wasm_bindgen::from_value::<Request>(request) else {
            return;
        };
        let answered = match bytes(&data) {
            Ok(bytes) => answer(&request, bytes.as_deref()),
            Err(()) => Answer::Failed(Said::new("open-error-file-gone")).into(),
        };
        if let Some(message) = message(&answered) {
            // Posting to the page that started us fails only when the page is gone.
            let _ = answering.post_message(&message);
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker lives as long as the page wants it: the listener is never dropped.
    listener.forget();
}

fn message(answered: &Answered) -> Option<JsValue> {
    let message = Object::new();
    let answer = serde_wasm_bindgen::to_value(&answered.answer).ok()?;
    Reflect::set(&message, &"answer".into(), &answer).ok()?;
    if let Some(bytes) = &answered.bytes {
        let bytes = Uint8Array::from(bytes.as_slice());
        Reflect::set(&message, &"bytes".into(), &bytes).ok()?;
    }
    Some(message.into())
}

/// The bytes of the blob that came along, where one did.
fn bytes(data: &JsValue) -> Result<Option<Vec<u8>>, ()> {
    let blob = Reflect::get(data, &"blob".into()).unwrap_or_default();
    if blob.is_undefined() {
        return Ok(None);
    }
    let blob: Blob = blob.dyn_into().map_err(|_| ())?;
    let reader = FileReaderSync::new().map_err(|_| ())?;
    let buffer = reader.read_as_array_buffer(&blob).map_err(|_| ())?;
    Ok(Some(Uint8Array::new(&buffer).to_vec()))
}
