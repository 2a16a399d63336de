//! Small questions about JSON values, from which the rules are made. They answer as JSON Schema
//! (draft 4) does, because the W3C wrote its rules in it: a question about members is true of what
//! is no object, and a choice must hold exactly once.

use serde_json::Value;

/// Whether `value` is an object with `key`.
pub(super) fn has(value: &Value, key: &str) -> bool {
    value.get(key).is_some() && value.is_object()
}

/// Whether the member `key`, where there is one, is as it should be.
pub(super) fn member(value: &Value, key: &str, rule: impl Fn(&Value) -> bool) -> bool {
    value
        .as_object()
        .and_then(|fields| fields.get(key))
        .is_none_or(rule)
}

/// Whether `value` is a list with at least one item that is as it should be.
pub(super) fn some(value: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    value.as_array().is_some_and(|items| items.iter().any(rule))
}

/// Whether `value` is a list of one or more, all as they should be.
pub(super) fn all(value: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    value
        .as_array()
        .is_some_and(|items| !items.is_empty() && items.iter().all(rule))
}

/// Whether exactly one of `options` holds.
pub(super) fn one_of(options: &[bool]) -> bool {
    options.iter().filter(|holds| **holds).count() == 1
}

/// Whether neither `value` nor, where it is a list, any of its items is like that.
pub(super) fn none(value: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    !rule(value) && !some(value, rule)
}

/// Whether `value` is bare and right, or a list of exactly one that is right.
pub(super) fn single(value: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    match value.as_array().map(Vec::as_slice) {
        Some([one]) => rule(one),
        Some(_) => false,
        None => rule(value),
    }
}

/// Whether `value` is bare and right, or a list of at least one, all right.
pub(super) fn each(value: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    match value {
        Value::Array(_) => all(value, rule),
        bare => rule(bare),
    }
}

/// Whether `value` is the string `word`.
pub(super) fn is(value: &Value, word: &str) -> bool {
    value.as_str() == Some(word)
}

/// Whether the object says that it is of the class `word`, and of no other.
pub(super) fn typed(value: &Value, word: &str) -> bool {
    value.is_object() && value.get("type").is_some_and(|class| is(class, word))
}

/// Whether `value` is a whole number from nought on.
pub(super) fn count(value: &Value) -> bool {
    value
        .as_f64()
        .is_some_and(|number| number >= 0.0 && number.fract() == 0.0)
}
