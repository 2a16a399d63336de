//! The paragraphs and tables of a part.

use super::styles::{Styles, is_outlined};
use crate::BlockKind;
use crate::formats::{
    manuscript::{Manuscript, Piece, piece},
    xml::{Document, Node, Tag, XmlError},
};

/// What was left out on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Findings {
    /// Comments in the margin.
    pub(super) comments: usize,
    /// Whether there are changes that are not accepted.
    pub(super) changes: bool,
    /// Whether there is hidden text.
    pub(super) hidden: bool,
}

/// Elements that hold no text of the document: deleted and moved text, the codes of fields, formatting,
/// and the second writing of a text box.
const SKIPPED: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "Fallback",
    "sectPr",
    "tblPr",
    "trPr",
    "tcPr",
    "rPrChange",
    "pPrChange",
    "sdtPr",
    "ruby",
    "rt",
    "object",
    "oMathPara",
];

/// Reads the paragraphs of `xml`, a main part or a part of notes.
pub(super) fn read_body(
    xml: &str,
    styles: &Styles,
    out: &mut Manuscript,
    findings: &mut Findings,
) -> Result<(), XmlError> {
    let mut document = Document::new(xml);
    let mut body = Body {
        styles,
        out,
        findings,
        paragraphs: Vec::new(),
        rows: Vec::new(),
    };
    let mut open: Vec<Element> = Vec::new();
    let read = loop {
        match document.next() {
            Err(error) => break Err(error),
            Ok(None) => break Ok(()),
            Ok(Some(Node::Text(text))) => {
                if open.last() == Some(&Element::Text) {
                    body.text(&text);
                }
            }
            Ok(Some(Node::End)) => {
                if let Some(element) = open.pop() {
                    body.leave(&element);
                }
            }
            Ok(Some(Node::Start(tag))) => {
                if body.skips(&tag) {
                    if let Err(error) = document.skip_element() {
                        break Err(error);
                    }
                    continue;
                }
                open.push(body.enter(&tag));
            }
        }
    };
    // A document that breaks off ends in the middle of things.
    while let Some(element) = open.pop() {
        body.leave(&element);
    }
    read
}

/// What an element is to the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Paragraph,
    Run,
    Text,
    Row,
    Other,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<BlockKind>,
    numbered: bool,
    /// Whether the run that is being read is hidden, or bold.
    hidden: bool,
    bold: bool,
    all_bold: bool,
}

struct Body<'a> {
    styles: &'a Styles,
    out: &'a mut Manuscript,
    findings: &'a mut Findings,
    /// The paragraphs that are being read: one within another stands in a text box.
    paragraphs: Vec<Paragraph>,
    /// The rows that are being read, the innermost table's last; their cells' pieces so far.
    rows: Vec<Vec<Vec<Piece>>>,
}

impl Body<'_> {
    fn skips(&mut self, tag: &Tag<'_>) -> bool {
        let name = tag.name();
        if name == "del" || name == "moveFrom" || name == "ins" || name == "moveTo" {
            self.findings.changes = true;
        }
        // The lines that part notes from text are notes too.
        let separator = matches!(name, "footnote" | "endnote")
            && tag.attribute("type").is_some_and(|t| t != "normal");
        separator || SKIPPED.contains(&name)
    }

    fn enter(&mut self, tag: &Tag<'_>) -> Element {
        let value = tag.attribute("val");
        let on = !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"));
        match tag.name() {
            "p" => {
                self.paragraphs.push(Paragraph::default());
                return Element::Paragraph;
            }
            "tr" => {
                self.rows.push(Vec::new());
                return Element::Row;
            }
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            "t" => return Element::Text,
            "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.hidden = false;
                    paragraph.bold = false;
                }
                return Element::Run;
            }
            "commentReference" => self.findings.comments += 1,
            name => self.detail(name, value.as_deref(), on, tag),
        }
        Element::Other
    }

    /// What stands in a run or in a paragraph's properties.
    fn detail(&mut self, name: &str, value: Option<&str>, on: bool, tag: &Tag<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        match name {
            "pStyle" => paragraph.style = value.and_then(|id| self.styles.kind(id)),
            "outlineLvl" if is_outlined(value) => {
                paragraph.style = paragraph.style.or(Some(BlockKind::Subhead));
            }
            "numId" => paragraph.numbered = value != Some("0"),
            "vanish" => paragraph.hidden = on,
            "b" => paragraph.bold = on,
            "tab" | "br" | "cr" | "ptab" => paragraph.text.push(' '),
            "noBreakHyphen" => paragraph.text.push('\u{2011}'),
            "sym" => {
                // Symbol fonts put their signs into the private use area.
                let code = tag.attribute("char");
                let code = code.and_then(|c| u32::from_str_radix(&c, 16).ok());
                let sign = code.filter(|c| !(0xe000..=0xf8ff).contains(c));
                paragraph.text.extend(sign.and_then(char::from_u32));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if paragraph.hidden {
            self.findings.hidden = true;
            return;
        }
        if !text.trim().is_empty() {
            let first = paragraph.text.trim().is_empty();
            paragraph.all_bold = paragraph.bold && (first || paragraph.all_bold);
        }
        paragraph.text.push_str(text);
    }

    fn leave(&mut self, element: &Element) {
        match element {
            Element::Paragraph => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.add(&paragraph);
                }
            }
            Element::Row => {
                let Some(row) = self.rows.pop() else { return };
                match self.rows.last_mut().and_then(|outer| outer.last_mut()) {
                    Some(cell) => cell.extend(row.into_iter().flatten()),
                    None => self.out.push_row(row),
                }
            }
            Element::Run | Element::Text | Element::Other => {}
        }
    }

    fn add(&mut self, paragraph: &Paragraph) {
        let listed = paragraph.numbered.then_some(BlockKind::ListItem);
        let kind = paragraph.style.or(listed);
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.extend(piece(kind.unwrap_or(BlockKind::Paragraph), &paragraph.text));
        } else if kind.is_none() && paragraph.all_bold {
            self.out.push_bold(&paragraph.text);
        } else {
            let kind = kind.unwrap_or(BlockKind::Paragraph);
            self.out.push(kind, &paragraph.text);
        }
    }
}
