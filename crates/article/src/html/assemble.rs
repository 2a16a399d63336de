//! Pieces joined into an article: its text, its blocks, its links, and the map of its page.

use sourcelight_text::Span;

use super::facts::resolved;
use super::page::Page;
use super::pieces::Piece;
use crate::{Article, Block, Length, Link, Metadata, NodeMap, Run, SourceNode};

/// A page with more nodes of which text was taken gets no map.
const MOST_NODES: usize = 30_000;
/// How much of an id and of a list of classes is kept, in bytes and in number.
const LONGEST_NAME: usize = 200;
const MOST_CLASSES: usize = 24;

/// The article whose blocks are `pieces`, in order, of `page`.
pub(super) fn assemble(page: &Page, pieces: &[Piece], metadata: Metadata) -> Article {
    let mut text = String::new();
    let mut blocks = Vec::with_capacity(pieces.len());
    let mut links = Vec::new();
    let mut runs: Vec<Vec<(usize, Span)>> = vec![Vec::new(); page.nodes.len()];
    let base = metadata
        .url
        .as_deref()
        .or(metadata.canonical_url.as_deref());
    for piece in pieces {
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(&piece.text);
        let span = |from: usize, to: usize| Span::new(start + from, start + to);
        blocks.push(Block {
            kind: piece.kind,
            span: span(0, piece.text.len()),
        });
        for &(from, to, element) in &piece.links {
            let href = page.nodes[element].href.as_deref();
            if let Some(href) = href.and_then(|h| resolved(h, base)) {
                let span = span(from, to);
                links.push(Link { span, href });
            }
        }
        for run in &piece.runs {
            runs[run.node].push((run.raw, span(run.start, run.start + run.len)));
        }
    }
    let nodes = node_map(page, &runs);
    Article {
        metadata,
        text,
        blocks,
        links,
        nodes,
    }
}

/// The map of `page`, whose text nodes lie in the article's text as `runs` says.
fn node_map(page: &Page, runs: &[Vec<(usize, Span)>]) -> Option<NodeMap> {
    let count = page.nodes.len();
    let mut taken: Vec<bool> = runs.iter().map(|r| !r.is_empty()).collect();
    let mut lengths = vec![Length::default(); count];
    for at in (0..count).rev() {
        let node = &page.nodes[at];
        if node.is_text() {
            lengths[at] = Length::of(&node.text);
        }
        if at > 0 {
            lengths[node.parent] = lengths[node.parent].plus(lengths[at]);
            taken[node.parent] |= taken[at];
        }
    }
    if !taken.first().copied().unwrap_or(false) {
        return None;
    }
    let mut nodes: Vec<SourceNode> = Vec::new();
    let mut places = vec![0_u32; count];
    let mut at = 0;
    while at < count {
        if nodes.len() >= MOST_NODES {
            return None;
        }
        let node = &page.nodes[at];
        places[at] = u32::try_from(nodes.len()).ok()?;
        let parent = places[node.parent];
        if node.is_text() {
            nodes.push(SourceNode::Text {
                parent,
                length: lengths[at],
                runs: relative(&node.text, &runs[at]),
            });
            at += 1;
            continue;
        }
        let classes = node.class.split_whitespace().take(MOST_CLASSES);
        nodes.push(SourceNode::Element {
            parent,
            tag: node.tag.clone(),
            id: Some(node.name.clone()).filter(|n| !n.is_empty() && n.len() <= LONGEST_NAME),
            classes: classes
                .filter(|c| c.len() <= LONGEST_NAME)
                .map(str::to_owned)
                .collect(),
            dropped: (!taken[at]).then_some(lengths[at]),
        });
        at = if taken[at] { at + 1 } else { node.end };
    }
    Some(NodeMap { nodes })
}

/// Runs as the map has them: each with the white space before it.
fn relative(raw: &str, runs: &[(usize, Span)]) -> Vec<Run> {
    let mut end = 0;
    let relative = |&(from, span): &(usize, Span)| {
        let skipped = raw.get(end..from).map_or(0, |gap| gap.chars().count());
        end = from + span.len();
        Run {
            skipped: u32::try_from(skipped).unwrap_or(u32::MAX),
            span,
        }
    };
    runs.iter().map(relative).collect()
}
