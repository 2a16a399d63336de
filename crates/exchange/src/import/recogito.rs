//! Recogito: the form its text annotator keeps annotations in, and what its W3C forms leave out.
//!
//! Its positions count UTF-16 code units, its ids are plain UUIDs (`#` before them in RecogitoJS),
//! and RecogitoJS does not say what an annotation is about.

use serde_json::{Map, Value, json};

use crate::web::{self, FOREIGN_ID, ORIGINAL, UNIT, UNSTATED, UTF16, each, text};

/// Whether an item is in the text annotator's own form.
pub(super) fn is(item: &Value) -> bool {
    item.get("bodies").is_some_and(Value::is_array)
        && item.get("target").is_some_and(|target| {
            each(target, "selector")
                .iter()
                .any(|s| s.get("quote").is_some())
        })
}

/// Whether Recogito wrote a W3C annotation: RecogitoJS leaves the source out and puts `#` before the
/// id, the text annotator names the annotation in its target.
pub(super) fn wrote(item: &Value) -> bool {
    text(item, "id").is_some_and(|id| id.starts_with('#'))
        || each(item, "target").iter().any(|target| {
            target.get("annotation").is_some()
                || target.is_object()
                    && web::source(target).is_none()
                    && target.get("selector").is_some()
        })
}

/// One annotation in the text annotator's own form, as W3C. Another part of a passage in pieces is
/// another target. The original stays in it, so that nothing is lost.
pub(super) fn read(item: &Value) -> Result<Value, String> {
    let target = item.get("target").ok_or("it has no target")?;
    let mut targets = Vec::new();
    for selector in each(target, "selector") {
        let exact = text(selector, "quote").ok_or("a part of its passage has no words")?;
        let mut selectors = vec![json!({ "type": "TextQuoteSelector", "exact": exact })];
        if let (Some(start), Some(end)) = (selector.get("start"), selector.get("end")) {
            selectors.push(
                json!({ "type": "TextPositionSelector", "start": start, "end": end, UNIT: UTF16 }),
            );
        }
        targets.push(json!({
            "type": "SpecificResource",
            "source": UNSTATED,
            "selector": selectors,
        }));
    }
    let mut bodies = Vec::new();
    for body in each(item, "bodies") {
        let value = body.get("value").filter(|v| v.is_string());
        let mut members = Map::from_iter([("type".to_owned(), json!("TextualBody"))]);
        members.insert(
            "purpose".to_owned(),
            body.get("purpose").cloned().unwrap_or(json!("commenting")),
        );
        match value {
            Some(value) => members.insert("value".to_owned(), value.clone()),
            // What is no text stays in the original.
            None => continue,
        };
        bodies.push(Value::Object(members));
    }
    let mut annotation = json!({
        "@context": web::context(),
        "id": web::id(item),
        "type": "Annotation",
        "motivation": motivation(&bodies),
    });
    let mut put = |key: &str, value: Option<&Value>| {
        if let Some(value) = value.filter(|v| !v.is_null()) {
            annotation[key] = value.clone();
        }
    };
    put("created", target.get("created"));
    put(
        "modified",
        target.get("updated").or_else(|| target.get("created")),
    );
    if let Some(id) = target.get("creator").and_then(|c| c.get("id")) {
        let name = target
            .get("creator")
            .and_then(|c| c.get("name"))
            .unwrap_or(id);
        put(
            "creator",
            Some(&json!({ "type": "Person", "nickname": id, "name": name })),
        );
    }
    put(
        "body",
        Some(&Value::Array(bodies)).filter(|b| b.as_array().is_some_and(|b| !b.is_empty())),
    );
    put("target", Some(&Value::Array(targets)));
    put(FOREIGN_ID, item.get("id"));
    put(ORIGINAL, Some(item));
    Ok(annotation)
}

fn motivation(bodies: &[Value]) -> &'static str {
    let has = |purpose| bodies.iter().any(|b| text(b, "purpose") == Some(purpose));
    match (has("replying"), has("commenting"), has("tagging")) {
        (true, ..) => "replying",
        (_, true, _) => "commenting",
        (_, _, true) => "tagging",
        _ => "highlighting",
    }
}
