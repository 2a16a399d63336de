//! The records of a web archive and the pages in them.

use std::io::{BufRead, Read};

use super::http::{Response, body, response};

/// A page as it was archived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Its address.
    pub(super) url: String,
    /// Its content type, parameters included.
    pub(super) content_type: Option<String>,
    /// Its bytes, with the encodings of the transport undone.
    pub(super) body: Vec<u8>,
}

/// The largest page that is kept, in bytes.
pub(super) const LARGEST_PAGE: usize = 12_000_000;
/// The most that all pages together may have, in bytes; further ones are not kept.
const LARGEST_ALL: usize = 60_000_000;
/// The most that is unpacked of one archive, in bytes.
const LARGEST_UNPACKED: u64 = 400_000_000;
/// Pages pack to a tenth; what packs further is a bomb …
const HIGHEST_RATIO: u64 = 25;
/// … unless it is small anyway.
const SMALL: u64 = 60_000_000;
/// The longest line of a record's header.
const LONGEST_LINE: u64 = 16_000;
/// The most lines of a record's header.
const MOST_LINES: usize = 200;

/// The pages of an archive of `packed` bytes in its order, and whether it was read to its end.
///
/// # Errors
/// When the archive unpacks to far more than any crawl that can be opened.
pub(super) fn pages(reader: &mut dyn BufRead, packed: u64) -> Result<(Vec<Page>, bool), ()> {
    let by_ratio = SMALL.max(packed.saturating_mul(HIGHEST_RATIO));
    let mut reader = reader.take(by_ratio.min(LARGEST_UNPACKED));
    let mut pages: Vec<Page> = Vec::new();
    let mut kept = 0;
    let whole = loop {
        let header = match header(&mut reader) {
            Some(header) => header,
            None if reader.limit() == 0 => return Err(()),
            None => break reader.fill_buf().is_ok_and(<[u8]>::is_empty),
        };
        let block = header.length.min(LARGEST_PAGE as u64 + 64_000);
        let wanted = header.is_page && kept < LARGEST_ALL && header.length <= block;
        let mut bytes = Vec::new();
        let read = if wanted {
            (&mut reader)
                .take(header.length)
                .read_to_end(&mut bytes)
                .map(|n| n as u64)
        } else {
            std::io::copy(&mut (&mut reader).take(header.length), &mut std::io::sink())
        };
        if reader.limit() == 0 {
            return Err(());
        }
        if wanted && let Some(page) = page(&header, &bytes) {
            kept += page.body.len();
            pages.push(page);
        }
        if read.is_err() || read.is_ok_and(|n| n < header.length) {
            break false;
        }
    };
    Ok((pages, whole))
}

struct Header {
    url: String,
    /// Whether the record is an HTTP response or a resource that was kept without one.
    is_page: bool,
    is_http: bool,
    content_type: Option<String>,
    length: u64,
}

/// The next record's header; none at the end, or where what follows is no record.
fn header(reader: &mut impl BufRead) -> Option<Header> {
    let mut line = Vec::new();
    // Records are parted by blank lines.
    for _ in 0..MOST_LINES {
        line.clear();
        reader
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .ok()?;
        if line.is_empty() {
            return None;
        }
        if !line.iter().all(u8::is_ascii_whitespace) {
            break;
        }
    }
    if !line.starts_with(b"WARC/") {
        return None;
    }
    let mut header = Header {
        url: String::new(),
        is_page: false,
        is_http: false,
        content_type: None,
        length: 0,
    };
    let mut kind = String::new();
    for _ in 0..MOST_LINES {
        line.clear();
        reader
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)
            .ok()?;
        let text = String::from_utf8_lossy(&line);
        let text = text.trim();
        if text.is_empty() {
            break;
        }
        let Some((name, value)) = text.split_once(':') else {
            continue;
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => kind = value.to_ascii_lowercase(),
            "warc-target-uri" => header.url = value.trim_matches(['<', '>']).to_owned(),
            "content-type" => header.content_type = Some(value.to_owned()),
            "content-length" => header.length = value.parse().ok()?,
            _ => {}
        }
    }
    let content = header.content_type.as_deref().unwrap_or_default();
    header.is_http = kind == "response" && content.starts_with("application/http");
    header.is_page = header.is_http || (kind == "resource" && is_html(content));
    Some(header)
}

/// The page in a record's `bytes`; none where it is a picture, a redirection or an error.
fn page(header: &Header, bytes: &[u8]) -> Option<Page> {
    let web = header.url.starts_with("http://") || header.url.starts_with("https://");
    if !web {
        return None;
    }
    let url = header.url.clone();
    if !header.is_http {
        return Some(Page {
            url,
            content_type: header.content_type.clone(),
            body: bytes.to_vec(),
        });
    }
    let Response { head, rest } = response(bytes)?;
    if !is_html(head.content_type.as_deref().unwrap_or_default()) {
        return None;
    }
    let body = body(&head, rest);
    (!body.is_empty()).then_some(Page {
        url,
        content_type: head.content_type,
        body,
    })
}

fn is_html(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("text/html") || kind.eq_ignore_ascii_case("application/xhtml+xml")
}
