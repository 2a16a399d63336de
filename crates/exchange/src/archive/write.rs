//! Writing the `.sourcelight` file.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use sourcelight_annotation::{article_id, record::Record};

use super::{FORMAT, MANIFEST, OTHER, SCHEMA, SETTINGS, items, zip::pack};
use crate::{Library, web};

/// The bytes of a `.sourcelight` file that holds all of `library`. `version` is the app's.
pub(crate) fn write(library: &Library, version: &str) -> Vec<u8> {
    let mut parts = Vec::new();
    let mut listed = Vec::new();
    let mut by_article: BTreeMap<Option<&str>, Vec<&Record<Value>>> = BTreeMap::new();
    for annotation in library.annotations.iter() {
        let article = article_of(library, annotation);
        by_article.entry(article).or_default().push(annotation);
    }
    for record in library.articles.iter() {
        let name = file_name(record.id());
        let (article, annotations) = (
            format!("articles/{name}.json"),
            format!("annotations/{name}.jsonld"),
        );
        parts.push((
            article.clone(),
            bytes(&json!({ "schema": SCHEMA, "record": record })),
        ));
        let about = by_article.remove(&Some(record.id())).unwrap_or_default();
        let page = items::page(about.into_iter());
        parts.push((annotations.clone(), bytes(&page)));
        let title = record
            .shown()
            .content
            .as_ref()
            .and_then(|a| a.metadata.title.clone());
        listed.push(json!({
            "id": record.id(),
            "title": title,
            "article": article,
            "annotations": annotations,
        }));
    }
    if let Some(stray) = by_article.remove(&None) {
        let page = items::page(stray.into_iter());
        parts.push((OTHER.to_owned(), bytes(&page)));
    }
    if !library.settings.is_empty() {
        parts.push((SETTINGS.to_owned(), bytes(&json!(library.settings))));
    }
    let manifest = json!({
        "format": FORMAT,
        "schema": SCHEMA,
        "generator": format!("Sourcelight {version}"),
        "articles": listed,
        "annotationCount": library.annotations.len(),
    });
    parts.insert(0, (MANIFEST.to_owned(), bytes(&manifest)));
    pack(&parts)
}

/// The article in the library that an annotation is about.
fn article_of<'a>(library: &'a Library, annotation: &Record<Value>) -> Option<&'a str> {
    let contents = annotation
        .versions()
        .iter()
        .filter_map(|v| v.content.as_ref());
    contents
        .flat_map(web::sources)
        .find_map(|source| library.articles.get(source))
        .map(Record::id)
}

/// A file's name for an id: the hash in it, or else the hash of it.
fn file_name(id: &str) -> String {
    let hash = |id: &str| {
        id.strip_prefix("urn:sha256:")
            .filter(|hex| hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
            .map(str::to_owned)
    };
    hash(id)
        .or_else(|| hash(&article_id(id)))
        .unwrap_or_default()
}

/// JSON that a person can read.
fn bytes(value: &Value) -> Vec<u8> {
    // A value always has a text.
    serde_json::to_vec_pretty(value).unwrap_or_default()
}
