//! The formats that can be opened.

use serde::{Deserialize, Serialize};

/// What a file is, told by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Text without markup, in any common charset.
    Text,
    /// CommonMark, with or without front matter.
    Markdown,
    /// An HTML page.
    Html,
    /// A page saved with its pictures (RFC 2557).
    Mhtml,
    /// One e-mail (RFC 5322).
    Mail,
    /// Several e-mails one after the other (RFC 4155).
    Mailbox,
    /// A Word document (Office Open XML).
    Docx,
    /// An OpenDocument text, zipped or flat.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// An EPUB book.
    Epub,
    /// A PDF document.
    Pdf,
    /// A web archive (ISO 28500), gzipped or not.
    Warc,
    /// A web archive packed with its index.
    Wacz,
    /// Sourcelight's own file.
    Sourcelight,
}

impl Format {
    /// The format with its article, for a sentence: "a Word document".
    pub const fn with_article(self) -> &'static str {
        match self {
            Format::Text => "a text",
            Format::Markdown => "a Markdown text",
            Format::Html => "an HTML page",
            Format::Mhtml => "a saved page (MHTML)",
            Format::Mail => "an e-mail",
            Format::Mailbox => "a mailbox",
            Format::Docx => "a Word document",
            Format::Odt => "an OpenDocument text",
            Format::Rtf => "an RTF document",
            Format::Epub => "an EPUB book",
            Format::Pdf => "a PDF",
            Format::Warc => "a web archive (WARC)",
            Format::Wacz => "a web archive (WACZ)",
            Format::Sourcelight => "a Sourcelight file",
        }
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (_, name) = self.with_article().split_once(' ').unwrap_or_default();
        f.write_str(name)
    }
}
