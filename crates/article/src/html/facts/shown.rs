//! What a page shows of its article outside of its text: headings, dates, authors.

use super::names::shown_names;
use super::{day::iso, letters, plain_text};
use crate::html::page::{Node, Page};
use crate::html::roles::{Role, roles};

/// A heading with more text is no headline, in bytes of letters.
const LONGEST_HEADLINE: usize = 900;
/// So many headings of the first level are looked at.
const MOST_HEADINGS: usize = 8;
/// A list with more text is no list of authors, in bytes of letters.
const LONGEST_BYLINE: usize = 200;

/// The page's headings of the first level that may be a headline, those first that are marked as one.
/// A logo is none.
pub(super) fn headlines(page: &Page) -> Vec<String> {
    let shown = |at: &usize| {
        let node = &page.nodes[*at];
        node.tag == "h1"
            && !node.hidden
            && (9..LONGEST_HEADLINE).contains(&node.letters)
            && !page.around(*at).any(|around| {
                matches!(
                    page.nodes[around].tag.as_str(),
                    "nav" | "aside" | "footer" | "dialog"
                )
            })
    };
    let mut found: Vec<usize> = (0..page.nodes.len())
        .filter(shown)
        .take(MOST_HEADINGS)
        .collect();
    let marked = |at: &usize| page.nodes[*at].role.contains("headline");
    found.retain(|at| marked(at) || page.nodes[*at].link_density() < 0.5);
    found.sort_by_key(|at| !marked(at));
    let texts = found.iter().map(|at| page.text_of(*at));
    texts.filter(|t| t.chars().count() < 300).collect()
}

/// The heading that shows `title`; the page's start where there is none.
pub(super) fn headline_place(page: &Page, title: Option<&str>) -> usize {
    let title = title.map(letters).unwrap_or_default();
    let heading = |at: &usize| {
        let node = &page.nodes[*at];
        matches!(node.tag.as_str(), "h1" | "h2")
            && node.letters < LONGEST_HEADLINE
            && letters(&page.text_of(*at)) == title
    };
    (0..page.nodes.len()).find(heading).unwrap_or(0)
}

/// What an element marked with `itemprop` says: its attribute `content` or `datetime`, or its text.
pub(super) fn said(page: &Page, property: &str) -> Option<String> {
    let at = page.nodes.iter().position(|n| is_marked(n, property))?;
    let node = &page.nodes[at];
    let shown = || (node.letters < 200).then(|| page.text_of(at));
    let text = node.value.clone().or_else(shown)?;
    (!text.trim().is_empty() && text.len() < 200).then(|| plain_text(&text))
}

/// The date that the page shows nearest to its headline, the day of publication rather than that of a
/// change.
pub(super) fn time(page: &Page, headline: usize) -> Option<String> {
    let of_time = |at: usize| {
        let node = &page.nodes[at];
        let machine = node.value.clone().filter(|v| iso(v).is_some());
        let shown = || (node.letters < 120).then(|| page.text_of(at));
        machine.or_else(|| shown().filter(|t| iso(t).is_some()))
    };
    let mut times: Vec<(bool, usize, String)> = (0..page.nodes.len())
        .filter(|at| page.nodes[*at].tag == "time")
        .filter_map(|at| {
            let far = at
                .checked_sub(headline)
                .unwrap_or(2 * headline.abs_diff(at));
            Some((is_change(page, at), far, of_time(at)?))
        })
        .collect();
    times.sort();
    times.into_iter().next().map(|t| t.2).or_else(|| {
        let dated = |at: &usize| {
            let node = &page.nodes[*at];
            !node.is_text()
                && !node.hidden
                && (4..120).contains(&node.letters)
                && roles(node).contains(Role::Byline)
        };
        let near = headline.saturating_sub(60)..page.nodes.len().min(headline + 400);
        near.filter(dated)
            .map(|at| page.text_of(at))
            .find(|t| iso(t).is_some())
    })
}

/// Whether the time at `at` says when the story was changed.
fn is_change(page: &Page, at: usize) -> bool {
    let near = [at, page.nodes[at].parent];
    near.iter().any(|at| {
        let node = &page.nodes[*at];
        let names = format!("{} {} {}", node.class, node.name, node.role).to_lowercase();
        node.letters < 120 && ["modified", "updated"].iter().any(|w| names.contains(w))
    })
}

/// The authors whom the page names by `rel="author"`, `itemprop="author"` or a class of that name, nearest
/// to its headline; not those of other stories beside it.
pub(super) fn authors(page: &Page, headline: usize, sites: &[String]) -> Option<String> {
    let short = |at: &usize| {
        let node = &page.nodes[*at];
        let shown = !node.is_text() && !node.hidden && (3..120).contains(&node.letters);
        shown && !matches!(node.tag.as_str(), "label" | "form" | "h1")
    };
    let named = |at: &usize| {
        let class = page.nodes[*at].class.to_lowercase();
        class.contains("byline") || class.contains("author") || class.contains("autor")
    };
    let marked = |at: &usize| is_marked(&page.nodes[*at], "author");
    let mut found: Vec<usize> = (0..page.nodes.len())
        .filter(short)
        .filter(|at| marked(at) || named(at))
        .filter(|at| !is_beside(page, *at))
        .collect();
    found.sort_by_key(|at| (!marked(at), at.abs_diff(headline)));
    found.iter().take(20).find_map(|&at| {
        let line = page.text_of(at);
        shown_names(line.split(" - ").next().unwrap_or_default(), sites)
    })
}

fn is_marked(node: &Node, property: &str) -> bool {
    let mut roles = node.role.split_whitespace();
    roles.any(|r| r.eq_ignore_ascii_case(property))
}

/// Whether an element stands in what is beside the story. What is small may be the story's own box.
fn is_beside(page: &Page, at: usize) -> bool {
    page.around(at).any(|around| {
        let node = &page.nodes[around];
        match node.tag.as_str() {
            "nav" | "form" | "dialog" => true,
            "aside" | "footer" => node.letters > LONGEST_BYLINE,
            "li" => page.nodes[node.parent].letters > LONGEST_BYLINE,
            "body" | "main" | "article" => false,
            _ => {
                (LONGEST_BYLINE..LARGEST_BESIDE).contains(&node.letters)
                    && roles(node).contains(Role::Furniture)
            }
        }
    })
}

/// An element with more text is not beside the story, whatever its name, in bytes of letters.
const LARGEST_BESIDE: usize = 1_500;
