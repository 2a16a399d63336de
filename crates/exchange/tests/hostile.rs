//! Files that are cut off, changed, too large, too deep or of another kind: a message, never a panic.

// What fails here is the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::json;
use sourcelight_exchange::{ImportError, Kind, export, import, is_ours};

use support::{input, kept, note};

/// A valid file of every format that is read.
static VALID: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let (kept, analysis) = (kept(), support::analysis());
    let notes = [
        note("urn:uuid:1", "Mayor Jane Roe", "who?"),
        support::judged("urn:uuid:2", sourcelight_annotation::Verdict::Accepted),
    ];
    let annotations = sourcelight_exchange::written(notes.iter(), &kept);
    let findings = support::all(&notes, Some(&analysis));
    let input = input(&kept, Some(&analysis), &findings, &annotations);
    let mut files: Vec<Vec<u8>> = [Kind::Sourcelight, Kind::Html, Kind::W3c, Kind::Hypothesis]
        .into_iter()
        .map(|kind| export(kind, &input).bytes)
        .collect();
    files.push(json!([{"id": "a", "bodies": [], "target": {"selector": [{"quote": "q", "start": 1, "end": 2}]}}]).to_string().into_bytes());
    files.push(json!({"total": 1, "rows": [{"id": "x", "uri": "http://a.example", "user": "acct:a@b", "references": ["y"], "target": []}]}).to_string().into_bytes());
    files
});

fn message(bytes: &[u8], name: &str) -> String {
    import(bytes, name).unwrap_err().to_string()
}

#[test]
fn each_valid_file_is_read() {
    for file in VALID.iter() {
        let read = import(file, "").unwrap();
        assert_eq!(read.unread_count, 0);
    }
}

#[test]
fn every_message_says_what_happened_and_what_to_do() {
    assert!(message(b"", "a.json").contains("empty"));
    assert!(message(b"PK\x03\x04", "a.sourcelight").contains("export it again"));
    assert!(message(b"not json", "a.json").contains("not complete JSON"));
    assert!(message(b"not a zip", "a.sourcelight").contains("damaged"));
    assert!(message(b"{}", "a.json").contains("no annotations"));
    assert!(message(b"[1, 2]", "a.json").contains("no annotations"));
    assert!(message(b"\xff\xfe{\0}\0", "a.json").contains("UTF-8"));
    assert!(message(b"<html>hello", "a.html").contains("open it as an article"));
    assert!(message(&vec![b' '; 100 << 20], "a.json").contains("100 MB"));
    assert!(message(&vec![b'['; 40 << 20], "a.json").contains("MB"));
    assert!(message(&vec![b'['; 20 << 20], "a.json").contains("deeper"));
    let older = json!({"@type": "oa:Annotation", "oa:hasTarget": {"@id": "http://a.example"}});
    assert!(message(older.to_string().as_bytes(), "").contains("older Open Annotation"));
    let collection =
        json!({"type": "AnnotationCollection", "total": 9, "first": "https://a.example/page1"});
    assert!(message(collection.to_string().as_bytes(), "").contains("https://a.example/page1"));
}

#[test]
fn a_word_document_is_not_taken_for_ours() {
    let word = export(Kind::Word, &input(&kept(), None, &[], &[]));
    assert_eq!(
        import(&word.bytes, &word.name),
        Err(ImportError::NotOurArchive)
    );
    assert!(!is_ours(&word.bytes));
    assert!(!is_ours(b"<p>an article"));
}

#[test]
fn an_empty_list_is_a_valid_file_with_nothing_in_it() {
    for empty in [
        "[]",
        r#"{"rows": [], "total": 0}"#,
        r#"{"type": "AnnotationPage", "items": []}"#,
    ] {
        assert!(
            import(empty.as_bytes(), "")
                .unwrap()
                .library
                .annotations
                .is_empty()
        );
    }
}

#[test]
fn a_report_that_was_cut_off_says_so() {
    let report = &VALID[1];
    let data = report
        .windows(15)
        .position(|w| w == b"sourcelight-dat")
        .unwrap();
    let error = message(&report[..data + 900], "a.html");
    assert!(error.contains("cut off"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_cut_and_no_change_of_a_valid_file_breaks_the_reader(
        file in 0usize..6,
        cut in 0.0f64..1.0,
        edits in prop::collection::vec((0.0f64..1.0, any::<u8>()), 0..6),
        splice in prop::option::of((0.0f64..1.0, prop_oneof![
            Just("\"target\":null,"), Just("[[[[[[[["), Just("{\"type\":\"Annotation\",\"target\":{}}"), Just("1e999"),
            Just("\\ud800"), Just("\"start\":18446744073709551615,"), Just("\u{0}"), Just("</script>"), Just("PK\u{1}\u{2}"),
        ])),
        keep_whole in any::<bool>(),
    ) {
        let mut bytes = VALID[file].clone();
        let at = |share: f64, len: usize| ((len as f64 * share) as usize).min(len.saturating_sub(1));
        for (share, byte) in edits {
            let place = at(share, bytes.len());
            bytes[place] = byte;
        }
        if let Some((share, words)) = splice {
            let place = at(share, bytes.len());
            bytes.splice(place..place, words.bytes());
        }
        if !keep_whole {
            bytes.truncate(at(cut, bytes.len()));
        }
        for name in ["a.json", "a.sourcelight"] {
            match import(&bytes, name) {
                Ok(read) => {
                    let settled = read.on(&kept());
                    // Whatever came in can be written and handed on again.
                    let contents: Vec<_> = settled.library.annotations.iter()
                        .filter_map(|r| r.shown().content.clone()).collect();
                    let kept = kept();
                    for kind in Kind::ALL {
                        let out = export(kind, &input(&kept, None, &[], &contents));
                        prop_assert!(!out.bytes.is_empty());
                    }
                }
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..200), zip in any::<bool>()) {
        let bytes = if zip { [b"PK\x03\x04", bytes.as_slice()].concat() } else { bytes };
        let _ = import(&bytes, "x");
    }
}
