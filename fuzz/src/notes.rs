//! Files of notes: every form that is taken in, made here, damaged and read.

use std::panic::{AssertUnwindSafe, catch_unwind};

use sourcelight_annotation::{Annotation, Body, Note, article_id};
use sourcelight_exchange::{Input, Kind, export, import, written};
use sourcelight_state::Kept;
use sourcelight_text::Span;

use crate::{run::words_of, seeds::Seed};

/// The forms, by the names of their files.
pub(crate) const FORMS: [&str; 5] = [
    "sourcelight",
    "report.html",
    "jsonld",
    "json",
    "recogito.json",
];

const TEXT: &str = "🕊 A headline\n\nOfficials said the mines are safe. 🇺🇦 Nobody asked them why.";
const RECOGITO: &str = r##"[{"id": "a", "bodies": [{"purpose": "commenting", "value": "who?"}, {"purpose": "tagging", "value": "t"}],
    "target": {"annotation": "a", "selector": [{"quote": "Officials", "start": 15, "end": 24, "range": {}}]}},
    {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "#b", "type": "Annotation",
     "body": [{"type": "TextualBody", "value": "why?"}],
     "target": {"selector": [{"type": "TextQuoteSelector", "exact": "mines"}, {"type": "TextPositionSelector", "start": 34, "end": 39}]}}]"##;

/// Whether this is one of them.
pub(crate) fn is_one(format: &str) -> bool {
    FORMS.contains(&format)
}

fn kept() -> Kept {
    let mut article = sourcelight_article::open_plain_text(TEXT);
    article.metadata.url = Some("https://news.example/mines".to_owned());
    Kept {
        id: article_id(TEXT),
        article,
        opened: "2024-11-20T10:00:00.000Z".to_owned(),
    }
}

/// A whole file to begin with.
pub(crate) fn seeds(format: &str) -> Vec<Seed> {
    let kind = match format {
        "sourcelight" => Kind::Sourcelight,
        "report.html" => Kind::Html,
        "jsonld" => Kind::W3c,
        "json" => Kind::Hypothesis,
        _ => return vec![Seed::of(RECOGITO.as_bytes())],
    };
    let kept = kept();
    let notes: Vec<Annotation> = ["Officials", "mines are safe"]
        .iter()
        .enumerate()
        .filter_map(|(n, words)| {
            let start = TEXT.find(words)?;
            Some(Annotation {
                id: format!("urn:uuid:00000000-0000-4000-8000-{n:012}"),
                article: kept.id.clone(),
                body: Body::Note(Note {
                    span: Span::new(start, start + words.len()),
                    text: format!("note {n} 🕊"),
                }),
                created: "2024-11-20T10:00:00.000Z".to_owned(),
                modified: "2024-11-20T10:00:00.000Z".to_owned(),
                deleted: None,
                carried: None,
            })
        })
        .collect();
    let annotations = written(notes.iter(), &kept);
    let file = export(
        kind,
        &Input {
            kept: &kept,
            analysis: None,
            findings: &[],
            annotations: &annotations,
            library: None,
            reader: Some("Ann Onym"),
            now: "2024-11-21T09:00:00.000Z",
            version: "0.1.0",
        },
    );
    vec![Seed::of(&file.bytes)]
}

/// What `bytes` are taken in as, roughly; the message of a panic where they are not.
pub(crate) fn open(bytes: &[u8], format: &str) -> Result<String, String> {
    let name = format!("notes.{format}");
    let read = catch_unwind(AssertUnwindSafe(|| {
        // Finding the places of what came in is part of taking it in.
        import(bytes, &name).map(|imported| imported.on(&kept()))
    }));
    match read.map_err(|cause| words_of(&*cause))? {
        Err(error) => Ok(format!("error {:?}", std::mem::discriminant(&error))),
        Ok(read) => Ok(format!(
            "notes {:?} {} {} {}",
            read.format,
            read.library
                .annotations
                .len()
                .checked_ilog2()
                .unwrap_or_default(),
            read.library.articles.len(),
            read.unread_count.checked_ilog2().unwrap_or_default(),
        )),
    }
}
