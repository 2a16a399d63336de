//! Zip archives of untrusted origin, bounded in what they unpack.

use std::{
    cell::Cell,
    io::{Cursor, Read},
};

use zip::{ZipArchive, result::ZipError};

use super::Format;
use crate::OpenError;

/// The most entries that are looked at; books have a few thousand.
const MOST_ENTRIES: usize = 20_000;
/// The largest entry that is unpacked, in bytes.
const LARGEST_ENTRY: u64 = 60_000_000;
/// The most that is unpacked of one archive, in bytes.
const LARGEST_TOTAL: u64 = 120_000_000;
/// Prose packs to a tenth, the markup of a table to a hundredth; what packs further is a bomb …
const HIGHEST_RATIO: u64 = 400;
/// … unless it is small anyway.
const SMALL: u64 = 4_000_000;

/// An opened archive.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    /// What its errors call it.
    pub(crate) format: Format,
    unpacked: Cell<u64>,
}

impl<'a> Archive<'a> {
    /// Reads the list of entries, nothing else.
    ///
    /// # Errors
    /// When the archive is damaged, cut off or has too many entries.
    pub(crate) fn open(bytes: &'a [u8], format: Format) -> Result<Self, OpenError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| OpenError::Damaged { format })?;
        if zip.len() > MOST_ENTRIES {
            return Err(OpenError::Unreasonable { format });
        }
        let name = |at| {
            let name = zip.name_for_index(at)?.ok()?;
            Some(name.into_owned())
        };
        let names = (0..zip.len()).map(|at| name(at).unwrap_or_default());
        Ok(Self {
            names: names.collect(),
            zip,
            format,
            unpacked: Cell::new(0),
        })
    }

    /// The entries' names, in the archive's order.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether there is an entry `name`.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.iter().any(|n| n == name)
    }

    /// The bytes of the entry `name`; none where there is no such entry.
    ///
    /// # Errors
    /// When the entry is damaged, asks for a password, or unpacks to too much.
    pub(crate) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, OpenError> {
        let format = self.format;
        let Some(at) = self.names.iter().position(|n| n == name) else {
            return Ok(None);
        };
        let mut entry = self.zip.by_index(at).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => OpenError::Password { format },
            _ => OpenError::Damaged { format },
        })?;
        let left = LARGEST_TOTAL.saturating_sub(self.unpacked.get());
        let by_ratio = SMALL.max(entry.compressed_size().saturating_mul(HIGHEST_RATIO));
        let most = LARGEST_ENTRY.min(left).min(by_ratio);
        // The size that an entry claims is not believed, not even for the buffer.
        let mut bytes = Vec::new();
        let read = (&mut entry).take(most + 1).read_to_end(&mut bytes);
        self.unpacked.set(self.unpacked.get() + bytes.len() as u64);
        if bytes.len() as u64 > most {
            return Err(OpenError::Unreasonable { format });
        }
        read.map_err(|_| OpenError::Damaged { format })?;
        Ok(Some(bytes))
    }

    /// The text of the entry `name`, an XML document; none where there is no such entry.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub(crate) fn read_xml(&mut self, name: &str) -> Result<Option<String>, OpenError> {
        Ok(self
            .read(name)?
            .map(|bytes| super::charset::decode_xml(&bytes)))
    }
}
