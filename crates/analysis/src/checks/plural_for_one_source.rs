//! "Officials" where only one official speaks.
//!
//! # Why it matters
//! A plural tells the reader that two or more said it. Where all that follows comes from one, the plural
//! may be a manner of speaking.
//!
//! # Example
//! "Officials informed the publication that …", then "One official stated …", "the official said".
//!
//! # What it leaves alone
//! Groups of another kind than the single voice (experts beside an official), and pages on which the
//! group speaks more than twice or several singles can be told apart.
//!
//! Source: Reuters Handbook of Journalism, "Sources" (never use the plural for one source).

use std::collections::BTreeSet;

use super::Page;
use crate::model::{Attribution, Check, CheckKind, SourceType};

/// Nouns for insiders, singular and plural.
const NOUNS: &[(&str, &str)] = &[
    ("official", "officials"),
    ("source", "sources"),
    ("diplomat", "diplomats"),
    ("aide", "aides"),
    ("adviser", "advisers"),
    ("person", "people"),
    ("lawmaker", "lawmakers"),
    ("executive", "executives"),
];

pub(super) fn ask(page: &Page) -> Option<Check> {
    NOUNS.iter().find_map(|(one, several)| {
        let said_by = |source_type: SourceType, noun: &str| -> Vec<&Attribution> {
            page.core()
                .filter(|a| a.source_type == source_type && names(page, a, noun))
                .collect()
        };
        let groups = said_by(SourceType::UnnamedGroup, several);
        let singles = said_by(SourceType::UnnamedIndividual, one);
        if groups.is_empty()
            || groups.len() > 2
            || singles.is_empty()
            || several_voices(page, &singles)
        {
            return None;
        }
        let spans = [page.source(groups[0])?, page.source(singles[0])?];
        Some(page.compare(CheckKind::PluralForOneSource, spans, |several, one| {
            format!("{several} are given as the source here; elsewhere only {one} speaks. How many are there?")
        }))
    })
}

/// Whether the text itself tells the single voices apart ("another official", "a second source").
fn several_voices(page: &Page, singles: &[&Attribution]) -> bool {
    let told_apart = singles.iter().any(|a| {
        page.source(a).is_some_and(|s| {
            let words = s.of(page.text).to_lowercase();
            ["another", "second", "other", "third"]
                .iter()
                .any(|w| words.split(' ').any(|x| x == *w))
        })
    });
    let voices: BTreeSet<usize> = singles.iter().filter_map(|a| a.entity).collect();
    let may_be_one = voices.iter().all(|v| {
        page.analysis.entities.get(*v).is_some_and(|e| {
            voices
                .iter()
                .all(|other| other == v || e.maybe_same.contains(other))
        })
    });
    told_apart || !may_be_one
}

fn names(page: &Page, attribution: &Attribution, noun: &str) -> bool {
    page.source(attribution).is_some_and(|s| {
        s.of(page.text)
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w.eq_ignore_ascii_case(noun))
    })
}
