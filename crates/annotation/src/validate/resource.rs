//! What the rules take for a body or a target (sections 3.2 and 4 of the data model).

use serde_json::Value;

use super::format::{single_uri, uri};
use super::selector::{known_selector, known_state};
use super::shape::{all, each, has, is, member, none, one_of, some, typed};
use crate::Motivation;

/// An object with one usable `id`.
pub(super) fn identified(value: &Value) -> bool {
    has(value, "id") && member(value, "id", single_uri)
}

/// Something elsewhere: an `id`, and neither a source nor a target of its own (section 3.2.1).
fn external(value: &Value) -> bool {
    identified(value) && !has(value, "source") && !has(value, "target")
}

/// A text that stands in the annotation (section 3.2.4).
fn textual(value: &Value) -> bool {
    has(value, "value") && member(value, "value", Value::is_string)
}

/// An object with one usable source (section 4).
fn sourced(value: &Value) -> bool {
    has(value, "source") && member(value, "source", |source| uri(source) || external(source))
}

/// Part of a source, or a source in a role: a source, and one of the members that single it out.
fn specific(value: &Value) -> bool {
    sourced(value)
        && (has(value, "purpose") && member(value, "purpose", |p| each(p, motivation))
            || has(value, "selector") && described(value, "selector", known_selector)
            || has(value, "state") && described(value, "state", known_state)
            || styled(value)
            || rendered(value)
            || has(value, "scope") && member(value, "scope", |s| each(s, uri)))
}

fn motivation(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|word| !matches!(Motivation::from(word), Motivation::Other(_)))
}

/// An object whose member `key`, where it has one, is a URI or an object that `rule` knows, or a
/// list of such.
pub(super) fn described(value: &Value, key: &str, rule: fn(&Value) -> bool) -> bool {
    let one = |item: &Value| uri(item) || item.is_object() && rule(item);
    value.is_object() && member(value, key, |found| each(found, one))
}

fn styled(value: &Value) -> bool {
    has(value, "styleClass")
        && has(value, "source")
        && member(value, "styleClass", |class| each(class, Value::is_string))
}

fn rendered(value: &Value) -> bool {
    let one = |item: &Value| single_uri(item) || identified(item);
    sourced(value)
        && has(value, "renderedVia")
        && member(value, "renderedVia", |via| {
            one_of(&[one(via), all(via, one)])
        })
}

/// A choice between resources (section 3.2.7).
fn choice(value: &Value) -> bool {
    let item = |item: &Value| {
        one_of(&[
            specific(item),
            external(item),
            textual(item),
            uri(item),
            choice(item),
        ])
    };
    typed(value, "Choice")
        && has(value, "items")
        && member(value, "items", |items| all(items, item))
}

/// What a target may be: exactly one of these.
pub(super) fn target(value: &Value) -> bool {
    one_of(&[uri(value), choice(value), specific(value), external(value)])
}

/// What a body may be: any of these.
pub(super) fn body(value: &Value) -> bool {
    uri(value) || choice(value) || specific(value) || external(value) || textual(value)
}

/// Whether a body or target, every one in a list, and each one's source, has no member that `rule`
/// finds wrong. `may_be_empty`: whether a list may be empty.
pub(super) fn property(value: &Value, rule: fn(&Value) -> bool, may_be_empty: bool) -> bool {
    let within = |object: &Value| object.is_object() && rule(object);
    let source = |source: &Value| one_of(&[single_uri(source), within(source)]);
    let one = |one: &Value| {
        one_of(&[
            single_uri(one),
            within(one) && member(one, "source", source),
        ])
    };
    match value {
        // The W3C's rules take a list of one bare URI for two things at once and refuse it.
        Value::Array(items) if items.is_empty() => may_be_empty,
        Value::Array(items) => items.iter().all(one) && !single_uri(value),
        bare => one(bare),
    }
}

/// No resource elsewhere, nor one that is a source or an item, has the member `key`.
pub(super) fn no_external_with(value: &Value, key: &str) -> bool {
    let wrong = |v: &Value| external(v) && has(v, key);
    none(value, wrong)
        && none(value, |v| has(v, "source") && member(v, "source", wrong))
        && none(value, |v| item(v, wrong))
}

/// No choice has the member `key`.
pub(super) fn no_choice_with(value: &Value, key: &str) -> bool {
    none(value, |v| choice(v) && has(v, key))
}

/// No text, nor one that is an item, has the member `key`.
pub(super) fn no_textual_with(value: &Value, key: &str) -> bool {
    let wrong = |v: &Value| textual(v) && has(v, key);
    none(value, wrong) && none(value, |v| item(v, wrong))
}

/// No part of a source, nor one that is an item, has the member `key`.
pub(super) fn no_sourced_with(value: &Value, key: &str) -> bool {
    let wrong = |v: &Value| sourced(v) && has(v, key);
    none(value, wrong) && none(value, |v| item(v, wrong))
}

/// No target is an embedded text without an `id`.
pub(super) fn no_textual_target(value: &Value) -> bool {
    let text = |v: &Value| {
        let class =
            |class: &Value| is(class, "TextualBody") || some(class, |c| is(c, "TextualBody"));
        textual(v) && has(v, "type") && member(v, "type", class)
    };
    none(value, |v| {
        !identified(v) && v.is_object() && (text(v) || item(v, text))
    })
}

/// Whether one of the object's items is like that.
fn item(value: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    has(value, "items") && member(value, "items", |items| some(items, &rule))
}

/// Whether the annotation's member `key` names a class of a style sheet.
pub(super) fn names_style(annotation: &Value, key: &str) -> bool {
    let styles = |v: &Value| styled(v) || item(v, styled);
    has(annotation, key)
        && member(annotation, key, |found| {
            styles(found) || some(found, styles)
        })
}
