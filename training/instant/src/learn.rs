//! Learns the weights: stochastic gradient descent with a step of its own for every weight (AdaGrad), an
//! L1 penalty, features left out at random, and the mean of the weights over the way.

use crate::chain::{Chain, Edges, LANES, Row};
use crate::corpus::Sequence;
use crate::random::Random;
use sourcelight_analysis::training::{EDGE_WEIGHTS, LABELS};

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// Which series of random numbers to use.
    pub(crate) series: u64,
    /// How often every block is read.
    pub(crate) epochs: usize,
    /// The step.
    pub(crate) eta: f32,
    /// The L1 penalty of a weight, over one epoch.
    pub l1: f32,
    /// The share of features left out.
    pub(crate) drop: f32,
    /// Gradients below this teach nothing.
    pub(crate) least: f32,
}

/// The weights.
pub(crate) struct Learned {
    /// By feature.
    pub(crate) rows: Vec<Row>,
    /// The transitions.
    pub(crate) edges: Edges,
}

impl Learned {
    /// All nothing.
    pub(crate) fn new(features: usize) -> Self {
        Self {
            rows: vec![Row::default(); features],
            edges: Edges::new(),
        }
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (sum, row) in self.rows.iter_mut().zip(&other.rows) {
            sum.0
                .iter_mut()
                .zip(&row.0)
                .for_each(|(sum, weight)| *sum += weight);
        }
        self.edges
            .0
            .iter_mut()
            .zip(&other.edges.0)
            .for_each(|(sum, weight)| *sum += weight);
    }

    pub(crate) fn divide(&mut self, by: f32) {
        self.rows
            .iter_mut()
            .flat_map(|row| &mut row.0)
            .for_each(|sum| *sum /= by);
        self.edges.0.iter_mut().for_each(|sum| *sum /= by);
    }
}

/// Learns from `data`, from `weights` on. Only weights that `allowed` has (a bit a label) are touched.
pub(crate) fn learn(
    data: &[Sequence],
    mut weights: Learned,
    allowed: &[u16],
    plan: &Plan,
) -> Learned {
    let mut random = Random::new(plan.series);
    let mut chain = Chain::default();
    let mut mean = Learned::new(weights.rows.len());
    let mut means = 0.0;
    let mut past = vec![Row::default(); weights.rows.len()];
    let mut past_edges = vec![0.0_f32; EDGE_WEIGHTS];
    let mut touched = vec![0_u32; weights.rows.len()];
    let mut order: Vec<usize> = (0..data.len())
        .filter(|&i| !data[i].labels.is_empty())
        .collect();
    let penalty = plan.l1 / order.len() as f32;
    let quarter = order.len().div_ceil(4).max(1);
    let mut now = 0_u32;
    let mut kept: Vec<Vec<u32>> = Vec::new();
    let mut scores: Vec<Row> = Vec::new();
    let mut shares = [Row::default(); LABELS];
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for (turn, &sequence) in order.iter().enumerate() {
            let sequence = &data[sequence];
            now += 1;
            scores.clear();
            kept.resize(kept.len().max(sequence.labels.len()), Vec::new());
            for (kept, features) in kept.iter_mut().zip(&sequence.features) {
                kept.clear();
                kept.extend(
                    features
                        .iter()
                        .copied()
                        .filter(|_| random.share() >= plan.drop),
                );
                let mut sum = Row::default();
                for &feature in kept.iter() {
                    let row = &weights.rows[feature as usize];
                    sum.0
                        .iter_mut()
                        .zip(&row.0)
                        .for_each(|(sum, weight)| *sum += weight);
                }
                sum.0.iter_mut().for_each(|sum| *sum /= 1.0 - plan.drop);
                scores.push(sum);
            }
            loss += chain.run(sequence, &scores, &weights.edges);
            let mut before_moves = true;
            let mut before = 0_usize;
            for at in 0..scores.len() {
                let label = usize::from(sequence.labels[at]);
                let mut gradient = chain.shares(at);
                gradient.0.iter_mut().for_each(|share| *share = -*share);
                gradient.0[label] += 1.0;
                let moves = gradient.0[..LABELS].iter().any(|g| g.abs() > plan.least);
                if moves {
                    for &feature in &kept[at] {
                        let feature = feature as usize;
                        let due = (now - touched[feature]) as f32 * penalty;
                        touched[feature] = now;
                        step(
                            &mut weights.rows[feature],
                            &mut past[feature],
                            &gradient,
                            allowed[feature],
                            due,
                            plan.eta,
                        );
                    }
                }
                if moves || before_moves {
                    chain.transitions(at, &mut shares);
                    shares[before].0[label] -= 1.0;
                    for place in &sequence.edges[at] {
                        for (from, row) in shares.iter().enumerate() {
                            for (to, share) in row.0.iter().enumerate().take(LABELS) {
                                if share.abs() > 1e-4 {
                                    let place = place + from * LABELS + to;
                                    past_edges[place] += share * share;
                                    weights.edges.0[place] -=
                                        plan.eta * share / (0.1 + past_edges[place]).sqrt();
                                }
                            }
                        }
                    }
                }
                before_moves = moves;
                before = label;
            }
            if epoch > 0 && turn % quarter == quarter / 2 || turn + 1 == order.len() {
                for (feature, row) in weights.rows.iter_mut().enumerate() {
                    let due = (now - touched[feature]) as f32 * penalty;
                    touched[feature] = now;
                    step(row, &mut past[feature], &Row::default(), 0, due, plan.eta);
                }
                if epoch > 0 || plan.epochs == 1 {
                    mean.add(&weights);
                    means += 1.0;
                }
            }
        }
        let rows = weights
            .rows
            .iter()
            .filter(|row| row.0.iter().any(|w| *w != 0.0))
            .count();
        eprintln!("epoch {}: loss {loss:.0}, {rows} features", epoch + 1);
    }
    mean.divide(means);
    mean
}

/// One step of one feature's weights: first the penalty that is due, then the gradient.
fn step(row: &mut Row, past: &mut Row, gradient: &Row, allowed: u16, due: f32, eta: f32) {
    for lane in 0..LANES {
        let g = if allowed >> lane & 1 == 1 {
            gradient.0[lane]
        } else {
            0.0
        };
        past.0[lane] += g * g;
        let rate = eta / (0.1 + past.0[lane]).sqrt();
        let weight = row.0[lane];
        row.0[lane] = (weight.abs() - rate * due).max(0.0).copysign(weight) + rate * g;
    }
}
