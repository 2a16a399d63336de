//! A row as a W3C annotation.

use serde_json::{Map, Value, json};

use super::{ADDRESS, OURS, selector, tags, words};
use crate::web::{self, ORIGINAL, each, text};

/// The annotation in a row of the API or of an export.
pub(crate) fn read(row: &Value) -> Result<Value, String> {
    let mut row = row.clone();
    let members = row.as_object_mut().ok_or("it is not a JSON object")?;
    // The client's own bookkeeping, which its exports leave out too.
    members.retain(|key, _| !key.starts_with('$'));
    let ours = members.shift_remove(OURS);
    let uri = text(&row, "uri").unwrap_or_default().to_owned();
    if uri.is_empty()
        && each(&row, "target")
            .iter()
            .all(|t| web::source(t).is_none())
    {
        return Err("it does not say what it is about (no uri)".to_owned());
    }
    let id = id(&row);
    if let Some(ours) = ours.filter(|ours| text(ours, "id") == Some(&id)) {
        return Ok(own(ours, &row));
    }
    let body = bodies(&row);
    let references = each(&row, "references");
    let mut annotation = json!({
        "@context": web::context(),
        "id": id,
        "type": "Annotation",
        "motivation": motivation(&row, !references.is_empty()),
    });
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            annotation[key] = value;
        }
    };
    put(
        "created",
        row.get("created").filter(|v| v.is_string()).cloned(),
    );
    put(
        "modified",
        row.get("updated").filter(|v| v.is_string()).cloned(),
    );
    put("creator", creator(&row));
    put("body", (!body.is_empty()).then(|| Value::from(body)));
    let parent = references.last().and_then(Value::as_str);
    put(
        "target",
        Some(match parent {
            Some(parent) => json!(address(parent)),
            None => targets(&row, &uri),
        }),
    );
    put(ORIGINAL, Some(row));
    Ok(annotation)
}

/// The id of a row's annotation as a URI.
fn id(row: &Value) -> String {
    match text(row, "id") {
        Some(id) => address(id),
        None => web::id(row),
    }
}

/// An id as a URI: its own, or its address at Hypothesis.
fn address(id: &str) -> String {
    let plain = !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    if plain {
        format!("{ADDRESS}{id}")
    } else {
        web::id(&json!({ "id": id }))
    }
}

fn motivation(row: &Value, reply: bool) -> &'static str {
    let says = text(row, "text").is_some_and(|t| !t.is_empty());
    match (reply, says, each(row, "tags").is_empty()) {
        (true, ..) => "replying",
        (_, true, _) => "commenting",
        (_, _, false) => "tagging",
        _ => "highlighting",
    }
}

fn bodies(row: &Value) -> Vec<Value> {
    let mut bodies = Vec::new();
    if let Some(said) = text(row, "text").filter(|t| !t.is_empty()) {
        let purpose = if each(row, "references").is_empty() {
            "commenting"
        } else {
            "replying"
        };
        bodies.push(json!({
            "type": "TextualBody",
            "purpose": purpose,
            "format": "text/markdown",
            "value": said,
        }));
    }
    let tags = each(row, "tags").iter().filter_map(Value::as_str);
    bodies.extend(
        tags.map(|tag| json!({ "type": "TextualBody", "purpose": "tagging", "value": tag })),
    );
    bodies
}

fn creator(row: &Value) -> Option<Value> {
    let user = text(row, "user")?;
    let plain = user.strip_prefix("acct:").unwrap_or(user);
    let shown = row
        .get("user_info")
        .and_then(|info| text(info, "display_name"));
    let name = shown.unwrap_or_else(|| plain.split('@').next().unwrap_or(plain));
    let mut creator = Map::new();
    if web::is_uri(user) {
        creator.insert("id".to_owned(), json!(user));
    }
    creator.insert("type".to_owned(), json!("Person"));
    creator.insert("name".to_owned(), json!(name));
    Some(Value::Object(creator))
}

fn targets(row: &Value, uri: &str) -> Value {
    let mut targets: Vec<Value> = each(row, "target")
        .iter()
        .map(|target| {
            let source = web::source(target).unwrap_or(uri);
            let selectors: Vec<Value> = each(target, "selector")
                .iter()
                .map(selector::read)
                .collect();
            let mut read = json!({ "type": "SpecificResource", "source": source });
            if !selectors.is_empty() {
                read["selector"] = Value::from(selectors);
            }
            read
        })
        .collect();
    if targets.is_empty() {
        targets.push(json!({ "type": "SpecificResource", "source": uri }));
    }
    Value::from(targets)
}

/// Our own annotation, with what was changed of it where it has been since.
fn own(mut ours: Value, row: &Value) -> Value {
    let said = text(row, "text").unwrap_or_default();
    let row_tags: Vec<&str> = each(row, "tags").iter().filter_map(Value::as_str).collect();
    if words(&ours) != said || tags(&ours) != row_tags {
        let body = bodies(row);
        if let Some(members) = ours.as_object_mut() {
            members.shift_remove("body");
            if !body.is_empty() {
                members.insert("body".to_owned(), Value::from(body));
            }
            if let Some(updated) = row.get("updated") {
                members.insert("modified".to_owned(), updated.clone());
            }
        }
    }
    ours
}
