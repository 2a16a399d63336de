//! What is turned away: pages too large or too deep for any article.

use dom_query::{Document, NodeRef};

use super::{DEEPEST, LARGEST};
use crate::OpenError;

/// Tags that stand open at once in the page as written. A parser's cost grows with them, so this is
/// asked before parsing; it is generous, for drawings and unclosed tags count as well.
const MOST_OPEN: usize = 2_500;

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
    let mut open: usize = 0;
    for (at, _) in html.match_indices('<') {
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
