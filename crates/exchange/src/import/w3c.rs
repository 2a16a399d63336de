//! W3C Web Annotation JSON-LD, whoever wrote it.

use serde_json::Value;

use super::recogito;
use crate::web::{self, FOREIGN_ID, UNIT, UTF16};

/// One annotation, kept whole: what the model does not know stays in it. Only an id that is no URI
/// is replaced (and remembered), and positions of a program that counts UTF-16 are marked so.
pub(super) fn read(item: &Value) -> Result<Value, String> {
    let mut members = item.as_object().cloned().ok_or("it is not a JSON object")?;
    if item
        .get("target")
        .is_none_or(|t| t.is_null() || t.as_array().is_some_and(Vec::is_empty))
    {
        return Err("it has no target, so nothing says what it is about".to_owned());
    }
    let id = web::id(item);
    if let Some(foreign) = members.get("id").filter(|f| f.as_str() != Some(&id)) {
        let foreign = foreign.clone();
        members.insert(FOREIGN_ID.to_owned(), foreign);
    }
    members.insert("id".to_owned(), Value::from(id));
    let counts_utf16 = recogito::wrote(item) || hypothesis_wrote(item);
    if let (true, Some(target)) = (counts_utf16, members.get_mut("target")) {
        mark_utf16(target);
    }
    Ok(Value::Object(members))
}

/// Whether Hypothesis' server wrote it, whose positions are those of the browser.
fn hypothesis_wrote(item: &Value) -> bool {
    web::text(item, "id").is_some_and(|id| id.starts_with(crate::hypothesis::ADDRESS))
}

/// Marks every position selector as counting UTF-16 code units. The guard has bounded the depth.
pub(super) fn mark_utf16(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(mark_utf16),
        Value::Object(members) => {
            if members.get("type").and_then(Value::as_str) == Some("TextPositionSelector") {
                members.entry(UNIT).or_insert_with(|| Value::from(UTF16));
            }
            members.values_mut().for_each(mark_utf16);
        }
        _ => {}
    }
}
