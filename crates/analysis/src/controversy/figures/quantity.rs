//! A number with what it counts.

use std::ops::Range;

use crate::{
    number::spelled,
    pattern::{Words, list_has},
};

/// A figure of the text: a range of values, what it counts, and what stands around it.
#[derive(Clone, Debug)]
pub(in crate::controversy) struct Figure {
    /// The least and the most it can mean.
    pub(in crate::controversy) low: f64,
    pub(in crate::controversy) high: f64,
    /// The number itself.
    pub(in crate::controversy) value: f64,
    /// What kind of thing is counted.
    pub(in crate::controversy) unit: Unit,
    /// Stems of the words it counts.
    pub(in crate::controversy) things: Vec<String>,
    /// Whether "the", "its" or "all" points back to what was counted before.
    pub(in crate::controversy) pointed: bool,
    /// Its words in the sentence, with what it counts.
    pub(in crate::controversy) range: Range<usize>,
}

/// What kind of thing a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::controversy) enum Unit {
    /// Parts of a hundred.
    Percent,
    /// Money, by the mark or word of its currency.
    Money(String),
    /// The dead.
    Dead,
    /// Anything else, by its words.
    Things,
}

/// Every figure of a sentence that can be compared with another, from left to right. Years, dates,
/// times, ages, parts of a whole and steps of a count that goes on are left out.
pub(in crate::controversy) fn figures(words: &Words) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = words.first;
    while at < words.len() {
        let Some((value, end)) = number(words, at) else {
            at += 1;
            continue;
        };
        if !is_aside(words, at, end, value) {
            found.extend(figure(words, at, end, value));
        }
        at = end;
    }
    found
}

fn figure(words: &Words, at: usize, end: usize, value: f64) -> Option<Figure> {
    let norm = |i: usize| words.norms.get(i).map_or("", String::as_str);
    let before = |back: usize| at.checked_sub(back).map_or("", norm);
    let sign = before(1);
    let currency = matches!(sign, "$" | "£" | "€").then_some(sign);
    let percent = matches!(norm(end), "%" | "percent")
        || (norm(end) == "per" && norm(end + 1) == "cent")
        || norm(at).ends_with('%');
    let mut things = Vec::new();
    let mut last = end;
    for i in end..words.len().min(end + 4) {
        let word = norm(i);
        if list_has("figure_stop", word) || !word.chars().any(char::is_alphabetic) {
            break;
        }
        if !matches!(word, "million" | "billion" | "percent" | "per" | "cent") {
            things.push(stem(word));
        }
        last = i + 1;
    }
    let coin = (end..last).find(|&i| list_has("currencies", norm(i)));
    let near = at.saturating_sub(4)..words.len().min(last + 3);
    let dead = near.clone().any(|i| list_has("figure_dead", norm(i)))
        && !near
            .clone()
            .any(|i| matches!(norm(i), "wounded" | "injured" | "hurt" | "bodies"));
    let unit = match () {
        () if percent => Unit::Percent,
        () if currency.is_some() => Unit::Money(sign.to_owned()),
        () if coin.is_some() => Unit::Money(coin.map(|i| stem(norm(i))).unwrap_or_default()),
        () if dead => Unit::Dead,
        () if things.is_empty() => return None,
        () => Unit::Things,
    };
    let (low, high) = bounds(words, at, value);
    let start = if currency.is_some() { at - 1 } else { at };
    let pointed = (1..=3).any(|back| {
        list_has("pointing", before(back))
            && (1..back).all(|b| !list_has("figure_breaks", before(b)))
    });
    Some(Figure {
        pointed,
        low,
        high,
        value,
        unit,
        things,
        range: start..last.max(end),
    })
}

/// The least and the most that a number means, by the words before it.
fn bounds(words: &Words, at: usize, value: f64) -> (f64, f64) {
    let norm = |back: usize| at.checked_sub(back).map_or("", |i| words.norms[i].as_str());
    let pair = (norm(2), norm(1));
    let most = f64::INFINITY;
    match pair {
        ("more" | "fewer" | "less" | "at" | "no" | "as" | "up", _) => {}
        (_, w) if list_has("bound_over", w) => return (value, most),
        (_, "nearly" | "almost" | "under" | "below" | "barely") => return (value * 0.85, value),
        (_, w) if list_has("about", w) => return (value * 0.88, value * 1.12),
        _ => {}
    }
    match pair {
        ("more", "than") | ("at", "least") => (value, most),
        ("fewer" | "less", "than") | ("at", "most") | ("up", "to") => (0.0, value),
        ("as", "many" | "much") => (0.0, value),
        ("many" | "much", "as") => (0.0, value),
        (_, w) if list_has("about", w) => (value * 0.88, value * 1.12),
        _ => (value, value),
    }
}

/// Whether a number is a year, date, time, age, part of a whole, or one step of a count that goes on.
fn is_aside(words: &Words, at: usize, end: usize, value: f64) -> bool {
    let norm = |i: usize| words.norms.get(i).map_or("", String::as_str);
    let near = at.saturating_sub(3)..words.len().min(end + 4);
    let year =
        (1800.0..=2100.0).contains(&value) && value.fract() == 0.0 && !norm(at).contains(',');
    let next = norm(end);
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .any(|e| norm(at).ends_with(e));
    let month = |w: &str| list_has("months", w);
    let dated = month(next) || at.checked_sub(1).is_some_and(|i| month(norm(i)));
    let aged = next.contains("year") || next.contains("-old") || norm(at).contains("year");
    let time = norm(at).contains(':')
        || matches!(
            next,
            "am" | "pm"
                | "a.m"
                | "p.m"
                | "hours"
                | "minutes"
                | "days"
                | "years"
                | "weeks"
                | "months"
                | "year"
                | "day"
                | "o'clock"
        );
    let part = (at.saturating_sub(4)..at).any(|i| {
        norm(i) == "of" && matches!(norm(i + 1), "which" | "whom" | "them" | "these" | "those")
    });
    let goes_on = near.clone().any(|i| list_has("updates", norm(i)));
    let range = matches!(next, "to" | "-" | "–" | "and") && number(words, end + 1).is_some()
        || at
            .checked_sub(2)
            .is_some_and(|i| matches!(norm(at - 1), "to" | "-" | "–" | "and") && words.numbers[i]);
    value < 2.0
        || ordinal
        || (year && !words.norms.get(end).is_some_and(|w| list_has("people", w)))
        || dated
        || aged
        || time
        || part
        || goes_on
        || range
}

/// The number that begins at `at`, and where it ends.
fn number(words: &Words, at: usize) -> Option<(f64, usize)> {
    let mut value = simple(words.norms.get(at)?)?;
    let mut end = at + 1;
    while let Some(factor) = words.norms.get(end).and_then(|w| factor(w)) {
        value *= factor;
        end += 1;
    }
    Some((value, end))
}

fn factor(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "million" | "m" | "mn" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

fn simple(word: &str) -> Option<f64> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let suffix = factor(&word[digits.len()..]).unwrap_or(1.0);
        return Some(digits.replace(',', "").parse::<f64>().ok()? * suffix);
    }
    spelled(word).map(f64::from)
}

/// The first letters of a word, without its plural.
pub(in crate::controversy) fn stem(word: &str) -> String {
    let word = word.trim_end_matches("'s");
    let word = word.strip_suffix('s').unwrap_or(word);
    word.chars().take(7).collect()
}
