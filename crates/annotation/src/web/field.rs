//! Taking members out of a JSON object and putting them back. What cannot be read stays where it is,
//! so that it is written again unchanged.

use serde_json::{Map, Value};

use super::OneOrMany;

/// How deep resources and selectors are followed; deeper ones are kept but not understood.
pub(super) const DEPTH: usize = 24;

/// The member `key`, where `read` understands it.
pub(super) fn take<T>(
    fields: &mut Map<String, Value>,
    key: &str,
    read: impl FnOnce(Value) -> Result<T, Value>,
) -> Option<T> {
    match read(fields.remove(key)?) {
        Ok(read) => Some(read),
        Err(value) => {
            fields.insert(key.to_owned(), value);
            None
        }
    }
}

/// The member `key`, where it is a string.
pub(super) fn take_string(fields: &mut Map<String, Value>, key: &str) -> Option<String> {
    take(fields, key, |value| match value {
        Value::String(text) => Ok(text),
        other => Err(other),
    })
}

/// The member `key`, bare or a list, where every item can be read; else none of it.
pub(super) fn take_all<T>(
    fields: &mut Map<String, Value>,
    key: &str,
    one: impl Fn(&Value) -> Option<T>,
) -> OneOrMany<T> {
    take(fields, key, |value| OneOrMany::read(value, one)).unwrap_or_default()
}

/// A string value.
pub(super) fn string(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// Writes `value` under `key`, where there is one.
pub(super) fn put<T: Into<Value>>(fields: &mut Map<String, Value>, key: &str, value: Option<T>) {
    if let Some(value) = value {
        fields.insert(key.to_owned(), value.into());
    }
}
