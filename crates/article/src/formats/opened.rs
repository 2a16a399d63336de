//! What opening a file answers.

use serde::{Deserialize, Serialize};

use super::Format;
use crate::Article;

/// What is known of a file beside its bytes. Content is believed first: a wrong name or type does no
/// harm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Source<'a> {
    /// The file's name.
    pub name: Option<&'a str>,
    /// The media type it came with, parameters such as `charset` included.
    pub media_type: Option<&'a str>,
    /// Where it was found.
    pub url: Option<&'a str>,
    /// Which of several articles to open, a place in [`OpenedArticle::parts`]; none for the main one.
    pub part: Option<usize>,
}

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opened {
    /// An article.
    Article(Box<OpenedArticle>),
    /// Sourcelight's own file, which holds articles with their annotations. It is not read here: its
    /// importer takes the same bytes.
    Sourcelight,
}

/// An article as it was read from a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedArticle {
    /// The article.
    pub article: Article,
    /// What it was read from.
    pub format: Format,
    /// What the reader should know of the reading, in order of weight.
    pub notes: Vec<Note>,
    /// Every article in the file, where there are several; else empty.
    pub parts: Vec<Part>,
    /// Which of them this is; none where it is all of them joined, or the only one.
    pub part: Option<usize>,
}

/// One of several articles in a file, for a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its title; never empty.
    pub title: String,
    /// What tells it from others of the same title: an address, a sender, a date. May be empty.
    pub detail: String,
}

/// What the reader should know of the reading. `Display` says it in English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Note {
    /// Text from a PDF is put together from letters on a page.
    #[error(
        "Read from a PDF, which knows letters and no paragraphs: please check the text before you work with it."
    )]
    CheckPdfText,
    /// Only the first pages were read.
    #[error("Only the first {read} of {all} pages were read.")]
    PagesLeftOut {
        /// The pages that were read.
        read: usize,
        /// All pages.
        all: usize,
    },
    /// Letters of a PDF that have no character were left out.
    #[error(
        "{count} letters could not be read, because the PDF does not say what they are: compare the text with the page."
    )]
    UnreadableLetters {
        /// How many.
        count: usize,
    },
    /// Attachments of a mail.
    #[error("{} left out: {}.", counted(names.len(), "attachment was", "attachments were"), names.join(", "))]
    AttachmentsLeftOut {
        /// Their names, or their types where they have none.
        names: Vec<String>,
    },
    /// Comments in the margin.
    #[error("{} in the margin left out.", counted(*count, "comment", "comments"))]
    CommentsLeftOut {
        /// How many.
        count: usize,
    },
    /// Changes that nobody has accepted yet.
    #[error(
        "The document has changes that are not accepted yet: what they add was read, what they delete was left out."
    )]
    TrackedChanges,
    /// Hidden text.
    #[error("Hidden text was left out.")]
    HiddenTextLeftOut,
    /// Footnotes and endnotes.
    #[error("{} at the end of the text.", counted(*count, "note stands", "notes stand"))]
    NotesAtEnd {
        /// How many.
        count: usize,
    },
    /// The charset is a guess.
    #[error(
        "The file does not say how its letters are written; {charset} was taken. If they look wrong, save it as UTF-8 and open it again."
    )]
    CharsetGuessed {
        /// The charset's name.
        charset: String,
    },
    /// Some bytes are no letters of the charset.
    #[error("Some letters could not be read and are shown as \u{fffd}.")]
    LettersLost,
    /// The file holds several articles.
    #[error("The file holds {count} articles: choose from the list.")]
    SeveralArticles {
        /// How many.
        count: usize,
    },
    /// The file breaks off or is damaged; what stood before was read.
    #[error("The file is damaged or breaks off: what could be read is here.")]
    Incomplete,
    /// The mail's page was no article, so its plain text was taken.
    #[error("The mail's plain text was read, because its formatted page is no article.")]
    PlainTextOfMail,
}

/// "1 attachment was", "3 attachments were".
fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_sentences() {
        let note = Note::AttachmentsLeftOut {
            names: vec!["a.png".to_owned(), "b.pdf".to_owned()],
        };
        assert_eq!(
            note.to_string(),
            "2 attachments were left out: a.png, b.pdf."
        );
        let note = Note::CommentsLeftOut { count: 1 };
        assert_eq!(note.to_string(), "1 comment in the margin left out.");
    }
}
