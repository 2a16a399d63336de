//! What time it is.

/// Now, ISO 8601 in UTC with milliseconds.
pub(crate) fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}
