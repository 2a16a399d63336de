//! The `.sourcelight` file: a zip of everything, lossless, for backup, assignment and hand-in.
//!
//! ```text
//! manifest.json          format, schema version, which file holds what
//! articles/….json        one article in all its versions
//! annotations/….jsonld   a W3C AnnotationPage of its annotations; `other.jsonld` for those of no
//!                        article in the file
//! settings.json
//! ```
//!
//! Another program reads the annotations as they are. Versions, devices and tombstones stand beside
//! them under our own prefix: `sl:record` and `sl:versions` in an item, `sl:bin` and `sl:erased` in
//! the page. The same content gives the same bytes: no dates, no order that could differ.

mod items;
mod read;
mod write;
mod zip;

pub(crate) use items::record;
pub(crate) use read::read;
pub(crate) use write::write;
pub(crate) use zip::pack;

/// The version of the file's shape. A file with a higher one is refused, not guessed at.
pub const SCHEMA: u64 = 1;

/// What the manifest calls the format.
const FORMAT: &str = "sourcelight";
const MANIFEST: &str = "manifest.json";
const SETTINGS: &str = "settings.json";
/// Where annotations stand whose article is not in the file.
const OTHER: &str = "annotations/other.jsonld";
