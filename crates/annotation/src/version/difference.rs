//! The difference of two texts in words, as a reader sees it.

use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use sourcelight_text::Span;

/// What happened to a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It stands in both.
    Same,
    /// It stands only in the old text.
    Deleted,
    /// It stands only in the new text.
    Inserted,
}

/// A stretch of both texts; empty in the one where it does not stand, at its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What happened to it.
    pub change: Change,
    /// UTF-8 bytes of the old text.
    pub old: Span,
    /// UTF-8 bytes of the new text.
    pub new: Span,
}

/// A piece of the difference, to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// What happened to it.
    pub change: Change,
    /// The words.
    pub text: &'t str,
}

/// Of what takes no part in a common beginning or end, no more than this many lines or words are
/// compared with each other; longer stretches count as replaced. It bounds the time, which else
/// grows with the product of both.
const COMPARED: usize = 4000;

/// The difference of two passages, to be shown: words that went, words that came, in reading order.
pub fn difference<'t>(old: &'t str, new: &'t str) -> Vec<Piece<'t>> {
    let whole = |text: &str| Span::new(0, text.len());
    let mut stretches = Vec::new();
    in_words(old, new, whole(old), whole(new), &mut stretches);
    joined(stretches)
        .into_iter()
        .map(|stretch| Piece {
            change: stretch.change,
            text: match stretch.change {
                Change::Inserted => stretch.new.of(new),
                Change::Same | Change::Deleted => stretch.old.of(old),
            },
        })
        .collect()
}

/// The difference of two texts, line by line and then word by word, in order. The stretches cover
/// both texts.
pub fn compare(old: &str, new: &str) -> Vec<Stretch> {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let mut stretches = Vec::new();
    for part in parts((old, &old_lines, old.len()), (new, &new_lines, new.len())) {
        if part.change == Some(Change::Same) {
            stretches.push(Stretch {
                change: Change::Same,
                old: part.old,
                new: part.new,
            });
        } else {
            in_words(old, new, part.old, part.new, &mut stretches);
        }
    }
    joined(stretches)
}

/// Appends the difference of `old_span` and `new_span` in words.
fn in_words(old: &str, new: &str, old_span: Span, new_span: Span, stretches: &mut Vec<Stretch>) {
    let words_of = |text: &str, span: Span| -> Vec<Span> {
        words(span.of(text))
            .into_iter()
            .map(|w| w.shifted(span.start))
            .collect()
    };
    let (old_words, new_words) = (words_of(old, old_span), words_of(new, new_span));
    for part in parts(
        (old, &old_words, old_span.end),
        (new, &new_words, new_span.end),
    ) {
        match part.change {
            Some(Change::Same) => stretches.push(Stretch {
                change: Change::Same,
                old: part.old,
                new: part.new,
            }),
            _ => {
                let (old_at, new_at) = (part.old, part.new);
                stretches.push(Stretch {
                    change: Change::Deleted,
                    old: old_at,
                    new: Span::new(new_at.start, new_at.start),
                });
                stretches.push(Stretch {
                    change: Change::Inserted,
                    old: Span::new(old_at.end, old_at.end),
                    new: new_at,
                });
            }
        }
    }
}

/// A run of units that are the same, or are replaced by others.
struct Part {
    change: Option<Change>,
    old: Span,
    new: Span,
}

/// Compares two lists of neighbouring units, each with its text and where the last of them ends.
fn parts(
    (old, old_units, old_end): (&str, &[Span], usize),
    (new, new_units, new_end): (&str, &[Span], usize),
) -> Vec<Part> {
    let old_texts: Vec<&str> = old_units.iter().map(|u| u.of(old)).collect();
    let new_texts: Vec<&str> = new_units.iter().map(|u| u.of(new)).collect();
    let (old_count, new_count) = (old_texts.len(), new_texts.len());
    let head = old_texts
        .iter()
        .zip(&new_texts)
        .take_while(|(a, b)| a == b)
        .count();
    let tail = old_texts[head..]
        .iter()
        .rev()
        .zip(new_texts[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old_middle, new_middle) = (head..old_count - tail, head..new_count - tail);
    let covered = |units: &[Span], at_end: usize, range: std::ops::Range<usize>| {
        let start = units.get(range.start).map_or_else(|| at_end, |u| u.start);
        match units.get(range) {
            Some([.., last]) => Span::new(start, last.end),
            _ => Span::new(start, start),
        }
    };
    let mut parts = Vec::new();
    let mut push = |change: Option<Change>,
                    old_range: std::ops::Range<usize>,
                    new_range: std::ops::Range<usize>| {
        if !old_range.is_empty() || !new_range.is_empty() {
            parts.push(Part {
                change,
                old: covered(old_units, old_end, old_range),
                new: covered(new_units, new_end, new_range),
            });
        }
    };
    push(Some(Change::Same), 0..head, 0..head);
    if old_middle.len() > COMPARED || new_middle.len() > COMPARED {
        push(None, old_middle.clone(), new_middle.clone());
    } else {
        let ops = capture_diff_slices(
            Algorithm::Patience,
            &old_texts[old_middle.clone()],
            &new_texts[new_middle.clone()],
        );
        for op in ops {
            let (old_range, new_range) = (op.old_range(), op.new_range());
            let shifted = |r: std::ops::Range<usize>| r.start + head..r.end + head;
            let same = matches!(op, DiffOp::Equal { .. }).then_some(Change::Same);
            push(same, shifted(old_range), shifted(new_range));
        }
    }
    push(
        Some(Change::Same),
        old_middle.end..old_count,
        new_middle.end..new_count,
    );
    parts
}

/// Neighbours with the same change as one; deletions before insertions; empty ones left out.
fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut joined: Vec<Stretch> = Vec::new();
    for stretch in stretches {
        if stretch.old.is_empty() && stretch.new.is_empty() {
            continue;
        }
        match joined.last_mut() {
            Some(last)
                if last.change == stretch.change
                    && last.old.end == stretch.old.start
                    && last.new.end == stretch.new.start =>
            {
                last.old.end = stretch.old.end;
                last.new.end = stretch.new.end;
            }
            _ => joined.push(stretch),
        }
    }
    joined
}

/// Lines with their ends.
fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end;
            span
        })
        .collect()
}

/// Words, white space and single marks, which together are the text. A character of a script
/// without spaces is a word.
fn words(text: &str) -> Vec<Span> {
    #[derive(PartialEq)]
    enum Kind {
        Word,
        Space,
        Mark,
    }
    let kind = |c: char| match c {
        c if c.is_whitespace() => Kind::Space,
        // Marks that combine belong to their letter.
        c if c < '\u{2e80}' && (c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c)) => {
            Kind::Word
        }
        '\u{ac00}'..='\u{d7a3}' => Kind::Word,
        _ => Kind::Mark,
    };
    let mut words: Vec<Span> = Vec::new();
    let mut last = None;
    for (at, c) in text.char_indices() {
        let this = kind(c);
        let end = at + c.len_utf8();
        match words.last_mut() {
            Some(word) if this != Kind::Mark && last.as_ref() == Some(&this) => word.end = end,
            _ => words.push(Span::new(at, end)),
        }
        last = Some(this);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> String {
        difference(old, new)
            .iter()
            .map(|piece| match piece.change {
                Change::Same => piece.text.to_owned(),
                Change::Deleted => format!("[-{}-]", piece.text),
                Change::Inserted => format!("[+{}+]", piece.text),
            })
            .collect()
    }

    #[test]
    fn a_reader_sees_the_words_that_went_and_came() {
        assert_eq!(
            shown(
                "The toll rose to 14, they said.",
                "The toll rose to 17 on Monday, they said."
            ),
            "The toll rose to [-14-][+17 on Monday+], they said."
        );
        assert_eq!(
            shown("微弱多数通过", "压倒性多数通过"),
            "[-微弱-][+压倒性+]多数通过"
        );
        assert_eq!(shown("same", "same"), "same");
        assert_eq!(shown("", "new"), "[+new+]");
    }

    proptest! {
        #[test]
        fn the_stretches_are_both_texts(
            old in "[ab é🕊\n]{0,60}", new in "[ab é🕊\n]{0,60}",
        ) {
            let stretches = compare(&old, &new);
            let (mut from_old, mut from_new) = (String::new(), String::new());
            for s in &stretches {
                prop_assert_eq!(s.old.start, from_old.len());
                prop_assert_eq!(s.new.start, from_new.len());
                from_old.push_str(s.old.of(&old));
                from_new.push_str(s.new.of(&new));
                if s.change == Change::Same {
                    prop_assert_eq!(s.old.of(&old), s.new.of(&new));
                }
            }
            prop_assert_eq!(from_old, old);
            prop_assert_eq!(from_new, new);
        }
    }
}
