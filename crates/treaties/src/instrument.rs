//! The instruments, read from `data/instruments.txt`.

use std::sync::LazyLock;

use serde::Serialize;

use crate::date::Date;

pub(crate) const INSTRUMENTS: &str = include_str!("../data/instruments.txt");

/// A treaty, protocol, regime or political commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// Its key in the register: "ottawa".
    pub id: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// The name that stories use.
    pub short: &'static str,
    /// Treaty, protocol, treaty (bilateral), political commitment or regime.
    pub kind: &'static str,
    /// What it is about.
    pub subject: &'static str,
    /// What it prohibits or lays down, in a sentence.
    pub does: &'static str,
    /// When it was opened for signature, or signed.
    pub opened: Option<Sourced>,
    /// When it came into force.
    pub in_force: Option<Sourced>,
    /// Whether it has never come into force.
    pub never_in_force: bool,
    /// When it ended, expired or lapsed.
    pub ended: Option<Sourced>,
    /// How the instrument itself stands: "in force", "expired 2026-02-05".
    pub state: &'static str,
    /// Who keeps it.
    pub depositary: Option<Sourced>,
    /// What else is to be said of it.
    pub note: &'static str,
    /// The names that mean it wherever they stand.
    pub aliases: Vec<&'static str>,
    /// What goes before "treaty", "convention" or "pact" to name it: "mine ban", and the nouns it goes
    /// before; none is all.
    #[serde(skip)]
    pub(crate) stems: Vec<(&'static str, Vec<&'static str>)>,
    /// The names that mean it only beside one of the words.
    #[serde(skip)]
    pub(crate) weak: Vec<Weak>,
    /// What it bans or limits, as a text may speak of it.
    #[serde(skip)]
    pub(crate) objects: Vec<(&'static str, Link)>,
}

/// A name that means an instrument only in the right company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weak {
    /// The name.
    pub(crate) name: &'static str,
    /// The words of which one must stand beside it.
    pub(crate) beside: Vec<&'static str>,
    /// How many words away they may stand, in the same sentence.
    pub(crate) reach: usize,
    /// The words of which none may stand anywhere in the text.
    pub(crate) unless: Vec<&'static str>,
}

/// How close a thing is to the instrument that bans it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Link {
    /// The thing alone calls it to mind: who has spoken of landmines means Ottawa by "a treaty
    /// prohibiting their use".
    Object,
    /// Several instruments speak of it, and only a ban is this one's.
    Twin,
    /// It counts only where it stands beside the word "treaty" itself.
    Named,
    /// As `Named`, behind a verb that limits.
    Limited,
}

/// A value and where it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sourced {
    /// The value; a date as ISO 8601 has it.
    pub value: &'static str,
    /// Keys of [`crate::sources`].
    pub sources: Vec<&'static str>,
    /// Whether nobody has checked it yet: show it as unsourced, or not at all.
    pub unsourced: bool,
}

impl Sourced {
    /// The value as a date.
    pub fn date(&self) -> Option<Date> {
        Date::read(self.value)
    }
}

struct Register {
    instruments: Vec<Instrument>,
    /// Names that hold an instrument's name and mean another treaty.
    decoys: Vec<&'static str>,
}

static ALL: LazyLock<Register> = LazyLock::new(|| read(INSTRUMENTS));

/// Every instrument of the register, in its order.
pub fn instruments() -> &'static [Instrument] {
    &ALL.instruments
}

/// The instrument with the key `id`.
pub fn instrument(id: &str) -> Option<&'static Instrument> {
    ALL.instruments.iter().find(|i| i.id == id)
}

/// Names of treaties that are not in the register and hold the name of one that is.
pub(crate) fn decoys() -> &'static [&'static str] {
    &ALL.decoys
}

fn read(data: &'static str) -> Register {
    let mut found: Vec<Instrument> = Vec::new();
    let mut decoys = Vec::new();
    for line in data
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        if let Some(id) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            found.push(Instrument {
                id,
                ..Instrument::default()
            });
            continue;
        }
        let Some((key, value)) = line.split_once(": ") else {
            continue;
        };
        match found.last_mut() {
            Some(instrument) => set(instrument, key, value),
            None if key == "not" => decoys.push(value),
            None => {}
        }
    }
    for instrument in &mut found {
        instrument.short = match (instrument.aliases.first(), instrument.weak.first()) {
            (Some(alias), _) => alias,
            (None, Some(weak)) => weak.name,
            (None, None) => instrument.name,
        };
    }
    Register {
        instruments: found,
        decoys,
    }
}

fn set(instrument: &mut Instrument, key: &str, value: &'static str) {
    match key {
        "name" => instrument.name = value,
        "kind" => instrument.kind = value,
        "subject" => instrument.subject = value,
        "does" => instrument.does = value,
        "state" => instrument.state = value,
        "note" => instrument.note = value,
        "opened" => instrument.opened = dated(value),
        "in force" if value.starts_with("never") => instrument.never_in_force = true,
        "in force" => instrument.in_force = dated(value),
        "ended" => instrument.ended = dated(value),
        "depositary" => {
            let (value, from) = value.split_once(" | ").unwrap_or((value, "unsourced"));
            instrument.depositary = Some(sourced(value, from.split_whitespace()));
        }
        "alias" => instrument.aliases.push(value),
        "stem" => {
            let (stem, nouns) = value.split_once(" | ").unwrap_or((value, ""));
            instrument
                .stems
                .push((stem, nouns.split_whitespace().collect()));
        }
        "weak" => instrument.weak.push(weak(value, 40)),
        "near" => instrument.weak.push(weak(value, 4)),
        "object" => instrument.objects.push((value, Link::Object)),
        "twin" => instrument.objects.push((value, Link::Twin)),
        "named" => instrument.objects.push((value, Link::Named)),
        "limited" => instrument.objects.push((value, Link::Limited)),
        _ => {}
    }
}

fn weak(value: &'static str, reach: usize) -> Weak {
    let mut cells = value.split('|').map(str::trim);
    let name = cells.next().unwrap_or_default();
    let mut words = || {
        cells
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect()
    };
    Weak {
        name,
        beside: words(),
        reach,
        unless: words(),
    }
}

fn dated(value: &'static str) -> Option<Sourced> {
    let mut words = value.split_whitespace();
    let date = words.next()?;
    Some(sourced(date, words))
}

fn sourced(value: &'static str, from: impl Iterator<Item = &'static str>) -> Sourced {
    let sources: Vec<_> = from.filter(|w| *w != "unsourced").collect();
    Sourced {
        value,
        unsourced: sources.is_empty(),
        sources,
    }
}
