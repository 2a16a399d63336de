//! The states of the world, and the words that mean them: `data/states.txt`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Serialize;
use sourcelight_text::Span;

use crate::{
    table::cells,
    words::{Word, words},
};

pub(crate) const STATES: &str = include_str!("../data/states.txt");

/// A state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// Its ISO 3166 code.
    pub code: &'static str,
    /// Its usual name.
    pub name: &'static str,
}

/// How a text means a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By its name: "Russia".
    Name,
    /// By an adjective or its people: "Russian".
    People,
    /// By its capital or government: "the Kremlin".
    Seat,
    /// By a leader: "Putin".
    Leader,
}

/// A place where a text means a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateMention {
    /// The state's code.
    pub code: &'static str,
    /// How it is meant.
    pub by: By,
    /// The words: UTF-8 bytes of the text.
    pub span: Span,
}

struct Name {
    /// "" where the words mean something else.
    code: &'static str,
    by: By,
    /// Its words, with their case.
    raws: Vec<String>,
    /// Whether it is also a name of something else.
    shared: bool,
}

struct Register {
    states: Vec<State>,
    names: BTreeMap<String, Vec<Name>>,
}

static REGISTER: LazyLock<Register> = LazyLock::new(read);

/// The state with the code `code`.
pub fn state(code: &str) -> Option<&'static State> {
    REGISTER.states.iter().find(|s| s.code == code)
}

/// Every state of the register.
pub fn states() -> &'static [State] {
    &REGISTER.states
}

/// Whether the state is a member of the UN.
pub(crate) fn is_un_member(code: &str) -> bool {
    !matches!(code, "VA" | "PS" | "TW" | "XK") && state(code).is_some()
}

/// The places in `within` (UTF-8 bytes of `text`) that mean a state, in text order. Names count with
/// their case, so that "US" is a state and "us" is not. Linear.
pub fn states_in(text: &str, within: Span) -> Vec<StateMention> {
    let words = words(text, within);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(name) = name_at(&words, at) else {
            at += 1;
            continue;
        };
        let last = at + name.raws.len() - 1;
        let counts = !name.code.is_empty()
            && !(name.shared
                && (is_named_otherwise(&words, at, last) || is_in_a_place(&words, at)));
        if counts {
            found.push(StateMention {
                code: name.code,
                by: name.by,
                span: words[at].span.cover(words[last].span),
            });
        }
        at = last + 1;
    }
    found
}

fn name_at(words: &[Word], at: usize) -> Option<&'static Name> {
    if !words[at].has_capital() {
        return None;
    }
    let names = REGISTER.names.get(&words[at].norm)?;
    names.iter().find(|n| {
        n.raws.len() <= words.len() - at
            && n.raws
                .iter()
                .zip(&words[at..])
                .all(|(raw, word)| word.sentence == words[at].sentence && same(raw, word.raw))
    })
}

/// Whether the word is the name's, as it stands or, for a longer one, all in capitals.
fn same(name: &str, word: &str) -> bool {
    let straight = word.contains('’').then(|| word.replace('’', "'"));
    let word = straight.as_deref().unwrap_or(word);
    name == word
        || (name.len() > 3
            && word.chars().all(|c| !c.is_lowercase())
            && name.to_uppercase() == word)
}

/// Whether another name stands directly beside a shared one: "Michael Jordan", "Georgia Gov. Kemp".
fn is_named_otherwise(words: &[Word], first: usize, last: usize) -> bool {
    let sentence = words[first].sentence;
    let is_name = |w: &Word| w.has_capital() && w.raw.len() > 2 && w.sentence == sentence;
    let before = first
        .checked_sub(1)
        .map(|i| &words[i])
        .filter(|w| is_name(w));
    let opens = first < 2 || words[first - 2].sentence != sentence;
    // A sentence's first word has its capital for another reason.
    let before = before.is_some_and(|w| !opens || !OPENERS.contains(&w.norm.as_str()));
    let all_capitals = |w: &Word| w.raw.len() > 1 && !w.raw.contains(char::is_lowercase);
    if all_capitals(&words[first]) {
        return false;
    }
    before
        || words
            .get(last + 1)
            .is_some_and(|w| is_name(w) && !all_capitals(w))
}

/// What may stand before a shared name at the front of a sentence.
const OPENERS: &[&str] = &[
    "the", "and", "but", "for", "nor", "neither", "both", "either", "while", "when", "after",
    "before", "since", "from", "with", "like", "unlike", "only", "that", "although", "though",
    "because", "under", "unless", "even", "then",
];

/// Whether a shared name follows a town and a comma: "Atlanta, Georgia".
fn is_in_a_place(words: &[Word], at: usize) -> bool {
    let Some(town) = at.checked_sub(2).filter(|_| words[at - 1].norm == ",") else {
        return false;
    };
    words[town].has_capital() && name_at(words, town).is_none() && {
        // "the Cayman Islands, Georgia": the last word of a state's name.
        let wider = (town.saturating_sub(4)..town)
            .any(|i| name_at(words, i).is_some_and(|n| i + n.raws.len() > town));
        !wider
    }
}

fn read() -> Register {
    let mut register = Register {
        states: Vec::new(),
        names: BTreeMap::new(),
    };
    for line in STATES
        .lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with('#'))
    {
        if let Some(others) = line.strip_prefix("not:") {
            for name in others.split(';') {
                add(&mut register, name.trim(), "", By::Name);
            }
            continue;
        }
        let mut cells = cells(line);
        let (Some(code), Some(names)) = (cells.next(), cells.next()) else {
            continue;
        };
        let usual = names.split(';').next().unwrap_or_default();
        let name = usual.trim().trim_start_matches('~');
        register.states.push(State { code, name });
        let kinds = [By::People, By::Seat, By::Leader];
        let rest = kinds.into_iter().zip(cells);
        for (by, names) in std::iter::once((By::Name, names)).chain(rest) {
            for name in names.split(';').map(str::trim).filter(|n| !n.is_empty()) {
                add(&mut register, name, code, by);
            }
        }
    }
    for names in register.names.values_mut() {
        names.sort_by_key(|n| std::cmp::Reverse(n.raws.len()));
    }
    register
}

fn add(register: &mut Register, name: &'static str, code: &'static str, by: By) {
    let shared = name.starts_with('~');
    let name = name.trim_start_matches('~');
    let words = words(name, Span::new(0, name.len()));
    if let Some(first) = words.first() {
        let raws = words.iter().map(|w| w.raw.to_owned()).collect();
        let name = Name {
            code,
            by,
            raws,
            shared,
        };
        register
            .names
            .entry(first.norm.clone())
            .or_default()
            .push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let found = states_in(text, Span::new(0, text.len()));
        found.iter().map(|m| (m.code, m.span.of(text))).collect()
    }

    fn codes(text: &str) -> Vec<&'static str> {
        found(text).into_iter().map(|(code, _)| code).collect()
    }

    #[test]
    fn names_people_capitals_and_governments_mean_the_state() {
        assert_eq!(
            found("Neither Russia nor the U.S. joined; the Kremlin and Washington told us why."),
            [
                ("RU", "Russia"),
                ("US", "U.S."),
                ("RU", "Kremlin"),
                ("US", "Washington")
            ]
        );
        assert_eq!(
            codes("Kyiv, Tehran, British lawmakers, the White House and Pyongyang"),
            ["UA", "IR", "GB", "US", "KP"]
        );
        assert_eq!(
            codes("RUSSIA QUITS; South Sudan’s leaders stay"),
            ["RU", "SS"]
        );
        assert_eq!(
            codes("America, the US and the United States of America"),
            ["US", "US", "US"]
        );
    }

    #[test]
    fn longer_names_win() {
        assert_eq!(
            codes("South Korea, North Korea and Guinea-Bissau"),
            ["KR", "KP", "GW"]
        );
        assert_eq!(
            codes("the Democratic Republic of the Congo and Papua New Guinea"),
            ["CD", "PG"]
        );
    }

    #[test]
    fn people_places_and_papers_are_no_states() {
        for text in [
            "He told us to join.",
            "Michael Jordan signed it.",
            "Jordan Peterson spoke.",
            "Georgia Gov. Brian Kemp signed it.",
            "She lives in Atlanta, Georgia.",
            "The Washington Post reported it.",
            "Latin America and New Mexico",
            "The Paris Agreement and the Budapest Memorandum",
            "I read the Jerusalem Post in turkey sauce.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(
            codes("Armenia, Georgia and Jordan have joined."),
            ["AM", "GE", "JO"]
        );
    }

    #[test]
    fn all_the_members_of_the_un_are_known() {
        let members = states().iter().filter(|s| is_un_member(s.code)).count();
        assert_eq!(members, 193);
    }
}
