//! Questions for the reader, never verdicts. One file a question; each asks at most once a page, but for
//! `register`, which asks once for each thing that the treaty register has otherwise.

mod anonymity_without_reason;
mod does_not_follow;
mod figures_disagree;
mod forecast_as_fact;
mod hidden_anonymity;
mod missing_response;
mod plural_for_one_source;
mod register;
mod single_source;
mod unclear_referent;

use sourcelight_article::BlockKind;
use sourcelight_text::Span;

use crate::{
    grammar::Grammar,
    model::{
        Analysis, Attribution, Check, CheckKind, Controversy, Entity, SourceType, Tier, Topic,
    },
    pattern::list_has,
};

/// What a question is asked of.
pub(crate) struct Page<'a> {
    /// The article's text.
    pub(crate) text: &'a str,
    /// What has been found in it so far.
    pub(crate) analysis: &'a Analysis,
    /// The sentences of the story, in text order.
    pub(crate) sentences: Vec<(Span, BlockKind)>,
}

/// One file's question: the check, if it is to be asked.
type Question = fn(&Page) -> Option<Check>;

/// Those that go to the heart of a story first: of many, only the first few are asked.
const QUESTIONS: &[Question] = &[
    figures_disagree::ask,
    missing_response::ask,
    hidden_anonymity::ask,
    plural_for_one_source::ask,
    does_not_follow::ask,
    unclear_referent::ask,
    anonymity_without_reason::ask,
    single_source::ask,
    forecast_as_fact::ask,
];

/// The most questions of a page: more of them are read by nobody.
const MOST: usize = 6;

/// The questions that this story raises, in the order of their first place. Linear in attributions and
/// sentences.
pub(crate) fn checks(grammar: &Grammar, analysis: &Analysis) -> Vec<Check> {
    let sentences = grammar
        .reading
        .sentences
        .iter()
        .map(|s| (s.span, s.kind))
        .collect();
    let page = Page {
        text: grammar.reading.text(),
        analysis,
        sentences,
    };
    let mut found: Vec<Check> = QUESTIONS
        .iter()
        .filter_map(|ask| ask(&page))
        .take(MOST)
        .collect();
    found.extend(register::ask(&page));
    found.sort_by_key(|c| c.spans.first().map_or(0, |s| s.start));
    found
}

impl<'a> Page<'a> {
    /// The attributions of speech, writing and belief, in text order.
    fn core(&self) -> impl Iterator<Item = &'a Attribution> {
        self.analysis
            .attributions
            .iter()
            .filter(|a| a.tier == Tier::Core)
    }

    /// The contested points of `topic`, in text order.
    fn points(&self, topic: Topic) -> impl Iterator<Item = &'a Controversy> {
        let points = self.analysis.controversies.iter();
        points.filter(move |c| c.topic == topic)
    }

    /// The voice of `attribution`.
    fn voice(&self, attribution: &Attribution) -> Option<&'a Entity> {
        self.analysis.entities.get(attribution.entity?)
    }

    /// The words of the source of `attribution`, as one span.
    fn source(&self, attribution: &Attribution) -> Option<Span> {
        attribution.source.iter().copied().reduce(Span::cover)
    }

    /// The text of `span` in quotation marks.
    fn quoted(&self, span: Span) -> String {
        format!("“{}”", span.of(self.text))
    }

    /// A check of two places that are held against each other; `question` gets both, in quotation marks.
    fn compare(
        &self,
        kind: CheckKind,
        spans: [Span; 2],
        question: impl Fn(&str, &str) -> String,
    ) -> Check {
        let [one, other] = spans.map(|s| self.quoted(s));
        Check {
            kind,
            spans: spans.into(),
            question: question(&one, &other),
        }
    }

    /// Whether `attribution` gives its speaker by a role that has a name behind it.
    fn is_withheld(&self, attribution: &Attribution) -> bool {
        is_withheld(self.text, attribution)
    }
}

/// Whether the source of `attribution`, in an article with this text, is called by a role that has a
/// name behind it ("one official", "a source"), and not as a crowd ("residents", "experts") or by a
/// pronoun. Linear in the words of the source.
pub fn is_withheld(text: &str, attribution: &Attribution) -> bool {
    let Some(source) = attribution.source.iter().copied().reduce(Span::cover) else {
        return false;
    };
    let words = source.of(text).to_lowercase();
    let has = |list: &str| {
        words
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| list_has(list, w))
    };
    let person = ["person", "people", "persons"]
        .iter()
        .any(|p| words.contains(p));
    match attribution.source_type {
        SourceType::UnnamedIndividual => has("insider") || (person && has("in_the_know")),
        SourceType::UnnamedGroup => has("insiders") || (person && has("in_the_know")),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
