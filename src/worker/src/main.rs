//! Placeholder worker: echoes.
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys_global().unchecked_into();
    let to = scope.clone();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let _ = to.post_message(&event.data());
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = globalThis, thread_local_v2)]
    static GLOBAL: JsValue;
}
fn js_sys_global() -> JsValue {
    GLOBAL.with(Clone::clone)
}
