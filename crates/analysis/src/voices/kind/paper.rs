//! Outlets, and documents that a reader could look up.

use std::ops::Range;

use super::lists::{OUTLET_WORDS, OUTLETS, TITLES};
use super::singular;
use crate::grammar::{Grammar, Tag};

/// "Article 51", "Rule IV", "Section 3": a part of a law.
pub(super) fn is_article(g: &Grammar, first: &Range<usize>) -> bool {
    let number = |i: usize| {
        let text = g.text(&(i..i + 1));
        text.chars().all(|c| c.is_ascii_digit()) || text.chars().all(|c| "IVXLC".contains(c))
    };
    first
        .clone()
        .zip(first.clone().skip(1))
        .any(|(word, next)| {
            matches!(
                g.folded(word),
                "article"
                    | "rule"
                    | "section"
                    | "resolution"
                    | "protocol"
                    | "amendment"
                    | "clause"
                    | "paragraph"
                    | "annex"
                    | "directive"
            ) && number(next)
        })
}

/// Whether a document or table of figures can be looked up: a name stands in its phrase ("the Chilcot
/// report", "the constitution of Ukraine"), and it is not just one of many ("an Internet posting").
pub(super) fn is_titled(
    g: &Grammar,
    core: &Range<usize>,
    head: usize,
    names: &[Range<usize>],
) -> bool {
    let definite = matches!(
        g.tag(core.start),
        Tag::Det | Tag::Poss | Tag::PossS | Tag::Proper
    ) && !matches!(
        g.folded(core.start),
        "a" | "an" | "one" | "some" | "many" | "several" | "another" | "any"
    );
    let own = |name: &&Range<usize>| **name != (head..head + 1);
    definite && names.iter().any(|n| own(&n))
}

/// "A policy paper" is no newspaper.
pub(super) fn is_written(g: &Grammar, core: &Range<usize>, head: usize) -> bool {
    g.folded(head) == "paper"
        && head > core.start
        && matches!(
            g.folded(head - 1),
            "policy"
                | "white"
                | "green"
                | "research"
                | "working"
                | "position"
                | "discussion"
                | "briefing"
                | "scientific"
                | "academic"
        )
}

/// Whether "of the … study" or "of the … report" stands behind the first part of a phrase.
pub(super) fn of_paper(g: &Grammar, core: &Range<usize>, first: &Range<usize>) -> bool {
    g.folded(first.end) == "of"
        && first.end < core.end
        && matches!(
            singular(g.folded(core.end - 1)),
            "study"
                | "report"
                | "paper"
                | "inquiry"
                | "investigation"
                | "review"
                | "research"
                | "audit"
        )
}

/// Whether the name is an outlet's.
pub(crate) fn is_outlet(g: &Grammar, name: &Range<usize>) -> bool {
    let text = g.text(name).to_lowercase();
    let text = text.strip_prefix("the ").unwrap_or(&text);
    if OUTLETS.has(text) {
        return name.len() > 1 || g.text(name).len() > 1;
    }
    if name.len() == 1 && is_site(text) {
        return true;
    }
    name.len() >= 2
        && OUTLET_WORDS.has(g.folded(name.end - 1))
        && !TITLES.has(g.folded(name.start).trim_end_matches('.'))
        && g.words[name.end - 1].capital
        && !matches!(g.folded(name.end - 1), "post" | "independent" | "press" | "sun" | "globe" if name.len() > 4)
}

/// "Gawker.com", "pravda.ru".
pub(super) fn is_site(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "com", "org", "net", "info", "ru", "ua", "uk", "de", "fr", "io",
    ];
    name.rsplit_once('.')
        .is_some_and(|(site, end)| site.len() > 2 && ENDS.contains(&end))
}
