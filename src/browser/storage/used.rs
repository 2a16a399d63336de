//! How much of the browser's storage is in use.

use gloo::utils::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEstimate;

/// How many bytes this site uses, and how many it may; none where the browser does not say.
pub(crate) async fn bytes() -> Option<(f64, f64)> {
    let manager = window().navigator().storage();
    // Without a secure context there is none.
    if manager.is_undefined() {
        return None;
    }
    let estimate = JsFuture::from(manager.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    Some((estimate.get_usage()?, estimate.get_quota()?))
}

/// Asks the browser not to clear this site's storage when it needs room. It may say no, and whatever
/// it says changes nothing for now.
pub(crate) async fn keep() {
    let manager = window().navigator().storage();
    if !manager.is_undefined()
        && let Ok(asked) = manager.persist()
    {
        let _ = JsFuture::from(asked).await;
    }
}
