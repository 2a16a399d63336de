//! A sentence in which a treaty is spoken of: its words, and which of them mean treaties and states.

use std::ops::Range;

use sourcelight_text::Span;
use sourcelight_treaties::{By, instrument, states_in};

use super::lexicon::{List, is};
use crate::{model::TreatyMention, pattern::Words};

/// A place in a sentence that means an instrument.
#[derive(Clone, Debug)]
pub(crate) struct Reference {
    /// The instrument.
    pub(crate) id: String,
    /// Its words.
    pub(crate) words: Range<usize>,
}

/// A place in a sentence that means a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The state's code.
    pub(crate) code: &'static str,
    /// How it is meant.
    pub(crate) by: By,
    /// Where it stands: UTF-8 bytes of the article's text.
    pub(crate) span: Span,
    /// Its first word.
    pub(crate) first: usize,
    /// The word behind its last.
    pub(crate) end: usize,
}

/// A sentence in which a treaty is spoken of.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Its words.
    pub(crate) words: &'a Words,
    /// The treaties it speaks of, in its order.
    pub(crate) references: Vec<Reference>,
    /// The states it names, in its order.
    pub(crate) states: Vec<Place>,
}

impl Line<'_> {
    /// The word at `at` in lower case; empty outside.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.words.norms.get(at).map_or("", String::as_str)
    }

    /// The word before `at`; empty at the front.
    pub(crate) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |i| self.word(i))
    }

    /// The state that the word `at` belongs to.
    pub(crate) fn state(&self, at: usize) -> Option<&Place> {
        let next = self.states.partition_point(|s| s.end <= at);
        self.states.get(next).filter(|s| s.first <= at)
    }

    /// The reference that the word `at` belongs to.
    pub(crate) fn reference(&self, at: usize) -> Option<&Reference> {
        let next = self.references.partition_point(|r| r.words.end <= at);
        self.references.get(next).filter(|r| r.words.start <= at)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}

/// The treaties the story has spoken of so far.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    ids: Vec<String>,
}

impl Memory {
    /// Reads the sentence `words`. `mentions` are the article's mentions that lie in it. `None` where it
    /// speaks of no treaty.
    pub(crate) fn line<'a>(
        &mut self,
        words: &'a Words,
        text: &str,
        span: Span,
        mentions: &[TreatyMention],
    ) -> Option<Line<'a>> {
        if mentions.is_empty() && self.ids.is_empty() {
            return None;
        }
        let mut references = Vec::new();
        let mut mentions = mentions.iter().peekable();
        let mut at = 0;
        while at < words.len() {
            let here = words.spans[at];
            while mentions.next_if(|m| m.span.end <= here.start).is_some() {}
            let named = mentions.peek().filter(|m| m.span.overlaps(here));
            if let Some(mention) = named {
                let inside = |s: &Span| s.start < mention.span.end;
                let end = at + words.spans[at..].iter().take_while(|s| inside(s)).count();
                self.name(&mention.id);
                references.push(Reference {
                    id: mention.id.clone(),
                    words: at..end,
                });
                at = end;
            } else {
                if let Some(id) = self.pointed(words, at) {
                    let words = at..at + 1;
                    references.push(Reference { id, words });
                }
                at += 1;
            }
        }
        if references.is_empty() {
            return None;
        }
        let states = states(words, text, span, &references);
        Some(Line {
            words,
            references,
            states,
        })
    }

    fn name(&mut self, id: &str) {
        self.ids.retain(|i| i != id);
        self.ids.push(id.to_owned());
    }

    /// The instrument that "the treaty", "the court" or "it" behind a verb means at `at`.
    fn pointed(&self, words: &Words, at: usize) -> Option<String> {
        let word = words.norms[at].as_str();
        let next = words.norms.get(at + 1).map_or("", String::as_str);
        let before = |back: usize| at.checked_sub(back).map_or("", |i| words.norms[i].as_str());
        let determiner = |w: &str| matches!(w, "the" | "this" | "that" | "both");
        if word == "it" {
            let verb = matches!(
                before(1),
                "signed" | "ratified" | "joined" | "left" | "quit" | "exited" | "suspended"
            );
            let ends = next.is_empty()
                || !next.starts_with(char::is_alphanumeric)
                || matches!(
                    next,
                    "in" | "and" | "but" | "on" | "after" | "last" | "since"
                );
            return self.ids.last().filter(|_| verb && ends).cloned();
        }
        let court = is(List::PointsCourt, word);
        if !(court || is(List::Points, word)) {
            return None;
        }
        let capital = words
            .spans
            .get(at)
            .is_some_and(|_| next == "of" || next == "on");
        let points =
            determiner(before(1)) || (is(List::Linkers, before(1)) && determiner(before(2)));
        if capital || !points {
            return None;
        }
        if court {
            return self.ids.iter().rev().find(|i| *i == "rome").cloned();
        }
        // Any treaty is a pact; a convention or a protocol is one by its name.
        let any = matches!(word, "treaty" | "pact" | "accord" | "agreement" | "deal");
        let last = self.ids.last().filter(|_| any || self.ids.len() == 1);
        let named_so = || self.ids.iter().rev().find(|id| goes_by(id, word));
        last.or_else(named_so).cloned()
    }
}

/// Whether `noun` is part of a name of the instrument `id`.
fn goes_by(id: &str, noun: &str) -> bool {
    let Some(instrument) = instrument(id) else {
        return false;
    };
    let has = |name: &str| {
        name.split_whitespace()
            .any(|w| w.eq_ignore_ascii_case(noun))
    };
    has(instrument.name) || has(instrument.short)
}

fn states(words: &Words, text: &str, span: Span, references: &[Reference]) -> Vec<Place> {
    let mut found = Vec::new();
    for mention in states_in(text, span) {
        let first = words.spans.partition_point(|s| s.end <= mention.span.start);
        let end = words.spans.partition_point(|s| s.start < mention.span.end);
        let in_a_treaty = |r: &Reference| r.words.start < end && first < r.words.end;
        if first < end && !references.iter().any(in_a_treaty) {
            found.push(Place {
                code: mention.code,
                by: mention.by,
                span: mention.span,
                first,
                end,
            });
        }
    }
    found
}
