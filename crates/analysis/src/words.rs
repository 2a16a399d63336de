//! Word lists read from the data files: one entry a line, `#` for comments.

/// A sorted set of words or phrases.
#[derive(Clone, Debug)]
pub(crate) struct WordSet(Vec<&'static str>);

impl WordSet {
    /// Reads a data file: entries are separated by line breaks.
    pub(crate) fn lines(file: &'static str) -> Self {
        Self::of(entries(file))
    }

    /// A set of the given words.
    pub(crate) fn of(words: impl Iterator<Item = &'static str>) -> Self {
        let mut words: Vec<_> = words.collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// Whether `word` is in the set.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.0.binary_search(&word).is_ok()
    }
}

/// The entries of a data file: its lines without comments, blanks and surrounding white space.
pub(crate) fn entries(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// Entries of the form `key: word word …`, as (word, key).
pub(crate) fn keyed(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(file)
        .filter_map(|l| l.split_once(": "))
        .flat_map(|(key, words)| words.split_whitespace().map(move |word| (word, key.trim())))
}

/// A sorted map from words to values.
#[derive(Clone, Debug)]
pub(crate) struct WordMap<V>(Vec<(&'static str, V)>);

impl<V: Copy> WordMap<V> {
    /// A map of the given pairs; where a word stands twice, the first counts.
    pub(crate) fn of(pairs: impl Iterator<Item = (&'static str, V)>) -> Self {
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_by_key(|p| p.0);
        pairs.dedup_by_key(|p| p.0);
        Self(pairs)
    }

    /// The value of `word`.
    pub(crate) fn get(&self, word: &str) -> Option<V> {
        self.0
            .binary_search_by_key(&word, |p| p.0)
            .ok()
            .map(|i| self.0[i].1)
    }
}

/// `word` in lower case with straight apostrophes, so that it can be looked up.
pub(crate) fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}
