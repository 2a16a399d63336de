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
        let linked = link(&labels).into_iter().map(|l| Tagged {
            source: l.source.as_ref().map(place),
            cue: place(&l.cue),
            content: l.content.iter().map(place).collect(),
            confidence: calibrated(&likely, &l.cue, &l.content),
        });
        found.extend(linked.filter(|tagged| tagged.confidence >= LEAST));
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

/// Below this an attribution is more likely to harm the F1 than to help it (dev).
const LEAST: f32 = 0.3;

/// Intercept and slope of the odds that an attribution is right.
const CALIBRATION: (f32, f32) = (-0.37, 0.70);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sourcelight_article::open_plain_text;

    use super::*;
    use crate::attribution::candidates;
    use crate::reading::Reading;
    use crate::testing::paragraphs;

    /// Source, cue and contents of every attribution of `text`.
    fn found(text: &str) -> Vec<(String, String, Vec<String>)> {
        let article = paragraphs(text);
        let reading = Reading::new(&article);
        let g = Grammar::new(&reading);
        let text = |r: &Range<usize>| g.text(r).to_owned();
        tag(&g, &candidates(&g))
            .iter()
            .map(|t| {
                let source = t.source.as_ref().map_or(String::new(), text);
                (source, text(&t.cue), t.content.iter().map(text).collect())
            })
            .collect()
    }

    fn one(source: &str, cue: &str, content: &[&str]) -> (String, String, Vec<String>) {
        let content = content.iter().map(|c| (*c).to_owned()).collect();
        (source.to_owned(), cue.to_owned(), content)
    }

    #[test]
    fn finds_who_said_what() {
        assert_eq!(
            found("The minister said on Monday that the bridge would open in May. It rained."),
            [one(
                "The minister",
                "said",
                &["that the bridge would open in May"]
            )]
        );
        assert_eq!(
            found("“We will rebuild the bridge,” the mayor said."),
            [one("the mayor", "said", &["“We will rebuild the bridge,”"])]
        );
        assert_eq!(found("The bridge is red."), []);
    }

    #[test]
    fn every_block_is_tagged_by_itself() {
        let two = found("The mayor said the bridge was safe.\nThe mayor said the bridge was safe.");
        assert_eq!(two.len(), 2);
        assert_eq!(two[0], two[1]);
    }

    fn any() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "The mayor",
            " said ",
            "that ",
            "it ",
            "works",
            ".",
            ", ",
            "\"",
            "“",
            "”",
            "\n",
            "'",
            "she ",
            "according to ",
            "officials ",
            "🕊",
            "e\u{301}",
            "was told by ",
            " - ",
            ":",
            "İ",
            "denied ",
        ]);
        let piece = piece.prop_map(str::to_owned);
        prop::collection::vec(prop_oneof![6 => piece, 1 => "\\PC{0,12}"], 0..80)
            .prop_map(|p| p.concat())
    }

    proptest! {
        #[test]
        fn any_text_is_tagged_inside_its_tokens(text in any()) {
            let article = open_plain_text(&text);
            let reading = Reading::new(&article);
            let g = Grammar::new(&reading);
            for t in tag(&g, &candidates(&g)) {
                let ranges = t.content.iter().chain(&t.source).chain([&t.cue]);
                for range in ranges {
                    prop_assert!(range.start < range.end && range.end <= reading.tokens.len());
                }
                prop_assert!((0.0..=1.0).contains(&t.confidence));
            }
        }
    }
}
