//! Where the nodes of the page that an article was read from lie in its text, so that XPath and CSS
//! selectors of other tools can be resolved.

use serde::{Deserialize, Serialize};
use sourcelight_text::Span;

/// The body of the page as a tree, as far as it holds the article's text.
///
/// `nodes` is in document order; node 0 is the `body` element, and the children of a node stand behind
/// it in their order. An element below which nothing was taken into the text is there, so that its
/// siblings can be counted, but what is below it is only a length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeMap {
    /// The nodes in document order. Comments are left out.
    pub nodes: Vec<SourceNode>,
}

/// An element of the page, or a text in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceNode {
    /// An element.
    Element {
        /// The place of its parent in the list; the body is its own.
        parent: u32,
        /// Its name in lower case.
        tag: String,
        /// Its attribute `id`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// Its classes.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        classes: Vec<String>,
        /// For an element whose children are not listed: how long its text content is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dropped: Option<Length>,
    },
    /// A text node.
    Text {
        /// The place of its parent in the list.
        parent: u32,
        /// How long it is as the page has it.
        length: Length,
        /// Where its words are in the article's text, in order; empty where it was not taken.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        runs: Vec<Run>,
    },
}

/// The length of a raw text in the units of the DOM and of W3C's selectors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// In UTF-16 code units.
    pub utf16: u32,
    /// In Unicode code points.
    pub chars: u32,
}

/// A stretch of a text node that stands in the article's text letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// How many characters of white space, each one unit long in UTF-16, stand in the node between the
    /// last run, or the node's start, and this one.
    pub skipped: u32,
    /// UTF-8 bytes of the article's text.
    pub span: Span,
}

impl SourceNode {
    /// The place of the parent in the list; 0 for the body.
    pub const fn parent(&self) -> usize {
        match self {
            SourceNode::Element { parent, .. } | SourceNode::Text { parent, .. } => {
                *parent as usize
            }
        }
    }
}

impl Length {
    /// The length of `text`.
    pub fn of(text: &str) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            utf16: count(text.encode_utf16().count()),
            chars: count(text.chars().count()),
        }
    }

    /// Both lengths together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            utf16: self.utf16.saturating_add(other.utf16),
            chars: self.chars.saturating_add(other.chars),
        }
    }
}

impl NodeMap {
    /// The places of the children of node `at`, in their order. Linear in the nodes behind it.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let behind = self.nodes.iter().enumerate().skip(at + 1);
        behind
            .filter(move |(_, n)| n.parent() == at)
            .map(|(at, _)| at)
    }

    /// The UTF-8 byte in the article's text `text` at which the character stands that is `offset` UTF-16
    /// code units into the text node `at`. In white space that was not taken it is the next character
    /// that was; none for elements, for texts that were not taken, and past the end.
    pub fn byte_at(&self, text: &str, at: usize, offset: u32) -> Option<usize> {
        let SourceNode::Text { runs, .. } = self.nodes.get(at)? else {
            return None;
        };
        let mut left = offset;
        for run in runs {
            left = left.saturating_sub(run.skipped);
            let words = text.get(run.span.start..run.span.end)?;
            for (byte, c) in words.char_indices() {
                if left < c.len_utf16() as u32 {
                    return Some(run.span.start + byte);
                }
                left -= c.len_utf16() as u32;
            }
            if left == 0 {
                return Some(run.span.end);
            }
        }
        runs.last().map(|r| r.span.end)
    }
}
