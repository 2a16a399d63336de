//! States and cities that speak as governments do, alone or in a row.

use std::ops::Range;

use super::lists::{INSTITUTIONS, OUTLETS, PLACES, SURNAMES};
use super::trimmed_det;
use crate::grammar::{Grammar, Tag};
use crate::voices::recent::is_first_name;

/// "Libya and Switzerland", "the United States, China, Russia, and Israel", "Jane Doe and Ann Poe": several
/// that each could be looked up.
pub(super) fn is_list(g: &Grammar, core: &Range<usize>) -> bool {
    let joins = |at: usize| g.tag(at) == Tag::Conj && g.folded(at) != "&";
    if !core.clone().any(joins) {
        return false;
    }
    let mut items = Vec::new();
    let mut start = core.start;
    for at in core.clone().chain([core.end]) {
        let mark = at < core.end && matches!(g.tag(at), Tag::Comma | Tag::Conj);
        if mark || at == core.end {
            if start < at {
                items.push(start..at);
            }
            start = at + 1;
        }
    }
    let known = |item: &Range<usize>| {
        let name = trimmed_det(g, item);
        let text = g.text(&name);
        let acronym = name.len() == 1 && text.len() > 1 && text == text.to_uppercase();
        let capital = name.clone().all(|i| g.words[i].capital);
        capital
            && (is_place(g, item, item)
                || acronym
                || OUTLETS.has(text.to_lowercase().as_str())
                || (name.len() >= 2 && is_first_name(g.folded(name.start)))
                || (name.len() == 1 && SURNAMES.has(g.folded(name.start))))
    };
    items.len() >= 2 && items.iter().all(known)
}

pub(super) fn is_place(g: &Grammar, core: &Range<usize>, first: &Range<usize>) -> bool {
    let name = trimmed_det(g, first);
    let only = name.len() <= 2 && name.end == core.end;
    only && (PLACES.has(g.folded(name.end - 1)))
        && (name.len() == 1
            || matches!(
                g.folded(name.start),
                "north" | "south" | "new" | "saudi" | "united" | "east" | "west"
            ))
        || matches!(
            g.text(&name).to_lowercase().as_str(),
            "united states"
                | "united kingdom"
                | "united nations"
                | "european union"
                | "saudi arabia"
                | "south africa"
                | "new zealand"
                | "white house"
                | "west bank"
                | "vatican"
                | "holy see"
                | "downing street"
                | "capitol hill"
                | "wall street"
                | "north korea"
                | "south korea"
        )
}

/// Whether a phrase holds a word for a body or a place: no outlet's name is made of such.
pub(crate) fn is_body(g: &Grammar, core: &Range<usize>) -> bool {
    core.clone().any(|i| {
        let word = g.folded(i);
        INSTITUTIONS.has(word) || PLACES.has(word)
    })
}
