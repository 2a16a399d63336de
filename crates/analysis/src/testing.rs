//! What the tests of several modules share.

use sourcelight_article::{Article, Block, BlockKind};
use sourcelight_text::Span;

/// An article of `text`'s lines, each a paragraph.
pub(crate) fn paragraphs(text: &str) -> Article {
    let mut article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            article.blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
            });
        }
        start += line.len() + 1;
    }
    article
}

/// A text with marks under it: each line of `^^^^ role` marks a part of the line of text above.
pub(crate) struct Marked {
    /// The text, without the marks.
    pub(crate) text: String,
    /// The marked parts, by role, in text order.
    pub(crate) parts: Vec<(String, Span)>,
}

/// Reads a marked text. The marks must be ASCII, and so must the text before a mark on its line.
pub(crate) fn marked(source: &str) -> Marked {
    let mut marked = Marked {
        text: String::new(),
        parts: Vec::new(),
    };
    let mut line_start = 0;
    for line in source.lines().map(str::trim_end).filter(|l| !l.is_empty()) {
        let marks = line.trim_start().starts_with('^');
        if !marks {
            line_start = marked.text.len();
            marked.text.push_str(line);
            marked.text.push('\n');
            continue;
        }
        let role = line
            .rsplit('^')
            .next()
            .unwrap_or_default()
            .trim()
            .to_owned();
        let mut at = 0;
        while let Some(start) = line[at..].find('^').map(|i| at + i) {
            let end = line[start..]
                .find(|c| c != '^')
                .map_or(line.len(), |i| start + i);
            marked.parts.push((
                role.clone(),
                Span::new(line_start + start, line_start + end),
            ));
            at = end;
        }
    }
    marked
}

/// The contested points of a text that rules and comparisons find, without the learned layer.
pub(crate) fn points_by_rules(text: &str) -> Vec<crate::Controversy> {
    let article = paragraphs(text);
    let none = crate::controversy::Model::default();
    crate::analyze_with(&article, &crate::Options::default(), &none, &mut |_| ()).controversies
}
