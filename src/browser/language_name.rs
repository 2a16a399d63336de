//! What a language is called in another one.

use gloo::utils::window;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What the language with the BCP 47 tag `tag` is called in the language `within`; the tag itself where the
/// browser does not know.
pub(crate) fn language_name(tag: &str, within: &str) -> String {
    named(tag, within).unwrap_or_else(|| tag.to_owned())
}

fn named(tag: &str, within: &str) -> Option<String> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok();
    let intl = get(&window(), "Intl")?;
    let names: Function = get(&intl, "DisplayNames")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let names = Reflect::construct(&names, &Array::of2(&within.into(), &options)).ok()?;
    let of: Function = get(&names, "of")?.dyn_into().ok()?;
    of.call1(&names, &tag.into()).ok()?.as_string()
}
