//! The page that an article was read from, as selectors of other tools ask about it.

use sourcelight_annotation::tree::Tree;
use sourcelight_article::{NodeMap, SourceNode};
use sourcelight_text::Span;

/// A kept page's node map as a tree. What is below an element of which nothing was taken is one text, so
/// that offsets across it count.
#[derive(Debug)]
pub(crate) struct NodeTree<'a> {
    map: &'a NodeMap,
    text: &'a str,
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    parent: usize,
    children: Vec<usize>,
    /// In UTF-16 code units.
    length: usize,
    /// UTF-8 bytes of the article's text.
    span: Option<Span>,
    classes: String,
}

impl<'a> NodeTree<'a> {
    /// The tree of `map`, which is of the article with the text `text`. Linear.
    pub(crate) fn new(map: &'a NodeMap, text: &'a str) -> Self {
        let count = map.nodes.len();
        let mut nodes: Vec<Node> = Vec::with_capacity(count);
        let mut dropped = Vec::new();
        for (at, source) in map.nodes.iter().enumerate() {
            let mut node = Node {
                parent: source.parent().min(at),
                ..Node::default()
            };
            match source {
                SourceNode::Element {
                    classes,
                    dropped: length,
                    ..
                } => {
                    node.classes = classes.join(" ");
                    dropped.extend(length.map(|length| (at, length.utf16 as usize)));
                }
                SourceNode::Text { length, runs, .. } => {
                    node.length = length.utf16 as usize;
                    let ends = runs.first().zip(runs.last());
                    node.span = ends.and_then(|(first, last)| {
                        let (start, end) = (first.span.start, last.span.end);
                        text.get(start..end).map(|_| Span::new(start, end))
                    });
                }
            }
            if at > 0 && node.parent < at {
                nodes[node.parent].children.push(at);
            }
            nodes.push(node);
        }
        for (parent, length) in dropped {
            let at = nodes.len();
            nodes[parent].children.push(at);
            nodes.push(Node {
                parent,
                length,
                ..Node::default()
            });
        }
        let mut tree = Self { map, text, nodes };
        tree.sum(count);
        tree
    }

    /// Sums lengths and spans upwards.
    fn sum(&mut self, count: usize) {
        for at in (0..count).rev() {
            let children = std::mem::take(&mut self.nodes[at].children);
            for child in &children {
                let (length, span) = (self.nodes[*child].length, self.nodes[*child].span);
                let node = &mut self.nodes[at];
                node.length += length;
                node.span = match (node.span, span) {
                    (Some(a), Some(b)) => Some(Span::new(a.start.min(b.start), a.end.max(b.end))),
                    (a, b) => a.or(b),
                };
            }
            self.nodes[at].children = children;
        }
    }

    /// The page's own node; none for the texts that stand for what was not taken.
    fn source(&self, node: usize) -> Option<&SourceNode> {
        self.map.nodes.get(node)
    }
}

impl Tree for NodeTree<'_> {
    fn parent(&self, node: usize) -> Option<usize> {
        let parent = self.nodes.get(node)?.parent;
        (node > 0).then_some(parent)
    }

    fn children(&self, node: usize) -> Vec<usize> {
        let found = self.nodes.get(node);
        found.map(|n| n.children.clone()).unwrap_or_default()
    }

    fn tag(&self, node: usize) -> Option<&str> {
        match self.source(node)? {
            SourceNode::Element { tag, .. } => Some(tag),
            SourceNode::Text { .. } => None,
        }
    }

    fn attribute(&self, node: usize, name: &str) -> Option<&str> {
        let SourceNode::Element { id, .. } = self.source(node)? else {
            return None;
        };
        match name {
            "id" => id.as_deref(),
            "class" => Some(self.nodes.get(node)?.classes.as_str()).filter(|c| !c.is_empty()),
            _ => None,
        }
    }

    fn utf16_length(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |n| n.length)
    }

    fn byte_at(&self, node: usize, offset: usize) -> Option<usize> {
        let offset = u32::try_from(offset).ok()?;
        self.map.byte_at(self.text, node, offset)
    }

    fn span(&self, node: usize) -> Option<Span> {
        self.nodes.get(node)?.span
    }
}
