//! What came in is laid over what is here: nothing is replaced silently.

// What fails here is the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use sourcelight_annotation::record::{Clock, Stamp};
use sourcelight_exchange::{Change, ImportReport, Imported, Kind, Library, backup, export, import};

use support::{annotations, input, kept, library};

const NOW: u64 = 1_732_200_000_000;

fn read(value: &Value) -> Imported {
    import(value.to_string().as_bytes(), "")
        .unwrap()
        .on(&kept())
}

fn take(library: &Library, imported: Imported) -> (Library, ImportReport) {
    library.take_in(imported, &mut Clock::default(), NOW)
}

fn note(id: &str, said: &str, modified: &str) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": id, "type": "Annotation", "motivation": "commenting",
        "created": "2024-01-01T00:00:00Z", "modified": modified,
        "body": [{"type": "TextualBody", "purpose": "commenting", "value": said}],
        "target": [{"source": kept().id, "selector": [{"type": "TextQuoteSelector", "exact": "Mayor"}]}],
    })
}

fn said(library: &Library, id: &str) -> Vec<String> {
    let versions = library.annotations.get(id).unwrap().versions().iter();
    let contents = versions.filter_map(|v| v.content.as_ref());
    contents
        .map(|c| {
            c["body"][0]["value"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        })
        .collect()
}

const A: &str = "urn:x:a";

#[test]
fn the_same_file_twice_changes_nothing() {
    let file = read(&json!([note(A, "one", "2024-01-01T00:00:00Z")]));
    let (first, report) = take(&Library::default(), file.clone());
    assert_eq!(report.count(Change::Added), 1);
    let (second, report) = take(&first, file);
    assert_eq!(second, first);
    assert_eq!(report.count(Change::Known), 1);
    assert!(!report.changed_anything());
}

#[test]
fn a_later_export_of_what_nobody_changed_here_updates_it() {
    let (library, _) = take(
        &Library::default(),
        read(&note(A, "one", "2024-01-01T00:00:00Z")),
    );
    let (library, report) = take(&library, read(&note(A, "two", "2024-01-02T00:00:00Z")));
    assert_eq!(report.count(Change::Updated), 1);
    assert_eq!(said(&library, A), ["two"]);
    let (library, report) = take(&library, read(&note(A, "one", "2024-01-01T00:00:00Z")));
    assert_eq!(report.count(Change::Older), 1);
    assert_eq!(said(&library, A), ["two"]);
}

#[test]
fn a_later_export_of_what_was_changed_here_too_keeps_both() {
    let (mut library, _) = take(
        &Library::default(),
        read(&note(A, "one", "2024-01-01T00:00:00Z")),
    );
    let mine = note(A, "mine", "2024-01-03T00:00:00Z");
    library
        .annotations
        .get_mut(A)
        .unwrap()
        .change("tab", Stamp::at(NOW), None, Some(mine));
    let (library, report) = take(&library, read(&note(A, "theirs", "2024-01-04T00:00:00Z")));
    assert_eq!(report.count(Change::Both), 1);
    let mut both = said(&library, A);
    both.sort();
    assert_eq!(both, ["mine", "theirs"]);
}

#[test]
fn what_a_writer_goes_on_to_say_is_kept_though_ours_is_dated_later() {
    let (mut library, _) = take(
        &Library::default(),
        read(&note(A, "one", "2024-01-01T00:00:00Z")),
    );
    let mine = note(A, "mine", "2024-01-09T00:00:00Z");
    library
        .annotations
        .get_mut(A)
        .unwrap()
        .change("tab", Stamp::at(NOW), None, Some(mine));
    // Made after what was seen here, and before ours.
    let (library, report) = take(&library, read(&note(A, "theirs", "2024-01-04T00:00:00Z")));
    assert_eq!(report.count(Change::Both), 1);
    let (_, report) = take(&library, read(&note(A, "old", "2024-01-02T00:00:00Z")));
    assert_eq!(report.count(Change::Older), 1);
}

#[test]
fn the_same_words_on_the_same_passage_under_another_id_are_known() {
    let (library, _) = take(
        &Library::default(),
        read(&note(A, "one", "2024-01-01T00:00:00Z")),
    );
    let (after, report) = take(
        &library,
        read(&note("urn:x:b", "one", "2024-05-01T00:00:00Z")),
    );
    assert_eq!(report.count(Change::Duplicate), 1);
    assert_eq!(after, library);
    let mut other = note("urn:x:b", "one", "2024-05-01T00:00:00Z");
    other["creator"] = json!({"name": "somebody else"});
    assert_eq!(take(&library, read(&other)).1.count(Change::Added), 1);
}

#[test]
fn one_id_twice_in_a_file_with_other_words_keeps_both() {
    let twice = json!([
        note(A, "one", "2024-01-01T00:00:00Z"),
        note(A, "two", "2024-01-01T00:00:00Z")
    ]);
    let (library, _) = take(&Library::default(), read(&twice));
    assert_eq!(said(&library, A), ["one", "two"]);
}

#[test]
fn our_own_export_is_known_when_it_comes_back_though_it_was_signed() {
    let unsigned = note(A, "one", "2024-01-01T00:00:00Z");
    let library = Library::of(&kept(), std::slice::from_ref(&unsigned), "tab");
    for kind in [Kind::W3c, Kind::Hypothesis, Kind::Html, Kind::Sourcelight] {
        let kept = kept();
        let annotations = [unsigned.clone()];
        let mut input = input(&kept, None, &[], &annotations);
        input.library = Some(&library);
        let file = export(kind, &input);
        let (after, report) = take(&library, import(&file.bytes, &file.name).unwrap().on(&kept));
        assert_eq!(report.count(Change::Known), 1, "{kind:?} {report:?}");
        assert_eq!(after, library);
    }
}

#[test]
fn the_hand_ins_of_two_readers_come_together_and_only_what_differs_is_to_choose() {
    let hand_in = |id: &str, opened: &str, title: Option<&str>| {
        let mut kept = kept();
        kept.opened = opened.to_owned();
        kept.article.metadata.title = title.map(str::to_owned);
        let annotations = [note(id, id, "2024-01-01T00:00:00Z")];
        export(Kind::Html, &input(&kept, None, &[], &annotations)).bytes
    };
    let first = hand_in("urn:x:1", "2024-11-20T10:00:00Z", None);
    let second = hand_in("urn:x:2", "2024-11-21T10:00:00Z", None);
    let third = hand_in("urn:x:3", "2024-11-22T10:00:00Z", Some("Another title"));
    let (library, _) = take(&Library::default(), import(&first, "").unwrap());
    let (library, report) = take(&library, import(&second, "").unwrap());
    assert_eq!(report.articles[&kept().id], Change::Updated);
    let (library, report) = take(&library, import(&third, "").unwrap());
    assert_eq!(report.articles[&kept().id], Change::Both);
    assert_eq!(library.annotations.len(), 3);
    let titles: Vec<_> = library
        .articles
        .get(&kept().id)
        .unwrap()
        .versions()
        .iter()
        .map(|v| v.content.as_ref().unwrap().metadata.title.clone())
        .collect();
    assert!(titles.contains(&None) && titles.contains(&Some("Another title".to_owned())));
}

#[test]
fn the_machines_suggestions_do_not_come_in_as_notes() {
    let (kept, analysis) = (kept(), support::analysis());
    let findings = support::all(&[], Some(&analysis));
    assert!(findings.len() > 3);
    let file = export(Kind::W3c, &input(&kept, Some(&analysis), &findings, &[]));
    let read = import(&file.bytes, &file.name).unwrap();
    assert_eq!(read.machine, findings.len());
    assert!(read.library.annotations.is_empty());
}

#[test]
fn a_deleted_note_is_not_brought_back_by_an_old_file() {
    let old = read(&note(A, "one", "2024-01-01T00:00:00Z"));
    let (mut library, _) = take(&Library::default(), old.clone());
    let content = library.annotations.get(A).unwrap().shown().content.clone();
    let record = library.annotations.get_mut(A).unwrap();
    record.change(
        "tab",
        Stamp::at(NOW),
        Some("2024-11-21T00:00:00Z".into()),
        content,
    );
    let (after, _) = take(&library, old);
    assert_eq!(after, library);
}

#[test]
fn a_clock_far_ahead_is_told_and_not_followed() {
    let mut clock = Clock::default();
    let future = read(&note(A, "one", "2199-01-01T00:00:00Z"));
    let (_, report) = Library::default().take_in(future, &mut clock, NOW);
    assert!(report.ahead.unwrap().to_string().contains("ahead by"));
    assert!(clock.tick(NOW).millis() == NOW);
}

#[test]
fn every_item_that_does_not_come_in_says_why() {
    let file = json!({"items": [
        note(A, "one", "2024-01-01T00:00:00Z"),
        {"type": "Annotation", "id": "urn:x:2"},
        7,
        {"uri": "", "user": "acct:a@b", "text": "t"},
    ]});
    let read = read(&file);
    let why: Vec<_> = read
        .unread
        .iter()
        .map(|u| format!("{}: {}", u.place, u.why))
        .collect();
    assert_eq!(read.unread_count, 3);
    assert!(why[0].starts_with("item 2: it has no target"), "{why:?}");
    assert!(
        why[1].starts_with("item 3: it is not an annotation"),
        "{why:?}"
    );
    assert!(why[2].contains("no uri"), "{why:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_version_that_is_here_is_lost_by_an_import(here in library(), there in library(), foreign in annotations()) {
        let file = backup(&there, "", "0.1.0");
        let (after, _) = take(&here, import(&file.bytes, "").unwrap());
        let (after, _) = take(&after, read(&Value::from(foreign)));
        for record in here.annotations.iter() {
            let merged = after.annotations.get(record.id()).unwrap();
            for version in record.versions() {
                let stands = merged.versions().iter().any(|v| v == version || v.supersedes(version));
                prop_assert!(stands);
            }
        }
        prop_assert!(here.articles.iter().all(|r| after.articles.get(r.id()).is_some()));
    }
}
