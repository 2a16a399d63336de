//! Taking in what other programs, other readers and we ourselves have written.
//!
//! A file is read as a whole before anything of it counts: [`import`] gives plain data, and only
//! [`Library::take_in`](crate::Library::take_in) lays it over what is kept. What is wrong with the
//! file as a whole is an [`ImportError`]; what is wrong with one item is listed, and the others come
//! in.

mod error;
pub(crate) mod guard;
mod json;
mod merge;
mod page;
pub(crate) mod place;
mod recogito;
mod w3c;

pub use error::ImportError;
pub use merge::{Change, ImportReport};
pub(crate) use page::{CLOSING, OPENING};

use serde_json::Value;
use sourcelight_annotation::record::Record;
use sourcelight_state::Kept;

use crate::library::record_of;
use crate::{Library, archive, limits, web};

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Our own, as a file or inside a report.
    Sourcelight,
    /// W3C JSON-LD.
    W3c,
    /// A Hypothesis export, or rows of its API.
    Hypothesis,
    /// Recogito's own form, or its W3C form.
    Recogito,
}

impl Format {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Sourcelight => "Sourcelight",
            Format::W3c => "W3C Web Annotation",
            Format::Hypothesis => "Hypothesis",
            Format::Recogito => "Recogito",
        }
    }

    /// The writer that what comes in by this format counts as made by.
    const fn device(self) -> &'static str {
        match self {
            Format::Sourcelight => "from:sourcelight",
            Format::W3c => "from:w3c",
            Format::Hypothesis => "from:hypothesis",
            Format::Recogito => "from:recogito",
        }
    }
}

/// Something in a file that did not come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Where it stands in the file: a part's name, or the number of an item.
    pub place: String,
    /// Why.
    pub why: String,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What it was written in.
    pub format: Format,
    /// The articles, annotations and settings in it.
    pub library: Library,
    /// What could not be read, the first two hundred reasons.
    pub unread: Vec<Unread>,
    /// How many items could not be read.
    pub unread_count: usize,
    /// How many of the machine's own suggestions were left out; they are made anew for every article.
    pub machine: usize,
}

/// Reads a file of any known format. `name` is the file's name, if it has one; the content decides,
/// the name only helps the messages.
///
/// # Errors
/// An [`ImportError`], in words for the reader, where the file as a whole cannot be read.
///
/// ```
/// let error = sourcelight_exchange::import(b"PK\x03\x04 cut off", "notes.sourcelight").unwrap_err();
/// assert!(error.to_string().contains("damaged or cut off"));
/// ```
pub fn import(bytes: &[u8], name: &str) -> Result<Imported, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.len() > limits::FILE {
        let megabytes = bytes.len() >> 20;
        return Err(ImportError::TooLarge { megabytes });
    }
    let is_archive =
        bytes.starts_with(b"PK") || name.to_ascii_lowercase().ends_with(".sourcelight");
    if is_archive {
        return archive::read(bytes);
    }
    let start = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    if start.starts_with(b"<") {
        return page::read(bytes);
    }
    json::read(bytes)
}

/// Whether a file is one of ours, rather than an article to open: a `.sourcelight` file, or a report
/// that has its data in it. Looks at the content only.
pub fn is_ours(bytes: &[u8]) -> bool {
    page::data(bytes).is_some() || bytes.starts_with(b"PK") && archive::read(bytes).is_ok()
}

impl Imported {
    pub(crate) fn new(format: Format) -> Self {
        Self {
            format,
            library: Library::default(),
            unread: Vec::new(),
            unread_count: 0,
            machine: 0,
        }
    }

    /// Notes that something did not come in.
    pub(crate) fn refuse(&mut self, place: &str, why: &str) {
        self.unread_count += 1;
        if self.unread.len() < limits::REASONS {
            self.unread.push(Unread {
                place: shortened(place),
                why: shortened(why),
            });
        }
    }

    /// Takes in an annotation from a format without versions: it is the version that its date says.
    fn add(&mut self, annotation: Value) {
        if web::is_machine(&annotation) {
            self.machine += 1;
            return;
        }
        let record = record_of(&annotation, self.format.device());
        let id = record.id().to_owned();
        let crowded = self
            .library
            .annotations
            .get(&id)
            .is_some_and(|here| here.versions().len() >= 8);
        if crowded {
            self.refuse(
                &id,
                "the file holds it too often, each time with other words",
            );
        } else {
            self.library.annotations.take_in(record);
        }
    }

    /// The annotations with what they lacked to stand on the article they were imported for:
    /// positions in UTF-16 become code points of its text, and what does not say what it is about
    /// is about it. What is about another page is left as it is.
    #[must_use]
    pub fn on(mut self, kept: &Kept) -> Self {
        let records = std::mem::take(&mut self.library.annotations);
        for record in records {
            let id = record.id().to_owned();
            let versions = record.versions().iter().cloned().map(|mut version| {
                if let Some(annotation) = &mut version.content {
                    place::settle(annotation, kept);
                }
                version
            });
            match Record::of(id.clone(), versions.collect()) {
                Ok(record) => {
                    self.library.annotations.take_in(record);
                }
                Err(error) => self.refuse(&id, &error.to_string()),
            }
        }
        self
    }
}

/// Words for a message, without what could upset the place they are shown in.
fn shortened(text: &str) -> String {
    let plain = text.chars().filter(|c| !c.is_control());
    let cut: String = plain.clone().take(200).collect();
    if plain.count() > 200 {
        cut + "…"
    } else {
        cut
    }
}
