//! Files the reader picks, and what is in a clipboard or is dropped.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, DataTransfer, Event, File, FileList, HtmlAnchorElement,
    HtmlInputElement, Url,
};

/// What a clipboard holds, or what was dropped.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Parcel {
    /// The files.
    pub(crate) files: Vec<File>,
    /// The text, empty where there is none.
    pub(crate) text: String,
    /// The same as HTML, empty where there is none. Hostile until it is read.
    pub(crate) html: String,
}

impl Parcel {
    /// Whether nothing is in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.text.trim().is_empty() && self.html.trim().is_empty()
    }

    /// What a transfer carries.
    pub(crate) fn of(data: &DataTransfer) -> Self {
        let said = |kind| data.get_data(kind).unwrap_or_default();
        Self {
            files: data.files().map(|list| all(&list)).unwrap_or_default(),
            text: said("text/plain"),
            html: said("text/html"),
        }
    }
}

/// What was pasted by `event`.
pub(crate) fn pasted(event: &Event) -> Option<Parcel> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    Some(Parcel::of(&data))
}

/// The files chosen in the file input that `event` comes from. The input forgets them, so that the same
/// can be chosen again.
pub(crate) fn chosen(event: &Event) -> Vec<File> {
    let input = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = input.files().map(|list| all(&list)).unwrap_or_default();
    input.set_value("");
    files
}

fn all(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|i| list.get(i)).collect()
}

/// The bytes of a file; none where the browser cannot read it.
pub(crate) async fn bytes(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Text as a file of a media type.
pub(crate) fn blob(text: &str, media_type: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()
}

/// Puts `text` on the clipboard; answers whether the browser let us.
pub(crate) async fn copy(text: &str) -> bool {
    let clipboard = gloo::utils::window().navigator().clipboard();
    // Without a secure context there is none.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Puts text on the clipboard, and the same as HTML where the browser takes both; answers whether it let
/// us.
pub(crate) async fn copy_both(text: &str, html: &str) -> bool {
    if let Some(written) = rich(text, html)
        && JsFuture::from(written).await.is_ok()
    {
        return true;
    }
    copy(text).await
}

/// `navigator.clipboard.write` with a `ClipboardItem`, where there are both.
fn rich(text: &str, html: &str) -> Option<js_sys::Promise> {
    let window = gloo::utils::window();
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let clipboard = get(&window.navigator(), "clipboard").filter(|c| !c.is_undefined())?;
    let maker: Function = get(&window, "ClipboardItem")?.dyn_into().ok()?;
    let forms = js_sys::Object::new();
    for (kind, words) in [("text/plain", text), ("text/html", html)] {
        Reflect::set(&forms, &kind.into(), &blob(words, kind)?.into()).ok()?;
    }
    let item = Reflect::construct(&maker, &Array::of1(&forms)).ok()?;
    let write: Function = get(&clipboard, "write")?.dyn_into().ok()?;
    let written = write.call1(&clipboard, &Array::of1(&item)).ok()?;
    written.dyn_into().ok()
}

/// Bytes as a file of a media type.
pub(crate) fn blob_of(bytes: &[u8], media_type: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let part = Uint8Array::from(bytes);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&part), &options).ok()
}

/// Has the browser save a file under this name; answers whether it took it.
pub(crate) fn save(blob: &Blob, name: &str) -> bool {
    let link = gloo::utils::document()
        .create_element("a")
        .ok()
        .and_then(|e| e.dyn_into::<HtmlAnchorElement>().ok());
    let (Some(link), Ok(address)) = (link, Url::create_object_url_with_blob(blob)) else {
        return false;
    };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads it a moment later.
    Timeout::new(60_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    true
}
