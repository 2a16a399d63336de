//! The parts of the package that are the same in every document, and its properties.

use super::{HEAD, xml};
use crate::report::Report;
use crate::time::{iso, millis};

/// Which part is what.
pub(super) const CONTENT_TYPES: &str = include_str!("../../../data/docx/content_types.xml");
/// Where the document is.
pub(super) const RELATIONS: &str = include_str!("../../../data/docx/relations.xml");
/// Where the document's styles, lists and comments are.
pub(super) const DOCUMENT_RELATIONS: &str =
    include_str!("../../../data/docx/document_relations.xml");
/// How paragraphs look.
pub(super) const STYLES: &str = include_str!("../../../data/docx/styles.xml");
/// How list items are marked.
pub(super) const NUMBERING: &str = include_str!("../../../data/docx/numbering.xml");

/// `docProps/core.xml`: title, who made it, when.
pub(super) fn properties(report: &Report<'_>) -> String {
    let input = report.input;
    let title = xml(&report.title);
    let creator = xml(input.reader.unwrap_or("Sourcelight"));
    let created = millis(input.now).map(iso).map_or_else(String::new, |now| {
        format!("<dcterms:created xsi:type=\"dcterms:W3CDTF\">{now}</dcterms:created>")
    });
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{creator}</dc:creator>{created}</cp:coreProperties>"
    )
}
