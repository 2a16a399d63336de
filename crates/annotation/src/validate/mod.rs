//! The 54 MUSTs of the Web Annotation data model, each by the id of the schema in which the W3C's
//! test suite holds it (<https://github.com/w3c/web-annotation-tests>).
//!
//! They are rules of our own, one entry each in [`MUSTS`], and agree with those schemas to the
//! letter, quirks included: a target may be only one kind of thing at once, a `Composite` or `List`
//! is not known, and a list of one bare URI is refused by the rules on members.

mod format;
mod resource;
mod selector;
mod shape;

use serde::Serialize;
use serde_json::Value;

pub use format::{is_date_time, is_uri};

use format::{date_time, single_uri, uri};
use resource::{
    body, identified, names_style, no_choice_with, no_external_with, no_sourced_with,
    no_textual_target, no_textual_with, property, target,
};
use shape::{each, has, is, member, single, some};

/// One rule that every annotation must keep.
pub struct Must {
    /// The id of the W3C's schema.
    pub id: &'static str,
    /// What it asks for.
    pub says: &'static str,
    holds: fn(&Value) -> bool,
}

/// What the rules say of one annotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether it keeps all of them.
    pub valid: bool,
    /// The ids of those it breaks, in the order of [`MUSTS`].
    pub failed: Vec<&'static str>,
}

/// What the 54 rules say of `annotation`. Time is linear in its size.
pub fn validate(annotation: &Value) -> Verdict {
    let failed: Vec<_> = MUSTS
        .iter()
        .filter(|must| !(must.holds)(annotation))
        .map(|must| must.id)
        .collect();
    Verdict {
        valid: failed.is_empty(),
        failed,
    }
}

/// The annotations in `document`: the items of an annotation page or of a list, or else `document`
/// itself. An item of a page stands in the page's context (JSON-LD 1.0, section 6.7).
pub fn items(document: &Value) -> Vec<Value> {
    let page = |class: &Value| is(class, "AnnotationPage");
    let is_page = document
        .get("type")
        .is_some_and(|class| page(class) || some(class, page));
    match (document, document.get("items")) {
        (Value::Array(all), _) => all.clone(),
        (_, Some(Value::Array(all))) if is_page => all
            .iter()
            .map(|item| {
                let mut item = item.clone();
                if let (Some(fields), Some(context)) =
                    (item.as_object_mut(), document.get("@context"))
                    && !fields.contains_key("@context")
                {
                    fields.insert("@context".to_owned(), context.clone());
                }
                item
            })
            .collect(),
        _ => vec![document.clone()],
    }
}

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Whether the object's member, where it has one, is as it should be.
fn checked(value: &Value, key: &str, rule: impl Fn(&Value) -> bool) -> bool {
    value.is_object() && member(value, key, rule)
}

fn created(value: &Value) -> bool {
    checked(value, "created", |v| single(v, date_time))
}

fn modified(value: &Value) -> bool {
    checked(value, "modified", |v| single(v, date_time))
}

fn rights(value: &Value) -> bool {
    checked(value, "rights", |v| each(v, uri))
}

fn canonical(value: &Value) -> bool {
    checked(value, "canonical", single_uri)
}

fn via(value: &Value) -> bool {
    checked(value, "via", |v| each(v, uri))
}

fn direction(value: &Value) -> bool {
    let word = |v: &Value| ["ltr", "rtl", "auto"].iter().any(|w| is(v, w));
    checked(value, "textDirection", |v| single(v, word))
}

const fn must(id: &'static str, says: &'static str, holds: fn(&Value) -> bool) -> Must {
    Must { id, says, holds }
}

/// Every rule, in the order in which the W3C's suite runs them.
pub const MUSTS: [Must; 54] = [
    must(
        "3.1-annotationContextValidated",
        "The context is, or holds, http://www.w3.org/ns/anno.jsonld.",
        |a| {
            has(a, "@context")
                && member(a, "@context", |v| {
                    is(v, CONTEXT) || some(v, |c| is(c, CONTEXT))
                })
        },
    ),
    must(
        "3.1-annotationIdValidated",
        "There is one id, a URI.",
        identified,
    ),
    must(
        "3.1-annotationTypeValidated",
        "The type is, or holds, Annotation.",
        |a| {
            has(a, "type")
                && member(a, "type", |v| {
                    is(v, "Annotation") || some(v, |c| is(c, "Annotation"))
                })
        },
    ),
    must("3.1-targetKeyFound", "There is a target.", |a| {
        has(a, "target")
    }),
    must(
        "3.2-targetObjectsRecognized",
        "Every target is exactly one of: a URI, a thing with an id, a choice, a part of a source.",
        |a| has(a, "target") && member(a, "target", |v| resources(v, target)),
    ),
    must(
        "3.2.5-notBodyBodyValue",
        "There are not both body and bodyValue.",
        |a| a.is_object() && !(has(a, "body") && has(a, "bodyValue")),
    ),
    must(
        "3.2-bodyObjectsRecognized",
        "Every body is a URI, a thing with an id, a text, a choice, or a part of a source.",
        |a| checked(a, "body", |v| resources(v, body)),
    ),
    must(
        "3.2.5-bodyValueValidated",
        "bodyValue is one string.",
        |a| checked(a, "bodyValue", |v| single(v, Value::is_string)),
    ),
    must(
        "3.3.1-annotationCreatedValidated",
        "created is one time.",
        created,
    ),
    must(
        "3.3.1-annotationModifiedValidated",
        "modified is one time.",
        modified,
    ),
    must(
        "3.3.1-annotationGeneratedValidated",
        "generated is one time.",
        |a| checked(a, "generated", |v| single(v, date_time)),
    ),
    must(
        "3.3.6-annotationRightsValidated",
        "rights are URIs.",
        rights,
    ),
    must(
        "3.3.7-annotationCanonicalValidated",
        "canonical is one URI.",
        canonical,
    ),
    must("3.3.7-annotationViaValidated", "via are URIs.", via),
    must(
        "3.2.1-bodyTextDirectionValidated",
        "A body's textDirection is ltr, rtl or auto.",
        |a| checked(a, "body", |v| property(v, direction, false)),
    ),
    must(
        "3.3.1-bodyCreatedValidated",
        "A body's created is one time.",
        |a| checked(a, "body", |v| property(v, created, true)),
    ),
    must(
        "3.3.1-bodyModifiedValidated",
        "A body's modified is one time.",
        |a| checked(a, "body", |v| property(v, modified, false)),
    ),
    must(
        "3.3.6-bodyRightsValidated",
        "A body's rights are URIs.",
        |a| checked(a, "body", |v| property(v, rights, false)),
    ),
    must(
        "3.3.7-bodyCanonicalValidated",
        "A body's canonical is one URI.",
        |a| checked(a, "body", |v| property(v, canonical, false)),
    ),
    must("3.3.7-bodyViaValidated", "A body's via are URIs.", |a| {
        checked(a, "body", |v| property(v, via, false))
    }),
    must(
        "3.2.7-bodyEWRNoItems",
        "A body that stands elsewhere has no items.",
        |a| checked(a, "body", |v| no_external_with(v, "items")),
    ),
    must(
        "3.3.5-bodyEWRNoPurpose",
        "A body that stands elsewhere has no purpose.",
        |a| checked(a, "body", |v| no_external_with(v, "purpose")),
    ),
    must(
        "3.2.4-bodyChoiceSetNoValue",
        "A choice of bodies has no value.",
        |a| checked(a, "body", |v| no_choice_with(v, "value")),
    ),
    must(
        "4-bodyChoiceSetNoSource",
        "A choice of bodies has no source.",
        |a| checked(a, "body", |v| no_choice_with(v, "source")),
    ),
    must(
        "3.3.5-bodyChoiceSetNoPurpose",
        "A choice of bodies has no purpose.",
        |a| checked(a, "body", |v| no_choice_with(v, "purpose")),
    ),
    must(
        "3.2.7-bodyEmbeddedTextualNoItems",
        "A text has no items.",
        |a| checked(a, "body", |v| no_textual_with(v, "items")),
    ),
    must(
        "4-bodyEmbeddedTextualNoSource",
        "A text has no source.",
        |a| checked(a, "body", |v| no_textual_with(v, "source")),
    ),
    must(
        "3.2.7-bodySpecificResourceNoItems",
        "A body with a source has no items.",
        |a| checked(a, "body", |v| no_sourced_with(v, "items")),
    ),
    must(
        "4-bodySpecificResourceNoValue",
        "A body with a source has no value.",
        |a| checked(a, "body", |v| no_sourced_with(v, "value")),
    ),
    must(
        "3.2.1-targTextDirectionValidated",
        "A target's textDirection is ltr, rtl or auto.",
        |a| checked(a, "target", |v| property(v, direction, false)),
    ),
    must(
        "3.3.1-targCreatedValidated",
        "A target's created is one time.",
        |a| checked(a, "target", |v| property(v, created, true)),
    ),
    must(
        "3.3.1-targModifiedValidated",
        "A target's modified is one time.",
        |a| checked(a, "target", |v| property(v, modified, false)),
    ),
    must(
        "3.3.6-targRightsValidated",
        "A target's rights are URIs.",
        |a| checked(a, "target", |v| property(v, rights, false)),
    ),
    must(
        "3.3.7-targCanonicalValidated",
        "A target's canonical is one URI.",
        |a| checked(a, "target", |v| property(v, canonical, false)),
    ),
    must("3.3.7-targViaValidated", "A target's via are URIs.", |a| {
        checked(a, "target", |v| property(v, via, false))
    }),
    must(
        "3.2.7-targEWRNoItems",
        "A target that stands elsewhere has no items.",
        |a| checked(a, "target", |v| no_external_with(v, "items")),
    ),
    must(
        "3.3.5-targEWRNoPurpose",
        "A target that stands elsewhere has no purpose.",
        |a| checked(a, "target", |v| no_external_with(v, "purpose")),
    ),
    must(
        "3.2.4-targChoiceSetNoValue",
        "A choice of targets has no value.",
        |a| checked(a, "target", |v| no_choice_with(v, "value")),
    ),
    must(
        "4-targChoiceSetNoSource",
        "A choice of targets has no source.",
        |a| checked(a, "target", |v| no_choice_with(v, "source")),
    ),
    must(
        "3.3.5-targChoiceSetNoPurpose",
        "A choice of targets has no purpose.",
        |a| checked(a, "target", |v| no_choice_with(v, "purpose")),
    ),
    must(
        "3.2.7-targSpecificResourceNoItems",
        "A target with a source has no items.",
        |a| checked(a, "target", |v| no_sourced_with(v, "items")),
    ),
    must(
        "4-targSpecificResourceNoValue",
        "A target with a source has no value.",
        |a| checked(a, "target", |v| no_sourced_with(v, "value")),
    ),
    must(
        "3.2.4-targNoTypeTextualBody",
        "No target is a text of the annotation.",
        |a| checked(a, "target", no_textual_target),
    ),
    must(
        "4.2-selectorValidIfPresent",
        "Selectors are URIs or known.",
        selector::selectors,
    ),
    must(
        "4.3-stateValidIfPresent",
        "States are URIs or known.",
        selector::states,
    ),
    must(
        "4.3.3-refinedByValidated",
        "Refinements are URIs or known.",
        selector::refinements,
    ),
    must(
        "4.4-styleClassValidIfPresent",
        "Where a style class is named, the annotation has a style sheet.",
        |a| {
            a.is_object()
                && (has(a, "stylesheet") || !(names_style(a, "body") || names_style(a, "target")))
        },
    ),
    must(
        "4.2-fragmentCssXPathSelectorValid",
        "Fragment, CSS and XPath selectors have a value.",
        selector::fragments_css_xpaths,
    ),
    must(
        "4.2.4-textQuoteSelectorValid",
        "Quotes have their words.",
        selector::quotes,
    ),
    must(
        "4.2-TextDataPositionSelectorValid",
        "Positions have two counts.",
        selector::positions,
    ),
    must(
        "4.2.7-svgSelectorValid",
        "Shapes are here or elsewhere.",
        selector::shapes,
    ),
    must(
        "4.2.8-rangeSelectorValid",
        "Ranges have two usable ends.",
        selector::ranges,
    ),
    must(
        "4.3.1-timeStateValid",
        "Time states have a date, or a first and a last.",
        selector::time_states,
    ),
    must(
        "4.3.2-httpRequestStateValid",
        "Request states have their headers.",
        selector::request_states,
    ),
];

/// Whether `value` is one such resource, or a list of any length of them.
fn resources(value: &Value, one: fn(&Value) -> bool) -> bool {
    match value {
        Value::Array(all) => all.iter().all(one),
        bare => one(bare),
    }
}

#[cfg(test)]
mod tests;
