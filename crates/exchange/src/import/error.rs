//! Why a file could not be taken in.

use crate::limits;

/// Why a file could not be taken in. Nothing here was changed by the attempt.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No byte in it.
    #[error("the file is empty; save it again where it comes from")]
    Empty,
    /// Larger than is read.
    #[error("the file is {megabytes} MB; at most {} MB are read. Export a part of it and import that", limits::FILE >> 20)]
    TooLarge {
        /// Its size.
        megabytes: usize,
    },
    /// Not text, and no archive either.
    #[error(
        "the file is not text in UTF-8; save it as UTF-8, or choose the .json, .jsonld, .html or .sourcelight file"
    )]
    NotUtf8,
    /// JSON that is broken, often because the file is cut off.
    #[error(
        "the file is not complete JSON (line {line}, column {column}); it may be cut off: download or export it again"
    )]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// Lists within lists beyond any sense.
    #[error(
        "the file nests deeper than {} levels, which no annotation does; it was not read",
        limits::DEPTH
    )]
    TooDeep,
    /// More values than any reader could have made.
    #[error(
        "the file holds more than {} values; export a part of it and import that",
        limits::VALUES
    )]
    TooMany,
    /// An archive that is damaged or cut off.
    #[error("the archive is damaged or cut off ({0}); download or export it again")]
    DamagedArchive(String),
    /// An archive that would unpack to more than is read.
    #[error("the archive unpacks to more than {} MB; it was not read", limits::UNPACKED >> 20)]
    Bomb,
    /// A sound archive of another kind.
    #[error(
        "the file is an archive, but not one of Sourcelight's: it has no manifest.json. A Word document or a web page can be opened as an article instead"
    )]
    NotOurArchive,
    /// Written by a later version.
    #[error(
        "the file was written by a later version of Sourcelight (schema {schema}; this one reads up to {}). Reload the page to get the new version, then import again",
        crate::archive::SCHEMA
    )]
    Later {
        /// Its schema.
        schema: u64,
    },
    /// A web page without our data.
    #[error(
        "the page holds no Sourcelight data; open it as an article instead, or choose a report that Sourcelight saved"
    )]
    NoData,
    /// JSON of another kind.
    #[error(
        "the file is JSON, but holds no annotations that are known here (W3C, Hypothesis, Recogito, Sourcelight)"
    )]
    UnknownFormat,
    /// Annotations in the model that came before the W3C's.
    #[error(
        "the file is in the older Open Annotation model, which is not read; export it as W3C Web Annotation where it comes from"
    )]
    OlderModel,
    /// A collection that only points to where its annotations are.
    #[error(
        "the collection only names the address of its pages ({0}); download the pages and import them"
    )]
    Elsewhere(String),
}
