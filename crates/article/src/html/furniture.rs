//! What stands among a story's paragraphs and is none of it: told by the names of its elements, by its
//! links, and by its words.

use std::collections::BTreeSet;

use super::facts::letters;
use super::page::Page;
use super::pieces::Piece;
use super::prose::{first_prose, is_prose, last_prose};
use super::roles::{Role, is_post, roles};
use crate::BlockKind;
use crate::plain::{ends_a_sentence, is_caption};

/// An element with a larger share of the story is not beside it, whatever its name.
const LARGEST_SHARE: f64 = 0.3;
/// Prose of this length under a telling name is a part of the story, in bytes.
const STORY: usize = 700;

/// The fewest words of a headline that is linked to.
const HEADLINE: usize = 4;
/// A longer line outside of the story is no label, in bytes.
const LONGEST_LABEL: usize = 90;
/// Fewer different paragraphs are a form, where a repetition means nothing.
const STORIED: usize = 5;

/// Marks what the page's elements and links show to be no part of the story. `host` is the page's own.
pub(super) fn mark_furniture(page: &Page, found: &mut [Piece], host: Option<&str>) {
    let all: usize = found.iter().map(|p| p.text.len()).sum();
    let prose = found
        .iter()
        .filter(|p| is_prose(p))
        .map(|p| letters(&p.text));
    let storied = prose.collect::<BTreeSet<_>>().len() >= STORIED;
    for piece in found.iter_mut() {
        if matches!(
            piece.kind,
            BlockKind::Headline | BlockKind::Standfirst | BlockKind::Byline | BlockKind::Table
        ) {
            continue;
        }
        if piece.kind != BlockKind::Caption
            && (named_furniture(page, piece, all) || is_link(page, piece, host))
        {
            piece.kind = BlockKind::Boilerplate;
        } else if piece.kind == BlockKind::Paragraph && is_caption(&piece.text) {
            piece.kind = BlockKind::Caption;
        }
    }
    mark_teasers(page, found, host);
    if storied {
        mark_labels(page, found);
    }
}

/// Marks headings that follow each other with nothing between and lead to other pages: a list of teasers.
fn mark_teasers(page: &Page, found: &mut [Piece], host: Option<&str>) {
    let teaser = |piece: &Piece| {
        piece.kind == BlockKind::Subhead
            && piece.link_density() > 0.9
            && piece.links.iter().all(|link| leads_on(page, link, host))
    };
    let told: Vec<bool> = found.iter().map(teaser).collect();
    for (at, piece) in found.iter_mut().enumerate() {
        let beside = |at: Option<usize>| at.and_then(|at| told.get(at)).copied().unwrap_or(false);
        if told[at] && (beside(at.checked_sub(1)) || beside(Some(at + 1))) {
            piece.kind = BlockKind::Boilerplate;
        }
    }
}

/// Whether a link of a piece leads to another page of the site.
fn leads_on(page: &Page, link: &(usize, usize, usize), host: Option<&str>) -> bool {
    let href = page.nodes[link.2].href.as_deref();
    href.is_some_and(|h| stays_on(h, host))
}

/// Marks the labels above the first and behind the last sentence of the story.
fn mark_labels(page: &Page, found: &mut [Piece]) {
    let (first, Some(last)) = (first_prose(page, found), last_prose(found)) else {
        return;
    };
    for (at, piece) in found.iter_mut().enumerate() {
        if (first..=last).contains(&at) {
            continue;
        }
        let label = piece.text.len() < LONGEST_LABEL && !ends_a_sentence(&piece.text);
        let heads = at < first && piece.kind == BlockKind::Subhead;
        if label && !heads && matches!(piece.kind, BlockKind::Paragraph | BlockKind::Subhead) {
            piece.kind = BlockKind::Boilerplate;
        }
    }
}

/// Whether an element around the piece has the name of furniture, and looks like it.
fn named_furniture(page: &Page, piece: &Piece, all: usize) -> bool {
    for at in std::iter::once(piece.element).chain(page.around(piece.element)) {
        let node = &page.nodes[at];
        if is_post(node)
            || matches!(node.tag.as_str(), "body" | "main" | "article")
            || node.letters as f64 > LARGEST_SHARE * all as f64
        {
            return false;
        }
        if !roles(node).contains(Role::Furniture) {
            continue;
        }
        if node.letters < STORY || node.link_density() > 0.3 {
            return true;
        }
    }
    false
}

/// Whether the piece is a link to another page of the site, rather than a sentence with a link in it.
fn is_link(page: &Page, piece: &Piece, host: Option<&str>) -> bool {
    // A headline has some words; a single one is more often what the story is about.
    if piece.text.split_whitespace().count() < HEADLINE {
        return false;
    }
    let whole = piece.link_density() > 0.9;
    let several = piece.links.len() > 1 && piece.link_density() > 0.6;
    if !(whole || several) || ends_a_sentence(&piece.text) {
        return false;
    }
    let inside = |link: &(usize, usize, usize)| leads_on(page, link, host);
    let bold = piece.kind == BlockKind::Subhead && !page.nodes[piece.element].tag.starts_with('h');
    let item = piece.kind == BlockKind::ListItem && whole;
    (bold || item || piece.kind == BlockKind::Paragraph) && piece.links.iter().all(inside)
}

/// Whether an address leads to a page of `host` or of a host beside it.
fn stays_on(href: &str, host: Option<&str>) -> bool {
    let lower = href.trim().to_ascii_lowercase();
    let Some(rest) = lower.split_once("//").map(|(_, rest)| rest) else {
        return !lower.starts_with(['#', '?']) && !lower.contains(':');
    };
    let site = |host: &str| -> String {
        let labels: Vec<&str> = host.split('.').collect();
        labels[labels.len().saturating_sub(2)..].join(".")
    };
    let other = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.is_some_and(|h| site(h) == site(other))
}

/// The host that an address names.
pub(super) fn host_of(address: &str) -> Option<&str> {
    address
        .split_once("//")?
        .1
        .split(['/', '?', '#', ':'])
        .next()
}
