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
