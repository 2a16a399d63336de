//! What a document's properties say of it, in the words of Dublin Core, which Word, OpenDocument and
//! EPUB share.

use super::{
    iso_date,
    xml::{Document, Node},
};
use crate::Metadata;

/// Programs that put their own name where the author's belongs.
const NO_AUTHORS: &[&str] = &[
    "python-docx",
    "microsoft office user",
    "user",
    "admin",
    "unknown",
    "author",
];

/// Reads `core.xml`, `meta.xml` or a package's metadata; what cannot be read is left open.
pub(crate) fn read_properties(xml: &str) -> Metadata {
    let mut metadata = Metadata::default();
    let mut creators: Vec<String> = Vec::new();
    let mut document = Document::new(xml);
    while let Ok(Some(node)) = document.next() {
        let Node::Start(tag) = node else { continue };
        let name = tag.name().to_owned();
        if !matches!(
            name.as_str(),
            "title"
                | "creator"
                | "initial-creator"
                | "created"
                | "creation-date"
                | "modified"
                | "date"
                | "language"
                | "publisher"
        ) {
            continue;
        }
        let Ok(text) = document.text_of_element() else {
            break;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() || text.len() > 2_000 {
            continue;
        }
        match name.as_str() {
            "title" => metadata.title = metadata.title.or(Some(text)),
            "creator" | "initial-creator" if !is_program(&text) && !creators.contains(&text) => {
                creators.push(text);
            }
            "created" | "creation-date" => metadata.published = iso_date(&text),
            "date" => metadata.published = metadata.published.or_else(|| iso_date(&text)),
            "modified" => metadata.modified = iso_date(&text),
            "language" => metadata.language = Some(text),
            "publisher" => metadata.outlet = Some(text),
            _ => {}
        }
    }
    metadata.byline = (!creators.is_empty()).then(|| creators.join(", "));
    metadata
}

fn is_program(name: &str) -> bool {
    NO_AUTHORS.iter().any(|n| name.eq_ignore_ascii_case(n))
}
