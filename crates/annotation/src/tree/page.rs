//! An HTML page as annotators see it: the text content of its `body`, scripts and styles included,
//! every character as the page has it.

use dom_query::{Document, NodeRef};
use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use sourcelight_text::Span;

use super::Tree;

/// The largest page that is read, in bytes.
const LARGEST: usize = 32_000_000;
/// The deepest nesting of elements that is read.
const DEEPEST: usize = 2000;

/// Why a page could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// Too many bytes.
    #[error("the page is larger than 32 MB; save only the article and try again")]
    TooLarge,
    /// Elements in elements in elements.
    #[error(
        "the page's elements are nested more than 2000 deep; save only the article and try again"
    )]
    TooDeep,
}

/// A parsed page and its text.
#[derive(Debug)]
pub struct Page {
    text: String,
    nodes: Vec<Node>,
    breaks: Vec<usize>,
}

#[derive(Debug)]
struct Node {
    parent: Option<usize>,
    children: Vec<usize>,
    tag: Option<String>,
    attributes: Vec<(String, String)>,
    span: Span,
    utf16: usize,
}

impl Page {
    /// Parses `html`. Anything parses; a page without a body has an empty text.
    ///
    /// # Errors
    /// Where it is too large or too deeply nested.
    pub fn new(html: &str) -> Result<Self, PageError> {
        if html.len() > LARGEST {
            return Err(PageError::TooLarge);
        }
        // As a browser that runs scripts reads it: what is in `noscript` is text.
        let options = ParseOpts {
            tree_builder: TreeBuilderOpts {
                scripting_enabled: true,
                ..TreeBuilderOpts::default()
            },
            ..ParseOpts::default()
        };
        let document = parse_document(Document::default(), options).one(html);
        let mut page = Self {
            text: String::new(),
            nodes: Vec::new(),
            breaks: Vec::new(),
        };
        if let Some(body) = document.body() {
            page.read(body)?;
        }
        if page.nodes.is_empty() {
            page.nodes.push(Node {
                parent: None,
                children: Vec::new(),
                tag: Some("body".to_owned()),
                attributes: Vec::new(),
                span: Span::new(0, 0),
                utf16: 0,
            });
        }
        Ok(page)
    }

    /// The text content of the body.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Walks the tree without recursion: a node is entered, its children are, and it is left.
    fn read(&mut self, body: NodeRef<'_>) -> Result<(), PageError> {
        enum Visit<'d> {
            Enter(NodeRef<'d>, Option<usize>, usize),
            Leave(usize),
        }
        let mut waiting = vec![Visit::Enter(body, None, 0)];
        while let Some(visit) = waiting.pop() {
            let (node, parent, depth) = match visit {
                Visit::Enter(node, parent, depth) => (node, parent, depth),
                Visit::Leave(at) => {
                    let end = self.text.len();
                    let start = self.nodes[at].span.start;
                    let utf16 = self.nodes[at]
                        .children
                        .iter()
                        .map(|child| self.nodes[*child].utf16)
                        .sum();
                    self.nodes[at].span = Span { start, end };
                    self.nodes[at].utf16 = utf16;
                    continue;
                }
            };
            if depth > DEEPEST {
                return Err(PageError::TooDeep);
            }
            let at = self.nodes.len();
            let start = self.text.len();
            let mut new = Node {
                parent,
                children: Vec::new(),
                tag: None,
                attributes: Vec::new(),
                span: Span::new(start, start),
                utf16: 0,
            };
            if node.is_text() {
                let text = node.text();
                new.utf16 = text.encode_utf16().count();
                self.text.push_str(&text);
                new.span.end = self.text.len();
            } else if node.is_element() {
                let tag = node
                    .node_name()
                    .map(|n| n.to_ascii_lowercase())
                    .unwrap_or_default();
                if tag == "br" {
                    self.breaks.push(start);
                }
                new.tag = Some(tag);
                new.attributes = node
                    .attrs()
                    .into_iter()
                    .map(|a| (a.name.local.to_string(), a.value.to_string()))
                    .collect();
                waiting.push(Visit::Leave(at));
                waiting.extend(
                    node.children()
                        .into_iter()
                        .rev()
                        .map(|child| Visit::Enter(child, Some(at), depth + 1)),
                );
            } else {
                continue;
            }
            self.nodes.push(new);
            if let Some(parent) = parent {
                self.nodes[parent].children.push(at);
            }
        }
        Ok(())
    }
}

impl Tree for Page {
    fn parent(&self, node: usize) -> Option<usize> {
        self.nodes.get(node)?.parent
    }

    fn children(&self, node: usize) -> Vec<usize> {
        self.nodes
            .get(node)
            .map(|n| n.children.clone())
            .unwrap_or_default()
    }

    fn tag(&self, node: usize) -> Option<&str> {
        self.nodes.get(node)?.tag.as_deref()
    }

    fn attribute(&self, node: usize, name: &str) -> Option<&str> {
        self.nodes
            .get(node)?
            .attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    fn utf16_length(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |n| n.utf16)
    }

    fn byte_at(&self, node: usize, offset: usize) -> Option<usize> {
        let node = self.nodes.get(node)?;
        let mut left = offset;
        for (at, c) in node.span.of(&self.text).char_indices() {
            if left < c.len_utf16() {
                return Some(node.span.start + at);
            }
            left -= c.len_utf16();
        }
        (left == 0).then_some(node.span.end)
    }

    fn span(&self, node: usize) -> Option<Span> {
        self.nodes.get(node).map(|n| n.span)
    }

    fn breaks(&self) -> &[usize] {
        &self.breaks
    }
}
