//! The links of an article, kept as data.

use serde::{Deserialize, Serialize};
use sourcelight_text::Span;

/// A link in an article's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// UTF-8 bytes of the article's text, inside of one block.
    pub span: Span,
    /// Where it leads: an absolute address of the scheme http, https or mailto, without white space,
    /// quotation marks or angle brackets.
    pub href: String,
}
