//! From what is stored to records that merge, and back.
//!
//! A database keeps annotations as they stand now. The versions are made of them when something is
//! handed on or taken in: what was never exchanged is the first version of its writer, at the time of
//! its last change; what was, is the version that stood then, changed since or not. So the same
//! data gives the same versions however often it is handed on.

use serde_json::{Value, json};
use sourcelight_annotation::anchor::Anchoring;
use sourcelight_annotation::record::{Record, Stamp};
use sourcelight_annotation::{Annotation, Body, Maker, Note, WebAnnotation, read, write};
use sourcelight_state::Kept;
use sourcelight_text::{OffsetMap, Span};

use crate::library::record_of;
use crate::{ArticleRecord, Library, import::place::is_about, time::millis, web};

/// An article and its annotations as a database keeps them.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// The article.
    pub kept: Kept,
    /// When it was put into the bin, ISO 8601 in UTC.
    pub deleted: Option<String>,
    /// Its annotations, W3C JSON-LD, each with `sl:deleted` where it is in the bin.
    pub annotations: Vec<Value>,
}

impl Library {
    /// The library that these shelves make, `writer` being the name under which this database
    /// writes, and `exchanged` the records as they stood when they were last exchanged. Records in `exchanged` that no shelf holds stay as they are: they wait for their place.
    pub fn of_shelves(shelves: &[Shelf], exchanged: &Self, writer: &str) -> Self {
        let mut library = exchanged.clone();
        for shelf in shelves {
            let first = Self::of(&shelf.kept, &[], writer);
            for record in first.articles {
                let before = exchanged.articles.get(record.id()).cloned();
                let record = article(before, record, shelf.deleted.as_deref());
                library.articles.replace(record);
            }
            for annotation in &shelf.annotations {
                let record = record_of(&whole_numbers(annotation.clone()), writer);
                let before = exchanged.annotations.get(record.id()).cloned();
                let record = before.map_or(record.clone(), |before| {
                    later(before, &record, &shelf.kept, writer)
                });
                library.annotations.replace(record);
            }
        }
        library
    }
}

/// The article's record: as it was exchanged, where it still says the same.
fn article(
    before: Option<Record<ArticleRecord>>,
    now: Record<ArticleRecord>,
    deleted: Option<&str>,
) -> Record<ArticleRecord> {
    let Some(content) = now.shown().content.clone() else {
        return now;
    };
    let (device, stamp) = (now.shown().device.clone(), now.shown().stamp());
    let mut record = before.unwrap_or(now);
    let stands = record.versions().iter().any(|version| {
        let same = version
            .content
            .as_ref()
            .is_some_and(|c| !c.differs(&content));
        same && version.deleted.as_deref() == deleted
    });
    if !stands {
        let stamp = deleted.and_then(millis).map_or(stamp, Stamp::at);
        record.change(&device, stamp, deleted.map(str::to_owned), Some(content));
    }
    record
}

/// The annotation's record: as it was exchanged, where the reader has not changed it since.
fn later(before: Record<Value>, now: &Record<Value>, kept: &Kept, writer: &str) -> Record<Value> {
    let current = now.shown();
    let modified =
        |content: Option<&Value>| content.and_then(|c| web::text(c, "modified").map(str::to_owned));
    let stands = before.versions().iter().any(|version| {
        let as_shown = version.content.as_ref().and_then(|c| on_article(c, kept));
        version.deleted == current.deleted
            && modified(as_shown.as_ref()) == modified(current.content.as_ref())
    });
    let mut record = before;
    if !stands {
        record.change(
            writer,
            current.stamp(),
            current.deleted.clone(),
            current.content.clone(),
        );
    }
    record
}

/// The place of an annotation in a library: the kept article that one of its targets names by its id
/// or by the address it was found at.
pub fn article_of<'k>(
    annotation: &Value,
    kept: impl Iterator<Item = &'k Kept>,
) -> Option<&'k Kept> {
    let sources: Vec<&str> = web::sources(annotation).collect();
    let mut kept = kept;
    kept.find(|kept| sources.iter().any(|source| is_about(source, kept)))
}

/// An annotation as it can be shown on its article: as it is, where it is one of ours; else a note
/// where its words are found, with what it says. None where its place is not found.
pub fn on_article(annotation: &Value, kept: &Kept) -> Option<Value> {
    let text = &kept.article.text;
    let offsets = OffsetMap::new(text);
    if read(annotation, text, &offsets).is_ok_and(|a| a.article == kept.id) {
        return Some(annotation.clone());
    }
    let foreign = WebAnnotation::from_json(annotation)?;
    let span = place(&foreign, kept)?;
    let created = foreign
        .created
        .clone()
        .or(foreign.modified.clone())
        .unwrap_or_default();
    let note = Annotation {
        id: web::id(annotation),
        article: kept.id.clone(),
        body: Body::Note(Note {
            span,
            text: says(annotation),
        }),
        modified: foreign.modified.unwrap_or(created.clone()),
        created,
        maker: maker_of(annotation),
        deleted: None,
    };
    Some(write(&note, text, &offsets))
}

/// Who made a foreign annotation, as far as it says.
fn maker_of(annotation: &Value) -> Maker {
    match (web::creator(annotation), web::text(annotation, "sl:from")) {
        (Some(name), _) => Maker::Person(name.to_owned()),
        (None, Some(file)) => Maker::File(file.to_owned()),
        (None, None) => Maker::Reader,
    }
}

/// Where a foreign annotation stands: where its selectors lead, or on the first words of the article
/// where it is about all of it.
fn place(foreign: &WebAnnotation, kept: &Kept) -> Option<Span> {
    let about = foreign
        .target
        .iter()
        .find(|t| t.source().is_some_and(|s| is_about(s, kept)))?;
    let selectors = about.object().map(|part| part.selector.clone().into_vec());
    let selectors = selectors.unwrap_or_default();
    if selectors.is_empty() {
        return kept.article.blocks.first().map(|block| block.span);
    }
    Anchoring::new(&kept.article.text).anchor(&selectors).span
}

/// What a foreign annotation says: its comments, then its tags.
fn says(annotation: &Value) -> String {
    let mut said: Vec<String> = ["commenting", "questioning", "describing", "replying"]
        .iter()
        .flat_map(|purpose| web::bodies(annotation, purpose))
        .map(str::to_owned)
        .collect();
    let tags: Vec<String> = web::bodies(annotation, "tagging")
        .map(|tag| format!("#{tag}"))
        .collect();
    if !tags.is_empty() {
        said.push(tags.join(" "));
    }
    said.retain(|words| !words.trim().is_empty());
    said.dedup();
    said.join("\n\n")
}

/// Numbers that went through a browser come back as floating point; those that are whole become whole
/// again.
fn whole_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            // Within this range every whole number is exact.
            Some(float) if float.fract() == 0.0 && float.abs() <= 9_007_199_254_740_991.0 => {
                json!(float as i64)
            }
            _ => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(whole_numbers).collect(),
        Value::Object(members) => {
            let members = members
                .into_iter()
                .map(|(key, value)| (key, whole_numbers(value)));
            Value::Object(members.collect())
        }
        other => other,
    }
}
