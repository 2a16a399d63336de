//! Many patterns held against a sentence at once.

use std::{collections::BTreeMap, ops::Range};

use super::{Pattern, Words, item::Start, sentence::Instrument, table::Table};

/// Stems are looked up by so many of their first bytes.
const KEY: usize = 3;

/// Patterns, each with the value it stands for, found by the word they begin with.
#[derive(Debug)]
pub(crate) struct PatternSet<T> {
    patterns: Vec<(Pattern, T)>,
    words: Table<Vec<usize>>,
    stems: Table<Vec<usize>>,
    special: Vec<usize>,
}

impl<T: Copy> PatternSet<T> {
    /// A set of the given patterns.
    pub(crate) fn new(patterns: Vec<(Pattern, T)>) -> Self {
        let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut stems: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut special = Vec::new();
        for (index, (pattern, _)) in patterns.iter().enumerate() {
            for start in pattern.starts() {
                let list = match start {
                    Start::Word(word) => words.entry(word).or_default(),
                    Start::Stem(stem) => {
                        let key = stem.get(..KEY).unwrap_or(&stem).to_owned();
                        stems.entry(key).or_default()
                    }
                    Start::Special => &mut special,
                };
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
        Self {
            patterns,
            words: Table::new(words),
            stems: Table::new(stems),
            special,
        }
    }

    /// Every match of every pattern, from left to right. Linear in the words.
    pub(crate) fn matches(&self, words: &Words) -> Vec<(T, Range<usize>)> {
        let mut found = Vec::new();
        for (at, norm) in words.norms.iter().enumerate() {
            let special =
                words.numbers[at] || words.names[at] || words.instruments[at] != Instrument::None;
            let by_word = self.words.get(norm.as_str()).into_iter().flatten();
            let by_stem = norm.get(..KEY).and_then(|key| self.stems.get(key));
            let open = self.special.iter().filter(|_| special);
            for &index in by_word.chain(by_stem.into_iter().flatten()).chain(open) {
                let (pattern, value) = &self.patterns[index];
                found.extend(pattern.match_at(words, at).map(|range| (*value, range)));
            }
        }
        found
    }
}
