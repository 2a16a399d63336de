//! Which candidates stand: one cue each, outer before inner.

use super::candidate::{Candidate, Frame};
use crate::grammar::Grammar;
use crate::model::Convention;

/// How sure the weights must be.
const SURE: f32 = 0.42;

/// Keeps the candidates that are likely and do not contradict each other. In PolNeAR's convention
/// nothing stands inside another's content.
pub(crate) fn select(
    g: &Grammar,
    candidates: Vec<Candidate>,
    convention: Convention,
) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    let mut likely: Vec<Candidate> = candidates
        .into_iter()
        .filter(|c| c.confidence >= SURE && (!c.content.is_empty()) && c.frame != Frame::Bare)
        .collect();
    if convention == Convention::Sourcelight {
        return likely;
    }
    likely.sort_by_key(|c| (c.sentence, c.head));
    let mut open = 0;
    for (i, candidate) in likely.iter().enumerate() {
        while open < i && likely[open].sentence + 40 < candidate.sentence {
            open += 1;
        }
        let inner = g.quotation(candidate.head).is_some_and(|q| q.is_speech())
            || likely[open..]
                .iter()
                .take_while(|o| o.sentence <= candidate.sentence + 40)
                .any(|o| {
                    o.head != candidate.head && o.holds(candidate.head) && outranks(o, candidate)
                });
        if !inner {
            kept.push(candidate.clone());
        }
    }
    kept
}

/// Of two candidates where `outer`'s content holds `inner`'s cue, whether the outer one stands.
fn outranks(outer: &Candidate, inner: &Candidate) -> bool {
    if inner.content.iter().any(|c| c.contains(&outer.head)) {
        return outer.confidence > inner.confidence
            || (outer.confidence == inner.confidence && outer.head < inner.head);
    }
    outer.confidence * 2.0 > inner.confidence
}
