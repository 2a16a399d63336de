//! Logistic regression, a model for each topic: AdaGrad with an L2 penalty; part of the features is left
//! out at random at every step, and the weights are the mean over the later epochs.

use std::collections::BTreeMap;

use crate::corpus::{Row, TOPICS};
use crate::last::Last;

/// How a model is learned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) epochs: u64,
    pub(crate) eta: f32,
    pub(crate) l2: f32,
    /// The share of features that each step leaves out.
    pub(crate) drop: f32,
    /// From what probability on a point is reported.
    pub(crate) sure: f32,
    /// How often a feature must occur.
    pub(crate) least: usize,
}

/// Weights of each feature for each topic, and the topics' biases.
#[derive(Clone, Debug, Default)]
pub(crate) struct Learned {
    pub(crate) features: Vec<String>,
    pub(crate) weights: Vec<[f32; TOPICS]>,
    pub(crate) bias: [f32; TOPICS],
}

/// Learns from `rows`. The same rows give the same weights.
pub(crate) fn learn(rows: &[&Row], plan: Plan) -> Learned {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for feature in rows.iter().flat_map(|r| &r.features) {
        *counts.entry(feature).or_default() += 1;
    }
    counts.retain(|_, count| *count >= plan.least);
    let places: BTreeMap<&str, usize> = counts.keys().enumerate().map(|(at, f)| (*f, at)).collect();
    let seen: Vec<Vec<usize>> = rows
        .iter()
        .map(|r| {
            r.features
                .iter()
                .filter_map(|f| places.get(f.as_str()).copied())
                .collect()
        })
        .collect();
    let mut weights = vec![[0.0_f32; TOPICS]; places.len() + 1];
    let mut squares = vec![[1e-3_f32; TOPICS]; places.len() + 1];
    let mut sums = vec![[0.0_f32; TOPICS]; places.len() + 1];
    let bias = places.len();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let half = plan.epochs / 2;
    for epoch in 0..plan.epochs {
        order.sort_by_key(|&i| mixed(epoch, i as u64, 0));
        for &i in &order {
            let kept: Vec<usize> = seen[i]
                .iter()
                .copied()
                .filter(|&f| share(mixed(epoch, i as u64, f as u64 + 1)) >= plan.drop)
                .chain([bias])
                .collect();
            let mut scores = [0.0_f32; TOPICS];
            for &f in &kept {
                for (score, weight) in scores.iter_mut().zip(&weights[f]) {
                    *score += weight;
                }
            }
            let mut gradient = [0.0_f32; TOPICS];
            for topic in 0..TOPICS {
                if let Some(label) = rows[i].labels[topic] {
                    gradient[topic] =
                        1.0 / (1.0 + (-scores[topic]).exp()) - f32::from(u8::from(label));
                }
            }
            for &f in &kept {
                let penalty = if f == bias { 0.0 } else { plan.l2 };
                for topic in 0..TOPICS {
                    if rows[i].labels[topic].is_none() {
                        continue;
                    }
                    let g = gradient[topic] + penalty * weights[f][topic];
                    squares[f][topic] += g * g;
                    weights[f][topic] -= plan.eta * g / squares[f][topic].sqrt();
                }
            }
        }
        if epoch >= half {
            for (sum, weight) in sums.iter_mut().zip(&weights) {
                for (s, w) in sum.iter_mut().zip(weight) {
                    *s += w;
                }
            }
        }
    }
    let epochs = (plan.epochs - half) as f32;
    // At test time nothing is left out.
    let kept = 1.0 - plan.drop;
    for sum in &mut sums {
        sum.iter_mut().for_each(|s| *s /= epochs);
    }
    let biases = sums.pop().unwrap_or([0.0; TOPICS]);
    for sum in &mut sums {
        sum.iter_mut().for_each(|s| *s = rounded(*s * kept));
    }
    Learned {
        features: places.keys().map(|f| (*f).to_owned()).collect(),
        weights: sums,
        bias: biases,
    }
}

/// What one step of a weight is worth, as `controversy/learned/model.rs` has it.
const STEP: f32 = 0.1;

/// A weight in whole steps; a small one is none.
fn rounded(weight: f32) -> f32 {
    const LEAST: f32 = 0.15;
    if weight.abs() < LEAST {
        return 0.0;
    }
    (weight / STEP).round().clamp(-127.0, 127.0) * STEP
}

/// A number that looks random and is always the same.
fn mixed(a: u64, b: u64, c: u64) -> u64 {
    let mut x = a.wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ b.wrapping_mul(0xbf58_476d_1ce4_e5b9)
        ^ c.wrapping_mul(0x94d0_49bb_1331_11eb);
    for _ in 0..2 {
        x ^= x >> 31;
        x = x.wrapping_mul(0xd6e8_feb8_6659_fd93);
        x ^= x >> 32;
    }
    x
}

fn share(number: u64) -> f32 {
    (number >> 40) as f32 / 16_777_216.0
}

impl Learned {
    /// The file of the model, with how the context weighs.
    pub(crate) fn file(&self, last: &Last) -> String {
        let mut out = String::from(
            "# Written by `cargo xtask train topics`; see src/controversy/learned/model.rs.\n",
        );
        for (place, topic) in crate::corpus::topics().enumerate() {
            let numbers = [self.bias[place]].into_iter().chain(last[place]);
            let numbers: Vec<String> = numbers.map(|n| format!("{:.0}", n * 100.0)).collect();
            out += &format!("topic {} {}\n", topic.word(), numbers.join(" "));
        }
        for (feature, weights) in self.features.iter().zip(&self.weights) {
            let cells: Vec<String> = (b'a'..)
                .zip(weights)
                .map(|(letter, w)| {
                    (
                        char::from(letter),
                        (w / STEP).round().clamp(-127.0, 127.0) as i8,
                    )
                })
                .filter(|(_, w)| *w != 0)
                .map(|(letter, w)| format!("{letter}{w}"))
                .collect();
            if !cells.is_empty() {
                out += &format!("{feature}|{}\n", cells.join(" "));
            }
        }
        out
    }

    /// The scores of a sentence.
    pub(crate) fn scores(&self, row: &Row) -> [f32; TOPICS] {
        let mut scores = self.bias;
        for feature in &row.features {
            if let Ok(at) = self.features.binary_search(feature) {
                for (score, weight) in scores.iter_mut().zip(&self.weights[at]) {
                    *score += weight;
                }
            }
        }
        scores
    }
}
