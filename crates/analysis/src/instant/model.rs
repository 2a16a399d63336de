//! The tagger's weights, and the file they are kept in.
//!
//! The file is made to be small after brotli: every kind of number has a stretch of its own. In order:
//! the magic bytes, the version, the scales (32-bit floats) of the features' and of the transitions'
//! weights, the bias of each label (32-bit floats); how many rows there are, the gaps between the
//! features' numbers; how many masks there are, the masks (16 bits, one bit a label), each row's mask by
//! its place; the weights of all rows, a byte each; how many transitions there are, the gaps between
//! their places, their weights. Counts, gaps and places are LEB128; all else is little-endian.

use std::sync::LazyLock;

use super::features::{BITS, EDGE_VALUES, EDGES};
use super::labels::{LABELS, follows};

const MAGIC: &[u8; 4] = b"SLit";

/// The version of the file and of the features' meaning.
const VERSION: u8 = 1;

/// The lanes of a row in memory: a power of two, for speed.
pub(crate) const LANES: usize = 16;

/// A transition that cannot be.
pub(crate) const NEVER: f32 = -1e6;

/// The weights as the file has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// What one step of a feature's weight is worth.
    pub scale: f32,
    /// What one step of a transition's weight is worth.
    pub edge_scale: f32,
    /// What is added for each label at every token.
    pub bias: [f32; LABELS],
    /// The features' numbers, ascending, with a weight for each label.
    pub rows: Vec<(u32, [i8; LABELS])>,
    /// The weights of the transitions: by class and its value, the label before, the label.
    pub edges: Vec<i8>,
}

/// How many weights of transitions there are.
pub(crate) const ALL_EDGES: usize = total(EDGE_VALUES) * LABELS * LABELS;

const fn total(values: [usize; EDGES]) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < EDGES {
        sum += values[i];
        i += 1;
    }
    sum
}

/// The place in [`Weights::edges`] where the weights of a class' value start.
pub(crate) fn edge_place(class: usize, value: u16) -> usize {
    let before: usize = EDGE_VALUES[..class].iter().sum();
    (before + usize::from(value)) * LABELS * LABELS
}

impl Weights {
    /// The file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        for value in [self.scale, self.edge_scale].iter().chain(&self.bias) {
            out.extend(value.to_le_bytes());
        }
        varint(&mut out, self.rows.len());
        let mut before = 0;
        for &(id, _) in &self.rows {
            varint(&mut out, (id - before) as usize);
            before = id;
        }
        let masks: Vec<u16> = self.rows.iter().map(|(_, row)| mask(row)).collect();
        let kinds = by_frequency(&masks);
        varint(&mut out, kinds.len());
        kinds.iter().for_each(|kind| out.extend(kind.to_le_bytes()));
        for mask in &masks {
            varint(
                &mut out,
                kinds
                    .iter()
                    .position(|kind| kind == mask)
                    .unwrap_or_default(),
            );
        }
        let weights = self
            .rows
            .iter()
            .flat_map(|(_, row)| row)
            .filter(|w| **w != 0);
        out.extend(weights.map(|w| w.to_le_bytes()[0]));
        let edges: Vec<usize> = (0..self.edges.len())
            .filter(|&i| self.edges[i] != 0)
            .collect();
        varint(&mut out, edges.len());
        let mut before = 0;
        for &place in &edges {
            varint(&mut out, place - before);
            before = place;
        }
        out.extend(
            edges
                .iter()
                .map(|&place| self.edges[place].to_le_bytes()[0]),
        );
        out
    }

    /// Reads the file; nothing if it is not one of this version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?.strip_prefix(&[VERSION])?;
        let (scale, edge_scale) = (float(&mut rest)?, float(&mut rest)?);
        let mut bias = [0.0; LABELS];
        for value in &mut bias {
            *value = float(&mut rest)?;
        }
        let count = number(&mut rest).filter(|&n| n <= bytes.len())?;
        let mut rows = Vec::with_capacity(count);
        let mut id = 0_u32;
        for place in 0..count {
            let gap = u32::try_from(number(&mut rest)?).ok()?;
            id = id
                .checked_add(gap)
                .filter(|id| *id < 1 << BITS && (gap > 0 || place == 0))?;
            rows.push((id, [0; LABELS]));
        }
        let kinds = number(&mut rest).filter(|&n| n <= bytes.len())?;
        let kinds: Vec<u16> = take(&mut rest, 2 * kinds)?
            .chunks_exact(2)
            .map(|b| u16::from_le_bytes([b[0], b[1]]))
            .collect();
        let mut masks = Vec::with_capacity(count);
        for _ in 0..count {
            masks.push(*kinds.get(number(&mut rest)?)?);
        }
        for ((_, row), mask) in rows.iter_mut().zip(masks) {
            for (_, weight) in row
                .iter_mut()
                .enumerate()
                .filter(|(label, _)| mask >> label & 1 == 1)
            {
                *weight = i8::from_le_bytes([take(&mut rest, 1)?[0]]);
            }
        }
        let count = number(&mut rest).filter(|&n| n <= ALL_EDGES)?;
        let mut places = Vec::with_capacity(count);
        let mut place = 0_usize;
        for _ in 0..count {
            place = place
                .checked_add(number(&mut rest)?)
                .filter(|p| *p < ALL_EDGES)?;
            places.push(place);
        }
        let mut edges = vec![0; ALL_EDGES];
        for (place, weight) in places.into_iter().zip(take(&mut rest, count)?) {
            edges[place] = i8::from_le_bytes([*weight]);
        }
        rest.is_empty().then_some(Self {
            scale,
            edge_scale,
            bias,
            rows,
            edges,
        })
    }
}

/// The weights, ready to be looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Model {
    /// Open addressing: a feature's number and one (0: free), and the place of its row.
    slots: Vec<(u32, u32)>,
    rows: Vec<[i8; LANES]>,
    scale: f32,
    bias: [f32; LABELS],
    /// By place, see [`edge_place`].
    edges: Vec<f32>,
    /// The same as odds.
    odds: Vec<f32>,
}

/// The model that ships.
pub(crate) static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let weights = Weights::from_bytes(include_bytes!("../../data/instant.model"));
    Model::new(&weights.unwrap_or_default())
});

impl Model {
    /// Makes the tables. Linear in the weights.
    pub(crate) fn new(weights: &Weights) -> Self {
        let size = (2 * weights.rows.len()).next_power_of_two().max(2);
        let mut slots = vec![(0, 0); size];
        let mut rows = Vec::with_capacity(weights.rows.len());
        for (place, (id, row)) in (0..).zip(&weights.rows) {
            let mut at = *id as usize & (size - 1);
            while slots[at].0 != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = (id + 1, place);
            rows.push(std::array::from_fn(|label| {
                row.get(label).copied().unwrap_or_default()
            }));
        }
        let edges: Vec<f32> = (0..ALL_EDGES)
            .map(|place| {
                let pair = place % (LABELS * LABELS);
                let weight = weights.edges.get(place).copied().unwrap_or_default();
                // The first class alone forbids what can never be.
                if place < edge_place(1, 0)
                    && !follows((pair / LABELS) as u8, (pair % LABELS) as u8)
                {
                    NEVER
                } else {
                    f32::from(weight) * weights.edge_scale
                }
            })
            .collect();
        Self {
            slots,
            rows,
            scale: weights.scale,
            bias: weights.bias,
            odds: edges.iter().map(|weight| weight.exp()).collect(),
            edges,
        }
    }

    /// What a token's features say of each label.
    pub(crate) fn node(&self, features: &[u32]) -> [f32; LABELS] {
        let mut sum = [0_i16; LANES];
        for feature in features {
            if let Some(row) = self.row(feature & ((1 << BITS) - 1)) {
                for (sum, weight) in sum.iter_mut().zip(row) {
                    *sum = sum.saturating_add(i16::from(*weight));
                }
            }
        }
        std::array::from_fn(|label| f32::from(sum[label]) * self.scale + self.bias[label])
    }

    fn row(&self, id: u32) -> Option<&[i8; LANES]> {
        let last = self.slots.len().checked_sub(1)?;
        let mut at = id as usize & last;
        loop {
            match self.slots[at] {
                (0, _) => return None,
                (found, place) if found == id + 1 => return self.rows.get(place as usize),
                _ => at = (at + 1) & last,
            }
        }
    }

    /// What the classes of a transition say of each pair of labels: the label before, the label.
    pub(crate) fn edge(&self, classes: &[u16; EDGES], out: &mut [[f32; LABELS]; LABELS]) {
        combine(&self.edges, classes, out, |a, b, c| a + b + c);
    }

    /// [`Model::edge`] as odds.
    pub(crate) fn edge_odds(&self, classes: &[u16; EDGES], out: &mut [[f32; LABELS]; LABELS]) {
        combine(&self.odds, classes, out, |a, b, c| a * b * c);
    }
}

fn combine(
    tables: &[f32],
    classes: &[u16; EDGES],
    out: &mut [[f32; LABELS]; LABELS],
    with: impl Fn(f32, f32, f32) -> f32,
) {
    let [a, b, c] = std::array::from_fn(|class| {
        let place = edge_place(class, classes[class]);
        let table = tables.get(place..place + LABELS * LABELS);
        table.unwrap_or(&[0.0; LABELS * LABELS])
    });
    let sums = a.iter().zip(b).zip(c).map(|((a, b), c)| with(*a, *b, *c));
    for (out, sum) in out.as_flattened_mut().iter_mut().zip(sums) {
        *out = sum;
    }
}

/// Which labels have a weight.
fn mask(row: &[i8; LABELS]) -> u16 {
    (0..LABELS)
        .filter(|&label| row[label] != 0)
        .fold(0, |mask, label| mask | 1 << label)
}

/// The different masks, the most frequent first.
fn by_frequency(masks: &[u16]) -> Vec<u16> {
    let mut count = vec![0_usize; 1 << LABELS];
    masks.iter().for_each(|mask| count[usize::from(*mask)] += 1);
    let mut kinds: Vec<u16> = (0..1 << LABELS)
        .filter(|kind| count[usize::from(*kind)] > 0)
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(count[usize::from(*kind)]));
    kinds
}

fn varint(out: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in [0, 7, 14, 21] {
        let byte = take(rest, 1)?[0];
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn float(rest: &mut &[u8]) -> Option<f32> {
    let bytes = take(rest, 4)?;
    let value = f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
    value.is_finite().then_some(value)
}

fn take<'b>(rest: &mut &'b [u8], count: usize) -> Option<&'b [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn weights() -> impl Strategy<Value = Weights> {
        let row = prop::array::uniform13(prop_oneof![2 => Just(0_i8), 1 => any::<i8>()]);
        let rows = prop::collection::btree_map(0_u32..1 << BITS, row, 0..60);
        let edges = prop::collection::vec((0..ALL_EDGES, any::<i8>()), 0..40);
        (rows, edges, -2.0_f32..2.0).prop_map(|(rows, some, scale)| {
            let mut edges = vec![0; ALL_EDGES];
            some.into_iter()
                .for_each(|(place, weight)| edges[place] = weight);
            let bias = [scale; LABELS];
            Weights {
                scale,
                edge_scale: 0.5,
                bias,
                rows: rows.into_iter().collect(),
                edges,
            }
        })
    }

    proptest! {
        #[test]
        fn the_file_gives_the_weights_back(weights in weights()) {
            prop_assert_eq!(Weights::from_bytes(&weights.to_bytes()), Some(weights));
        }

        #[test]
        fn a_damaged_file_is_no_panic(weights in weights(), at in any::<prop::sample::Index>(), byte: u8) {
            let mut bytes = weights.to_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(weights) = Weights::from_bytes(&bytes) {
                let _ = Model::new(&weights);
            }
            prop_assert_eq!(Weights::from_bytes(&bytes[..at]), None);
        }

        #[test]
        fn every_row_is_found(weights in weights()) {
            let model = Model::new(&weights);
            for (id, row) in &weights.rows {
                prop_assert_eq!(model.row(*id).map(|found| &found[..LABELS]), Some(&row[..]));
            }
            let missing = (0..1 << BITS).find(|id| weights.rows.iter().all(|row| row.0 != *id));
            prop_assert_eq!(missing.and_then(|id| model.row(id)), None);
        }
    }

    #[test]
    fn the_model_that_ships_is_whole() {
        let weights = Weights::from_bytes(include_bytes!("../../data/instant.model"));
        assert!(weights.is_some_and(|w| w.rows.len() > 1000));
    }

    #[test]
    fn another_version_is_not_read() {
        let mut bytes = Weights::default().to_bytes();
        bytes[MAGIC.len()] = VERSION + 1;
        assert_eq!(Weights::from_bytes(&bytes), None);
    }
}
