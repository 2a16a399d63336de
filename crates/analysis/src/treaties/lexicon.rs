//! The words of `data/treaty_words.txt`.

use std::{collections::BTreeMap, sync::LazyLock};

const WORDS: &str = include_str!("../../data/treaty_words.txt");

/// What a story says that a state did, or is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Said {
    /// Signed, or is a signatory.
    Signed,
    /// Ratified.
    Ratified,
    /// Joined, acceded.
    Joined,
    /// Is a party or a member.
    Party,
    /// Is outside.
    Outside,
    /// Left, withdrew.
    Left,
    /// Took its ratification back.
    Revoked,
    /// Suspended it.
    Suspended,
    /// Took its signature back.
    Unsigned,
}

/// The grammar of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// "signed": a past tense or a participle.
    Past,
    /// "signs", as headlines have it.
    Present,
    /// "sign", behind "did not" or "refused to".
    Base,
    /// "signatory of".
    Noun,
    /// "signatory" behind the treaty's name.
    After,
    /// "signatories" behind "the treaty has 164".
    Counted,
}

/// One entry: its words, which end directly before the treaty's article (or begin behind its name).
#[derive(Debug)]
pub(crate) struct Phrase {
    pub(crate) said: Said,
    pub(crate) form: Form,
    pub(crate) words: Vec<&'static str>,
}

/// A list of words, by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// "points".
    Points,
    /// "points court".
    PointsCourt,
    /// "linkers".
    Linkers,
    /// "offices".
    Offices,
    /// "away".
    Away,
    /// "includes".
    Includes,
    /// "excludes".
    Excludes,
    /// "nouns of states".
    NounsOfStates,
    /// "negations".
    Negations,
    /// "modals".
    Modals,
    /// "refusals".
    Refusals,
    /// "auxiliaries".
    Auxiliaries,
    /// "adverbs".
    Adverbs,
    /// "noun leaders".
    NounLeaders,
    /// "borders".
    Borders,
    /// "conditions".
    Conditions,
}

/// The keys of the lists, in the order of [`List`].
const LISTS: [&str; 16] = [
    "points",
    "points court",
    "linkers",
    "offices",
    "away",
    "includes",
    "excludes",
    "nouns of states",
    "negations",
    "modals",
    "refusals",
    "auxiliaries",
    "adverbs",
    "noun leaders",
    "borders",
    "conditions",
];

struct Lexicon {
    lists: Vec<Vec<&'static str>>,
    /// Phrases before a treaty's name, by their last word; the longest first.
    before: BTreeMap<&'static str, Vec<Phrase>>,
    /// Phrases behind it, by their first word; the longest first.
    after: BTreeMap<&'static str, Vec<Phrase>>,
    /// Hedges of figures: their words from the last to the first.
    hedges: Vec<(&'static str, Vec<&'static str>)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(read);

/// The keys of the hedges.
const HEDGES: [&str; 6] = ["more", "least", "less", "nearly", "about", "up to"];

/// Whether `word` is in the list.
pub(crate) fn is(list: List, word: &str) -> bool {
    LEXICON
        .lists
        .get(list as usize)
        .is_some_and(|l| l.binary_search(&word).is_ok())
}

/// The phrases whose last word is `word`.
pub(crate) fn before(word: &str) -> &'static [Phrase] {
    LEXICON.before.get(word).map_or(&[], Vec::as_slice)
}

/// The phrases whose first word is `word`.
pub(crate) fn after(word: &str) -> &'static [Phrase] {
    LEXICON.after.get(word).map_or(&[], Vec::as_slice)
}

/// The hedges, each with its words; the longest first.
pub(crate) fn hedges() -> &'static [(&'static str, Vec<&'static str>)] {
    &LEXICON.hedges
}

fn said(word: &str) -> Option<Said> {
    Some(match word {
        "signed" => Said::Signed,
        "ratified" => Said::Ratified,
        "joined" => Said::Joined,
        "party" => Said::Party,
        "outside" => Said::Outside,
        "left" => Said::Left,
        "revoked" => Said::Revoked,
        "suspended" => Said::Suspended,
        "unsigned" => Said::Unsigned,
        _ => return None,
    })
}

fn form(word: &str) -> Option<Form> {
    Some(match word {
        "past" => Form::Past,
        "present" => Form::Present,
        "base" => Form::Base,
        "noun" => Form::Noun,
        "after" => Form::After,
        "counted" => Form::Counted,
        _ => return None,
    })
}

fn read() -> Lexicon {
    let mut lexicon = Lexicon {
        lists: vec![Vec::new(); LISTS.len()],
        before: BTreeMap::new(),
        after: BTreeMap::new(),
        hedges: Vec::new(),
    };
    for line in WORDS.lines().filter(|l| !l.starts_with('#')) {
        let Some((key, entries)) = line.split_once(": ") else {
            continue;
        };
        let entries = entries.split(',').map(str::trim).filter(|e| !e.is_empty());
        let act = key
            .split_once(' ')
            .and_then(|(a, f)| Some((said(a)?, form(f)?)));
        if let Some((said, form)) = act {
            for entry in entries {
                let words: Vec<&str> = entry.split(' ').collect();
                let behind = matches!(form, Form::After | Form::Counted);
                let (index, word) = if behind {
                    (&mut lexicon.after, words.first())
                } else {
                    (&mut lexicon.before, words.last())
                };
                if let Some(word) = word.copied() {
                    index
                        .entry(word)
                        .or_default()
                        .push(Phrase { said, form, words });
                }
            }
        } else if HEDGES.contains(&key) {
            let split = entries.map(|e| (key, e.split(' ').collect()));
            lexicon.hedges.extend(split);
        } else {
            let place = LISTS.iter().position(|k| *k == key);
            if let Some(list) = place.and_then(|p| lexicon.lists.get_mut(p)) {
                list.extend(entries);
                list.sort_unstable();
            }
        }
    }
    let indices = [&mut lexicon.before, &mut lexicon.after];
    for phrases in indices.into_iter().flat_map(BTreeMap::values_mut) {
        phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    }
    lexicon
        .hedges
        .sort_by_key(|(_, w)| std::cmp::Reverse(w.len()));
    lexicon
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_understood() {
        let keys: Vec<&str> = WORDS
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
            .map(|l| l.split_once(": ").expect(l).0)
            .collect();
        assert!(keys.len() > 30);
        for (key, list) in LISTS.iter().zip(&LEXICON.lists) {
            assert!(!list.is_empty(), "{key}");
        }
        let others = keys
            .iter()
            .filter(|k| !LISTS.contains(k) && !HEDGES.contains(k));
        for key in others {
            let act = key.split_once(' ');
            assert!(
                act.is_some_and(|(a, f)| said(a).is_some() && form(f).is_some()),
                "{key}"
            );
        }
        assert_eq!(LISTS[List::Conditions as usize], "conditions");
        assert!(before("from").iter().any(|p| p.said == Said::Left));
        assert!(is(List::Linkers, "landmark") && is(List::Modals, "would"));
        assert!(hedges().len() > 15);
    }
}
