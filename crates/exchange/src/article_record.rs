//! An article as it stands in our files.

use serde::{Deserialize, Serialize};
use sourcelight_annotation::article_id;
use sourcelight_article::{Article, Block, BlockKind, Metadata};
use sourcelight_state::Kept;
use sourcelight_text::{CodePointSpan, OffsetMap};

/// What is kept of an article: its text, its blocks, and what is known of it. Offsets count Unicode
/// code points.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleRecord {
    /// When it was first opened, ISO 8601 in UTC.
    pub opened: String,
    /// What is known of it beside its text.
    pub metadata: Metadata,
    /// The canonical text.
    pub text: String,
    /// The typed blocks, in text order.
    pub blocks: Vec<BlockRecord>,
}

/// A block and the code points it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockRecord {
    /// What it is.
    pub kind: BlockKind,
    /// Its first code point.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
}

impl ArticleRecord {
    /// The record of a kept article.
    pub fn of(kept: &Kept) -> Self {
        let article = &kept.article;
        let offsets = OffsetMap::new(&article.text);
        let blocks = article.blocks.iter().map(|block| {
            let place = offsets.code_points(block.span);
            BlockRecord {
                kind: block.kind,
                start: place.start,
                end: place.end,
            }
        });
        Self {
            opened: kept.opened.clone(),
            metadata: article.metadata.clone(),
            blocks: blocks.collect(),
            text: article.text.clone(),
        }
    }

    /// The article's id, made of its text.
    pub fn id(&self) -> String {
        article_id(&self.text)
    }

    /// Whether it says something else of the article than `other` does, beside when it was opened.
    pub fn differs(&self, other: &Self) -> bool {
        self.metadata != other.metadata || self.blocks != other.blocks || self.text != other.text
    }

    /// The kept article; none where its blocks overlap or leave the text.
    pub fn kept(&self) -> Option<Kept> {
        let offsets = OffsetMap::new(&self.text);
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        let mut before = 0;
        for block in &self.blocks {
            let place = CodePointSpan {
                start: block.start,
                end: block.end,
            };
            let span = offsets.from_code_points(place);
            if block.start < before || block.end < block.start || offsets.code_points(span) != place
            {
                return None;
            }
            before = block.end;
            blocks.push(Block {
                kind: block.kind,
                span,
            });
        }
        Some(Kept {
            id: self.id(),
            article: Article {
                metadata: self.metadata.clone(),
                text: self.text.clone(),
                blocks,
                ..Article::default()
            },
            opened: self.opened.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Kept {
        let text = "Title 🕊\n\nBody é said so.";
        Kept {
            id: article_id(text),
            article: sourcelight_article::open_plain_text(text),
            opened: "2024".into(),
        }
    }

    #[test]
    fn an_article_comes_back_as_it_was_kept() {
        assert_eq!(ArticleRecord::of(&kept()).kept(), Some(kept()));
    }

    #[test]
    fn blocks_that_overlap_or_leave_the_text_are_not_read() {
        let mut overlap = ArticleRecord::of(&kept());
        overlap.blocks.reverse();
        assert_eq!(overlap.kept(), None);
        let mut outside = ArticleRecord::of(&kept());
        outside.blocks[0].end = 4_000;
        assert_eq!(outside.kept(), None);
    }
}
