//! The best labels of a block, and how sure the model is of each.

use super::features::{EDGES, Features};
use super::labels::{LABELS, NONE};
use super::model::{Model, NEVER};

/// What the model says of each token of a block.
#[derive(Clone, Debug)]
pub(crate) struct Scores {
    nodes: Vec<[f32; LABELS]>,
    edges: Vec<[u16; EDGES]>,
}

impl Scores {
    /// Weighs every token of a block. Linear in its tokens.
    pub(crate) fn new(model: &Model, features: &Features) -> Self {
        let mut seen = Vec::with_capacity(64);
        let nodes = (0..features.len()).map(|i| {
            seen.clear();
            features.of(i, &mut seen);
            model.node(&seen)
        });
        Self {
            nodes: nodes.collect(),
            edges: (0..features.len()).map(|i| features.edge(i)).collect(),
        }
    }

    /// The likeliest sequence of labels (Viterbi). Linear in the tokens.
    pub(crate) fn best(&self, model: &Model) -> Vec<u8> {
        let mut edge = [[0.0; LABELS]; LABELS];
        let mut best = start();
        let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(self.nodes.len());
        for (node, classes) in self.nodes.iter().zip(&self.edges) {
            model.edge(classes, &mut edge);
            let mut next = [f32::NEG_INFINITY; LABELS];
            let mut came = [NONE; LABELS];
            for (before, (score, row)) in (0..).zip(best.iter().zip(&edge)) {
                for label in 0..LABELS {
                    let sum = score + row[label];
                    if sum > next[label] {
                        next[label] = sum;
                        came[label] = before;
                    }
                }
            }
            best = std::array::from_fn(|label| next[label] + node[label]);
            from.push(came);
        }
        let last = (0..LABELS as u8)
            .max_by(|a, b| best[usize::from(*a)].total_cmp(&best[usize::from(*b)]));
        let mut label = last.unwrap_or(NONE);
        let mut labels = vec![NONE; from.len()];
        for (place, came) in labels.iter_mut().zip(&from).rev() {
            *place = label;
            label = came[usize::from(label)];
        }
        labels
    }

    /// How likely each label is at each token (forward and backward). Linear in the tokens.
    pub(crate) fn likely(&self, model: &Model) -> Vec<[f32; LABELS]> {
        let mut edge = [[0.0; LABELS]; LABELS];
        let mut forward: Vec<[f32; LABELS]> = Vec::with_capacity(self.nodes.len());
        let mut before = start();
        before.iter_mut().for_each(|score| *score = score.exp());
        for (node, classes) in self.nodes.iter().zip(&self.edges) {
            model.edge_odds(classes, &mut edge);
            let mut next = [0.0; LABELS];
            for (share, row) in before.iter().zip(&edge) {
                for (sum, odds) in next.iter_mut().zip(row) {
                    *sum += share * odds;
                }
            }
            let node = odds(node);
            next.iter_mut()
                .zip(&node)
                .for_each(|(sum, odds)| *sum *= odds);
            normalise(&mut next);
            forward.push(next);
            before = next;
        }
        let mut behind = [1.0; LABELS];
        for at in (0..self.nodes.len()).rev() {
            let here = behind;
            forward[at]
                .iter_mut()
                .zip(&here)
                .for_each(|(share, behind)| *share *= behind);
            normalise(&mut forward[at]);
            model.edge_odds(&self.edges[at], &mut edge);
            let node = odds(&self.nodes[at]);
            for (sum, row) in behind.iter_mut().zip(&edge) {
                *sum = (0..LABELS)
                    .map(|label| row[label] * node[label] * here[label])
                    .sum();
            }
            normalise(&mut behind);
        }
        forward
    }
}

/// Before the first token stands a token that is no part of anything.
fn start() -> [f32; LABELS] {
    std::array::from_fn(|label| {
        if label == usize::from(NONE) {
            0.0
        } else {
            NEVER
        }
    })
}

/// The odds of each label against the likeliest; never quite nothing.
fn odds(node: &[f32; LABELS]) -> [f32; LABELS] {
    let most = node.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    node.map(|score| (score - most).max(-40.0).exp())
}

fn normalise(shares: &mut [f32; LABELS]) {
    let sum: f32 = shares.iter().sum();
    if sum > 0.0 {
        shares.iter_mut().for_each(|share| *share /= sum);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::instant::features::EDGE_VALUES;
    use crate::instant::labels::{Part, follows};
    use crate::instant::model::{ALL_EDGES, Weights};

    fn scores() -> impl Strategy<Value = Scores> {
        let node = prop::array::uniform13(-9.0_f32..9.0);
        let classes = EDGE_VALUES.map(|values| 0..values as u16);
        let classes = (classes[0].clone(), classes[1].clone(), classes[2].clone());
        let token = (node, classes.prop_map(|(a, b, c)| [a, b, c]));
        prop::collection::vec(token, 0..40).prop_map(|tokens| {
            let (nodes, edges) = tokens.into_iter().unzip();
            Scores { nodes, edges }
        })
    }

    /// Some weight for every transition.
    fn model() -> Model {
        let edges = (0..ALL_EDGES)
            .map(|place| (place * 37 % 256) as u8 as i8)
            .collect();
        Model::new(&Weights {
            edge_scale: 0.02,
            edges,
            ..Weights::default()
        })
    }

    proptest! {
        #[test]
        fn labels_follow_each_other_as_they_may(scores in scores()) {
            let labels = scores.best(&model());
            prop_assert_eq!(labels.len(), scores.nodes.len());
            prop_assert!(labels.first().is_none_or(|first| follows(NONE, *first)), "{:?}", labels);
            prop_assert!(labels.windows(2).all(|w| follows(w[0], w[1])), "{:?}", labels);
        }

        #[test]
        fn the_shares_of_a_token_are_one(scores in scores()) {
            for shares in scores.likely(&model()) {
                prop_assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-3, "{:?}", shares);
            }
        }
    }

    #[test]
    fn what_is_certain_is_likely_and_best() {
        let wanted = [
            NONE,
            Part::Cue.first(),
            Part::Cue.further(),
            Part::ContentBehind.first(),
        ];
        let nodes = wanted
            .map(|label| std::array::from_fn(|l| if l == usize::from(label) { 20.0 } else { 0.0 }));
        let scores = Scores {
            nodes: nodes.to_vec(),
            edges: vec![[0; EDGES]; wanted.len()],
        };
        let model = Model::new(&Weights::default());
        assert_eq!(scores.best(&model), wanted);
        for (shares, label) in scores.likely(&model).iter().zip(wanted) {
            assert!(shares[usize::from(label)] > 0.99, "{shares:?}");
        }
    }
}
