//! Any bytes in, [`Article`] out.
//!
//! An article is metadata and a list of typed blocks over one canonical text. The text never changes
//! after opening, and every span of the product refers to it.

mod block;
mod correct;
mod date;
mod formats;
#[cfg(feature = "html")]
mod html;
mod language;
mod link;
mod metadata;
mod node_map;
mod open;
mod plain;

pub use block::{Block, BlockKind};
pub use date::month_named;
#[cfg(feature = "formats")]
pub use formats::open_bytes;
#[cfg(feature = "pdf")]
pub use formats::open_pdf;
pub use formats::{Format, Note, Opened, OpenedArticle, Part, Source, is_pdf};
#[cfg(feature = "html")]
pub use html::open_html;
pub use link::Link;
pub use metadata::Metadata;
pub use node_map::{Length, NodeMap, Run, SourceNode};
pub use open::{OpenError, looks_like_html, open};
pub use plain::open_plain_text;

use serde::{Deserialize, Serialize};

/// An opened article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// What is known of it beside its text.
    pub metadata: Metadata,
    /// The canonical text. For plain text the input unchanged; for other formats the blocks joined
    /// by newlines.
    pub text: String,
    /// The typed blocks, in text order, disjoint; their spans count UTF-8 bytes of `text`.
    pub blocks: Vec<Block>,
    /// The links in the text, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Where the nodes of the page lie in the text, for a page that was read with its markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nodes: Option<NodeMap>,
}
