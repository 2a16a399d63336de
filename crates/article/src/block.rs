//! The typed blocks of an article.

use serde::{Deserialize, Serialize};
use sourcelight_text::Span;

/// What a block is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The article's title.
    Headline,
    /// Who wrote it, where and when.
    Byline,
    /// The summary under the headline.
    Standfirst,
    /// Body text.
    Paragraph,
    /// A heading inside the body.
    Subhead,
    /// A quotation set apart.
    Quote,
    /// One item of a list.
    ListItem,
    /// The text under a picture.
    Caption,
    /// A table, its cells joined.
    Table,
    /// Not part of the story: "Read also", share buttons, newsletter offers.
    Boilerplate,
}

impl BlockKind {
    /// Whether the block is told by the article itself, so that attribution and coverage apply.
    pub const fn is_story(self) -> bool {
        !matches!(
            self,
            BlockKind::Byline | BlockKind::Boilerplate | BlockKind::Table
        )
    }
}

/// One block and the bytes it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// UTF-8 bytes of the article's text, without surrounding white space.
    pub span: Span,
}
