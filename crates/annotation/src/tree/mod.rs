//! The page a text was read from, as far as selectors ask about it: a small read-only tree.
//!
//! Range, CSS and XPath selectors and fragments resolve through [`Tree`] to a span of the text. Whoever
//! has a page implements it: the opened article over its node map, the command line over the parsed
//! page.

mod css;
mod describe;
#[cfg(feature = "html")]
mod page;
mod xpath;

#[cfg(feature = "html")]
pub use page::{Page, PageError};

use sourcelight_text::Span;

use crate::{Place, RangeEnds, Selector, SelectorKind};

pub use describe::range_selector;

/// Nodes of a page, numbered as its owner likes; 0 is the root, in HTML the `body`.
pub trait Tree {
    /// The node it stands in; none for the root.
    fn parent(&self, node: usize) -> Option<usize>;
    /// What stands in it, in order.
    fn children(&self, node: usize) -> Vec<usize>;
    /// The element's name in lower case; none for a text.
    fn tag(&self, node: usize) -> Option<&str>;
    /// The value of an attribute.
    fn attribute(&self, node: usize, name: &str) -> Option<&str>;
    /// How many UTF-16 code units of the page's text stand in it, also where they were not taken
    /// into the text.
    fn utf16_length(&self, node: usize) -> usize;
    /// The UTF-8 byte of the text at which a text node's character stands that is `offset` UTF-16 code
    /// units into it; none where that was not taken into the text.
    fn byte_at(&self, node: usize, offset: usize) -> Option<usize>;
    /// The UTF-8 bytes of the text that come from the node; empty, at its place, where none do.
    fn span(&self, node: usize) -> Option<Span>;
    /// Where line breaks stand that have no character in the text, in order: a quote may have a space
    /// there.
    fn breaks(&self) -> &[usize] {
        &[]
    }
}

/// More steps than this are not walked for one selector.
const STEPS: usize = 200_000;

/// Every element that a CSS selector finds, or the one passage of another selector that names nodes.
pub fn resolve_all(tree: &dyn Tree, selector: &Selector) -> Vec<Span> {
    match &selector.kind {
        SelectorKind::Css(value) => {
            let found = css::find(tree, value).into_iter();
            found.filter_map(|node| tree.span(node)).collect()
        }
        _ => resolve(tree, selector).into_iter().collect(),
    }
}

/// The passage that `selector`, one of those that name nodes, finds in the page, the first where it
/// finds several: none for other selectors, and where the page has nothing of the kind.
pub fn resolve(tree: &dyn Tree, selector: &Selector) -> Option<Span> {
    match &selector.kind {
        SelectorKind::Css(_) => resolve_all(tree, selector).into_iter().next(),
        SelectorKind::XPath(value) => tree.span(xpath::find(tree, value)?),
        SelectorKind::Fragment(value) => element(tree, value),
        SelectorKind::Range(RangeEnds::Places { start, end }) => {
            let span = Span {
                start: place(tree, start, true)?,
                end: place(tree, end, false)?,
            };
            (span.start <= span.end).then_some(span)
        }
        SelectorKind::Range(RangeEnds::Selectors { start, end }) => {
            let (start, end) = (resolve(tree, start)?.start, resolve(tree, end)?.start);
            (start <= end).then_some(Span { start, end })
        }
        _ => None,
    }
}

/// The element that a fragment names by its id.
fn element(tree: &dyn Tree, fragment: &str) -> Option<Span> {
    let name = fragment.trim_start_matches('#');
    let found = nodes(tree, 0)
        .into_iter()
        .find(|node| !name.is_empty() && tree.attribute(*node, "id") == Some(name))?;
    tree.span(found)
}

/// The byte at a place: so many UTF-16 code units into the text of an element. At the border of two
/// texts a range starts in the later (`starts`) and ends in the earlier.
fn place(tree: &dyn Tree, place: &Place, starts: bool) -> Option<usize> {
    let container = xpath::find(tree, &place.container)?;
    let mut left = usize::try_from(place.offset).ok()?;
    let mut end = None;
    for text in texts(tree, container) {
        let length = tree.utf16_length(text);
        if left < length || left == length && !starts {
            return tree.byte_at(text, left);
        }
        left -= length;
        end = Some((text, length));
    }
    match end {
        Some((text, length)) if left == 0 => tree.byte_at(text, length),
        Some(_) => None,
        None => (left == 0)
            .then(|| tree.span(container).map(|s| s.start))
            .flatten(),
    }
}

/// All text nodes below `node`, and it itself where it is one, in order.
pub fn texts(tree: &dyn Tree, node: usize) -> Vec<usize> {
    let mut all = nodes(tree, node);
    all.retain(|node| tree.tag(*node).is_none());
    all
}

/// `node` and all below it, in order of the page.
fn nodes(tree: &dyn Tree, node: usize) -> Vec<usize> {
    let mut all = Vec::new();
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        if all.len() >= STEPS {
            break;
        }
        all.push(node);
        waiting.extend(tree.children(node).into_iter().rev());
    }
    all
}
