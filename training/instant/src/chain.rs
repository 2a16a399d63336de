//! Forward and backward over one block.

use sourcelight_analysis::training::{EDGE_WEIGHTS, LABELS, label_follows};

use crate::corpus::Sequence;

/// The lanes of a row: the labels, and room that makes the arithmetic fast.
pub(crate) const LANES: usize = 16;

/// Weights, or shares, of each label.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
pub(crate) struct Row(pub(crate) [f32; LANES]);

impl Row {
    /// Adds `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        self.0
            .iter_mut()
            .zip(&other.0)
            .for_each(|(sum, value)| *sum += value);
    }
}

/// The weights of the transitions.
pub(crate) struct Edges(pub(crate) Vec<f32>);

impl Edges {
    /// All nothing.
    pub(crate) fn new() -> Self {
        Self(vec![0.0; EDGE_WEIGHTS])
    }

    /// How likely each transition is, unnormalised.
    fn odds(&self, places: &[usize], out: &mut [Row; LABELS]) {
        for (before, row) in out.iter_mut().enumerate() {
            let mut sum = Row([-80.0; LANES]);
            for (label, sum) in sum.0.iter_mut().enumerate().take(LABELS) {
                let place = before * LABELS + label;
                *sum = places.iter().map(|start| self.0[start + place]).sum();
            }
            for (label, odds) in row.0.iter_mut().enumerate() {
                let allowed = label < LABELS && label_follows(before as u8, label as u8);
                *odds = if allowed { exp(sum.0[label]) } else { 0.0 };
            }
        }
    }
}

/// What one block says: the shares of labels and of transitions, as far as the model knows.
#[derive(Default)]
pub(crate) struct Chain {
    nodes: Vec<Row>,
    edges: Vec<[Row; LABELS]>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    scale: Vec<f32>,
}

impl Chain {
    /// Runs over `sequence`, whose tokens score `scores`. Returns the loss.
    pub(crate) fn run(&mut self, sequence: &Sequence, scores: &[Row], edges: &Edges) -> f64 {
        let count = scores.len();
        self.nodes.clear();
        self.edges.resize(count, [Row::default(); LABELS]);
        self.forward.resize(count, Row::default());
        self.backward.resize(count, Row::default());
        self.scale.resize(count, 1.0);
        let mut total = 0.0_f64;
        let mut gold = 0.0_f64;
        let mut before = Row::default();
        before.0[0] = 1.0;
        let mut last = 0_usize;
        for (at, own) in scores.iter().enumerate() {
            edges.odds(&sequence.edges[at], &mut self.edges[at]);
            let most = own.0[..LABELS]
                .iter()
                .copied()
                .fold(f32::NEG_INFINITY, f32::max);
            let mut node = Row::default();
            for (odds, score) in node.0.iter_mut().zip(&own.0) {
                *odds = exp((score - most).max(-40.0));
            }
            let mut next = Row::default();
            for (share, row) in before.0.iter().zip(&self.edges[at]) {
                for (sum, odds) in next.0.iter_mut().zip(&row.0) {
                    *sum += share * odds;
                }
            }
            for (sum, odds) in next.0.iter_mut().zip(&node.0) {
                *sum *= odds;
            }
            let scale: f32 = next.0.iter().sum();
            next.0.iter_mut().for_each(|share| *share /= scale);
            total += f64::from(scale).ln();
            let label = usize::from(sequence.labels[at]);
            gold += f64::from(node.0[label]).ln() + f64::from(self.edges[at][last].0[label]).ln();
            last = label;
            self.nodes.push(node);
            self.forward[at] = next;
            self.scale[at] = scale;
            before = next;
        }
        let mut behind = Row([1.0; LANES]);
        for at in (0..count).rev() {
            self.backward[at] = behind;
            let weighed = self.weighed(at);
            for (sum, row) in behind.0.iter_mut().zip(&self.edges[at]) {
                *sum = row
                    .0
                    .iter()
                    .zip(&weighed.0)
                    .map(|(odds, share)| odds * share)
                    .sum();
            }
        }
        total - gold
    }

    /// What stands behind a transition into token `at`.
    fn weighed(&self, at: usize) -> Row {
        let mut weighed = Row::default();
        for (label, sum) in weighed.0.iter_mut().enumerate() {
            *sum = self.nodes[at].0[label] * self.backward[at].0[label] / self.scale[at];
        }
        weighed
    }

    /// The share of each label at token `at`.
    pub(crate) fn shares(&self, at: usize) -> Row {
        let mut shares = self.forward[at];
        for (share, behind) in shares.0.iter_mut().zip(&self.backward[at].0) {
            *share *= behind;
        }
        shares
    }

    /// The share of each transition into token `at`.
    pub(crate) fn transitions(&self, at: usize, out: &mut [Row; LABELS]) {
        let weighed = self.weighed(at);
        let mut start = Row::default();
        start.0[0] = 1.0;
        let before = at
            .checked_sub(1)
            .map_or(start, |before| self.forward[before]);
        for ((row, odds), share) in out.iter_mut().zip(&self.edges[at]).zip(&before.0) {
            for ((sum, odds), behind) in row.0.iter_mut().zip(&odds.0).zip(&weighed.0) {
                *sum = share * odds * behind;
            }
        }
    }
}

/// e to the power of `x`: quick, and the same on every machine.
pub(crate) fn exp(x: f32) -> f32 {
    let power = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = (power + 12_582_912.0) - 12_582_912.0;
    let part = (power - whole) * std::f32::consts::LN_2;
    let series = 1.0
        + part
            * (1.0
                + part * (0.5 + part * (1.0 / 6.0 + part * (1.0 / 24.0 + part * (1.0 / 120.0)))));
    series * f32::from_bits(((whole as i32 + 127) << 23) as u32)
}
