//! Selectors and states as the rules know them (sections 4.2 and 4.3 of the data model).

use serde_json::Value;

use super::format::{date_time, single_uri, uri};
use super::resource::{described, identified};
use super::shape::{count, each, has, member, one_of, typed};

/// A selector by one of the names and with the members of section 4.2.
fn plain_selector(value: &Value) -> bool {
    fragment(value)
        || css(value)
        || xpath(value)
        || quote(value)
        || text_position(value)
        || data_position(value)
        || svg(value)
}

/// A selector that stands elsewhere, or one of section 4.2.
pub(super) fn known_selector(value: &Value) -> bool {
    identified(value) || plain_selector(value) || range(value)
}

/// A state that stands elsewhere, or one of section 4.3.
pub(super) fn known_state(value: &Value) -> bool {
    identified(value) || time_state(value) || request_state(value)
}

fn known_refinement(value: &Value) -> bool {
    known_selector(value) || known_state(value)
}

fn valued(value: &Value, class: &str) -> bool {
    typed(value, class) && has(value, "value") && member(value, "value", Value::is_string)
}

fn fragment(value: &Value) -> bool {
    valued(value, "FragmentSelector") && member(value, "conformsTo", uri)
}

fn css(value: &Value) -> bool {
    valued(value, "CssSelector")
}

fn xpath(value: &Value) -> bool {
    valued(value, "XPathSelector")
}

fn quote(value: &Value) -> bool {
    typed(value, "TextQuoteSelector")
        && has(value, "exact")
        && ["exact", "prefix", "suffix"]
            .iter()
            .all(|key| member(value, key, Value::is_string))
}

fn position(value: &Value, class: &str) -> bool {
    typed(value, class)
        && ["start", "end"]
            .iter()
            .all(|key| has(value, key) && member(value, key, count))
}

fn text_position(value: &Value) -> bool {
    position(value, "TextPositionSelector")
}

fn data_position(value: &Value) -> bool {
    position(value, "DataPositionSelector")
}

fn svg(value: &Value) -> bool {
    typed(value, "SvgSelector")
        && member(value, "value", Value::is_string)
        && member(value, "id", single_uri)
        && one_of(&[has(value, "value"), has(value, "id")])
}

fn range(value: &Value) -> bool {
    typed(value, "RangeSelector")
        && ["startSelector", "endSelector"]
            .iter()
            .all(|key| has(value, key) && member(value, key, plain_selector))
}

fn time_state(value: &Value) -> bool {
    let (date, start, end) = (
        has(value, "sourceDate"),
        has(value, "sourceDateStart"),
        has(value, "sourceDateEnd"),
    );
    typed(value, "TimeState")
        && member(value, "sourceDate", |date| each(date, date_time))
        && member(value, "sourceDateStart", date_time)
        && member(value, "sourceDateEnd", date_time)
        && member(value, "cached", uri)
        && date != (start && end)
}

fn request_state(value: &Value) -> bool {
    valued(value, "HttpRequestState")
}

/// A rule for what a body or target says of itself.
type Rule = fn(&Value) -> bool;

/// Whether every body and every target of the annotation, and every item of each, is as `rule` has
/// it.
fn everywhere(annotation: &Value, rule: impl Fn(&Value) -> bool) -> bool {
    let items = |v: &Value| {
        member(v, "items", |items| {
            super::shape::all(items, |item| uri(item) || rule(item))
        })
    };
    let one = |v: &Value| uri(v) || v.is_object() && rule(v) && items(v);
    annotation.is_object()
        && ["body", "target"]
            .iter()
            .all(|key| member(annotation, key, |found| each(found, one)))
}

/// Every selector is a URI or known.
pub(super) fn selectors(annotation: &Value) -> bool {
    everywhere(annotation, |v| described(v, "selector", known_selector))
}

/// Every state is a URI or known.
pub(super) fn states(annotation: &Value) -> bool {
    everywhere(annotation, |v| described(v, "state", known_state))
}

/// Every refinement of a selector or state is a URI or known.
pub(super) fn refinements(annotation: &Value) -> bool {
    let refined: Rule = |s| described(s, "refinedBy", known_refinement);
    everywhere(annotation, |v| {
        described(v, "selector", refined) && described(v, "state", refined)
    })
}

/// Every fragment, CSS and XPath selector has what it needs.
pub(super) fn fragments_css_xpaths(annotation: &Value) -> bool {
    everywhere(annotation, |v| {
        described(v, "selector", |s| {
            (!typed(s, "FragmentSelector") || fragment(s))
                && (!typed(s, "CssSelector") || css(s))
                && (!typed(s, "XPathSelector") || xpath(s))
        })
    })
}

/// Every quote has its words.
pub(super) fn quotes(annotation: &Value) -> bool {
    everywhere(annotation, |v| {
        described(v, "selector", |s| {
            !typed(s, "TextQuoteSelector") || quote(s)
        })
    })
}

/// Every position has its two counts.
pub(super) fn positions(annotation: &Value) -> bool {
    everywhere(annotation, |v| {
        described(v, "selector", |s| {
            (!typed(s, "TextPositionSelector") || text_position(s))
                && (!typed(s, "DataPositionSelector") || data_position(s))
        })
    })
}

/// Every shape is here or elsewhere, not both.
pub(super) fn shapes(annotation: &Value) -> bool {
    everywhere(annotation, |v| {
        described(v, "selector", |s| !typed(s, "SvgSelector") || svg(s))
    })
}

/// Every range has two usable ends.
pub(super) fn ranges(annotation: &Value) -> bool {
    everywhere(annotation, |v| {
        described(v, "selector", |s| !typed(s, "RangeSelector") || range(s))
    })
}

/// Every time state has a date, or a first and a last.
pub(super) fn time_states(annotation: &Value) -> bool {
    everywhere(annotation, |v| {
        described(v, "state", |s| !typed(s, "TimeState") || time_state(s))
    })
}

/// Every request state has its headers.
pub(super) fn request_states(annotation: &Value) -> bool {
    everywhere(annotation, |v| {
        described(v, "state", |s| {
            !typed(s, "HttpRequestState") || request_state(s)
        })
    })
}
