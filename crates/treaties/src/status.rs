//! Where a state stands towards an instrument, as the sources have it: `data/statuses.txt`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Serialize;

use crate::{
    date::{Date, Period},
    table::{cells, list, rows},
};

pub(crate) const STATUSES: &str = include_str!("../data/statuses.txt");

/// Where a state stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In: a party, a ratifying state of an instrument that is not in force, a member of a regime.
    Party,
    /// Signed, and not ratified.
    Signatory,
    /// Gave notice that has not taken effect: still bound.
    Withdrawing,
    /// Was in, and is out.
    Withdrawn,
    /// Not in.
    NonParty,
}

/// What a state did, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Ratified, acceded.
    Joined,
    /// Said that it would leave.
    Announced,
    /// Gave notice that it leaves.
    Notice,
    /// Took its notice back.
    Reversed,
    /// Stopped applying the instrument without leaving it.
    Suspended,
    /// Took its ratification back.
    Revoked,
    /// Said that it will not ratify what it signed.
    Unsigned,
}

/// A dated step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What the state did.
    pub act: Act,
    /// When.
    pub date: Date,
    /// Keys of [`crate::sources`].
    pub sources: Vec<&'static str>,
    /// What else is to be said of it.
    pub note: &'static str,
}

/// What another source says: an older one of what was before, a newer one in contradiction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Other {
    /// Where it sees the state.
    pub status: Status,
    /// When.
    pub as_of: Period,
    /// A key of [`crate::sources`].
    pub source: &'static str,
    /// Why it is known to be wrong; empty where it may be right.
    pub mistaken: &'static str,
}

/// The line of one state under one instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The state's code.
    pub state: &'static str,
    /// Where it stands by the newest source.
    pub status: Status,
    /// The date the source gives for that.
    pub since: Option<Date>,
    /// When the newest source that agrees says so.
    pub as_of: Period,
    /// Keys of [`crate::sources`].
    pub sources: Vec<&'static str>,
    /// Whether no newer source was found.
    pub stale: bool,
    /// Whether it was read from a list that does not name the state.
    pub absent: bool,
    /// What else is to be said of it.
    pub note: &'static str,
    /// What other sources say.
    pub others: Vec<Other>,
    /// What the state did, oldest first.
    pub steps: Vec<Step>,
}

/// Every other member of the UN, read by complement.
#[derive(Clone, Debug)]
pub(crate) struct Complement {
    pub(crate) entry: Entry,
    pub(crate) except: Vec<&'static str>,
}

#[derive(Default)]
struct Table {
    entries: BTreeMap<&'static str, BTreeMap<&'static str, Entry>>,
    complements: BTreeMap<&'static str, Complement>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut last = ("", "");
    for (id, line) in rows(STATUSES) {
        if let Some(rest) = line.strip_prefix("others:") {
            if let Some(complement) = read_complement(rest) {
                table.complements.insert(id, complement);
            }
        } else if line.starts_with(' ') {
            let (id, state) = last;
            let entry = table.entries.get_mut(id).and_then(|e| e.get_mut(state));
            if let Some(entry) = entry {
                let _ = read_more(entry, line);
            }
        } else if let Some(entry) = read(line) {
            last = (id, entry.state);
            table
                .entries
                .entry(id)
                .or_default()
                .insert(entry.state, entry);
        }
    }
    table
});

/// The line of the state `state` under the instrument `id`.
pub fn entry(id: &str, state: &str) -> Option<&'static Entry> {
    TABLE.entries.get(id)?.get(state)
}

/// What is said of every member of the UN that has no line of its own.
pub(crate) fn complement(id: &str) -> Option<&'static Complement> {
    TABLE.complements.get(id)
}

/// Every line, with its instrument.
pub fn entries() -> impl Iterator<Item = (&'static str, &'static Entry)> {
    let of = |(id, all): (&&'static str, &'static BTreeMap<_, Entry>)| {
        let id = *id;
        all.values().map(move |entry| (id, entry))
    };
    TABLE.entries.iter().flat_map(of)
}

fn status(word: &str) -> Option<Status> {
    Some(match word {
        "party" => Status::Party,
        "signatory" => Status::Signatory,
        "withdrawing" => Status::Withdrawing,
        "withdrawn" => Status::Withdrawn,
        "non-party" => Status::NonParty,
        _ => return None,
    })
}

fn act(word: &str) -> Option<Act> {
    Some(match word {
        "joined" => Act::Joined,
        "announced" => Act::Announced,
        "notice" => Act::Notice,
        "reversed" => Act::Reversed,
        "suspended" => Act::Suspended,
        "revoked" => Act::Revoked,
        "unsigned" => Act::Unsigned,
        _ => return None,
    })
}

fn read(line: &'static str) -> Option<Entry> {
    let mut cells = cells(line);
    let state = cells.next()?;
    let status = status(cells.next()?)?;
    let since = Date::read(cells.next()?);
    let as_of = Period::read(cells.next()?)?;
    let sources = list(cells.next()?);
    let marks = list(cells.next()?);
    Some(Entry {
        state,
        status,
        since,
        as_of,
        sources,
        stale: marks.contains(&"stale"),
        absent: marks.contains(&"absent"),
        note: cells.next().unwrap_or_default(),
        others: Vec::new(),
        steps: Vec::new(),
    })
}

fn read_complement(rest: &'static str) -> Option<Complement> {
    let mut cells = cells(rest);
    let status = status(cells.next()?)?;
    let as_of = Period::read(cells.next()?)?;
    let sources = list(cells.next()?);
    let except = list(cells.next()?);
    let entry = Entry {
        state: "",
        status,
        since: None,
        as_of,
        sources,
        stale: false,
        absent: false,
        note: "by complement: the sources name the members of the UN that are outside",
        others: Vec::new(),
        steps: Vec::new(),
    };
    Some(Complement { entry, except })
}

fn read_more(entry: &mut Entry, line: &'static str) -> Option<()> {
    let mut cells = cells(line);
    let kind = cells.next()?;
    if kind == "but" {
        entry.others.push(Other {
            status: status(cells.next()?)?,
            as_of: Period::read(cells.next()?)?,
            source: cells.next()?,
            mistaken: cells.next().unwrap_or_default(),
        });
    } else {
        entry.steps.push(Step {
            act: act(kind)?,
            date: Date::read(cells.next()?)?,
            sources: list(cells.next()?),
            note: cells.next().unwrap_or_default(),
        });
    }
    Some(())
}
