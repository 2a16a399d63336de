//! What covers each sentence of the story: an attribution of its own, the voice before going on, a
//! blanket, or nothing.
//!
//! A sentence has an attribution of its own only if what it mainly asserts is attributed. "The decision
//! followed a permit from the White House allowing strikes" is told by the page, though a permit speaks
//! in it.

use std::ops::Range;

use crate::attribution::{Candidate, Frame, SourceKind};
use crate::grammar::{Form, Grammar, Tag};
use crate::model::{Attribution, Coverage, CoverageState, Tier};

/// Of a sentence's words, how many in a hundred must be quoted for it to be somebody's words.
const QUOTED: usize = 75;

/// The coverage of every sentence, in text order. `attributions` are those of the candidates `found`,
/// one each; `blanket` says whether the article has a blanket attribution. Linear in sentences and
/// candidates, but for the length of a sentence.
pub(crate) fn coverage(
    g: &Grammar,
    found: &[Candidate],
    attributions: &[Attribution],
    blanket: bool,
) -> Vec<Coverage> {
    let sentences = &g.reading.sentences;
    let open = if blanket {
        CoverageState::Blanket
    } else {
        CoverageState::None
    };
    let mut states = vec![open; sentences.len()];
    let mains: Vec<Option<usize>> = sentences
        .iter()
        .map(|s| main_verb(g, s.tokens.clone()))
        .collect();
    let quoted: Vec<bool> = sentences
        .iter()
        .map(|s| is_quoted(g, s.tokens.clone()))
        .collect();
    let sentence_of = |at: usize| sentences.partition_point(|s| s.tokens.end <= at);
    for c in found.iter().filter(|c| !is_inside_speech(g, c)) {
        for range in &c.content {
            let first = sentence_of(range.start);
            let last = sentence_of(range.end.saturating_sub(1));
            for index in first..(last + 1).min(states.len()) {
                let main = mains[index].is_none_or(|m| range.contains(&m));
                if states[index] == open && (main || quoted[index]) {
                    states[index] = CoverageState::Continuation;
                }
            }
        }
    }
    for (c, attribution) in found.iter().zip(attributions) {
        if !is_inside_speech(g, c) && asserts(g, c, attribution.tier, mains[c.sentence]) {
            states[c.sentence] = CoverageState::InSentence;
        }
    }
    speech_goes_on(g, &quoted, &mut states, open);
    for c in found.iter().filter(|c| is_inside_speech(g, c)) {
        // Quoted words of nobody, with a cue of their own.
        if states[c.sentence] == open {
            states[c.sentence] = CoverageState::InSentence;
        }
    }
    for index in 1..sentences.len() {
        if explains(g, found, index, states[index], states[index - 1]) {
            states[index] = CoverageState::Continuation;
        }
    }
    sentences
        .iter()
        .zip(states)
        .map(|(s, state)| Coverage {
            span: s.span,
            state,
        })
        .collect()
}

/// The first verb of a sentence that can carry its main clause: one that no "who", "that" or "because"
/// has taken.
fn main_verb(g: &Grammar, tokens: Range<usize>) -> Option<usize> {
    let mut taken = 0_usize;
    let mut at = tokens.start;
    while at < tokens.end {
        match g.tag(at) {
            Tag::Sub | Tag::Rel | Tag::Wh | Tag::That => taken += 1,
            _ if g.is_finite(at) => {
                if taken == 0 {
                    return Some(at);
                }
                taken -= 1;
                // The rest of its group: "who would have been told".
                while at + 1 < tokens.end
                    && (g.tag(at + 1).is_auxiliary()
                        || matches!(g.tag(at + 1), Tag::Verb | Tag::Ing | Tag::Adv | Tag::Neg))
                {
                    at += 1;
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether most words of a sentence are quoted.
fn is_quoted(g: &Grammar, tokens: Range<usize>) -> bool {
    let inside = tokens.clone().filter(|&i| is_speech(g, i)).count();
    !tokens.is_empty() && inside * 100 >= tokens.len() * QUOTED
}

fn is_speech(g: &Grammar, at: usize) -> bool {
    g.quotation(at).is_some_and(|q| q.is_speech())
}

/// Whether the cue stands in words that somebody else is quoted with.
fn is_inside_speech(g: &Grammar, c: &Candidate) -> bool {
    is_speech(g, c.head)
}

/// Whether `c` attributes what its sentence asserts, or what one of its main clauses does.
fn asserts(g: &Grammar, c: &Candidate, tier: Tier, main: Option<usize>) -> bool {
    if main.is_some_and(|main| c.cue.contains(&main) || c.holds(main)) {
        return true;
    }
    let aside = matches!(c.frame, Frame::Noun | Frame::Adjective)
        || c.source_kind == SourceKind::Antecedent
        || is_reduced(g, c);
    match tier {
        Tier::Document => false,
        Tier::Core | Tier::Extended => !aside,
    }
}

/// "A user labelled …": a cue that only tells which user is meant.
fn is_reduced(g: &Grammar, c: &Candidate) -> bool {
    let participle = g.words[c.head]
        .verb
        .is_some_and(|v| matches!(v.form, Form::Ed | Form::Participle));
    let behind = c
        .source
        .as_ref()
        .is_some_and(|s| s.whole.end == c.cue.start);
    participle && behind && c.cue.len() == 1
}

/// Quoted sentences without a cue are their neighbour's words: of the quoted sentence before, or of
/// one behind it in the paragraph.
fn speech_goes_on(g: &Grammar, quoted: &[bool], states: &mut [CoverageState], open: CoverageState) {
    let sentences = &g.reading.sentences;
    let same = |i: usize| sentences[i].block == sentences[i - 1].block;
    let holds_speech = |i: usize| sentences[i].tokens.clone().any(|t| is_speech(g, t));
    for index in 1..states.len() {
        if states[index] == open
            && quoted[index]
            && states[index - 1] != open
            && (holds_speech(index - 1) || same(index))
        {
            states[index] = CoverageState::Continuation;
        }
    }
    for index in (1..states.len()).rev() {
        if states[index - 1] == open
            && quoted[index - 1]
            && same(index)
            && states[index] != open
            && holds_speech(index)
        {
            states[index - 1] = CoverageState::Continuation;
        }
    }
}

/// Whether a sentence without a cue clearly explains the reported one before it: "This means …".
fn explains(
    g: &Grammar,
    found: &[Candidate],
    index: usize,
    state: CoverageState,
    before: CoverageState,
) -> bool {
    let sentence = &g.reading.sentences[index];
    if state == CoverageState::InSentence
        || state == CoverageState::Continuation
        || before != CoverageState::InSentence
        || g.reading.sentences[index - 1].block != sentence.block
    {
        return false;
    }
    let first = sentence.tokens.start;
    let explains = matches!(g.folded(first), "this" | "that" | "it")
        && matches!(g.folded(first + 1), "means" | "meant");
    let from = found.partition_point(|c| c.sentence + 1 < index);
    let reported = found[from..]
        .iter()
        .take_while(|c| c.sentence + 1 == index)
        .any(|c| c.source.is_some() && c.frame.is_proposition() && g.tag(c.head) != Tag::Colon);
    explains && reported
}

#[cfg(test)]
mod tests {
    use crate::model::{CoverageState, Options};
    use crate::testing::paragraphs;

    fn states(text: &str) -> Vec<CoverageState> {
        let analysis = crate::analyze(&paragraphs(text), &Options::default());
        analysis.coverage.iter().map(|c| c.state).collect()
    }

    #[test]
    fn a_law_in_a_subordinate_clause_does_not_answer_for_the_sentence() {
        for text in [
            "Some 160 countries have signed a treaty prohibiting their use.",
            "The decision followed a recent permit from the White House allowing Ukraine to use the missiles.",
        ] {
            assert_eq!(states(text), [CoverageState::None], "{text}");
        }
        let text = "The treaty prohibits the use of mines.";
        assert_eq!(states(text), [CoverageState::InSentence]);
    }

    #[test]
    fn one_of_two_main_clauses_is_enough() {
        let text = "The broadcasts began on Monday and South Korea says that they will continue.";
        assert_eq!(states(text), [CoverageState::InSentence]);
    }

    #[test]
    fn a_quotation_that_goes_on_is_a_continuation() {
        let text = "\"The road was closed all day,\" said Jane Doe. \"I think it will be open again by the morning.\"";
        assert_eq!(
            states(text),
            [CoverageState::InSentence, CoverageState::Continuation]
        );
    }
}
