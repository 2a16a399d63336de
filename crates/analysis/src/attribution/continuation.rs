//! Quotations with no cue of their own that clearly go on with the last speaker.

use super::candidate::{Candidate, Frame};
use crate::grammar::{Grammar, Tag};

/// Gives each quotation that nobody is given for, and that opens its sentence behind an attributed
/// one in the same paragraph or behind one left open in the paragraph before, to that voice.
pub(crate) fn extend(g: &Grammar, found: &mut [Candidate]) {
    let mut last: Option<(usize, usize)> = None;
    let mut next = 0;
    let sentence_of = |at: usize| g.reading.sentence_of(at);
    let mut held: Vec<(usize, usize, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, c)| c.quoted || c.frame == Frame::Before || c.frame == Frame::Speaker)
        .flat_map(|(i, c)| c.content.iter().map(move |r| (r.start, r.end, i)))
        // "…," said Mtonga, referring to the meeting. "…": what is only referred to is not gone on with.
        .filter(|&(start, end, _)| (start..end).any(|at| g.quotation(at).is_some()))
        .collect();
    held.sort_unstable();
    for quotation in &g.quotations {
        let start = quotation.tokens.start;
        while next < held.len() && held[next].0 < quotation.tokens.end {
            // The latest voice whose content reaches into or before this quotation.
            last = Some((held[next].2, held[next].1));
            next += 1;
        }
        let covered = last.is_some_and(|(i, _)| {
            found[i]
                .content
                .iter()
                .any(|r| r.start < quotation.tokens.end && start < r.end)
        });
        if covered {
            if let Some((i, _)) = last {
                last = Some((i, quotation.tokens.end));
            }
            continue;
        }
        if !quotation.is_speech() || start == 0 {
            continue;
        }
        let Some((voice, end)) = last else { continue };
        let sentence = sentence_of(start);
        let Some(this) = g.reading.sentences.get(sentence) else {
            continue;
        };
        let opens = start == this.tokens.start;
        let home = sentence_of(found[voice].head);
        let home_block = g.reading.sentences.get(home).map(|s| s.block);
        let same_block = home_block == Some(this.block);
        // The sentence before must be the attributed one, or quotation throughout.
        let near = sentence.saturating_sub(home) <= 1 || end + 1 >= this.tokens.start;
        let open_before = g.quotation(start - 1).is_some_and(|q| {
            !q.closed && found[voice].content.iter().any(|r| r.end >= q.tokens.end)
        });
        let bare = || {
            !(this.tokens.clone()).any(|i| {
                g.quotation_index(i).is_none() && !matches!(g.tag(i), Tag::Stop | Tag::Quote)
            })
        };
        let spoken = g
            .quotation(
                found[voice]
                    .content
                    .last()
                    .map_or(0, |r| r.end.saturating_sub(1)),
            )
            .is_some();
        // A paragraph that is a quotation throughout goes on with the voice the paragraph before ends on.
        let after = home_block.is_some_and(|b| b + 1 == this.block)
            && g.reading
                .sentences
                .get(home + 1)
                .is_some_and(|s| s.block == this.block);
        if (opens && (same_block || after) && near && spoken && bare()) || open_before {
            found[voice].content.push(quotation.tokens.clone());
            found[voice].content.sort_by_key(|r| r.start);
            last = Some((voice, quotation.tokens.end));
        }
    }
}
