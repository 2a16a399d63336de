use proptest::prelude::*;
use serde_json::{Value, json};
use sourcelight_annotation::article_id;
use sourcelight_state::Kept;

use super::*;
use crate::import::place::settle;

const TEXT: &str = "🕊 Officials said the mines are safe. 🇺🇦 Nobody asked them why.";

fn kept() -> Kept {
    let mut article = sourcelight_article::open_plain_text(TEXT);
    article.metadata.url = Some("https://news.example/mines".to_owned());
    article.metadata.title = Some("Mines".to_owned());
    Kept {
        id: article_id(TEXT),
        article,
        opened: "2024-11-20T10:00:00Z".to_owned(),
    }
}

fn annotation(at: std::ops::Range<usize>) -> Value {
    let exact: String = TEXT.chars().skip(at.start).take(at.len()).collect();
    json!({
        "@context": web::context(),
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": "Annotation",
        "motivation": "commenting",
        "created": "2024-11-20T10:00:00Z",
        "modified": "2024-11-20T10:00:01Z",
        "body": [{"type": "TextualBody", "purpose": "commenting", "format": "text/markdown", "value": "who?"}],
        "target": [{"type": "SpecificResource", "source": kept().id, "selector": [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": "🕊 "},
            {"type": "TextPositionSelector", "start": at.start, "end": at.end},
        ]}],
    })
}

fn hypothesis_row() -> Value {
    json!({
        "updated": "2024-11-20T10:00:01.123456+00:00",
        "id": "Zc1hnPz4EeamGcv4g8G2Ag",
        "flagged": false,
        "user": "acct:bill@hypothes.is",
        "user_info": {"display_name": "Bill"},
        "uri": "https://news.example/mines",
        "text": "why?",
        "tags": ["b", "a"],
        "group": "abc123",
        "target": [{"source": "https://news.example/mines", "selector": [
            {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3, "endContainer": "/p[1]", "endOffset": 12},
            {"type": "TextPositionSelector", "start": 3, "end": 12},
            {"type": "TextQuoteSelector", "exact": "Officials", "prefix": "🕊 ", "suffix": " said"},
        ]}],
        "document": {"title": ["Mines"]},
        "x-unknown": {"z": 1, "a": [1.5, null]},
    })
}

fn ordered(value: &Value) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn a_row_becomes_an_annotation_with_its_place_in_code_points() {
    let mut read = read(&hypothesis_row()).unwrap();
    settle(&mut read, &kept());
    assert_eq!(read["id"], "https://hypothes.is/a/Zc1hnPz4EeamGcv4g8G2Ag");
    assert_eq!(web::creator(&read), Some("Bill"));
    assert_eq!(
        web::bodies(&read, "tagging").collect::<Vec<_>>(),
        ["b", "a"]
    );
    let position = web::selector(&read["target"][0], "TextPositionSelector").unwrap();
    assert_eq!(
        (&position["start"], position.get(web::UNIT)),
        (&json!(2), None)
    );
    let range = web::selector(&read["target"][0], "RangeSelector").unwrap();
    assert_eq!(range["startSelector"]["value"], "/p[1]");
}

#[test]
fn a_row_that_nobody_changed_is_written_as_it_came_member_for_member() {
    let mut read = read(&hypothesis_row()).unwrap();
    settle(&mut read, &kept());
    assert_eq!(
        ordered(&row(&read, &kept(), Some("me"))),
        ordered(&hypothesis_row())
    );
}

#[test]
fn a_row_whose_words_were_changed_keeps_all_the_rest() {
    let mut read = read(&hypothesis_row()).unwrap();
    settle(&mut read, &kept());
    read["body"][0]["value"] = json!("changed");
    read["modified"] = json!("2025-01-01T00:00:00Z");
    let mut expected = hypothesis_row();
    expected["text"] = json!("changed");
    expected["updated"] = json!("2025-01-01T00:00:00Z");
    assert_eq!(ordered(&row(&read, &kept(), None)), ordered(&expected));
}

#[test]
fn a_reply_points_to_what_it_answers() {
    let mut reply = hypothesis_row();
    reply["references"] = json!(["root", "parent"]);
    let read = read(&reply).unwrap();
    assert_eq!(read["motivation"], "replying");
    assert_eq!(read["target"], "https://hypothes.is/a/parent");
    assert_eq!(ordered(&row(&read, &kept(), None)), ordered(&reply));
}

#[test]
fn our_notes_are_rows_that_hypothesis_can_import() {
    let row = row(&annotation(2..11), &kept(), Some("Ann Onym"));
    assert_eq!(row["uri"], "https://news.example/mines");
    assert_eq!(row["text"], "who?");
    assert_eq!(row["user"], "acct:Ann_Onym@sourcelight");
    assert_eq!(row["document"]["title"], json!(["Mines"]));
    let target = &row["target"][0];
    assert_eq!(target["source"], "https://news.example/mines");
    let position = web::selector(target, "TextPositionSelector").unwrap();
    assert_eq!(
        (&position["start"], &position["end"]),
        (&json!(3), &json!(12))
    );
    assert_eq!(web::quote(target), Some("Officials"));
}

#[test]
fn a_note_edited_at_hypothesis_comes_back_with_the_new_words() {
    let mut row = row(&annotation(2..11), &kept(), None);
    row["text"] = json!("edited there");
    row["updated"] = json!("2025-01-01T00:00:00Z");
    let read = read(&row).unwrap();
    assert_eq!(
        web::bodies(&read, "commenting").collect::<Vec<_>>(),
        ["edited there"]
    );
    assert_eq!(read["modified"], "2025-01-01T00:00:00Z");
    assert_eq!(read["target"], annotation(2..11)["target"]);
}

#[test]
fn the_export_is_laid_out_as_the_client_does_it() {
    let bare = json!({
        "id": "pub",
        "document": {"title": "Special"},
        "target": [{"source": "source", "selector": []}],
        "uri": "http://example.com",
        "user": "acct:bill@localhost",
        "updated": "2015-05-10T20:18:56.613388+00:00",
        "$tag": "",
    });
    let read = read(&bare).unwrap();
    let written = export(
        [&read].into_iter(),
        &kept(),
        Some("userId"),
        "2024-03-05T14:07:00.000Z",
        "1.2",
    );
    let expected = r#"{
  "export_date": "2024-03-05T14:07:00.000Z",
  "export_userid": "userId",
  "client_version": "1.2",
  "annotations": [
    {
      "id": "pub",
      "document": {
        "title": "Special"
      },
      "target": [
        {
          "source": "source",
          "selector": []
        }
      ],
      "uri": "http://example.com",
      "user": "acct:bill@localhost",
      "updated": "2015-05-10T20:18:56.613388+00:00"
    }
  ]
}"#;
    assert_eq!(written, expected);
}

#[test]
fn a_row_about_nothing_says_so() {
    assert!(
        read(&json!({"id": "x", "uri": "", "text": "a"}))
            .unwrap_err()
            .contains("no uri")
    );
}

proptest! {
    #[test]
    fn our_annotations_come_back_whole(
        start in 0usize..30, len in 1usize..20, said in "\\PC{0,20}", second in any::<bool>(), motivation in "commenting|assessing|linking|highlighting",
    ) {
        let mut ours = annotation(start..start + len);
        ours["motivation"] = json!(motivation);
        ours["body"][0]["value"] = json!(said);
        if second {
            let other = annotation(40..45)["target"][0].clone();
            ours["target"].as_array_mut().unwrap().push(other);
        }
        let mut back = read(&row(&ours, &kept(), None)).unwrap();
        settle(&mut back, &kept());
        if let Some(members) = back.as_object_mut() {
            members.shift_remove(ORIGINAL_MEMBER);
        }
        prop_assert_eq!(back, ours);
    }
}

const ORIGINAL_MEMBER: &str = web::ORIGINAL;

/// Hypothesis' own case of its JSON export, where the folder with it is at hand: the bytes are what their
/// client writes.
#[test]
fn hypothesis_own_case_comes_out_byte_for_byte() {
    let case = "shared/eval/anchoring/fixtures/13-hypothesis-export-goldens/cases.json";
    let up = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let Some(path) = up.map(|up| up.join(case)).find(|path| path.is_file()) else {
        eprintln!("{case} is absent: not run");
        return;
    };
    let cases: Vec<Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let json = |case: &&Value| case["method"] == "buildJSONExportContent";
    let mut count = 0;
    for case in cases.iter().filter(json) {
        let rows = case["annotations"].as_array().unwrap();
        let annotations: Vec<Value> = rows.iter().map(|row| read(row).unwrap()).collect();
        let written = export(
            annotations.iter(),
            &kept(),
            case["options"]["profile"]["userid"].as_str(),
            case["options"]["now"].as_str().unwrap(),
            "__VERSION__",
        );
        assert_eq!(
            written,
            serde_json::to_string_pretty(&case["expected"]).unwrap()
        );
        count += 1;
    }
    assert!(count > 0, "no case of the JSON export");
}
