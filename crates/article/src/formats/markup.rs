//! XHTML of a book's chapter: read whole and in order, for nothing in it is a page's furniture.

use super::{
    manuscript::{Manuscript, Piece},
    xml::{Document, Node, Tag, XmlError},
};
use crate::BlockKind;

/// Elements whose content is not the chapter's text.
const SKIPPED: &[&str] = &[
    "head", "script", "style", "noscript", "iframe", "svg", "button", "form", "nav", "template",
    "select", "textarea", "object", "audio", "video", "canvas", "math", "rt", "rp",
];

/// Elements that stand in a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// The text of the chapter `xhtml` in pieces.
pub(crate) fn read_markup(xhtml: &str) -> Result<Manuscript, XmlError> {
    let mut document = Document::new(xhtml);
    let mut builder = Builder::default();
    let mut open: Vec<Element> = Vec::new();
    while let Some(node) = document.next()? {
        match node {
            Node::Text(text) => builder.text(&text),
            Node::Start(tag) => {
                let name = tag.name().to_ascii_lowercase();
                if SKIPPED.contains(&name.as_str()) || is_reference(&tag) {
                    document.skip_element()?;
                    continue;
                }
                let element = Element {
                    kind: kind_of(&name, &tag),
                    inline: INLINE.contains(&name.as_str()),
                    bold: matches!(name.as_str(), "b" | "strong"),
                    name,
                };
                builder.enter(&element);
                open.push(element);
            }
            Node::End => {
                if let Some(element) = open.pop() {
                    builder.leave(&element);
                }
            }
        }
    }
    builder.flush();
    Ok(builder.manuscript)
}

/// Whether `tag` is the mark of a footnote or of a printed page in the line.
fn is_reference(tag: &Tag<'_>) -> bool {
    let kind = tag.attribute("type").unwrap_or_default();
    let role = tag.attribute("role").unwrap_or_default();
    matches!(kind.as_str(), "noteref" | "pagebreak")
        || matches!(role.as_str(), "doc-noteref" | "doc-pagebreak")
}

fn kind_of(name: &str, tag: &Tag<'_>) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Subhead,
        "blockquote" => BlockKind::Quote,
        "li" => BlockKind::ListItem,
        "figcaption" | "caption" => BlockKind::Caption,
        "aside" if tag.attribute("type").is_some_and(|t| t.contains("note")) => BlockKind::ListItem,
        _ => return None,
    })
}

struct Element {
    name: String,
    kind: Option<BlockKind>,
    inline: bool,
    bold: bool,
}

#[derive(Default)]
struct Builder {
    manuscript: Manuscript,
    line: String,
    kinds: Vec<BlockKind>,
    bold: usize,
    all_bold: bool,
    /// The rows that are being read, the innermost table's last; their cells' pieces so far.
    rows: Vec<Vec<Vec<Piece>>>,
}

impl Builder {
    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            let first = self.line.trim().is_empty();
            self.all_bold = self.bold > 0 && (first || self.all_bold);
        }
        self.line.push_str(text);
    }

    fn enter(&mut self, element: &Element) {
        match element.name.as_str() {
            "br" => self.line.push(' '),
            "tr" => {
                self.flush();
                self.rows.push(Vec::new());
            }
            "td" | "th" => {
                self.flush();
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            _ if element.inline => {}
            _ => self.flush(),
        }
        self.bold += usize::from(element.bold);
        self.kinds.extend(element.kind);
    }

    fn leave(&mut self, element: &Element) {
        self.bold = self.bold.saturating_sub(usize::from(element.bold));
        if !element.inline && element.name != "br" {
            self.flush();
        }
        if element.name == "tr"
            && let Some(row) = self.rows.pop()
        {
            match self.rows.last_mut().and_then(|outer| outer.last_mut()) {
                Some(cell) => cell.extend(row.into_iter().flatten()),
                None => self.manuscript.push_row(row),
            }
        }
        if element.kind.is_some() {
            self.kinds.pop();
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let bold = std::mem::take(&mut self.all_bold);
        let kind = self.kinds.last().copied();
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            let kind = kind.unwrap_or(BlockKind::Paragraph);
            cell.extend(super::manuscript::piece(kind, &line));
            return;
        }
        match kind {
            None if bold => self.manuscript.push_bold(&line),
            kind => self
                .manuscript
                .push(kind.unwrap_or(BlockKind::Paragraph), &line),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_is_read_in_order() {
        let xhtml = "<html><head><title>No</title></head><body><h1>Storm</h1><p>The har<b>bour</b>\
            <a epub:type='noteref' href='#n'>1</a> was<br/>closed.</p><table><tr><td>Boats</td>\
            <td>12</td></tr></table><blockquote><p>Never.</p></blockquote><ul><li>One</li></ul></body></html>";
        let found = read_markup(xhtml).unwrap().pieces;
        let found: Vec<_> = found.iter().map(|p| (p.kind, p.text.as_str())).collect();
        use BlockKind::*;
        assert_eq!(
            found,
            [
                (Subhead, "Storm"),
                (Paragraph, "The harbour was closed."),
                (Table, "Boats | 12"),
                (Quote, "Never."),
                (ListItem, "One"),
            ]
        );
    }
}
