//! Points in wording that no rule has: a linear model for each topic over what a sentence shows.
//!
//! The rules stand first: what they mark is not marked again. The model adds the sentences that read
//! like the marked ones of `training/topics`, cut to the clause that shows most of it. Its weights are
//! data (see `model`), its features are named in `features`; `training/topics/README.md` says how it is
//! trained and how well it does.

pub(crate) mod features;
pub(crate) mod model;
pub(crate) mod places;

use super::{Story, sides};
use crate::{
    clause::{clauses, is_question, with_quotes, without_report},
    model::{CivilianRiskKind, Controversy, Stance, Topic},
    pattern::{Words, list_has},
};
use model::{Context, Model, Scores, number};

/// How many words a reason names.
const NAMED: usize = 3;

/// The points that `model` adds to those in `found`, in text order. Linear.
pub(super) fn points(story: &Story, found: &[Controversy], model: &Model) -> Vec<Controversy> {
    if model.topics.is_empty() {
        return Vec::new();
    }
    let mut added = Vec::new();
    let all: Vec<Seen> = (0..story.sentences.len())
        .map(|at| seen(story, at, model))
        .collect();
    let scores: Vec<Scores> = all.iter().map(|s| s.scores).collect();
    let contexts = Context::of(&scores);
    for (((sentence, words), seen), context) in story.sentences.iter().zip(&all).zip(contexts) {
        if words.len() == 0 || is_question(sentence.span.of(story.text())) {
            continue;
        }
        for (place, weighed) in model.topics.iter().enumerate() {
            let topic = weighed.topic;
            let marked = |c: &Controversy| c.topic == topic && c.span.overlaps(sentence.span);
            let score = weighed.score(context[place]);
            if score < 0.0 || found.iter().any(marked) {
                continue;
            }
            let clause = seen.clause(words, topic, place);
            let span = with_quotes(story.grammar, words.span(&clause));
            let span = span.intersection(sentence.span).unwrap_or(span);
            let mut point = Controversy {
                topic,
                kind: (topic == Topic::CivilianRisk).then(|| risk(words, &clause)),
                span,
                severity: 1,
                why: seen.why(words, story, place, score),
                sides: Vec::new(),
                name: None,
            };
            sides::link(&mut point, Stance::Raises, &story.covering);
            added.push(point);
        }
    }
    added
}

/// What a sentence shows, weighed.
struct Seen {
    scores: Scores,
    /// Each weight of a word: the word, the topic's place, the weight.
    words: Vec<(usize, usize, f32)>,
}

fn seen(story: &Story, at: usize, model: &Model) -> Seen {
    let mut shown: Vec<(u64, usize)> = Vec::new();
    features::each(story, at, &mut |name, word| {
        shown.push((number(name), word.unwrap_or(usize::MAX)));
    });
    shown.sort_unstable();
    shown.dedup_by_key(|s| s.0);
    let mut seen = Seen {
        scores: model.biases(),
        words: Vec::new(),
    };
    for (number, word) in shown {
        for (topic, weight) in model.weights(number) {
            seen.scores[topic] += weight;
            if word != usize::MAX {
                seen.words.push((word, topic, weight));
            }
        }
    }
    seen
}

impl Seen {
    /// What the words of `range` weigh together for the topic at `place`.
    fn weight(&self, place: usize, range: &std::ops::Range<usize>) -> f32 {
        let here = self
            .words
            .iter()
            .filter(|w| w.1 == place && range.contains(&w.0));
        here.map(|w| w.2).sum()
    }

    /// The clause that shows most of the topic at `place`; where the voice is the point, with the voice.
    fn clause(&self, words: &Words, topic: Topic, place: usize) -> std::ops::Range<usize> {
        let clauses = clauses(words);
        let weigh = |c: &std::ops::Range<usize>| self.weight(place, c);
        let best = clauses.iter().max_by(|a, b| weigh(a).total_cmp(&weigh(b)));
        let Some(best) = best else {
            return words.first..words.len();
        };
        // The heaviest word stays inside when "the mayor said" is cut off.
        let word = best
            .clone()
            .max_by(|a, b| {
                let of = |i: usize| self.weight(place, &(i..i + 1));
                of(*a).total_cmp(&of(*b))
            })
            .unwrap_or(best.start);
        if topic == Topic::AnonymousDecisive {
            return best.clone();
        }
        without_report(words, best.clone(), &(word..word + 1))
    }

    /// The reason, in words for the reader.
    fn why(&self, words: &Words, story: &Story, place: usize, score: f32) -> String {
        let mut weighed: Vec<(usize, f32)> = (0..words.len())
            .map(|i| (i, self.weight(place, &(i..i + 1))))
            .filter(|w| w.1 > 0.0)
            .collect();
        weighed.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        weighed.truncate(NAMED);
        weighed.sort_by_key(|w| w.0);
        let named: Vec<&str> = weighed
            .iter()
            .map(|(i, _)| words.spans[*i].of(story.text()))
            .collect();
        let sure = 100.0 / (1.0 + (-score).exp());
        format!(
            "Reads like it ({sure:.0} % sure, learned); words: {}.",
            named.join(", ")
        )
    }
}

/// What a clause says of civilians, by its words.
fn risk(words: &Words, clause: &std::ops::Range<usize>) -> CivilianRiskKind {
    let has = |list: &str| clause.clone().any(|i| list_has(list, &words.norms[i]));
    match () {
        () if has("spare") && has("harmed") => CivilianRiskKind::MitigationClaimed,
        () if has("maybe") || has("risk_words") || has("lasting") => CivilianRiskKind::RiskAsserted,
        () => CivilianRiskKind::HarmAsserted,
    }
}
