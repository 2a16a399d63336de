//! Reading the `.sourcelight` file.

use std::collections::BTreeMap;

use serde_json::Value;
use sourcelight_annotation::record::{Record, Version};

use super::{FORMAT, MANIFEST, OTHER, SCHEMA, SETTINGS, items, zip::unpack};
use crate::import::guard::{Budget, parse};
use crate::import::{Format, ImportError, Imported};
use crate::{ArticleRecord, web};

/// What a `.sourcelight` file holds.
pub(crate) fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let mut parts = unpack(bytes)?;
    let mut budget = Budget::default();
    let manifest = parts.remove(MANIFEST).ok_or(ImportError::NotOurArchive)?;
    let manifest = parse(&manifest, &mut budget)?;
    if web::text(&manifest, "format") != Some(FORMAT) {
        return Err(ImportError::NotOurArchive);
    }
    later(&manifest)?;
    let mut imported = Imported::new(Format::Sourcelight);
    for listed in web::each(&manifest, "articles") {
        let part = |key: &str| {
            web::text(listed, key)
                .map(str::to_owned)
                .unwrap_or_default()
        };
        let name = part("article");
        match parts.remove(&name).map(|bytes| parse(&bytes, &mut budget)) {
            None => imported.refuse(&name, "the manifest names it, but it is not there"),
            Some(Err(error @ ImportError::TooMany)) => return Err(error),
            Some(Err(error)) => imported.refuse(&name, &error.to_string()),
            Some(Ok(written)) => {
                later(&written)?;
                match article(written) {
                    Ok(record) => {
                        imported.library.articles.take_in(record);
                    }
                    Err(why) => imported.refuse(&name, &why),
                }
            }
        }
        take_page(&mut imported, &mut parts, &part("annotations"), &mut budget)?;
    }
    if parts.contains_key(OTHER) {
        take_page(&mut imported, &mut parts, OTHER, &mut budget)?;
    }
    if let Some(bytes) = parts.remove(SETTINGS) {
        match parse(&bytes, &mut budget) {
            Ok(Value::Object(settings)) => {
                imported.library.settings = settings.into_iter().collect()
            }
            Ok(_) => imported.refuse(SETTINGS, "it holds no settings"),
            Err(error @ ImportError::TooMany) => return Err(error),
            Err(error) => imported.refuse(SETTINGS, &error.to_string()),
        }
    }
    for name in parts.keys() {
        imported.refuse(name, "no file of this name belongs into it");
    }
    Ok(imported)
}

/// Refuses what a later version wrote.
fn later(written: &Value) -> Result<(), ImportError> {
    match written.get("schema").and_then(Value::as_u64) {
        Some(schema) if schema > SCHEMA => Err(ImportError::Later { schema }),
        _ => Ok(()),
    }
}

fn take_page(
    imported: &mut Imported,
    parts: &mut BTreeMap<String, Vec<u8>>,
    name: &str,
    budget: &mut Budget,
) -> Result<(), ImportError> {
    let page = match parts.remove(name).map(|bytes| parse(&bytes, budget)) {
        None => {
            imported.refuse(name, "the manifest names it, but it is not there");
            return Ok(());
        }
        Some(Err(error @ ImportError::TooMany)) => return Err(error),
        Some(Err(error)) => {
            imported.refuse(name, &error.to_string());
            return Ok(());
        }
        Some(Ok(page)) => page,
    };
    for (index, record) in items::records(&page).enumerate() {
        match record {
            Ok(record) => {
                imported.library.annotations.take_in(record);
            }
            Err(why) => imported.refuse(&format!("{name}, annotation {}", index + 1), &why),
        }
    }
    Ok(())
}

/// The record of an article, where its id is that of its text.
fn article(mut written: Value) -> Result<Record<ArticleRecord>, String> {
    let record = written
        .get_mut("record")
        .map(Value::take)
        .ok_or("it holds no article")?;
    let record: Record<ArticleRecord> =
        serde_json::from_value(record).map_err(|error| error.to_string())?;
    let sound = |version: &Version<ArticleRecord>| {
        version
            .content
            .as_ref()
            .is_none_or(|article| article.id() == record.id() && article.kept().is_some())
    };
    if record.versions().iter().all(sound) {
        Ok(record)
    } else {
        Err("its text is not the one its id was made of; the file was changed by hand".to_owned())
    }
}
