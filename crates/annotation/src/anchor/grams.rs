//! Where to look: the stretches of a text that share many four-byte grams with a pattern.
//!
//! A passage that was edited, but not rewritten, keeps many of its grams in their order. The index
//! is made once for a text; a question costs about as many steps as the pattern's grams have places.

use std::ops::Range;

const GRAM: usize = 4;
const BUCKETS: usize = 1 << 16;
/// How many bytes of shift between pattern and text count as the same place.
const BIN: usize = 64;
/// The best places are looked at, no more.
const PLACES: usize = 6;

/// Every gram of one text and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Grams {
    starts: Vec<u32>,
    places: Vec<u32>,
    length: usize,
}

fn bucket(gram: &[u8]) -> usize {
    let number = gram.iter().fold(0u32, |n, b| (n << 8) | u32::from(*b));
    (number.wrapping_mul(0x9e37_79b1) >> 16) as usize
}

impl Grams {
    /// Reads `text` twice.
    pub(super) fn new(text: &str) -> Self {
        let grams = || text.as_bytes().windows(GRAM).map(bucket);
        let mut starts = vec![0u32; BUCKETS + 1];
        for bucket in grams() {
            starts[bucket + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0; text.len().saturating_sub(GRAM - 1)];
        for (at, bucket) in grams().enumerate() {
            places[next[bucket] as usize] = at as u32;
            next[bucket] += 1;
        }
        Self {
            starts,
            places,
            length: text.len(),
        }
    }

    fn places(&self, gram: &[u8]) -> &[u32] {
        let bucket = bucket(gram);
        &self.places[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }

    /// Where `pattern`, at least a gram long, stands in `text`, which must be the text this was made of;
    /// `most` places at most, in order. None where the pattern is too short.
    pub(super) fn find(&self, text: &str, pattern: &str, most: usize) -> Option<Vec<usize>> {
        let (at, rarest) = pattern
            .as_bytes()
            .windows(GRAM)
            .map(|gram| self.places(gram))
            .enumerate()
            .min_by_key(|(_, places)| places.len())?;
        let found = rarest
            .iter()
            .filter_map(|place| (*place as usize).checked_sub(at))
            .filter(|start| text.as_bytes()[*start..].starts_with(pattern.as_bytes()));
        Some(found.take(most).collect())
    }

    /// Stretches of the text, best first, that share at least an eighth of the grams of `pattern`
    /// in about the right order; each is wide enough to hold the edited pattern. Their ends may lie
    /// inside a character.
    pub(super) fn stretches(&self, pattern: &str) -> Vec<Range<usize>> {
        let length = pattern.len();
        // What stands everywhere says nothing about where to look.
        let common = (self.length / 64).max(16);
        let mut bins = vec![0u32; (self.length + length) / BIN + 2];
        let mut told = 0;
        for (at, gram) in pattern.as_bytes().windows(GRAM).enumerate() {
            let places = self.places(gram);
            if places.len() > common {
                continue;
            }
            told += 1;
            for place in places {
                bins[(*place as usize + length - at) / BIN] += 1;
            }
        }
        let enough = (told / 8).max(2);
        let mut best: Vec<(u32, usize)> = bins
            .windows(2)
            .map(|pair| pair[0] + pair[1])
            .enumerate()
            .filter(|(_, shared)| *shared >= enough)
            .map(|(bin, shared)| (shared, bin))
            .collect();
        best.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let slack = length / 2 + 16;
        let mut taken: Vec<usize> = Vec::new();
        let most = best.first().map_or(0, |(shared, _)| *shared);
        for (shared, bin) in best {
            // With less than a third of what the best place shares it is no rival of that.
            if 3 * shared >= most
                && taken.len() < PLACES
                && taken.iter().all(|t| t.abs_diff(bin) > 1)
            {
                taken.push(bin);
            }
        }
        taken
            .into_iter()
            .map(|bin| {
                let start = (bin * BIN).saturating_sub(length);
                let end = (start + 2 * BIN + length + slack).min(self.length);
                start.saturating_sub(slack)..end
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edited_sentence_is_looked_for_where_it_stands() {
        let filler =
            "Rain fell on the hills and nobody went out to see the river rise. ".repeat(40);
        let text = format!(
            "{filler}The clearance of the valley took eleven years and cost lives.{filler}"
        );
        let grams = Grams::new(&text);
        let found = grams
            .stretches("The clearing of the valley had taken eleven years and had cost lives.");
        let place = text.find("The clearance").unwrap();
        assert!(
            found[0].start <= place && place + 60 <= found[0].end,
            "{found:?}"
        );
        assert_eq!(grams.find(&text, "The clearance", 9), Some(vec![place]));
        assert_eq!(grams.find(&text, "Rain fell", 3).map(|f| f.len()), Some(3));
        assert_eq!(grams.find(&text, "Rai", 3), None);
        assert!(grams.stretches("Zqx").is_empty());
        assert!(Grams::new("").stretches("abcdef").is_empty());
    }
}
