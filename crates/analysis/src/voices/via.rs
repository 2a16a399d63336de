//! The chain from this page to a voice: carriers named in the sentence, and those of a blanket
//! sentence ("This was reported by X, citing Y") or of the headline's dash.

use std::ops::Range;

use super::book::Book;
use super::kind::kind;
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
    // "a letter seen by Sky News", "documents obtained by the paper".
    let seen = source.whole.clone().find(|&i| {
        g.folded(i) == "by"
            && i > 0
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
            )
    });
    if let Some(by) = seen {
        return media(g, &(by + 1..g.phrase_after(by + 1, sentence.end)?.core.end));
    }
    // "said in an interview with CNN", "said on Fox News", "according to officials quoted by Reuters".
    let near = c.cue.end..sentence.end.min(c.cue.end + 12);
    let with = near.clone().find(|&i| {
        matches!(g.folded(i), "with" | "on" | "to" | "by") && !c.holds(i) && {
            let end = g.chunk_end(i + 1, sentence.end).unwrap_or(i + 1);
            end > i + 1 && media(g, &(i + 1..end)).is_some()
        }
    })?;
    media(g, &(with + 1..g.chunk_end(with + 1, sentence.end)?))
}

/// `range`, if it means an outlet.
fn media(g: &Grammar, range: &Range<usize>) -> Option<Range<usize>> {
    if range.is_empty() {
        return None;
    }
    let found = kind(g, range);
    let plain = matches!(
        g.folded(range.end - 1),
        "reporters" | "journalists" | "media" | "press"
    );
    (found.source_type == SourceType::Media && !plain && g.tag(range.start) != Tag::Pron)
        .then(|| range.clone())
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
    let range = carrier(g, c)?;
    let found = kind(g, &range);
    Some(book.voice(g, &range, &found))
}
