//! Where the edges of source, cue and content lie, by convention.

use std::ops::Range;

use sourcelight_text::Span;

use crate::attribution::{Candidate, Frame};
use crate::grammar::{Grammar, Tag};
use crate::model::Convention;

/// The spans of one attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Edges {
    /// Who.
    pub(crate) source: Vec<Span>,
    /// The words that attribute.
    pub(crate) cue: Vec<Span>,
    /// What.
    pub(crate) content: Vec<Span>,
}

/// The spans of `c` in `convention`.
pub(crate) fn edges(g: &Grammar, c: &Candidate, convention: Convention) -> Edges {
    match convention {
        Convention::Polnear => polnear(g, c),
        Convention::Sourcelight => ours(g, c),
    }
}

fn polnear(g: &Grammar, c: &Candidate) -> Edges {
    if let Some(tagged) = &c.tagged {
        return Edges {
            source: tagged.source.iter().map(|r| g.span(r)).collect(),
            cue: vec![g.span(&tagged.cue)],
            content: c.content.iter().map(|r| g.span(r)).collect(),
        };
    }
    let mut cue = c.cue.clone();
    if let Some(particle) = c.particle {
        cue.end = cue.end.max(particle + 1);
    }
    if c.frame == Frame::Passive
        && let Some(source) = c
            .source
            .as_ref()
            .filter(|s| s.core.start > cue.end && s.core.start - cue.end < 3)
    {
        cue.end = source.core.start;
    }
    let content = c
        .content
        .iter()
        .map(|r| match c.that {
            Some(that) if r.start == that + 1 => that..r.end,
            _ => r.clone(),
        })
        .collect::<Vec<_>>();
    Edges {
        source: c.source.iter().map(|s| g.span(&s.whole)).collect(),
        cue: vec![g.span(&cue)],
        content: content
            .iter()
            .map(|r| g.span(r))
            .filter(|s| !s.is_empty())
            .collect(),
    }
}

fn ours(g: &Grammar, c: &Candidate) -> Edges {
    let mut cue = Vec::new();
    let mut start = c.cue.start;
    // Adverbs stay outside.
    for at in c.cue.clone() {
        if matches!(g.tag(at), Tag::Adv) && at != c.head {
            cue.push(start..at);
            start = at + 1;
        }
    }
    cue.push(start..c.cue.end.max(start));
    cue.retain(|r| !r.is_empty());
    if cue.is_empty() {
        cue.push(c.head..c.head + 1);
    }
    if let (Some(particle), Some(last)) = (c.particle, cue.last_mut())
        && particle == last.end
    {
        last.end += 1;
    }
    Edges {
        source: c
            .source
            .iter()
            .map(|s| g.span(&crate::voices::shortest(g, s)))
            .collect(),
        cue: cue.iter().map(|r| g.span(r)).collect(),
        content: c
            .content
            .iter()
            .map(|r| g.span(&without_edges(g, r)))
            .filter(|s| !s.is_empty())
            .collect(),
    }
}

/// Content without a conjunction before it.
fn without_edges(g: &Grammar, range: &Range<usize>) -> Range<usize> {
    let mut range = range.clone();
    while range.start + 1 < range.end && matches!(g.tag(range.start), Tag::Comma | Tag::Conj) {
        range.start += 1;
    }
    range
}
