//! What crosses between the page and the worker that hands on and takes in.
//!
//! The worker gets a [`Request`] under the name `request`, with a file to be read beside it as `blob`. It
//! answers with an [`Answer`] under `answer`, and the file it wrote beside it as `bytes`. Annotations
//! and records cross as JSON text, which keeps the order of their members and every number as it was.

#[cfg(feature = "work")]
mod compare;
mod form;
#[cfg(all(feature = "work", target_arch = "wasm32"))]
mod listen;
#[cfg(feature = "work")]
mod said;
#[cfg(feature = "work")]
mod take;
#[cfg(feature = "work")]
mod work;

pub use form::Form;
#[cfg(all(feature = "work", target_arch = "wasm32"))]
pub use listen::listen;
#[cfg(feature = "work")]
pub use work::{Answered, answer};

use opener::Said;
use serde::{Deserialize, Serialize};
use sourcelight_analysis::Analysis;
use sourcelight_article::Article;

/// What the worker is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// What is to be done.
    pub task: Task,
    /// What the reader keeps: for an export the one article.
    pub shelves: Vec<Shelf>,
    /// The records as they were last exchanged, each as JSON.
    pub exchanged: Vec<Exchanged>,
    /// The name under which this database writes.
    pub writer: String,
    /// When, ISO 8601 in UTC.
    pub now: String,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Task {
    /// Write the article in this form.
    HandOn {
        /// The form.
        form: Form,
        /// What the engine found in it, where it has been read.
        analysis: Option<Box<Analysis>>,
        /// The name the reader goes by, if any.
        reader: Option<String>,
    },
    /// Write everything, with the reader's settings by name.
    Backup {
        /// The settings.
        settings: Vec<(String, String)>,
    },
    /// Compare the shelf's article with this text, a new version of it, and carry its annotations there.
    Compare {
        /// The canonical text of the new version.
        text: String,
    },
    /// Read the file that came along and lay it over what is kept.
    TakeIn {
        /// The file's name.
        name: String,
        /// The id of the article that is open.
        open: Option<String>,
    },
}

/// An article and its annotations as they are kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shelf {
    /// The article; spans count UTF-8 bytes of its text.
    pub article: Article,
    /// When it was first opened, ISO 8601 in UTC.
    pub opened: String,
    /// When it was put into the bin.
    pub deleted: Option<String>,
    /// Its annotations, each W3C JSON-LD; positions count code points.
    pub annotations: Vec<String>,
}

/// A record with its versions as it was last exchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchanged {
    /// The id of the article or annotation.
    pub id: String,
    /// Whether it is an article.
    pub is_article: bool,
    /// The record, JSON.
    pub record: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// A file was written; its bytes come beside this.
    File {
        /// A name for it.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// Two versions were compared.
    Compared(Box<Compared>),
    /// A file was read.
    TakenIn(Box<TakenIn>),
    /// It could not be done, why, and what to do next.
    Failed(Said),
}

/// Two versions of an article, and what becomes of its annotations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Both texts, in reading order.
    pub pieces: Vec<Piece>,
    /// The annotations on the new version, each W3C JSON-LD; positions count code points.
    pub annotations: Vec<String>,
    /// How many stand on the same words.
    pub exact: usize,
    /// How many stand on words that have changed.
    pub changed: usize,
    /// How many have lost their place.
    pub lost: usize,
}

/// A piece of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// What happened to it.
    pub change: Change,
    /// Its words.
    pub text: String,
}

/// What happened to a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// It stands in both.
    Same,
    /// It stands only in the older one.
    Deleted,
    /// It stands only in the newer one.
    Inserted,
}

/// What is to be stored of a file that was read, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TakenIn {
    /// Articles that are new here, or that the file knew better; each with its annotations that are
    /// to be stored.
    pub shelves: Vec<Shelf>,
    /// The records of everything that came in.
    pub exchanged: Vec<Exchanged>,
    /// The id of the article that the file is about, where there is one: the open one, if it is.
    pub about: Option<String>,
    /// What it did.
    pub report: Report,
}

/// What an import did, for the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What the file was written in.
    pub format: String,
    /// Articles that are new here.
    pub articles: usize,
    /// Annotations that are new here.
    pub added: usize,
    /// Those that took the place of an older version they were made from.
    pub updated: usize,
    /// Those that were here already.
    pub known: usize,
    /// Those of which a later version was here.
    pub older: usize,
    /// Those that changed here and there: both versions are kept.
    pub both: Vec<Conflict>,
    /// The machine's suggestions, which are made anew.
    pub machine: usize,
    /// Those whose words are not in the article: kept, and not shown.
    pub unplaced: usize,
    /// How many are about articles that are not kept here.
    pub elsewhere: usize,
    /// The addresses of those articles, a few.
    pub elsewhere_at: Vec<String>,
    /// What could not be read: where, and why.
    pub unread: Vec<(String, String)>,
    /// How many items could not be read.
    pub unread_count: usize,
    /// By how many hours another device's clock is ahead, where it is.
    pub ahead_hours: Option<u64>,
}

/// An annotation that was changed here and there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// What it says here.
    pub here: String,
    /// What it says there.
    pub there: String,
    /// The other version as it would be stored, W3C JSON-LD; none where it cannot be shown here.
    pub other: Option<String>,
    /// The id of its article.
    pub article: String,
}
