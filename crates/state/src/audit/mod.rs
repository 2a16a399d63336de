//! The audit: what a sub-editor has to see to, the gravest first, with what the reader decided on each.
//!
//! An item that is a finding of its own (a claim without a source, a contested point) is decided by the
//! judgement on that finding, so that the article and the audit say the same. All others, and what is
//! asked of the desk, are decided by [`AuditWord`]s, which remember an item by kind and place.

mod items;
mod laid;
mod message;

use sourcelight_analysis::Analysis;
use sourcelight_annotation::{Annotation, AuditKind, AuditWord};
use sourcelight_text::Span;

use crate::{Finding, Voice, voices::voices};
pub use message::message;

/// What the audit found behind an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A claim without a source, and whether a blanket covers it: an index into
    /// [`Analysis::unsourced`].
    Claim(usize),
    /// A question the engine asks: an index into [`Analysis::checks`].
    Check(usize),
    /// A contested point: an index into [`Analysis::controversies`], and one into
    /// [`Analysis::checks`] where the engine asks about it too.
    Point(usize, Option<usize>),
    /// An unnamed voice: an index into the list of voices.
    Voice(usize),
    /// The carriers of a chain, outermost first: indices into the list of voices.
    Chain(Vec<usize>),
    /// The reader's word is all that is known: the engine no longer finds it, or never did.
    Word,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nobody has decided.
    #[default]
    Open,
    /// It has to be seen to.
    Stands,
    /// There is nothing in it.
    Dismissed,
}

/// One thing to be seen to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditItem {
    /// Names it in the page: its kind and place.
    pub id: String,
    /// What it is about.
    pub kind: AuditKind,
    /// What is behind it.
    pub ground: Ground,
    /// The passages it is about, its own first, UTF-8 bytes of the article's text. Never empty.
    pub at: Vec<Span>,
    /// The finding whose judgement decides it, where it is one.
    pub finding: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// What the desk is asked about it.
    pub question: Option<String>,
    /// The id of the annotation that holds the reader's [`AuditWord`] on it.
    pub word: Option<String>,
}

impl AuditItem {
    /// Whether the reader has dealt with it: decided, or handed it to the desk.
    pub fn is_done(&self) -> bool {
        self.outcome != Outcome::Open || self.question.is_some()
    }

    /// What a word of the reader on it has to remember, without what it says.
    pub fn place(&self) -> AuditWord {
        AuditWord {
            kind: self.kind,
            at: self.at.clone(),
            verdict: None,
            question: None,
        }
    }
}

/// How far the audit is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many items there are.
    pub all: usize,
    /// How many of them the reader has dealt with.
    pub done: usize,
    /// How many stand.
    pub stand: usize,
    /// How many were dismissed.
    pub dismissed: usize,
    /// How many questions the desk is asked.
    pub asked: usize,
}

/// How far the audit of these items is.
pub fn progress(items: &[AuditItem]) -> Progress {
    let count = |wanted: fn(&AuditItem) -> bool| items.iter().filter(|i| wanted(i)).count();
    Progress {
        all: items.len(),
        done: count(AuditItem::is_done),
        stand: count(|i| i.outcome == Outcome::Stands),
        dismissed: count(|i| i.outcome == Outcome::Dismissed),
        asked: count(|i| i.question.is_some()),
    }
}

/// The item after (or before) the one with this id, among those that are `wanted`; from the last it goes
/// on to the first.
pub fn next_item<'i>(
    items: &'i [AuditItem],
    from: Option<&str>,
    forward: bool,
    wanted: impl Fn(&AuditItem) -> bool,
) -> Option<&'i AuditItem> {
    let place = from.and_then(|id| items.iter().position(|item| item.id == id));
    let count = items.len();
    let step = |step: usize| match (place, forward) {
        (Some(place), true) => (place + 1 + step) % count,
        (None, true) => step % count,
        (Some(place), false) => (place + 2 * count - 1 - step) % count,
        (None, false) => count - 1 - step % count,
    };
    (0..count)
        .filter_map(|n| items.get(step(n)))
        .find(|item| wanted(item))
}

/// The audit of an article with this text, as [`crate::State::audit`] has it, for those who have no
/// state. Linear as that is.
pub fn audit_of<'a>(
    text: &str,
    analysis: Option<&Analysis>,
    findings: &[Finding],
    annotations: impl Iterator<Item = &'a Annotation> + Clone,
) -> Vec<AuditItem> {
    let heard = analysis.map(|a| voices(text, a, findings, annotations.clone(), false));
    audit(
        text,
        analysis,
        findings,
        &heard.unwrap_or_default(),
        annotations,
    )
}

/// The audit of an article with this text: what the engine found, what the reader made of it, and the
/// voices ([`crate::State::voices`]). Linear in findings and attributions, but for the overlap of
/// contested points with checks and of the reader's words with items.
pub(crate) fn audit<'a>(
    text: &str,
    analysis: Option<&Analysis>,
    findings: &[Finding],
    voices: &[Voice],
    annotations: impl Iterator<Item = &'a Annotation>,
) -> Vec<AuditItem> {
    let mut items = items::items(text, analysis, findings, voices);
    laid::lay(&mut items, annotations);
    items::put_in_order(&mut items, analysis);
    items::name(&mut items);
    items
}

#[cfg(test)]
pub(crate) mod tests;
