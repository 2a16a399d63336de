//! How a sentence's own score and the story around it weigh together, for one topic: logistic regression on
//! scores of sentences that the model had not seen. What comes out is a probability.

use sourcelight_analysis::training::TOPIC_CONTEXT;

use crate::corpus::TOPICS;

/// The weights of a context's parts and the bias behind them, for each topic.
pub(crate) type Last = [[f32; TOPIC_CONTEXT + 1]; TOPICS];

/// A sentence as one topic sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    /// Its score and its context.
    pub(crate) context: [f32; TOPIC_CONTEXT],
    /// Whether a rule marks it.
    pub(crate) ruled: bool,
    /// Whether a reader did.
    pub(crate) label: bool,
    /// Whether nothing in its story is contested.
    pub(crate) calm: bool,
}

/// What a point in a story without any weighs beside one in another.
const CALM: f32 = 6.0;

/// The weights with which a point is reported from the probability `sure` on.
pub(crate) fn learn(judged: &[Judged], sure: f32) -> [f32; TOPIC_CONTEXT + 1] {
    let mut weights = [0.0_f32; TOPIC_CONTEXT + 1];
    weights[0] = 1.0;
    let open: Vec<&Judged> = judged.iter().filter(|j| !j.ruled).collect();
    let mut squares = [1e-3_f32; TOPIC_CONTEXT + 1];
    for _ in 0..400 {
        let mut gradient = [0.0_f32; TOPIC_CONTEXT + 1];
        for j in &open {
            let off = 1.0 / (1.0 + (-score(j, &weights)).exp()) - f32::from(u8::from(j.label));
            let off = if j.calm { off * CALM } else { off };
            for (g, x) in gradient.iter_mut().zip(j.context.iter().chain([&1.0])) {
                *g += off * x;
            }
        }
        for i in 0..weights.len() {
            let g = gradient[i]
                + 0.5
                    * if i == 0 {
                        weights[i] - 1.0
                    } else if i < TOPIC_CONTEXT {
                        weights[i]
                    } else {
                        0.0
                    };
            squares[i] += g * g;
            weights[i] -= 0.3 * g / squares[i].sqrt();
        }
    }
    weights[TOPIC_CONTEXT] -= (sure / (1.0 - sure)).ln();
    weights
}

fn score(judged: &Judged, weights: &[f32; TOPIC_CONTEXT + 1]) -> f32 {
    let parts = judged.context.iter().chain([&1.0]).zip(weights);
    parts.map(|(x, w)| x * w).sum()
}
