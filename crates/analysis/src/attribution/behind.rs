//! What stands behind a verb group: a clause, a quotation, an object, an aim.

use std::ops::Range;

use super::adjuncts::skip_adjuncts;
use super::candidate::Frame;
use super::content::{clause, object, without_stop};
use crate::grammar::{Grammar, Tag};
use crate::voices::takes_clause;

/// Verbs that take a hearer before what they say.
const TELLS: &[&str] = &[
    "tell", "inform", "assure", "remind", "warn", "notify", "advise", "convince", "persuade",
    "ask", "show", "teach", "promise", "brief", "caution", "reassure", "alert", "write", "email",
];

/// What stands behind a verb group.
pub(super) struct Behind {
    pub(super) frame: Frame,
    pub(super) content: Option<Range<usize>>,
    pub(super) that: Option<usize>,
    pub(super) particle: Option<usize>,
    pub(super) hearer: Option<Range<usize>>,
}

impl Behind {
    pub(super) fn of(frame: Frame, content: Range<usize>) -> Self {
        Self {
            frame,
            content: Some(content),
            that: None,
            particle: None,
            hearer: None,
        }
    }

    pub(super) fn nothing() -> Self {
        Self {
            frame: Frame::Bare,
            content: None,
            that: None,
            particle: None,
            hearer: None,
        }
    }
}

/// A quotation, a colon or "that" right at `at`, perhaps behind a comma.
pub(super) fn opener(
    g: &Grammar,
    at: usize,
    ceiling: usize,
) -> Option<(Frame, Range<usize>, Option<usize>)> {
    if at >= ceiling {
        return None;
    }
    match g.tag(at) {
        Tag::That => Some((Frame::That, clause(g, at + 1, ceiling), Some(at))),
        Tag::Colon => Some((Frame::Colon, clause(g, at + 1, ceiling), None)),
        Tag::Quote => {
            let quotation = g.quotation(at).filter(|q| q.tokens.start == at)?;
            let range = clause(g, at, ceiling);
            // `reads “…”, but nobody …`: the article itself goes on.
            let end = quotation.tokens.end;
            let article = g.tag(end) == Tag::Comma
                && g.tag(end + 1) == Tag::Conj
                && g.tag(end + 2) != Tag::That;
            let range = if article { range.start..end } else { range };
            Some((
                Frame::Quote,
                range.start..range.end.max(quotation.tokens.end),
                None,
            ))
        }
        Tag::Comma if g.tag(at + 1) == Tag::Quote => {
            let quotation = g.quotation(at + 1).filter(|q| q.tokens.start == at + 1)?;
            Some((Frame::Quote, quotation.tokens.clone(), None))
        }
        _ => None,
    }
}

/// Whether a clause with subject and verb starts at `at`.
pub(super) fn is_clause(g: &Grammar, at: usize, ceiling: usize) -> bool {
    if at >= ceiling || !g.tag(at).opens_phrase() {
        return false;
    }
    let verb_at = |end: usize| {
        let end = (end..ceiling.min(end + 3))
            .find(|&i| !matches!(g.tag(i), Tag::Adv | Tag::Quote))
            .unwrap_or(end);
        end < ceiling && g.is_finite(end)
    };
    let Some(chunk) = g.chunk_end(at, ceiling) else {
        return false;
    };
    if verb_at(chunk) {
        return true;
    }
    let end = g.phrase_after(at, ceiling).map_or(chunk, |p| p.whole.end);
    if verb_at(end) {
        return true;
    }
    // "the senator, who had left, was …", "people who vote are …".
    match g.tag(end) {
        Tag::Comma => {
            (end + 1..ceiling.min(end + 18)).any(|i| g.tag(i) == Tag::Comma && verb_at(i + 1))
        }
        Tag::Rel | Tag::Ing | Tag::That => g.has_finite_verb(end + 1..ceiling.min(end + 16)),
        _ => false,
    }
}

pub(super) fn behind(g: &Grammar, lemma: &str, start: usize, ceiling: usize) -> Behind {
    let mut at = start;
    while at < ceiling && matches!(g.tag(at), Tag::Adv | Tag::Time) {
        at += 1;
    }
    if at >= ceiling {
        return Behind::nothing();
    }
    if let Some((frame, content, that)) = opener(g, at, ceiling) {
        return Behind {
            that,
            ..Behind::of(frame, content)
        };
    }
    match g.tag(at) {
        Tag::To
            if g.words
                .get(at + 1)
                .is_some_and(|w| w.verb.is_some() || w.tag.is_auxiliary()) =>
        {
            Behind::of(Frame::To, object(g, at, ceiling))
        }
        Tag::Wh | Tag::Rel => Behind::of(Frame::Wh, clause(g, at, ceiling)),
        Tag::Sub if g.folded(at) == "whether" => Behind::of(Frame::Wh, clause(g, at, ceiling)),
        Tag::Sub if takes_clause(lemma) => subordinate(g, at, ceiling),
        Tag::Ing => Behind::of(Frame::Ing, object(g, at, ceiling)),
        Tag::Prep | Tag::To => prepositional(g, lemma, at, ceiling),
        tag if tag.opens_phrase() => nominal(g, lemma, at, ceiling),
        _ => Behind::nothing(),
    }
}

/// "Said although prices had risen, nobody had complained": a clause that begins with another.
fn subordinate(g: &Grammar, at: usize, ceiling: usize) -> Behind {
    let opens = matches!(
        g.folded(at),
        "if" | "although" | "though" | "unless" | "once" | "when" | "while" | "even"
    );
    let main = (at + 1..ceiling)
        .find(|&i| g.tag(i) == Tag::Comma)
        .is_some_and(|comma| g.has_finite_verb(at..comma) && g.has_finite_verb(comma..ceiling));
    if opens && main {
        Behind::of(Frame::Clause, clause(g, at, ceiling))
    } else {
        Behind::nothing()
    }
}

fn prepositional(g: &Grammar, lemma: &str, at: usize, ceiling: usize) -> Behind {
    let past = skip_adjuncts(g, at, ceiling);
    if past > at {
        // "Agreed in principle to sell".
        let infinitive = g.tag(past) == Tag::To
            && past + 1 < ceiling
            && g.words[past + 1].verb.is_some()
            && g.folded(at) == "in";
        if infinitive {
            return Behind::of(Frame::To, object(g, past, ceiling));
        }
        if let Some((frame, content, that)) = opener(g, past, ceiling) {
            return Behind {
                that,
                ..Behind::of(frame, content)
            };
        }
        if is_clause(g, past, ceiling) && (g.tag(past) == Tag::Pron || takes_clause(lemma)) {
            return Behind::of(Frame::Clause, clause(g, past, ceiling));
        }
        let adjunct = matches!(
            g.folded(at),
            "in" | "at" | "during" | "after" | "before" | "via" | "following"
        ) || g.tag(at + 1) == Tag::Time;
        let ends = past >= ceiling || matches!(g.tag(past), Tag::Stop | Tag::Comma);
        if adjunct && ends {
            return Behind::nothing();
        }
    }
    let content = object(g, at + 1, ceiling);
    if content.is_empty() {
        return Behind::nothing();
    }
    Behind {
        particle: Some(at),
        ..Behind::of(Frame::Prep, content)
    }
}

fn nominal(g: &Grammar, lemma: &str, at: usize, ceiling: usize) -> Behind {
    let tells = TELLS.contains(&lemma);
    let Some(chunk) = g.chunk_end(at, ceiling) else {
        return Behind::nothing();
    };
    let phrase = g.phrase_after(at, ceiling).map_or(chunk, |p| p.whole.end);
    if !tells && is_clause(g, at, ceiling) {
        return Behind::of(Frame::Clause, clause(g, at, ceiling));
    }
    for end in [chunk, phrase] {
        let past = skip_adjuncts(g, end, ceiling);
        for place in [end, past] {
            if let Some((frame, content, that)) = opener(g, place, ceiling) {
                let frame = match frame {
                    Frame::That if !tells && !matches!(lemma, "make") => continue,
                    Frame::That => Frame::HearerThat,
                    _ => Frame::HearerQuote,
                };
                return Behind {
                    that,
                    hearer: Some(at..end),
                    ..Behind::of(frame, content)
                };
            }
            if tells && is_clause(g, place, ceiling) {
                let content = clause(g, place, ceiling);
                return Behind {
                    hearer: Some(at..end),
                    ..Behind::of(Frame::HearerClause, content)
                };
            }
        }
        if tells && matches!(g.tag(end), Tag::Wh | Tag::Rel) {
            let content = clause(g, end, ceiling);
            return Behind {
                hearer: Some(at..end),
                ..Behind::of(Frame::HearerWh, content)
            };
        }
        // "Showed damage" shows a thing; "told the paper" tells somebody.
        if tells
            && !matches!(lemma, "show" | "promise" | "teach" | "write")
            && (past >= ceiling || matches!(g.tag(past), Tag::Comma | Tag::Stop))
            && end == phrase
        {
            return Behind {
                hearer: Some(at..end),
                ..Behind::nothing()
            };
        }
    }
    if is_clause(g, at, ceiling) {
        return Behind::of(Frame::Clause, clause(g, at, ceiling));
    }
    let whole = object(g, at, ceiling);
    let frame = match g.tag(chunk) {
        Tag::To if g.words.get(chunk + 1).is_some_and(|w| w.verb.is_some()) => Frame::ObjectTo,
        Tag::Prep if g.folded(chunk) == "as" => Frame::ObjectAs,
        Tag::Prep if g.folded(chunk) != "of" => Frame::ObjectPrep,
        _ => Frame::Object,
    };
    Behind::of(frame, whole.start..without_stop(g, whole.start, whole.end))
}
