//! An OpenDocument text (ISO 26300), zipped or as one flat XML file.
//!
//! Deleted text that a document keeps stands in a place of its own, which is passed over; so are comments
//! and hidden text. Notes stand at the end.

use std::collections::BTreeMap;

use super::{
    Format, Note,
    archive::Archive,
    manuscript::{Manuscript, Piece, piece},
    open_bytes::Reading,
    properties::read_properties,
    style::kind_of_style,
    xml::{Document, Node, Tag, XmlError},
};
use crate::{BlockKind, OpenError};

/// Opens a zipped OpenDocument text.
///
/// # Errors
/// When it is damaged, asks for a password, or holds no text.
pub(crate) fn open_odt(mut archive: Archive<'_>) -> Result<Reading, OpenError> {
    let format = Format::Odt;
    let manifest = archive.read_xml("META-INF/manifest.xml")?;
    if manifest.is_some_and(|m| m.contains("encryption-data")) {
        return Err(OpenError::Password { format });
    }
    let Some(content) = archive.read_xml("content.xml")? else {
        return Err(OpenError::Damaged { format });
    };
    let styles = archive.read_xml("styles.xml")?.unwrap_or_default();
    let meta = archive.read_xml("meta.xml")?.unwrap_or_default();
    read(&content, &styles, &meta)
}

/// Opens a flat OpenDocument text.
///
/// # Errors
/// When it is damaged or holds no text.
pub(crate) fn open_flat_odt(text: &str) -> Result<Reading, OpenError> {
    let end = text.find("</office:meta>").unwrap_or(0);
    let start = text[..end].find("<office:meta>").unwrap_or(end);
    read(text, "", &text[start..end])
}

/// Elements that hold no text of the document.
const SKIPPED: &[&str] = &[
    "tracked-changes",
    "note-citation",
    "annotation",
    "annotation-end",
    "ruby-text",
    "meta",
    "scripts",
    "font-face-decls",
    "settings",
    "sequence-decls",
    "binary-data",
    "object",
    "desc",
    "index-title-template",
    "forms",
    "master-styles",
    "event-listeners",
];

fn read(content: &str, styles: &str, meta: &str) -> Result<Reading, OpenError> {
    let format = Format::Odt;
    let mut reader = Reader::default();
    // A style that cannot be read gives no kind.
    let _ = reader.read(styles);
    reader.in_text = 0;
    let mut notes = Vec::new();
    match reader.read(content) {
        Err(XmlError::TooDeep) => return Err(OpenError::Unreasonable { format }),
        Err(XmlError::IllFormed) => notes.push(Note::Incomplete),
        Ok(()) => {}
    }
    let mut manuscript = reader.manuscript;
    if reader.changes {
        notes.push(Note::TrackedChanges);
    }
    if reader.comments > 0 {
        let count = reader.comments;
        notes.push(Note::CommentsLeftOut { count });
    }
    if reader.hidden {
        notes.push(Note::HiddenTextLeftOut);
    }
    if !reader.notes.is_empty() {
        let count = reader.notes.len();
        notes.push(Note::NotesAtEnd { count });
    }
    for note in &reader.notes {
        manuscript.push(BlockKind::ListItem, note);
    }
    manuscript.metadata = read_properties(meta);
    Ok(Reading::new(manuscript.into_article(format)?, notes))
}

/// What an element is to the reading.
enum Element {
    Body,
    Paragraph(Option<BlockKind>),
    Bold,
    Item,
    Row,
    Note,
    Other,
}

#[derive(Default)]
struct Style {
    display: Option<String>,
    parent: Option<String>,
    bold: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    /// Whether its style is bold.
    bold: bool,
    /// Whether all of its text is, by its own style or the words'.
    all_bold: bool,
}

#[derive(Default)]
struct Reader {
    manuscript: Manuscript,
    styles: BTreeMap<String, Style>,
    /// Depth within the document's body, outside of which no paragraph is text.
    in_text: usize,
    /// The paragraphs that are being read: one within another stands in a text box or a note.
    paragraphs: Vec<Paragraph>,
    bold: usize,
    items: usize,
    rows: Vec<Vec<Vec<Piece>>>,
    notes: Vec<String>,
    in_note: usize,
    comments: usize,
    changes: bool,
    hidden: bool,
}

impl Reader {
    fn read(&mut self, xml: &str) -> Result<(), XmlError> {
        let mut document = Document::new(xml);
        let mut open: Vec<Element> = Vec::new();
        let mut style = None;
        let read = loop {
            match document.next() {
                Err(error) => break Err(error),
                Ok(None) => break Ok(()),
                Ok(Some(Node::Text(text))) => self.text(&text),
                Ok(Some(Node::End)) => {
                    if let Some(element) = open.pop() {
                        self.leave(element);
                    }
                }
                Ok(Some(Node::Start(tag))) => {
                    self.read_style(&tag, &mut style);
                    if self.skips(&tag) {
                        if let Err(error) = document.skip_element() {
                            break Err(error);
                        }
                        continue;
                    }
                    open.push(self.enter(&tag));
                }
            }
        };
        while let Some(element) = open.pop() {
            self.leave(element);
        }
        read
    }

    fn skips(&mut self, tag: &Tag<'_>) -> bool {
        match tag.name() {
            "annotation" => self.comments += 1,
            "tracked-changes" => self.changes = true,
            "hidden-text" | "hidden-paragraph" => {
                let shown = tag.attribute("is-hidden").is_some_and(|h| h == "false");
                self.hidden |= !shown;
                return !shown;
            }
            _ => {}
        }
        tag.prefixed() == "svg:title" || SKIPPED.contains(&tag.name())
    }

    /// Remembers what a style is called and stands on; `style` is the one that is being read.
    fn read_style(&mut self, tag: &Tag<'_>, style: &mut Option<String>) {
        match tag.name() {
            "style" => {
                *style = tag.attribute("name");
                if let Some(name) = style {
                    let found = self.styles.entry(name.clone()).or_default();
                    found.display = tag.attribute("display-name");
                    found.parent = tag.attribute("parent-style-name");
                }
            }
            "text-properties" => {
                let bold = tag.attribute("font-weight").is_some_and(|w| w == "bold");
                if let Some(found) = style.as_ref().and_then(|n| self.styles.get_mut(n)) {
                    found.bold = bold;
                }
            }
            _ => {}
        }
    }

    /// The kind that the style `name` gives, by its name or that of a style it stands on.
    fn kind(&self, name: &str) -> Option<BlockKind> {
        let mut name = name;
        for _ in 0..12 {
            let style = self.styles.get(name);
            let display = style.and_then(|s| s.display.as_deref());
            let kind = kind_of_style(display.unwrap_or(name));
            if kind.is_some() {
                return kind;
            }
            name = style?.parent.as_deref()?;
        }
        None
    }

    fn enter(&mut self, tag: &Tag<'_>) -> Element {
        let style = || tag.attribute("style-name").unwrap_or_default();
        if tag.prefixed() == "office:text" {
            self.in_text += 1;
            return Element::Body;
        }
        match tag.name() {
            "p" | "h" if self.in_text > 0 => {
                let styled = self.kind(&style());
                let kind = match styled {
                    None | Some(BlockKind::ListItem) if tag.name() == "h" => {
                        Some(BlockKind::Subhead)
                    }
                    kind => kind,
                };
                let bold = self.styles.get(&style()).is_some_and(|s| s.bold);
                self.paragraphs.push(Paragraph {
                    bold,
                    ..Paragraph::default()
                });
                Element::Paragraph(kind)
            }
            "span" => {
                let bold = self.styles.get(&style()).is_some_and(|s| s.bold);
                self.bold += usize::from(bold);
                if bold { Element::Bold } else { Element::Other }
            }
            "list-item" => {
                self.items += 1;
                Element::Item
            }
            "table-row" => {
                self.rows.push(Vec::new());
                Element::Row
            }
            "table-cell" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
                Element::Other
            }
            "note" => {
                self.in_note += 1;
                Element::Note
            }
            "s" | "tab" | "line-break" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.text.push(' ');
                }
                Element::Other
            }
            _ => Element::Other,
        }
    }

    fn text(&mut self, text: &str) {
        let bold = self.bold > 0;
        if let Some(paragraph) = self.paragraphs.last_mut() {
            if !text.trim().is_empty() {
                let first = paragraph.text.trim().is_empty();
                let bold = bold || paragraph.bold;
                paragraph.all_bold = bold && (first || paragraph.all_bold);
            }
            paragraph.text.push_str(text);
        }
    }

    fn leave(&mut self, element: Element) {
        match element {
            Element::Body => self.in_text = self.in_text.saturating_sub(1),
            Element::Bold => self.bold = self.bold.saturating_sub(1),
            Element::Item => self.items = self.items.saturating_sub(1),
            Element::Note => self.in_note = self.in_note.saturating_sub(1),
            Element::Row => {
                let Some(row) = self.rows.pop() else { return };
                match self.rows.last_mut().and_then(|outer| outer.last_mut()) {
                    Some(cell) => cell.extend(row.into_iter().flatten()),
                    None => self.manuscript.push_row(row),
                }
            }
            Element::Paragraph(kind) => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.add(kind, &paragraph.text, paragraph.all_bold);
                }
            }
            Element::Other => {}
        }
    }

    fn add(&mut self, kind: Option<BlockKind>, text: &str, bold: bool) {
        let listed = (self.items > 0).then_some(BlockKind::ListItem);
        let kind = match kind {
            Some(BlockKind::Subhead) => kind,
            kind => listed.or(kind),
        };
        if self.in_note > 0 {
            self.notes
                .extend(piece(BlockKind::ListItem, text).map(|p| p.text));
        } else if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.extend(piece(kind.unwrap_or(BlockKind::Paragraph), text));
        } else if kind.is_none() && bold {
            self.manuscript.push_bold(text);
        } else {
            self.manuscript
                .push(kind.unwrap_or(BlockKind::Paragraph), text);
        }
    }
}
