//! The messages for what the readers of `sourcelight-article` answer.

use sourcelight_article::{Format, Note, OpenError};

use crate::Said;

/// What is said of an error: what happened and what to do next.
pub fn said_of_error(error: &OpenError) -> Said {
    let of = |id, format: &Format| Said::new(id).message("format", message_of(*format));
    match error {
        OpenError::TooLarge { .. } => Said::new("open-error-page-too-large"),
        OpenError::TooDeep { .. } | OpenError::TooTangled { .. } => {
            Said::new("open-error-too-deep")
        }
        OpenError::NoArticle => Said::new("open-error-no-article"),
        OpenError::HtmlNotBuilt | OpenError::NotBuilt { .. } | OpenError::UnknownFormat => {
            Said::new("open-error-unknown")
        }
        OpenError::FileTooLarge { limit, .. } => {
            Said::new("open-error-file-too-large").number("megabytes", limit / 1_000_000)
        }
        OpenError::EmptyFile => Said::new("open-error-empty"),
        OpenError::Password { format } => of("open-error-password", format),
        OpenError::CopyProtected => Said::new("open-error-copy-protected"),
        OpenError::Scan => Said::new("open-error-scan"),
        OpenError::Damaged { format } => of("open-error-damaged", format),
        OpenError::Unreasonable { format } => of("open-error-unreasonable", format),
        OpenError::NoText { format } => of("open-error-no-text", format),
        OpenError::Media { what } => Said::new("open-error-media").text("what", *what),
        OpenError::Unsupported { what, instead } => Said::new("open-error-unsupported")
            .text("what", *what)
            .text("instead", *instead),
        OpenError::NoSuchPart { .. } => Said::new("open-error-no-such-part"),
    }
}

/// What is said of a reading.
pub fn said_of_note(note: &Note) -> Said {
    match note {
        Note::CheckPdfText => Said::new("open-note-check-pdf"),
        Note::PagesLeftOut { read, all } => Said::new("open-note-pages")
            .number("read", *read)
            .number("all", *all),
        Note::UnreadableLetters { count } => {
            Said::new("open-note-unreadable-letters").number("count", *count)
        }
        Note::AttachmentsLeftOut { names } => Said::new("open-note-attachments")
            .number("count", names.len())
            .text("names", names.join(", ")),
        Note::CommentsLeftOut { count } => Said::new("open-note-comments").number("count", *count),
        Note::TrackedChanges => Said::new("open-note-tracked-changes"),
        Note::HiddenTextLeftOut => Said::new("open-note-hidden-text"),
        Note::NotesAtEnd { count } => Said::new("open-note-notes-at-end").number("count", *count),
        Note::CharsetGuessed { charset } => {
            Said::new("open-note-charset").text("charset", charset.clone())
        }
        Note::LettersLost => Said::new("open-note-letters-lost"),
        Note::SeveralArticles { count } => Said::new("open-note-several").number("count", *count),
        Note::Incomplete => Said::new("open-note-incomplete"),
        Note::PlainTextOfMail => Said::new("open-note-plain-mail"),
    }
}

/// The message that names a format with its article.
fn message_of(format: Format) -> &'static str {
    match format {
        Format::Text => "format-text",
        Format::Markdown => "format-markdown",
        Format::Html => "format-html",
        Format::Mhtml => "format-mhtml",
        Format::Mail => "format-mail",
        Format::Mailbox => "format-mailbox",
        Format::Docx => "format-docx",
        Format::Odt => "format-odt",
        Format::Rtf => "format-rtf",
        Format::Epub => "format-epub",
        Format::Pdf => "format-pdf",
        Format::Warc => "format-warc",
        Format::Wacz => "format-wacz",
        Format::Sourcelight => "format-sourcelight",
    }
}
