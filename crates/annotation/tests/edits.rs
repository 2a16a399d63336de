//! Realistic edits of articles of our own, each with the answer a careful reader would give.
//!
//! `open.json` was used while the criteria were made; `closed.json` was written with it and not run
//! until they stood. A case names an article, a quote, the edits made to the article's paragraphs,
//! and what is to become of the quote. `SOURCELIGHT_EDITS=1 cargo test --test edits -- --nocapture`
//! prints every case that is answered otherwise.

#![allow(clippy::unwrap_used, clippy::panic)] // A test that cannot go on has failed.

use serde::Deserialize;
use sourcelight_annotation::anchor::{Anchoring, State};
use sourcelight_annotation::{Selector, SelectorKind, selectors};
use sourcelight_text::{OffsetMap, Span};
use std::collections::BTreeMap;

type Articles = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    article: String,
    quote: String,
    /// Which occurrence of the quote is meant.
    #[serde(default)]
    nth: usize,
    #[serde(default)]
    edits: Vec<Edit>,
    /// `quote` leaves the position out, `words` the context too.
    #[serde(default)]
    selectors: Option<String>,
    state: State,
    /// The passage in the edited article; the quote itself where nothing is said.
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    nth_now: usize,
    #[serde(default)]
    candidates: Option<usize>,
}

/// An edit of the list of paragraphs, or of the joined text.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Edit {
    Replace(String, String),
    ReplaceAll(String, String),
    Insert(usize, String),
    Delete(usize),
    Move(usize, usize),
    Become(String),
}

fn nth(text: &str, part: &str, nth: usize) -> Span {
    let (start, _) = text
        .match_indices(part)
        .nth(nth)
        .unwrap_or_else(|| panic!("“{part}” does not stand {} times", nth + 1));
    Span::new(start, start + part.len())
}

fn edited(articles: &Articles, case: &Case) -> String {
    let mut paragraphs = articles[&case.article].clone();
    for edit in &case.edits {
        match edit {
            Edit::Insert(at, text) => paragraphs.insert(*at, text.clone()),
            Edit::Delete(at) => drop(paragraphs.remove(*at)),
            Edit::Move(from, to) => {
                let moved = paragraphs.remove(*from);
                paragraphs.insert(*to, moved);
            }
            Edit::Become(other) => paragraphs = articles[other].clone(),
            Edit::Replace(old, new) => {
                let text = paragraphs.join("\n");
                assert_eq!(
                    text.matches(old.as_str()).count(),
                    1,
                    "{}: {old}",
                    case.name
                );
                paragraphs = text
                    .replacen(old, new, 1)
                    .split('\n')
                    .map(str::to_owned)
                    .collect();
            }
            Edit::ReplaceAll(old, new) => {
                for paragraph in &mut paragraphs {
                    *paragraph = paragraph.replace(old, new);
                }
            }
        }
    }
    paragraphs.join("\n")
}

/// What was found and what was asked for, where they differ.
fn answer(articles: &Articles, case: &Case) -> Result<(), String> {
    let old = articles[&case.article].join("\n");
    let span = nth(&old, &case.quote, case.nth);
    let mut given = selectors(span, &old, &OffsetMap::new(&old));
    let kept = case.selectors.as_deref().unwrap_or("quote and position");
    if !kept.contains("position") {
        given.retain(|s| matches!(s.kind, SelectorKind::Quote(_)));
    }
    if kept.starts_with("words") {
        given = given.into_iter().map(without_context).collect();
    }
    let new = edited(articles, case);
    let found = Anchoring::new(&new).anchor(&given);
    let expected = (case.state != State::Lost).then(|| {
        nth(
            &new,
            case.text.as_ref().unwrap_or(&case.quote),
            case.nth_now,
        )
    });
    let candidates = case.candidates.unwrap_or(found.candidates.len());
    if found.state == case.state && found.span == expected && found.candidates.len() == candidates {
        return Ok(());
    }
    let shown = |span: Option<Span>| span.map_or("nothing", |s| s.of(&new)).to_owned();
    let misplaced = match (found.span, expected) {
        (Some(found), Some(expected)) => !found.overlaps(expected),
        (found, None) => found.is_some(),
        (None, Some(_)) => false,
    };
    Err(format!(
        "{}{}: {:?} “{}”, not {:?} “{}”",
        if misplaced { "MISPLACED " } else { "" },
        case.name,
        found.state,
        shown(found.span),
        case.state,
        shown(expected)
    ))
}

fn without_context(mut selector: Selector) -> Selector {
    if let SelectorKind::Quote(quote) = &mut selector.kind {
        quote.prefix = None;
        quote.suffix = None;
    }
    selector
}

fn check(cases: &str, name: &str) {
    let articles: Articles =
        serde_json::from_str(include_str!("data/edits/articles.json")).unwrap();
    let cases: Vec<Case> = serde_json::from_str(cases).unwrap();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| answer(&articles, case).err())
        .collect();
    eprintln!(
        "{name}: {} of {} as expected",
        cases.len() - wrong.len(),
        cases.len()
    );
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn edits_that_were_looked_at() {
    check(include_str!("data/edits/open.json"), "open");
}

#[test]
fn edits_that_were_kept_closed() {
    check(include_str!("data/edits/closed.json"), "closed");
}
