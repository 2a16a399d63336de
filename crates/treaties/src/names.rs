//! The names of instruments, and those that begin at a place in a text.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use sourcelight_text::Span;

use crate::{
    instrument::{Instrument, Weak, decoys, instruments},
    words::{Word, norm, words},
};

/// What may follow a stem to name an instrument.
const NOUNS: [&str; 5] = ["treaty", "convention", "pact", "accord", "agreement"];

/// One name of one instrument.
#[derive(Debug)]
pub(crate) struct Name {
    /// The instrument's key; empty where the name means a treaty that is not in the register.
    pub(crate) id: &'static str,
    /// Its words, as they are compared.
    pub(crate) norms: Vec<String>,
    /// Which words must stand with the case they have here.
    exact: Vec<Option<&'static str>>,
    /// For an ambiguous name, its company.
    beside: Option<Company>,
    /// Whether it is an acronym.
    pub(crate) acronym: bool,
}

#[derive(Debug)]
struct Company {
    words: Vec<String>,
    reach: usize,
    unless: Vec<&'static str>,
}

/// All names, by their first word; the longest first.
static INDEX: LazyLock<BTreeMap<String, Vec<Name>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Name>> = BTreeMap::new();
    let all = instruments().iter().flat_map(names_of);
    for name in decoys().iter().map(|d| read("", d, None)).chain(all) {
        if let Some(first) = name.norms.first() {
            index.entry(first.clone()).or_default().push(name);
        }
    }
    for names in index.values_mut() {
        names.sort_by_key(|n| std::cmp::Reverse(n.norms.len()));
    }
    index
});

/// Every name of `instrument`, each once.
fn names_of(instrument: &'static Instrument) -> Vec<Name> {
    let plain = instrument.aliases.iter().chain([&instrument.name]);
    let mut names: Vec<Name> = plain.map(|a| read(instrument.id, a, None)).collect();
    for (stem, nouns) in &instrument.stems {
        let stem = read(instrument.id, stem, None);
        let fits = |noun: &&str| nouns.is_empty() || nouns.contains(noun);
        for noun in NOUNS.into_iter().filter(fits) {
            let mut norms = stem.norms.clone();
            norms.push(noun.to_owned());
            let mut exact = stem.exact.clone();
            exact.push(None);
            names.push(Name {
                id: stem.id,
                norms,
                exact,
                beside: None,
                acronym: false,
            });
        }
    }
    let mut seen = BTreeSet::new();
    names.retain(|n| seen.insert(n.norms.clone()));
    let weak = instrument.weak.iter();
    names.extend(weak.map(|w| read(instrument.id, w.name, Some(w))));
    names
}

fn read(id: &'static str, alias: &'static str, weak: Option<&Weak>) -> Name {
    let words = words(alias, Span::new(0, alias.len()));
    let exact = |raw: &'static str| (weak.is_some() || is_acronym(raw)).then_some(raw);
    Name {
        id,
        exact: words.iter().map(|w| exact(w.span.of(alias))).collect(),
        norms: words.into_iter().map(|w| w.norm).collect(),
        acronym: is_acronym(alias),
        beside: weak.map(|w| Company {
            words: w.beside.iter().map(|w| norm(w)).collect(),
            reach: w.reach,
            unless: w.unless.clone(),
        }),
    }
}

/// Whether `word` is a run of capitals, for which case tells it from an everyday word.
fn is_acronym(word: &str) -> bool {
    word.len() > 1
        && word
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

/// The longest name that begins at `words[at]`, and how many words it takes. Where two instruments
/// share it ("Protocol III"), the one whose companions stand in the sentence.
pub(crate) fn name_at(words: &[Word], at: usize) -> Option<(&'static Name, usize)> {
    let names = INDEX.get(&words.get(at)?.norm)?;
    let mut best: Option<(&Name, usize)> = None;
    for name in names.iter().filter(|n| n.matches(&words[at..])) {
        let len = name.norms.len();
        if best.is_some_and(|(_, longest)| len < longest) {
            break;
        }
        // An ambiguous name in its company says more than a plain one.
        if best.is_none() || (name.beside.is_some() && name.has_company(words, at..at + len)) {
            best = Some((name, len));
        }
    }
    best
}

impl Name {
    fn matches(&self, words: &[Word]) -> bool {
        let one_sentence = |last: &Word| last.sentence == words[0].sentence;
        words.get(self.norms.len() - 1).is_some_and(one_sentence)
            && self
                .norms
                .iter()
                .zip(&self.exact)
                .zip(words)
                .all(|((norm, exact), word)| {
                    *norm == word.norm && exact.is_none_or(|raw| raw == word.raw)
                })
    }

    /// The words of which none may stand anywhere in a text that means it.
    pub(crate) fn unless(&self) -> &[&'static str] {
        self.beside.as_ref().map_or(&[], |c| c.unless.as_slice())
    }

    /// Whether the name needs no company, or one of its companions stands near enough in the sentence
    /// of `words[at]`, outside `at` itself.
    pub(crate) fn has_company(&self, words: &[Word], at: std::ops::Range<usize>) -> bool {
        let Some(company) = &self.beside else {
            return true;
        };
        let sentence = words[at.start].sentence;
        let from = at.start.saturating_sub(company.reach);
        words[from..words.len().min(at.end + company.reach)]
            .iter()
            .enumerate()
            .filter(|(i, w)| w.sentence == sentence && !at.contains(&(from + i)))
            .any(|(_, w)| company.words.contains(&w.norm))
    }
}

#[cfg(test)]
pub(crate) fn all_names() -> impl Iterator<Item = (&'static Name, bool)> {
    let all = INDEX.values().flatten();
    all.map(|name| (name, name.beside.is_some()))
}
