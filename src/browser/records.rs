//! What a stored record looks like.
//!
//! Records are plain objects with plain names, so that `rescue.html` can read them without wasm and a
//! later version can tell what it has before it. Offsets count Unicode code points.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sourcelight_article::{Article, Block, BlockKind, Link, Metadata, NodeMap, SourceNode};
use sourcelight_state::Kept;
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkRecord>,
    /// The map to the page it was read from; its spans count code points here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nodes: Option<NodeMap>,
    /// When the reader put it into the bin; none where it is not there.
    #[serde(
        rename = "sl:deleted",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) deleted: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct BlockRecord {
    kind: BlockKind,
    start: usize,
    end: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct LinkRecord {
    start: usize,
    end: usize,
    href: String,
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
        let links = kept.article.links.iter().map(|link| {
            let place = offsets.code_points(link.span);
            LinkRecord {
                start: place.start,
                end: place.end,
                href: link.href.clone(),
            }
        });
        Self {
            schema: SCHEMA,
            id: kept.id.clone(),
            opened: kept.opened.clone(),
            metadata: kept.article.metadata.clone(),
            blocks: blocks.collect(),
            links: links.collect(),
            nodes: kept.article.nodes.as_ref().map(|nodes| {
                with_spans(nodes, |span| {
                    let place = offsets.code_points(span);
                    Span::new(place.start, place.end)
                })
            }),
            text: kept.article.text.clone(),
            deleted: None,
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
        let bytes = |start, end| offsets.from_code_points(CodePointSpan { start, end });
        let links = self.links.into_iter().map(|link| Link {
            span: bytes(link.start, link.end),
            href: link.href,
        });
        let links = links.collect();
        let nodes = self
            .nodes
            .map(|nodes| with_spans(&nodes, |span| bytes(span.start, span.end)));
        let article = Article {
            metadata: self.metadata,
            text: self.text,
            blocks,
            links,
            nodes,
        };
        Some(Kept {
            id: self.id,
            article,
            opened: self.opened,
        })
    }
}

/// The map with its spans in other units.
fn with_spans(nodes: &NodeMap, to: impl Fn(Span) -> Span) -> NodeMap {
    let mut nodes = nodes.clone();
    for node in &mut nodes.nodes {
        if let SourceNode::Text { runs, .. } = node {
            for run in runs {
                run.span = to(run.span);
            }
        }
    }
    nodes
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

impl AnnotationRecord {
    /// When it was changed last, its deletion included; empty where it does not say.
    pub(crate) fn changed(&self) -> &str {
        let said = |name: &str| self.annotation.get(name).and_then(Value::as_str);
        said("sl:deleted").max(said("modified")).unwrap_or_default()
    }

    /// Whether it is not deleted, as far as can be told without reading all of it.
    pub(crate) fn is_live(&self) -> bool {
        self.annotation.get("sl:deleted").is_none_or(Value::is_null)
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
    fn links_and_the_map_to_the_page_are_kept_in_code_points() {
        let mut kept = kept();
        let span = Span::new("Title 🕊\n".len(), "Title 🕊\nBody é".len());
        kept.article.links.push(Link {
            span,
            href: "https://example.org/".into(),
        });
        let text = SourceNode::Text {
            parent: 0,
            length: sourcelight_article::Length::of("Body é."),
            runs: vec![sourcelight_article::Run { skipped: 1, span }],
        };
        kept.article.nodes = Some(NodeMap { nodes: vec![text] });
        let record = ArticleRecord::of(&kept);
        assert_eq!((record.links[0].start, record.links[0].end), (8, 14));
        assert_eq!(record.kept(), Some(kept));
    }

    #[test]
    fn a_record_from_before_links_and_the_bin_is_read() {
        let mut old = serde_json::to_value(ArticleRecord::of(&kept())).unwrap();
        let fields = old.as_object_mut().unwrap();
        for new in ["links", "nodes", "sl:deleted"] {
            fields.remove(new);
        }
        let record: ArticleRecord = serde_json::from_value(old).unwrap();
        assert_eq!(record.kept(), Some(kept()));
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
