//! Where the register's values were read: `data/sources.txt`.

use std::sync::LazyLock;

use serde::Serialize;

pub(crate) const SOURCES: &str = include_str!("../data/sources.txt");

/// Where a value was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its key.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// The date of the copy that was read, in the source's words.
    pub copied: &'static str,
    /// Where it comes from in the end; copies of one origin are one witness.
    pub origin: &'static str,
}

static ALL: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let lines = SOURCES.lines().filter(|l| !l.starts_with('#'));
    let mut all: Vec<Source> = lines.filter_map(read).collect();
    all.sort_by_key(|s| s.id);
    all
});

/// Every source, by key.
pub fn sources() -> &'static [Source] {
    &ALL
}

/// The source with the key `id`.
pub fn source(id: &str) -> Option<&'static Source> {
    let at = ALL.binary_search_by_key(&id, |s| s.id).ok()?;
    ALL.get(at)
}

fn read(line: &'static str) -> Option<Source> {
    let mut cells = line.split('\t');
    Some(Source {
        id: cells.next()?,
        title: cells.next()?,
        url: cells.next()?,
        copied: cells.next()?,
        origin: cells.next()?,
    })
}
