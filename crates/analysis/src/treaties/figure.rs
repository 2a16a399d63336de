//! How many states a statement speaks of.

use std::ops::Range;

use sourcelight_text::Span;

use super::{
    lexicon::{List, hedges, is},
    line::Line,
};
use crate::number::spelled;

/// How a figure is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// "164".
    Exactly,
    /// "over 160".
    More,
    /// "at least 160".
    Least,
    /// "fewer than 170".
    Less,
    /// "nearly 170".
    Nearly,
    /// "about 160".
    About,
    /// "up to 170".
    UpTo,
}

/// A number of states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    /// How many.
    pub(crate) value: u16,
    /// How it is hedged.
    pub(crate) hedge: Hedge,
    /// Its words, hedge and noun included: UTF-8 bytes.
    pub(crate) span: Span,
}

impl Amount {
    /// Whether it is true of some number from `least` to `most`. A hedged figure that is far below what
    /// it hedges is no error, but only a near one agrees.
    pub(crate) fn fits(&self, least: u16, most: u16) -> bool {
        let value = u32::from(self.value);
        let (least, most) = (u32::from(least), u32::from(most));
        let percent = |of: u32, p: u32| of * p / 100;
        match self.hedge {
            Hedge::Exactly => (least..=most).contains(&value),
            Hedge::More => most > value && percent(most, 80) <= value,
            Hedge::Least => most >= value && percent(most, 80) <= value,
            Hedge::Less => least < value && percent(value, 80) <= least,
            Hedge::Nearly => least <= value && percent(value, 90) <= most,
            Hedge::About => percent(least, 94) <= value && value <= percent(most, 106) + 1,
            Hedge::UpTo => least <= value && percent(value, 80) <= most,
        }
    }

    /// Whether it is true, however far below: "over 100" of 164.
    pub(crate) fn holds(&self, most: u16) -> bool {
        matches!(self.hedge, Hedge::More | Hedge::Least) && most > self.value
    }
}

/// The number of states that `range` speaks of: a figure with a noun for states within three words.
pub(super) fn amount_in(line: &Line, range: Range<usize>) -> Option<Amount> {
    const REACH: usize = 4;
    let range = range.start..range.end.min(line.len());
    for at in range.clone() {
        let Some((value, end)) = number_at(line, at) else {
            continue;
        };
        let limit = line.len().min(end + REACH);
        let noun = (end..limit)
            .take_while(|&i| !matches!(line.word(i), "," | "." | "and" | "of" | "in" | "by" | "to"))
            .find(|&i| is(List::NounsOfStates, line.word(i)));
        let Some(noun) = noun else {
            continue;
        };
        let (hedge, start) = hedge_before(line, at);
        let span = line.words.span(&(start..noun + 1));
        return Some(Amount { value, hedge, span });
    }
    None
}

/// The number that begins at `at`, and where it ends: "164", "160-plus", "one hundred and sixty".
fn number_at(line: &Line, at: usize) -> Option<(u16, usize)> {
    let word = line.word(at);
    let digits = word.trim_end_matches("-plus").trim_end_matches('+');
    if let Ok(value) = digits.parse::<u16>() {
        return (2..=300).contains(&value).then_some((value, at + 1));
    }
    let article = matches!(word, "a") && line.word(at + 1) == "hundred";
    let mut total = 0u16;
    let mut end = at;
    let mut value = if article { Some(1) } else { spelled(word) };
    while let Some(number) = value {
        total = total.checked_add(number)?;
        end += 1;
        if line.word(end) == "hundred" && total < 10 {
            total *= 100;
            end += 1;
        }
        end += usize::from(line.word(end) == "and" && spelled(line.word(end + 1)).is_some());
        value = spelled(line.word(end));
    }
    let alone = total >= 2 && (end > at);
    alone.then_some((total, end))
}

fn hedge_before(line: &Line, at: usize) -> (Hedge, usize) {
    let plus = line.word(at).ends_with(['+']) || line.word(at).ends_with("-plus");
    if plus {
        return (Hedge::Least, at);
    }
    let behind = |words: &[&str]| {
        let start = at.checked_sub(words.len())?;
        words
            .iter()
            .enumerate()
            .all(|(i, w)| line.word(start + i) == *w)
            .then_some(start)
    };
    for (key, words) in hedges() {
        if let Some(start) = behind(words) {
            let hedge = match *key {
                "more" => Hedge::More,
                "least" => Hedge::Least,
                "less" => Hedge::Less,
                "nearly" => Hedge::Nearly,
                "about" => Hedge::About,
                _ => Hedge::UpTo,
            };
            return (hedge, start);
        }
    }
    (Hedge::Exactly, at)
}
