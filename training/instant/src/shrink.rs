//! Rounds the weights to steps of a byte.

use sourcelight_analysis::training::{LABELS, TaggerWeights};

use crate::learn::Learned;

/// What one step of a weight is worth.
const SCALE: f32 = 0.04;

/// What is added for a token that is a source, a cue, a content: chosen on the dev split, where the model
/// misses more than it invents.
const BIAS: [f32; 3] = [0.1, 0.2, 0.15];

/// The weights in steps. `numbers` are the features' numbers, by place.
pub(crate) fn rounded(learned: &Learned, numbers: &[u32]) -> TaggerWeights {
    let round = |weight: f32| (weight / SCALE).round().clamp(-127.0, 127.0) as i8;
    let mut rows = Vec::new();
    for (row, number) in learned.rows.iter().zip(numbers) {
        let row: [i8; LABELS] = std::array::from_fn(|label| round(row.0[label]));
        if row.iter().any(|weight| *weight != 0) {
            rows.push((*number, row));
        }
    }
    rows.sort_by_key(|(number, _)| *number);
    // Two labels a part, two parts a kind.
    let bias = std::array::from_fn(|label| label.checked_sub(1).map_or(0.0, |l| BIAS[l / 4]));
    TaggerWeights {
        scale: SCALE,
        edge_scale: SCALE,
        bias,
        rows,
        edges: learned
            .edges
            .0
            .iter()
            .map(|&weight| round(weight))
            .collect(),
    }
}
