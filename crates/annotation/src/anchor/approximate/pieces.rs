//! Where a pattern can occur with few edits: each edit spoils one piece of the pattern, so of one piece
//! more than there are edits, one stands there unchanged (R. Baeza-Yates and C. Perleberg, “Fast and
//! practical approximate string matching”, 1996).

use std::ops::Range;

const GRAM: usize = 4;
const BITS: u32 = 12;

/// Stretches of `text`, in order and apart from each other, that hold every place where `pattern` occurs
/// with at most `limit` edits. None where the pieces would be too short to tell anything. One pass
/// over the text.
pub(super) fn stretches(text: &str, pattern: &str, limit: usize) -> Option<Vec<Range<usize>>> {
    let pieces = pieces(pattern, limit + 1)?;
    // The first piece with a gram of that hash, and further ones with the same.
    let mut first = vec![u16::MAX; 1 << BITS];
    let mut next = vec![u16::MAX; pieces.len()];
    for (number, &(_, piece)) in (0u16..).zip(&pieces) {
        let slot = &mut first[hash(gram(piece.as_bytes()))];
        next[usize::from(number)] = *slot;
        *slot = number;
    }
    let bytes = text.as_bytes();
    // A character is four bytes at most, and so is an edit.
    let slack = 4 * limit;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut window = 0u32;
    for (at, byte) in bytes.iter().enumerate() {
        window = (window << 8) | u32::from(*byte);
        let mut number = first[hash(window)];
        while let Some(&(offset, piece)) = pieces.get(usize::from(number)) {
            number = next[usize::from(number)];
            let Some(start) = (at + 1).checked_sub(GRAM) else {
                break;
            };
            if bytes[start..].starts_with(piece.as_bytes()) {
                let from = start.saturating_sub(offset + slack);
                let to = start + (pattern.len() - offset) + slack;
                match found.last_mut() {
                    // A later piece may reach further back than an earlier one did.
                    Some(last) if from <= last.end => {
                        last.start = last.start.min(from);
                        last.end = last.end.max(to);
                    }
                    _ => found.push(from..to),
                }
            }
        }
    }
    Some(joined(text, found))
}

/// `stretches` cut at characters, those that meet as one.
fn joined(text: &str, stretches: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for stretch in stretches {
        let mut start = text.floor_char_boundary(stretch.start);
        let end = text.ceil_char_boundary(stretch.end.min(text.len()));
        while let Some(last) = joined.pop_if(|last| start <= last.end) {
            start = start.min(last.start);
        }
        joined.push(start..end);
    }
    joined
}

/// `count` neighbouring pieces of `pattern`, each a gram at least, and where they begin.
fn pieces(pattern: &str, count: usize) -> Option<Vec<(usize, &str)>> {
    let mut pieces = Vec::with_capacity(count);
    let mut start = 0;
    for number in 1..=count {
        let end = pattern.ceil_char_boundary(pattern.len() * number / count);
        let piece = pattern
            .get(start..end)
            .filter(|piece| piece.len() >= GRAM)?;
        pieces.push((start, piece));
        start = end;
    }
    (count < usize::from(u16::MAX)).then_some(pieces)
}

fn gram(bytes: &[u8]) -> u32 {
    bytes[..GRAM]
        .iter()
        .fold(0, |gram, byte| (gram << 8) | u32::from(*byte))
}

fn hash(gram: u32) -> usize {
    (gram.wrapping_mul(0x9e37_79b1) >> (32 - BITS)) as usize
}
