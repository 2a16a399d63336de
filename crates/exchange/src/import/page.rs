//! The report that has its data in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{ImportError, Imported};
use crate::archive;

/// What the element is called that holds the data in a report. Its type is one that no browser runs.
pub(crate) const OPENING: &str =
    r#"<script type="application/octet-stream" id="sourcelight-data">"#;
/// What ends it.
pub(crate) const CLOSING: &str = "</script>";

/// The `.sourcelight` data inside a report.
pub(super) fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let data = data(bytes).ok_or(ImportError::NoData)?;
    let plain: Vec<u8> = data
        .iter()
        .copied()
        .filter(|b| !b.is_ascii_whitespace())
        .collect();
    let archive = STANDARD
        .decode(plain)
        .map_err(|error| ImportError::DamagedArchive(error.to_string()))?;
    archive::read(&archive)
}

/// The encoded data, where the page is a report of ours. A report whose end is missing has its data
/// cut off, which the archive then notices.
pub(super) fn data(bytes: &[u8]) -> Option<&[u8]> {
    let found = |needle: &str, from: &[u8]| {
        from.windows(needle.len())
            .position(|w| w == needle.as_bytes())
    };
    let rest = &bytes[found(OPENING, bytes)? + OPENING.len()..];
    let end = found(CLOSING, rest).unwrap_or(rest.len());
    Some(&rest[..end])
}
