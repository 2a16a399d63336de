//! Which program wrote a JSON file.

use serde_json::Value;

use super::guard::{Budget, parse};
use super::{Format, ImportError, Imported, recogito, w3c};
use crate::{archive, hypothesis, web};

/// The annotations of a JSON file, whoever wrote it.
pub(super) fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let value = parse(bytes, &mut Budget::default())?;
    let items = items(&value)?;
    let format = items
        .iter()
        .find_map(|item| format(item))
        .or_else(|| is_empty_list(&value).then_some(Format::W3c))
        .ok_or_else(|| {
            if items.iter().any(|item| is_older(item)) {
                ImportError::OlderModel
            } else {
                ImportError::UnknownFormat
            }
        })?;
    let mut imported = Imported::new(format);
    for (index, item) in items.into_iter().enumerate() {
        // An item of one of our own files, taken out of its archive, still knows its versions.
        if let Some(record) = archive::record(item) {
            imported.library.annotations.take_in(record);
            continue;
        }
        let read = match self::format(item) {
            Some(Format::Hypothesis) => hypothesis::read(item),
            Some(Format::Recogito) => recogito::read(item),
            Some(Format::W3c | Format::Sourcelight) => w3c::read(item),
            None => Err("it is not an annotation of any known kind".to_owned()),
        };
        match read {
            Ok(annotation) => imported.add(annotation),
            Err(why) => imported.refuse(&format!("item {}", index + 1), &why),
        }
    }
    Ok(imported)
}

/// The single annotations in a file: of a list, a page, a collection with its pages, an export, an
/// answer of an API, or the one that it is.
fn items(value: &Value) -> Result<Vec<&Value>, ImportError> {
    if let Value::Array(items) = value {
        // A list of pages is what some archives are.
        return items
            .iter()
            .map(self::items)
            .collect::<Result<Vec<_>, _>>()
            .map(|all| all.concat());
    }
    for key in ["annotations", "rows", "items"] {
        if let Some(Value::Array(items)) = value.get(key) {
            return Ok(items.iter().collect());
        }
    }
    if let Some(first) = value.get("first") {
        return match first {
            Value::String(address) => {
                Err(ImportError::Elsewhere(address.chars().take(200).collect()))
            }
            page => items(page),
        };
    }
    Ok(vec![value])
}

fn is_empty_list(value: &Value) -> bool {
    items(value).is_ok_and(|items| items.is_empty())
}

/// The format one item is in.
fn format(item: &Value) -> Option<Format> {
    let annotation = web::is_a(item, "Annotation");
    if recogito::is(item) {
        Some(Format::Recogito)
    } else if annotation || item.get("target").is_some() && item.get("uri").is_none() {
        Some(Format::W3c)
    } else if item.get("uri").is_some()
        && (item.get("user").is_some() || item.get("target").is_some())
    {
        Some(Format::Hypothesis)
    } else {
        None
    }
}

/// Whether an item is an annotation of the Open Annotation model (2013).
fn is_older(item: &Value) -> bool {
    let names_it = |class: &Value| {
        let class = class.as_str().unwrap_or_default();
        class.starts_with("oa:")
            || class.contains("openannotation.org")
            || class.contains("/ns/oa#")
    };
    ["@type", "type"]
        .iter()
        .any(|key| web::each(item, key).iter().any(names_it))
        || item.get("resource").is_some() && item.get("on").is_some()
}
