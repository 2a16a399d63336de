//! One version of a record.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Stamp, canonical};

/// One version of a record: what it says, who made it, and what its maker had seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Version<T> {
    /// The device that made it: whatever writes on its own, so a browser tab rather than a computer.
    /// Two writers under one name could not tell that they did not know of each other.
    pub device: String,
    /// For every device the latest of its versions that this one has taken in, itself included: its
    /// base. A version vector.
    pub seen: BTreeMap<String, Stamp>,
    /// When it was deleted, ISO 8601 in UTC: a tombstone, which stays so that a copy elsewhere that
    /// still has the record does not bring it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<String>,
    /// What it says. A deleted record keeps it, for the bin; none once it was erased for good.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub content: Option<T>,
}

const fn none<T>() -> Option<T> {
    None
}

impl<T> Version<T> {
    /// The first version of something, made by `device`.
    pub fn first(device: &str, stamp: Stamp, content: T) -> Self {
        Self {
            device: device.to_owned(),
            seen: BTreeMap::from([(device.to_owned(), stamp)]),
            deleted: None,
            content: Some(content),
        }
    }

    /// When it was made.
    pub fn stamp(&self) -> Stamp {
        self.seen.get(&self.device).copied().unwrap_or_default()
    }

    /// Whether it has something to show outside the bin.
    pub const fn is_live(&self) -> bool {
        self.deleted.is_none() && self.content.is_some()
    }

    /// Whether its maker had seen all that `other`'s maker had, `other` itself included.
    fn has_seen(&self, other: &Self) -> bool {
        other
            .seen
            .iter()
            .all(|(device, stamp)| self.seen.get(device).copied().unwrap_or_default() >= *stamp)
    }

    /// Whether it was made in full knowledge of `other`, so that it replaces it.
    ///
    /// A strict partial order for any two versions whatever, hostile ones included: the laws of
    /// merging rest on this alone.
    pub fn supersedes(&self, other: &Self) -> bool {
        self.has_seen(other) && !other.has_seen(self)
    }
}

impl<T: Serialize> Version<T> {
    /// The order in which versions that stand side by side are shown: what is not deleted first,
    /// then the later one. The rest only makes the order the same on every device.
    pub(super) fn shown_before(&self, other: &Self) -> Ordering {
        let content = |version: &Self| {
            let value = serde_json::to_value(&version.content).unwrap_or_default();
            canonical(&value)
        };
        other
            .is_live()
            .cmp(&self.is_live())
            .then_with(|| other.stamp().cmp(&self.stamp()))
            .then_with(|| self.device.cmp(&other.device))
            .then_with(|| self.seen.cmp(&other.seen))
            .then_with(|| self.deleted.cmp(&other.deleted))
            .then_with(|| content(self).cmp(&content(other)))
    }
}
