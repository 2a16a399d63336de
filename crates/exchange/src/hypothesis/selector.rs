//! Hypothesis' selectors and the W3C's.

use serde_json::{Value, json};
use sourcelight_text::{CodePointSpan, OffsetMap};

use crate::web::{UNIT, UTF16, text};

/// A selector of a row as W3C. Positions stay in UTF-16 and say so.
pub(super) fn read(selector: &Value) -> Value {
    let mut selector = selector.clone();
    match text(&selector, "type") {
        Some("TextPositionSelector") => selector[UNIT] = json!(UTF16),
        Some("RangeSelector") => {
            if let Some(range) = range(&selector) {
                return range;
            }
        }
        _ => {}
    }
    selector
}

/// Hypothesis names the ends of a range by XPath and offset; the W3C by two selectors.
fn range(selector: &Value) -> Option<Value> {
    let members = selector.as_object()?;
    let end = |container: &str, offset: &str| {
        let path = members.get(container)?.as_str()?;
        let at = members.get(offset)?.as_u64()?;
        Some(json!({
            "type": "XPathSelector",
            "value": path,
            "refinedBy": { "type": "TextPositionSelector", "start": at, "end": at, UNIT: UTF16 },
        }))
    };
    // Anything more than these five could not be written back; then it stays as it is.
    (members.len() == 5).then_some(())?;
    Some(json!({
        "type": "RangeSelector",
        "startSelector": end("startContainer", "startOffset")?,
        "endSelector": end("endContainer", "endOffset")?,
    }))
}

/// A W3C selector as Hypothesis has it. `offsets` are those of the text that positions count in;
/// without them a position in code points is left out, since nothing can convert it.
pub(super) fn write(selector: &Value, offsets: Option<&OffsetMap<'_>>) -> Option<Value> {
    let mut written = selector.clone();
    match text(selector, "type") {
        Some("TextPositionSelector") => {
            let members = written.as_object_mut()?;
            if members.shift_remove(UNIT).is_none() {
                let number = |key: &str| usize::try_from(selector.get(key)?.as_u64()?).ok();
                let place = CodePointSpan {
                    start: number("start")?,
                    end: number("end")?,
                };
                let offsets = offsets?;
                let place = offsets.utf16(offsets.from_code_points(place));
                members.insert("start".to_owned(), json!(place.start));
                members.insert("end".to_owned(), json!(place.end));
            }
            Some(written)
        }
        Some("RangeSelector") if selector.get("startSelector").is_some() => {
            let end = |key: &str| {
                let end = selector.get(key)?;
                let at = end.get("refinedBy")?;
                let is_xpath = text(end, "type") == Some("XPathSelector");
                let is_position = text(at, "type") == Some("TextPositionSelector");
                (is_xpath && is_position)
                    .then_some((text(end, "value")?.to_owned(), at.get("start")?.clone()))
            };
            let ((start, from), (end, to)) = (end("startSelector")?, end("endSelector")?);
            Some(json!({
                "type": "RangeSelector",
                "startContainer": start,
                "startOffset": from,
                "endContainer": end,
                "endOffset": to,
            }))
        }
        _ => Some(written),
    }
}
