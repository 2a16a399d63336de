//! The kept texts of a page as typed pieces.

use super::page::{Node, Page};
use super::roles::{Role, roles};
use crate::{BlockKind, plain::is_heading};

/// One block before it has a place in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) kind: BlockKind,
    /// Without line breaks; never empty.
    pub(super) text: String,
    /// The innermost block element around it.
    pub(super) element: usize,
    /// Where its parts come from, in order.
    pub(super) runs: Vec<Run>,
    /// Links in it: UTF-8 bytes of `text`, and the link's element.
    pub(super) links: Vec<(usize, usize, usize)>,
}

impl Piece {
    /// A piece that has no place in the page's body.
    pub(super) fn loose(kind: BlockKind, text: String) -> Self {
        Self {
            kind,
            text,
            element: 0,
            runs: Vec::new(),
            links: Vec::new(),
        }
    }

    /// How much of its text stands in links, from 0 to 1.
    pub(super) fn link_density(&self) -> f64 {
        let linked: usize = self.links.iter().map(|l| l.1 - l.0).sum();
        linked as f64 / self.text.len().max(1) as f64
    }
}

/// A stretch of a text node that stands in a piece unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The text node.
    pub(super) node: usize,
    /// The stretch's first byte in the raw text.
    pub(super) raw: usize,
    /// The stretch's first byte in the piece.
    pub(super) start: usize,
    /// Its length in bytes.
    pub(super) len: usize,
}

/// A table whose cells are all shorter holds data; a longer one is how a page was laid out.
const LONGEST_CELL: usize = 240;
/// A figure with more text holds more than a picture and its caption.
const LONGEST_FIGURE: usize = 600;
/// A longer heading is a paragraph that was set as one.
const LONGEST_HEADING: usize = 240;
/// A longer list item with paragraphs in it is a part of the story in a list.
const LONGEST_ITEM: usize = 900;

/// The pieces of `page` that are made of the texts in `kept`, in order.
pub(super) fn pieces(page: &Page, kept: &[bool]) -> Vec<Piece> {
    let mut builder = Builder {
        page,
        found: Vec::new(),
        piece: Piece::loose(BlockKind::Paragraph, String::new()),
        table: 0,
        open: vec![0],
        bold: 0,
        unbold: false,
        broken: false,
        link: None,
    };
    for (at, node) in page.nodes.iter().enumerate() {
        builder.leave_until(at);
        if node.is_text() {
            if kept[at] {
                builder.text(at, node);
            } else if node.text.trim().is_empty() {
                builder.space();
            }
        } else if at > 0 {
            builder.enter(at, node);
        }
    }
    builder.leave_until(usize::MAX);
    builder.flush();
    builder.found
}

struct Builder<'p> {
    page: &'p Page,
    found: Vec<Piece>,
    piece: Piece,
    /// The end of the table of data around, or 0.
    table: usize,
    /// The elements around, innermost last.
    open: Vec<usize>,
    /// How many bold elements are around, and whether some of the line stood outside of any.
    bold: usize,
    unbold: bool,
    /// Whether a line break has just been read.
    broken: bool,
    /// The link around.
    link: Option<usize>,
}

impl Builder<'_> {
    fn leave_until(&mut self, at: usize) {
        while let Some(&last) = self.open.last() {
            if last == 0 || self.page.nodes[last].end > at {
                return;
            }
            self.open.pop();
            self.leave(last);
        }
    }

    fn enter(&mut self, at: usize, node: &Node) {
        match node.tag.as_str() {
            "b" | "strong" => self.bold += 1,
            "a" => self.link = Some(at),
            // Two line breaks make a paragraph, one only a line.
            "br" if self.broken => self.flush(),
            "br" => {
                self.space();
                self.broken = true;
            }
            "table" if self.table == 0 && holds_data(self.page, at) => {
                self.flush();
                self.table = node.end;
            }
            "td" | "th" if self.table > at && !self.piece.text.trim().is_empty() => {
                self.space();
                self.piece.text.push_str("| ");
            }
            _ if self.stays_in_line(at, &node.tag) => {}
            _ => self.flush(),
        }
        self.open.push(at);
    }

    fn leave(&mut self, at: usize) {
        match self.page.nodes[at].tag.as_str() {
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "a" => self.link = None,
            "br" => {}
            "table" if self.table == self.page.nodes[at].end => {
                self.flush();
                self.table = 0;
            }
            tag if self.stays_in_line(at, tag) => {}
            _ => self.flush(),
        }
    }

    /// Whether the element's edges do not end a line: in a table of data only rows do.
    fn stays_in_line(&mut self, at: usize, tag: &str) -> bool {
        if self.table > at {
            if !matches!(tag, "tr" | "caption") {
                self.space();
                return true;
            }
            return false;
        }
        self.page.nodes[at].inline
    }

    fn text(&mut self, at: usize, node: &Node) {
        let raw = node.text.as_str();
        if raw.starts_with(char::is_whitespace) {
            self.space();
        }
        let mut from = 0;
        for word in raw.split_whitespace() {
            // The word is a part of `raw`, so its place follows from the addresses.
            let start = word.as_ptr() as usize - raw.as_ptr() as usize;
            if from > 0 {
                self.space();
            }
            self.word(at, start, &raw[from..start], word);
            from = start + word.len();
        }
        if raw.ends_with(char::is_whitespace) {
            self.space();
        }
    }

    fn word(&mut self, node: usize, raw: usize, gap: &str, word: &str) {
        if self.piece.text.is_empty() {
            self.piece.element = self.block_around();
        }
        self.broken = false;
        self.unbold |= self.bold == 0;
        let start = self.piece.text.len();
        self.piece.text.push_str(word);
        match self.piece.runs.last_mut() {
            // One plain space between two words is in the text as it is in the page.
            Some(run)
                if run.node == node
                    && gap == " "
                    && run.raw + run.len + 1 == raw
                    && run.start + run.len + 1 == start =>
            {
                run.len += 1 + word.len();
            }
            _ => self.piece.runs.push(Run {
                node,
                raw,
                start,
                len: word.len(),
            }),
        }
        if let Some(link) = self.link {
            let end = self.piece.text.len();
            match self.piece.links.last_mut() {
                Some(last) if last.2 == link => last.1 = end,
                _ => self.piece.links.push((start, end, link)),
            }
        }
    }

    fn block_around(&self) -> usize {
        let block = |at: &&usize| !self.page.nodes[**at].inline;
        self.open.iter().rev().find(block).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        if !self.piece.text.is_empty() && !self.piece.text.ends_with(' ') {
            self.piece.text.push(' ');
        }
    }

    fn flush(&mut self) {
        let mut piece = std::mem::replace(
            &mut self.piece,
            Piece::loose(BlockKind::Paragraph, String::new()),
        );
        let bold = !std::mem::take(&mut self.unbold);
        self.broken = false;
        piece.text.truncate(piece.text.trim_end().len());
        if !piece.text.chars().any(char::is_alphanumeric) {
            return;
        }
        let in_table = self.table > piece.element && self.table > 0;
        piece.kind = match kind_around(self.page, piece.element, &piece.text) {
            _ if in_table && self.page.nodes[piece.element].tag != "caption" => BlockKind::Table,
            BlockKind::Paragraph if bold && is_heading(&piece.text) => BlockKind::Subhead,
            kind => kind,
        };
        self.found.push(piece);
    }
}

/// Whether the table at `at` holds data: several rows and columns, of short cells only.
fn holds_data(page: &Page, at: usize) -> bool {
    let nodes = &page.nodes[at + 1..page.nodes[at].end];
    let count = |tag: &str| nodes.iter().filter(|n| n.tag == tag).count();
    let cells = nodes
        .iter()
        .filter(|n| matches!(n.tag.as_str(), "td" | "th"));
    let (number, longest) = cells.fold((0, 0), |(number, longest), n| {
        (number + 1, n.letters.max(longest))
    });
    let rows = count("tr");
    count("table") == 0 && rows > 1 && number >= 2 * rows.min(number) && longest < LONGEST_CELL
}

/// The kind that the elements around a piece give to it.
fn kind_around(page: &Page, element: usize, text: &str) -> BlockKind {
    let mut paragraph = false;
    for at in std::iter::once(element).chain(page.around(element)) {
        let node = &page.nodes[at];
        match node.tag.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if text.len() <= LONGEST_HEADING => {
                return BlockKind::Subhead;
            }
            "blockquote" => return BlockKind::Quote,
            "li" if !paragraph || node.letters <= LONGEST_ITEM => return BlockKind::ListItem,
            "figcaption" | "caption" => return BlockKind::Caption,
            "figure" if node.letters < LONGEST_FIGURE => return BlockKind::Caption,
            "p" => paragraph = true,
            "article" | "main" | "body" => break,
            _ => {}
        }
        // A caption by class is short; a longer one is a story with a picture.
        if node.letters < LONGEST_FIGURE && roles(node).contains(Role::Caption) {
            return BlockKind::Caption;
        }
    }
    BlockKind::Paragraph
}
