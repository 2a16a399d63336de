//! A Word document: the article in its styles, every finding, check and note a comment on its words
//! (Office Open XML, ECMA-376 part 1, sections 17.2 and 17.13.4).

mod comments;
mod document;
mod package;

use super::escape::xml;
use crate::archive::pack;
use crate::report::Report;

/// The namespace of the document's own elements.
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
/// What every part begins with.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The bytes of the `.docx` file.
pub(super) fn write(report: &Report<'_>) -> Vec<u8> {
    let part = |name: &str, words: String| (name.to_owned(), words.into_bytes());
    pack(&[
        part("[Content_Types].xml", package::CONTENT_TYPES.to_owned()),
        part("_rels/.rels", package::RELATIONS.to_owned()),
        part("word/document.xml", document::write(report)),
        part(
            "word/_rels/document.xml.rels",
            package::DOCUMENT_RELATIONS.to_owned(),
        ),
        part("word/styles.xml", package::STYLES.to_owned()),
        part("word/numbering.xml", package::NUMBERING.to_owned()),
        part("word/comments.xml", comments::write(report)),
        part("docProps/core.xml", package::properties(report)),
    ])
}

/// Runs of text; a line break inside them stays one, a tab too.
fn runs(words: &str, properties: &str) -> String {
    let mut out = format!("<w:r>{properties}");
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<w:br/>");
        }
        for (index, piece) in line.trim_end_matches('\r').split('\t').enumerate() {
            if index > 0 {
                out.push_str("<w:tab/>");
            }
            if !piece.is_empty() {
                out.push_str("<w:t xml:space=\"preserve\">");
                out.push_str(&xml(piece));
                out.push_str("</w:t>");
            }
        }
    }
    out + "</w:r>"
}
