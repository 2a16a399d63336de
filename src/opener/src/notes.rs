//! Whether a file holds notes rather than an article.

use crate::Request;

/// What opens the data inside a report that Sourcelight saved (`crates/exchange/src/import/page.rs`).
const DATA: &[u8] = br#"<script type="application/octet-stream" id="sourcelight-data">"#;

/// Whether a file is one of ours, a report with our data in it, or annotations as JSON. The content
/// decides where it can; a file that calls itself ours and is damaged is told so by its own reader.
pub(crate) fn are_in(bytes: &[u8], request: &Request) -> bool {
    let name = request.name.as_deref().unwrap_or_default().to_lowercase();
    if name.ends_with(".sourcelight") {
        return true;
    }
    let start = bytes
        .strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(bytes)
        .trim_ascii_start();
    let media_type = request.media_type.as_deref().unwrap_or_default();
    let named = name.ends_with(".json") || name.ends_with(".jsonld") || media_type.contains("json");
    match start.first() {
        Some(b'<') => bytes.windows(DATA.len()).any(|part| part == DATA),
        Some(b'{' | b'[') => named,
        _ => false,
    }
}
