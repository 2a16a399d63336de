//! Placeholder app.
use wasm_bindgen::prelude::*;
use web_sys::{HtmlMetaElement, MessageEvent, Worker};
fn main() {
    let doc = web_sys::window().unwrap().document().unwrap();
    let name = doc
        .query_selector("meta[name='sourcelight:analysis-worker']")
        .unwrap()
        .unwrap()
        .unchecked_into::<HtmlMetaElement>()
        .content();
    let worker = Worker::new(&name).unwrap();
    let d = doc.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        d.body()
            .unwrap()
            .set_text_content(event.data().as_string().as_deref());
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    worker.post_message(&"echoed".into()).unwrap();
}
