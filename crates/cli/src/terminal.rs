//! The article for a terminal, its sourcing marked: colours on a terminal, plain marks elsewhere.
//!
//! `[source]`, `<cue>` and `{content}`; underneath, each attribution with its voice and chain.

use std::fmt::Write;

use sourcelight_analysis::Analysis;
use sourcelight_article::{Article, BlockKind};
use sourcelight_text::Span;

use crate::wording;

/// What a place of the text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Content,
    Source,
    Cue,
}

impl Part {
    const fn marks(self, color: bool) -> (&'static str, &'static str) {
        match (self, color) {
            (Part::Content, true) => ("\u{1b}[33m", "\u{1b}[0m"),
            (Part::Source, true) => ("\u{1b}[1;36m", "\u{1b}[0m"),
            (Part::Cue, true) => ("\u{1b}[4;35m", "\u{1b}[0m"),
            (Part::Content, false) => ("{", "}"),
            (Part::Source, false) => ("[", "]"),
            (Part::Cue, false) => ("<", ">"),
        }
    }
}

/// The article with its marks, then the voices.
pub(crate) fn render(article: &Article, analysis: &Analysis, color: bool) -> String {
    let mut spans: Vec<(Span, Part)> = Vec::new();
    for a in analysis.attributions.iter().filter(|a| a.parent.is_none()) {
        spans.extend(a.content.iter().map(|s| (*s, Part::Content)));
        spans.extend(a.source.iter().map(|s| (*s, Part::Source)));
        spans.extend(a.cue.iter().map(|s| (*s, Part::Cue)));
    }
    // Marks must not cross: of two that overlap, the smaller part wins.
    spans.sort_by_key(|(s, p)| (s.start, std::cmp::Reverse(*p), s.end));
    let mut out = String::new();
    for block in &article.blocks {
        if block.kind == BlockKind::Boilerplate {
            continue;
        }
        let from = spans.partition_point(|(s, _)| s.start < block.span.start);
        let mut at = block.span.start;
        for (span, part) in &spans[from..] {
            if span.start >= block.span.end {
                break;
            }
            if span.start < at {
                continue;
            }
            // Content stops where the next source or cue inside it begins.
            let inner = spans[from..]
                .iter()
                .take_while(|(s, _)| s.start < span.end)
                .filter(|(s, p)| *p != Part::Content && s.start > span.start)
                .map(|(s, _)| s.start)
                .find(|s| *s < span.end);
            let end = if *part == Part::Content {
                inner.unwrap_or(span.end)
            } else {
                span.end
            };
            let end = end.min(block.span.end);
            let (open, close) = part.marks(color);
            out.push_str(Span::new(at, span.start).of(&article.text));
            let inside = Span::new(span.start, end).trimmed(&article.text);
            let _ = write!(out, "{open}{}{close}", inside.of(&article.text));
            out.push_str(Span::new(inside.end, end).of(&article.text));
            at = end;
        }
        out.push_str(Span::new(at, block.span.end).of(&article.text));
        out.push_str("\n\n");
    }
    let _ = writeln!(out, "{}", wording::facts(article, analysis));
    for entity in wording::voices(analysis, &article.text) {
        let _ = writeln!(out, "\n{}", entity.title);
        for line in entity.lines {
            let _ = writeln!(
                out,
                "  {} {}",
                line.cue,
                wording::shortened(&line.content, 160)
            );
            if !line.chain.is_empty() {
                let _ = writeln!(out, "    by way of {}", line.chain);
            }
        }
    }
    out
}
