//! The weights, and the file they are kept in: `data/topic_weights.txt`, written by `cargo xtask
//! train topics` and still readable by hand.
//!
//! A line `topic legality -210 100 250 80 30 -400` gives a topic, in hundredths, its bias, the weights of
//! its [`Context`] and the bias behind them; the first topic is `a`, the next `b`. Every other line is a
//! feature, a bar, and its weights for the topics in steps of .1: `s unlawf|a31 c-4`.

use std::sync::LazyLock;

use crate::{model::Topic, pattern::hash, words::entries};

/// What one step of a weight is worth.
const STEP: f32 = 0.1;

/// How many topics a model can have.
pub(crate) const MOST: usize = 13;

/// What weighs in the end: how a sentence reads by itself, and how the story around it does.
///
/// A story with many contested sentences makes a doubtful one likelier, a calm one unlikely.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Context {
    /// The score of the sentence by itself.
    pub own: f32,
    /// How likely the other sentences of the story are contested, on average, 0 to 1.
    pub story: f32,
    /// How likely the likelier of its neighbours has the same topic.
    pub near: f32,
    /// How likely the likeliest other sentence of the story has it.
    pub far: f32,
}

impl Context {
    /// The context of each sentence for each topic, from the scores of all sentences of a story.
    /// Linear.
    pub fn of(scores: &[Scores]) -> Vec<[Self; MOST]> {
        let chance = |score: f32| 1.0 / (1.0 + (-score).exp());
        let likeliest = |s: &Scores| chance(s.iter().copied().fold(f32::MIN, f32::max));
        let sum: f32 = scores.iter().map(likeliest).sum();
        let others = scores.len().saturating_sub(1).max(1) as f32;
        // The two highest of each topic: one of them is another sentence's.
        let mut high = [[f32::MIN; 2]; MOST];
        for (place, [first, second]) in high.iter_mut().enumerate() {
            for score in scores.iter().map(|s| s[place]) {
                if score > *first {
                    (*first, *second) = (score, *first);
                } else if score > *second {
                    *second = score;
                }
            }
        }
        let of = |at: usize| {
            let story = (sum - likeliest(&scores[at])) / others;
            std::array::from_fn(|place| {
                let own = scores[at][place];
                let beside = [at.checked_sub(1), Some(at + 1)];
                let near = beside.iter().flatten().filter_map(|i| scores.get(*i));
                let near = near.map(|s| chance(s[place])).fold(0.0, f32::max);
                let [first, second] = high[place];
                let far = chance(if own >= first { second } else { first });
                Self {
                    own,
                    story,
                    near,
                    far,
                }
            })
        };
        (0..scores.len()).map(of).collect()
    }

    /// Its parts.
    pub const fn parts(self) -> [f32; CONTEXT] {
        [self.own, self.story, self.near, self.far]
    }
}

/// How many parts a context has.
pub const CONTEXT: usize = 4;

/// What a model knows of one topic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Weighed {
    /// The topic.
    pub(crate) topic: Topic,
    /// The score of a sentence that shows nothing.
    bias: f32,
    /// The weights of the context's parts.
    context: [f32; CONTEXT],
    /// What is added to them: at 0 and above, a point is reported.
    last: f32,
}

impl Weighed {
    /// The final score of a sentence.
    pub(crate) fn score(&self, context: Context) -> f32 {
        let parts = context.parts().into_iter().zip(self.context);
        self.last + parts.map(|(part, weight)| part * weight).sum::<f32>()
    }
}

/// A score for each topic of a model.
pub type Scores = [f32; 13];

/// The weights, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    /// The topics.
    pub(crate) topics: Vec<Weighed>,
    /// The features by their number, ascending, each with the place of its first weight.
    features: Vec<(u64, usize)>,
    /// The weights of all features, each with the place of its topic.
    weights: Vec<(u8, i8)>,
}

/// The model that ships.
pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_str!("../../../data/topic_weights.txt")));

/// The number of a feature, by the parts of its name.
pub(crate) fn number(name: &[&str]) -> u64 {
    let bytes = name.iter().enumerate().flat_map(|(i, part)| {
        let space = (i > 0).then_some(b' ');
        space.into_iter().chain(part.bytes())
    });
    hash(bytes)
}

impl Model {
    /// Reads a file. What cannot be read is left out; tests hold the file that ships to the format.
    pub(crate) fn read(file: &str) -> Self {
        let mut model = Self::default();
        let mut features: Vec<(u64, Vec<(u8, i8)>)> = Vec::new();
        for line in entries(file) {
            if let Some((name, cells)) = line.rsplit_once('|') {
                let cells = cells.split(' ').filter_map(cell);
                features.push((number(&[name]), cells.collect()));
            } else if let Some(topic) = line.strip_prefix("topic ").and_then(topic) {
                model.topics.push(topic);
            }
        }
        features.sort_by_key(|f| f.0);
        for (number, cells) in features {
            model.features.push((number, model.weights.len()));
            model.weights.extend(cells);
        }
        model.topics.truncate(MOST);
        model
    }

    /// The weights of the feature `number`, each with the place of its topic.
    pub(crate) fn weights(&self, number: u64) -> impl Iterator<Item = (usize, f32)> {
        let at = self.features.binary_search_by_key(&number, |f| f.0);
        let range = at.map_or(0..0, |at| {
            let end = self
                .features
                .get(at + 1)
                .map_or(self.weights.len(), |f| f.1);
            self.features[at].1..end
        });
        let weights = self.weights[range].iter();
        weights.map(|(topic, weight)| (usize::from(*topic), f32::from(*weight) * STEP))
    }

    /// The scores of a sentence that shows nothing.
    pub(crate) fn biases(&self) -> Scores {
        std::array::from_fn(|at| self.topics.get(at).map_or(0.0, |t| t.bias))
    }
}

fn topic(line: &str) -> Option<Weighed> {
    let mut parts = line.split(' ');
    let word = parts.next()?;
    let topic = *Topic::ALL.iter().find(|t| t.word() == word)?;
    let mut hundredths = || Some(parts.next()?.parse::<f32>().ok()? / 100.0);
    let bias = hundredths()?;
    let mut context = [0.0; CONTEXT];
    for weight in &mut context {
        *weight = hundredths()?;
    }
    Some(Weighed {
        topic,
        bias,
        context,
        last: hundredths()?,
    })
}

fn cell(cell: &str) -> Option<(u8, i8)> {
    let (letter, weight) = cell.split_at_checked(1)?;
    let place = letter.bytes().next()?.checked_sub(b'a')?;
    (usize::from(place) < MOST).then_some((place, weight.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read() {
        let model = Model::read(
            "# x\ntopic legality -210 100 0 0 0 40\ntopic casualty_dispute 0 100 200 0 0 -50\nb war #|a10 b-2\ns unlawf|b2",
        );
        assert_eq!(model.topics[0].topic, Topic::Legality);
        assert_eq!(model.biases()[0], -2.1);
        let context = Context {
            own: 0.2,
            story: 0.5,
            ..Context::default()
        };
        assert!((model.topics[1].score(context) - 0.7).abs() < 1e-6);
        let of = |name: &[&str]| model.weights(number(name)).collect::<Vec<_>>();
        assert_eq!(of(&["b", "war", "#"]), [(0, 1.0), (1, -0.2)]);
        assert_eq!(of(&["s", "unlawf"]), [(1, 0.2)]);
        assert_eq!(of(&["s", "lawful"]), []);
    }

    #[test]
    fn a_context_leaves_the_sentence_itself_out() {
        let mut scores = [[-50.0; MOST]; 3];
        scores[1][2] = 50.0;
        let context = Context::of(&scores);
        let near = |at: usize| {
            (
                context[at][2].story,
                context[at][2].near,
                context[at][2].far,
            )
        };
        assert_eq!(near(0), (0.5, 1.0, 1.0));
        let (story, near, far) = near(1);
        assert!(story + near + far < 1e-6);
        assert_eq!(Context::of(&scores[..1])[0][2].story, 0.0);
    }

    #[test]
    fn the_model_that_ships_is_whole() {
        let file = include_str!("../../../data/topic_weights.txt");
        for line in entries(file) {
            let good = match line.rsplit_once('|') {
                Some((_, cells)) => cells.split(' ').all(|c| cell(c).is_some()),
                None => line.strip_prefix("topic ").and_then(topic).is_some(),
            };
            assert!(good, "{line}");
        }
        let lines = entries(file).filter(|l| l.contains('|')).count();
        assert!(lines > 1000 && MODEL.features.len() == lines);
        assert!(
            MODEL.features.is_sorted_by(|a, b| a.0 < b.0),
            "two features share a number"
        );
    }
}
