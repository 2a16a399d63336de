//! Where the story is contested: points found by rules that are data.
//!
//! # How to add a topic or a rule
//!
//! A rule is an entry in `data/controversy/*.txt`. A file begins a topic with `topic: legality` (the
//! words of taxonomy.json) and may go on to another; a topic of many rules gets a file of its own,
//! named in `rule::FILES`. An entry:
//!
//! ```text
//! [war-crimes]
//! why: Says that an act may be a war crime.
//! stance: against
//! match: war crime|crimes
//! unless: war crimes tribunal
//! story: conflict
//! negated: counts
//! yes: Rights groups say [the strike may amount to a war crime].
//! no: He studied war crimes at school in the 1990s.
//! ```
//!
//! `match` and `unless` are patterns (see `pattern`); several lines are alternatives. `unless` looks
//! at the whole sentence. `story: conflict` asks for a story of armed conflict, which keeps market
//! bombs and own goals out; the examples are read as if in one. A negation shortly before the match
//! ("did not", "no") silences a rule unless it says `negated: counts`. `yes` and `no` are run as
//! tests, brackets mark the clause that must be found. `stance` is where a voice that says it stands.
//!
//! Topics that compare several places of a story (two figures, a charge without a reply) are no rules
//! of this kind: each gets a module of its own that answers the same [`Controversy`] values.

mod rule;
mod sides;

use std::ops::Range;

use crate::{
    clause::{clause_around, clauses, with_quotes, without_report},
    grammar::Grammar,
    model::{Analysis, Controversy},
    pattern::{Words, list_has},
    reading::Sentence,
};
use rule::{Rule, rules};
use sourcelight_article::BlockKind;
use sourcelight_text::Span;

/// How many words of war make a story one of armed conflict; one in the headline is enough.
const CONFLICT_WORDS: usize = 3;

/// The contested points of the story, in text order. Uses the treaties and attributions of
/// `analysis`. Linear.
pub(crate) fn controversies(grammar: &Grammar, analysis: &Analysis) -> Vec<Controversy> {
    let reading = grammar.reading;
    let sentences: Vec<(&Sentence, Words)> = reading
        .sentences
        .iter()
        .map(|s| (s, Words::new(grammar, s, &analysis.treaties)))
        .collect();
    let conflict = is_conflict(&sentences);
    let mut found = Vec::new();
    for (sentence, words) in &sentences {
        if reading.text()[..sentence.span.end].ends_with('?') {
            continue;
        }
        for (rule, span) in merged(points(words, conflict)) {
            let span = with_quotes(reading.text(), sides::inside_content(span, analysis));
            let mut point = Controversy {
                topic: rule.topic,
                kind: rule.kind,
                span,
                severity: 1,
                why: rule.why.to_owned(),
                sides: Vec::new(),
            };
            sides::link(&mut point, rule.stance, analysis);
            found.push(point);
        }
    }
    found.sort_by_key(|c| (c.span.start, c.span.end, c.topic));
    found
}

/// Whether the story speaks of armed conflict.
fn is_conflict(sentences: &[(&Sentence, Words)]) -> bool {
    let mut count = 0;
    for (sentence, words) in sentences {
        let weight = if sentence.kind == BlockKind::Headline {
            CONFLICT_WORDS
        } else {
            1
        };
        count += weight
            * words
                .norms
                .iter()
                .filter(|w| list_has("conflict", w))
                .count();
    }
    count >= CONFLICT_WORDS
}

/// Every rule that fires in one sentence, with the clause it marks.
fn points(words: &Words, conflict: bool) -> Vec<(&'static Rule, Span)> {
    let mut found = Vec::new();
    let clauses = clauses(words);
    for rule in rules().iter().filter(|r| conflict || !r.conflict) {
        let matches: Vec<Range<usize>> = rule
            .patterns
            .iter()
            .flat_map(|p| p.matches(words))
            .filter(|m| rule.negated || !is_negated(words, m))
            .collect();
        if matches.is_empty() || rule.unless.iter().any(|p| p.is_in(words)) {
            continue;
        }
        for hit in matches {
            let clause = without_report(words, clause_around(&clauses, &hit));
            found.push((rule, words.span(&clause)));
        }
    }
    found
}

/// Points of one topic and kind whose clauses touch become one; the first rule's reason stands.
fn merged(mut points: Vec<(&'static Rule, Span)>) -> Vec<(&'static Rule, Span)> {
    points.sort_by_key(|(r, s)| (r.topic, r.kind, s.start, s.end));
    let mut found: Vec<(&Rule, Span)> = Vec::new();
    for (rule, span) in points {
        match found.last_mut() {
            Some((last, whole))
                if last.topic == rule.topic && last.kind == rule.kind && whole.overlaps(span) =>
            {
                *whole = whole.cover(span);
            }
            _ => found.push((rule, span)),
        }
    }
    found
}

/// Whether a negation or an unreal condition stands shortly before the match, or inside it.
fn is_negated(words: &Words, hit: &Range<usize>) -> bool {
    const REACH: usize = 3;
    let from = hit.start.saturating_sub(REACH);
    let near = &words.norms[from..hit.end];
    let unreal = near
        .windows(2)
        .any(|w| matches!(w[0].as_str(), "would" | "could" | "might") && w[1] == "have");
    unreal
        || near
            .iter()
            .any(|w| list_has("negations", w) || w.ends_with("n't"))
}

#[cfg(test)]
mod tests;
