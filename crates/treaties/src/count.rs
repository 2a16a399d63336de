//! How many states are in an instrument, and when: `data/counts.txt`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Serialize;

use crate::{
    date::{Date, Period},
    table::{cells, list, rows},
};

pub(crate) const COUNTS: &str = include_str!("../data/counts.txt");

/// How many states were in an instrument at a time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// When it was so.
    pub as_of: Period,
    /// States parties; states that ratified, where the instrument is not in force; members of a regime.
    pub parties: Option<u16>,
    /// States that signed and have not ratified.
    pub only_signed: Option<u16>,
    /// States that signed, whatever came after.
    pub signed: Option<u16>,
    /// Keys of [`crate::sources`].
    pub sources: Vec<&'static str>,
    /// Whether the figure was worked out by adding and taking away: no source has it itself.
    pub derived: bool,
    /// What other lists count, where they differ.
    pub disputed: Option<u16>,
    /// What else is to be said of it.
    pub note: &'static str,
}

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// States parties.
    Parties,
    /// States that signed, whatever came after.
    Signed,
    /// States that signed and have not ratified.
    OnlySigned,
}

impl Count {
    /// The figure for `counted`.
    pub const fn of(&self, counted: Counted) -> Option<u16> {
        match counted {
            Counted::Parties => self.parties,
            Counted::Signed => self.signed,
            Counted::OnlySigned => self.only_signed,
        }
    }
}

static ALL: LazyLock<BTreeMap<&str, Vec<Count>>> = LazyLock::new(|| {
    let mut all: BTreeMap<&str, Vec<Count>> = BTreeMap::new();
    for (id, line) in rows(COUNTS) {
        if let Some(count) = read(line) {
            all.entry(id).or_default().push(count);
        }
    }
    all
});

/// The counts of the instrument `id`, oldest first.
pub fn counts(id: &str) -> &'static [Count] {
    ALL.get(id).map_or(&[], Vec::as_slice)
}

/// What the register knows of a number of states on a day.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// The least that it can have been.
    pub least: u16,
    /// The most that it can have been.
    pub most: u16,
    /// The newest count that is not after the day; the first, where the day is shortly before it.
    pub count: &'static Count,
}

/// How many states were `counted` in the instrument `id` on `day`: between two counts, anything from
/// the one to the other. `None` where the register has no figure, and more than a year before the first
/// count. A number that is not stated anew with each count (who signed) stands until the next one.
pub fn figure_at(id: &str, counted: Counted, day: Date) -> Option<Figure> {
    let mut before: Option<&Count> = None;
    let mut after: Option<&Count> = None;
    let mut start = 0;
    for count in counts(id).iter().filter(|c| c.of(counted).is_some()) {
        // An undated count follows the one before it.
        start = count.as_of.from.map_or(start, Date::first);
        if start <= day.last() {
            before = Some(count);
        } else if after.is_none() {
            after = Some(count);
        }
    }
    let soon = |c: &&Count| {
        let from = c.as_of.from.map_or(0, Date::first);
        before.is_none() && from <= day.last() + YEAR
    };
    let count = before.or(after.filter(soon))?;
    let value = count.of(counted)?;
    let over = count.as_of.to.is_none_or(|to| day.first() > to.last());
    let next = after.filter(|_| over).and_then(|c| c.of(counted));
    let next = next.unwrap_or(value);
    Some(Figure {
        least: value.min(next),
        most: value.max(next),
        count,
    })
}

/// A year, as days are numbered.
const YEAR: u32 = 10_000;

fn read(line: &'static str) -> Option<Count> {
    let mut cells = cells(line);
    let as_of = Period::read(cells.next()?)?;
    let mut number = || cells.next().and_then(|n| n.parse().ok());
    let (parties, only_signed, signed) = (number(), number(), number());
    let sources = list(cells.next()?);
    let mut marks = cells.next()?.split_whitespace();
    let mut count = Count {
        as_of,
        parties,
        only_signed,
        signed,
        sources,
        note: cells.next().unwrap_or_default(),
        ..Count::default()
    };
    while let Some(mark) = marks.next() {
        match mark {
            "derived" => count.derived = true,
            "disputed" => count.disputed = marks.next().and_then(|n| n.parse().ok()),
            _ => {}
        }
    }
    Some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parties(day: &str) -> Option<(u16, u16)> {
        let figure = figure_at("ottawa", Counted::Parties, Date::read(day)?)?;
        Some((figure.least, figure.most))
    }

    #[test]
    fn a_figure_holds_for_its_day() {
        assert_eq!(parties("2010-01-01"), None);
        assert_eq!(parties("2013-09-01"), Some((161, 161)));
        assert_eq!(parties("2014-01-27"), Some((161, 161)));
        // Nobody counted in between: it rose from the one to the other.
        assert_eq!(parties("2016-01-01"), Some((161, 164)));
        assert_eq!(parties("2024-11-20"), Some((164, 164)));
        assert_eq!(parties("2025-12-30"), Some((162, 163)));
        assert_eq!(parties("2026-08-01"), Some((161, 161)));
        let signed = figure_at("ottawa", Counted::Signed, Date::of_year(2026)).unwrap();
        assert_eq!((signed.least, signed.most), (133, 133));
    }
}
