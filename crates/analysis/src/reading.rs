//! An article cut into what rules read: story blocks, their sentences, and the tokens of each.

use std::ops::Range;

use sourcelight_article::{Article, BlockKind};
use sourcelight_text::{Span, Token, sentences, tokens};

/// One sentence of a story block.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// UTF-8 bytes of the article's text.
    pub(crate) span: Span,
    /// Index of its block in the article.
    pub(crate) block: usize,
    /// What its block is.
    pub(crate) kind: BlockKind,
    /// Its tokens: a range of [`Reading::tokens`].
    pub(crate) tokens: Range<usize>,
}

/// An article, read once for all rules. Blocks that are not the story's (byline, boilerplate, table)
/// have no sentences here, so that no rule can speak of them by accident.
#[derive(Clone, Debug)]
pub(crate) struct Reading<'a> {
    /// The article.
    pub(crate) article: &'a Article,
    /// The sentences of the story, in text order.
    pub(crate) sentences: Vec<Sentence>,
    /// The tokens of all sentences, in text order.
    pub(crate) tokens: Vec<Token>,
}

impl<'a> Reading<'a> {
    /// Cuts `article` into sentences and tokens. Linear in its text.
    pub(crate) fn new(article: &'a Article) -> Self {
        let mut reading = Self {
            article,
            sentences: Vec::new(),
            tokens: Vec::new(),
        };
        for (index, block) in article
            .blocks
            .iter()
            .enumerate()
            .filter(|(_, b)| b.kind.is_story())
        {
            for span in sentences(&article.text, block.span) {
                let first = reading.tokens.len();
                reading.tokens.extend(tokens(&article.text, span));
                reading.sentences.push(Sentence {
                    span,
                    block: index,
                    kind: block.kind,
                    tokens: first..reading.tokens.len(),
                });
            }
        }
        reading
    }

    /// The index of the sentence that the token at `at` stands in; one past the last behind the end.
    pub(crate) fn sentence_of(&self, at: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= at)
    }

    /// The article's text.
    pub(crate) fn text(&self) -> &'a str {
        &self.article.text
    }
}
