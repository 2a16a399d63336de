//! Candidates whose cue stands apart from the clause: "according to", "reportedly".

use std::ops::Range;

use super::candidate::{Candidate, Frame};
use super::content::{clause, without_stop};
use super::nominal::blank;
use super::source::kind_of;
use crate::grammar::{Grammar, Tag};

/// Adverbs that say that somebody says so.
const HEARSAY: &[&str] = &["reportedly", "allegedly", "purportedly", "supposedly"];

/// "According to X, …", "…, according to X", "…, according to X, …".
pub(crate) fn according(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if g.folded(at) != "according" || g.folded(at + 1) != "to" {
        return None;
    }
    let (floor, ceiling) = (bounds.start, bounds.end);
    let phrase = g.phrase_after(at + 2, ceiling)?;
    let mut found = blank(g, at, at..at + 2, Frame::According, sentence);
    let mut end = phrase.whole.end;
    let leads = (floor..at)
        .all(|i| matches!(g.tag(i), Tag::Quote | Tag::Conj | Tag::Adv | Tag::Comma))
        || (at > floor && matches!(g.tag(at - 1), Tag::That | Tag::Conj | Tag::Sub));
    // The source goes on to the comma before the content, or to the end of the sentence.
    let rest = (end..ceiling).find(|&i| {
        matches!(g.tag(i), Tag::Stop | Tag::Semicolon)
            || (g.tag(i) == Tag::Comma && g.quotation_index(i).is_none())
    });
    if leads {
        // "According to the ministry over 300 people have …": no comma.
        let bare = g.tag(end) != Tag::Comma
            && (g.tag(end).opens_phrase() || g.tag(end + 1) == Tag::Num)
            && g.has_finite_verb(end..rest.unwrap_or(ceiling));
        if bare {
            found.content.push(clause(g, end, ceiling));
            found.source_kind = kind_of(g, &phrase);
            found.source = Some(phrase);
            return Some(found);
        }
        let mut phrase = phrase;
        let mut comma = rest?;
        // "the team's coach, Alireza Mehraban, ": the name belongs to the source.
        let name = (comma + 1..ceiling.min(comma + 6)).find(|&i| g.tag(i) != Tag::Proper);
        if let Some(next) =
            name.filter(|&n| n > comma + 1 && g.tag(n) == Tag::Comma && comma == end)
        {
            phrase.whole.end = next;
            comma = next;
        }

        // ", quoting Y," stands between.
        while matches!(g.tag(comma + 1), Tag::Ing | Tag::Rel | Tag::Det)
            || g.words.get(comma + 1).is_some_and(|w| w.verb.is_some())
        {
            let next = (comma + 1..ceiling).find(|&i| g.tag(i) == Tag::Comma);
            let between =
                |c: usize| !g.has_finite_verb(comma + 1..c) || g.tag(comma + 1) == Tag::Rel;
            match next {
                Some(next) if between(next) && g.has_finite_verb(next + 1..ceiling) => comma = next,
                _ => break,
            }
        }
        if g.tag(comma) != Tag::Comma {
            return None;
        }
        found.content.push(clause(g, comma + 1, ceiling));
        found.source_kind = kind_of(g, &phrase);
        found.source = Some(phrase);
        return Some(found);
    } else {
        end = rest.unwrap_or(ceiling).max(end);
        let before = (floor..at)
            .any(|_| true)
            .then(|| without_stop(g, floor, at))?;
        let start = g
            .quotation(before.saturating_sub(1))
            .filter(|q| q.tokens.end == before)
            .map_or(floor, |q| q.tokens.start.min(floor));
        found.content.push(start..before);
        if g.tag(end) == Tag::Comma
            && end + 1 < ceiling
            && !matches!(g.tag(end + 1), Tag::Rel | Tag::Ing | Tag::Det)
            && g.has_finite_verb(end + 1..ceiling)
        {
            found.content.push(clause(g, end + 1, ceiling));
        }
    }
    let end = if end - phrase.core.start > 25 {
        phrase.whole.end
    } else {
        end
    };
    found.source_kind = kind_of(g, &phrase);
    let mut phrase = phrase;
    if !leads {
        phrase.whole.end = end;
    }
    found.source = Some(phrase);
    Some(found)
}

/// "reportedly", "allegedly".
pub(crate) fn adverb(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if !HEARSAY.contains(&g.folded(at)) {
        return None;
    }
    let mut found = blank(g, at, at..at + 1, Frame::Adverb, sentence);
    let after = clause(g, at + 1, bounds.end);
    found.content.extend(
        [bounds.start..at, after]
            .into_iter()
            .filter(|r| !r.is_empty()),
    );
    Some(found)
}
