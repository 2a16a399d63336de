//! What is turned away before it is read: pages too large or too deep for any article.

use super::{DEEPEST, LARGEST};
use crate::OpenError;

/// Elements that a page need not close, or that hold nothing; they say nothing of its depth.
const OPEN_ENDED: &[&str] = &[
    "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "br", "img",
    "hr", "input", "meta", "link", "source", "area", "base", "col", "embed", "param", "track",
    "wbr", "html", "body", "head", "colgroup",
];

/// Checks size and depth. The depth is that of the tags as written, which is what a parser would
/// build at most. Linear.
pub(super) fn check(html: &str) -> Result<(), OpenError> {
    if html.len() > LARGEST {
        return Err(OpenError::TooLarge {
            found: html.len(),
            limit: LARGEST,
        });
    }
    let mut depth: usize = 0;
    let bytes = html.as_bytes();
    for (at, _) in html.match_indices('<') {
        let closes = bytes.get(at + 1) == Some(&b'/');
        let name_at = at + 1 + usize::from(closes);
        let name_len = bytes
            .get(name_at..)
            .unwrap_or_default()
            .iter()
            .take(12)
            .take_while(|b| b.is_ascii_alphanumeric())
            .count();
        let name = html.get(name_at..name_at + name_len).unwrap_or_default();
        if name.is_empty() || OPEN_ENDED.iter().any(|n| n.eq_ignore_ascii_case(name)) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
        } else if !is_self_closed(&bytes[name_at..]) {
            depth += 1;
        }
        if depth > DEEPEST {
            return Err(OpenError::TooDeep { limit: DEEPEST });
        }
    }
    Ok(())
}

/// Whether the tag at the start of `bytes` ends in "/>", as drawings' parts do.
fn is_self_closed(bytes: &[u8]) -> bool {
    /// A longer tag is taken for one that is not.
    const LONGEST: usize = 2000;
    let end = bytes.iter().take(LONGEST).position(|b| *b == b'>');
    end.is_some_and(|e| e > 0 && bytes[e - 1] == b'/')
}
