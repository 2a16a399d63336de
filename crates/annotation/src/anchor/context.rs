//! How well what stands around a place agrees with what stood around the quote.

use sourcelight_text::Span;

use super::fold::folded;
use crate::TextQuote;

/// How much of a given context is looked at, in folded characters.
const REACH: usize = 64;
/// A context shorter than this neither speaks for a place nor against it.
const LEAST: usize = 4;
/// A shorter context that disagrees is not held against a place.
const WEIGHTY: usize = 10;

/// What a quote's selector says stood around it, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Read from the quote outwards, that is, backwards.
    pub(super) before: Vec<char>,
    pub(super) behind: Vec<char>,
}

impl Context {
    pub(super) fn of(quote: &TextQuote) -> Self {
        let prefix = quote.prefix.as_deref().unwrap_or_default();
        let suffix = quote.suffix.as_deref().unwrap_or_default();
        // Folding is done on what can be needed only: a selector may be of any length.
        let prefix = &prefix[nth_from_end(prefix, 4 * REACH)..];
        let suffix = &suffix[..nth(suffix, 4 * REACH)];
        Self {
            before: folded(prefix).chars().rev().take(REACH).collect(),
            behind: folded(suffix).chars().take(REACH).collect(),
        }
    }

    /// How `span` of `text` agrees with it.
    pub(super) fn agreement(&self, text: &str, span: Span) -> Agreement {
        let before = text.get(..span.start).unwrap_or_default();
        let behind = text.get(span.end..).unwrap_or_default();
        let before = folded(&before[nth_from_end(before, 2 * REACH)..]);
        let behind = folded(&behind[..nth(behind, 2 * REACH)]);
        Agreement {
            before: Side::new(&self.before, before.chars().rev()),
            behind: Side::new(&self.behind, behind.chars()),
        }
    }
}

fn nth(text: &str, count: usize) -> usize {
    text.char_indices().nth(count).map_or(text.len(), |c| c.0)
}

fn nth_from_end(text: &str, count: usize) -> usize {
    text.char_indices()
        .rev()
        .nth(count.saturating_sub(1))
        .map_or(0, |c| c.0)
}

/// How the two sides of a place agree; a side that was not given, or is too short, says nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Agreement {
    pub(super) before: Option<Side>,
    pub(super) behind: Option<Side>,
}

impl Agreement {
    fn sides(&self) -> impl Iterator<Item = &Side> {
        self.before.iter().chain(self.behind.iter())
    }

    /// How many sides say anything.
    pub(super) fn given(&self) -> usize {
        self.sides().count()
    }

    /// How many sides speak for the place.
    pub(super) fn supporting(&self) -> usize {
        self.sides().filter(|s| s.supports()).count()
    }

    /// How many sides speak against it.
    pub(super) fn opposing(&self) -> usize {
        self.sides().filter(|s| s.opposes()).count()
    }

    /// Whether context speaks against the place and none for it.
    pub(super) fn contradicts(&self) -> bool {
        self.opposing() > 0 && self.supporting() == 0
    }

    /// How well the sides agree, 0 to 1; a half where none says anything.
    pub(super) fn mean(&self) -> f64 {
        let given = self.given();
        if given == 0 {
            return 0.5;
        }
        self.sides().map(|s| s.likeness).sum::<f64>() / given as f64
    }

    /// Whether both sides stand next to the place almost unchanged.
    pub(super) fn holds_fast(&self) -> bool {
        self.given() == 2 && self.sides().all(|s| s.likeness >= 0.8 && s.length >= 12)
    }
}

/// How one side agrees.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    /// Characters of context that were given.
    length: usize,
    /// One less the share of edits, 0 to 1.
    likeness: f64,
    /// How many characters next to the quote are the same.
    pub(super) run: usize,
}

impl Side {
    /// `context` and `text` both lead away from the quote.
    fn new(context: &[char], text: impl Iterator<Item = char>) -> Option<Self> {
        if context.iter().filter(|c| !c.is_whitespace()).count() < LEAST {
            return None;
        }
        let text: Vec<char> = text.take(context.len() + context.len() / 4 + 2).collect();
        // Where the text ends, there is nothing for the rest of the context to agree with.
        let context = &context[..context.len().min(text.len() + 2)];
        let run = context
            .iter()
            .zip(&text)
            .take_while(|(a, b)| a == b)
            .count();
        let edits = edits(context, &text);
        Some(Self {
            length: context.len(),
            likeness: 1.0 - edits as f64 / context.len() as f64,
            run,
        })
    }

    fn supports(&self) -> bool {
        self.likeness >= 0.6 || self.run >= self.length.min(12)
    }

    fn opposes(&self) -> bool {
        self.length >= WEIGHTY && self.likeness < 0.45 && self.run < 6
    }
}

/// The fewest edits that make `context` a beginning of `text`. Both are short.
fn edits(context: &[char], text: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=text.len()).collect();
    for (i, a) in context.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in text.iter().enumerate() {
            let best = (diagonal + usize::from(a != b))
                .min(row[j] + 1)
                .min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = best;
        }
    }
    row.into_iter().min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreement(prefix: &str, suffix: &str, text: &str, quote: &str) -> Agreement {
        let at = text.find(quote).unwrap();
        Context::of(&TextQuote {
            exact: quote.to_owned(),
            prefix: Some(prefix.to_owned()),
            suffix: Some(suffix.to_owned()),
        })
        .agreement(text, Span::new(at, at + quote.len()))
    }

    #[test]
    fn context_is_for_a_place_against_it_or_silent() {
        let text = "The ministry said on Monday that ten mines were found near the river bank.";
        let same = agreement(
            "ministry said on Monday that ",
            " were found near",
            text,
            "ten mines",
        );
        assert!(same.holds_fast());
        let edited = agreement(
            "ministry said on Tuesday that ",
            " had been found near",
            text,
            "ten mines",
        );
        assert_eq!((edited.supporting(), edited.opposing()), (2, 0));
        let other = agreement(
            "A reporter counted no more than ",
            ", three of which went off",
            text,
            "ten mines",
        );
        assert!(other.contradicts());
        assert_eq!(agreement("", " ", text, "ten mines").given(), 0);
    }
}
