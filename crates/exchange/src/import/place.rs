//! Foreign annotations on an article of ours.

use serde_json::{Value, json};
use sourcelight_state::Kept;
use sourcelight_text::{OffsetMap, Utf16Span};

use crate::web::{self, UNIT, UNSTATED, UTF16};

/// Gives an annotation what it lacks to stand on `kept`: a source, and positions in code points. An
/// annotation on another page is not touched.
pub(crate) fn settle(annotation: &mut Value, kept: &Kept) {
    let offsets = OffsetMap::new(&kept.article.text);
    let Some(target) = annotation.get_mut("target") else {
        return;
    };
    match target {
        Value::Array(targets) => targets.iter_mut().for_each(|t| one(t, kept, &offsets)),
        single => one(single, kept, &offsets),
    }
}

fn one(target: &mut Value, kept: &Kept, offsets: &OffsetMap<'_>) {
    let source = web::source(target).map(str::to_owned);
    let stated = source.as_deref().filter(|s| *s != UNSTATED);
    if stated.is_some_and(|source| !is_about(source, kept)) {
        return;
    }
    match target {
        Value::Object(members) => {
            if stated.is_none() {
                members.insert("source".to_owned(), json!(kept.id));
            }
            if let Some(selector) = members.get_mut("selector") {
                to_code_points(selector, offsets);
            }
        }
        Value::String(uri) if stated.is_none() => kept.id.clone_into(uri),
        _ => {}
    }
}

/// Whether a source names this article: by its id, or by the address it was found at.
pub(crate) fn is_about(source: &str, kept: &Kept) -> bool {
    let plain = |address: &str| {
        let page = address.split('#').next().unwrap_or_default();
        let page = page.trim_end_matches('/');
        let bare = page
            .strip_prefix("https://")
            .or_else(|| page.strip_prefix("http://"));
        bare.unwrap_or(page).trim_start_matches("www.").to_owned()
    };
    let url = kept.article.metadata.url.as_deref();
    source == kept.id || url.is_some_and(|url| plain(url) == plain(source))
}

/// Converts the positions of selectors on the whole text that count UTF-16. A position refined inside
/// another selector counts in that one's text, which is not here, and stays marked.
fn to_code_points(selector: &mut Value, offsets: &OffsetMap<'_>) {
    match selector {
        Value::Array(items) => items.iter_mut().for_each(|s| to_code_points(s, offsets)),
        Value::Object(members) => {
            let is_position =
                members.get("type").and_then(Value::as_str) == Some("TextPositionSelector");
            let is_utf16 = members.get(UNIT).and_then(Value::as_str) == Some(UTF16);
            let number = |key: &str| {
                let number = members.get(key)?.as_u64()?;
                usize::try_from(number).ok()
            };
            if let (true, Some(start), Some(end)) =
                (is_position && is_utf16, number("start"), number("end"))
            {
                let place = offsets.code_points(offsets.from_utf16(Utf16Span { start, end }));
                members.insert("start".to_owned(), json!(place.start));
                members.insert("end".to_owned(), json!(place.end));
                members.shift_remove(UNIT);
            }
        }
        _ => {}
    }
}
