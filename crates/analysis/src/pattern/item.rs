//! Patterns and where they match.

use std::ops::Range;

use super::{
    Words,
    lists::{List, list},
    sentence::Instrument,
};

/// A row of items; see the module's table for how it is written.
#[derive(Debug)]
pub(crate) struct Pattern(Vec<Item>);

#[derive(Debug)]
enum Item {
    Word(&'static str),
    List(&'static List),
    Any(Vec<Item>),
    Optional(Box<Item>),
    Gap(usize),
    Number,
    Treaty { pointed: bool },
}

impl Pattern {
    /// Reads a pattern; none where an item cannot be read, which the data files' own tests show.
    pub(crate) fn read(line: &'static str) -> Option<Self> {
        let items: Option<Vec<Item>> = line.split_whitespace().map(Item::read).collect();
        items.filter(|i| !i.is_empty()).map(Self)
    }

    /// The match that begins at the word `at`, if there is one.
    pub(crate) fn match_at(&self, words: &Words, at: usize) -> Option<Range<usize>> {
        matched(&self.0, words, at)
            .filter(|&end| end > at)
            .map(|end| at..end)
    }

    /// Whether it matches anywhere in `words`.
    pub(crate) fn is_in(&self, words: &Words) -> bool {
        (0..words.len()).any(|at| matched(&self.0, words, at).is_some())
    }
}

/// How a match can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Start {
    /// With this word.
    Word(&'static str),
    /// With a word that begins so.
    Stem(&'static str),
    /// With a number or a treaty.
    Special,
}

impl Pattern {
    /// Every way in which a match can begin.
    pub(crate) fn starts(&self) -> Vec<Start> {
        let mut found = Vec::new();
        for item in &self.0 {
            item.add_starts(&mut found);
            if !matches!(item, Item::Optional(_)) {
                break;
            }
        }
        found
    }
}

impl Item {
    fn add_starts(&self, found: &mut Vec<Start>) {
        match self {
            Item::Word(word) => found.push(match word.strip_suffix('*') {
                Some(stem) => Start::Stem(stem),
                None => Start::Word(word),
            }),
            Item::List(list) => {
                found.extend(list.words.iter().map(|w| Start::Word(w)));
                found.extend(
                    list.phrases
                        .iter()
                        .filter_map(|p| p.first())
                        .map(|w| Start::Word(w)),
                );
                found.extend(list.stems.iter().map(|s| Start::Stem(s)));
            }
            Item::Any(items) => items.iter().for_each(|i| i.add_starts(found)),
            Item::Optional(item) => item.add_starts(found),
            Item::Number | Item::Treaty { .. } | Item::Gap(_) => found.push(Start::Special),
        }
    }

    fn read(item: &'static str) -> Option<Self> {
        if let Some(rest) = item.strip_prefix('?') {
            return Some(Item::Optional(Box::new(Item::read(rest)?)));
        }
        if let Some(most) = item.strip_prefix("..") {
            return Some(Item::Gap(most.parse().ok()?));
        }
        if item.contains('|') {
            return item
                .split('|')
                .map(Item::read)
                .collect::<Option<_>>()
                .map(Item::Any);
        }
        if let Some(name) = item.strip_prefix('@') {
            return Some(Item::List(list(name)?));
        }
        Some(match item {
            "#" => Item::Number,
            "%treaty" => Item::Treaty { pointed: false },
            "%pact" => Item::Treaty { pointed: true },
            _ => Item::Word(item),
        })
    }
}

/// Where `items` end if they match from `at` on. Gaps are bounded and short, so the cost is, too.
fn matched(items: &[Item], words: &Words, at: usize) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else {
        return Some(at);
    };
    match item {
        Item::Optional(inner) => ends(inner, words, at)
            .find_map(|end| matched(rest, words, end))
            .or_else(|| matched(rest, words, at)),
        Item::Gap(most) => {
            for skip in 0..=*most {
                if let Some(end) = matched(rest, words, at + skip) {
                    return Some(end);
                }
                let blocked = |w: &String| matches!(w.as_str(), ";" | ":" | "—" | "–" | "(" | ")");
                if words.norms.get(at + skip).is_none_or(blocked) {
                    return None;
                }
            }
            None
        }
        _ => ends(item, words, at).find_map(|end| matched(rest, words, end)),
    }
}

/// Where one item can end that begins at `at`; the longest first.
fn ends<'a>(item: &'a Item, words: &'a Words, at: usize) -> Box<dyn Iterator<Item = usize> + 'a> {
    let Some(word) = words.norms.get(at) else {
        return Box::new(std::iter::empty());
    };
    let one = |holds: bool| -> Box<dyn Iterator<Item = usize>> {
        Box::new(holds.then_some(at + 1).into_iter())
    };
    match item {
        Item::Word(wanted) => one(match wanted.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => wanted == word,
        }),
        Item::Any(any) => Box::new(any.iter().flat_map(move |i| ends(i, words, at))),
        Item::Number => one(words.numbers[at]),
        Item::List(list) => {
            let phrases = list.phrases.iter().filter_map(move |p| {
                let here = words.norms.get(at..at + p.len())?;
                here.iter()
                    .zip(p)
                    .all(|(a, b)| a == b)
                    .then_some(at + p.len())
            });
            Box::new(phrases.chain(list.has(word).then_some(at + 1)))
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
        Item::Optional(_) | Item::Gap(_) => one(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            shouted: false,
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
    fn an_unknown_list_is_no_pattern() {
        assert!(Pattern::read("@no-such-list").is_none());
        assert!(Pattern::read("..x").is_none());
    }
}
