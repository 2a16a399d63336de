//! What Readability takes for the article, as marks on the page's own nodes.

use dom_query::{Document, NodeId};
use dom_smoothie::{Config, Readability};

use super::page::Page;

/// For every node of `page` whether it is a text that Readability keeps. `document` is the one that the
/// page was read from: Readability moves the nodes of its tree about, but never gives one a new number.
pub(super) fn readable(document: Document, page: &Page) -> Vec<bool> {
    let mut kept = vec![false; page.nodes.len()];
    if is_laborious(page) {
        return kept;
    }
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let Ok(mut reader) = Readability::with_document(document, None, Some(config)) else {
        return kept;
    };
    if reader.parse().is_err() {
        return kept;
    }
    let mut places: Vec<(NodeId, usize)> = page
        .nodes
        .iter()
        .enumerate()
        .filter(|(_, n)| n.is_text())
        .map(|(at, n)| (n.id, at))
        .collect();
    places.sort_unstable();
    let found = reader.doc.select_single(ARTICLE);
    let Some(article) = found.nodes().first() else {
        return kept;
    };
    for node in article.descendants_it().filter(|n| n.is_text()) {
        if let Ok(nth) = places.binary_search_by_key(&node.id, |p| p.0) {
            let at = places[nth].1;
            let formula = || {
                page.around(at)
                    .any(|around| page.nodes[around].tag == "math")
            };
            kept[at] = !page.nodes[at].hidden || formula();
        }
    }
    kept
}

/// Whether Readability would take too long, for its cost grows with the depth of every element.
fn is_laborious(page: &Page) -> bool {
    let mut depths = vec![0_usize; page.nodes.len()];
    let mut all = 0;
    for at in 1..page.nodes.len() {
        depths[at] = depths[page.nodes[at].parent] + 1;
        all += depths[at];
    }
    all > MOST_LABOUR
}

/// The depths of all nodes of a page that Readability is still asked about, added up; a page of news has a
/// hundredth.
const MOST_LABOUR: usize = 2_500_000;

/// The element that Readability puts around what it keeps.
const ARTICLE: &str = "#readability-page-1";
