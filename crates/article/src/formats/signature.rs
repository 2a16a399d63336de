//! Files that hold no text, known by how they begin: `data/signatures.txt`.

use std::sync::LazyLock;

use crate::OpenError;

const SIGNATURES: &str = include_str!("../../data/signatures.txt");

struct Signature {
    offset: usize,
    /// None is any byte.
    bytes: Vec<Option<u8>>,
    what: &'static str,
    instead: Option<&'static str>,
}

static ALL: LazyLock<Vec<Signature>> = LazyLock::new(|| {
    let lines = SIGNATURES.lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(signature).collect()
});

/// Answers the error for a file that begins as one of the known kinds that hold no text.
pub(crate) fn check(bytes: &[u8]) -> Result<(), OpenError> {
    let fits = |s: &&Signature| {
        let place = bytes.get(s.offset..s.offset + s.bytes.len());
        place.is_some_and(|p| {
            p.iter()
                .zip(&s.bytes)
                .all(|(b, s)| s.is_none_or(|s| s == *b))
        })
    };
    match ALL.iter().find(fits) {
        Some(Signature {
            what,
            instead: Some(instead),
            ..
        }) => Err(OpenError::Unsupported { what, instead }),
        Some(Signature { what, .. }) => Err(OpenError::Media { what }),
        None => Ok(()),
    }
}

fn signature(line: &'static str) -> Option<Signature> {
    let mut fields = line.split('\t');
    let offset = fields.next()?.parse().ok()?;
    let hex = fields.next()?;
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    Some(Signature {
        offset,
        bytes: (0..hex.len()).step_by(2).map(byte).collect(),
        what: fields.next()?,
        instead: fields.next(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_told_with_its_article() {
        let lines = SIGNATURES.lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(ALL.len(), lines);
        for signature in ALL.iter() {
            assert!(signature.what.starts_with("a ") || signature.what.starts_with("an "));
            assert!(signature.bytes.iter().flatten().count() >= 2);
        }
    }

    #[test]
    fn pictures_and_films_are_named() {
        let what = |bytes: &[u8]| check(bytes).unwrap_err().to_string();
        assert!(what(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("a PNG picture"));
        assert!(what(b"RIFF\x10\0\0\0WEBPVP8 ").contains("a WebP picture"));
        assert!(what(b"\0\0\0\x20ftypisom").contains("an MP4 film"));
        assert!(what(b"Rar!\x1a\x07\0").contains("Unpack it"));
        assert!(check(b"Once upon a time").is_ok());
        assert!(check(b"").is_ok());
    }
}
