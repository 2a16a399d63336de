//! What is turned away: pages too large or too deep for any article.

use dom_query::{Document, NodeRef};

use super::{DEEPEST, LARGEST};
use crate::OpenError;

/// Tags that stand open at once in the page as written. A parser's cost grows with them, so this is
/// asked before parsing; it is generous, for drawings and unclosed tags count as well.
const MOST_OPEN: usize = 2_500;

/// Tags in a page; the longest articles have a tenth.
const MOST_TAGS: usize = 400_000;
/// Attributes of one tag. A parser compares each with all others.
const MOST_ATTRIBUTES: usize = 5_000;

/// Elements that a page need not close, or that hold nothing.
const OPEN_ENDED: &[&str] = &[
    "p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "br", "img",
    "hr", "input", "meta", "link", "source", "area", "base", "col", "embed", "param", "track",
    "wbr", "html", "body", "head", "colgroup", "path",
];

/// Checks the page as written: its size and its open tags. Linear.
pub(super) fn check_source(html: &str) -> Result<(), OpenError> {
    if html.len() > LARGEST {
        return Err(OpenError::TooLarge {
            found: html.len(),
            limit: LARGEST,
        });
    }
    let bytes = html.as_bytes();
    if bytes.iter().filter(|b| **b == b'<').count() > MOST_TAGS {
        return Err(OpenError::TooTangled { limit: MOST_TAGS });
    }
    let mut open: usize = 0;
    let mut end_of_tag = 0;
    for (at, _) in html.match_indices('<') {
        if at >= end_of_tag && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
            let (end, attributes) = attributes(&bytes[at..]);
            end_of_tag = at + end + raw_text(&html[at..], end);
            if attributes > MOST_ATTRIBUTES {
                let limit = MOST_ATTRIBUTES;
                return Err(OpenError::TooTangled { limit });
            }
        }
        let closes = bytes.get(at + 1) == Some(&b'/');
        let name_at = at + 1 + usize::from(closes);
        let name = bytes.get(name_at..).unwrap_or_default().iter().take(12);
        let name_len = name.take_while(|b| b.is_ascii_alphanumeric()).count();
        let name = html.get(name_at..name_at + name_len).unwrap_or_default();
        if name.is_empty() || OPEN_ENDED.iter().any(|n| n.eq_ignore_ascii_case(name)) {
            continue;
        }
        open = if closes {
            open.saturating_sub(1)
        } else {
            open + 1
        };
        if open > MOST_OPEN {
            return Err(OpenError::TooDeep { limit: DEEPEST });
        }
    }
    Ok(())
}

/// How long the text is that stands behind the tag that `html` opens with, `end` bytes in, and is read
/// without looking for tags; 0 where the tag opens none.
fn raw_text(html: &str, end: usize) -> usize {
    const RAW: &[&str] = &[
        "script", "style", "textarea", "title", "noscript", "iframe", "xmp",
    ];
    let opens = |name: &&&str| {
        let behind = html.get(1..=name.len());
        behind.is_some_and(|b| b.eq_ignore_ascii_case(name))
            && !html
                .as_bytes()
                .get(name.len() + 1)
                .is_some_and(u8::is_ascii_alphanumeric)
    };
    let Some(name) = RAW.iter().find(opens) else {
        return 0;
    };
    let text = html.get(end..).unwrap_or_default();
    let closes = |at: &usize| {
        let behind = text.get(at + 2..at + 2 + name.len());
        behind.is_some_and(|b| b.eq_ignore_ascii_case(name))
    };
    let mut ends = text.match_indices("</").map(|(at, _)| at);
    ends.find(closes).unwrap_or(0)
}

/// Where the tag that `tag` opens with ends, and about how many attributes it has.
fn attributes(tag: &[u8]) -> (usize, usize) {
    let mut quote = None;
    let mut found = 0;
    let mut before = b'<';
    for (at, &byte) in tag.iter().enumerate() {
        match quote {
            Some(mark) if byte == mark => quote = None,
            Some(_) => {}
            None if byte == b'>' => return (at, found),
            None if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => {
                let starts = before.is_ascii_whitespace() || matches!(before, b'/' | b'"' | b'\'');
                found += usize::from(starts && !byte.is_ascii_whitespace());
            }
        }
        if !byte.is_ascii_whitespace() || before != b'=' {
            before = byte;
        }
    }
    (tag.len(), found)
}

/// Checks how deep the elements of `document` are nested. Linear.
pub(super) fn check_depth(document: &Document) -> Result<(), OpenError> {
    let mut stack: Vec<(NodeRef, usize)> = vec![(document.root(), 0)];
    while let Some((node, depth)) = stack.pop() {
        if depth > DEEPEST {
            return Err(OpenError::TooDeep { limit: DEEPEST });
        }
        stack.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    Ok(())
}
