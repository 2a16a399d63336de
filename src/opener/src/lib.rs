//! What crosses between the page and the worker that opens pages and files.
//!
//! The worker gets a [`Request`] with the file beside it, a `Blob` under the name `blob`, which is read
//! in the worker: the page never holds a second copy. It answers with an [`Answer`].

#[cfg(target_arch = "wasm32")]
mod listen;
#[cfg(feature = "formats")]
mod notes;
#[cfg(any(feature = "formats", feature = "pdf"))]
mod read;
mod said;
mod words;

#[cfg(target_arch = "wasm32")]
pub use listen::listen;
#[cfg(feature = "formats")]
pub use read::read_any;
#[cfg(feature = "pdf")]
pub use read::read_pdf;
pub use said::{Said, Value};
pub use words::{said_of_error, said_of_note};

use serde::{Deserialize, Serialize};
use sourcelight_article::Article;

/// Read this file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The file's name, where it has one.
    pub name: Option<String>,
    /// The media type it came with.
    pub media_type: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// Which of several articles in it; none for the main one.
    pub part: Option<usize>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// An article.
    Read(Box<Read>),
    /// It could not be read, and why, and what to do next.
    Failed(Said),
    /// It is a PDF, which another worker reads.
    Pdf,
    /// It is a file of notes and no article: ours, or one of another annotator. The exchange worker
    /// reads it.
    Notes,
}

/// An article as it was read from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// The article; spans count UTF-8 bytes of its text.
    pub article: Article,
    /// What the reader should know of the reading, in order of weight.
    pub notes: Vec<Said>,
    /// Every article in the file, where there are several; else empty.
    pub parts: Vec<Part>,
}

/// One of several articles in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its title; never empty.
    pub title: String,
    /// What tells it from others of the same title; may be empty.
    pub detail: String,
}
