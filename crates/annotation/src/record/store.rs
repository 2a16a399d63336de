//! Records and their merging.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{SCHEMA, Stamp, Version};

/// One thing with an id, in every version that no later one has superseded: one of them, or several
/// where it was changed in two places that did not know of each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + PartialEq + Serialize"))]
#[serde(try_from = "Written<T>")]
pub struct Record<T> {
    id: String,
    versions: Vec<Version<T>>,
}

/// A record as it stands in a file.
#[derive(Deserialize)]
struct Written<T> {
    id: String,
    versions: Vec<Version<T>>,
}

/// Why records could not be read. What was stored is untouched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A record without any version says nothing.
    #[error("the record “{0}” has no version")]
    Empty(String),
    /// More versions side by side than any reader could have made.
    #[error("the record “{0}” has too many versions that contradict each other")]
    Crowded(String),
    /// Written by a later Sourcelight.
    #[error(
        "the records were written by a later version of Sourcelight (schema {0}); reload the page to get it, then try again"
    )]
    Later(u32),
}

/// More versions than this side by side are taken for an attack.
pub const MOST_VERSIONS: usize = 64;

impl<T: PartialEq + Serialize> TryFrom<Written<T>> for Record<T> {
    type Error = StoreError;

    fn try_from(written: Written<T>) -> Result<Self, StoreError> {
        Self::of(written.id, written.versions)
    }
}

/// What taking in another copy of a record did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Taken {
    /// It was not here before.
    Added,
    /// It was here already, this version or a later one; nothing changed.
    Known,
    /// The other copy was made in knowledge of ours and took its place.
    Updated,
    /// Both had changed: both are kept.
    Both,
}

impl<T: PartialEq + Serialize> Record<T> {
    /// A new record.
    pub fn new(id: impl Into<String>, first: Version<T>) -> Self {
        Self {
            id: id.into(),
            versions: vec![first],
        }
    }

    /// The record made of these versions; those that another supersedes are dropped.
    ///
    /// # Errors
    /// [`StoreError::Empty`] where there is none, [`StoreError::Crowded`] where there are more than
    /// [`MOST_VERSIONS`].
    pub fn of(id: String, versions: Vec<Version<T>>) -> Result<Self, StoreError> {
        if versions.len() > MOST_VERSIONS {
            return Err(StoreError::Crowded(id));
        }
        let mut record = Self {
            id,
            versions: Vec::new(),
        };
        for version in versions {
            record.take(version);
        }
        if record.versions.is_empty() {
            return Err(StoreError::Empty(record.id));
        }
        record.order();
        Ok(record)
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// All versions that stand, the one to show first. Never empty.
    pub fn versions(&self) -> &[Version<T>] {
        &self.versions
    }

    /// The version to show.
    pub fn shown(&self) -> &Version<T> {
        // Every constructor puts one in, and nothing takes the last one out.
        &self.versions[0]
    }

    /// The versions that say something else than the one shown: what the reader has to choose from.
    /// Two devices that did the same thing are not in conflict.
    pub fn conflicts(&self) -> impl Iterator<Item = &Version<T>> {
        let shown = self.shown();
        self.versions
            .iter()
            .skip(1)
            .filter(|v| v.is_live() != shown.is_live() || v.content != shown.content)
    }

    /// A change made here, in knowledge of every version: it replaces them all, so that it also
    /// settles a conflict. `stamp` comes from this device's [`Clock`](super::Clock).
    pub fn change(
        &mut self,
        device: &str,
        stamp: Stamp,
        deleted: Option<String>,
        content: Option<T>,
    ) {
        let mut seen: BTreeMap<String, Stamp> = BTreeMap::new();
        for (other, at) in self.versions.iter().flat_map(|v| &v.seen) {
            let latest = seen.entry(other.clone()).or_default();
            *latest = (*latest).max(*at);
        }
        // A clock that was lost (a cleared profile) must not number a change twice.
        let own = seen
            .get(device)
            .map_or(stamp, |last| stamp.max(last.next()));
        seen.insert(device.to_owned(), own);
        self.versions = vec![Version {
            device: device.to_owned(),
            seen,
            deleted,
            content,
        }];
    }

    /// Takes in another copy of this record. Commutative, associative and idempotent.
    pub fn merge(&mut self, other: Self) -> Taken
    where
        T: Clone,
    {
        let before = self.versions.clone();
        for version in other.versions {
            self.take(version);
        }
        self.order();
        if self.versions == before {
            Taken::Known
        } else if before.iter().all(|v| !self.versions.contains(v)) {
            Taken::Updated
        } else {
            Taken::Both
        }
    }

    fn take(&mut self, version: Version<T>) {
        let known = |have: &Version<T>| *have == version || have.supersedes(&version);
        if !self.versions.iter().any(known) {
            self.versions.retain(|have| !version.supersedes(have));
            self.versions.push(version);
        }
    }

    fn order(&mut self) {
        self.versions.sort_by(Version::shown_before);
    }
}

/// Many records, by id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Clone + PartialEq + Serialize"))]
#[serde(try_from = "WrittenStore<T>", into = "WrittenStore<T>")]
#[serde(bound(serialize = "T: Clone + Serialize"))]
pub struct Store<T> {
    records: BTreeMap<String, Record<T>>,
}

/// A store as it stands in a file.
#[derive(Serialize, Deserialize)]
#[serde(bound(
    serialize = "T: Clone + Serialize",
    deserialize = "T: Deserialize<'de> + PartialEq + Serialize"
))]
struct WrittenStore<T> {
    schema: u32,
    records: Vec<Record<T>>,
}

impl<T> From<Store<T>> for WrittenStore<T> {
    fn from(store: Store<T>) -> Self {
        Self {
            schema: SCHEMA,
            records: store.records.into_values().collect(),
        }
    }
}

impl<T: Clone + PartialEq + Serialize> TryFrom<WrittenStore<T>> for Store<T> {
    type Error = StoreError;

    fn try_from(written: WrittenStore<T>) -> Result<Self, StoreError> {
        if written.schema > SCHEMA {
            return Err(StoreError::Later(written.schema));
        }
        let mut store = Self::default();
        for record in written.records {
            store.take_in(record);
        }
        Ok(store)
    }
}

impl<T> Default for Store<T> {
    fn default() -> Self {
        Self {
            records: BTreeMap::new(),
        }
    }
}

impl<T: Clone + PartialEq + Serialize> Store<T> {
    /// The record with this id.
    pub fn get(&self, id: &str) -> Option<&Record<T>> {
        self.records.get(id)
    }

    /// The record with this id, to change it.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Record<T>> {
        self.records.get_mut(id)
    }

    /// All records in the order of their ids, deleted ones too.
    pub fn iter(&self) -> impl Iterator<Item = &Record<T>> {
        self.records.values()
    }

    /// How many records there are, deleted ones too.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Takes in one record, new or known.
    pub fn take_in(&mut self, record: Record<T>) -> Taken {
        match self.records.get_mut(&record.id) {
            Some(here) => here.merge(record),
            None => {
                self.records.insert(record.id.clone(), record);
                Taken::Added
            }
        }
    }

    /// Puts a record in the place of the one with its id, whatever that says: for its owner, who has
    /// looked at it.
    pub fn replace(&mut self, record: Record<T>) {
        self.records.insert(record.id.clone(), record);
    }

    /// Takes in all of another store. Commutative, associative and idempotent.
    pub fn merge(&mut self, other: Self) {
        for record in other.records.into_values() {
            self.take_in(record);
        }
    }

    /// The latest stamp in it, for a device's clock to begin from.
    pub fn latest(&self) -> Stamp {
        let versions = self.records.values().flat_map(|r| &r.versions);
        versions
            .flat_map(|v| v.seen.values())
            .max()
            .copied()
            .unwrap_or_default()
    }
}

impl<T> IntoIterator for Store<T> {
    type Item = Record<T>;
    type IntoIter = std::collections::btree_map::IntoValues<String, Record<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.records.into_values()
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
