//! What covers each sentence of the story: an attribution of its own, the voice before going on, a
//! blanket, or nothing.

use crate::attribution::{Candidate, Frame};
use crate::grammar::{Grammar, Tag};
use crate::model::{Coverage, CoverageState};

/// The coverage of every sentence, in text order. `blanket` says whether the article has a blanket
/// attribution. Linear in sentences and candidates.
pub(crate) fn coverage(g: &Grammar, found: &[Candidate], blanket: bool) -> Vec<Coverage> {
    let sentences = &g.reading.sentences;
    let mut states = vec![
        if blanket {
            CoverageState::Blanket
        } else {
            CoverageState::None
        };
        sentences.len()
    ];
    let sentence_of = |at: usize| sentences.partition_point(|s| s.tokens.end <= at);
    for c in found {
        for range in &c.content {
            let (first, last) = (
                sentence_of(range.start),
                sentence_of(range.end.saturating_sub(1)),
            );
            for state in states.iter_mut().take(last + 1).skip(first) {
                if *state != CoverageState::InSentence {
                    *state = CoverageState::Continuation;
                }
            }
        }
    }
    for c in found {
        // "This was reported by X" covers all, and so itself.
        if c.frame != Frame::Noun || c.source.is_some() {
            states[c.sentence] = CoverageState::InSentence;
        }
    }
    for index in 1..sentences.len() {
        if goes_on(g, found, index, states[index], states[index - 1]) {
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

/// Whether a sentence without a cue clearly explains the reported one before it: "This means …".
fn goes_on(
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
