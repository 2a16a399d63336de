//! From labels to attributions.

use std::ops::Range;

use super::labels::Part;

/// One attribution of a block; ranges of its tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Linked {
    /// Who.
    pub(crate) source: Option<Range<usize>>,
    /// The words that attribute.
    pub(crate) cue: Range<usize>,
    /// What.
    pub(crate) content: Vec<Range<usize>>,
}

/// The pieces that labels mark, in order.
pub(crate) fn pieces(labels: &[u8]) -> Vec<(Part, Range<usize>)> {
    let mut found: Vec<(Part, Range<usize>)> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some(part) = Part::of(label) else {
            continue;
        };
        match found.last_mut() {
            Some((last, range)) if *last == part && range.end == at && label == part.further() => {
                range.end = at + 1;
            }
            _ => found.push((part, at..at + 1)),
        }
    }
    found
}

/// The attributions that labels mean: every cue takes the nearest source and the contents that point
/// to it. Linear in the labels.
pub(crate) fn link(labels: &[u8]) -> Vec<Linked> {
    let pieces = pieces(labels);
    let cues: Vec<usize> = (0..pieces.len())
        .filter(|&i| matches!(pieces[i].0, Part::Cue | Part::CueShared))
        .collect();
    let mut linked: Vec<Linked> = cues
        .iter()
        .map(|&i| Linked {
            cue: pieces[i].1.clone(),
            ..Linked::default()
        })
        .collect();
    if linked.is_empty() {
        return linked;
    }
    for (place, (part, range)) in pieces.iter().enumerate() {
        // The first cue behind this piece, by its place among the cues.
        let behind = cues.partition_point(|&cue| cue < place);
        match part {
            Part::SourceAhead => {
                if let Some(cue) = linked.get_mut(behind) {
                    // The source nearest to its cue comes last and wins.
                    cue.source = Some(range.clone());
                }
            }
            Part::SourceBehind => {
                if let Some(cue) = behind.checked_sub(1).and_then(|i| linked.get_mut(i))
                    && cue.source.is_none()
                {
                    cue.source = Some(range.clone());
                }
            }
            Part::ContentAhead => {
                if let Some(cue) = linked.get_mut(behind) {
                    cue.content.push(range.clone());
                }
            }
            Part::ContentBehind => {
                if let Some(cue) = behind.checked_sub(1).and_then(|i| linked.get_mut(i)) {
                    cue.content.push(range.clone());
                }
            }
            Part::Cue | Part::CueShared => {}
        }
    }
    for i in 1..linked.len() {
        if pieces[cues[i]].0 == Part::CueShared && linked[i].source.is_none() {
            linked[i].source = linked[i - 1].source.clone();
        }
    }
    linked
}
