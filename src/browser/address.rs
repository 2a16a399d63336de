//! Addresses of the web, as the browser understands them.

use gloo::utils::document;

/// Where this app stands, without query and fragment.
pub(crate) fn own_address() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let end = base.find(['#', '?']).unwrap_or(base.len());
    base[..end].to_owned()
}

/// The origin of an address, and its host; none where it is no address of the web.
pub(crate) fn origin_and_host(address: &str) -> Option<(String, String)> {
    let url = web_sys::Url::new(address).ok()?;
    matches!(&*url.protocol(), "http:" | "https:").then(|| (url.origin(), url.host()))
}

/// An address as the browser understands it, by https; none where it is no address of the web.
pub(crate) fn https(address: &str) -> Option<String> {
    let address = address.trim();
    let named = address.contains("://");
    // "example.org/story" is what people type.
    let full = if named {
        address.to_owned()
    } else {
        format!("https://{address}")
    };
    let url = web_sys::Url::new(&full).ok()?;
    if url.protocol() == "http:" {
        // The policy, and most sites, have nothing to do with unencrypted pages.
        url.set_protocol("https:");
    }
    let web = url.protocol() == "https:" && (named || url.hostname().contains('.'));
    web.then(|| url.href())
}

/// `text` with what has a meaning in an address escaped.
pub(crate) fn escaped(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// An address of the web as the browser writes it; none where it is another, or none.
pub(crate) fn of_the_web(text: &str) -> Option<String> {
    let url = web_sys::Url::new(text.trim()).ok()?;
    matches!(&*url.protocol(), "http:" | "https:").then(|| url.href())
}
