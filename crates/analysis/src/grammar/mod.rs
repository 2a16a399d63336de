//! Just enough grammar to find who speaks and what is said: tags, quotations, noun phrases, clauses.

mod phrase;
mod quotation;
mod tag;
mod verbs;

pub(crate) use phrase::Phrase;
pub(crate) use quotation::Quotation;
pub(crate) use tag::{Tag, Word};
pub(crate) use verbs::Form;

use std::ops::Range;

use sourcelight_text::Span;

use crate::reading::Reading;

/// A reading with what each token is. Token places are indices into [`Reading::tokens`].
#[derive(Clone, Debug)]
pub(crate) struct Grammar<'r> {
    /// The reading.
    pub(crate) reading: &'r Reading<'r>,
    /// One for each token.
    pub(crate) words: Vec<Word>,
    /// The quotations of the story, in text order; none overlap.
    pub(crate) quotations: Vec<Quotation>,
    /// For each token, the quotation it stands in (its marks included).
    inside: Vec<Option<u32>>,
}

impl<'r> Grammar<'r> {
    /// Reads the grammar of a story. Linear in its tokens.
    pub(crate) fn new(reading: &'r Reading<'r>) -> Self {
        let words = tag::tag_all(reading);
        let quotations = quotation::quotations(reading);
        let mut inside = vec![None; words.len()];
        for (index, quotation) in quotations.iter().enumerate() {
            for place in &mut inside[quotation.tokens.clone()] {
                *place = u32::try_from(index).ok();
            }
        }
        Self {
            reading,
            words,
            quotations,
            inside,
        }
    }

    /// The tag of the token at `at`; a mark past the end.
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.words.get(at).map_or(Tag::Mark, |w| w.tag)
    }

    /// The token at `at` in lower case; empty past the end.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.folded.as_str())
    }

    /// The quotation the token at `at` stands in.
    pub(crate) fn quotation(&self, at: usize) -> Option<&Quotation> {
        self.quotation_index(at).map(|i| &self.quotations[i])
    }

    /// The index of the quotation the token at `at` stands in.
    pub(crate) fn quotation_index(&self, at: usize) -> Option<usize> {
        self.inside.get(at).copied().flatten().map(|i| i as usize)
    }

    /// The bytes covered by a range of tokens.
    pub(crate) fn span(&self, tokens: &Range<usize>) -> Span {
        let all = &self.reading.tokens;
        match (
            all.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|i| all.get(i)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                Span::new(first.span.start, last.span.end)
            }
            _ => Span::new(0, 0),
        }
    }

    /// The text covered by a range of tokens.
    pub(crate) fn text(&self, tokens: &Range<usize>) -> &'r str {
        self.span(tokens).of(self.reading.text())
    }

    /// Whether a verb that can carry a clause stands in `tokens`, quoted words apart.
    pub(crate) fn has_finite_verb(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|i| self.is_finite(i))
    }

    /// Whether the token at `at` can carry a clause.
    pub(crate) fn is_finite(&self, at: usize) -> bool {
        match self.tag(at) {
            Tag::Modal | Tag::Have | Tag::Do => true,
            Tag::Be => !matches!(self.folded(at), "be" | "been" | "being"),
            Tag::Verb => {
                at > 0
                    && self.tag(at - 1) != Tag::To
                    && self.words[at]
                        .verb
                        .is_some_and(|v| v.form != Form::Participle)
            }
            _ => false,
        }
    }
}
