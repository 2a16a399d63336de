//! The chain from this page to a voice: carriers named in the sentence, and those of a blanket
//! sentence ("This was reported by X, citing Y") or of the headline's dash.

use std::ops::Range;

use super::book::Book;
use super::kind::{Kind, kind, with_complement};
use crate::attribution::{Candidate, Frame};
use crate::grammar::{Grammar, Tag};
use crate::model::{Link, SourceType, ViaBasis};

/// The carriers that a blanket attribution names for the whole article, outermost first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Blanket {
    /// The carriers.
    pub(crate) carriers: Vec<usize>,
    /// The candidates that make the blanket.
    pub(crate) made_by: Vec<usize>,
}

/// Reads the blanket of an article: `entities` are the voices of `found`.
pub(crate) fn blanket(g: &Grammar, found: &[Candidate], entities: &[Option<usize>]) -> Blanket {
    let mut blanket = Blanket::default();
    let last_block = g.reading.sentences.last().map_or(0, |s| s.block);
    for (index, c) in found.iter().enumerate() {
        let block = g.reading.sentences[c.sentence].block;
        let edge = c.sentence < 12 || block + 2 >= last_block;
        let whole = c.frame != Frame::Dash && c.content.iter().all(|r| points_at_all(g, r));
        let Some(entity) = entities[index] else {
            continue;
        };
        if edge && whole && !c.content.is_empty() {
            if !blanket.carriers.contains(&entity) {
                blanket.carriers.push(entity);
            }
            blanket.made_by.push(index);
        }
    }
    for (index, c) in found.iter().enumerate() {
        if let (Frame::Dash, Some(entity)) = (c.frame, entities[index])
            && c.sentence == 0
            && !blanket.carriers.contains(&entity)
        {
            blanket.carriers.push(entity);
            blanket.made_by.push(index);
        }
    }
    blanket
}

/// Whether a candidate speaks of the article as a whole: "This was reported by Xyz".
pub(crate) fn is_blanket(g: &Grammar, c: &Candidate) -> bool {
    !c.content.is_empty() && c.content.iter().all(|r| points_at_all(g, r))
}

/// Whether content is "This", "it", "the news": the article as a whole.
fn points_at_all(g: &Grammar, range: &Range<usize>) -> bool {
    let words: Vec<&str> = range.clone().map(|i| g.folded(i)).collect();
    matches!(
        words.as_slice(),
        ["this" | "that" | "it"]
            | [
                "the" | "this" | "that",
                "news" | "information" | "report" | "story"
            ]
    )
}

/// The outlet that was told, wrote it down, or saw the paper, in the words of the candidate itself.
pub(crate) fn carrier(g: &Grammar, c: &Candidate) -> Option<Range<usize>> {
    if let Some(hearer) = &c.hearer {
        return media(g, hearer);
    }
    let source = c.source.as_ref()?;
    let sentence = &g.reading.sentences[c.sentence].tokens;
    seen_by(g, source.whole.clone(), sentence.end)
        .or_else(|| whose(g, &source.core))
        .or_else(|| told_to(g, c, c.cue.end..sentence.end.min(c.cue.end + 12), &[]))
        .or_else(|| told_to(g, c, sentence.start..c.cue.start, TALKS))
        .or_else(|| published_in(g, c, sentence.start..c.cue.start))
}

/// What leads in the outlet before a cue: "in remarks to", "speaking on".
const TALKS: &[&str] = &[
    "remarks",
    "interview",
    "interviews",
    "comments",
    "statement",
    "statements",
    "speaking",
    "talking",
    "writing",
    "appearing",
    "appearance",
    "briefing",
    "broadcast",
    "article",
    "column",
    "editorial",
    "op-ed",
    "email",
    "message",
    "conversation",
    "story",
];

/// "Yle's sources", "one of the paper's sources", "a CNN source": whose they are.
fn whose(g: &Grammar, core: &Range<usize>) -> Option<Range<usize>> {
    let noun = core
        .clone()
        .find(|&i| matches!(g.folded(i), "source" | "sources"))?;
    let end = if noun > core.start && g.tag(noun - 1) == Tag::PossS {
        noun - 1
    } else {
        noun
    };
    let start = core
        .clone()
        .take_while(|&i| i < end)
        .filter(|&i| matches!(g.tag(i), Tag::Prep | Tag::Det | Tag::Num))
        .last()
        .map_or(core.start, |i| i + 1);
    (start < end).then(|| media(g, &(start..end))).flatten()
}

/// "A letter seen by Sky News", "documents obtained by the paper", "officials quoted by Reuters".
fn seen_by(g: &Grammar, whole: Range<usize>, end: usize) -> Option<Range<usize>> {
    let by = whole.clone().find(|&i| {
        g.folded(i) == "by"
            && i > whole.start
            && matches!(
                g.folded(i - 1),
                "seen"
                    | "obtained"
                    | "reviewed"
                    | "viewed"
                    | "quoted"
                    | "cited"
                    | "interviewed"
                    | "published"
                    | "reported"
                    | "carried"
                    | "aired"
                    | "broadcast"
                    | "leaked"
            )
    })?;
    media(g, &(by + 1..g.phrase_after(by + 1, end)?.core.end))
}

/// "Said in an interview with CNN", "said on Fox News"; where `led` has words, one of them must stand
/// shortly before: "in remarks to CNN, said".
fn told_to(g: &Grammar, c: &Candidate, near: Range<usize>, led: &[&str]) -> Option<Range<usize>> {
    near.clone()
        .filter(|&i| matches!(g.folded(i), "with" | "on" | "to" | "by" | "for" | "in"))
        .filter(|&i| !c.holds(i) && g.quotation(i).is_none())
        .filter(|&i| {
            led.is_empty() && g.folded(i) != "for" && g.folded(i) != "in"
                || (near.start.max(i.saturating_sub(4))..i).any(|k| led.contains(&g.folded(k)))
        })
        .find_map(|i| media(g, &(i + 1..g.chunk_end(i + 1, near.end)?)))
}

/// "The study, published in the Lancet, found": a paper of which the sentence says where it appeared.
fn published_in(g: &Grammar, c: &Candidate, near: Range<usize>) -> Option<Range<usize>> {
    let at = near.clone().find(|&i| {
        matches!(g.folded(i), "in" | "on" | "by")
            && i > near.start
            && matches!(
                g.folded(i - 1),
                "published"
                    | "printed"
                    | "posted"
                    | "released"
                    | "aired"
                    | "appearing"
                    | "reported"
            )
            && !c.holds(i)
    })?;
    media(g, &(at + 1..g.chunk_end(at + 1, near.end)?))
}

/// Words for a place on the net or the air where people speak.
const PLACES: &[&str] = &[
    "site",
    "website",
    "blog",
    "forum",
    "newsgroup",
    "board",
    "network",
    "programme",
    "program",
    "show",
    "podcast",
    "channel",
];

/// "Critics at the newsgroup sci.med", "posts on the message board of the site Mumsnet": where they
/// speak, by name.
pub(crate) fn platform(g: &Grammar, whole: &Range<usize>) -> Option<Range<usize>> {
    let at = whole.clone().find(|&i| {
        matches!(g.folded(i), "on" | "at" | "in" | "from")
            && i > whole.start
            && g.tag(i - 1).is_nominal()
    })?;
    let noun = (at + 1..whole.end)
        .rev()
        .find(|&i| PLACES.contains(&g.folded(i)))?;
    let end = (noun + 1..whole.end)
        .find(|&i| {
            !(g.words[i].capital
                || g.folded(i).contains('.')
                || g.tag(i) == crate::grammar::Tag::Proper)
        })
        .unwrap_or(whole.end);
    (end > noun + 1).then_some(noun + 1..end)
}

/// `range`, if it means an outlet, with what belongs to its name: "the Times of London".
fn media(g: &Grammar, range: &Range<usize>) -> Option<Range<usize>> {
    if range.is_empty() {
        return None;
    }
    let found = kind(g, range);
    let plain = matches!(
        g.folded(range.end - 1),
        "reporters" | "journalists" | "media" | "press"
    );
    let outlet =
        found.source_type == SourceType::Media && !plain && g.tag(range.start) != Tag::Pron;
    let end = g.words.len().min(range.end + 4);
    outlet.then(|| with_complement(g, range.clone(), end))
}

/// Whether a source tells that somebody has seen the paper: it is known from there ever after.
pub(crate) fn is_seen(g: &Grammar, c: &Candidate) -> bool {
    c.source.as_ref().is_some_and(|s| {
        s.whole.clone().any(|i| {
            matches!(
                g.folded(i),
                "seen" | "obtained" | "reviewed" | "viewed" | "leaked"
            )
        })
    })
}

/// The chain of a voice: `explicit` is the carrier its sentence names.
pub(crate) fn chain(
    blanket: &Blanket,
    entity: Option<usize>,
    explicit: Option<usize>,
) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for &carrier in &blanket.carriers {
        if entity == Some(carrier) || explicit == Some(carrier) {
            break;
        }
        links.push(Link {
            entity: carrier,
            basis: ViaBasis::Inherited,
        });
    }
    if let Some(carrier) = explicit.filter(|e| entity != Some(*e)) {
        links.retain(|l| l.entity != carrier);
        links.push(Link {
            entity: carrier,
            basis: ViaBasis::Explicit,
        });
    }
    links
}

/// Registers the carrier of each candidate in the book.
pub(crate) fn explicit(g: &Grammar, c: &Candidate, book: &mut Book) -> Option<usize> {
    if let Some(range) = carrier(g, c) {
        let found = kind(g, &range);
        return Some(book.voice(g, &range, &found));
    }
    let range = platform(g, &c.source.as_ref()?.whole)?;
    let found = Kind {
        source_type: SourceType::Media,
        named: true,
        name: Some(range.clone()),
        ..kind(g, &range)
    };
    Some(book.voice(g, &range, &found))
}
