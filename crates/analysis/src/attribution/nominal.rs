//! Candidates whose cue is a noun or an adjective.

use std::ops::Range;
use std::sync::LazyLock;

use super::candidate::{Candidate, Frame, Shape, SourceKind};
use super::content::{clause, object};
use super::source::kind_of;
use crate::grammar::{Grammar, Phrase, Tag};
use crate::words::{WordMap, WordSet, entries};

/// Forms of cue nouns and their bare form.
static NOUNS: LazyLock<WordMap<&'static str>> = LazyLock::new(|| {
    WordMap::of(
        entries(include_str!("../../data/cue_nouns.txt")).flat_map(|line| {
            let lemma = line.split(' ').next().unwrap_or_default();
            line.split(' ').map(move |form| (form, lemma))
        }),
    )
});

/// Adjectives that attribute.
static ADJECTIVES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::lines(include_str!("../../data/cue_adjectives.txt")));

pub(crate) fn blank(
    g: &Grammar,
    head: usize,
    cue: Range<usize>,
    frame: Frame,
    sentence: usize,
) -> Candidate {
    Candidate {
        head,
        lemma: g.folded(head).to_owned(),
        cue,
        particle: None,
        frame,
        source: None,
        source_kind: SourceKind::None,
        content: Vec::new(),
        that: None,
        hearer: None,
        shape: Shape::default(),
        quoted: false,
        confidence: 0.0,
        sentence,
        tagged: None,
    }
}

/// "was reluctant to …", "is concerned that …".
pub(crate) fn adjective(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if !ADJECTIVES.has(g.folded(at)) {
        return None;
    }
    let (floor, ceiling) = (bounds.start, bounds.end);
    let mut start = at;
    let mut linked = false;
    while start > floor {
        let before = start - 1;
        let links = g.tag(before) == Tag::Be
            || g.words[before].verb.is_some_and(|v| {
                g.tag(before) == Tag::Verb
                    && matches!(
                        v.lemma,
                        "seem" | "remain" | "feel" | "become" | "sound" | "appear" | "stay"
                    )
            });
        linked |= links;
        if !(links || g.tag(before).is_auxiliary() || matches!(g.tag(before), Tag::Adv | Tag::Neg))
        {
            break;
        }
        start = before;
    }
    if !linked {
        return None;
    }
    let mut found = blank(g, at, start..at + 1, Frame::Adjective, sentence);
    let next = at + 1;
    match g.tag(next) {
        _ if next >= ceiling => return None,
        Tag::That => {
            found.that = Some(next);
            found.content.push(clause(g, next + 1, ceiling));
        }
        Tag::To => found.content.push(object(g, next, ceiling)),
        Tag::Prep => {
            found.particle = Some(next);
            found.content.push(object(g, next + 1, ceiling));
        }
        Tag::Wh | Tag::Pron | Tag::Det | Tag::Sub => found.content.push(clause(g, next, ceiling)),
        _ => return None,
    }
    found.content.retain(|c| !c.is_empty());
    let group = super::source::Group {
        start,
        end: at + 1,
        shape: Shape::default(),
    };
    (found.source, found.source_kind) = super::source::subject(g, group, floor);
    found.quoted = found
        .content
        .iter()
        .any(|c| c.clone().any(|i| g.quotation(i).is_some()));
    (!found.content.is_empty()).then_some(found)
}

/// A noun that attributes.
pub(crate) fn noun(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if matches!(g.tag(at), Tag::Verb | Tag::Ing | Tag::Proper) {
        return None;
    }
    let lemma = NOUNS.get(g.folded(at))?;
    let (floor, ceiling) = (bounds.start, bounds.end);
    let mut found = blank(g, at, at..at + 1, Frame::Noun, sentence);
    let agent = agent_behind(g, at, ceiling);
    let next = agent.as_ref().map_or(at + 1, |a| a.whole.end);
    match g.tag(next) {
        _ if next >= ceiling => return None,
        _ if agent.is_some() && !matches!(g.tag(next), Tag::That) => return None,
        Tag::That => {
            found.that = Some(next);
            found.content.push(clause(g, next + 1, ceiling));
            found.lemma = format!("{lemma}+that");
        }
        Tag::To
            if g.words
                .get(next + 1)
                .is_some_and(|w| w.verb.is_some() || w.tag.is_auxiliary()) =>
        {
            found.content.push(object(g, next, ceiling));
            found.lemma = format!("{lemma}+to");
        }
        Tag::Prep | Tag::To => {
            let preposition = g.folded(next);
            if matches!(
                preposition,
                "by" | "from"
                    | "in"
                    | "at"
                    | "as"
                    | "during"
                    | "before"
                    | "after"
                    | "within"
                    | "among"
                    | "across"
            ) {
                return None;
            }
            found.particle = Some(next);
            found.content.push(object(g, next + 1, ceiling));
            found.lemma = format!("{lemma}+{preposition}");
        }
        _ => return None,
    }
    match agent {
        Some(agent) => {
            found.source_kind = kind_of(g, &agent);
            found.source = Some(agent);
        }
        None => possessor(g, at, floor, &mut found),
    }
    found.content.retain(|c| !c.is_empty());
    found.quoted = found
        .content
        .iter()
        .any(|c| c.clone().any(|i| g.quotation(i).is_some()));
    (!found.content.is_empty()).then_some(found)
}

/// "A claim by the mayor that …", "warnings from scientists that …": who stands between the noun and "that".
fn agent_behind(g: &Grammar, at: usize, ceiling: usize) -> Option<Phrase> {
    if at + 2 >= ceiling || !matches!(g.folded(at + 1), "by" | "from" | "of") {
        return None;
    }
    let phrase = g.phrase_after(at + 2, ceiling)?;
    // Only the plain phrase: what hangs on it ends where "that" opens the content.
    let end = phrase.core.end;
    (end < ceiling && g.tag(end) == Tag::That).then(|| Phrase::plain(phrase.core))
}

/// "Clinton's claim", "his promise", "He made a promise".
fn possessor(g: &Grammar, at: usize, floor: usize, found: &mut Candidate) {
    let mut start = at;
    while start > floor && matches!(g.tag(start - 1), Tag::Noun | Tag::Num | Tag::Adv) {
        start -= 1;
    }
    if start == floor {
        return;
    }
    match g.tag(start - 1) {
        Tag::PossS => {
            if let Some(phrase) = g.phrase_before(start - 1, floor) {
                found.cue = start - 1..at + 1;
                found.source_kind = SourceKind::Possessor;
                found.source = Some(Phrase::plain(phrase.core));
            }
        }
        Tag::Poss => {
            found.cue = start..at + 1;
            found.source_kind = SourceKind::Possessor;
            found.source = Some(Phrase::plain(start - 1..start));
        }
        _ => {
            let before = if g.tag(start - 1) == Tag::Det {
                start - 1
            } else {
                start
            };
            if before > floor && g.is_finite(before - 1) {
                let group = super::source::group(g, before - 1, floor);
                if !group.shape.passive {
                    let (source, kind) = super::source::subject(g, group, floor);
                    if source.is_some() {
                        found.cue = group.start..at + 1;
                        found.source = source;
                        found.source_kind = kind;
                    }
                }
            }
        }
    }
}
