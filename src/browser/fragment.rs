//! What a link to the app brings along behind its `#`, and what another app shares behind its `?`. It is
//! read and then cleared at once, so that it stays neither in the address nor in the history.

use gloo::{events::EventListener, utils::window};
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

use super::shared::shared;

/// What a link brings. Hostile until it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Brought {
    /// `#text=…`: an article's text.
    Text(String),
    /// `#url=…`: where an article is.
    Address(String),
    /// `#import=…`: a page, gzipped, in base64url.
    Import(String),
    /// `#receive=…`: the window that opened this one will hand a page over; this is its origin.
    Receive(String),
}

/// Takes what the page's address brings; none where it brings nothing of the kind.
pub(crate) fn take() -> Option<Brought> {
    of_fragment().or_else(of_parameters)
}

/// The parameters by which another app shares (`share_target`); they are cleared even where nothing can be
/// made of them.
fn of_parameters() -> Option<Brought> {
    let location = window().location();
    let search = location.search().ok().filter(|s| !s.is_empty())?;
    let parameters = UrlSearchParams::new_with_str(&search).ok()?;
    let names = ["title", "text", "url"];
    if !names.iter().any(|name| parameters.get(name).is_some()) {
        return None;
    }
    let [title, text, url] = names.map(|name| parameters.get(name).unwrap_or_default());
    clear(&location.pathname().unwrap_or_default());
    shared(&title, &text, &url)
}

/// Puts `address` in the place of ours, without a step in the history.
fn clear(address: &str) {
    if let Ok(history) = window().history() {
        // Changing our own address does not fail.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

fn of_fragment() -> Option<Brought> {
    let location = window().location();
    let hash = location.hash().ok()?;
    let brought = read(hash.strip_prefix('#')?)?;
    let clean = format!(
        "{}{}",
        location.pathname().unwrap_or_default(),
        location.search().unwrap_or_default()
    );
    clear(&clean);
    Some(brought)
}

/// Calls `on_brought` with what a link brings that is followed while the app is open, until the listener
/// is dropped.
pub(crate) fn listen(on_brought: impl Fn(Brought) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| {
        if let Some(brought) = take() {
            on_brought(brought);
        }
    })
}

/// The bytes that base64url stands for; none where it is none.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let plain = text.replace('-', "+").replace('_', "/");
    let latin1 = window().atob(plain.trim_end_matches('=')).ok()?;
    latin1.chars().map(|c| u8::try_from(c).ok()).collect()
}

fn read(fragment: &str) -> Option<Brought> {
    let (name, value) = fragment.split_once('=')?;
    let make = match name {
        "text" => Brought::Text,
        "url" => Brought::Address,
        "import" => Brought::Import,
        "receive" => Brought::Receive,
        _ => return None,
    };
    let value = js_sys::decode_uri_component(value).ok()?.as_string()?;
    Some(make(value))
}
