//! Makes the model small: keeps the weights that matter, and rounds them to steps of a byte.

use sourcelight_analysis::training::{LABELS, TaggerWeights};

use crate::chain::{LANES, Row};
use crate::learn::Learned;

/// For each feature the labels whose weight is among the `budget` largest.
pub(crate) fn largest(rows: &[Row], budget: usize) -> Vec<u16> {
    let mut sizes: Vec<f32> = rows
        .iter()
        .flat_map(|r| r.0)
        .map(f32::abs)
        .filter(|w| *w > 0.0)
        .collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(budget).copied().unwrap_or(0.0);
    let mask = |row: &Row| {
        (0..LANES)
            .filter(|&l| row.0[l].abs() > least)
            .fold(0, |m, l| m | 1 << l)
    };
    rows.iter().map(mask).collect()
}

/// Leaves only the weights that `masks` has.
pub(crate) fn keep(rows: &mut [Row], masks: &[u16]) {
    for (row, mask) in rows.iter_mut().zip(masks) {
        for (lane, weight) in row.0.iter_mut().enumerate() {
            if mask >> lane & 1 == 0 {
                *weight = 0.0;
            }
        }
    }
}

/// The weights in steps of `scale`. `numbers` are the features' numbers, by place.
pub(crate) fn rounded(learned: &Learned, numbers: &[u32], scale: f32) -> TaggerWeights {
    let round = |weight: f32, scale: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
    let mut rows: Vec<(u32, [i8; LABELS])> = learned
        .rows
        .iter()
        .zip(numbers)
        .map(|(row, number)| {
            (
                *number,
                std::array::from_fn(|label| round(row.0[label], scale)),
            )
        })
        .filter(|(_, row)| row.iter().any(|weight| *weight != 0))
        .collect();
    rows.sort_by_key(|(number, _)| *number);
    let edges = learned
        .edges
        .0
        .iter()
        .map(|&weight| round(weight, scale))
        .collect();
    TaggerWeights {
        scale,
        edge_scale: scale,
        bias: [0.0; LABELS],
        rows,
        edges,
    }
}
