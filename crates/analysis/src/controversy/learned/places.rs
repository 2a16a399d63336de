//! What a sentence shows only beside the other sentences of its story.

use std::collections::BTreeSet;

use sourcelight_article::BlockKind;

use super::super::figures::quantity::{Figure, Unit, figures, stem};
use crate::{
    covering::Covering,
    model::{Analysis, SourceType, Tier},
    pattern::{Words, list_has, lists_at},
    reading::Sentence,
};

/// Lists whose words tell something of the sentences beside them.
const NEAR: &[&str] = &[
    "disbelief",
    "false_words",
    "unproven",
    "replying",
    "toll",
    "higher",
    "at_odds",
    "contradicting",
    "no_name",
    "witnesses",
    "in_power",
    "time_back",
    "charging",
];

/// One sentence beside the others.
#[derive(Debug, Default)]
pub(crate) struct Place {
    figures: Vec<Figure>,
    /// The voices whose words stand in it: their entities, or numbers of their own.
    pub(super) voices: Vec<usize>,
    /// The lists it has words of that tell something of its neighbours.
    pub(super) near: BTreeSet<&'static str>,
    /// The lists of kinds of words that it has, each with the first of its words.
    pub(super) kinds: Vec<(&'static str, usize)>,
    /// Whether it names somebody who speaks nowhere in the story.
    pub(super) silent: bool,
    /// How many words it shares with the headline.
    pub(super) headline_shared: usize,
    /// Whether all its voices are nameless persons.
    pub(super) nameless_only: bool,
}

impl Place {
    /// Every sentence beside the others. Linear in the words of the story and the figures of a sentence.
    pub(crate) fn all(
        sentences: &[(&Sentence, &Words)],
        covering: &Covering,
        analysis: &Analysis,
        text: &str,
    ) -> Vec<Self> {
        let speakers: BTreeSet<String> = analysis
            .attributions
            .iter()
            .filter(|a| a.source_type != SourceType::Author)
            .flat_map(|a| &a.source)
            .flat_map(|s| s.of(text).split(|c: char| !c.is_alphanumeric()))
            .filter(|w| w.starts_with(char::is_uppercase) && w.len() > 2)
            .map(str::to_lowercase)
            .collect();
        let telling =
            |w: &Words, i: usize| w.norms[i].len() > 3 && !list_has("figure_stop", &w.norms[i]);
        let headline: BTreeSet<String> = sentences
            .iter()
            .take_while(|(s, _)| s.kind == BlockKind::Headline)
            .flat_map(|(_, w)| {
                (0..w.len())
                    .filter(|i| telling(w, *i))
                    .map(|i| stem(&w.norms[i]))
            })
            .collect();
        let of = |(sentence, words): &(&Sentence, &Words)| {
            let voices: Vec<_> = covering
                .touching(sentence.span)
                .filter(|(_, a)| a.tier == Tier::Core && a.source_type != SourceType::Author)
                .filter(|(_, a)| a.content.iter().any(|c| c.overlaps(sentence.span)))
                .collect();
            let nameless = |t: SourceType| {
                matches!(t, SourceType::UnnamedIndividual | SourceType::UnnamedGroup)
            };
            let shared: BTreeSet<String> = (0..words.len())
                .filter(|i| telling(words, *i))
                .map(|i| stem(&words.norms[i]))
                .filter(|w| headline.contains(w))
                .collect();
            let pair = |i: usize| words.names[i] && words.names[i - 1] && i > words.first + 1;
            let silent = (1..words.len())
                .any(|i| pair(i) && !speakers.contains(words.norms[i].trim_end_matches("'s")));
            let mut numbers: Vec<usize> = voices
                .iter()
                .map(|(index, a)| a.entity.unwrap_or(usize::MAX - index))
                .collect();
            numbers.sort_unstable();
            numbers.dedup();
            let mut kinds: Vec<(&str, usize)> = (words.first..words.len())
                .flat_map(|i| lists_at(words, i).map(move |l| (l, i)))
                .filter(|(list, _)| list.starts_with("k_") || *list == "contradicting")
                .collect();
            kinds.sort_unstable();
            kinds.dedup_by_key(|k| k.0);
            let near = (0..words.len()).flat_map(|i| lists_at(words, i));
            Self {
                kinds,
                voices: numbers,
                near: near.filter(|l| NEAR.contains(l)).collect(),
                figures: figures(words),
                silent,
                headline_shared: if sentence.kind == BlockKind::Headline {
                    0
                } else {
                    shared.len()
                },
                nameless_only: !voices.is_empty()
                    && voices.iter().all(|(_, a)| nameless(a.source_type)),
            }
        };
        sentences.iter().map(of).collect()
    }

    /// Whether the two have different numbers for what may be one thing.
    pub(super) fn rivals(&self, other: &Self) -> bool {
        self.figures.iter().any(|a| {
            other.figures.iter().any(|b| {
                let things = a.things.iter().any(|t| b.things.contains(t));
                let alike = match a.unit {
                    Unit::Things => things,
                    _ => true,
                };
                a.unit == b.unit && alike && (a.low > b.high || b.low > a.high)
            })
        })
    }
}
