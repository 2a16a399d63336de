//! The file Hypothesis' own client exports and imports.

use serde_json::{Value, json};
use sourcelight_state::Kept;

use super::row;

/// A Hypothesis export of these annotations: the bytes its client would write for the same rows.
/// `now` is ISO 8601, `user` who exports, `version` the program's.
pub(crate) fn export<'a>(
    annotations: impl Iterator<Item = &'a Value>,
    kept: &Kept,
    reader: Option<&str>,
    now: &str,
    version: &str,
) -> String {
    let rows: Vec<Value> = annotations
        .map(|annotation| row(annotation, kept, reader))
        .collect();
    let file = json!({
        "export_date": now,
        "export_userid": reader.unwrap_or_default(),
        "client_version": version,
        "annotations": rows,
    });
    // A value always has a text.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}
