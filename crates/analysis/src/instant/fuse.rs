//! The tagger's word laid over the candidates of the rules.
//!
//! The tagger has learned which places attribute and how far their parts reach; the rules know what
//! kind of cue it is, what stands inside what, and how our own convention cuts. So a tagged
//! attribution takes the candidate with its cue, or one is made for it.

use std::ops::Range;

use super::tag::Tagged;
use crate::attribution::{Candidate, Frame, SourceKind, candidate_of, kind_of};
use crate::grammar::{Grammar, Phrase, Tag};
use crate::model::Convention;

/// How sure the tagger must be for an attribution that no rule saw, in our convention.
const ALONE: f32 = 0.6;

/// How much of both contents must be shared for the rules' own edges to stand.
const AGREE: f32 = 0.5;

/// What is left of a candidate's likelihood where the tagger does not see it.
const UNSEEN: f32 = 0.7;

/// The candidates with the tagger's word laid over them, in text order of their cues. In PolNeAR's
/// convention only what is tagged is left, with the tagger's own edges. Linear but for sorting.
pub(crate) fn fuse(
    g: &Grammar,
    candidates: Vec<Candidate>,
    tagged: &[Tagged],
    convention: Convention,
) -> Vec<Candidate> {
    let mut taken: Vec<Option<usize>> = vec![None; candidates.len()];
    let mut made = Vec::new();
    for (index, one) in tagged.iter().enumerate() {
        let near =
            candidates.partition_point(|c| c.sentence + 2 < g.reading.sentence_of(one.cue.start));
        let best = candidates
            .iter()
            .enumerate()
            .skip(near)
            .take_while(|(_, c)| c.sentence <= g.reading.sentence_of(one.cue.end) + 1)
            .filter(|(i, c)| taken[*i].is_none() && meets(&c.cue, &one.cue))
            .max_by(|a, b| fit(a.1, one).total_cmp(&fit(b.1, one)));
        match best {
            Some((i, _)) => taken[i] = Some(index),
            None if convention == Convention::Polnear || one.confidence >= ALONE => {
                made.push(make(g, one, convention));
            }
            None => {}
        }
    }
    let mut fused: Vec<Candidate> = candidates
        .into_iter()
        .zip(taken)
        .filter_map(|(candidate, taken)| match taken {
            Some(index) => Some(agreed(g, candidate, &tagged[index], convention)),
            None if convention == Convention::Polnear => None,
            None => Some(unseen(candidate, tagged)),
        })
        .collect();
    fused.append(&mut made);
    fused.sort_by_key(|c| (c.sentence, c.head));
    fused
}

/// A candidate that is tagged.
fn agreed(g: &Grammar, mut c: Candidate, one: &Tagged, convention: Convention) -> Candidate {
    c.confidence = c.confidence.max(one.confidence);
    if convention == Convention::Polnear {
        c.confidence = one.confidence;
        c.tagged = Some(one.clone());
        c.content.clone_from(&one.content);
        if let Some(source) = &one.source
            && c.source.as_ref().is_none_or(|s| !meets(&s.whole, source))
        {
            c.source = Some(Phrase::plain(source.clone()));
        }
        if one.source.is_none() {
            c.source = None;
        }
        return c;
    }
    let content = cut(g, one);
    // Of a quotation that its speaker splits the tagger may see one half.
    let half = c.quoted
        && c.content.len() > 1
        && content.iter().all(|r| {
            let holds = |own: &Range<usize>| own.start <= r.start && r.end <= own.end;
            c.content.iter().any(holds)
        });
    if !content.is_empty() && !half && shared(&c.content, &content) < AGREE {
        c.that = None;
        c.content = content;
        c.quoted = c
            .content
            .iter()
            .any(|r| r.clone().any(|i| g.quotation(i).is_some()));
        if c.frame == Frame::Bare {
            c.frame = frame(g, one);
        }
    }
    if c.source.is_none()
        && let Some(source) = &one.source
    {
        let phrase = Phrase::plain(source.clone());
        c.source_kind = kind_of(g, &phrase);
        c.source = Some(phrase);
    }
    c
}

/// A candidate that is not tagged. What stands inside a content is left as it was: the tagger has
/// learned from a corpus without nesting and cannot see it.
fn unseen(mut c: Candidate, tagged: &[Tagged]) -> Candidate {
    let nested = tagged
        .iter()
        .any(|t| t.content.iter().any(|r| r.contains(&c.head)));
    if !nested {
        c.confidence *= UNSEEN;
    }
    c
}

/// A candidate for what only the tagger sees.
fn make(g: &Grammar, one: &Tagged, convention: Convention) -> Candidate {
    let carries = |i: &usize| matches!(g.tag(*i), Tag::Verb | Tag::Ing | Tag::Noun);
    let head = one
        .cue
        .clone()
        .rev()
        .find(carries)
        .unwrap_or(one.cue.end - 1);
    let mut c = candidate_of(
        g,
        head,
        one.cue.clone(),
        frame(g, one),
        g.reading.sentence_of(head),
    );
    if let Some(verb) = g.words.get(head).and_then(|w| w.verb) {
        verb.lemma.clone_into(&mut c.lemma);
    }
    if let Some(source) = &one.source {
        let mut source = source.clone();
        // "The mayor's claim": the mayor speaks.
        if convention == Convention::Sourcelight
            && source.len() > 1
            && g.tag(source.end - 1) == Tag::PossS
        {
            source.end -= 1;
        }
        let phrase = Phrase::plain(source);
        c.source_kind = kind_of(g, &phrase);
        c.source = Some(phrase);
    } else {
        c.source_kind = SourceKind::None;
    }
    c.content = cut(g, one);
    c.quoted = c
        .content
        .iter()
        .any(|r| r.clone().any(|i| g.quotation(i).is_some()));
    c.confidence = one.confidence;
    if convention == Convention::Polnear {
        c.content.clone_from(&one.content);
        c.tagged = Some(one.clone());
    }
    c
}

/// The content as our convention cuts it: without "that", and without the commas and full stops at
/// its edges.
fn cut(g: &Grammar, one: &Tagged) -> Vec<Range<usize>> {
    let pieces = one.content.iter().map(|piece| {
        let mut piece = piece.clone();
        while piece.start < piece.end
            && matches!(
                g.tag(piece.start),
                Tag::That | Tag::Comma | Tag::Colon | Tag::Conj
            )
        {
            piece.start += 1;
        }
        while piece.start < piece.end
            && matches!(g.tag(piece.end - 1), Tag::Comma | Tag::Stop)
            && g.quotation_index(piece.end - 1).is_none()
        {
            piece.end -= 1;
        }
        piece
    });
    pieces.filter(|r| !r.is_empty()).collect()
}

/// What the tagged parts look like.
fn frame(g: &Grammar, one: &Tagged) -> Frame {
    let Some(first) = one.content.first() else {
        return Frame::Bare;
    };
    if first.start < one.cue.start {
        let behind = one.source.as_ref().is_some_and(|s| s.start > one.cue.start);
        return if behind {
            Frame::Inverted
        } else {
            Frame::Before
        };
    }
    match g.tag(first.start) {
        Tag::That => Frame::That,
        Tag::Quote => Frame::Quote,
        Tag::To => Frame::To,
        _ if g.has_finite_verb(first.clone()) => Frame::Clause,
        _ => Frame::Object,
    }
}

fn fit(c: &Candidate, one: &Tagged) -> f32 {
    shared(&c.content, &one.content) + c.confidence / 10.0
}

/// Shared tokens over covered tokens.
fn shared(a: &[Range<usize>], b: &[Range<usize>]) -> f32 {
    let size = |all: &[Range<usize>]| all.iter().map(|r| r.len()).sum::<usize>();
    let both: usize = a
        .iter()
        .flat_map(|x| {
            b.iter()
                .map(|y| x.end.min(y.end).saturating_sub(x.start.max(y.start)))
        })
        .sum();
    let either = (size(a) + size(b)).saturating_sub(both);
    if either == 0 {
        1.0
    } else {
        both as f32 / either as f32
    }
}

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
