//! The word lists of `data/lists.txt`.

use std::{collections::BTreeMap, sync::LazyLock};

const LISTS: &str = include_str!("../../data/lists.txt");

/// A list: its one-word entries, and those of several words.
#[derive(Debug, Default)]
pub(crate) struct List {
    /// Entries of one word.
    pub(crate) words: Vec<&'static str>,
    /// Entries that a word may begin with.
    pub(crate) stems: Vec<&'static str>,
    /// Entries of several words.
    pub(crate) phrases: Vec<Vec<&'static str>>,
}

static ALL: LazyLock<BTreeMap<&'static str, List>> = LazyLock::new(|| {
    let mut all: BTreeMap<&str, List> = BTreeMap::new();
    for line in LISTS
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let Some((name, entries)) = line.split_once(": ") else {
            continue;
        };
        let list = all.entry(name).or_default();
        for entry in entries.split(',').map(str::trim).filter(|e| !e.is_empty()) {
            let words: Vec<&str> = entry.split(' ').collect();
            match words[..] {
                [word] => match word.strip_suffix('*') {
                    Some(stem) => list.stems.push(stem),
                    None => list.words.push(word),
                },
                _ => list.phrases.push(words),
            }
        }
    }
    for list in all.values_mut() {
        list.words.sort_unstable();
    }
    all
});

/// The list `name`, if there is one.
pub(crate) fn list(name: &str) -> Option<&'static List> {
    ALL.get(name)
}

/// Whether the one word `word` (lower case) is in the list `name`.
pub(crate) fn list_has(name: &str, word: &str) -> bool {
    list(name).is_some_and(|l| l.has(word))
}

impl List {
    /// Whether the one word `word` (lower case) is an entry.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.binary_search(&word).is_ok()
            || self.stems.iter().any(|stem| word.starts_with(stem))
    }
}
