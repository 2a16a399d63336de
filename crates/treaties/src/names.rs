//! The names of instruments, and those that begin at a place in a text.

use std::{collections::BTreeMap, sync::LazyLock};

use sourcelight_text::Span;

use crate::{
    instrument::instruments,
    words::{Word, norm, words},
};

/// One name of one instrument.
#[derive(Debug)]
pub(crate) struct Name {
    /// The instrument's key.
    pub(crate) id: &'static str,
    /// Its words, as they are compared.
    norms: Vec<String>,
    /// Which words must stand with the case they have here.
    exact: Vec<Option<&'static str>>,
    /// For an ambiguous name, the words of which one must stand in the same sentence.
    pub(crate) beside: Option<Vec<String>>,
    /// Whether it is an acronym.
    pub(crate) acronym: bool,
}

/// All names, by their first word; the longest first.
static INDEX: LazyLock<BTreeMap<String, Vec<Name>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Name>> = BTreeMap::new();
    let mut add = |name: Name| {
        if let Some(first) = name.norms.first() {
            index.entry(first.clone()).or_default().push(name);
        }
    };
    for i in instruments() {
        for alias in i.aliases.iter().chain([&i.name]) {
            add(read(i.id, alias, None));
        }
        for (alias, beside) in &i.weak {
            add(read(
                i.id,
                alias,
                Some(beside.iter().map(|w| norm(w)).collect()),
            ));
        }
    }
    for names in index.values_mut() {
        names.sort_by_key(|n| std::cmp::Reverse(n.norms.len()));
    }
    index
});

fn read(id: &'static str, alias: &'static str, beside: Option<Vec<String>>) -> Name {
    let words = words(alias, Span::new(0, alias.len()));
    let exact = |raw: &'static str| (beside.is_some() || is_acronym(raw)).then_some(raw);
    Name {
        id,
        exact: words.iter().map(|w| exact(w.span.of(alias))).collect(),
        norms: words.into_iter().map(|w| w.norm).collect(),
        acronym: is_acronym(alias),
        beside,
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
        if best.is_none() || name.has_company(words, at..at + len) {
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

    /// Whether the name needs no company, or one of its companions stands in the sentence of
    /// `words[at]`, outside `at` itself.
    pub(crate) fn has_company(&self, words: &[Word], at: std::ops::Range<usize>) -> bool {
        /// Company is looked for this many words to either side.
        const REACH: usize = 40;
        let Some(beside) = &self.beside else {
            return true;
        };
        let sentence = words[at.start].sentence;
        let from = at.start.saturating_sub(REACH);
        words[from..words.len().min(at.end + REACH)]
            .iter()
            .enumerate()
            .filter(|(i, w)| w.sentence == sentence && !at.contains(&(from + i)))
            .any(|(_, w)| beside.contains(&w.norm))
    }
}
