//! From what is stored to records that merge, and back.
//!
//! A database keeps annotations as they stand now. The versions are made of them when something is
//! handed on or taken in: what was never exchanged is the first version of its writer, at the time of
//! its last change; what was, is the version that stood then, changed since or not. So the same
//! data gives the same versions however often it is handed on.

use serde_json::{Value, json};
use sourcelight_annotation::anchor::Anchoring;
use sourcelight_annotation::record::{Record, Stamp};
use sourcelight_annotation::{
    Annotation, Body, Lost, Maker, Note, OldPassage, SelectorKind, WebAnnotation, read, write,
};
use sourcelight_state::Kept;
use sourcelight_text::{OffsetMap, Span};

use crate::library::record_of;
use crate::node_tree::NodeTree;
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
/// where its words are found, with what it says, and a lost one where they are not. None where it quotes
/// no words by which a reader could find its place.
pub fn on_article(annotation: &Value, kept: &Kept) -> Option<Value> {
    let text = &kept.article.text;
    let offsets = OffsetMap::new(text);
    if read(annotation, text, &offsets).is_ok_and(|a| a.article == kept.id) {
        return Some(annotation.clone());
    }
    let foreign = WebAnnotation::from_json(annotation)?;
    let body = match place(&foreign, kept) {
        Some(span) => Body::Note(Note {
            span,
            text: says(annotation),
        }),
        None => Body::Lost(lost(&foreign, kept, &says(annotation))?),
    };
    let created = foreign
        .created
        .clone()
        .or(foreign.modified.clone())
        .unwrap_or_default();
    let note = Annotation {
        id: web::id(annotation),
        article: kept.id.clone(),
        body,
        modified: foreign.modified.unwrap_or(created.clone()),
        created,
        maker: maker_of(annotation),
        deleted: None,
        carried: None,
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

/// A foreign annotation whose words are not in the article, or in several places.
fn lost(foreign: &WebAnnotation, kept: &Kept, says: &str) -> Option<Lost> {
    let about = foreign
        .target
        .iter()
        .find(|t| t.source().is_some_and(|s| is_about(s, kept)))?;
    let selectors = about.object()?.selector.clone().into_vec();
    let quote = selectors.iter().find_map(|selector| match &selector.kind {
        SelectorKind::Quote(quote) => Some(quote),
        _ => None,
    })?;
    let passage = OldPassage {
        exact: quote.exact.clone(),
        prefix: quote.prefix.clone().unwrap_or_default(),
        suffix: quote.suffix.clone().unwrap_or_default(),
    };
    let candidates = Anchoring::new(&kept.article.text)
        .anchor(&selectors)
        .candidates;
    Some(Lost::note(&kept.id, &passage, says, candidates))
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
    let text = &kept.article.text;
    match &kept.article.nodes {
        Some(map) => {
            let tree = NodeTree::new(map, text);
            Anchoring::on_page(text, &tree).anchor(&selectors).span
        }
        None => Anchoring::new(text).anchor(&selectors).span,
    }
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

#[cfg(test)]
mod tests {
    use sourcelight_annotation::{LostWord, article_id};

    use super::*;

    const TEXT: &str = "🕊 A headline\n\nOfficials said the mines are safe. Nobody asked them why.";
    const WRITER: &str = "urn:uuid:writer";

    fn kept() -> Kept {
        let mut article = sourcelight_article::open_plain_text(TEXT);
        article.metadata.url = Some("https://news.example/mines".to_owned());
        Kept {
            id: article_id(TEXT),
            article,
            opened: "2024-11-20T10:00:00.000Z".to_owned(),
        }
    }

    fn note(words: &str, said: &str, modified: &str) -> Value {
        let start = TEXT.find(words).unwrap();
        let note = Annotation {
            id: "urn:uuid:1".to_owned(),
            article: article_id(TEXT),
            body: Body::Note(Note {
                span: Span::new(start, start + words.len()),
                text: said.to_owned(),
            }),
            created: "2024-11-20T10:00:00.000Z".to_owned(),
            modified: modified.to_owned(),
            maker: Maker::Reader,
            deleted: None,
            carried: None,
        };
        write(&note, TEXT, &OffsetMap::new(TEXT))
    }

    fn shelf(annotations: Vec<Value>) -> Shelf {
        Shelf {
            kept: kept(),
            deleted: None,
            annotations,
        }
    }

    fn library(shelf: &Shelf, exchanged: &Library) -> Library {
        Library::of_shelves(std::slice::from_ref(shelf), exchanged, WRITER)
    }

    const FIRST: &str = "2024-11-20T10:00:00.000Z";
    const LATER: &str = "2024-11-21T10:00:00.000Z";

    #[test]
    fn the_same_shelves_give_the_same_library_however_often() {
        let shelf = shelf(vec![note("Officials", "who?", FIRST)]);
        let once = library(&shelf, &Library::default());
        assert_eq!(library(&shelf, &once), once);
        assert_eq!((once.articles.len(), once.annotations.len()), (1, 1));
    }

    #[test]
    fn what_was_changed_since_it_was_exchanged_is_a_version_after_that() {
        let before = shelf(vec![note("Officials", "who?", FIRST)]);
        let exchanged = library(&before, &Library::default());
        let after = shelf(vec![note("Officials", "which ones?", LATER)]);
        let changed = library(&after, &exchanged);
        let record = changed.annotations.get("urn:uuid:1").unwrap();
        assert_eq!(record.versions().len(), 1);
        assert!(
            record
                .shown()
                .supersedes(exchanged.annotations.get("urn:uuid:1").unwrap().shown())
        );
        let said = record.shown().content.as_ref().unwrap();
        assert_eq!(said["body"][0]["value"], "which ones?");
    }

    #[test]
    fn numbers_that_went_through_a_browser_change_nothing() {
        let mut there = note("Officials", "who?", FIRST);
        let exchanged = library(&shelf(vec![there.clone()]), &Library::default());
        for end in ["start", "end"] {
            let number = &mut there["target"][0]["selector"][1][end];
            *number = json!(number.as_f64().unwrap());
        }
        assert_eq!(library(&shelf(vec![there]), &exchanged), exchanged);
    }

    #[test]
    fn an_article_in_the_bin_is_a_version_that_is_deleted() {
        let before = library(&shelf(Vec::new()), &Library::default());
        let mut binned = shelf(Vec::new());
        binned.deleted = Some(LATER.to_owned());
        let after = library(&binned, &before);
        let record = after.articles.get(&kept().id).unwrap();
        assert_eq!(record.shown().deleted.as_deref(), Some(LATER));
        assert!(record.shown().content.is_some());
        // And out of it again.
        let back = library(&shelf(Vec::new()), &after);
        assert!(back.articles.get(&kept().id).unwrap().shown().is_live());
    }

    #[test]
    fn what_waits_for_its_article_stays() {
        let waiting = library(
            &shelf(vec![note("Officials", "who?", FIRST)]),
            &Library::default(),
        );
        let library = Library::of_shelves(&[], &waiting, WRITER);
        assert_eq!(library, waiting);
    }

    #[test]
    fn a_foreign_annotation_is_shown_as_a_note_on_its_words() {
        let foreign = json!({
            "id": "https://hypothes.is/a/1", "type": "Annotation", "motivation": "commenting",
            "created": FIRST,
            "body": [
                {"type": "TextualBody", "purpose": "commenting", "value": "who?"},
                {"type": "TextualBody", "purpose": "tagging", "value": "unnamed"},
            ],
            "target": [{"source": "https://news.example/mines", "selector": [
                {"type": "TextQuoteSelector", "exact": "Officials said"}]}],
        });
        let shown = on_article(&foreign, &kept()).unwrap();
        let read = read(&shown, TEXT, &OffsetMap::new(TEXT)).unwrap();
        let note = read.note().unwrap();
        assert_eq!(note.span.of(TEXT), "Officials said");
        assert_eq!(note.text, "who?\n\n#unnamed");
        assert_eq!(article_of(&foreign, [&kept()].into_iter()), Some(&kept()));
        let mut gone = foreign;
        gone["target"][0]["selector"][0]["exact"] = json!("Words that stand nowhere in this text");
        let shown = on_article(&gone, &kept()).unwrap();
        let annotation = sourcelight_annotation::read(&shown, TEXT, &OffsetMap::new(TEXT)).unwrap();
        let lost = annotation.lost().unwrap();
        assert_eq!(
            lost.passages()[0].exact,
            "Words that stand nowhere in this text"
        );
        assert_eq!(lost.says(), LostWord::Note("who?\n\n#unnamed".into()));
        gone["target"][0]["selector"] = json!([{ "type": "CssSelector", "value": "#gone" }]);
        assert_eq!(on_article(&gone, &kept()), None);
    }
}
