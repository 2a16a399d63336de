//! Reads documents (`{"id", "text"}` a line) and writes every candidate with what it shows, for
//! training/cues. Offsets are Unicode code points.

use std::io::{BufRead, Write};

use serde_json::{Value, json};
use sourcelight_article::{Article, Block, BlockKind};
use sourcelight_text::{OffsetMap, Span};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let document: Value = serde_json::from_str(&line?)?;
        let text = document["text"].as_str().unwrap_or_default();
        let article = lines(text);
        let map = OffsetMap::new(text);
        let pairs = |spans: &[Span]| -> Vec<[usize; 2]> {
            spans
                .iter()
                .map(|s| map.code_points(*s))
                .map(|s| [s.start, s.end])
                .collect()
        };
        let rows: Vec<Value> = sourcelight_analysis::training::rows(&article)
            .iter()
            .map(|r| json!({"f": r.features, "source": pairs(&r.source), "cue": pairs(&r.cue), "content": pairs(&r.content)}))
            .collect();
        serde_json::to_writer(&mut out, &json!({"id": document["id"], "rows": rows}))?;
        writeln!(out)?;
    }
    Ok(())
}

/// Each line a paragraph, the first a headline.
fn lines(text: &str) -> Article {
    let mut article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            let kind = if article.blocks.is_empty() {
                BlockKind::Headline
            } else {
                BlockKind::Paragraph
            };
            article.blocks.push(Block { kind, span });
        }
        start += line.len() + 1;
    }
    article
}
