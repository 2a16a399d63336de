//! Who said what: candidates are found by grammar, judged by weights, and cut by convention.

mod according;
mod adjuncts;
mod before;
mod behind;
mod candidate;
mod content;
mod continuation;
mod label;
mod nominal;
mod select;
pub(crate) mod source;
#[cfg(test)]
mod tests;
mod verbal;
pub(crate) mod weights;

pub(crate) use candidate::{Candidate, Frame, SourceKind};
pub(crate) use nominal::blank as candidate_of;
pub(crate) use source::kind_of;

use std::ops::Range;

use crate::grammar::{Grammar, Tag};
use crate::instant;
use crate::model::{Convention, Engine, Options};

/// The attributions of a story, in text order of their cues. Linear in its tokens.
pub(crate) fn find(g: &Grammar, options: &Options) -> Vec<Candidate> {
    let convention = options.convention;
    let mut all = candidates(g);
    if options.engine == Engine::Instant {
        let tagged = instant::tag(g, &all);
        all = instant::fuse(g, all, &tagged, convention);
        if convention == Convention::Polnear {
            // The tagger has learned that corpus's own edges.
            continuation::extend(g, &mut all);
            return all;
        }
    }
    let mut found = select::select(g, all, convention);
    continuation::extend(g, &mut found);
    found
}

/// Every place that may attribute, judged, in text order of the cues.
pub(crate) fn candidates(g: &Grammar) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (index, sentence) in g.reading.sentences.iter().enumerate() {
        let first = found.len();
        found.extend(label::speaker(g, index));
        let dash = label::dash(g, index);
        // What stands behind a dash that names the source is not said by anybody before it.
        let end = dash.as_ref().map_or(sentence.tokens.end, |d| d.head);
        found.extend(dash);
        for at in sentence.tokens.start..end {
            let bounds = bounds(g, &(sentence.tokens.start..end), at);
            let candidate = match g.tag(at) {
                Tag::Verb | Tag::Ing => according::according(g, at, index, &bounds)
                    .or_else(|| nominal::adjective(g, at, index, &bounds))
                    .or_else(|| verbal::candidate(g, at, index, &bounds)),
                Tag::Noun | Tag::Proper => according::according(g, at, index, &bounds)
                    .or_else(|| nominal::adjective(g, at, index, &bounds))
                    .or_else(|| nominal::noun(g, at, index, &bounds)),
                Tag::Adv => according::adverb(g, at, index, &bounds),
                _ => None,
            };
            found.extend(candidate);
        }
        for candidate in &mut found[first..] {
            candidate.confidence = weights::probability(&weights::features(g, candidate));
        }
        found[first..].sort_by_key(|c| c.head);
    }
    found
}

/// How far a cue's words are looked for to the left and to the right within its sentence, in tokens,
/// so that a "sentence" of a whole book costs no more than prose.
const REACH: (usize, usize) = (160, 260);

/// The tokens a cue at `at` may speak of: its sentence, or as much of its quotation as is in it.
fn bounds(g: &Grammar, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let sentence =
        &(sentence.start.max(at.saturating_sub(REACH.0))..sentence.end.min(at + REACH.1));
    match g.quotation(at) {
        Some(q) => {
            let end = if q.closed {
                q.tokens.end.saturating_sub(1)
            } else {
                q.tokens.end
            };
            sentence.start.max(q.tokens.start + 1).min(at)..sentence.end.min(end).max(at + 1)
        }
        None => sentence.clone(),
    }
}
