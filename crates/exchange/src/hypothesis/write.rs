//! A W3C annotation as a row.

use serde_json::{Map, Value, json};
use sourcelight_state::Kept;
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

use super::{ADDRESS, OURS, read, selector, tags, words};
use crate::import::place::{is_about, settle};
use crate::web::{self, ORIGINAL, UNIT, each, text};

/// The row of an annotation on `kept`. `reader` stands in where nobody is named as its maker.
pub(crate) fn row(annotation: &Value, kept: &Kept, reader: Option<&str>) -> Value {
    let offsets = OffsetMap::new(&kept.article.text);
    let original = annotation.get(ORIGINAL).filter(|o| o.get("uri").is_some());
    match original.and_then(|original| Some((original, read(original).ok()?))) {
        Some((original, mut came)) => {
            settle(&mut came, kept);
            overlaid(original.clone(), &came, annotation, kept, &offsets)
        }
        None => fresh(annotation, kept, reader, &offsets),
    }
}

/// The row it came as, with what has been changed since.
fn overlaid(
    mut row: Value,
    came: &Value,
    now: &Value,
    kept: &Kept,
    offsets: &OffsetMap<'_>,
) -> Value {
    let changed = |key: &str| came.get(key) != now.get(key);
    if changed("body") {
        row["text"] = json!(words(now));
        row["tags"] = json!(tags(now));
    }
    if changed("modified")
        && let Some(modified) = now.get("modified")
    {
        row["updated"] = modified.clone();
    }
    if changed("target") && each(&row, "references").is_empty() {
        row["target"] = targets(now, kept, offsets);
    }
    row
}

fn fresh(annotation: &Value, kept: &Kept, reader: Option<&str>, offsets: &OffsetMap<'_>) -> Value {
    let id = web::id(annotation);
    let name = web::creator(annotation).or(reader);
    let user = account(name.unwrap_or("reader"));
    let created = annotation
        .get("created")
        .or_else(|| annotation.get("modified"));
    let updated = annotation
        .get("modified")
        .or_else(|| annotation.get("created"));
    let targets = targets(annotation, kept, offsets);
    let uri = targets.get(0).and_then(|t| t.get("source")).cloned();
    let mut row = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            row.insert(key.to_owned(), value);
        }
    };
    put("id", Some(json!(id.strip_prefix(ADDRESS).unwrap_or(&id))));
    put("created", created.cloned());
    put("updated", updated.cloned());
    put("user", Some(json!(user)));
    put(
        "user_info",
        name.map(|name| json!({ "display_name": name })),
    );
    put("uri", uri);
    put("text", Some(json!(words(annotation))));
    put("tags", Some(json!(tags(annotation))));
    put("group", Some(json!("__world__")));
    put(
        "permissions",
        Some(json!({
            "read": ["group:__world__"], "admin": [user], "update": [user], "delete": [user],
        })),
    );
    put("target", Some(targets));
    let title = kept.article.metadata.title.as_deref();
    put(
        "document",
        Some(json!({ "title": title.into_iter().collect::<Vec<_>>() })),
    );
    if web::is_for(annotation, "replying") {
        let parent = web::sources(annotation).next();
        put(
            "references",
            parent.map(|p| json!([p.strip_prefix(ADDRESS).unwrap_or(p)])),
        );
    }
    let mut row = Value::Object(row);
    let comes_back = read(&row).is_ok_and(|mut back| {
        settle(&mut back, kept);
        if let Some(members) = back.as_object_mut() {
            members.shift_remove(ORIGINAL);
        }
        back == *annotation
    });
    if !comes_back {
        let mut ours = annotation.clone();
        if let Some(members) = ours.as_object_mut() {
            members.insert("id".to_owned(), json!(id));
        }
        row[OURS] = ours;
    }
    row
}

/// A name as an account that Hypothesis can take apart.
fn account(name: &str) -> String {
    if name.starts_with("acct:") {
        return name.to_owned();
    }
    let plain = |c: char| {
        if c.is_alphanumeric() || c == '.' {
            c
        } else {
            '_'
        }
    };
    format!(
        "acct:{}@sourcelight",
        name.chars().map(plain).collect::<String>()
    )
}

/// The one target that a row has: where an annotation has several on the article, all that lies
/// between the first and the last.
fn targets(annotation: &Value, kept: &Kept, offsets: &OffsetMap<'_>) -> Value {
    let all = each(annotation, "target");
    let text = &kept.article.text;
    let spans: Vec<Span> = all.iter().filter_map(|t| span(t, kept, offsets)).collect();
    let cover = spans.iter().copied().reduce(Span::cover);
    if let Some(cover) = cover.filter(|_| spans.len() > 1) {
        let place = offsets.utf16(cover);
        return json!([{ "source": address(&kept.id, kept), "selector": [
            { "type": "TextPositionSelector", "start": place.start, "end": place.end },
            { "type": "TextQuoteSelector", "exact": cover.of(text) },
        ]}]);
    }
    let one = |target: &Value| {
        let source = web::source(target).unwrap_or(&kept.id);
        let here = is_about(source, kept).then_some(offsets);
        let selectors = each(target, "selector").iter();
        let mut written = json!({ "source": address(source, kept) });
        let selectors: Vec<Value> = selectors.filter_map(|s| selector::write(s, here)).collect();
        if !selectors.is_empty() {
            written["selector"] = Value::from(selectors);
        }
        written
    };
    Value::from(all.iter().take(1).map(one).collect::<Vec<_>>())
}

/// Where other programs find what we know by its text.
fn address(source: &str, kept: &Kept) -> String {
    let url = kept
        .article
        .metadata
        .url
        .as_ref()
        .filter(|_| is_about(source, kept));
    url.cloned().unwrap_or_else(|| source.to_owned())
}

/// The place of a target on the article.
fn span(target: &Value, kept: &Kept, offsets: &OffsetMap<'_>) -> Option<Span> {
    is_about(web::source(target)?, kept).then_some(())?;
    let position = web::selector(target, "TextPositionSelector")?;
    if text(position, UNIT).is_some() {
        return None;
    }
    let number = |key: &str| usize::try_from(position.get(key)?.as_u64()?).ok();
    Some(offsets.from_code_points(CodePointSpan {
        start: number("start")?,
        end: number("end")?,
    }))
}
