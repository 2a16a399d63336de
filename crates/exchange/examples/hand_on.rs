//! Writes every format for one article into a folder, to look at with other programs:
//!
//!     cargo run -p sourcelight-exchange --example hand_on -- story.txt out/

use std::{env, fs, path::Path};

use serde_json::json;
use sourcelight_analysis::{Options, analyze};
use sourcelight_annotation::{Annotation, Body, Note, article_id};
use sourcelight_exchange::{Input, Kind, export, written};
use sourcelight_state::{Kept, findings};
use sourcelight_text::Span;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().collect();
    let [_, story, folder] = &arguments[..] else {
        return Err("give a text file and a folder".into());
    };
    let text = fs::read_to_string(story)?;
    let mut article = sourcelight_article::open_plain_text(&text);
    article.metadata.url = Some("https://news.example/story".to_owned());
    let analysis = analyze(&article, &Options::default());
    let kept = Kept {
        id: article_id(&text),
        article,
        opened: "2024-11-20T10:00:00Z".to_owned(),
    };
    let note = |n: usize, span: Span, words: &str| Annotation {
        id: format!("urn:uuid:00000000-0000-4000-8000-{n:012}"),
        article: kept.id.clone(),
        body: Body::Note(Note {
            span,
            text: words.to_owned(),
        }),
        created: "2024-11-20T10:00:00Z".to_owned(),
        modified: "2024-11-20T11:00:00Z".to_owned(),
        maker: sourcelight_annotation::Maker::Reader,
        deleted: None,
        carried: None,
    };
    let blocks: Vec<Span> = kept.article.blocks.iter().map(|b| b.span).collect();
    let second = blocks
        .get(1)
        .or(blocks.first())
        .copied()
        .ok_or("an empty story")?;
    let across = Span::new(second.start, blocks.last().map_or(second.end, |b| b.end));
    let notes = [
        note(1, second, "🕊 <b>Who</b> & why?\nSecond line."),
        note(2, across, "=1+1"),
    ];
    let mut annotations = written(notes.iter(), &kept);
    annotations.push(json!({
        "id": "urn:x:lost", "type": "Annotation", "motivation": "assessing",
        "body": {"type": "TextualBody", "value": "2 of 5: single source", "purpose": "assessing"},
        "target": {"source": kept.id, "selector": {"type": "TextQuoteSelector", "exact": "words that are gone"}},
    }));
    let findings = findings(Some(&analysis), notes.iter());
    let input = Input {
        kept: &kept,
        analysis: Some(&analysis),
        findings: &findings,
        annotations: &annotations,
        library: None,
        reader: Some("Ann Onym"),
        now: "2024-11-21T09:00:00.000Z",
        version: env!("CARGO_PKG_VERSION"),
    };
    fs::create_dir_all(folder)?;
    for kind in Kind::ALL {
        let file = export(kind, &input);
        println!(
            "{} ({}, {} bytes)",
            file.name,
            file.media_type,
            file.bytes.len()
        );
        fs::write(Path::new(folder).join(file.name), file.bytes)?;
    }
    Ok(())
}
