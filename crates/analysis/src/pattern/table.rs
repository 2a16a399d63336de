//! Words and what is known of them, found in one step.
//!
//! Word lists are asked several times for every word of an article; a sorted list compares a dozen
//! strings each time. Nothing here can be listed, so its order reaches nobody.

/// Values by words. Open addressing; at most half of the slots are taken.
#[derive(Clone, Debug)]
pub(crate) struct Table<V>(Vec<Option<(Box<str>, V)>>);

impl<V> Table<V> {
    /// A table of the given pairs; where a word stands twice, the first counts.
    pub(crate) fn new<W: Into<Box<str>>>(pairs: impl IntoIterator<Item = (W, V)>) -> Self {
        let pairs: Vec<(Box<str>, V)> = pairs.into_iter().map(|(w, v)| (w.into(), v)).collect();
        let size = (2 * pairs.len()).next_power_of_two().max(2);
        let mut table = Self((0..size).map(|_| None).collect());
        for (word, value) in pairs {
            let slot = table.slot(&word);
            if let Some(empty @ None) = table.0.get_mut(slot) {
                *empty = Some((word, value));
            }
        }
        table
    }

    /// The value of `word`.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        let found = self.0.get(self.slot(word))?.as_ref();
        found.map(|(_, value)| value)
    }

    /// Where `word` stands, or would.
    fn slot(&self, word: &str) -> usize {
        let last = self.0.len() - 1;
        let mut at = hash(word.bytes()) as usize & last;
        while let Some((other, _)) = &self.0[at] {
            if **other == *word {
                break;
            }
            at = (at + 1) & last;
        }
        at
    }
}

/// A number for some bytes (FNV-1a), the same on every machine.
pub(crate) fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn every_word_is_found_and_no_other() {
        let words: Vec<String> = (0..500).map(|i| format!("w{i}")).collect();
        let table = Table::new(words.iter().map(|w| (w.as_str(), w.len())));
        assert!(words.iter().all(|w| table.get(w) == Some(&w.len())));
        assert_eq!(table.get("w500"), None);
        assert_eq!(Table::<u8>::new([("", 1)]).get(""), Some(&1));
        assert_eq!(Table::<u8>::new([("a", 1), ("a", 2)]).get("a"), Some(&1));
        assert_eq!(Table::<u8>::new::<&str>([]).get("a"), None);
    }
}
