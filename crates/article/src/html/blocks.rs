//! The elements of an extracted article as typed pieces of text.

use dom_query::{Document, NodeRef};

use crate::{BlockKind, plain::is_heading};

/// One block before it has a place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    /// Without line breaks; never empty.
    pub(super) text: String,
}

/// Elements whose content is not the article's text.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "iframe", "svg", "button", "form", "nav", "template", "select",
    "input", "textarea", "object", "audio", "video", "canvas", "math", "head",
];

/// Elements that stand in a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source",
];

/// A row of a table with more characters is a page laid out in tables.
const LONGEST_ROW: usize = 300;

/// The pieces of `document`, in order.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    let mut builder = Builder::default();
    let mut stack = vec![Step::Enter(document.root())];
    while let Some(step) = stack.pop() {
        match step {
            Step::Enter(node) => {
                let name = node
                    .node_name()
                    .map(|n| n.to_ascii_lowercase())
                    .unwrap_or_default();
                if node.is_text() {
                    builder.text(&node.text());
                } else if !SKIPPED.contains(&name.as_str()) && !node.is_comment() {
                    builder.enter(&name);
                    let children: Vec<NodeRef> = node.children_it(true).collect();
                    stack.push(Step::Leave(name));
                    stack.extend(children.into_iter().map(Step::Enter));
                }
            }
            Step::Leave(name) => builder.leave(&name),
        }
    }
    builder.flush();
    builder.found
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(String),
}

#[derive(Default)]
struct Builder {
    found: Vec<Piece>,
    line: String,
    /// The kinds of the elements around, innermost last.
    kinds: Vec<BlockKind>,
    /// How many bold elements are around, and whether all of the line stood in one.
    bold: usize,
    all_bold: bool,
    /// Whether a line break has just been read.
    broken: bool,
}

impl Builder {
    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            self.space();
            return;
        }
        self.all_bold = self.bold > 0 && (self.all_bold || self.line.trim().is_empty());
        self.broken = false;
        if text.starts_with(char::is_whitespace) {
            self.space();
        }
        for (at, word) in text.split_whitespace().enumerate() {
            if at > 0 {
                self.space();
            }
            self.line.push_str(word);
        }
        if text.ends_with(char::is_whitespace) {
            self.space();
        }
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    fn enter(&mut self, name: &str) {
        match name {
            "b" | "strong" => self.bold += 1,
            // Two line breaks make a paragraph, one only a line.
            "br" if self.broken => self.flush(),
            "br" => {
                self.space();
                self.broken = true;
            }
            "td" | "th" if !self.line.trim().is_empty() => self.line.push_str(" | "),
            "td" | "th" => {}
            _ if INLINE.contains(&name) => {}
            _ => self.flush(),
        }
        self.kinds.extend(kind_of(name));
    }

    fn leave(&mut self, name: &str) {
        match name {
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "br" | "td" | "th" => {}
            _ if INLINE.contains(&name) => {}
            _ => self.flush(),
        }
        if kind_of(name).is_some() {
            self.kinds.pop();
        }
    }

    fn flush(&mut self) {
        let text = std::mem::take(&mut self.line);
        let (text, bold) = (text.trim(), std::mem::take(&mut self.all_bold));
        self.broken = false;
        if !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let kind = match self.kinds.last().copied().unwrap_or(BlockKind::Paragraph) {
            BlockKind::Table if text.len() > LONGEST_ROW => BlockKind::Paragraph,
            BlockKind::Paragraph if bold && is_heading(text) => BlockKind::Subhead,
            kind => kind,
        };
        self.found.push(Piece {
            kind,
            text: text.to_owned(),
        });
    }
}

/// The kind that an element gives to the text in it.
fn kind_of(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Subhead,
        "blockquote" => BlockKind::Quote,
        "li" => BlockKind::ListItem,
        "figcaption" | "caption" => BlockKind::Caption,
        "table" => BlockKind::Table,
        _ => return None,
    })
}
