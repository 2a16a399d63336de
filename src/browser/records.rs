//! What a stored record looks like.
//!
//! Records are plain objects with plain names, so that `rescue.html` can read them without wasm and a
//! later version can tell what it has before it. Offsets count Unicode code points.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sourcelight_article::{Article, Block, BlockKind, Metadata};
use sourcelight_state::Kept;
use sourcelight_text::{CodePointSpan, OffsetMap};

/// The version of the records' shape.
const SCHEMA: u32 = 1;

/// A kept article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ArticleRecord {
    schema: u32,
    id: String,
    opened: String,
    metadata: Metadata,
    text: String,
    blocks: Vec<BlockRecord>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct BlockRecord {
    kind: BlockKind,
    start: usize,
    end: usize,
}

impl ArticleRecord {
    /// The record of a kept article.
    pub(crate) fn of(kept: &Kept) -> Self {
        let offsets = OffsetMap::new(&kept.article.text);
        let blocks = kept.article.blocks.iter().map(|block| {
            let place = offsets.code_points(block.span);
            BlockRecord {
                kind: block.kind,
                start: place.start,
                end: place.end,
            }
        });
        Self {
            schema: SCHEMA,
            id: kept.id.clone(),
            opened: kept.opened.clone(),
            metadata: kept.article.metadata.clone(),
            blocks: blocks.collect(),
            text: kept.article.text.clone(),
        }
    }

    /// The kept article; none where the record is of a later version or contradicts itself.
    pub(crate) fn kept(self) -> Option<Kept> {
        if self.schema != SCHEMA || sourcelight_annotation::article_id(&self.text) != self.id {
            return None;
        }
        let offsets = OffsetMap::new(&self.text);
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            let place = CodePointSpan {
                start: block.start,
                end: block.end,
            };
            let span = offsets.from_code_points(place);
            if blocks
                .last()
                .is_some_and(|before| before.span.end > span.start)
            {
                return None;
            }
            blocks.push(Block {
                kind: block.kind,
                span,
            });
        }
        let article = Article {
            metadata: self.metadata,
            text: self.text,
            blocks,
            ..Article::default()
        };
        Some(Kept {
            id: self.id,
            article,
            opened: self.opened,
        })
    }
}

/// A kept annotation: the W3C annotation and what the database looks it up by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct AnnotationRecord {
    /// The version of the record's shape.
    pub(crate) schema: u32,
    /// The annotation's id.
    pub(crate) id: String,
    /// Its article's id.
    pub(crate) article: String,
    /// The W3C annotation.
    pub(crate) annotation: Value,
}

impl AnnotationRecord {
    /// The record of an annotation of the article `article`.
    pub(crate) fn new(id: &str, article: &str, annotation: Value) -> Self {
        let (id, article) = (id.to_owned(), article.to_owned());
        Self {
            schema: SCHEMA,
            id,
            article,
            annotation,
        }
    }

    /// Whether this version of the app can read it.
    pub(crate) const fn is_known(&self) -> bool {
        self.schema == SCHEMA
    }
}

/// A kept setting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SettingRecord {
    /// Its name.
    pub(crate) key: String,
    /// Its value.
    pub(crate) value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept() -> Kept {
        let text = "Title 🕊\nBody é.";
        let article = sourcelight_article::open_plain_text(text);
        Kept {
            id: sourcelight_annotation::article_id(text),
            article,
            opened: "2024".into(),
        }
    }

    #[test]
    fn an_article_comes_back_as_it_was_kept() {
        assert_eq!(ArticleRecord::of(&kept()).kept(), Some(kept()));
    }

    #[test]
    fn a_record_that_contradicts_itself_or_is_newer_is_not_read() {
        let mut record = ArticleRecord::of(&kept());
        record.text.push('!');
        assert_eq!(record.kept(), None);
        let mut record = ArticleRecord::of(&kept());
        record.schema = 2;
        assert_eq!(record.kept(), None);
        let mut record = ArticleRecord::of(&kept());
        record.blocks.reverse();
        assert_eq!(record.kept(), None);
    }
}
