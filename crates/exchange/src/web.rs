//! Reading W3C annotations as JSON, whatever else they hold.

use serde_json::{Value, json};
use sourcelight_annotation::article_id;
use sourcelight_annotation::record::canonical;

/// When an annotation was deleted; it then stands in the bin.
pub(crate) const DELETED: &str = "sl:deleted";
/// The id a foreign annotation had, where it was no URI.
pub(crate) const FOREIGN_ID: &str = "sl:id";
/// The annotation as another program wrote it, where its format is not W3C.
pub(crate) const ORIGINAL: &str = "sl:original";
/// The unit of a position that does not count code points.
pub(crate) const UNIT: &str = "sl:unit";
/// The value of [`UNIT`] for UTF-16 code units.
pub(crate) const UTF16: &str = "utf-16";
/// The source of a target whose file does not say what it is about.
pub(crate) const UNSTATED: &str = "urn:sourcelight:unstated-source";
/// The program that makes the machine's suggestions.
pub(crate) const ENGINE: &str = "urn:sourcelight:engine";

/// The context of what we write: the W3C's, and our prefix.
pub(crate) fn context() -> Value {
    json!(["http://www.w3.org/ns/anno.jsonld", { "sl": "urn:sourcelight:" }])
}

/// The member `key`, where it is text.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

/// The items of a member that may be one thing or a list of them.
pub(crate) fn each<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    match value.get(key) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Whether the member `type` names this class.
pub(crate) fn is_a(value: &Value, class: &str) -> bool {
    each(value, "type")
        .iter()
        .any(|t| t.as_str() == Some(class))
}

/// Whether `id` is a URI with a scheme.
pub(crate) fn is_uri(id: &str) -> bool {
    id.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            && !rest.is_empty()
            && !id.contains(|c: char| {
                c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c)
            })
    })
}

/// The annotation's id; one made of its content where it has none that is a URI, so that the same
/// annotation read twice has the same id.
pub(crate) fn id(annotation: &Value) -> String {
    match text(annotation, "id") {
        Some(id) if is_uri(id) => id.to_owned(),
        Some(id) if is_uuid(id.trim_start_matches('#')) => {
            format!(
                "urn:uuid:{}",
                id.trim_start_matches('#').to_ascii_lowercase()
            )
        }
        _ => article_id(&canonical(annotation)),
    }
}

fn is_uuid(id: &str) -> bool {
    id.len() == 36
        && id.char_indices().all(|(at, c)| match at {
            8 | 13 | 18 | 23 => c == '-',
            _ => c.is_ascii_hexdigit(),
        })
}

/// The ids of what its targets are about, without fragments.
pub(crate) fn sources(annotation: &Value) -> impl Iterator<Item = &str> {
    each(annotation, "target").iter().filter_map(source)
}

/// What one target is about.
pub(crate) fn source(target: &Value) -> Option<&str> {
    let source = match target {
        Value::String(uri) => Some(uri.as_str()),
        _ => match target.get("source") {
            Some(Value::String(uri)) => Some(uri.as_str()),
            Some(resource) => text(resource, "id"),
            None => text(target, "id"),
        },
    };
    source.map(|s| s.split_once('#').map_or(s, |(page, _)| page))
}

/// The selectors of one target, one thing or a list.
pub(crate) fn selector<'a>(target: &'a Value, kind: &str) -> Option<&'a Value> {
    each(target, "selector")
        .iter()
        .find(|s| text(s, "type") == Some(kind))
}

/// The words a target quotes.
pub(crate) fn quote(target: &Value) -> Option<&str> {
    text(selector(target, "TextQuoteSelector")?, "exact")
}

/// The values of the textual bodies with this purpose. A body without a purpose has the one that
/// `motivation` names (W3C Web Annotation Data Model, section 3.3.5).
pub(crate) fn bodies<'a>(annotation: &'a Value, purpose: &'a str) -> impl Iterator<Item = &'a str> {
    let motivated = each(annotation, "motivation")
        .iter()
        .any(|m| m.as_str() == Some(purpose));
    each(annotation, "body").iter().filter_map(move |body| {
        let purposes = each(body, "purpose");
        let fits = if purposes.is_empty() {
            motivated || purpose == "commenting" && each(annotation, "motivation").is_empty()
        } else {
            purposes.iter().any(|p| p.as_str() == Some(purpose))
        };
        text(body, "value").filter(|_| fits)
    })
}

/// The name of whoever made it.
pub(crate) fn creator(annotation: &Value) -> Option<&str> {
    each(annotation, "creator").iter().find_map(|creator| {
        creator
            .as_str()
            .or_else(|| text(creator, "name"))
            .or_else(|| text(creator, "nickname"))
            .or_else(|| text(creator, "id"))
    })
}

/// Whether it was made for this.
pub(crate) fn is_for(annotation: &Value, motivation: &str) -> bool {
    each(annotation, "motivation")
        .iter()
        .any(|m| m.as_str() == Some(motivation))
}

/// Whether the machine made it and nobody else.
pub(crate) fn is_machine(annotation: &Value) -> bool {
    annotation.get("creator").is_none()
        && each(annotation, "generator")
            .iter()
            .any(|g| text(g, "id") == Some(ENGINE))
}

/// What makes two annotations the same one under two ids: who says what on which words.
pub(crate) fn fingerprint(annotation: &Value) -> String {
    let plain = |body: &Value| match body {
        Value::String(uri) => json!([uri]),
        _ => json!([
            body.get("value"),
            body.get("purpose"),
            body.get("source"),
            body.get("id")
        ]),
    };
    let target = |target: &Value| json!([source(target), quote(target), place(target)]);
    let list = |key: &str| each(annotation, key);
    let whole = json!([
        list("motivation"),
        list("body").iter().map(plain).collect::<Vec<_>>(),
        list("target").iter().map(target).collect::<Vec<_>>(),
        creator(annotation),
    ]);
    canonical(&whole)
}

fn place(target: &Value) -> Value {
    let place = selector(target, "TextPositionSelector")
        .map(|s| json!([s.get("start"), s.get("end"), s.get(UNIT)]));
    place.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_uris_and_the_same_for_the_same_annotation() {
        assert_eq!(
            id(&json!({"id": "http://example.org/1"})),
            "http://example.org/1"
        );
        let hashed = id(&json!({"id": "#9B6AA528-660a-4551-8265-66f45c61acab"}));
        assert_eq!(hashed, "urn:uuid:9b6aa528-660a-4551-8265-66f45c61acab");
        let made = id(&json!({"id": "anno 1", "body": "x"}));
        assert!(made.starts_with("urn:sha256:"));
        assert_eq!(made, id(&json!({"body": "x", "id": "anno 1"})));
        assert_ne!(made, id(&json!({"body": "y"})));
    }

    #[test]
    fn one_thing_and_a_list_of_one_read_the_same() {
        for target in [
            json!("http://example.org/#p"),
            json!([{"source": "http://example.org/"}]),
            json!({"source": {"id": "http://example.org/"}}),
        ] {
            let annotation = json!({ "target": target });
            assert_eq!(
                sources(&annotation).collect::<Vec<_>>(),
                ["http://example.org/"]
            );
        }
    }

    #[test]
    fn a_body_without_purpose_takes_the_motivation() {
        let tagged = json!({"motivation": "tagging", "body": [{"value": "a"}, {"value": "b", "purpose": "commenting"}]});
        assert_eq!(bodies(&tagged, "tagging").collect::<Vec<_>>(), ["a"]);
        assert_eq!(bodies(&tagged, "commenting").collect::<Vec<_>>(), ["b"]);
        let bare = json!({"body": {"value": "a"}});
        assert_eq!(bodies(&bare, "commenting").collect::<Vec<_>>(), ["a"]);
    }
}
