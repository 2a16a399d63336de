//! The word lists of `data/lists.txt` and `data/controversy/lists.txt`.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{Words, forms::forms, table::Table};

const FILES: &[&str] = &[
    include_str!("../../data/lists.txt"),
    include_str!("../../data/controversy/lists.txt"),
];

/// Which lists a word is in, or begins a phrase of: one bit a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists([u128; 2]);

impl Lists {
    fn add(&mut self, list: usize) {
        if let Some(part) = self.0.get_mut(list / 128) {
            *part |= 1 << (list % 128);
        }
    }

    /// The places of the lists, ascending.
    fn places(self) -> impl Iterator<Item = usize> {
        (0..)
            .zip(self.0)
            .flat_map(|(part, mut bits): (usize, u128)| {
                std::iter::from_fn(move || {
                    let lowest = (bits != 0).then_some(bits.trailing_zeros() as usize)?;
                    bits &= bits - 1;
                    Some(part * 128 + lowest)
                })
            })
    }

    fn has(self, list: usize) -> bool {
        self.0
            .get(list / 128)
            .is_some_and(|part| part & (1 << (list % 128)) != 0)
    }
}

/// What the lists say of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Membership {
    /// The lists it is an entry of.
    pub(crate) words: Lists,
    /// The lists with an entry of several words that begins with it.
    pub(crate) phrases: Lists,
}

/// A list: its one-word entries, and those of several words.
#[derive(Debug, Default)]
pub(crate) struct List {
    /// Its place among the lists.
    index: usize,
    /// Entries of one word.
    pub(crate) words: Vec<String>,
    /// Entries that a word may begin with.
    pub(crate) stems: Vec<&'static str>,
    /// Entries of several words.
    pub(crate) phrases: Vec<Vec<&'static str>>,
}

struct All {
    lists: Table<List>,
    /// The name of each, by its place.
    names: Vec<&'static str>,
    /// What is said of each word and each first word of a phrase.
    members: Table<Membership>,
    /// Stems, by their first letters, each with its list.
    stems: BTreeMap<&'static str, Vec<(&'static str, usize)>>,
}

/// Stems are looked up by so many of their first bytes; no stem is shorter.
const KEY: usize = 3;

static ALL: LazyLock<All> = LazyLock::new(|| {
    let mut lists: BTreeMap<&str, List> = BTreeMap::new();
    for line in FILES
        .iter()
        .flat_map(|f| f.lines())
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let Some((name, entries)) = line.split_once(": ") else {
            continue;
        };
        let next = lists.len();
        let list = lists.entry(name).or_insert_with(|| List {
            index: next,
            ..List::default()
        });
        for entry in entries.split(',').map(str::trim).filter(|e| !e.is_empty()) {
            if let Some(verb) = entry.strip_prefix('~') {
                list.words.extend(forms(verb));
                continue;
            }
            let words: Vec<&str> = entry.split(' ').collect();
            match words[..] {
                [word] => match word.strip_suffix('*') {
                    Some(stem) => list.stems.push(stem),
                    None => list.words.push(word.to_owned()),
                },
                _ => list.phrases.push(words),
            }
        }
    }
    let mut names = vec![""; lists.len()];
    for (name, list) in &lists {
        names[list.index] = name;
    }
    let mut members: BTreeMap<String, Membership> = BTreeMap::new();
    let mut stems: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    for list in lists.values_mut() {
        list.words.sort_unstable();
        list.words.dedup();
        for word in &list.words {
            members
                .entry(word.clone())
                .or_default()
                .words
                .add(list.index);
        }
        for first in list.phrases.iter().filter_map(|p| p.first()) {
            let member = members.entry((*first).to_owned()).or_default();
            member.phrases.add(list.index);
        }
        for stem in &list.stems {
            let key = stem.get(..KEY).unwrap_or(stem);
            stems.entry(key).or_default().push((stem, list.index));
        }
    }
    All {
        lists: Table::new(lists),
        names,
        members: Table::new(members),
        stems,
    }
});

/// The list `name`, if there is one.
pub(crate) fn list(name: &str) -> Option<&'static List> {
    ALL.lists.get(name)
}

/// Whether the one word `word` (lower case) is in the list `name`.
pub(crate) fn list_has(name: &str, word: &str) -> bool {
    list(name).is_some_and(|l| l.has(word))
}

/// The names of the lists that have the word at `at`, or an entry of several words that begins there.
pub(crate) fn lists_at(words: &Words, at: usize) -> impl Iterator<Item = &'static str> {
    let member = words.members.get(at).copied().unwrap_or_default();
    let begins = move |name: &&str| {
        let entries = list(name).into_iter().flat_map(|l| &l.phrases);
        entries
            .filter(|phrase| words.norms[at..].len() >= phrase.len())
            .any(|phrase| phrase.iter().zip(&words.norms[at..]).all(|(p, w)| p == w))
    };
    let named = |list: usize| ALL.names.get(list).copied();
    let single = member.words.places().filter_map(named);
    single.chain(member.phrases.places().filter_map(named).filter(begins))
}

/// What all lists say of `word` (lower case).
pub(crate) fn membership(word: &str) -> Membership {
    let mut found = ALL.members.get(word).copied().unwrap_or_default();
    let stems = word.get(..KEY).and_then(|key| ALL.stems.get(key));
    for (stem, list) in stems.into_iter().flatten() {
        if word.starts_with(stem) {
            found.words.add(*list);
        }
    }
    found
}

impl List {
    /// Whether the one word `word` (lower case) is an entry.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words
            .binary_search_by(|w| w.as_str().cmp(word))
            .is_ok()
            || self.stems.iter().any(|stem| word.starts_with(stem))
    }

    /// The same of a word that was looked up.
    pub(crate) fn has_member(&self, member: &Membership) -> bool {
        member.words.has(self.index)
    }

    /// Whether an entry of several words may begin with a word that was looked up.
    pub(crate) fn begins_phrase(&self, member: &Membership) -> bool {
        member.phrases.has(self.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_fit_and_stems_are_long_enough() {
        assert!(ALL.names.len() <= 256, "{}", ALL.names.len());
        for name in &ALL.names {
            let list = list(name).expect(name);
            assert!(list.stems.iter().all(|s| s.len() >= KEY), "{name}");
        }
    }

    #[test]
    fn a_word_knows_its_lists() {
        let member = membership("treaty");
        assert!(list("pacts").is_some_and(|l| l.has_member(&member)));
        assert!(!list("numbers").is_some_and(|l| l.has_member(&member)));
    }
}
