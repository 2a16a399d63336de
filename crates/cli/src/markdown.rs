//! A compact audit in Markdown: facts, who said what, what has no source, what is contested, checks.

use std::fmt::Write;

use sourcelight_analysis::{Analysis, Tier};
use sourcelight_article::{Article, BlockKind};

use crate::wording;

/// The audit of an article.
pub(crate) fn render(article: &Article, analysis: &Analysis) -> String {
    let mut out = String::new();
    let text = &article.text;
    let headline = article
        .blocks
        .iter()
        .find(|b| b.kind == BlockKind::Headline);
    let title = headline.map_or("Article", |b| b.span.of(text));
    let _ = writeln!(
        out,
        "# {}\n\n{}\n",
        escaped(title),
        wording::facts(article, analysis)
    );
    let _ = writeln!(out, "## Who said what\n");
    for voice in wording::voices(analysis, text) {
        let _ = writeln!(out, "- **{}**", escaped(&voice.title));
        for line in voice.lines {
            let tier = if line.tier == Tier::Core {
                ""
            } else {
                line.tier.word()
            };
            let mut notes = vec![];
            if !tier.is_empty() {
                notes.push(tier.to_owned());
            }
            if !line.chain.is_empty() {
                notes.push(format!("by way of {}", line.chain));
            }
            let notes = if notes.is_empty() {
                String::new()
            } else {
                format!(" ({})", escaped(&notes.join("; ")))
            };
            let content = escaped(&wording::shortened(&line.content, 240));
            let _ = writeln!(out, "  - _{}_ {content}{notes}", escaped(&line.cue));
        }
    }
    let quoted = |span: sourcelight_text::Span| escaped(&wording::shortened(span.of(text), 240));
    if !analysis.unsourced.is_empty() {
        let _ = writeln!(out, "\n## Without a source\n");
        for u in &analysis.unsourced {
            let kind = u.kind.word().replace('_', " ");
            let _ = writeln!(out, "- {} ({kind}; {})", quoted(u.span), u.coverage.word());
        }
    }
    if !analysis.controversies.is_empty() {
        let _ = writeln!(out, "\n## Contested\n");
        for c in &analysis.controversies {
            let topic = c.topic.word().replace('_', " ");
            let _ = writeln!(
                out,
                "- **{topic}** (severity {}): {}. {}",
                c.severity,
                quoted(c.span),
                escaped(&c.why)
            );
        }
    }
    if !analysis.checks.is_empty() {
        let _ = writeln!(out, "\n## To check\n");
        for c in &analysis.checks {
            let _ = writeln!(out, "- {}", escaped(&c.question));
        }
    }
    for note in &analysis.notes {
        let _ = writeln!(out, "\nNote: {}", escaped(note));
    }
    out
}

/// `text` with what Markdown would read as marks made plain.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '\\' | '|'
        ) {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}
