//! Who speaks: the subject of a verb group.

use super::candidate::{Shape, SourceKind};
use crate::grammar::{Form, Grammar, Phrase, Tag};

/// How far back an earlier verb's subject is looked for, in tokens.
const REACH: usize = 80;

/// A verb group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// Its first token: an auxiliary, an adverb, or the head.
    pub(crate) start: usize,
    /// One past its last token.
    pub(crate) end: usize,
    /// What shape it has.
    pub(crate) shape: Shape,
}

/// The verb group whose head is the token at `head`.
pub(crate) fn group(g: &Grammar, head: usize, floor: usize) -> Group {
    let mut start = head;
    let mut shape = Shape::default();
    let mut be = false;
    while start > floor {
        match g.tag(start - 1) {
            Tag::Be => be = true,
            Tag::Modal => shape.modal = true,
            Tag::Neg => shape.negated = true,
            Tag::Have | Tag::Do => {}
            Tag::Adv if !(start >= 2 && g.tag(start - 2) == Tag::Comma) => {}
            _ => break,
        }
        shape.negated |= g.folded(start - 1).ends_with("n't");
        start -= 1;
    }
    let form = g.words[head].verb.map(|v| v.form);
    shape.passive = be && matches!(form, Some(Form::Ed | Form::Participle));
    shape.participle = form == Some(Form::Ing) && !be;
    if start > floor && g.tag(start - 1) == Tag::To {
        shape.infinitive = true;
        start -= 1;
    }
    // An adverb that opens the sentence is not the verb's.
    while start < head && g.tag(start) == Tag::Adv && start == floor {
        start += 1;
    }
    Group {
        start,
        end: head + 1,
        shape,
    }
}

/// The subject of the verb group that starts at `start`.
pub(crate) fn subject(g: &Grammar, group: Group, floor: usize) -> (Option<Phrase>, SourceKind) {
    if let Some((phrase, kind)) = own_subject(g, group.start, floor) {
        return (Some(phrase), kind);
    }
    match shared_subject(g, group.start, floor) {
        Some(phrase) => (Some(phrase), SourceKind::Shared),
        None => (None, SourceKind::None),
    }
}

/// The phrase directly before a verb group, or what "who" refers to.
fn own_subject(g: &Grammar, start: usize, floor: usize) -> Option<(Phrase, SourceKind)> {
    let mut end = start;
    // "Trump on Tuesday said".
    while end > floor + 1 && g.tag(end - 1) == Tag::Time {
        end -= if g.tag(end - 2) == Tag::Prep { 2 } else { 1 };
    }
    if end <= floor {
        return None;
    }
    match g.tag(end - 1) {
        Tag::Rel | Tag::That => {
            let relative = end - 1;
            if relative == floor {
                return None;
            }
            let comma = g.tag(relative - 1) == Tag::Comma;
            let phrase = g.phrase_before(relative - usize::from(comma), floor)?;
            Some((Phrase::plain(phrase.core), SourceKind::Antecedent))
        }
        Tag::Pron | Tag::Noun | Tag::Proper | Tag::Num | Tag::Close | Tag::Comma | Tag::Det => {
            let phrase = g.phrase_before(end, floor)?;
            let kind = kind_of(g, &phrase);
            Some((phrase, kind))
        }
        _ => None,
    }
}

/// What a phrase tells of whom it means.
pub(crate) fn kind_of(g: &Grammar, phrase: &Phrase) -> SourceKind {
    if phrase.core.len() == 1 && g.tag(phrase.core.start) == Tag::Pron {
        SourceKind::Pronoun
    } else if phrase.core.clone().any(|i| g.tag(i) == Tag::Proper) {
        SourceKind::Name
    } else {
        SourceKind::Common
    }
}

/// The subject of the first verb of the sentence, for "… and called it", "…, adding that".
fn shared_subject(g: &Grammar, start: usize, floor: usize) -> Option<Phrase> {
    let region = g.quotation_index(start);
    let mut verbs = (start.saturating_sub(REACH).max(floor)..start)
        .filter(|&i| g.is_finite(i) && g.quotation_index(i) == region);
    let own = |i: usize| match own_subject(g, i, floor) {
        Some((phrase, kind)) if kind != SourceKind::Antecedent => Some(phrase),
        _ => None,
    };
    // "… and sees" goes on with the nearest subject, "…, adding" with the sentence's.
    if start > floor && g.tag(start - 1) == Tag::Conj {
        verbs.rev().find_map(own)
    } else {
        verbs.find_map(own)
    }
}
