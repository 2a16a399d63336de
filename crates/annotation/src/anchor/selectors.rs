//! All selectors of a target together.

use sourcelight_text::{CodePointSpan, Span};

use super::ground::Ground;
use super::{Anchored, quote};
use crate::{Selector, SelectorKind, TextQuote};

/// Finds the passages of many annotations in one text. What is made of the text for searching is
/// made once.
#[derive(Debug)]
pub struct Anchoring<'t> {
    ground: Ground<'t>,
}

impl<'t> Anchoring<'t> {
    /// Prepares `text`. Linear.
    pub fn new(text: &'t str) -> Self {
        Self {
            ground: Ground::new(text),
        }
    }

    /// Where the passage is that `selectors` describe, each of them in its own way.
    pub fn anchor(&self, selectors: &[Selector]) -> Anchored {
        let hint = selectors.iter().find_map(|s| self.position(s));
        match selectors.iter().find_map(quoted) {
            Some(words) => quote::find(&self.ground, words, hint),
            None => match hint {
                Some(span) => Anchored::exact(span),
                None => Anchored::lost(Vec::new()),
            },
        }
    }

    /// The bytes of a position that lies in the text.
    fn position(&self, selector: &Selector) -> Option<Span> {
        let SelectorKind::Position { start, end } = selector.kind else {
            return None;
        };
        let place = CodePointSpan {
            start: usize::try_from(start).ok()?,
            end: usize::try_from(end).ok()?,
        };
        Some(self.ground.offsets.from_code_points(place))
    }
}

fn quoted(selector: &Selector) -> Option<&TextQuote> {
    match &selector.kind {
        SelectorKind::Quote(quote) => Some(quote),
        _ => None,
    }
}
