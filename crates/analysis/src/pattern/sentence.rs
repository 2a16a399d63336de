//! A sentence in the form that patterns are held against.

use std::ops::Range;

use sourcelight_article::BlockKind;
use sourcelight_text::{Span, TokenKind};

use super::{
    list_has,
    lists::{Membership, membership},
};
use crate::{
    clause::dateline,
    grammar::{Grammar, Tag},
    model::TreatyMention,
    reading::Sentence,
};

/// What a word has to do with a treaty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Instrument {
    /// Nothing.
    #[default]
    None,
    /// It is part of a mention that the register knows.
    Known,
    /// It is the noun of "the treaty", "that pact".
    Pointed,
}

/// The words of one sentence, without its quotation marks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// Each word in lower case, with a straight apostrophe.
    pub(crate) norms: Vec<String>,
    /// Where each stands: UTF-8 bytes of the article's text.
    pub(crate) spans: Vec<Span>,
    /// Whether each is a number, in figures or words.
    pub(crate) numbers: Vec<bool>,
    /// Whether each is a verb that can carry a clause.
    pub(crate) finite: Vec<bool>,
    /// Whether a noun phrase can begin with each: a determiner, a pronoun, a name.
    pub(crate) openers: Vec<bool>,
    /// What each has to do with a treaty.
    pub(crate) instruments: Vec<Instrument>,
    /// The lists each is in.
    pub(crate) members: Vec<Membership>,
    /// Whether each is part of a name.
    pub(crate) names: Vec<bool>,
    /// The part of the sentence each stands in: parts end at semicolons, dashes and full stops.
    pub(crate) segments: Vec<u16>,
    /// Where the sentence begins behind its dateline.
    pub(crate) first: usize,
    /// Whether the first word is all in capitals, as a dateline's place is.
    pub(crate) shouted: bool,
}

impl Words {
    /// The words of every sentence of the story. Linear.
    pub(crate) fn all(grammar: &Grammar, treaties: &[TreatyMention]) -> Vec<Self> {
        let sentences = grammar.reading.sentences.iter();
        sentences.map(|s| Self::new(grammar, s, treaties)).collect()
    }

    /// The words of `sentence`. `treaties` are the article's mentions, in text order; of them only
    /// those that lie in the sentence count.
    pub(crate) fn new(grammar: &Grammar, sentence: &Sentence, treaties: &[TreatyMention]) -> Self {
        let mut words = Self::default();
        let reading = grammar.reading;
        for at in sentence.tokens.clone() {
            let token = reading.tokens[at];
            if token.kind == TokenKind::Quote {
                continue;
            }
            let norm = token.of(reading.text()).to_lowercase().replace('’', "'");
            words
                .numbers
                .push(token.kind == TokenKind::Number || list_has("numbers", &norm));
            if words.norms.is_empty() {
                let place = token.of(reading.text());
                words.shouted = place.len() > 2 && !place.contains(char::is_lowercase);
            }
            words.members.push(membership(&norm));
            words.names.push(grammar.tag(at) == Tag::Proper);
            let part = words.segments.last().copied().unwrap_or_default();
            let ends = words
                .norms
                .last()
                .is_some_and(|w| matches!(w.as_str(), ";" | "—" | "–" | ":" | "."));
            words.segments.push(part.saturating_add(u16::from(ends)));
            words.norms.push(norm);
            words.finite.push(grammar.is_finite(at));
            let tag = grammar.tag(at);
            words.openers.push(matches!(
                tag,
                Tag::Det | Tag::Poss | Tag::Pron | Tag::Proper
            ));
            words.spans.push(token.span);
        }
        let headline = sentence.kind == BlockKind::Headline;
        let first = treaties.partition_point(|t| t.span.end <= sentence.span.start);
        let here = treaties[first..]
            .iter()
            .take_while(|t| t.span.start < sentence.span.end);
        let mentions: Vec<Span> = here.map(|t| t.span).collect();
        words.instruments = (0..words.norms.len())
            .map(|at| words.instrument(at, &mentions, !treaties.is_empty(), headline))
            .collect();
        words.first = dateline(&words);
        words
    }

    /// The words of the part of the sentence that the word `at` stands in.
    pub(crate) fn segment(&self, at: usize) -> Range<usize> {
        let part = self.segments.get(at).copied().unwrap_or_default();
        let start = self.segments.partition_point(|p| *p < part);
        start..self.segments.partition_point(|p| *p <= part)
    }

    fn instrument(&self, at: usize, mentions: &[Span], known: bool, headline: bool) -> Instrument {
        if mentions.iter().any(|m| m.overlaps(self.spans[at])) {
            return Instrument::Known;
        }
        if !list_has("pacts", &self.norms[at]) {
            return Instrument::None;
        }
        let before = |back: usize| at.checked_sub(back).map_or("", |i| self.norms[i].as_str());
        let points = |word: &str| matches!(word, "the" | "this" | "that");
        let one_between = points(before(2)) && list_has("pact_adjectives", before(1));
        // Headlines drop articles: "Iran threatens to quit nuclear treaty".
        let bare = headline && list_has("pact_adjectives", before(1));
        match points(before(1)) || one_between || bare {
            // A convention can be a party's; only a story that has named a treaty means one.
            true if known || !list_has("gatherings", &self.norms[at]) => Instrument::Pointed,
            _ => Instrument::None,
        }
    }

    /// The span of the words `range`; empty where the range is.
    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        match (
            self.spans.get(range.start),
            self.spans.get(range.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::new(0, 0),
        }
    }

    /// The words of `range` alone.
    pub(crate) fn part(&self, range: &Range<usize>) -> Self {
        let range = range.start.min(self.len())..range.end.min(self.len());
        Self {
            norms: self.norms[range.clone()].to_vec(),
            spans: self.spans[range.clone()].to_vec(),
            numbers: self.numbers[range.clone()].to_vec(),
            finite: self.finite[range.clone()].to_vec(),
            openers: self.openers[range.clone()].to_vec(),
            instruments: self.instruments[range.clone()].to_vec(),
            members: self.members[range.clone()].to_vec(),
            names: self.names[range.clone()].to_vec(),
            segments: self.segments[range.clone()].to_vec(),
            first: self.first.saturating_sub(range.start),
            shouted: self.shouted && range.start == 0,
        }
    }

    /// Whether nothing but a joint stands between the words `end` and `start`.
    pub(crate) fn gap_is_small(&self, end: usize, start: usize) -> bool {
        start >= end && start - end <= 2
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.norms.len()
    }
}
