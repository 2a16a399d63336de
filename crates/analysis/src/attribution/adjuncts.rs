//! What may stand between a cue and its content without being either.

use crate::grammar::{Grammar, Tag};

/// Past "on Tuesday", "in a statement", "at a rally in Iowa".
pub(crate) fn skip_adjuncts(g: &Grammar, start: usize, ceiling: usize) -> usize {
    let mut at = start;
    while at < ceiling {
        match g.tag(at) {
            Tag::Time | Tag::Adv => at += 1,
            Tag::Det
                if matches!(
                    g.folded(at + 1),
                    "week"
                        | "month"
                        | "year"
                        | "morning"
                        | "night"
                        | "evening"
                        | "afternoon"
                        | "day"
                ) =>
            {
                at += 2;
            }
            Tag::Noun if g.folded(at) == "last" || g.folded(at) == "next" => at += 2,
            Tag::Prep
                if matches!(
                    g.folded(at),
                    "in" | "on"
                        | "at"
                        | "during"
                        | "after"
                        | "before"
                        | "from"
                        | "via"
                        | "through"
                        | "with"
                        | "following"
                        | "by"
                        | "to"
                        | "over"
                ) =>
            {
                let next = if g.tag(at + 1) == Tag::Time {
                    Some(at + 2)
                } else {
                    g.chunk_end(at + 1, ceiling)
                };
                match next {
                    Some(mut end) => {
                        while matches!(g.folded(end), "of" | "with" | "for") {
                            match g.chunk_end(end + 1, ceiling) {
                                Some(next) => end = next,
                                None => break,
                            }
                        }
                        at = end;
                    }
                    None => break,
                }
            }
            _ => break,
        }
    }
    at.min(ceiling)
}
