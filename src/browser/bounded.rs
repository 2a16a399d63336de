//! Streams read to their end, or to a bound.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, WritableStream,
};

/// Why a stream was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum StreamError {
    /// It holds more than the bound.
    #[error("more than the bound")]
    TooMuch,
    /// It broke off, or is not what it should be.
    #[error("it broke off")]
    Broken,
}

/// All of a stream as one blob; at most `bound` bytes are ever held.
///
/// # Errors
/// See [`StreamError`].
pub(crate) async fn whole(stream: &ReadableStream, bound: usize) -> Result<Blob, StreamError> {
    let reader: ReadableStreamDefaultReader = stream
        .get_reader()
        .dyn_into()
        .map_err(|_| StreamError::Broken)?;
    let parts = Array::new();
    let mut held = 0_usize;
    loop {
        let step = JsFuture::from(reader.read())
            .await
            .map_err(|_| StreamError::Broken)?;
        if field(&step, "done").is_truthy() {
            break;
        }
        let chunk: Uint8Array = field(&step, "value")
            .dyn_into()
            .map_err(|_| StreamError::Broken)?;
        held = held.saturating_add(usize::try_from(chunk.length()).unwrap_or(usize::MAX));
        if held > bound {
            // Whether the stream hears of it does not matter.
            let _ = reader.cancel();
            return Err(StreamError::TooMuch);
        }
        parts.push(&chunk);
    }
    Blob::new_with_u8_array_sequence(&parts).map_err(|_| StreamError::Broken)
}

/// What gzip packed into `bytes`, as text; at most `bound` bytes are unpacked.
///
/// # Errors
/// See [`StreamError`]; what is not UTF-8 is broken.
pub(crate) async fn gunzip(bytes: &[u8], bound: usize) -> Result<String, StreamError> {
    let broken = |_: JsValue| StreamError::Broken;
    let packed =
        Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).map_err(broken)?;
    // web-sys does not have it among its stable names yet; every browser does.
    let unpacker: Function = field(&js_sys::global(), "DecompressionStream")
        .dyn_into()
        .map_err(broken)?;
    let unpacker = Reflect::construct(&unpacker, &Array::of1(&"gzip".into())).map_err(broken)?;
    let readable: ReadableStream = field(&unpacker, "readable").dyn_into().map_err(broken)?;
    let writable: WritableStream = field(&unpacker, "writable").dyn_into().map_err(broken)?;
    let pair = ReadableWritablePair::new(&readable, &writable);
    let unpacked = whole(&packed.stream().pipe_through(&pair), bound).await?;
    let text = super::files::bytes(&unpacked).await;
    let text = text.ok_or(StreamError::Broken)?;
    String::from_utf8(text).map_err(|_| StreamError::Broken)
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
