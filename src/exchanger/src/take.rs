//! What a file changes of what is kept.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;
use sourcelight_annotation::record::{Clock, Record, Version};
use sourcelight_exchange::{
    Change, Format, ImportReport, Imported, Library, Shelf as Kept, article_of, import, millis,
    on_article,
};
use sourcelight_state as state;

use crate::{Answer, Conflict, Exchanged, Report, Request, Shelf, TakenIn, said::said_of};

/// How many addresses of articles that are not here are named.
const ADDRESSES: usize = 5;

/// Reads a file and lays it over `library`, which the shelves make.
pub(crate) fn take_in(
    request: &Request,
    shelves: &[Kept],
    library: &Library,
    (bytes, name): (&[u8], &str),
    open: Option<&str>,
) -> Answer {
    let imported = match import(bytes, name) {
        Ok(imported) => imported,
        Err(error) => return Answer::Failed(said_of(&error)),
    };
    let foreign = imported.format != Format::Sourcelight;
    let brought = imported.library.articles.iter();
    let brought: Vec<state::Kept> = brought
        .filter_map(|r| r.shown().content.as_ref()?.kept())
        .collect();
    // What does not say what it is about is about the open article.
    let (first, others): (Vec<_>, Vec<_>) = shelves
        .iter()
        .map(|shelf| &shelf.kept)
        .partition(|kept| Some(kept.id.as_str()) == open);
    let known: Vec<&state::Kept> = first.into_iter().chain(others).chain(&brought).collect();
    let (imported, elsewhere) = at_home(imported, &known, open.is_some());
    let mut clock = Clock::resumed(library.latest());
    let now = millis(&request.now).unwrap_or_default();
    let (after, changes) = library.take_in(imported, &mut clock, now);
    let mut taken = TakenIn {
        report: report(&changes),
        ..TakenIn::default()
    };
    let homes: Vec<&str> = changes
        .annotations
        .keys()
        .filter_map(|id| after.annotations.get(id)?.shown().content.as_ref())
        .filter_map(|content| article_of(content, known.iter().copied()))
        .map(|kept| kept.id.as_str())
        .chain(changes.articles.keys().map(String::as_str))
        .collect();
    let is_open = open.filter(|open| homes.contains(open));
    taken.about = is_open.or(homes.first().copied()).map(str::to_owned);
    taken.report.elsewhere = elsewhere.values().sum();
    taken.report.elsewhere_at = elsewhere.into_keys().take(ADDRESSES).collect();
    let from = foreign.then_some(name);
    store(&mut taken, shelves, &known, &after, (&changes, from));
    Answer::TakenIn(Box::new(taken))
}

/// What is about a kept article, settled on it; and how many are about others, by their addresses.
fn at_home(
    mut imported: Imported,
    known: &[&state::Kept],
    open: bool,
) -> (Imported, BTreeMap<String, usize>) {
    let mut elsewhere = BTreeMap::new();
    if imported.format == Format::Sourcelight {
        return (imported, elsewhere);
    }
    for (index, kept) in known.iter().enumerate() {
        // Only the open one takes what names no article.
        if index > 0 || open {
            imported = imported.on(kept);
        }
    }
    for record in std::mem::take(&mut imported.library.annotations) {
        let content = record.shown().content.as_ref();
        let home = content.and_then(|c| article_of(c, known.iter().copied()));
        if home.is_some() {
            imported.library.annotations.take_in(record);
        } else {
            let about = content.and_then(|c| c.get("target")).and_then(address);
            *elsewhere.entry(about.unwrap_or_default()).or_default() += 1;
        }
    }
    (imported, elsewhere)
}

fn address(target: &Value) -> Option<String> {
    let target = target.as_array().map_or(Some(target), |all| all.first())?;
    let source = target.get("source").unwrap_or(target);
    source
        .as_str()
        .filter(|s| s.starts_with("http"))
        .map(str::to_owned)
}

fn report(changes: &ImportReport) -> Report {
    let new = changes.articles.values().filter(|c| **c == Change::Added);
    Report {
        format: changes.format.name().to_owned(),
        articles: new.count(),
        added: changes.count(Change::Added),
        updated: changes.count(Change::Updated),
        known: changes.count(Change::Known) + changes.count(Change::Duplicate),
        older: changes.count(Change::Older),
        machine: changes.machine,
        unread: changes
            .unread
            .iter()
            .map(|u| (u.place.clone(), u.why.clone()))
            .collect(),
        unread_count: changes.unread_count,
        ahead_hours: changes.ahead.map(|ahead| ahead.millis / 3_600_000),
        ..Report::default()
    }
}

/// Puts into `taken` what is to be stored. What nobody signed says which file it came in with, where that
/// is `from` elsewhere: it is never taken for the reader's.
fn store(
    taken: &mut TakenIn,
    shelves: &[Kept],
    known: &[&state::Kept],
    after: &Library,
    (changes, from): (&ImportReport, Option<&str>),
) {
    let stores = |change: &Change| matches!(change, Change::Added | Change::Updated | Change::Both);
    let mut out: BTreeMap<String, Shelf> = BTreeMap::new();
    for (id, _) in changes.articles.iter().filter(|(_, change)| stores(change)) {
        let Some(record) = after.articles.get(id) else {
            continue;
        };
        taken.exchanged.push(exchanged(record, true));
        let here = shelves.iter().find(|shelf| shelf.kept.id == *id);
        let shown = record.shown();
        // What came in knows nothing of the page that ours was read from.
        if let Some(mut kept) = shown.content.as_ref().and_then(|c| c.kept()) {
            if let Some(here) = here {
                kept.article.links.clone_from(&here.kept.article.links);
                kept.article.nodes.clone_from(&here.kept.article.nodes);
                kept.opened.clone_from(&here.kept.opened);
            }
            out.insert(id.clone(), shelf(kept, shown.deleted.clone()));
        }
    }
    for (id, change) in changes
        .annotations
        .iter()
        .filter(|(_, change)| stores(change))
    {
        let Some(record) = after.annotations.get(id) else {
            continue;
        };
        taken.exchanged.push(exchanged(record, false));
        let content = record.shown().content.as_ref();
        let Some(home) = content.and_then(|c| article_of(c, known.iter().copied())) else {
            taken.report.unplaced += usize::from(content.is_some());
            continue;
        };
        let here = shelves
            .iter()
            .flat_map(|shelf| &shelf.annotations)
            .find(|a| a.get("id").and_then(Value::as_str) == Some(id));
        if *change == Change::Both
            && let Some(here) = here
        {
            taken.report.both.extend(conflicts(record, here, home));
            continue;
        }
        let Some(mut annotation) = shown(record.shown(), home) else {
            taken.report.unplaced += usize::from(record.shown().is_live());
            continue;
        };
        let unsigned = annotation.get("creator").is_none();
        if let (true, Some(name), Some(members)) = (unsigned, from, annotation.as_object_mut()) {
            members.insert("sl:from".to_owned(), Value::from(name));
        }
        // It waits in the tray.
        let is_lost = annotation.get("sl:state").is_some_and(|s| s == "lost");
        taken.report.unplaced += usize::from(is_lost && record.shown().is_live());
        let of = shelves.iter().find(|s| s.kept.id == home.id);
        let place = out
            .entry(home.id.clone())
            .or_insert_with(|| shelf(home.clone(), of.and_then(|s| s.deleted.clone())));
        place.annotations.push(annotation.to_string());
    }
    taken.shelves = out.into_values().collect();
}

/// A version of an annotation as it is stored on its article.
fn shown(version: &Version<Value>, home: &state::Kept) -> Option<Value> {
    let mut annotation = on_article(version.content.as_ref()?, home)?;
    if let (Some(at), Some(members)) = (&version.deleted, annotation.as_object_mut()) {
        members.insert("sl:deleted".to_owned(), Value::from(at.as_str()));
    }
    Some(annotation)
}

/// The versions that stand beside the one that is kept here.
fn conflicts(record: &Record<Value>, here: &Value, home: &state::Kept) -> Vec<Conflict> {
    let mut seen = BTreeSet::from([words(here)]);
    let mut all = Vec::new();
    for version in record.versions() {
        let other = shown(version, home);
        let there = other.as_ref().map(words).unwrap_or_default();
        if seen.insert(there.clone()) {
            all.push(Conflict {
                here: words(here),
                there,
                other: other.map(|o| o.to_string()),
                article: home.id.clone(),
            });
        }
    }
    all
}

/// What an annotation says, in the words of its bodies; nothing where it is deleted.
fn words(annotation: &Value) -> String {
    if annotation.get("sl:deleted").is_some_and(|at| !at.is_null()) {
        return String::new();
    }
    let bodies = annotation.get("body").and_then(Value::as_array);
    let values = bodies
        .into_iter()
        .flatten()
        .filter_map(|b| b.get("value")?.as_str());
    values.collect::<Vec<_>>().join(" · ")
}

fn shelf(kept: state::Kept, deleted: Option<String>) -> Shelf {
    Shelf {
        article: kept.article,
        opened: kept.opened,
        deleted,
        annotations: Vec::new(),
    }
}

fn exchanged<T: Serialize + PartialEq>(record: &Record<T>, is_article: bool) -> Exchanged {
    Exchanged {
        id: record.id().to_owned(),
        is_article,
        record: serde_json::to_string(record).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use sourcelight_annotation::article_id;

    use super::*;
    use crate::{Task, work::answer};

    const TEXT: &str = "🕊 A headline\n\nOfficials said the mines are safe. Nobody asked them why.";
    const FIRST: &str = "2024-01-01T00:00:00Z";

    /// A W3C note on "Officials", as a file brings it.
    fn note(said: &str, modified: &str) -> Value {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "urn:uuid:1",
            "motivation": "commenting", "created": FIRST, "modified": modified,
            "body": [{ "type": "TextualBody", "purpose": "commenting", "value": said }],
            "target": [{ "source": article_id(TEXT), "selector": [
                { "type": "TextQuoteSelector", "exact": "Officials" },
                { "type": "TextPositionSelector", "start": 14, "end": 23 }] }],
        })
    }

    /// What is kept: the article, these annotations, and what came in before.
    fn taken(annotations: Vec<String>, before: &[Exchanged], file: &Value) -> TakenIn {
        let request = Request {
            task: Task::TakeIn {
                name: "notes.jsonld".into(),
                open: Some(article_id(TEXT)),
            },
            shelves: vec![Shelf {
                article: sourcelight_article::open_plain_text(TEXT),
                opened: "2024-01-01T00:00:00.000Z".into(),
                deleted: None,
                annotations,
            }],
            exchanged: before.to_vec(),
            writer: "urn:uuid:writer".into(),
            now: "2026-11-22T00:00:00.000Z".into(),
        };
        match answer(&request, Some(file.to_string().as_bytes())).answer {
            Answer::TakenIn(taken) => *taken,
            other => panic!("not taken in: {other:?}"),
        }
    }

    #[test]
    fn a_note_comes_in_on_its_words_and_is_known_the_second_time() {
        let first = taken(Vec::new(), &[], &note("theirs", FIRST));
        assert_eq!(first.report.added, 1);
        assert_eq!(first.about, Some(article_id(TEXT)));
        let stored = first.shelves[0].annotations.clone();
        assert_eq!(stored.len(), 1);
        let again = taken(stored, &first.exchanged, &note("theirs", FIRST));
        assert_eq!((again.report.known, again.report.added), (1, 0));
        assert!(again.shelves.is_empty());
    }

    #[test]
    fn what_changed_here_and_there_is_for_the_reader_to_choose_whichever_is_dated_later() {
        let first = taken(Vec::new(), &[], &note("theirs", FIRST));
        let mut mine: Value = serde_json::from_str(&first.shelves[0].annotations[0]).unwrap();
        mine["body"][0]["value"] = json!("mine");
        mine["modified"] = json!("2025-06-01T00:00:00.000Z");
        for theirs in ["2024-02-01T00:00:00Z", "2026-02-01T00:00:00Z"] {
            let taken = taken(
                vec![mine.to_string()],
                &first.exchanged,
                &note("theirs, later", theirs),
            );
            let [conflict] = &taken.report.both[..] else {
                panic!("{theirs}: {:?}", taken.report)
            };
            assert_eq!(
                (conflict.here.as_str(), conflict.there.as_str()),
                ("mine", "theirs, later")
            );
            // Ours stands until then.
            assert!(taken.shelves.iter().all(|s| s.annotations.is_empty()));
        }
    }

    #[test]
    fn what_quotes_words_that_are_nowhere_waits_in_the_tray() {
        let mut gone = note("where?", FIRST);
        gone["target"][0]["selector"] =
            json!([{ "type": "TextQuoteSelector", "exact": "Words that stand nowhere in it" }]);
        let taken = taken(Vec::new(), &[], &gone);
        assert_eq!((taken.report.added, taken.report.unplaced), (1, 1));
        let stored: Value = serde_json::from_str(&taken.shelves[0].annotations[0]).unwrap();
        assert_eq!(stored["sl:state"], "lost");
        assert_eq!(stored["body"][0]["value"], "where?");
    }
}
