//! Pages in the shapes of today's news sites, with invented stories, and what a reader takes from each.
//!
//! Beside each page in `tests/fixtures/pages` stands what is expected of it: facts, then the blocks in order,
//! each by its kind and the beginning of its text. Boilerplate and bylines may stand anywhere between.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use sourcelight_article::{Article, BlockKind, open_html};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/pages")
}

/// What is expected of a page.
struct Expected {
    facts: BTreeMap<String, String>,
    blocks: Vec<(String, String)>,
}

fn expected(name: &str) -> Expected {
    let text = fs::read_to_string(folder().join(name).with_extension("txt")).unwrap();
    let (facts, blocks) = text.split_once("\n\n").unwrap();
    let pair = |line: &str, by: &str| {
        let (a, b) = line.split_once(by).unwrap();
        (a.to_owned(), b.to_owned())
    };
    Expected {
        facts: facts.lines().map(|l| pair(l, ": ")).collect(),
        blocks: blocks.lines().map(|l| pair(l, "\t")).collect(),
    }
}

fn kind_of(kind: BlockKind) -> String {
    serde_json::to_value(kind)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

/// What of a page differs from what is expected, one line each.
fn differences(name: &str, article: &Article) -> Vec<String> {
    let expected = expected(name);
    let m = &article.metadata;
    let day = |d: &Option<String>| d.as_ref().map(|d| d.chars().take(10).collect());
    let facts = [
        ("title", m.title.clone()),
        ("byline", m.byline.clone()),
        ("outlet", m.outlet.clone()),
        ("language", m.language.clone()),
        ("published", day(&m.published)),
        ("modified", day(&m.modified)),
    ];
    let mut found: Vec<String> = Vec::new();
    for (fact, value) in facts {
        let want = expected.facts.get(fact);
        if value.as_ref() != want {
            found.push(format!("{name}: {fact} is {value:?}, not {want:?}"));
        }
    }
    let beside = [BlockKind::Boilerplate, BlockKind::Byline];
    let shown = article.blocks.iter().filter(|b| !beside.contains(&b.kind));
    let shown: Vec<(String, &str)> = shown
        .map(|b| (kind_of(b.kind), b.span.of(&article.text)))
        .collect();
    for at in 0..shown.len().max(expected.blocks.len()) {
        let same = match (shown.get(at), expected.blocks.get(at)) {
            (Some((kind, text)), Some((want, opening))) => {
                kind == want && text.starts_with(opening.as_str())
            }
            _ => false,
        };
        if !same {
            let (is, want) = (shown.get(at), expected.blocks.get(at));
            found.push(format!("{name}: block {at} is {is:?}, not {want:?}"));
            break;
        }
    }
    found
}

#[test]
fn pages_of_news_sites_read_as_a_reader_would_cut_them() {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".html"))
        .collect();
    names.sort();
    assert!(names.len() >= 12);
    let mut found = Vec::new();
    for name in &names {
        let html = fs::read_to_string(folder().join(name)).unwrap();
        let article = open_html(&html, Some("https://news.example/story")).unwrap();
        found.extend(differences(name, &article));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
