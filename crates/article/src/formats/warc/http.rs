//! An HTTP response as it went over the wire (RFC 9112), and the body in it.

use std::io::Read;

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::records::LARGEST_PAGE;

/// A successful response.
pub(super) struct Response<'a> {
    pub(super) head: Head,
    /// What stands behind the header.
    pub(super) rest: &'a [u8],
}

/// What a response's header says of its body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) content_type: Option<String>,
    encoding: String,
    chunked: bool,
}

/// The response in `bytes`; none where it is no success.
pub(super) fn response(bytes: &[u8]) -> Option<Response<'_>> {
    /// Headers are shorter, in bytes.
    const LONGEST_HEADER: usize = 100_000;
    let cut = &bytes[..bytes.len().min(LONGEST_HEADER)];
    let (end, gap) = cut
        .windows(4)
        .position(|w| w == b"\r\n\r\n")
        .map(|at| (at, 4))
        .or_else(|| cut.windows(2).position(|w| w == b"\n\n").map(|at| (at, 2)))?;
    let text = String::from_utf8_lossy(&bytes[..end]);
    let mut lines = text.lines();
    let status = lines.next()?.split_whitespace().nth(1)?;
    if !status.starts_with('2') {
        return None;
    }
    let mut head = Head::default();
    for (name, value) in lines.filter_map(|l| l.split_once(':')) {
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "content-type" => head.content_type = Some(value.to_owned()),
            "content-encoding" => head.encoding = value.to_ascii_lowercase(),
            "transfer-encoding" => head.chunked = value.to_ascii_lowercase().contains("chunked"),
            _ => {}
        }
    }
    let rest = &bytes[end + gap..];
    Some(Response { head, rest })
}

/// The body with its encodings undone. Archives often keep the header of an encoding that they have
/// undone already, so each is undone only where the bytes show it. What cannot be undone is empty.
pub(super) fn body(head: &Head, rest: &[u8]) -> Vec<u8> {
    let whole = match head.chunked.then(|| unchunked(rest)).flatten() {
        Some(whole) => whole,
        None => rest.to_vec(),
    };
    let gzipped = whole.starts_with(&[0x1f, 0x8b]);
    match head.encoding.as_str() {
        _ if gzipped => inflated(MultiGzDecoder::new(&whole[..])).unwrap_or_default(),
        "deflate" if !whole.trim_ascii_start().starts_with(b"<") => {
            inflated(ZlibDecoder::new(&whole[..]))
                .or_else(|| inflated(DeflateDecoder::new(&whole[..])))
                .unwrap_or_default()
        }
        "" | "identity" | "gzip" | "x-gzip" | "deflate" => whole,
        // Brotli and Zstandard are kept by few archives; most undo them.
        _ if super::super::charset::is_binary(&whole) => Vec::new(),
        _ => whole,
    }
}

/// What `reader` unpacks to, up to the largest page; none where nothing is readable.
fn inflated(reader: impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = reader.take(LARGEST_PAGE as u64).read_to_end(&mut bytes);
    (read.is_ok() || !bytes.is_empty()).then_some(bytes)
}

/// The chunks of `bytes` put together; none where they are not in chunks.
fn unchunked(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        let end = rest.iter().take(200).position(|&b| b == b'\n')?;
        let line = std::str::from_utf8(&rest[..end]).ok()?;
        let size = line.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Some(whole);
        }
        let chunk = rest.get(..size).unwrap_or(rest);
        whole.extend_from_slice(chunk);
        rest = rest.get(size..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        if rest.is_empty() {
            return Some(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined_and_broken_ones_kept() {
        assert_eq!(
            unchunked(b"5\r\nHello\r\n6;x=1\r\n world\r\n0\r\n\r\n").as_deref(),
            Some(&b"Hello world"[..])
        );
        assert_eq!(unchunked(b"ff\r\ncut").as_deref(), Some(&b"cut"[..]));
        assert_eq!(unchunked(b"<html>\n"), None);
    }

    #[test]
    fn only_successes_are_responses() {
        let moved = b"HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n";
        assert!(response(moved).is_none());
        let found =
            response(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n<p>")
                .unwrap();
        assert_eq!(
            found.head.content_type.as_deref(),
            Some("text/html; charset=koi8-r")
        );
        assert_eq!(body(&found.head, found.rest), b"<p>");
        let stale = Head {
            encoding: "gzip".to_owned(),
            ..Head::default()
        };
        assert_eq!(body(&stale, b"<p>"), b"<p>");
    }
}
