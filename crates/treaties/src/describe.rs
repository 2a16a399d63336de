//! Instruments that are described and not named: "the treaty banning landmines", "an international
//! treaty prohibiting their use".

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use sourcelight_text::Span;

use crate::{
    instrument::instruments,
    words::{Word, words},
};

const NOUNS: &[&str] = &[
    "treaty",
    "convention",
    "pact",
    "accord",
    "protocol",
    "agreement",
];
const BANS: &[&str] = &[
    "banning",
    "prohibiting",
    "outlawing",
    "forbidding",
    "barring",
    "against",
    "on",
];
/// These ban only behind "that" or "which": "the treaty bans …" is a statement and no description.
const RELATIVE_BANS: &[&str] = &[
    "bans",
    "prohibits",
    "outlaws",
    "forbids",
    "bars",
    "banned",
    "prohibited",
    "outlawed",
];
const LEADING: &[&str] = &[
    "international",
    "global",
    "worldwide",
    "multilateral",
    "united",
    "nations",
    "un",
    "u.n.",
    "landmark",
    "disarmament",
];
/// What points back to a weapon that the text has just named.
const POINTING: &[&str] = &[
    "their", "its", "them", "it", "such", "these", "those", "the", "this",
];
const WEAPON_NOUNS: &[&str] = &[
    "use",
    "weapon",
    "weapons",
    "munition",
    "munitions",
    "device",
    "devices",
    "mines",
    "bombs",
    "arms",
    "explosives",
    "shells",
];

struct Object {
    id: &'static str,
    norms: Vec<String>,
    /// Counts only beside the word "treaty" itself.
    named_only: bool,
}

static OBJECTS: LazyLock<BTreeMap<String, Vec<Object>>> = LazyLock::new(|| {
    let mut index: BTreeMap<String, Vec<Object>> = BTreeMap::new();
    for i in instruments() {
        for &(object, named_only) in &i.objects {
            let norms: Vec<String> = words(object, Span::new(0, object.len()))
                .into_iter()
                .map(|w| w.norm)
                .collect();
            if let Some(first) = norms.first().cloned() {
                index.entry(first).or_default().push(Object {
                    id: i.id,
                    norms,
                    named_only,
                });
            }
        }
    }
    for objects in index.values_mut() {
        objects.sort_by_key(|o| std::cmp::Reverse(o.norms.len()));
    }
    index
});

/// The thing an instrument bans that begins at `words[at]`, and how many words it takes.
fn object_at(words: &[Word], at: usize) -> Option<(&'static Object, usize)> {
    let objects = OBJECTS.get(&words.get(at)?.norm)?;
    objects.iter().find_map(|o| {
        let here = words.get(at..at + o.norms.len())?;
        here.iter()
            .map(|w| &w.norm)
            .eq(&o.norms)
            .then_some((o, o.norms.len()))
    })
}

/// What the text has spoken of last, kept while it is read.
#[derive(Default)]
pub(crate) struct Spoken {
    last: Option<&'static str>,
}

impl Spoken {
    /// Takes note of `words[at]`.
    pub(crate) fn hear(&mut self, words: &[Word], at: usize) {
        if let Some((object, _)) = object_at(words, at).filter(|(o, _)| !o.named_only) {
            self.last = Some(object.id);
        }
    }

    /// The instrument described around the noun `words[at]` ("treaty"), and which words describe it.
    pub(crate) fn description(
        &self,
        words: &[Word],
        at: usize,
    ) -> Option<(&'static str, Range<usize>)> {
        let noun = words.get(at)?;
        let international_ban = noun.norm == "ban" && led(words, at) < at;
        if !NOUNS.contains(&noun.norm.as_str()) && !international_ban {
            return None;
        }
        let sentence = |i: usize| words.get(i).filter(|w| w.sentence == noun.sentence);
        let mut next = at + 1;
        while sentence(next).is_some_and(|w| matches!(w.norm.as_str(), "that" | "which" | ",")) {
            next += 1;
        }
        let verb = sentence(next)?.norm.as_str();
        let relative = next > at + 1 && RELATIVE_BANS.contains(&verb);
        if !BANS.contains(&verb) && !relative {
            return None;
        }
        let from = led(words, at);
        let loose = words[next].norm == "on";
        // "… the use, production and transfer of" may stand before the object.
        let reach = if loose { 1 } else { 9 };
        for i in next + 1..=next + reach {
            let word = sentence(i)?;
            if let Some((object, len)) = object_at(words, i) {
                return Some((object.id, from..i + len));
            }
            if matches!(word.norm.as_str(), "." | ";" | ":" | "(" | "—") {
                return None;
            }
            let points = POINTING.contains(&word.norm.as_str()) && !loose;
            if let Some(len) = points.then(|| pointing_len(words, i)).flatten() {
                return self.last.map(|id| (id, from..i + len));
            }
        }
        None
    }
}

/// How many words the phrase that points back to a weapon takes ("their use", "them").
fn pointing_len(words: &[Word], at: usize) -> Option<usize> {
    if matches!(words[at].norm.as_str(), "them" | "it") {
        return Some(1);
    }
    let noun = words.get(at + 1)?;
    let article = words[at].norm == "the";
    // "the use" goes on with "of …"; only a weapon noun closes it.
    (WEAPON_NOUNS.contains(&noun.norm.as_str()) && !(article && noun.norm == "use")).then_some(2)
}

/// Where the adjectives before the noun `words[at]` begin ("an *international* treaty").
fn led(words: &[Word], at: usize) -> usize {
    let mut from = at;
    while from > 0
        && words[from - 1].sentence == words[at].sentence
        && (LEADING.contains(&words[from - 1].norm.as_str()) || is_year(&words[from - 1].norm))
    {
        from -= 1;
    }
    from
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}
