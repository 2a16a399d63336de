//! Texts of the story that Readability left behind: paragraphs that stand as its own do, and those of the
//! element that the page itself calls the article's body.

use std::collections::BTreeMap;

use super::page::{Node, Page};
use super::roles::{Role, is_post, roles};

/// The shortest block that counts as a paragraph of the story, in bytes of letters.
const PARAGRAPH: usize = 60;
/// A kept part of the story is found in the smallest element with this share of it, in percent.
const MOST: usize = 90;
/// Where less prose was kept, in bytes of letters, and the body has much more, Readability took the wrong
/// part.
const COLLAPSED: usize = 400;

/// So many paragraphs side by side are a story.
const TOGETHER: usize = 4;
/// So many teasers are a front page.
const TEASERS: usize = 4;

/// Marks in `kept` the paragraphs, headings, lists and quotations that belong to the story as well.
pub(super) fn widen(page: &Page, kept: &mut [bool]) {
    let paragraphs: Vec<usize> = (0..page.nodes.len())
        .filter(|&at| is_paragraph(page, at) && any(kept, at, &page.nodes[at]))
        .collect();
    if let Some(body) = named_body(page, kept) {
        let all: usize = prose(page, body).map(|at| page.nodes[at].letters).sum();
        let of_kept: usize = paragraphs.iter().map(|at| page.nodes[*at].letters).sum();
        if of_kept < COLLAPSED && all > 4 * COLLAPSED && !is_front_page(page, body) {
            take(page, body, kept);
        }
    }
    if !kept.contains(&true) {
        // Where Readability finds nothing at all, the paragraphs of the page are better than nothing.
        let mut all: Vec<usize> = prose(page, 0).collect();
        if all.is_empty() {
            all = (0..page.nodes.len())
                .filter(|&at| is_paragraph(page, at))
                .collect();
        }
        all.into_iter().for_each(|at| take(page, at, kept));
        return;
    }
    if paragraphs.len() < 3 {
        return;
    }
    let root = root(page, kept);
    if has_teasers(page, root) {
        return;
    }
    let mut looks: Vec<Look> = paragraphs.iter().map(|&at| look(page, at)).collect();
    looks.sort_unstable();
    looks.dedup();
    let last = paragraphs.last().copied().unwrap_or(0);
    let mut at = root;
    while at < last {
        let like = || belongs(page, at, kept) && looks.binary_search(&look(page, at)).is_ok();
        // A post that is quoted stands in a box of its own.
        let node = &page.nodes[at];
        let post = || is_post(node) && !node.hidden && !any(kept, at, node);
        if like() || post() {
            take(page, at, kept);
            at = page.nodes[at].end;
        } else {
            at += 1;
        }
    }
}

/// How the elements around an element look: the names and classes of two.
type Look<'p> = [(&'p str, &'p str); 2];

fn look(page: &Page, at: usize) -> Look<'_> {
    let parent = page.nodes[at].parent;
    [parent, page.nodes[parent].parent].map(|at| {
        let node = &page.nodes[at];
        (node.tag.as_str(), node.class.as_str())
    })
}

fn any(kept: &[bool], at: usize, node: &Node) -> bool {
    kept[at..node.end].contains(&true)
}

/// Keeps all that readers see below `at`.
fn take(page: &Page, at: usize, kept: &mut [bool]) {
    let end = page.nodes[at].end;
    for (node, kept) in page.nodes[at..end].iter().zip(&mut kept[at..end]) {
        *kept |= node.is_text() && !node.hidden;
    }
}

fn is_paragraph(page: &Page, at: usize) -> bool {
    let node = &page.nodes[at];
    node.tag == "p" && !node.hidden && node.letters >= PARAGRAPH && node.link_density() < 0.4
}

/// The paragraphs below `root` that are no furniture.
fn prose(page: &Page, root: usize) -> impl Iterator<Item = usize> + '_ {
    (root..page.nodes[root].end)
        .filter(move |&at| is_paragraph(page, at) && !in_furniture(page, at, root))
}

fn in_furniture(page: &Page, at: usize, root: usize) -> bool {
    let beside = |at: usize| {
        let node = &page.nodes[at];
        matches!(
            node.tag.as_str(),
            "aside" | "footer" | "nav" | "form" | "figure" | "header"
        ) || roles(node).contains(Role::Furniture)
    };
    std::iter::once(at)
        .chain(page.around(at))
        .take_while(|around| *around > root)
        .any(beside)
}

/// The element that the page calls the article's body; where there are several, the one with most of what
/// was kept, or else with most text.
fn named_body(page: &Page, kept: &[bool]) -> Option<usize> {
    let named = |at: &usize| {
        let node = &page.nodes[*at];
        !node.hidden && node.letters > 400 && roles(node).contains(Role::Body)
    };
    let of_kept = |at: usize| -> usize {
        let texts = (at..page.nodes[at].end).filter(|below| kept[*below]);
        texts.map(|below| page.nodes[below].letters).sum()
    };
    (0..page.nodes.len())
        .filter(named)
        .take(20)
        .max_by_key(|&at| (of_kept(at), page.nodes[at].letters, std::cmp::Reverse(at)))
}

/// Whether the element at `at` is no story: links, or paragraphs that do not stand side by side.
fn is_front_page(page: &Page, at: usize) -> bool {
    let mut beside: BTreeMap<usize, usize> = BTreeMap::new();
    for paragraph in prose(page, at) {
        *beside.entry(page.nodes[paragraph].parent).or_default() += 1;
    }
    let scattered = beside.values().all(|count| *count < TOGETHER);
    scattered || page.nodes[at].link_density() > 0.3 || has_teasers(page, at)
}

/// Whether the element at `at` holds several teasers of other pages: linked headings, or articles.
fn has_teasers(page: &Page, at: usize) -> bool {
    let teaser = |at: &usize| {
        let node = &page.nodes[*at];
        let mut around = page.around(*at).take(3);
        let linked = node.link_density() > 0.8 || around.any(|a| page.nodes[a].tag == "a");
        matches!(node.tag.as_str(), "h2" | "h3" | "h4") && linked
    };
    let below = at..page.nodes[at].end;
    let articles = below.clone().filter(|at| page.nodes[*at].tag == "article");
    articles.count() >= TEASERS || below.filter(teaser).count() >= TEASERS
}

/// The smallest element that holds most of what was kept.
fn root(page: &Page, kept: &[bool]) -> usize {
    let mut held = vec![0_usize; page.nodes.len()];
    for at in (1..page.nodes.len()).rev() {
        if kept[at] {
            held[at] += page.nodes[at].letters;
        }
        held[page.nodes[at].parent] += held[at];
    }
    let enough = held[0] * MOST / 100;
    (0..page.nodes.len())
        .rfind(|at| held[*at] >= enough && !page.nodes[*at].is_text())
        .unwrap_or(0)
}

/// Whether the element at `at` may be a block of the story that was not kept.
fn belongs(page: &Page, at: usize, kept: &[bool]) -> bool {
    let node = &page.nodes[at];
    let fits = match node.tag.as_str() {
        "p" => node.letters > 0 && node.link_density() < 0.5,
        "h2" | "h3" | "h4" => (3..150).contains(&node.letters) && node.link_density() < 0.5,
        "blockquote" => node.letters > 0 && node.link_density() < 0.3,
        "ul" | "ol" => node.letters > PARAGRAPH && node.link_density() < 0.3,
        _ => false,
    };
    fits && !node.hidden && !any(kept, at, node) && !in_furniture(page, at, 0)
}
