//! A story of our own, with emoji before every quote, and what readers make of it.
#![allow(dead_code)]

use proptest::prelude::*;
use serde_json::{Value, json};
use sourcelight_analysis::{Analysis, Options, analyze};
use sourcelight_annotation::record::{Record, Stamp, Version};
use sourcelight_annotation::{
    Annotation, Body, FindingKind, Judgement, Note, Part, Role, Verdict, article_id,
};
use sourcelight_exchange::{ArticleRecord, Input, Library};
use sourcelight_state::{Finding, Kept, findings};
use sourcelight_text::Span;

pub(crate) const TEXT: &str = "🕊 Mayor defends <b>harbour</b> plan & more\n\n\
By Ann Onym\n\n\
The harbour plan would cost 40 million euros, Mayor Jane Roe said on Monday.\n\n\
“We have no choice,” 🇺🇦 she told reporters. The ferry sank in 1998.\n\n\
An official who asked not to be named said the mines pose no danger to civilians. \
Human rights groups said the risk to civilians is unacceptably high.";

pub(crate) fn kept() -> Kept {
    let mut article = sourcelight_article::open_plain_text(TEXT);
    article.metadata.url = Some("https://news.example/2024/harbour?a=1&b=2".to_owned());
    Kept {
        id: article_id(TEXT),
        article,
        opened: "2024-11-20T10:00:00Z".to_owned(),
    }
}

pub(crate) fn analysis() -> Analysis {
    analyze(&kept().article, &Options::default())
}

pub(crate) fn span(words: &str) -> Span {
    let at = TEXT.find(words).unwrap();
    Span::new(at, at + words.len())
}

pub(crate) fn note(id: &str, words: &str, said: &str) -> Annotation {
    Annotation {
        id: id.to_owned(),
        article: kept().id,
        body: Body::Note(Note {
            span: span(words),
            text: said.to_owned(),
        }),
        created: "2024-11-20T10:00:00Z".to_owned(),
        modified: "2024-11-20T11:00:00Z".to_owned(),
        maker: sourcelight_annotation::Maker::Reader,
        deleted: None,
        carried: None,
    }
}

pub(crate) fn judged(id: &str, verdict: Verdict) -> Annotation {
    let mut annotation = note(id, "The ferry sank in 1998.", "");
    annotation.body = Body::Judgement(Judgement {
        verdict,
        kind: FindingKind::Unsourced,
        label: "event".to_owned(),
        parts: vec![Part {
            role: Role::Claim,
            span: span("The ferry sank in 1998."),
        }],
        seen: Vec::new(),
        seen_label: String::new(),
    });
    annotation
}

pub(crate) fn all(annotations: &[Annotation], analysis: Option<&Analysis>) -> Vec<Finding> {
    findings(analysis, annotations.iter())
}

pub(crate) fn input<'a>(
    kept: &'a Kept,
    analysis: Option<&'a Analysis>,
    findings: &'a [Finding],
    annotations: &'a [Value],
) -> Input<'a> {
    Input {
        kept,
        analysis,
        findings,
        annotations,
        library: None,
        reader: Some("Ann Onym"),
        now: "2024-11-21T09:00:00.000Z",
        version: "0.1.0",
    }
}

/// Any annotation of a W3C shape on our story, ours or foreign, with members nobody knows.
pub(crate) fn annotation() -> impl Strategy<Value = Value> {
    let count = TEXT.chars().count();
    let motivation = prop::sample::select(vec![
        "highlighting",
        "commenting",
        "tagging",
        "assessing",
        "replying",
    ]);
    let place = (0..count - 20, 1usize..20);
    let unknown = prop::option::of(prop_oneof![
        any::<i32>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        Just(json!({"b": [1.5, null], "a": {"@id": "x"}})),
    ]);
    (
        0u8..12,
        motivation,
        "\\PC{1,20}",
        prop::collection::vec(place, 1..3),
        0u32..60,
        unknown,
    )
        .prop_map(|(id, motivation, said, places, minute, unknown)| {
            let target = |(start, len): (usize, usize)| {
                let exact: String = TEXT.chars().skip(start).take(len).collect();
                json!({"type": "SpecificResource", "source": kept().id, "selector": [
                    {"type": "TextQuoteSelector", "exact": exact},
                    {"type": "TextPositionSelector", "start": start, "end": start + len},
                ]})
            };
            let mut annotation = json!({
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": format!("urn:uuid:00000000-0000-4000-8000-0000000000{id:02}"),
                "type": "Annotation",
                "motivation": motivation,
                "creator": {"type": "Person", "name": "Jo Doe"},
                "created": "2024-11-20T10:00:00Z",
                "modified": format!("2024-11-20T11:{minute:02}:00Z"),
                "body": [{"type": "TextualBody", "purpose": motivation, "value": said}],
                "target": places.into_iter().map(target).collect::<Vec<_>>(),
            });
            if let Some(unknown) = unknown {
                annotation["x:unknown"] = unknown;
            }
            annotation
        })
}

/// A list of annotations with different ids.
pub(crate) fn annotations() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(annotation(), 0..5).prop_map(|mut list| {
        list.sort_by_key(|a| a["id"].to_string());
        list.dedup_by_key(|a| a["id"].to_string());
        list
    })
}

fn version(content: Value) -> impl Strategy<Value = Version<Value>> {
    let seen = prop::collection::btree_map("[abc]", 0u64..9_000_000_000_000, 1..4);
    (
        seen,
        "[abc]",
        prop::option::of("2024-11-2[0-9]T10:00:00Z"),
        prop::bool::weighted(0.9),
    )
        .prop_map(move |(seen, device, deleted, keeps)| Version {
            device,
            seen: seen
                .into_iter()
                .map(|(device, at)| (device, Stamp::at(at).next()))
                .collect(),
            content: (keeps || deleted.is_none()).then(|| content.clone()),
            deleted,
        })
}

/// Any library: tombstones, conflicts, notes on articles that are not in it, settings.
pub(crate) fn library() -> impl Strategy<Value = Library> {
    let record = annotation().prop_flat_map(|content| {
        let id = content["id"].as_str().unwrap_or_default().to_owned();
        prop::collection::vec(version(content), 1..4)
            .prop_map(move |versions| Record::of(id.clone(), versions).unwrap())
    });
    let records = prop::collection::vec(record, 0..5);
    let text = prop::option::of("\\PC{1,60}");
    (
        records,
        text,
        prop::collection::btree_map("[a-z]{1,5}", "\\PC{0,9}", 0..3),
        any::<bool>(),
    )
        .prop_map(|(records, text, settings, ours)| {
            let mut library = if ours {
                Library::of(&kept(), &[], "a")
            } else {
                Library::default()
            };
            if let Some(text) = text {
                let article = sourcelight_article::open_plain_text(&text);
                let other = Kept {
                    id: article_id(&text),
                    article,
                    opened: String::new(),
                };
                let first = Version::first("b", Stamp::at(7), ArticleRecord::of(&other));
                library.articles.take_in(Record::new(other.id, first));
            }
            for record in records {
                library.annotations.take_in(record);
            }
            library.settings = settings
                .into_iter()
                .map(|(k, v)| (k, Value::from(v)))
                .collect();
            library
        })
}
