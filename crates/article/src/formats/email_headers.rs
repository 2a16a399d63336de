//! Telling mail from other text by the header it opens with (RFC 5322, section 2.2).

/// Fields of which a mail has at least two …
const COMMON: &[&str] = &["from", "to", "subject", "date", "sender", "reply-to", "cc"];
/// … and fields that are written by programs only, of which it has at least one.
const TECHNICAL: &[&str] = &[
    "mime-version",
    "message-id",
    "received",
    "content-type",
    "content-transfer-encoding",
    "return-path",
    "delivered-to",
    "x-mailer",
    "dkim-signature",
    "snapshot-content-location",
];
/// Headers are shorter than this, in bytes.
const LOOKED_AT: usize = 32_000;

/// Whether `bytes` open with the header of a mail or of a saved page.
pub(crate) fn has_headers(bytes: &[u8]) -> bool {
    let fields = fields(bytes);
    let of = |known: &[&str]| {
        fields
            .iter()
            .filter(|(f, _)| known.contains(&f.as_str()))
            .count()
    };
    let (common, technical) = (of(COMMON), of(TECHNICAL));
    technical > 0 && common + technical >= 2
}

/// Whether `bytes` open with one field of a mail at least.
pub(crate) fn has_one(bytes: &[u8]) -> bool {
    let known = |f: &str| COMMON.contains(&f) || TECHNICAL.contains(&f);
    fields(bytes).iter().any(|(f, _)| known(f))
}

/// Whether the header is that of a page saved with its pictures (RFC 2557) and of no mail.
pub(crate) fn is_saved_page(bytes: &[u8]) -> bool {
    let fields = fields(bytes);
    let value = |name: &str| {
        fields
            .iter()
            .find(|(f, _)| f == name)
            .map(|(_, v)| v.as_str())
    };
    let related = value("content-type").is_some_and(|v| v.contains("multipart/related"));
    let saved = value("snapshot-content-location").is_some()
        || value("from").is_some_and(|v| v.contains("saved by"));
    saved || (related && value("to").is_none() && value("received").is_none())
}

/// Whether `bytes` are mails one after the other, each under a line "From somebody at some time".
pub(crate) fn is_mailbox(bytes: &[u8]) -> bool {
    let Some(line) = bytes.strip_prefix(b"From ") else {
        return false;
    };
    let end = line.iter().position(|&b| b == b'\n');
    end.is_some_and(|end| has_headers(&line[end + 1..]))
}

/// The fields of the header that `bytes` open with, names and values in lower case.
fn fields(bytes: &[u8]) -> Vec<(String, String)> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]);
    let mut fields: Vec<(String, String)> = Vec::new();
    let head = head
        .trim_start_matches('\u{feff}')
        .trim_start_matches(['\r', '\n']);
    for line in head.lines() {
        if line.is_empty() {
            break;
        }
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push_str(&line.to_ascii_lowercase());
            }
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            // Prose, so what stood above was none of a header either.
            return Vec::new();
        };
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if name.is_empty() || !name.chars().all(is_name) {
            return Vec::new();
        }
        fields.push((name.to_ascii_lowercase(), value.to_ascii_lowercase()));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_is_told_from_prose_that_looks_alike() {
        let mail =
            b"Subject: Storm\r\nFrom: Jane <jane@example.org>\r\nMIME-Version: 1.0\r\n\r\nText";
        assert!(has_headers(mail) && !is_saved_page(mail));
        assert!(!has_headers(
            b"From: the desk\nSubject: storm\n\nThe harbour was closed."
        ));
        assert!(!has_headers(
            b"Storm: what we know\n\nThe harbour was closed."
        ));
        assert!(has_one(b"Subject: Storm\n\nText"));
    }

    #[test]
    fn saved_pages_and_mailboxes_are_told() {
        let page = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\n\
            Subject: Storm\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=\"x\"\n\n";
        assert!(has_headers(page) && is_saved_page(page));
        let mails = b"From jane@example.org Mon May 12 10:00:00 2024\nSubject: Storm\nFrom: Jane\n\
            Message-ID: <1@example.org>\n\nText";
        assert!(is_mailbox(mails));
        assert!(!is_mailbox(
            b"From the start it was clear.\nSubject: none\n"
        ));
    }
}
