//! What time it is, and how a date is said.

use wasm_bindgen::JsValue;

/// Now, ISO 8601 in UTC with milliseconds.
pub(crate) fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// How many days ago this moment was; none where it is none.
pub(crate) fn days_since(iso: &str) -> Option<f64> {
    let days = (js_sys::Date::now() - js_sys::Date::parse(iso)) / 86_400_000.0;
    (!days.is_nan()).then(|| days.floor())
}

/// An ISO 8601 date (or date and time) as the reader's language says it, e.g. "20 November 2024"; what
/// was given where it is not a date.
pub(crate) fn say_date(iso: &str, language: &str) -> String {
    // Midnight UTC, said in UTC: a date has no time zone to be moved by.
    let day = iso.get(..10).unwrap_or(iso);
    let date = js_sys::Date::new(&JsValue::from_str(day));
    if date.get_time().is_nan() {
        return iso.to_owned();
    }
    let options = js_sys::Object::new();
    for (key, value) in [
        ("day", "numeric"),
        ("month", "long"),
        ("year", "numeric"),
        ("timeZone", "UTC"),
    ] {
        // Setting a field of a fresh object does not fail.
        let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    date.to_locale_date_string(language, &options).into()
}
