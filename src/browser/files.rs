//! Files the reader picks.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

/// The first file chosen in the file input that `event` comes from.
pub(crate) fn chosen(event: &Event) -> Option<File> {
    event
        .target()?
        .dyn_into::<HtmlInputElement>()
        .ok()?
        .files()?
        .get(0)
}

/// The text of a file, read as UTF-8; none where the browser cannot read it.
pub(crate) async fn text(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}
