//! Any file in, [`Article`](crate::Article) out.
//!
//! A file is told by its content (`sniff.rs`). Each format is one file or folder of its own here; what it
//! finds goes through a [`manuscript::Manuscript`], which makes blocks of it. Files are hostile until
//! they are read: sizes, depths and what archives unpack to are bounded, and nothing of a file's markup
//! is kept.

#[cfg(feature = "formats")]
mod archive;
#[cfg(feature = "formats")]
mod charset;
#[cfg(feature = "formats")]
mod docx;
#[cfg(feature = "formats")]
mod email_headers;
#[cfg(feature = "formats")]
mod epub;
mod format;
#[cfg(feature = "formats")]
mod mail;
#[cfg(any(feature = "formats", feature = "pdf"))]
mod manuscript;
#[cfg(feature = "formats")]
mod markdown;
#[cfg(feature = "formats")]
mod markup;
#[cfg(feature = "formats")]
mod odt;
#[cfg(feature = "formats")]
mod open_bytes;
mod opened;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "formats")]
mod properties;
#[cfg(feature = "formats")]
mod rtf;
#[cfg(feature = "formats")]
mod signature;
#[cfg(feature = "formats")]
mod sniff;
#[cfg(feature = "formats")]
mod style;
#[cfg(feature = "formats")]
mod warc;
#[cfg(feature = "formats")]
mod xml;

pub use format::Format;
#[cfg(feature = "formats")]
pub use open_bytes::open_bytes;
pub use opened::{Note, Opened, OpenedArticle, Part, Source};
#[cfg(feature = "pdf")]
pub use pdf::open_pdf;

/// The largest file that is opened, in bytes.
#[cfg(any(feature = "formats", feature = "pdf"))]
pub(crate) const LARGEST_FILE: usize = 50_000_000;

/// Whether `bytes` are a PDF, whose reader is a module of its own. The mark may stand behind a little
/// else (ISO 32000, annex H), but behind no text: that only speaks of it.
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    let Some(at) = head.windows(5).position(|w| w == b"%PDF-") else {
        return false;
    };
    let before = &head[..at];
    let blank = |b: &u8| b.is_ascii_whitespace() || matches!(b, 0xef | 0xbb | 0xbf);
    before.iter().all(blank) || before.iter().any(|b| *b < 9)
}

/// Answers the error for files that are empty or larger than any article.
#[cfg(any(feature = "formats", feature = "pdf"))]
pub(crate) fn check_size(bytes: &[u8]) -> Result<(), crate::OpenError> {
    if bytes.is_empty() {
        return Err(crate::OpenError::EmptyFile);
    }
    if bytes.len() > LARGEST_FILE {
        return Err(crate::OpenError::FileTooLarge {
            found: bytes.len(),
            limit: LARGEST_FILE,
        });
    }
    Ok(())
}

/// The ISO 8601 date, or date and time, that `text` is or names.
#[cfg(feature = "formats")]
pub(crate) fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let digits = |at: std::ops::Range<usize>| {
        bytes
            .get(at)
            .is_some_and(|d| d.iter().all(u8::is_ascii_digit))
    };
    let is_iso =
        digits(0..4) && digits(5..7) && digits(8..10) && bytes[4] == b'-' && bytes[7] == b'-';
    if !is_iso {
        return crate::date::read_date(text).map(|d| d.iso);
    }
    let zone = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z');
    let time = text[10..].trim_start_matches(['T', ' ']);
    let is_time = time.len() >= 5 && time.chars().all(zone);
    Some(if is_time {
        format!("{}T{time}", &text[..10])
    } else {
        text[..10].to_owned()
    })
}
