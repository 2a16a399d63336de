//! Patterns and where they match.

use std::{cell::Cell, ops::Range};

use super::{Words, lists::List, sentence::Instrument};

/// A row of items, and what else has to be near it; see the module's table for how it is written.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// What is marked.
    items: Vec<Item>,
    /// Rows that must stand in the same sentence, or, where `true`, in the same clause.
    beside: Vec<(Vec<Item>, bool)>,
}

#[derive(Debug)]
pub(super) enum Item {
    Word(String),
    Stem(String),
    List(&'static List),
    Any(Vec<Item>),
    Optional(Box<Item>),
    Gap(usize),
    Number,
    Name,
    Opening,
    Treaty { pointed: bool },
}

/// The most steps of one try to match: gaps inside gaps would otherwise multiply.
const STEPS: u32 = 4096;

/// How a match can begin.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Start {
    /// With this word.
    Word(String),
    /// With a word that begins so.
    Stem(String),
    /// With a number, a name or a treaty.
    Special,
}

impl Pattern {
    pub(super) fn of(items: Vec<Item>, beside: Vec<(Vec<Item>, bool)>) -> Self {
        Self { items, beside }
    }

    /// The match that begins at the word `at`, if there is one.
    pub(crate) fn match_at(&self, words: &Words, at: usize) -> Option<Range<usize>> {
        let end = matched(&self.items, words, at).filter(|&end| end > at)?;
        let mut hit = at..end;
        for (row, near) in &self.beside {
            let clause = words.segment(at);
            let range = if *near { clause } else { 0..words.len() };
            let found = range
                .clone()
                .filter(|i| !(at..end).contains(i))
                .find_map(|i| matched(row, words, i).filter(|&e| e > i).map(|e| i..e))?;
            if *near {
                hit = hit.start.min(found.start)..hit.end.max(found.end);
            }
        }
        Some(hit)
    }

    /// Whether it matches anywhere in `words`.
    pub(crate) fn is_in(&self, words: &Words) -> bool {
        (0..words.len()).any(|at| self.match_at(words, at).is_some())
    }

    /// Every way in which a match can begin.
    pub(crate) fn starts(&self) -> Vec<Start> {
        let mut found = Vec::new();
        for item in &self.items {
            item.add_starts(&mut found);
            if !matches!(item, Item::Optional(_) | Item::Opening) {
                break;
            }
        }
        found
    }
}

impl Item {
    fn add_starts(&self, found: &mut Vec<Start>) {
        match self {
            Item::Word(word) => found.push(Start::Word(word.clone())),
            Item::Stem(stem) => found.push(Start::Stem(stem.clone())),
            Item::List(list) => {
                let firsts = list.phrases.iter().filter_map(|p| p.first());
                found.extend(list.words.iter().map(|w| Start::Word(w.clone())));
                found.extend(firsts.map(|w| Start::Word((*w).to_owned())));
                found.extend(list.stems.iter().map(|s| Start::Stem((*s).to_owned())));
            }
            Item::Any(items) => items.iter().for_each(|i| i.add_starts(found)),
            Item::Optional(item) => item.add_starts(found),
            Item::Opening => {}
            Item::Number | Item::Name | Item::Treaty { .. } | Item::Gap(_) => {
                found.push(Start::Special);
            }
        }
    }
}

/// Where `items` end if they match from `at` on. Gaps are bounded and short, so the cost is, too.
fn matched(items: &[Item], words: &Words, at: usize) -> Option<usize> {
    follow(items, words, at, &Cell::new(STEPS))
}

fn follow(items: &[Item], words: &Words, at: usize, left: &Cell<u32>) -> Option<usize> {
    left.set(left.get().checked_sub(1)?);
    let Some((item, rest)) = items.split_first() else {
        return Some(at);
    };
    match item {
        Item::Optional(inner) => ends(inner, words, at)
            .find_map(|end| follow(rest, words, end, left))
            .or_else(|| follow(rest, words, at, left)),
        Item::Gap(most) => {
            for skip in 0..=*most {
                if let Some(end) = follow(rest, words, at + skip, left) {
                    return Some(end);
                }
                let blocked = |w: &String| matches!(w.as_str(), ";" | ":" | "—" | "–" | "(" | ")");
                if words.norms.get(at + skip).is_none_or(blocked) {
                    return None;
                }
            }
            None
        }
        Item::Opening => (at == words.first)
            .then(|| follow(rest, words, at, left))
            .flatten(),
        _ => match single(item, words, at) {
            Single::Yes => follow(rest, words, at + 1, left),
            Single::No => None,
            Single::Several => ends(item, words, at).find_map(|end| follow(rest, words, end, left)),
        },
    }
}

/// What an item of at most one word says of the word at `at`.
enum Single {
    Yes,
    No,
    /// It may be several words.
    Several,
}

fn single(item: &Item, words: &Words, at: usize) -> Single {
    let Some(word) = words.norms.get(at) else {
        return Single::No;
    };
    let holds = match item {
        Item::Word(wanted) => wanted == word,
        Item::Stem(stem) => word.starts_with(stem.as_str()),
        Item::Number => words.numbers[at],
        Item::Name => words.names[at],
        Item::List(list) => {
            let member = &words.members[at];
            if list.begins_phrase(member) {
                return Single::Several;
            }
            list.has_member(member)
        }
        Item::Any(any) => {
            let mut found = Single::No;
            for item in any {
                match single(item, words, at) {
                    Single::No => {}
                    Single::Yes => found = Single::Yes,
                    Single::Several => return Single::Several,
                }
            }
            return found;
        }
        _ => return Single::Several,
    };
    if holds { Single::Yes } else { Single::No }
}

/// Where one item can end that begins at `at`; the longest first.
fn ends<'a>(item: &'a Item, words: &'a Words, at: usize) -> Box<dyn Iterator<Item = usize> + 'a> {
    if words.norms.get(at).is_none() {
        return Box::new(std::iter::empty());
    }
    match item {
        Item::Any(any) => Box::new(any.iter().flat_map(move |i| ends(i, words, at))),
        Item::List(list) => {
            let phrases = list.phrases.iter().filter_map(move |p| {
                let here = words.norms.get(at..at + p.len())?;
                here.iter()
                    .zip(p)
                    .all(|(a, b)| a == b)
                    .then_some(at + p.len())
            });
            let one = list.has_member(&words.members[at]).then_some(at + 1);
            Box::new(phrases.chain(one))
        }
        Item::Treaty { pointed } => {
            let known = words.instruments[at..]
                .iter()
                .take_while(|i| **i == Instrument::Known)
                .count();
            let here = match known {
                0 if *pointed && words.instruments[at] == Instrument::Pointed => Some(at + 1),
                0 => None,
                _ => Some(at + known),
            };
            Box::new(here.into_iter())
        }
        _ => {
            let holds = matches!(single(item, words, at), Single::Yes);
            Box::new(holds.then_some(at + 1).into_iter())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::lists::membership;

    fn words(text: &str) -> Words {
        let norms: Vec<String> = text.split(' ').map(str::to_owned).collect();
        let count = norms.len();
        Words {
            spans: vec![sourcelight_text::Span::new(0, 0); count],
            numbers: norms
                .iter()
                .map(|w| w.starts_with(|c: char| c.is_ascii_digit()))
                .collect(),
            finite: vec![false; count],
            openers: vec![false; count],
            instruments: vec![Instrument::None; count],
            members: norms.iter().map(|w| membership(w)).collect(),
            names: vec![false; count],
            segments: vec![0; count],
            shouted: false,
            first: 0,
            norms,
        }
    }

    fn found(pattern: &'static str, text: &str) -> Vec<(usize, usize)> {
        let (pattern, words) = (Pattern::read(pattern).unwrap(), words(text));
        (0..words.len())
            .filter_map(|at| pattern.match_at(&words, at))
            .map(|range| (range.start, range.end))
            .collect()
    }

    #[test]
    fn words_gaps_optionals_and_numbers() {
        assert_eq!(found("risk|danger to", "the danger to all"), [(1, 3)]);
        assert_eq!(found("over # ?of states", "over 160 states"), [(0, 3)]);
        assert_eq!(
            found("escalat* ..2 war", "escalating the long war"),
            [(0, 4)]
        );
        assert_eq!(found("escalat* ..1 war", "escalating the long war"), []);
        assert_eq!(found("kill ..3 men", "kill ; men"), []);
    }

    #[test]
    fn what_stands_beside_may_stand_anywhere() {
        assert_eq!(
            found("~kill & school", "the school was hit killing two"),
            [(1, 5)]
        );
        assert_eq!(
            found("~kill && school", "the school was hit killing two"),
            [(4, 5)]
        );
        assert_eq!(found("~kill & school", "killing two"), []);
    }

    #[test]
    fn a_pattern_of_many_gaps_takes_bounded_time() {
        let pattern = Pattern::read(&format!("a {} z", "..15 a ".repeat(30).trim_end())).unwrap();
        let words = words(&"a ".repeat(400));
        assert!(!pattern.is_in(&words));
    }

    #[test]
    fn an_unknown_list_is_no_pattern() {
        assert!(Pattern::read("@no-such-list").is_none());
        assert!(Pattern::read("..x").is_none());
    }
}
