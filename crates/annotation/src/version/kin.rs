//! Whether a text is a version of another.

use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

/// How many words are compared as one.
const RUN: usize = 4;
/// How much of the shorter text has to stand in the longer, in runs of words. Two stories of one outlet
/// share its standing phrases; a version shares most of its sentences.
const SHARED: f64 = 0.4;
/// A text of fewer words says too little to tell.
const FEWEST: usize = 25;
/// No more words than this are looked at, which bounds the time.
const MOST: usize = 20_000;

type Runs = HashSet<u64, BuildHasherDefault<DefaultHasher>>;

/// A text that others are compared with.
pub struct Kin {
    runs: Runs,
    words: usize,
}

impl Kin {
    /// Reads a text once. Linear in its length.
    pub fn new(text: &str) -> Self {
        let (runs, words) = runs(text);
        Self { runs, words }
    }

    /// How much of the shorter of the two texts stands in the other, 0 to 1, where that is enough to call
    /// one a version of the other.
    pub fn of(&self, other: &str) -> Option<f64> {
        let (runs, words) = runs(other);
        if words.min(self.words) < FEWEST {
            return None;
        }
        // Only a count leaves the sets, so their order does not matter.
        let shared = runs.iter().filter(|run| self.runs.contains(run)).count();
        let share = shared as f64 / runs.len().min(self.runs.len()).max(1) as f64;
        (share >= SHARED).then_some(share)
    }
}

/// The runs of words of a text as hashes, and how many words it has. Case and marks do not count.
fn runs(text: &str) -> (Runs, usize) {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(MOST)
        .map(str::to_lowercase)
        .collect();
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    let runs = words.windows(RUN).map(|run| hasher.hash_one(run)).collect();
    (runs, words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: &str = "The harbour bridge closes on Monday after inspectors found cracks in two of \
        its beams, the city said. It will open again before every beam has been tested, a spokesman \
        said. Traders on both banks fear for their shops and ask for a ferry in the meantime.";

    #[test]
    fn an_updated_story_is_a_version_and_another_story_is_none() {
        let kin = Kin::new(STORY);
        let updated = STORY
            .replace("two", "three")
            .replace("on Monday", "at once")
            + " The minister called the finding grave and promised money for repairs by spring.";
        assert!(kin.of(&updated).is_some_and(|share| share > 0.6));
        let cut = &STORY[..150];
        assert!(kin.of(cut).is_some());
        let other = "Farmers in the north wait for rain after the driest spring in forty years, the \
            weather service said. A spokesman said that wells had run dry in nine villages.";
        assert_eq!(kin.of(other), None);
    }

    #[test]
    fn a_few_words_are_no_version_of_anything() {
        assert_eq!(
            Kin::new(STORY).of("The harbour bridge closes on Monday"),
            None
        );
        assert_eq!(Kin::new("").of(STORY), None);
    }
}
