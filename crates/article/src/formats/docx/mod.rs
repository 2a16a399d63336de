//! A Word document (Office Open XML, ISO 29500): its main part, in order, with the notes at the end.
//!
//! What is inserted and not yet accepted is text, what is deleted is not; nor are comments, hidden text
//! and the codes of fields. A text box is written twice for older programs and read once.

mod body;
mod styles;

use super::{
    Format, Note,
    archive::Archive,
    manuscript::Manuscript,
    open_bytes::Reading,
    properties::read_properties,
    xml::{Document, Node, XmlError},
};
use crate::{BlockKind, OpenError};
use body::{Findings, read_body};
use styles::Styles;

/// Opens a Word document.
///
/// # Errors
/// When it is damaged, asks for a password, or holds no text.
pub(crate) fn open_docx(mut archive: Archive<'_>) -> Result<Reading, OpenError> {
    let main = main_part(&mut archive)?;
    let format = archive.format;
    let Some(document) = archive.read_xml(&main)? else {
        return Err(OpenError::Damaged { format });
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let part = |name: &str| {
        format!("{folder}/{name}")
            .trim_start_matches('/')
            .to_owned()
    };
    let styles = archive.read_xml(&part("styles.xml"))?.unwrap_or_default();
    let styles = Styles::read(&styles);
    let mut manuscript = Manuscript::default();
    let mut findings = Findings::default();
    let whole = read_body(&document, &styles, &mut manuscript, &mut findings);
    refuse_depth(whole, format)?;
    let mut notes = Vec::new();
    if whole.is_err() {
        notes.push(Note::Incomplete);
    }
    let mut count = 0;
    for name in ["footnotes.xml", "endnotes.xml"] {
        let text = archive.read_xml(&part(name))?.unwrap_or_default();
        let mut found = Manuscript::default();
        refuse_depth(read_body(&text, &styles, &mut found, &mut findings), format)?;
        count += found.pieces.len();
        for piece in found.pieces {
            manuscript.push(BlockKind::ListItem, &piece.text);
        }
    }
    if findings.changes {
        notes.push(Note::TrackedChanges);
    }
    if findings.comments > 0 {
        let count = findings.comments;
        notes.push(Note::CommentsLeftOut { count });
    }
    if findings.hidden {
        notes.push(Note::HiddenTextLeftOut);
    }
    if count > 0 {
        notes.push(Note::NotesAtEnd { count });
    }
    manuscript.metadata =
        read_properties(&archive.read_xml("docProps/core.xml")?.unwrap_or_default());
    Ok(Reading::new(manuscript.into_article(format)?, notes))
}

/// The error for a document nested too deep; one that breaks off is read as far as it goes.
fn refuse_depth(read: Result<(), XmlError>, format: Format) -> Result<(), OpenError> {
    match read {
        Err(XmlError::TooDeep) => Err(OpenError::Unreasonable { format }),
        _ => Ok(()),
    }
}

/// The name of the main part, by the package's relationships.
fn main_part(archive: &mut Archive<'_>) -> Result<String, OpenError> {
    let relations = archive.read_xml("_rels/.rels")?.unwrap_or_default();
    let mut document = Document::new(&relations);
    while let Ok(Some(node)) = document.next() {
        if let Node::Start(tag) = node
            && tag.name() == "Relationship"
            && tag
                .attribute("Type")
                .is_some_and(|t| t.ends_with("/officeDocument"))
            && let Some(target) = tag.attribute("Target")
        {
            return Ok(target.trim_start_matches('/').to_owned());
        }
    }
    Ok("word/document.xml".to_owned())
}
