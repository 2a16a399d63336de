//! Hypothesis: the rows of its API and of its JSON export (<https://h.readthedocs.io/en/latest/api/>).
//!
//! A row has one text, tags, and one target whose positions count UTF-16. What W3C can say beyond
//! that stands in a member `sourcelight` of the row, which Hypothesis passes over, so that our own
//! notes come back whole; a row that came from there keeps its every member in `sl:original`, and is
//! written back as it came where nothing was changed.

mod export;
mod read;
mod selector;
mod write;

pub(crate) use export::export;
pub(crate) use read::read;
pub(crate) use write::row;

use serde_json::Value;

use crate::web::{self, text};

/// What stands before the id of every annotation at Hypothesis.
pub(crate) const ADDRESS: &str = "https://hypothes.is/a/";
/// The member of a row that holds our own annotation.
const OURS: &str = "sourcelight";

/// The text of a row for an annotation: the words of all its bodies that are no tags.
fn words(annotation: &Value) -> String {
    let said = |body: &Value| match body {
        Value::String(address) => Some(address.clone()),
        _ if is_tag(annotation, body) => None,
        _ => text(body, "value")
            .or_else(|| web::source(body))
            .map(str::to_owned),
    };
    let all: Vec<String> = web::each(annotation, "body")
        .iter()
        .filter_map(said)
        .collect();
    all.join("\n\n")
}

/// The tags of a row for an annotation.
fn tags(annotation: &Value) -> Vec<String> {
    let tag = |body: &&Value| is_tag(annotation, body);
    let bodies = web::each(annotation, "body").iter().filter(tag);
    bodies
        .filter_map(|body| text(body, "value"))
        .map(str::to_owned)
        .collect()
}

fn is_tag(annotation: &Value, body: &Value) -> bool {
    let named = |values: &[Value]| {
        values
            .iter()
            .any(|p| matches!(p.as_str(), Some("tagging" | "classifying")))
    };
    let purposes = web::each(body, "purpose");
    text(body, "value").is_some()
        && if purposes.is_empty() {
            named(web::each(annotation, "motivation"))
        } else {
            named(purposes)
        }
}

#[cfg(test)]
mod tests;
