//! The attributions of a whole reading.

use std::ops::Range;

use super::decode::Scores;
use super::features::Features;
use super::labels::{LABELS, NONE, Part};
use super::link::link;
use super::model::{MODEL, Model};
use crate::attribution::Candidate;
use crate::grammar::Grammar;

/// One attribution, in PolNeAR's convention. Ranges are of [`crate::reading::Reading::tokens`].
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tagged {
    /// Who.
    pub(crate) source: Option<Range<usize>>,
    /// The words that attribute.
    pub(crate) cue: Range<usize>,
    /// What; the pieces in text order.
    pub(crate) content: Vec<Range<usize>>,
    /// How likely it is right, 0 to 1: measured on PolNeAR's dev split.
    pub(crate) confidence: f32,
}

/// The attributions of a reading, in text order of their cues. Linear in its tokens.
///
/// `candidates` are those of the hand rules, all of them, in text order.
pub(crate) fn tag(g: &Grammar, candidates: &[Candidate]) -> Vec<Tagged> {
    tag_with(&MODEL, g, candidates)
}

/// [`tag`], with another model.
pub(crate) fn tag_with(model: &Model, g: &Grammar, candidates: &[Candidate]) -> Vec<Tagged> {
    let mut found = Vec::new();
    for (sentences, candidates) in blocks(g, candidates) {
        let start = g.reading.sentences[sentences.start].tokens.start;
        let scores = Scores::new(model, &Features::new(g, sentences, candidates));
        let labels = scores.best(model);
        if labels.iter().all(|label| *label == NONE) {
            continue;
        }
        let likely = scores.likely(model);
        let place = |r: &Range<usize>| start + r.start..start + r.end;
        found.extend(link(&labels).into_iter().map(|l| Tagged {
            source: l.source.as_ref().map(place),
            cue: place(&l.cue),
            content: l.content.iter().map(place).collect(),
            confidence: calibrated(&likely, &l.cue, &l.content),
        }));
    }
    found
}

/// The sentences of each block, with the candidates whose cue stands in it.
pub(crate) fn blocks<'c>(
    g: &Grammar,
    candidates: &'c [Candidate],
) -> Vec<(Range<usize>, &'c [Candidate])> {
    let sentences = &g.reading.sentences;
    let mut found = Vec::new();
    let (mut first, mut from) = (0, 0);
    while let Some(block) = sentences.get(first).map(|s| s.block) {
        let more = sentences[first..]
            .iter()
            .take_while(|s| s.block == block)
            .count();
        let last = first + more;
        let own = candidates[from..]
            .iter()
            .take_while(|c| c.sentence < last)
            .count();
        found.push((first..last, &candidates[from..from + own]));
        (first, from) = (last, from + own);
    }
    found
}

/// How likely the attribution is right: how likely its cue is one, and its content one.
fn calibrated(likely: &[[f32; LABELS]], cue: &Range<usize>, content: &[Range<usize>]) -> f32 {
    let mean = |tokens: &mut dyn Iterator<Item = usize>, parts: [Part; 2]| {
        let (mut sum, mut count) = (0.0, 0.0);
        for at in tokens {
            let labels = parts.iter().flat_map(|p| [p.first(), p.further()]);
            sum += labels
                .map(|label| likely[at][usize::from(label)])
                .sum::<f32>();
            count += 1.0;
        }
        if count == 0.0 { 0.5 } else { sum / count }
    };
    let cue = mean(&mut cue.clone(), [Part::Cue, Part::CueShared]);
    let content = mean(
        &mut content.iter().flat_map(Clone::clone),
        [Part::ContentAhead, Part::ContentBehind],
    );
    let share = (cue * content).clamp(1e-4, 1.0 - 1e-4);
    let odds = CALIBRATION.0 + CALIBRATION.1 * (share / (1.0 - share)).ln();
    1.0 / (1.0 + (-odds).exp())
}

/// Intercept and slope of the odds that an attribution is right.
const CALIBRATION: (f32, f32) = (0.0, 1.0);
