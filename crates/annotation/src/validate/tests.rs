//! Rules on cases of our own, and on the W3C's where they are at hand.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sourcelight_text::{OffsetMap, Span};

use super::*;
use crate::{Annotation, Body, FindingKind, Judgement, Note, Part, Role, article_id, write};

fn good() -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:1",
        "type": "Annotation",
        "target": "http://example.org/page",
    })
}

/// `good` with one member changed; `null` takes it away.
fn with(key: &str, value: Value) -> Value {
    let mut annotation = good();
    if value.is_null() {
        annotation.as_object_mut().unwrap().remove(key);
    } else {
        annotation[key] = value;
    }
    annotation
}

#[test]
fn each_broken_member_is_named_by_its_rule() {
    let part = |selector: Value| json!({"source": "urn:x:1", "selector": selector});
    let cases = [
        (
            "@context",
            json!(null),
            vec!["3.1-annotationContextValidated"],
        ),
        ("id", json!("anno1"), vec!["3.1-annotationIdValidated"]),
        ("type", json!("Note"), vec!["3.1-annotationTypeValidated"]),
        (
            "created",
            json!("yesterday"),
            vec!["3.3.1-annotationCreatedValidated"],
        ),
        (
            "body",
            json!({"type": "Composite", "items": ["urn:x:1"]}),
            vec!["3.2-bodyObjectsRecognized"],
        ),
        (
            "body",
            json!({"value": "a", "source": "urn:x:1"}),
            vec![
                "4-bodyEmbeddedTextualNoSource",
                "4-bodySpecificResourceNoValue",
            ],
        ),
        (
            "target",
            json!({"source": "urn:x:1"}),
            vec!["3.2-targetObjectsRecognized"],
        ),
        (
            "target",
            part(json!({"type": "TextQuoteSelector"})),
            vec![
                "3.2-targetObjectsRecognized",
                "4.2-selectorValidIfPresent",
                "4.2.4-textQuoteSelectorValid",
            ],
        ),
        (
            "target",
            part(json!({"type": "TextQuoteSelector", "exact": "a", "refinedBy": 3})),
            vec!["4.3.3-refinedByValidated"],
        ),
        (
            "target",
            json!({"source": "urn:x:1", "styleClass": "red"}),
            vec!["4.4-styleClassValidIfPresent"],
        ),
    ];
    assert!(validate(&good()).valid);
    for (key, value, failed) in cases {
        assert_eq!(
            validate(&with(key, value.clone())).failed,
            failed,
            "{key} {value}"
        );
    }
}

#[test]
fn ids_are_unique_and_what_is_no_object_keeps_almost_nothing() {
    let mut ids: Vec<_> = MUSTS.iter().map(|m| m.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 54);
    assert!(!validate(&json!("x")).valid);
    assert!(!validate(&json!([])).valid);
}

#[test]
fn items_of_a_page_stand_in_its_context() {
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [with("@context", json!(null)), 3],
    });
    let items = items(&page);
    assert!(validate(&items[0]).valid);
    assert!(!validate(&items[1]).valid);
    assert_eq!(super::items(&json!([1, 2])).len(), 2);
}

#[test]
fn what_we_write_keeps_every_rule() {
    let text = "🕊 Officials said the mines are safe.";
    let offsets = OffsetMap::new(text);
    let span = Span::new(5, 14);
    let mut annotation = Annotation {
        id: "urn:uuid:9b6aa528-660a-4551-8265-66f45c61acab".into(),
        article: article_id(text),
        body: Body::Note(Note {
            span,
            text: String::new(),
        }),
        maker: crate::Maker::Reader,
        created: "2024-11-20T10:00:00Z".into(),
        modified: "2024-11-20T10:00:00.123Z".into(),
        deleted: Some("2024-11-21T10:00:00Z".into()),
        carried: None,
    };
    assert_eq!(
        validate(&write(&annotation, text, &offsets)).failed,
        [""; 0]
    );
    annotation.body = Body::Note(Note {
        span,
        text: "who?".into(),
    });
    assert_eq!(
        validate(&write(&annotation, text, &offsets)).failed,
        [""; 0]
    );
    annotation.body = Body::Judgement(Judgement {
        verdict: crate::Verdict::Accepted,
        kind: FindingKind::Attribution,
        label: "institution".into(),
        parts: vec![
            Part {
                role: Role::Source,
                span,
            },
            Part {
                role: Role::Cue,
                span: Span::new(15, 19),
            },
        ],
        seen: vec![Part {
            role: Role::Cue,
            span,
        }],
        seen_label: "media".into(),
    });
    assert_eq!(
        validate(&write(&annotation, text, &offsets)).failed,
        [""; 0]
    );
}

/// The folder of other people's cases; they are not ours to keep here, and a checkout may be without.
fn fixtures() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .map(|up| up.join("shared/eval/anchoring/fixtures"))
        .find(|p| p.is_dir());
    if found.is_none() {
        eprintln!("shared/eval/anchoring/fixtures is absent: the W3C's own cases were not run");
    }
    found
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_w3cs_samples_and_thirty_two_implementations_are_judged_as_by_its_schemas() {
    let Some(fixtures) = fixtures() else { return };
    let mut compared = 0;
    let mut compare = |path: PathBuf, expected: &Value| {
        let Some(expected) = expected.get("failed_musts") else {
            return;
        };
        assert_eq!(
            &json!(validate(&read(&path)).failed),
            expected,
            "{}",
            path.display()
        );
        compared += 1;
    };
    let samples = fixtures.join("08-w3c-annotation-model");
    for (name, expected) in read(&samples.join("expected.json")).as_object().unwrap() {
        compare(samples.join(name), expected);
    }
    let outputs = fixtures.join("09-w3c-implementation-outputs");
    for expected in read(&outputs.join("index.json")).as_array().unwrap() {
        compare(outputs.join(expected["file"].as_str().unwrap()), expected);
    }
    assert!(compared >= 160, "only {compared} were compared");
}

#[test]
fn what_others_wrote_is_read_and_written_back_whole() {
    let Some(fixtures) = fixtures() else { return };
    let mut folders = vec![
        fixtures.join("08-w3c-annotation-model/samples"),
        fixtures.join("08-w3c-annotation-model/samples-wd2"),
        fixtures.join("09-w3c-implementation-outputs"),
        fixtures.join("14-authored-jsonld-shapes"),
    ];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(value) = serde_json::from_slice::<Value>(&std::fs::read(&path).unwrap()) else {
                continue;
            };
            for item in items(&value) {
                let Some(annotation) = crate::WebAnnotation::from_json(&item) else {
                    continue;
                };
                let mut expected = item.clone();
                for key in ["body", "target", "motivation"] {
                    if expected.get(key) == Some(&json!([])) {
                        expected.as_object_mut().unwrap().remove(key);
                    }
                }
                assert_eq!(annotation.to_json(), expected, "{}", path.display());
                read += 1;
            }
        }
    }
    assert!(read >= 150, "only {read} were read");
}
