//! When a statement says that it was: "in 2005", "on 10 January 2026", "by July 2014".

use std::ops::Range;

use sourcelight_article::month_named;
use sourcelight_treaties::Date;

use super::line::Line;

/// The year, month or day that goes with the statement `words` about the treaty `treaty`: the one
/// behind the treaty, else one inside, else the one that opens the sentence.
pub(super) fn when(line: &Line, words: &Range<usize>, treaty: &Range<usize>) -> Option<Date> {
    const REACH: usize = 8;
    let end = line.len().min(words.end.max(treaty.end) + REACH);
    let behind = (words.end..end).take_while(|&i| {
        !matches!(
            line.word(i),
            ";" | "but" | "while" | "which" | "and" | "after" | "before"
        )
    });
    let inside = words.clone().filter(|i| !treaty.contains(i));
    let opening = (words.start.saturating_sub(6)..words.start)
        .rev()
        .take_while(|&i| !matches!(line.word(i), ";" | ":" | "—" | "and" | "but"));
    behind
        .chain(inside)
        .chain(opening)
        .find_map(|at| date_at(line, at))
}

/// The date whose year stands at `at`, behind a word that says when.
fn date_at(line: &Line, at: usize) -> Option<Date> {
    let year: u16 = line.word(at).parse().ok()?;
    if !(1900..2100).contains(&year) || line.reference(at).is_some() {
        return None;
    }
    let mut i = at;
    i -= usize::from(line.before(i) == ",");
    let mut day = line
        .before(i)
        .parse::<u8>()
        .ok()
        .filter(|d| (1..=31).contains(d));
    let mut name = i.saturating_sub(1);
    if day.is_some() {
        name = name.saturating_sub(1);
    }
    let month = month_named(line.word(name)).filter(|_| name < at);
    if month.is_none() {
        name = at;
        day = None;
    } else if day.is_none() {
        day = line
            .before(name)
            .parse::<u8>()
            .ok()
            .filter(|d| (1..=31).contains(d));
        name -= usize::from(day.is_some());
    }
    let before = line.before(name);
    let says_when = matches!(
        before,
        "in" | "on"
            | "since"
            | "by"
            | "from"
            | "of"
            | "until"
            | "early"
            | "late"
            | "mid"
            | "the"
            | "("
            | "as"
    ) || (month.is_some());
    if !says_when || (before == "the" && month.is_none()) {
        return None;
    }
    let text = match (month, day) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    };
    Date::read(&text)
}
