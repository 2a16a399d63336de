//! What is written is read again as it was, in every format that goes both ways, with emoji before
//! every quote.

// What fails here is the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use sourcelight_exchange::{
    Exported, Format, Imported, Input, Kind, Library, backup, export, import, is_ours,
};

use support::{annotation, annotations, input, kept, library};

fn handed_on(kind: Kind, annotations: &[Value]) -> Exported {
    export(kind, &input(&kept(), None, &[], annotations))
}

fn contents(imported: &Imported) -> Vec<Value> {
    let records = imported.library.annotations.iter();
    records
        .filter_map(|record| record.shown().content.clone())
        .collect()
}

/// The record of where a foreign annotation came from is ours to add.
fn without_original(mut annotations: Vec<Value>) -> Vec<Value> {
    for annotation in &mut annotations {
        annotation
            .as_object_mut()
            .unwrap()
            .shift_remove("sl:original");
    }
    annotations
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_backup_holds_everything_and_the_same_library_gives_the_same_bytes(library in library()) {
        let file = backup(&library, "2024-11-21", "0.1.0");
        prop_assert_eq!(&file, &backup(&library, "2024-11-21", "0.1.0"));
        prop_assert!(is_ours(&file.bytes));
        let read = import(&file.bytes, &file.name).unwrap();
        prop_assert_eq!(&read.unread, &[]);
        prop_assert_eq!(read.library, library);
    }

    #[test]
    fn a_report_opens_again_with_everything_in_it(library in library()) {
        let kept = kept();
        let file = export(Kind::Html, &Input { library: Some(&library), ..input(&kept, None, &[], &[]) });
        prop_assert!(is_ours(&file.bytes));
        let read = import(&file.bytes, &file.name).unwrap();
        prop_assert_eq!(read.format, Format::Sourcelight);
        prop_assert_eq!(read.library, library);
    }

    #[test]
    fn w3c_comes_back_as_it_went(annotations in annotations()) {
        let file = handed_on(Kind::W3c, &annotations);
        let read = import(&file.bytes, &file.name).unwrap().on(&kept());
        prop_assert_eq!(read.unread_count, 0);
        prop_assert_eq!(contents(&read), annotations);
    }

    #[test]
    fn hypothesis_comes_back_as_it_went(annotations in annotations()) {
        let file = handed_on(Kind::Hypothesis, &annotations);
        let read = import(&file.bytes, &file.name).unwrap().on(&kept());
        prop_assert_eq!(read.unread_count, 0);
        prop_assert_eq!(without_original(contents(&read)), annotations);
    }

    #[test]
    fn what_hypothesis_wrote_goes_back_byte_for_byte(
        said in "\\PC{0,20}", tags in prop::collection::vec("\\PC{0,6}", 0..3), start in 0usize..60, float in any::<f64>(),
    ) {
        let row = json!({
            "zeta": float, "id": "Zc1hnPz4EeamGcv4g8G2Ag", "updated": "2024-11-20T10:00:00.5+00:00",
            "uri": "https://news.example/2024/harbour?a=1&b=2", "user": "acct:bill@hypothes.is",
            "text": said, "tags": tags, "target": [{"source": "https://news.example/2024/harbour?a=1&b=2",
                "selector": [{"type": "TextPositionSelector", "start": start, "end": start + 5}]}],
            "alpha": {"b": null, "a": 1},
        });
        let file = json!({
            "export_date": "2024-11-21T09:00:00.000Z", "export_userid": "Ann Onym",
            "client_version": "0.1.0", "annotations": [row],
        });
        let bytes = serde_json::to_vec_pretty(&file).unwrap();
        let read = import(&bytes, "a.json").unwrap().on(&kept());
        let back = handed_on(Kind::Hypothesis, &contents(&read));
        prop_assert_eq!(String::from_utf8(back.bytes).unwrap(), String::from_utf8(bytes).unwrap());
    }

    #[test]
    fn any_annotation_alone_in_a_list_in_a_page_or_in_a_collection(one in annotation()) {
        let page = json!({"type": "AnnotationPage", "items": [one]});
        let forms = [
            one.clone(),
            json!([one]),
            page.clone(),
            json!({"type": ["BasicContainer", "AnnotationCollection"], "total": 1, "first": page}),
            json!({"type": "AnnotationCollection", "items": [one]}),
        ];
        for form in forms {
            let read = import(form.to_string().as_bytes(), "").unwrap();
            prop_assert_eq!(read.format, Format::W3c);
            prop_assert_eq!(contents(&read), [one.clone()]);
        }
    }
}

#[test]
fn an_emoji_before_the_quote_shifts_no_position() {
    let words = "Mayor Jane Roe";
    let at = support::TEXT
        .chars()
        .collect::<String>()
        .find(words)
        .unwrap();
    let code_points = support::TEXT[..at].chars().count();
    let utf16 = support::TEXT[..at].encode_utf16().count();
    assert!(utf16 > code_points);
    let note = support::note("urn:uuid:1", words, "who?");
    let written = sourcelight_exchange::written([&note].into_iter(), &kept());
    let start = |file: &Exported, path: &str| {
        let value: Value = serde_json::from_slice(&file.bytes).unwrap();
        let selectors = value.pointer(path).unwrap().as_array().unwrap().clone();
        let position = selectors
            .iter()
            .find(|s| s["type"] == "TextPositionSelector")
            .unwrap();
        position["start"].as_u64().unwrap()
    };
    let w3c = handed_on(Kind::W3c, &written);
    assert_eq!(
        start(&w3c, "/items/0/target/0/selector"),
        code_points as u64
    );
    let hypothesis = handed_on(Kind::Hypothesis, &written);
    assert_eq!(
        start(&hypothesis, "/annotations/0/target/0/selector"),
        utf16 as u64
    );
    let rows: Value = serde_json::from_slice(&hypothesis.bytes).unwrap();
    let api = json!({"total": 1, "rows": rows["annotations"]});
    let read = import(api.to_string().as_bytes(), "").unwrap().on(&kept());
    assert_eq!(without_original(contents(&read)), written);
}

#[test]
fn a_note_behind_an_emoji_comes_back_whole_from_every_lossless_form() {
    // Behind one dove, and behind a flag as well, which is two letters of four bytes each.
    let notes = [
        support::note("urn:uuid:1", "Mayor Jane Roe", "who? 🕊"),
        support::note("urn:uuid:2", "she told reporters", "🇺🇦"),
    ];
    let written = sourcelight_exchange::written(notes.iter(), &kept());
    for kind in [Kind::Sourcelight, Kind::Html, Kind::W3c, Kind::Hypothesis] {
        let file = handed_on(kind, &written);
        let read = import(&file.bytes, &file.name).unwrap().on(&kept());
        assert_eq!(without_original(contents(&read)), written, "{kind:?}");
    }
}

#[test]
fn recogito_in_each_of_its_forms_lands_on_the_right_words() {
    let words = "Mayor Jane Roe";
    let at = support::TEXT.find(words).unwrap();
    let code_points = support::TEXT[..at].chars().count();
    let start = support::TEXT[..at].encode_utf16().count();
    let end = start + words.len();
    let selectors = json!([
        {"type": "TextQuoteSelector", "exact": words},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]);
    let body = json!([{"type": "TextualBody", "purpose": "commenting", "value": "who?"}]);
    let id = "9b6aa528-660a-4551-8265-66f45c61acab";
    let forms = [
        // RecogitoJS
        json!([{"@context": "http://www.w3.org/ns/anno.jsonld", "id": format!("#{id}"), "type": "Annotation",
            "body": body, "target": {"selector": selectors}}]),
        // The text annotator's W3C form
        json!([{"@context": "http://www.w3.org/ns/anno.jsonld", "id": id, "type": "Annotation", "body": body,
            "target": {"annotation": id, "source": "https://news.example/2024/harbour?a=1&b=2", "selector": selectors}}]),
        // The text annotator's own form
        json!([{"id": id, "bodies": [{"id": "b", "annotation": id, "purpose": "commenting", "value": "who?"}],
            "target": {"annotation": id, "created": "2025-11-05T10:02:22.596Z", "creator": {"isGuest": true, "id": "g"},
                "selector": [{"quote": words, "start": start, "end": end, "range": {}}]}}]),
    ];
    for form in forms {
        let read = import(form.to_string().as_bytes(), "notes.json")
            .unwrap()
            .on(&kept());
        let [annotation] = &contents(&read)[..] else {
            panic!("{form}")
        };
        assert_eq!(annotation["id"], format!("urn:uuid:{id}"), "{form}");
        let target = annotation["target"].get(0).unwrap_or(&annotation["target"]);
        assert_eq!(target["selector"][1]["start"], code_points, "{form}");
        assert_eq!(annotation["body"][0]["value"], "who?");
        assert_eq!(read.unread_count, 0);
    }
}

#[test]
fn data_from_before_there_were_versions_becomes_a_library() {
    let mut gone = annotation_of("urn:uuid:2");
    gone["sl:deleted"] = json!("2024-11-22T00:00:00Z");
    let library = Library::of(&kept(), &[annotation_of("urn:uuid:1"), gone], "tab");
    let deleted: Vec<bool> = library
        .annotations
        .iter()
        .map(|r| r.shown().deleted.is_some())
        .collect();
    assert_eq!(deleted, [false, true]);
    let read = import(&backup(&library, "", "0.1.0").bytes, "").unwrap();
    assert_eq!(read.library, library);
}

fn annotation_of(id: &str) -> Value {
    json!({"id": id, "type": "Annotation", "modified": "2024-11-20T10:00:00Z", "target": kept().id})
}
