//! What the reports say, and that no word of an article or a note becomes code in them.

// What fails here is the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use proptest::prelude::*;
use serde_json::{Value, json};
use sourcelight_annotation::{Annotation, AuditKind, AuditWord, Body, Verdict, article_id};
use sourcelight_exchange::{Kind, export, import, written};
use sourcelight_state::Kept;

use support::{analysis, input, kept, note};

fn report(kind: Kind, notes: &[Annotation], more: &[Value]) -> String {
    let (kept, analysis) = (kept(), analysis());
    let findings = support::all(notes, Some(&analysis));
    let mut annotations = written(notes.iter(), &kept);
    annotations.extend_from_slice(more);
    let file = export(
        kind,
        &input(&kept, Some(&analysis), &findings, &annotations),
    );
    match kind {
        Kind::Word => word_parts(&file.bytes),
        _ => String::from_utf8(file.bytes).unwrap(),
    }
}

/// The document and the comments of a Word file.
fn word_parts(bytes: &[u8]) -> String {
    let parts = unzip(bytes);
    for (name, part) in &parts {
        roxmltree::Document::parse(part).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
    let part = |name: &str| parts.iter().find(|(n, _)| n == name).unwrap().1.clone();
    part("word/document.xml") + &part("word/comments.xml")
}

fn unzip(bytes: &[u8]) -> Vec<(String, String)> {
    let archive = rawzip::ZipArchive::from_slice(bytes).unwrap();
    let mut parts = Vec::new();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().unwrap() {
        let name = String::from_utf8_lossy(entry.file_path().as_ref()).into_owned();
        let packed = archive.get_entry(entry.wayfinder()).unwrap();
        let part = miniz_oxide::inflate::decompress_to_vec(packed.data()).unwrap();
        parts.push((name, String::from_utf8(part).unwrap()));
    }
    parts
}

#[test]
fn every_report_holds_the_voices_the_claims_and_the_notes() {
    let notes = [note("urn:uuid:1", "Mayor Jane Roe", "Is she still mayor?")];
    for kind in [Kind::Markdown, Kind::Csv, Kind::Html, Kind::Word] {
        let report = report(kind, &notes, &[]);
        for words in [
            "Jane Roe",
            "The harbour plan would cost 40 million euros",
            "Is she still mayor?",
            "The ferry sank in 1998",
            "unacceptably high",
        ] {
            assert!(report.contains(words), "{kind:?} lacks {words}");
        }
    }
}

#[test]
fn what_the_reader_rejected_is_in_no_report_and_what_they_accepted_says_so() {
    for kind in [Kind::Markdown, Kind::Csv, Kind::Html, Kind::Word] {
        let accepted = report(
            kind,
            &[support::judged("urn:uuid:1", Verdict::Accepted)],
            &[],
        );
        assert!(accepted.contains("accepted by the reader"), "{kind:?}");
        let suggested = report(kind, &[], &[]);
        let rejected = report(
            kind,
            &[support::judged("urn:uuid:1", Verdict::Rejected)],
            &[],
        );
        let count = |text: &str| {
            text.matches("claim without a source").count() + text.matches(",unsourced,").count()
        };
        let claims = |text: &str| text.matches("ferry sank").count();
        assert!(
            claims(&rejected) < claims(&suggested) || count(&rejected) < count(&suggested),
            "{kind:?}"
        );
    }
}

#[test]
fn the_audit_note_ticks_off_what_was_seen_to_and_holds_the_questions_for_the_desk() {
    let none = report(Kind::Markdown, &[], &[]);
    assert!(!none.contains("## Audit") && !none.contains("for the desk"));
    let claim = support::judged("urn:uuid:1", Verdict::Accepted);
    let at = claim.judgement().unwrap().parts[0].span;
    let mut asked = note("urn:uuid:2", "Mayor Jane Roe", "");
    asked.body = Body::Audit(AuditWord {
        kind: AuditKind::Unsourced,
        at: vec![at],
        verdict: None,
        question: Some("Who says *so*?".into()),
    });
    let note = report(Kind::Markdown, &[asked.clone()], &[]);
    let quote = at.of(&kept().article.text).trim_end_matches('.').to_owned();
    assert!(note.contains(&format!(
        "- [x] **claim without a source**: “{quote}” (with the desk)"
    )));
    assert!(note.contains("## Questions for the desk\n\n1. Who says \\*so\\*?\n\n   > "));
    let both = report(Kind::Markdown, &[claim, asked.clone()], &[]);
    assert!(both.contains(&format!("“{quote}.” (accepted)")));
    // What was dismissed is counted and not listed.
    let gone = support::judged("urn:uuid:1", Verdict::Rejected);
    let dismissed = report(Kind::Markdown, &[gone], &[]);
    assert!(dismissed.contains("## Audit") && !dismissed.contains(&format!("“{quote}")));
}

#[test]
fn a_deleted_note_is_in_no_report() {
    let mut gone = note("urn:uuid:1", "Mayor Jane Roe", "SECRET");
    gone.deleted = Some("2024-11-21T00:00:00Z".to_owned());
    for kind in [
        Kind::Markdown,
        Kind::Csv,
        Kind::Word,
        Kind::W3c,
        Kind::Hypothesis,
        Kind::SchemaOrg,
    ] {
        assert!(
            !report(kind, std::slice::from_ref(&gone), &[]).contains("SECRET"),
            "{kind:?}"
        );
    }
}

fn assessing(value: &str) -> Value {
    json!({
        "id": "urn:x:v", "type": "Annotation", "motivation": "assessing", "created": "2024-11-20T10:00:00Z",
        "body": {"type": "TextualBody", "purpose": "assessing", "value": value},
        "target": {"source": kept().id, "selector": {"type": "TextQuoteSelector", "exact": "The ferry sank in 1998."}},
    })
}

#[test]
fn a_review_is_written_only_where_the_reader_gave_a_verdict_in_words() {
    let judged = [
        support::judged("urn:uuid:1", Verdict::Accepted),
        note("urn:uuid:2", "Mayor", "a note"),
    ];
    let types = |text: String| -> Vec<String> {
        let value: Value = serde_json::from_str(&text).unwrap();
        value["@graph"]
            .as_array()
            .unwrap()
            .iter()
            .map(|t| t["@type"].as_str().unwrap().to_owned())
            .collect()
    };
    let without = types(report(Kind::SchemaOrg, &judged, &[]));
    assert!(!without.contains(&"ClaimReview".to_owned()));
    for kind in ["NewsArticle", "Quotation", "Claim"] {
        assert!(without.contains(&kind.to_owned()), "{kind} in {without:?}");
    }
    let with = report(
        Kind::SchemaOrg,
        &judged,
        &[assessing("false: it sank in 1999")],
    );
    let value: Value = serde_json::from_str(&with).unwrap();
    let reviews: Vec<_> = value["@graph"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|t| t["@type"] == "ClaimReview")
        .collect();
    assert_eq!(reviews.len(), 1);
    assert_eq!(reviews[0]["claimReviewed"], "The ferry sank in 1998.");
    assert_eq!(
        reviews[0]["reviewRating"]["alternateName"],
        "false: it sank in 1999"
    );
}

#[test]
fn a_note_whose_words_are_gone_is_listed_with_its_quote() {
    let lost = json!({
        "id": "urn:x:lost", "type": "Annotation", "motivation": "commenting",
        "body": {"type": "TextualBody", "value": "still mine"},
        "target": {"source": kept().id, "selector": {"type": "TextQuoteSelector", "exact": "words that went away"}},
    });
    for kind in [Kind::Markdown, Kind::Csv, Kind::Html, Kind::Word] {
        let report = report(kind, &[], std::slice::from_ref(&lost));
        for words in [
            "words that went away",
            "still mine",
            "no longer found in the text",
        ] {
            assert!(report.contains(words), "{kind:?} lacks {words}");
        }
    }
}

#[test]
fn comments_stand_on_exactly_their_words() {
    let notes = [
        note(
            "urn:uuid:1",
            "Jane Roe said on Monday.\n\n“We have no choice,” 🇺🇦",
            "across",
        ),
        note("urn:uuid:2", "Roe", "inside"),
    ];
    let (kept, analysis) = (kept(), analysis());
    let findings = support::all(&notes, Some(&analysis));
    let annotations = written(notes.iter(), &kept);
    let file = export(
        Kind::Word,
        &input(&kept, Some(&analysis), &findings, &annotations),
    );
    let parts = unzip(&file.bytes);
    let part = |name: &str| parts.iter().find(|(n, _)| n == name).unwrap().1.as_str();
    let (document, comments) = (part("word/document.xml"), part("word/comments.xml"));
    let words = |id: &str| {
        let from = document
            .split(&format!("commentRangeStart w:id=\"{id}\""))
            .nth(1)
            .unwrap();
        let inside = from
            .split(&format!("commentRangeEnd w:id=\"{id}\""))
            .next()
            .unwrap();
        let mut words = String::new();
        for piece in inside.split("<w:t xml:space=\"preserve\">").skip(1) {
            words.push_str(piece.split("</w:t>").next().unwrap());
        }
        words
    };
    let id = |said: &str| {
        let before = comments.split(said).next().unwrap();
        before
            .rsplit("<w:comment w:id=\"")
            .next()
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        words(&id("across")),
        "Jane Roe said on Monday.“We have no choice,” 🇺🇦"
    );
    assert_eq!(words(&id("inside")), "Roe");
    assert!(
        comments.contains("w:author=\"Ann Onym\"")
            && comments.contains("w:date=\"2024-11-20T11:00:00Z\"")
    );
    // Every comment has one beginning, one end and one reference.
    let ids = |text: &str, mark: &str| {
        let mut ids: Vec<String> = text
            .split(mark)
            .skip(1)
            .map(|r| r.split('"').next().unwrap().to_owned())
            .collect();
        ids.sort();
        ids
    };
    let all = ids(comments, "<w:comment w:id=\"");
    for mark in [
        "commentRangeStart w:id=\"",
        "commentRangeEnd w:id=\"",
        "commentReference w:id=\"",
    ] {
        assert_eq!(ids(document, mark), all);
    }
}

/// Reads a CSV file as RFC 4180 has it.
fn csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "lines end with CR LF");
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => {
                assert!(quoted || c != '\n', "a bare line feed ends no line");
                field.push(c);
            }
        }
    }
    assert!(!quoted && row.is_empty() && field.is_empty());
    rows
}

/// Words an attacker could put into an article or a note.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("</script><script>alert(1)</script>".to_owned()),
        Just("<img src=x onerror=alert(1)>".to_owned()),
        Just("\"'&lt;&#0;".to_owned()),
        Just("=HYPERLINK(\"http://a\")".to_owned()),
        Just("-2+3,\"\r\n@x\t".to_owned()),
        Just("]]>--><!--".to_owned()),
        Just("\u{0}\u{b}\u{1f}\u{fffe}\u{202e}".to_owned()),
        Just("🕊 said Jane Roe on Monday. ".to_owned()),
        Just("[x](javascript:alert(1)) ![y](z) `code` # h\n1. a\n".to_owned()),
        "\\PC{0,12}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_word_becomes_code(text in nasty(), said in nasty(), name in nasty()) {
        let mut article = sourcelight_article::open_plain_text(&text);
        article.metadata.url = Some(name.clone());
        article.metadata.byline = Some(name.clone());
        article.metadata.language = Some(name.clone());
        let kept = Kept { id: article_id(&text), article, opened: name.clone() };
        let analysis = sourcelight_analysis::analyze(&kept.article, &sourcelight_analysis::Options::default());
        let findings = support::all(&[], Some(&analysis));
        let end = text.chars().count();
        let note = json!({
            "id": "urn:x:1", "type": "Annotation", "motivation": said, "created": said, "modified": name,
            "creator": {"name": name},
            "body": [{"value": said, "purpose": "commenting"}, {"value": name, "purpose": "tagging"}],
            "target": {"source": kept.id, "selector": {"type": "TextPositionSelector", "start": 0, "end": end}},
        });
        let annotations = [note];
        let mut input = input(&kept, Some(&analysis), &findings, &annotations);
        (input.reader, input.version) = (Some(name.as_str()), said.as_str());
        let file = |kind| export(kind, &input);
        let html = String::from_utf8(file(Kind::Html).bytes).unwrap();
        // The only script is the data, which does not run; the only tags are ours.
        prop_assert_eq!(html.matches("<script").count(), 1);
        prop_assert_eq!(html.matches("<img").count() + html.matches("<!--").count(), 0);
        prop_assert!(!html.contains("href=\"javascript"));
        prop_assert!(import(html.as_bytes(), "").is_ok());
        word_parts(&file(Kind::Word).bytes);
        let table = csv(&String::from_utf8(file(Kind::Csv).bytes).unwrap());
        prop_assert!(table.iter().all(|row| row.len() == table[0].len()));
        let formula = |field: &String| field.trim_start().starts_with(['=', '+', '-', '@']);
        prop_assert!(!table.iter().flatten().any(formula));
        let markdown = String::from_utf8(file(Kind::Markdown).bytes).unwrap().replace("\\<", "");
        prop_assert!(!markdown.contains("<img") && !markdown.contains("<script") && !markdown.contains("!["));
        for kind in [Kind::W3c, Kind::Hypothesis, Kind::SchemaOrg] {
            prop_assert!(serde_json::from_slice::<Value>(&file(kind).bytes).is_ok());
        }
        prop_assert!(file(Kind::Csv).name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.'));
    }
}
