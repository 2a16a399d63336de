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
            sum.add(row);
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

/// Learns from `data`, which has so many `features`.
pub(crate) fn learn(data: &[Sequence], features: usize, plan: &Plan) -> Learned {
    let mut random = Random::new(plan.series);
    let mut order: Vec<usize> = (0..data.len())
        .filter(|&i| !data[i].labels.is_empty())
        .collect();
    let quarter = order.len().div_ceil(4).max(1);
    let mut learner = Learner {
        weights: Learned::new(features),
        past: vec![Row::default(); features],
        past_edges: vec![0.0; EDGE_WEIGHTS],
        touched: vec![0; features],
        now: 0,
        penalty: plan.l1 / order.len().max(1) as f32,
        plan,
        chain: Chain::default(),
        kept: Vec::new(),
        scores: Vec::new(),
    };
    let mut mean = Learned::new(features);
    let mut means = 0.0;
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for (turn, &sequence) in order.iter().enumerate() {
            loss += learner.read(&data[sequence], &mut random);
            // The first epoch is too far from the end to be part of the mean.
            if epoch > 0 && (turn % quarter == quarter / 2 || turn + 1 == order.len()) {
                learner.settle();
                mean.add(&learner.weights);
                means += 1.0;
            }
        }
        eprintln!(
            "series {}, epoch {}: loss {loss:.0}",
            plan.series + 1,
            epoch + 1
        );
    }
    mean.divide(means);
    mean
}

struct Learner<'p> {
    weights: Learned,
    /// The sums of the squared gradients.
    past: Vec<Row>,
    past_edges: Vec<f32>,
    /// When each feature last paid its penalty.
    touched: Vec<u32>,
    /// How many blocks were read.
    now: u32,
    /// For one block.
    penalty: f32,
    plan: &'p Plan,
    chain: Chain,
    /// Of the block at hand, the features of each token that are not left out, and their scores.
    kept: Vec<Vec<u32>>,
    scores: Vec<Row>,
}

impl Learner<'_> {
    /// Learns from one block. Returns its loss.
    fn read(&mut self, sequence: &Sequence, random: &mut Random) -> f64 {
        self.now += 1;
        self.weigh(sequence, random);
        let loss = self.chain.run(sequence, &self.scores, &self.weights.edges);
        let (mut moved, mut before) = (true, 0);
        for at in 0..self.scores.len() {
            let label = usize::from(sequence.labels[at]);
            let mut gradient = self.chain.shares(at);
            gradient.0.iter_mut().for_each(|share| *share = -*share);
            gradient.0[label] += 1.0;
            let moves = gradient.0[..LABELS]
                .iter()
                .any(|g| g.abs() > self.plan.least);
            if moves {
                self.move_features(at, &gradient);
            }
            if moves || moved {
                self.move_edges(at, &sequence.edges[at], before, label);
            }
            (moved, before) = (moves, label);
        }
        loss
    }

    fn weigh(&mut self, sequence: &Sequence, random: &mut Random) {
        let drop = self.plan.drop;
        self.scores.clear();
        let longest = self.kept.len().max(sequence.labels.len());
        self.kept.resize(longest, Vec::new());
        for (kept, features) in self.kept.iter_mut().zip(&sequence.features) {
            kept.clear();
            kept.extend(features.iter().copied().filter(|_| random.share() >= drop));
            let mut sum = Row::default();
            for &feature in kept.iter() {
                sum.add(&self.weights.rows[feature as usize]);
            }
            sum.0.iter_mut().for_each(|sum| *sum /= 1.0 - drop);
            self.scores.push(sum);
        }
    }

    fn move_features(&mut self, at: usize, gradient: &Row) {
        for &feature in &self.kept[at] {
            let feature = feature as usize;
            let due = (self.now - self.touched[feature]) as f32 * self.penalty;
            self.touched[feature] = self.now;
            let (row, past) = (&mut self.weights.rows[feature], &mut self.past[feature]);
            step(row, past, gradient, due, self.plan.eta);
        }
    }

    fn move_edges(&mut self, at: usize, places: &[usize], before: usize, label: usize) {
        let mut shares = [Row::default(); LABELS];
        self.chain.transitions(at, &mut shares);
        shares[before].0[label] -= 1.0;
        for start in places {
            for (from, row) in shares.iter().enumerate() {
                for (to, share) in row.0.iter().enumerate().take(LABELS) {
                    if share.abs() > 1e-4 {
                        let place = start + from * LABELS + to;
                        let past = &mut self.past_edges[place];
                        *past += share * share;
                        let rate = self.plan.eta / (0.1 + *past).sqrt();
                        self.weights.edges.0[place] -= rate * share;
                    }
                }
            }
        }
    }

    /// Every feature pays the penalty that is due.
    fn settle(&mut self) {
        for (feature, row) in self.weights.rows.iter_mut().enumerate() {
            let due = (self.now - self.touched[feature]) as f32 * self.penalty;
            self.touched[feature] = self.now;
            step(
                row,
                &mut self.past[feature],
                &Row::default(),
                due,
                self.plan.eta,
            );
        }
    }
}

/// One step of one feature's weights: first the penalty that is due, then the gradient.
fn step(row: &mut Row, past: &mut Row, gradient: &Row, due: f32, eta: f32) {
    for lane in 0..LANES {
        let g = gradient.0[lane];
        past.0[lane] += g * g;
        let rate = eta / (0.1 + past.0[lane]).sqrt();
        let weight = row.0[lane];
        row.0[lane] = (weight.abs() - rate * due).max(0.0).copysign(weight) + rate * g;
    }
}
