//! How an unnamed voice is described.

use std::ops::Range;

use super::lists::{INSTITUTIONS, KNOWLEDGE};
use super::{first_chunk, head, singular};
use crate::grammar::{Grammar, Tag};
use crate::model::Described;

/// How an unnamed voice is described.
pub(crate) fn described(g: &Grammar, whole: &Range<usize>) -> Described {
    let first = first_chunk(g, whole);
    let head = singular(g.folded(head(g, &first)));
    let role = !matches!(
        head,
        "source" | "insider" | "people" | "person" | "individual" | "other" | "someone" | "they"
    );
    let knowledge = whole.clone().any(|i| KNOWLEDGE.has(g.folded(i)));
    let agency = whole.clone().any(|i| {
        (g.tag(i) == Tag::Proper && !is_demonym(g.folded(i)))
            || (INSTITUTIONS.has(g.folded(i)) && singular(g.folded(i)) != head)
    });
    match (role, agency, knowledge) {
        (_, true, true) => Described::RoleAgencyKnowledge,
        (_, true, false) => Described::RoleAgency,
        (true, false, _) => Described::Role,
        (false, false, true) => Described::Role,
        (false, false, false) => {
            // "a senior source" says something; "sources" nothing.
            if first
                .clone()
                .any(|i| g.tag(i) == Tag::Noun && singular(g.folded(i)) != head)
            {
                Described::Role
            } else {
                Described::None
            }
        }
    }
}

/// "Ukrainian", "British": where somebody is from, not whom for.
fn is_demonym(word: &str) -> bool {
    word.len() > 4
        && ["ian", "ean", "ish", "ese", "can", "aeli", "aqi", "man"]
            .iter()
            .any(|end| word.ends_with(end))
}
