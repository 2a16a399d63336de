//! A half-open range of UTF-8 bytes.

use serde::{Deserialize, Serialize};

/// A half-open range `[start, end)` of UTF-8 bytes in one text. Both ends lie on character
/// boundaries of that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, both UTF-8 byte offsets. An `end` before `start` gives an
    /// empty span at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text covered, or an empty string where the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether `other` lies inside this span (an equal span does).
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes shared by both, if any.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Span { start, end })
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// The span moved by `by` bytes to the right.
    pub const fn shifted(self, by: usize) -> Span {
        Span {
            start: self.start + by,
            end: self.end + by,
        }
    }

    /// The span without white space at either edge.
    pub fn trimmed(self, text: &str) -> Span {
        let covered = self.of(text);
        let start = self.start + (covered.len() - covered.trim_start().len());
        let end = start + covered.trim().len();
        Span::new(start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_compare_by_the_bytes_they_cover() {
        let a = Span::new(2, 6);
        assert!(a.overlaps(Span::new(5, 9)));
        assert!(!a.overlaps(Span::new(6, 9)));
        assert!(a.contains(Span::new(2, 6)));
        assert_eq!(a.intersection(Span::new(4, 9)), Some(Span::new(4, 6)));
        assert_eq!(a.cover(Span::new(8, 9)), Span::new(2, 9));
        assert_eq!(Span::new(5, 3), Span::new(5, 5));
    }

    #[test]
    fn trimming_drops_white_space_only() {
        assert_eq!(Span::new(0, 7).trimmed("  « » "), Span::new(2, 7));
        assert_eq!(Span::new(0, 3).trimmed("   "), Span::new(3, 3));
    }

    #[test]
    fn a_span_off_a_boundary_covers_nothing() {
        assert_eq!(Span::new(1, 2).of("é"), "");
    }
}
