//! Anchoring: finding the passage an annotation is about in a text that may have changed.
//!
//! There are three answers. **Exact**: the words stand there as they stood. **Changed**: the passage is
//! there and its words differ. **Lost**: it is not there, or nothing tells which of several places it
//! is; the annotation is kept with its old words and never moved to a lookalike.

mod align;
pub mod approximate;
mod context;
mod fold;
mod found;
mod fragment;
mod grams;
mod ground;
mod quote;
mod selectors;
mod slots;

pub use selectors::Anchoring;

use serde::{Deserialize, Serialize};
use sourcelight_text::Span;

/// What became of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It stands there as it stood.
    Exact,
    /// It is there and its words differ.
    Changed,
    /// It is not there, or nothing tells where.
    Lost,
}

/// Where a passage is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchored {
    /// What became of it.
    pub state: State,
    /// The passage, UTF-8 bytes of the text; none where it is lost.
    pub span: Option<Span>,
    /// Insertions, deletions and replacements from the old words to the new, in code points.
    pub distance: usize,
    /// Where it is lost because several places fit equally well, or because words stand only where
    /// their context speaks against them: those places, 20 at most.
    pub candidates: Vec<Span>,
}

impl Anchored {
    fn exact(span: Span) -> Self {
        Self {
            state: State::Exact,
            span: Some(span),
            distance: 0,
            candidates: Vec::new(),
        }
    }

    fn lost(candidates: Vec<Span>) -> Self {
        Self {
            state: State::Lost,
            span: None,
            distance: 0,
            candidates,
        }
    }
}
