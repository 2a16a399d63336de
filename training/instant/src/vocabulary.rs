//! Which features are learned.

use sourcelight_analysis::training::FEATURE_BITS;

use crate::corpus::Sequence;

/// How often a feature must occur.
const LEAST: u32 = 4;

/// How often a feature of [`WORDY`] must occur.
const LEAST_WORDY: u32 = 6;

/// The templates that hold two words, or a word and what the rules say: most of all features.
const WORDY: &[u32] = &[6, 7, 25, 30, 31, 45, 46];

/// Not a feature.
const NONE: u32 = u32::MAX;

/// The features that are learned, by place.
pub(crate) struct Vocabulary {
    /// The number of each.
    pub(crate) numbers: Vec<u32>,
}

impl Vocabulary {
    /// Counts the features of `data`, and puts in it their places instead of their numbers.
    pub(crate) fn new(data: &mut [Sequence]) -> Self {
        let number = |feature: u32| feature & ((1 << FEATURE_BITS) - 1);
        let mut count = vec![0_u32; 1 << FEATURE_BITS];
        let mut wordy = vec![false; 1 << FEATURE_BITS];
        for &feature in data.iter().flat_map(|s| &s.features).flatten() {
            count[number(feature) as usize] += 1;
            wordy[number(feature) as usize] = WORDY.contains(&(feature >> FEATURE_BITS));
        }
        let mut places = vec![NONE; 1 << FEATURE_BITS];
        let mut numbers = Vec::new();
        for (feature, place) in (0..).zip(&mut places) {
            let least = if wordy[feature as usize] {
                LEAST_WORDY
            } else {
                LEAST
            };
            if count[feature as usize] >= least {
                *place = numbers.len() as u32;
                numbers.push(feature);
            }
        }
        replace(data, |feature| places[number(feature) as usize]);
        Self { numbers }
    }
}

fn replace(data: &mut [Sequence], place: impl Fn(u32) -> u32) {
    for features in data.iter_mut().flat_map(|s| &mut s.features) {
        features
            .iter_mut()
            .for_each(|feature| *feature = place(*feature));
        features.retain(|feature| *feature != NONE);
        features.shrink_to_fit();
    }
}
