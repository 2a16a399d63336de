//! The instruments, read from `data/instruments.txt`.

use std::sync::LazyLock;

use serde::Serialize;

const INSTRUMENTS: &str = include_str!("../data/instruments.txt");
const SOURCES: &str = include_str!("../data/sources.txt");

/// A treaty, protocol, regime or political commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// Its key in the register: "ottawa".
    pub id: &'static str,
    /// Its official name.
    pub name: &'static str,
    /// Treaty, protocol, treaty (bilateral), political commitment or regime.
    pub kind: &'static str,
    /// What it is about.
    pub subject: &'static str,
    /// What it prohibits or lays down, in a sentence.
    pub does: &'static str,
    /// When it was opened for signature, or signed.
    pub opened: Option<Dated>,
    /// When it came into force.
    pub in_force: Option<Dated>,
    /// How the instrument itself stands: "in force", "expired 2026-02-05".
    pub state: &'static str,
    /// The names that mean it wherever they stand.
    pub aliases: Vec<&'static str>,
    /// The names that mean it only beside one of the words.
    #[serde(skip)]
    pub(crate) weak: Vec<(&'static str, Vec<&'static str>)>,
    /// What it bans, as a text may speak of it; the flag says whether the words must stand beside
    /// the word "treaty" itself.
    #[serde(skip)]
    pub(crate) objects: Vec<(&'static str, bool)>,
}

/// A date and where it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// An ISO 8601 date.
    pub date: &'static str,
    /// Keys of [`sources`]; empty where nobody has checked the date yet.
    pub sources: Vec<&'static str>,
}

/// Where a date was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its key.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
}

static ALL: LazyLock<Vec<Instrument>> = LazyLock::new(|| read(INSTRUMENTS));
static ALL_SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| read_sources(SOURCES));

/// Every instrument of the register, in its order.
pub fn instruments() -> &'static [Instrument] {
    &ALL
}

/// The instrument with the key `id`.
pub fn instrument(id: &str) -> Option<&'static Instrument> {
    ALL.iter().find(|i| i.id == id)
}

/// Where the register's dates were read.
pub fn sources() -> &'static [Source] {
    &ALL_SOURCES
}

fn read(data: &'static str) -> Vec<Instrument> {
    let mut found: Vec<Instrument> = Vec::new();
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
        let (Some(last), Some((key, value))) = (found.last_mut(), line.split_once(": ")) else {
            continue;
        };
        match key {
            "name" => last.name = value,
            "kind" => last.kind = value,
            "subject" => last.subject = value,
            "does" => last.does = value,
            "state" => last.state = value,
            "opened" => last.opened = dated(value),
            "in force" => last.in_force = dated(value),
            "alias" => last.aliases.push(value),
            "weak" => {
                let (name, words) = value.split_once(" | ").unwrap_or((value, ""));
                last.weak.push((name, words.split_whitespace().collect()));
            }
            "object" => last.objects.push((value, false)),
            "named" => last.objects.push((value, true)),
            _ => {}
        }
    }
    found
}

fn dated(value: &'static str) -> Option<Dated> {
    let mut words = value.split_whitespace();
    let date = words.next()?;
    Some(Dated {
        date,
        sources: words.filter(|w| *w != "unsourced").collect(),
    })
}

fn read_sources(data: &'static str) -> Vec<Source> {
    data.lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| {
            let mut cells = l.split('\t');
            Some(Source {
                id: cells.next()?,
                title: cells.next()?,
                url: cells.next()?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_instrument_is_whole_and_every_source_known() {
        assert_eq!(instruments().len(), 50);
        for i in instruments() {
            assert!(
                !i.name.is_empty() && !i.subject.is_empty() && !i.does.is_empty(),
                "{}",
                i.id
            );
            assert!(!i.kind.is_empty() && !i.state.is_empty(), "{}", i.id);
            assert!(!i.aliases.is_empty() || !i.weak.is_empty(), "{}", i.id);
            for dated in i.opened.iter().chain(&i.in_force) {
                assert_eq!(dated.date.len(), 10, "{}", i.id);
                for key in &dated.sources {
                    assert!(sources().iter().any(|s| s.id == *key), "{} {key}", i.id);
                }
            }
        }
    }

    #[test]
    fn every_line_of_the_register_is_understood() {
        const KEYS: &[&str] = &[
            "name", "kind", "subject", "does", "opened", "in force", "state", "alias", "weak",
            "object", "named",
        ];
        for line in INSTRUMENTS
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with(['#', '[']))
        {
            let key = line.split(": ").next().unwrap();
            assert!(KEYS.contains(&key), "{line}");
            assert!(key != "weak" || line.contains(" | "), "{line}");
        }
    }
}
