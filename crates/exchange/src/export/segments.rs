//! The article's blocks cut where entries begin and end.

use std::collections::BTreeMap;

use sourcelight_article::Block;
use sourcelight_text::Span;

use crate::report::Entry;

/// A run of text that the same entries mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// UTF-8 bytes of the article's text.
    pub(super) span: Span,
    /// Indices of the entries that mark it, in their order.
    pub(super) marked: Vec<usize>,
    /// Those whose first passage begins with it.
    pub(super) begins: Vec<usize>,
    /// Those whose last passage ends with it.
    pub(super) ends: Vec<usize>,
}

/// Every block's segments. An entry begins in one segment and ends in one, which may be the same or
/// blocks later; an entry that touches no block has neither. Linear in blocks and marks but for the
/// marks that lie over each other.
pub(super) fn segments(blocks: &[Block], entries: &[Entry]) -> Vec<Vec<Segment>> {
    let mut pieces: Vec<Vec<(Span, usize)>> = vec![Vec::new(); blocks.len()];
    for (index, entry) in entries.iter().enumerate() {
        for span in entry.spans.iter().filter(|s| !s.is_empty()) {
            let first = blocks.partition_point(|b| b.span.end <= span.start);
            for (block, pieces) in blocks.iter().zip(&mut pieces).skip(first) {
                match block.span.intersection(*span) {
                    Some(piece) => pieces.push((piece, index)),
                    None => break,
                }
            }
        }
    }
    let mut bounds: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (piece, index) in pieces.iter().flatten() {
        let (start, end) = bounds.entry(*index).or_insert((piece.start, piece.end));
        *start = (*start).min(piece.start);
        *end = (*end).max(piece.end);
    }
    blocks
        .iter()
        .zip(pieces)
        .map(|(block, pieces)| cut(block.span, &pieces, &bounds))
        .collect()
}

fn cut(
    block: Span,
    pieces: &[(Span, usize)],
    bounds: &BTreeMap<usize, (usize, usize)>,
) -> Vec<Segment> {
    let ends = pieces
        .iter()
        .flat_map(|(piece, _)| [piece.start, piece.end]);
    let mut cuts: Vec<usize> = ends.chain([block.start, block.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut segments: Vec<Segment> = cuts
        .windows(2)
        .map(|pair| Segment {
            span: Span::new(pair[0], pair[1]),
            marked: Vec::new(),
            begins: Vec::new(),
            ends: Vec::new(),
        })
        .collect();
    for (piece, index) in pieces {
        let first = segments.partition_point(|s| s.span.end <= piece.start);
        let inside = segments
            .iter_mut()
            .skip(first)
            .take_while(|s| s.span.start < piece.end);
        for segment in inside {
            if !segment.marked.contains(index) {
                segment.marked.push(*index);
            }
            let (start, end) = bounds.get(index).copied().unwrap_or_default();
            if segment.span.start == start && !segment.begins.contains(index) {
                segment.begins.push(*index);
            }
            if segment.span.end == end && !segment.ends.contains(index) {
                segment.ends.push(*index);
            }
        }
    }
    for segment in &mut segments {
        segment.marked.sort_unstable();
        segment.begins.sort_unstable();
        segment.ends.sort_unstable();
    }
    segments
}
