//! What stands above a story: its headline, its standfirst, who wrote it and when.

use super::facts::{Facts, letters};
use super::page::Page;
use super::pieces::{Piece, pieces};
use super::prose::{first_prose, is_prose};
use super::roles::{Role, roles};
use crate::BlockKind;
use crate::date::read_date;
use crate::plain::is_top_matter;

/// The length of a standfirst in bytes of letters.
const STANDFIRST: std::ops::RangeInclusive<usize> = 25..=800;
/// So many letters have to agree before a description and a text that goes on count as the same.
const AGREEING: usize = 40;
/// A longer line is no byline, in bytes.
const LONGEST_BYLINE: usize = 160;
/// How far above the story's first text its headline may stand, in nodes.
const FAR: usize = 1_500;

/// Puts the headline first, finds the standfirst, and tells bylines from the rest above the story.
pub(super) fn mark_top(page: &Page, facts: &Facts, found: &mut Vec<Piece>) {
    let headline = take_headline(page, facts, found);
    let place = headline
        .as_ref()
        .and_then(|h| h.runs.first())
        .map(|r| r.node);
    let first = first_prose(page, found);
    mark_bylines(page, facts, found, first);
    if !mark_standfirst(page, facts, found, first)
        && let Some(standfirst) = shown_standfirst(page, facts, found, place, first)
    {
        found.insert(0, standfirst);
    }
    if let Some(headline) = headline {
        found.insert(0, headline);
    }
}

/// The headline as the page shows it, taken out of `found` with its repetitions; as the page's data have
/// it where it is not shown.
fn take_headline(page: &Page, facts: &Facts, found: &mut Vec<Piece>) -> Option<Piece> {
    let title = facts.metadata.title.as_deref()?;
    let key = letters(title);
    let mut shown: Option<Piece> = None;
    let top = found.len().min(6);
    let mut at = 0;
    for _ in 0..top {
        let same = letters(&found[at].text) == key;
        let h1 = page.nodes[found[at].element].tag == "h1" && shown.is_none() && at < 3;
        if same || (h1 && alike(&found[at].text, title)) {
            let piece = found.remove(at);
            shown.get_or_insert(piece);
        } else {
            at += 1;
        }
    }
    let shown = shown.or_else(|| {
        let end = found
            .first()
            .and_then(|p| p.runs.first())
            .map_or(page.nodes.len(), |r| r.node);
        let heading = |at: &usize| {
            let node = &page.nodes[*at];
            matches!(node.tag.as_str(), "h1" | "h2") && !node.hidden && node.letters < 900
        };
        let headings: Vec<usize> = (end.saturating_sub(FAR)..end).filter(heading).collect();
        headings
            .iter()
            .rev()
            .find(|at| letters(&page.text_of(**at)) == key)
            .and_then(|at| only(page, *at))
    });
    let mut piece = shown.unwrap_or_else(|| Piece::loose(BlockKind::Headline, title.to_owned()));
    piece.kind = BlockKind::Headline;
    Some(piece)
}

/// The text below node `at` as one piece.
fn only(page: &Page, at: usize) -> Option<Piece> {
    let mut kept = vec![false; page.nodes.len()];
    let end = page.nodes[at].end;
    for (node, kept) in page.nodes[at..end].iter().zip(&mut kept[at..end]) {
        *kept = node.is_text() && !node.hidden;
    }
    let found = pieces(page, &kept);
    (found.len() == 1)
        .then(|| found.into_iter().next())
        .flatten()
}

/// Whether most words of a headline stand in another.
fn alike(a: &str, b: &str) -> bool {
    let words = |t: &str| -> Vec<String> {
        t.split_whitespace()
            .map(letters)
            .filter(|w| w.len() > 2)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let common = a.iter().filter(|w| b.contains(w)).count();
    common * 10 >= a.len().max(b.len()) * 7 && common > 0
}

/// Marks the pieces above the first paragraph that say who wrote the story and when.
fn mark_bylines(page: &Page, facts: &Facts, found: &mut [Piece], first: usize) {
    let names: Vec<String> = facts
        .metadata
        .byline
        .iter()
        .flat_map(|b| b.split(", "))
        .map(letters)
        .filter(|n| n.len() > 4)
        .collect();
    // The entries of a live report have their own times and authors.
    for piece in found.iter_mut() {
        let text = letters(&piece.text);
        let timed = page.nodes[piece.element].tag == "time" || is_clock(&piece.text);
        if piece.kind == BlockKind::Paragraph && (timed || names.contains(&text)) {
            piece.kind = BlockKind::Byline;
        }
    }
    let top = first.max(3).min(found.len());
    for piece in &mut found[..top] {
        if matches!(piece.kind, BlockKind::Caption | BlockKind::Table)
            || piece.text.len() > LONGEST_BYLINE
        {
            continue;
        }
        let text = letters(&piece.text);
        let named = names.iter().any(|n| text.contains(n.as_str())) && !is_prose(piece);
        let role = || {
            let around = std::iter::once(piece.element)
                .chain(page.around(piece.element))
                .take(3);
            let mut near = around.filter(|at| page.nodes[*at].letters <= 2 * LONGEST_BYLINE);
            near.any(|at| roles(&page.nodes[at]).contains(Role::Byline))
        };
        let time = page.nodes[piece.element].tag == "time";
        if is_top_matter(&piece.text) || named || time || (!is_prose(piece) && role()) {
            piece.kind = BlockKind::Byline;
        }
    }
}

/// Whether a text is a time of day and nothing else: "20:41", "8.41 pm".
fn is_clock(text: &str) -> bool {
    let text = text.to_lowercase();
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "apm.uhr".contains(c));
    let digits =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let parts = text.split_once([':', '.']);
    parts.is_some_and(|(hours, minutes)| digits(hours) && minutes.len() == 2 && digits(minutes))
}

/// Marks the standfirst among the pieces above the story; answers whether there is one.
fn mark_standfirst(page: &Page, facts: &Facts, found: &mut [Piece], first: usize) -> bool {
    let top = (first + 1).min(found.len());
    let next = found.get(first + 1).map(|p| shape(page, p.element));
    let mut begun = false;
    for (at, piece) in found.iter_mut().enumerate().take(top) {
        // Behind the first sentences of the story nothing sums it up any more.
        if std::mem::replace(
            &mut begun,
            piece.kind == BlockKind::Paragraph && is_prose(piece),
        ) {
            return false;
        }
        if piece.text.len() < LONGEST_BYLINE && read_date(&piece.text).is_some_and(|d| d.len > 0) {
            continue;
        }
        if !matches!(
            piece.kind,
            BlockKind::Paragraph | BlockKind::Subhead | BlockKind::ListItem
        ) {
            continue;
        }
        if !STANDFIRST.contains(&piece.text.len()) || piece.link_density() > 0.5 {
            continue;
        }
        // A lead paragraph that looks like the others serves as description too, and stays one of them.
        let lead = at == first && next.as_ref() == Some(&shape(page, piece.element));
        let named = names_standfirst(page, piece.element);
        let heading = piece.kind == BlockKind::Subhead && piece.text.len() > AGREEING;
        if !lead && (sums_up(facts, &piece.text) || named || (heading && at < first)) {
            piece.kind = BlockKind::Standfirst;
            return true;
        }
    }
    false
}

/// How an element looks: its name, its classes, and its parent.
fn shape(page: &Page, at: usize) -> (String, String, usize) {
    let node = &page.nodes[at];
    (node.tag.clone(), node.class.clone(), node.parent)
}

fn names_standfirst(page: &Page, element: usize) -> bool {
    let around = std::iter::once(element).chain(page.around(element)).take(3);
    let mut near = around.filter(|at| page.nodes[*at].letters <= *STANDFIRST.end());
    near.any(|at| {
        let roles = roles(&page.nodes[at]);
        roles.contains(Role::Standfirst) && !roles.contains(Role::Furniture)
    })
}

/// Whether `text` is what the page says to sum the story up, or begins or goes on with it.
fn sums_up(facts: &Facts, text: &str) -> bool {
    let text = letters(text);
    facts.descriptions.iter().any(|description| {
        let d = letters(description);
        let shorter = d.len().min(text.len());
        shorter >= *STANDFIRST.start()
            && (d == text
                || shorter >= AGREEING
                    && 2 * shorter >= d.len().max(text.len())
                    && (d.starts_with(&text) || text.starts_with(&d)))
    })
}

/// The standfirst that stands on the page, but not in `found`: between the headline and the story.
fn shown_standfirst(
    page: &Page,
    facts: &Facts,
    found: &[Piece],
    headline: Option<usize>,
    first: usize,
) -> Option<Piece> {
    let story = found.get(first)?.runs.first()?.node;
    let taken: Vec<usize> = found
        .iter()
        .flat_map(|p| p.runs.iter().map(|r| r.node))
        .collect();
    let from = story.saturating_sub(FAR);
    let under = headline.unwrap_or(story);
    let fits = |at: &usize| {
        let node = &page.nodes[*at];
        !node.is_text()
            && !node.hidden
            && !matches!(
                node.tag.as_str(),
                "a" | "button" | "figcaption" | "h1" | "span"
            )
            && node.end <= story
            && STANDFIRST.contains(&node.letters)
            && node.link_density() < 0.4
            && !taken.iter().any(|t| (*at..node.end).contains(t))
            && !beside(page, *at)
    };
    let candidates: Vec<usize> = (from..story).filter(fits).collect();
    let described = candidates
        .iter()
        .rfind(|at| sums_up(facts, &page.text_of(**at)));
    let named = || {
        candidates
            .iter()
            .find(|at| **at > under && names_standfirst(page, **at))
    };
    let at = described.or_else(named)?;
    let mut piece = only(page, *at)?;
    let repeated = found
        .iter()
        .take(first + 3)
        .any(|p| letters(&p.text) == letters(&piece.text));
    let caption = piece.kind == BlockKind::Caption;
    piece.kind = BlockKind::Standfirst;
    (!repeated && !caption && piece.text.chars().count() >= *STANDFIRST.start()).then_some(piece)
}

/// Whether an element stands in what is beside the story: a menu, a sidebar, another teaser.
fn beside(page: &Page, at: usize) -> bool {
    page.around(at).take(6).any(|at| {
        matches!(
            page.nodes[at].tag.as_str(),
            "nav" | "aside" | "footer" | "form" | "figure" | "li"
        )
    })
}
