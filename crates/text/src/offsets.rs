//! Conversion between the three units of offset.

use serde::{Deserialize, Serialize};

use crate::Span;

/// A half-open range of UTF-16 code units: what the DOM, Hypothesis and Recogito count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Utf16Span {
    /// First code unit.
    pub start: usize,
    /// One past the last code unit.
    pub end: usize,
}

/// A half-open range of Unicode code points: what W3C JSON-LD, our own files and the command line
/// count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CodePointSpan {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// How many bytes lie between two remembered places; one lookup scans at most this many.
const STRIDE: usize = 128;

/// A place in the text, counted three ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Place {
    byte: usize,
    utf16: usize,
    code_point: usize,
}

/// Converts offsets of one text between UTF-8 bytes, UTF-16 code units and code points.
///
/// Building is linear in the text; a lookup takes logarithmic time. Offsets past the end are
/// answered with the end; an offset inside a character is answered with that character's start.
#[derive(Clone, Debug)]
pub struct OffsetMap<'t> {
    text: &'t str,
    places: Vec<Place>,
}

impl<'t> OffsetMap<'t> {
    /// Reads `text` once and remembers a place every 128 bytes.
    pub fn new(text: &'t str) -> Self {
        let mut places = vec![Place::default()];
        let mut at = Place::default();
        let mut next = STRIDE;
        for c in text.chars() {
            if at.byte >= next {
                places.push(at);
                next = at.byte + STRIDE;
            }
            at = step(at, c);
        }
        Self { text, places }
    }

    /// A byte span in code points.
    pub fn code_points(&self, span: Span) -> CodePointSpan {
        CodePointSpan {
            start: self.find(span.start, |p| p.byte).code_point,
            end: self.find(span.end, |p| p.byte).code_point,
        }
    }

    /// A byte span in UTF-16 code units.
    pub fn utf16(&self, span: Span) -> Utf16Span {
        Utf16Span {
            start: self.find(span.start, |p| p.byte).utf16,
            end: self.find(span.end, |p| p.byte).utf16,
        }
    }

    /// A code point span in bytes.
    pub fn from_code_points(&self, span: CodePointSpan) -> Span {
        Span::new(
            self.find(span.start, |p| p.code_point).byte,
            self.find(span.end, |p| p.code_point).byte,
        )
    }

    /// A UTF-16 span in bytes. An offset between the halves of a surrogate pair is answered with
    /// the start of the character.
    pub fn from_utf16(&self, span: Utf16Span) -> Span {
        Span::new(
            self.find(span.start, |p| p.utf16).byte,
            self.find(span.end, |p| p.utf16).byte,
        )
    }

    /// The last character start whose `unit` count is at most `wanted`.
    fn find(&self, wanted: usize, unit: impl Fn(&Place) -> usize) -> Place {
        let after = self.places.partition_point(|p| unit(p) <= wanted);
        let mut at = self.places[after.saturating_sub(1)];
        for c in self.text[at.byte..].chars() {
            if unit(&at) >= wanted {
                break;
            }
            let next = step(at, c);
            if unit(&next) > wanted {
                break;
            }
            at = next;
        }
        at
    }
}

fn step(at: Place, c: char) -> Place {
    Place {
        byte: at.byte + c.len_utf8(),
        utf16: at.utf16 + c.len_utf16(),
        code_point: at.code_point + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn emoji_and_combining_marks_are_counted_in_each_unit() {
        let text = "e\u{301}🕊x";
        let map = OffsetMap::new(text);
        let x = Span::new(text.len() - 1, text.len());
        assert_eq!(map.code_points(x), CodePointSpan { start: 3, end: 4 });
        assert_eq!(map.utf16(x), Utf16Span { start: 4, end: 5 });
    }

    #[test]
    fn an_offset_inside_a_character_falls_back_to_its_start() {
        let map = OffsetMap::new("a🕊b");
        assert_eq!(
            map.from_utf16(Utf16Span { start: 2, end: 3 }),
            Span::new(1, 5)
        );
        assert_eq!(
            map.code_points(Span::new(3, 5)),
            CodePointSpan { start: 1, end: 2 }
        );
    }

    #[test]
    fn an_offset_past_the_end_is_the_end() {
        let map = OffsetMap::new("é");
        assert_eq!(
            map.from_code_points(CodePointSpan { start: 0, end: 99 }),
            Span::new(0, 2)
        );
    }

    fn prose() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("a".to_owned()),
            Just("🇺🇦".to_owned()),
            Just("e\u{301}".to_owned()),
            Just("שלום ".to_owned()),
            Just("👩‍👩‍👧".to_owned()),
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..400).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn every_character_boundary_survives_the_round_trip(text in prose(), a in 0usize..600, b in 0usize..600) {
            let bounds: Vec<usize> =
                text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let (a, b) = (bounds[a % bounds.len()], bounds[b % bounds.len()]);
            let span = Span::new(a.min(b), a.max(b));
            let map = OffsetMap::new(&text);
            prop_assert_eq!(map.from_code_points(map.code_points(span)), span);
            prop_assert_eq!(map.from_utf16(map.utf16(span)), span);
            prop_assert_eq!(map.code_points(span).start, text[..span.start].chars().count());
            prop_assert_eq!(map.utf16(span).end, text[..span.end].encode_utf16().count());
        }

        #[test]
        fn no_offset_panics_or_leaves_the_text(text in prose(), a in 0usize..9000, b in 0usize..9000) {
            let map = OffsetMap::new(&text);
            let span = map.from_utf16(Utf16Span { start: a, end: b });
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
        }
    }
}
