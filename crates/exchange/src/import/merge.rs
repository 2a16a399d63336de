//! Laying what came in over what is kept.

use std::collections::BTreeMap;

use serde_json::Value;
use sourcelight_annotation::record::{Ahead, Clock, MOST_VERSIONS, Record, Taken, Version};

use super::{Format, Imported, Unread};
use crate::{ArticleRecord, Library, limits, time::millis, web};

/// What became of one record that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new here.
    Added,
    /// What came in was made in knowledge of ours and took its place.
    Updated,
    /// Both had changed: both are kept, and the reader chooses.
    Both,
    /// It was here already, as it is.
    Known,
    /// It was here already, and ours is later; ours stays.
    Older,
    /// The same words on the same passage are here under another id.
    Duplicate,
}

/// What an import did, for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// What the file was written in.
    pub format: Format,
    /// What became of each article, by its id.
    pub articles: BTreeMap<String, Change>,
    /// What became of each annotation, by its id.
    pub annotations: BTreeMap<String, Change>,
    /// What did not come in, the first two hundred reasons.
    pub unread: Vec<Unread>,
    /// How many items did not come in.
    pub unread_count: usize,
    /// How many of the machine's own suggestions were left out; they are made anew.
    pub machine: usize,
    /// A device whose clock is far ahead.
    pub ahead: Option<Ahead>,
}

impl ImportReport {
    /// How many annotations became this.
    pub fn count(&self, change: Change) -> usize {
        self.annotations.values().filter(|c| **c == change).count()
    }

    /// Whether anything is to be stored.
    pub fn changed_anything(&self) -> bool {
        let stores =
            |change: &Change| matches!(change, Change::Added | Change::Updated | Change::Both);
        self.articles
            .values()
            .chain(self.annotations.values())
            .any(stores)
    }
}

impl Library {
    /// This library with what came in laid over it, and what that did. Nothing is replaced unless
    /// what came in was made in knowledge of it. `clock` takes note of the newcomers' times; `now`
    /// is in milliseconds since 1970. Settings are not touched: they stay in
    /// [`Imported::library`] for the reader to ask for.
    #[must_use]
    pub fn take_in(&self, imported: Imported, clock: &mut Clock, now: u64) -> (Self, ImportReport) {
        let mut library = self.clone();
        let mut report = ImportReport {
            format: imported.format,
            articles: BTreeMap::new(),
            annotations: BTreeMap::new(),
            unread: imported.unread,
            unread_count: imported.unread_count,
            machine: imported.machine,
            ahead: None,
        };
        let stamps = imported
            .library
            .articles
            .iter()
            .flat_map(Record::versions)
            .map(|v| v.stamp());
        let others = imported
            .library
            .annotations
            .iter()
            .flat_map(Record::versions);
        for stamp in stamps.chain(others.map(|v| v.stamp())) {
            if let Err(ahead) = clock.observe(stamp, now) {
                report.ahead = Some(report.ahead.map_or(ahead, |before| {
                    if before.millis > ahead.millis {
                        before
                    } else {
                        ahead
                    }
                }));
            }
        }
        let whole = imported.format == Format::Sourcelight;
        for record in imported.library.articles {
            let id = record.id().to_owned();
            let mut change = library.articles.take_in(record).into();
            // Two readers who opened it at different times have nothing to choose between.
            if change == Change::Both && !library.articles.get(&id).is_some_and(disagrees) {
                change = Change::Updated;
            }
            report.articles.insert(id, change);
        }
        let mut here: BTreeMap<String, String> = BTreeMap::new();
        if !whole {
            let live = library.annotations.iter().filter_map(|record| {
                let shown = record.shown();
                let content = shown.content.as_ref().filter(|_| shown.is_live())?;
                Some((web::fingerprint(content), record.id().to_owned()))
            });
            here.extend(live);
        }
        for record in imported.library.annotations {
            let id = record.id().to_owned();
            let change = take_annotation(&mut library, &mut here, record, whole);
            match change {
                Some(change) => {
                    report.annotations.insert(id, change);
                }
                None => {
                    report.unread_count += 1;
                    if report.unread.len() < limits::REASONS {
                        let why = "it would stand here in too many versions".to_owned();
                        report.unread.push(Unread { place: id, why });
                    }
                }
            }
        }
        (library, report)
    }
}

/// Whether the versions of an article that stand differ in more than when it was opened.
fn disagrees(record: &Record<ArticleRecord>) -> bool {
    let shown = record.shown().content.as_ref();
    record
        .conflicts()
        .any(|version| match (&version.content, shown) {
            (Some(other), Some(shown)) => other.differs(shown),
            (other, shown) => other.is_some() != shown.is_some(),
        })
}

/// Takes in one annotation; none where it would stand here in too many versions.
fn take_annotation(
    library: &mut Library,
    here: &mut BTreeMap<String, String>,
    record: Record<Value>,
    whole: bool,
) -> Option<Change> {
    let known = library.annotations.get(record.id());
    if let Some(known) = known {
        if !whole && let Some(change) = by_date(known, &record) {
            return Some(change);
        }
        let mut merged = known.clone();
        merged.merge(record.clone());
        if merged.versions().len() > MOST_VERSIONS {
            return None;
        }
    } else if !whole {
        // Two things in one file that say the same are the writer's affair; only what was here
        // before makes a newcomer a duplicate.
        let content = record.shown().content.as_ref();
        let same = content.and_then(|content| here.get(&web::fingerprint(content)));
        if same.is_some() {
            return Some(Change::Duplicate);
        }
    }
    Some(library.annotations.take_in(record).into())
}

/// What becomes of a copy that says nothing of versions, where it can be told by its content and
/// date: the same as ours, or an old one, not later than ours. A later one is left to the merge, which keeps
/// both unless ours came the same way.
fn by_date(known: &Record<Value>, record: &Record<Value>) -> Option<Change> {
    let contents = |record: &Record<Value>| -> Vec<Value> {
        let contents = record.versions().iter().filter_map(|v| v.content.as_ref());
        contents.map(plain).collect()
    };
    let ours = contents(known);
    let is_ours = |new: &Value| {
        // An export signs what nobody signed; that is no change.
        let unsigned = without(new, &["creator"]);
        ours.iter()
            .any(|old| old == new || old.get("creator").is_none() && *old == unsigned)
    };
    if contents(record).iter().all(is_ours) {
        return Some(Change::Known);
    }
    // A writer of whom an earlier copy is known here has gone on from that. What they say now was not seen
    // here, though ours be dated later.
    let goes_on = |new: &Version<Value>| {
        let seen = known.versions().iter();
        let latest = seen.filter_map(|own| own.seen.get(&new.device)).max();
        latest.is_some_and(|latest| *latest < new.stamp())
    };
    if record.versions().iter().any(goes_on) {
        return None;
    }
    let date = |record: &Record<Value>| {
        let contents = record.versions().iter().filter_map(|v| v.content.as_ref());
        contents
            .filter_map(|c| millis(web::text(c, "modified")?))
            .max()
    };
    let deleted = known.shown().deleted.as_deref().and_then(millis);
    let (new, old) = (date(record)?, date(known).max(deleted)?);
    (new < old).then_some(Change::Older)
}

/// An annotation's content without what only says how it was written.
fn plain(annotation: &Value) -> Value {
    without(annotation, &["@context", web::ORIGINAL, web::FOREIGN_ID])
}

fn without(annotation: &Value, keys: &[&str]) -> Value {
    let mut annotation = annotation.clone();
    if let Some(members) = annotation.as_object_mut() {
        for key in keys {
            members.shift_remove(*key);
        }
    }
    annotation
}

impl From<Taken> for Change {
    fn from(taken: Taken) -> Self {
        match taken {
            Taken::Added => Change::Added,
            Taken::Known => Change::Known,
            Taken::Updated => Change::Updated,
            Taken::Both => Change::Both,
        }
    }
}
