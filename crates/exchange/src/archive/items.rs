//! Records of annotations as items of a W3C annotation page, and back.

use serde_json::{Map, Value, json};
use sourcelight_annotation::record::{Record, Version};

use crate::web::{self, text};

/// Which version the item is.
const RECORD: &str = "sl:record";
/// The versions that stand beside it.
const VERSIONS: &str = "sl:versions";
/// The page's deleted annotations.
const BIN: &str = "sl:bin";
/// The page's annotations that were erased for good.
const ERASED: &str = "sl:erased";

/// A page of these records.
pub(super) fn page<'a>(records: impl Iterator<Item = &'a Record<Value>>) -> Value {
    let (mut items, mut bin, mut erased) = (Vec::new(), Vec::new(), Vec::new());
    for record in records {
        let shown = record.shown();
        match (&shown.content, shown.is_live()) {
            (Some(_), true) => items.push(item(record)),
            (Some(_), false) => bin.push(item(record)),
            (None, _) => erased.push(json!({ "id": record.id(), VERSIONS: record.versions() })),
        }
    }
    json!({
        "@context": web::context(),
        "type": "AnnotationPage",
        "items": items,
        BIN: bin,
        ERASED: erased,
    })
}

fn item(record: &Record<Value>) -> Value {
    let shown = record.shown();
    let mut members = match &shown.content {
        Some(Value::Object(members)) => members.clone(),
        _ => Map::new(),
    };
    let stands = json!({ "id": record.id(), "device": shown.device, "seen": shown.seen });
    members.insert(RECORD.to_owned(), stands);
    if let Some(deleted) = &shown.deleted {
        members.insert(web::DELETED.to_owned(), json!(deleted));
    }
    let others = &record.versions()[1..];
    if !others.is_empty() {
        members.insert(VERSIONS.to_owned(), json!(others));
    }
    Value::Object(members)
}

/// The record that an item of one of our pages is; none for any other annotation.
pub(crate) fn record(item: &Value) -> Option<Record<Value>> {
    item.get(RECORD).and_then(|_| read(item).ok())
}

/// The records of a page, each that cannot be read as a reason.
pub(super) fn records(page: &Value) -> impl Iterator<Item = Result<Record<Value>, String>> {
    let shown = web::each(page, "items").iter().chain(web::each(page, BIN));
    let erased = web::each(page, ERASED).iter().map(|item| {
        let id = text(item, "id").ok_or("it has no id")?;
        of(id, Vec::new(), item.get(VERSIONS))
    });
    shown.map(read).chain(erased)
}

fn read(item: &Value) -> Result<Record<Value>, String> {
    let mut members = item.as_object().cloned().ok_or("it is no annotation")?;
    let stands = members
        .shift_remove(RECORD)
        .ok_or("it says of no version")?;
    let versions = members.shift_remove(VERSIONS);
    let deleted = members.shift_remove(web::DELETED);
    let id = text(&stands, "id")
        .ok_or("its record has no id")?
        .to_owned();
    let mut shown: Version<Value> =
        serde_json::from_value(stands).map_err(|error| error.to_string())?;
    shown.deleted = deleted.and_then(|at| at.as_str().map(str::to_owned));
    shown.content = Some(Value::Object(members));
    of(&id, vec![shown], versions.as_ref())
}

fn of(
    id: &str,
    mut versions: Vec<Version<Value>>,
    others: Option<&Value>,
) -> Result<Record<Value>, String> {
    if let Some(others) = others {
        let others: Vec<Version<Value>> =
            serde_json::from_value(others.clone()).map_err(|error| error.to_string())?;
        versions.extend(others);
    }
    Record::of(id.to_owned(), versions).map_err(|error| error.to_string())
}
