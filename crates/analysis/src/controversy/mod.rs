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
//! ("did not", "no") silences a rule unless it says `negated: counts`; "can" or "might" before it in
//! the clause does so where it says `modals: silence`. `yes` and `no` are run as
//! tests, brackets mark the clause that must be found. `stance` is where a voice that says it stands.
//!
//! Topics that compare several places of a story (two figures, a charge without a reply) are no rules
//! of this kind: each gets a module of its own that answers the same [`Controversy`] values.

mod rule;
mod sides;
mod treaty_status;

use std::{collections::BTreeSet, ops::Range};

use crate::{
    clause::{clause_around, clauses, is_question, with_quotes, without_report},
    covering::Covering,
    grammar::Grammar,
    model::{Analysis, Controversy, Stance, Topic},
    pattern::{Words, list_has},
    reading::Sentence,
};
use rule::{Rule, patterns, rules};
use sourcelight_article::BlockKind;
use sourcelight_text::Span;

/// How many different words of war make a story one of armed conflict.
const CONFLICT_WORDS: usize = 3;

/// The contested points of the story, in text order. `words` are those of its sentences. Uses the
/// attributions of `analysis`. Linear.
pub(crate) fn controversies(
    grammar: &Grammar,
    words: &[Words],
    analysis: &Analysis,
) -> Vec<Controversy> {
    let sentences: Vec<(&Sentence, &Words)> = grammar.reading.sentences.iter().zip(words).collect();
    let covering = Covering::new(&analysis.attributions);
    let conflict = is_conflict(&sentences);
    let mut found = Vec::new();
    for (sentence, words) in &sentences {
        if is_question(sentence.span.of(grammar.reading.text())) {
            continue;
        }
        for Point { rule, hit, span } in merged(points(words, conflict)) {
            let span = with_quotes(grammar, sides::inside_content(span, hit, &covering));
            let mut point = Controversy {
                topic: rule.topic,
                kind: rule.kind,
                span,
                severity: 1,
                why: rule.why.to_owned(),
                sides: Vec::new(),
            };
            sides::link(&mut point, rule.stance, &covering);
            found.push(point);
        }
    }
    for span in treaty_status::unmarked(&found, analysis) {
        let mut point = Controversy {
            topic: Topic::TreatyStatus,
            kind: None,
            span,
            severity: 1,
            why: "Says who is in a treaty, or how many are.".to_owned(),
            sides: Vec::new(),
        };
        sides::link(&mut point, Stance::Neutral, &covering);
        found.push(point);
    }
    treaty_status::weigh(&mut found, analysis);
    found.sort_by_key(|c| (c.span.start, c.span.end, c.topic));
    found
}

/// Whether the story speaks of armed conflict: in three different words, or two where one is in the
/// headline.
fn is_conflict(sentences: &[(&Sentence, &Words)]) -> bool {
    let mut words: BTreeSet<&str> = BTreeSet::new();
    let mut headline = false;
    for (sentence, here) in sentences {
        for word in here.norms.iter().filter(|w| list_has("conflict", w)) {
            headline |= sentence.kind == BlockKind::Headline;
            words.insert(word.trim_end_matches('s'));
        }
    }
    words.len() + usize::from(headline) >= CONFLICT_WORDS
}

/// Every rule that fires in one sentence, with the words that made it fire and the clause it marks.
fn points(words: &Words, conflict: bool) -> Vec<Point> {
    let hits = patterns().matches(words);
    if hits.is_empty() {
        return Vec::new();
    }
    let clauses = clauses(words);
    let mut found = Vec::new();
    for (index, hit) in hits {
        let rule = &rules()[index];
        let silent = (rule.conflict && !conflict)
            || (!rule.negated && is_negated(words, &hit))
            || (!rule.modals && is_modal(words, &clauses, &hit))
            || rule.unless.iter().any(|p| p.is_in(words));
        if !silent {
            let clause = without_report(words, clause_around(&clauses, &hit), &hit);
            found.push(Point {
                rule,
                hit: words.span(&hit),
                span: words.span(&clause),
            });
        }
    }
    found
}

/// A rule that fired.
struct Point {
    rule: &'static Rule,
    /// The words that made it fire.
    hit: Span,
    /// The clause it marks.
    span: Span,
}

/// Points of one topic and kind whose clauses touch become one; the first rule's reason stands.
fn merged(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by_key(|p| {
        (
            p.rule.topic,
            p.rule.kind,
            p.span.start,
            p.span.end,
            p.hit.start,
        )
    });
    let mut found: Vec<Point> = Vec::new();
    for point in points {
        match found.last_mut() {
            Some(last)
                if (last.rule.topic, last.rule.kind) == (point.rule.topic, point.rule.kind)
                    && last.span.overlaps(point.span) =>
            {
                last.span = last.span.cover(point.span);
                last.hit = last.hit.cover(point.hit);
            }
            _ => found.push(point),
        }
    }
    found
}

/// Whether "can" or the like stands before the match in its clause.
fn is_modal(words: &Words, clauses: &[Range<usize>], hit: &Range<usize>) -> bool {
    let start = clause_around(clauses, hit).start;
    words.norms[start..hit.start].iter().any(|w| {
        matches!(
            w.as_str(),
            "can" | "could" | "may" | "might" | "would" | "will" | "if"
        )
    })
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
