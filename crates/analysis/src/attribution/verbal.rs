//! Candidates whose cue is a verb.

use std::ops::Range;

use super::before::around;
use super::behind::behind;
use super::candidate::{Candidate, Frame, SourceKind};
use super::source::{Group, group, kind_of, subject};
use crate::grammar::{Form, Grammar, Phrase, Tag};

/// The candidate whose cue's head is the verb at `head`, in the sentence `sentence`, whose tokens (or
/// whose quotation's) are `bounds`.
pub(crate) fn candidate(
    g: &Grammar,
    head: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    let verb = g.words[head].verb?;
    if matches!(verb.lemma, "be" | "have" | "do" | "let") {
        return None;
    }
    let (floor, ceiling) = (bounds.start, bounds.end);
    let mut group = group(g, head, floor);
    // "Pointed out": the particle is part of the cue.
    if verb.lemma == "point" && g.folded(head + 1) == "out" && head + 1 < ceiling {
        group.end = head + 2;
    }
    if reduced_relative(g, head, &group, bounds) {
        return None;
    }
    let (mut source, mut source_kind) = subject(g, group, floor);
    if let Some((issuer, kind)) = issuer(g, &group, source.as_ref(), floor) {
        (source, source_kind) = (Some(issuer), kind);
    }
    let mut behind = behind(g, verb.lemma, group.end.max(head + 1), ceiling);
    let mut content = Vec::new();

    let by = passive_agent(g, &group, head, ceiling);
    if group.shape.passive || by.is_some() {
        let carried = behind.content.take();
        let keeps = matches!(
            behind.frame,
            Frame::To | Frame::That | Frame::Wh | Frame::ObjectTo
        );
        let theme = source.take().map(|p| p.core);
        source_kind = SourceKind::None;
        if let Some(agent) = by {
            source_kind = kind_of(g, &agent);
            source = Some(agent);
        }
        content.extend(theme);
        content.extend(carried.filter(|_| keeps && source.is_none()));
        behind.frame = Frame::Passive;
        behind.particle = None;
    } else if let Some(found) = around(g, &group, source.as_ref(), source_kind, &behind, bounds) {
        behind.frame = found.0;
        content = found.1;
        if let Some(phrase) = found.2 {
            source_kind = kind_of(g, &phrase);
            source = Some(phrase);
            behind.that = None;
        }
        behind.particle = None;
    } else {
        content.extend(behind.content.take());
    }
    content.retain(|c| !c.is_empty());
    // `… defended the plan: “…”`.
    if let Some(end) = content
        .last()
        .map(|c| c.end)
        .filter(|&e| e > head && g.tag(e) == Tag::Colon)
        && let Some(q) = g
            .quotation(end + 1)
            .filter(|q| q.tokens.start == end + 1 && q.is_speech())
    {
        content.push(q.tokens.clone());
    }
    let quoted = content.iter().any(|c| {
        c.clone()
            .any(|i| g.tag(i) == Tag::Quote && g.quotation(i).is_some())
    });
    Some(Candidate {
        head,
        lemma: verb.lemma.to_owned(),
        cue: group.start..group.end,
        particle: behind.particle,
        frame: behind.frame,
        source,
        source_kind,
        content,
        that: behind.that,
        hearer: behind.hearer,
        shape: group.shape,
        quoted,
        confidence: 0.0,
        sentence,
        tagged: None,
    })
}

/// "Hamas issued a statement saying": who issued it speaks.
fn issuer(
    g: &Grammar,
    group: &Group,
    source: Option<&Phrase>,
    floor: usize,
) -> Option<(Phrase, SourceKind)> {
    let paper = source.filter(|s| group.shape.participle && s.whole.end == group.start)?;
    let verb = paper.whole.start.checked_sub(1).filter(|&v| v > floor)?;
    let issued = g.tag(verb) == Tag::Verb
        && g.words[verb].verb.is_some_and(|v| {
            matches!(
                v.lemma,
                "issue"
                    | "release"
                    | "publish"
                    | "post"
                    | "send"
                    | "write"
                    | "make"
                    | "put"
                    | "sign"
                    | "file"
                    | "deliver"
            )
        });
    if !issued {
        return None;
    }
    let (phrase, kind) = subject(g, super::source::group(g, verb, floor), floor);
    phrase.map(|p| (p, kind))
}

/// "A video posted online shows", "an email quoted in the report says": a participle that only tells which
/// one is meant, since a verb in the present follows before anything else sets in.
fn reduced_relative(g: &Grammar, head: usize, group: &Group, bounds: &Range<usize>) -> bool {
    const FAR: usize = 9;
    let form = g.words[head].verb.map(|v| v.form);
    if !matches!(form, Some(Form::Ed | Form::Participle))
        || group.start != head
        || head == bounds.start
        || !g.tag(head - 1).is_nominal()
    {
        return false;
    }
    let mut at = head + 1;
    while at < bounds.end.min(head + FAR) {
        match g.tag(at) {
            Tag::Verb => {
                let form = g.words[at].verb.map(|v| v.form);
                return matches!(form, Some(Form::S | Form::Base)) && at > head + 1;
            }
            Tag::Adv
            | Tag::Prep
            | Tag::Det
            | Tag::Noun
            | Tag::Proper
            | Tag::Time
            | Tag::Num
            | Tag::Poss => at += 1,
            _ => return false,
        }
    }
    false
}

/// The agent of "was reported by X" or "reported by X".
fn passive_agent(g: &Grammar, group: &Group, head: usize, ceiling: usize) -> Option<Phrase> {
    let form = g.words[head].verb?.form;
    if !matches!(form, Form::Ed | Form::Participle) {
        return None;
    }
    let by = (head + 1..ceiling.min(head + 4)).find(|&i| g.folded(i) == "by")?;
    let near =
        (head + 1..by).all(|i| matches!(g.tag(i), Tag::Adv | Tag::Time | Tag::Prep | Tag::Noun));
    if !near || (by > head + 1 && !group.shape.passive) {
        return None;
    }
    let phrase = g.phrase_after(by + 1, ceiling)?;
    // "Said by telephone": how, not who.
    let means = matches!(
        g.folded(phrase.core.end - 1),
        "telephone"
            | "phone"
            | "email"
            | "e-mail"
            | "letter"
            | "video"
            | "text"
            | "fax"
            | "mail"
            | "radio"
            | "hand"
            | "message"
            | "then"
            | "now"
    ) || g.tag(by + 1) == Tag::Time;
    (g.tag(by + 1) != Tag::Ing && !means).then_some(phrase)
}
