//! Claims without a source: checkable statements in headline or body that no cue covers.
//!
//! # What it finds
//! A statement of an event, number, cause, forecast, legal or technical matter, or a charge, in a
//! sentence (or a clause beside an attribution) that has no attribution of its own and is not the
//! continuation of one.
//!
//! # Why it matters
//! It is what a fact-checker asks first: how do we know? A blanket ("This was reported by X") does not
//! answer it for each statement, so such claims are listed, marked as covered by a blanket only.
//!
//! # Example
//! "However, Kyiv has sought these supplies *since Russia launched its full-scale invasion*."
//!
//! # What it leaves alone
//! Opinions, questions, advice, captions, plain scheduling, definitions; and small matters where a
//! page has many claims (`MOST`).
//!
//! Source: ATTRIBUTION.md 11; which statements are worth checking follows the classes of ClaimBuster
//! (Arslan et al. 2020).

mod kind;

use std::ops::Range;

use sourcelight_article::BlockKind;
use sourcelight_text::Span;

use crate::{
    clause::{clauses, dateline, is_question, trimmed, with_quotes},
    covering::{Covering, hull},
    grammar::Grammar,
    model::{Analysis, Attribution, ClaimKind, CoverageState, Tier, Unsourced},
    pattern::Words,
    reading::Sentence,
};
use kind::Claim;

/// At most so many claims of a page are listed: those that weigh most.
const MOST: usize = 60;

/// At most so many of them may be plain events; a page has many, and few are in doubt.
const MOST_EVENTS: usize = 40;

/// So many weightier claims make a story one whose plain events are worth checking, too.
const HARD: usize = 2;

/// What a claim must weigh to be listed.
const LEAST: u8 = 1;

/// A clause of fewer words claims nothing worth checking.
const SHORTEST: usize = 4;

/// The claims without a source, in text order. `words` are those of the story's sentences. Uses the
/// attributions, coverage and contested points of `analysis`. Linear but for sorting the claims.
pub(crate) fn unsourced(grammar: &Grammar, words: &[Words], analysis: &Analysis) -> Vec<Unsourced> {
    let covering = Covering::new(&analysis.attributions);
    let contested = Contested::new(analysis);
    let blanket = analysis
        .coverage
        .iter()
        .any(|c| c.state == CoverageState::Blanket);
    let mut found: Vec<(u8, Unsourced)> = Vec::new();
    for (sentence, words) in grammar.reading.sentences.iter().zip(words) {
        let Some(coverage) = open_coverage(sentence, analysis, blanket) else {
            continue;
        };
        if !is_told(grammar, sentence) {
            continue;
        }
        for part in open_parts(sentence, words, &covering) {
            let Some(claim) = kind::claim(words, &part, sentence.kind) else {
                continue;
            };
            let span = with_quotes(grammar, words.span(&part));
            let weight = claim.weight + prominence(sentence) + 2 * u8::from(contested.has(span));
            found.push((weight, listed(claim, span, coverage)));
        }
    }
    keep_what_matters(&mut found, !analysis.controversies.is_empty());
    found.sort_by_key(|(weight, u)| (std::cmp::Reverse(*weight), u.span.start));
    found.truncate(MOST);
    let mut found: Vec<Unsourced> = found.into_iter().map(|(_, u)| u).collect();
    found.sort_by_key(|u| u.span.start);
    found
}

/// Drops what weighs too little. In a contested story, or one with weightier claims, plain events count
/// for more.
fn keep_what_matters(found: &mut Vec<(u8, Unsourced)>, contested: bool) {
    let hard = contested || found.iter().filter(|(weight, _)| *weight > LEAST).count() >= HARD;
    let mut events = 0;
    found.retain(|(weight, claim)| {
        let event = claim.kind == ClaimKind::Event && *weight <= LEAST;
        events += usize::from(event);
        weight + u8::from(hard) >= LEAST && !(event && events > MOST_EVENTS)
    });
}

fn listed(claim: Claim, span: Span, coverage: CoverageState) -> Unsourced {
    let cover = match coverage {
        CoverageState::Blanket => "only a blanket attribution covers it",
        _ => "nobody is given for it",
    };
    Unsourced {
        span,
        kind: claim.kind,
        coverage,
        why: format!("{}; {cover}.", claim.why),
    }
}

/// What covers the clauses of `sentence` that have no cue of their own; none where the sentence goes
/// on in a voice. In a story with a `blanket`, that covers the clauses beside a cue, too.
fn open_coverage(sentence: &Sentence, analysis: &Analysis, blanket: bool) -> Option<CoverageState> {
    let at = analysis
        .coverage
        .partition_point(|c| c.span.end <= sentence.span.start);
    let state = analysis
        .coverage
        .get(at)
        .filter(|c| c.span.overlaps(sentence.span))
        .map(|c| c.state);
    match state {
        Some(CoverageState::Continuation) => None,
        Some(CoverageState::Blanket) => Some(CoverageState::Blanket),
        Some(CoverageState::InSentence) if blanket => Some(CoverageState::Blanket),
        _ => Some(CoverageState::None),
    }
}

/// Whether `sentence` is told as a fact by the page: no question, caption or heading.
fn is_told(grammar: &Grammar, sentence: &Sentence) -> bool {
    let told = matches!(
        sentence.kind,
        BlockKind::Headline | BlockKind::Standfirst | BlockKind::Paragraph | BlockKind::ListItem
    );
    let text = sentence.span.of(grammar.reading.text());
    told && !is_question(text) && !text.ends_with(':')
}

/// How much its place adds to a claim: headline and standfirst are what readers take away.
fn prominence(sentence: &Sentence) -> u8 {
    u8::from(matches!(
        sentence.kind,
        BlockKind::Headline | BlockKind::Standfirst
    ))
}

/// The parts of `sentence` that no attribution covers: all of it, or the clauses beside the
/// attributions.
fn open_parts(sentence: &Sentence, words: &Words, covering: &Covering) -> Vec<Range<usize>> {
    let covered: Vec<Span> = covering
        .touching(sentence.span)
        .filter(|(_, a)| covers(a))
        .filter_map(|(_, a)| hull(a))
        .collect();
    let whole = trimmed(words, dateline(words)..words.len());
    let parts = if covered.is_empty() {
        vec![whole]
    } else {
        beside(words, &covered)
    };
    parts.into_iter().filter(|p| p.len() >= SHORTEST).collect()
}

/// The clauses whose verb does not stand in `covered`. "The decision followed a permit allowing …" is
/// told by the page, though a permit speaks in it.
fn beside(words: &Words, covered: &[Span]) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for clause in clauses(words) {
        let Some(verb) = clause.clone().find(|&i| words.finite[i]) else {
            continue;
        };
        if covered.iter().any(|c| c.overlaps(words.spans[verb])) {
            continue;
        }
        match parts.last_mut() {
            // "… since it launched its invasion and also deployed mines" is one part.
            Some(last) if words.gap_is_small(last.end, clause.start) => last.end = clause.end,
            _ => parts.push(clause),
        }
    }
    parts
}

/// Whether `attribution` answers "how do we know" for its clause. A law that forbids a thing does not
/// answer for the sentence that tells of the law.
fn covers(attribution: &Attribution) -> bool {
    attribution.tier != Tier::Document
}

/// The contested points of a story, to be asked for by place.
struct Contested(Vec<Span>);

impl Contested {
    fn new(analysis: &Analysis) -> Self {
        Self(analysis.controversies.iter().map(|c| c.span).collect())
    }

    /// Whether a contested point begins in `span` or reaches into it.
    fn has(&self, span: Span) -> bool {
        let after = self.0.partition_point(|c| c.start < span.end);
        self.0[after.saturating_sub(4)..after]
            .iter()
            .any(|c| c.overlaps(span))
    }
}

#[cfg(test)]
mod tests;
