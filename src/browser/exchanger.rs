//! The worker that hands on and takes in, seen from the page. One is started for each request.

use exchanger::{Answer, Request};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::opener::{Broken, OpenerWorker};

/// What the worker answered, and the file it wrote.
#[derive(Debug)]
pub(crate) struct Answered {
    /// What came of it.
    pub(crate) answer: Answer,
    /// The bytes of the file.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// Has a worker do what is asked, with `file` to be read.
///
/// # Errors
/// Where it gives no answer.
pub(crate) async fn ask(request: &Request, file: Option<&Blob>) -> Result<Answered, Broken> {
    let worker = OpenerWorker::start("sourcelight:exchange-worker")?;
    let request = serde_wasm_bindgen::to_value(request).map_err(|_| Broken::Crashed)?;
    let message = Object::new();
    let set = |name: &str, value: &wasm_bindgen::JsValue| {
        Reflect::set(&message, &name.into(), value).map_err(|_| Broken::Crashed)
    };
    set("request", &request)?;
    if let Some(file) = file {
        set("blob", file)?;
    }
    let data = worker.post(&message).await?;
    let get = |name: &str| Reflect::get(&data, &name.into()).unwrap_or_default();
    let bytes = get("bytes").dyn_into::<js_sys::Uint8Array>().ok();
    Ok(Answered {
        answer: serde_wasm_bindgen::from_value(get("answer")).map_err(|_| Broken::Crashed)?,
        bytes: bytes.map(|bytes| bytes.to_vec()),
    })
}
