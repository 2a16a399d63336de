//! A range selector for a passage of a page, as Hypothesis writes it.

use sourcelight_text::Span;

use super::{Tree, texts};
use crate::{Place, RangeEnds, Selector, SelectorKind};

/// The elements in which `span` starts and ends, by their XPaths from the root, and how far into their
/// text. None where the page has no text there.
pub fn range_selector(tree: &dyn Tree, span: Span) -> Option<Selector> {
    let start = place(tree, span.start, true)?;
    let end = place(tree, span.end, false)?;
    Some(SelectorKind::Range(RangeEnds::Places { start, end }).into())
}

fn place(tree: &dyn Tree, byte: usize, starts: bool) -> Option<Place> {
    let holds = |node: &usize| {
        tree.span(*node).is_some_and(|span| {
            if starts {
                span.start <= byte && byte < span.end
            } else {
                span.start < byte && byte <= span.end
            }
        })
    };
    let text = texts(tree, 0).into_iter().find(holds)?;
    let element = tree.parent(text)?;
    let before: usize = texts(tree, element)
        .into_iter()
        .take_while(|node| *node != text)
        .map(|node| tree.utf16_length(node))
        .sum();
    let within = (0..=tree.utf16_length(text))
        .find(|o| tree.byte_at(text, *o).is_some_and(|b| b >= byte))?;
    Some(Place {
        container: path(tree, element),
        offset: (before + within) as u64,
    })
}

/// The XPath of an element from the root, every step numbered among its like.
fn path(tree: &dyn Tree, element: usize) -> String {
    let mut steps = Vec::new();
    let mut node = element;
    while let (Some(parent), Some(tag)) = (tree.parent(node), tree.tag(node)) {
        let number = tree
            .children(parent)
            .into_iter()
            .filter(|child| tree.tag(*child) == Some(tag))
            .position(|child| child == node)
            .map_or(1, |at| at + 1);
        steps.push(format!("/{tag}[{number}]"));
        node = parent;
    }
    steps.reverse();
    steps.concat()
}
