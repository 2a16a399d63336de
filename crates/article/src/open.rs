//! Choosing how to open a text by what is in it.

use crate::{Article, Format, open_plain_text};

/// Why a page could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The page is larger than any article.
    #[error(
        "The page has {found} bytes, more than the {limit} that can be opened. Copy the article's text and paste it instead."
    )]
    TooLarge {
        /// The size of the page in bytes.
        found: usize,
        /// The largest size that is opened.
        limit: usize,
    },
    /// The page's elements are nested deeper than any article's.
    #[error(
        "The page's elements are nested more than {limit} deep. Copy the article's text and paste it instead."
    )]
    TooDeep {
        /// The deepest nesting that is opened.
        limit: usize,
    },
    /// The page has more tags, or a tag more attributes, than any article's.
    #[error(
        "The page has more than {limit} tags or attributes where an article has far fewer. Copy the article's text and paste it instead."
    )]
    TooTangled {
        /// The most that is opened.
        limit: usize,
    },
    /// No article was found in the page.
    #[error(
        "No article was found in this page. Select the article's text in the browser, copy it, and paste it instead."
    )]
    NoArticle,
    /// This build has no reader for HTML.
    #[error(
        "This is an HTML page, and this build reads plain text only. Copy the article's text and paste it instead."
    )]
    HtmlNotBuilt,
    /// The file is larger than any article.
    #[error(
        "The file has {found} bytes, more than the {limit} that can be opened. Save the article alone, or copy its text and paste it instead."
    )]
    FileTooLarge {
        /// The size of the file in bytes.
        found: usize,
        /// The largest size that is opened.
        limit: usize,
    },
    /// Nothing is in the file.
    #[error("The file is empty (0 bytes). Save or download it once more, and open the new copy.")]
    EmptyFile,
    /// The file asks for a password.
    #[error(
        "This {format} is protected by a password. Open it in the program it was made with, save a copy without the password, and open that copy."
    )]
    Password {
        /// What the file is.
        format: Format,
    },
    /// The book's shop has locked it to its own readers.
    #[error(
        "This EPUB book is copy-protected, and only its shop's reader opens it. Copy the passage you need and paste it instead."
    )]
    CopyProtected,
    /// The file holds pictures of pages and no text.
    #[error(
        "This PDF is a scan: it holds pictures of pages and no text. Run it through text recognition (OCR) first, or type the passage in and paste it."
    )]
    Scan,
    /// The file breaks off, or its parts do not fit together.
    #[error(
        "This {format} is damaged or breaks off before its end. Save or download it once more, and open the new copy."
    )]
    Damaged {
        /// What the file was meant to be.
        format: Format,
    },
    /// The file unpacks to, or is nested into, more than any article needs.
    #[error(
        "This {format} unpacks to far more than any article needs, so it was not opened. If you trust it, open it in another program, copy the text and paste it instead."
    )]
    Unreasonable {
        /// What the file claims to be.
        format: Format,
    },
    /// The file can be read, and no text is in it.
    #[error(
        "No text was found in this {format}. Open it in another program to see what is in it; if you see the article there, copy its text and paste it."
    )]
    NoText {
        /// What the file is.
        format: Format,
    },
    /// A picture, a film or a sound.
    #[error(
        "This is {what}, not a text. Open the page or document that tells the story, or paste its text."
    )]
    Media {
        /// What the file is, with its article: "a PNG picture".
        what: &'static str,
    },
    /// A known format that is not read, and what to do instead.
    #[error("This is {what}, which cannot be opened here. {instead}")]
    Unsupported {
        /// What the file is, with its article.
        what: &'static str,
        /// What the reader can do, as a sentence.
        instead: &'static str,
    },
    /// Neither a text nor a format that is known.
    #[error(
        "This file is of no kind that can be opened. Text, Markdown, HTML, MHTML, mail, Word (.docx), OpenDocument (.odt), RTF, EPUB, PDF and web archives (.warc, .wacz) can; or paste the article's text."
    )]
    UnknownFormat,
    /// This build has no reader for the format.
    #[error(
        "This is {what}, and this build has no reader for it. Copy the article's text and paste it instead."
    )]
    NotBuilt {
        /// The format, whose reader has to be asked instead.
        format: Format,
        /// The format, with its article.
        what: &'static str,
    },
    /// One of several articles was asked for, and the file has fewer.
    #[error(
        "The file has {found} articles, so there is none with the number {asked}. Open the file again and choose from the list."
    )]
    NoSuchPart {
        /// The number asked for, from 0.
        asked: usize,
        /// How many there are.
        found: usize,
    },
}

/// Opens `text`, told apart by content: as an HTML page or as plain text. `url` is where it was found.
///
/// # Errors
/// Only for HTML; see [`OpenError`].
pub fn open(text: &str, url: Option<&str>) -> Result<Article, OpenError> {
    if looks_like_html(text) {
        #[cfg(feature = "html")]
        return crate::open_html(text, url);
        #[cfg(not(feature = "html"))]
        return Err(OpenError::HtmlNotBuilt);
    }
    let mut article = open_plain_text(text);
    article.metadata.url = url.map(str::to_owned);
    Ok(article)
}

/// How many bytes of a text are looked at to tell what it is.
const LOOKED_AT: usize = 4096;

/// Whether `text` is an HTML page and no plain text that mentions a tag: it opens with a doctype, a
/// comment or a tag, and a tag that only pages have stands near its start.
pub fn looks_like_html(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta ",
        "<article",
        "<div",
        "<p>",
        "<p ",
        "<h1",
        "<section",
        "<main",
        "<title",
    ];
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with('<') {
        return false;
    }
    let end = (0..=LOOKED_AT.min(start.len()))
        .rev()
        .find(|&i| start.is_char_boundary(i));
    let head = start[..end.unwrap_or(0)].to_ascii_lowercase();
    MARKS.iter().any(|mark| head.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_texts_are_told_apart() {
        for page in [
            "<!DOCTYPE html>\n<html><body>",
            "\u{feff}  <html lang=en>",
            "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML'>",
            "<!-- saved --><HTML>",
            "<article><p>Text</p></article>",
        ] {
            assert!(looks_like_html(page), "{page}");
        }
        for text in [
            "",
            "He wrote <p> in the box.",
            "<3 this story",
            "< 5 people came",
            "Title\n<div>",
        ] {
            assert!(!looks_like_html(text), "{text}");
        }
    }

    #[test]
    fn plain_text_opens_with_its_address() {
        let article = open(
            "Title\n\nOne paragraph here.",
            Some("https://example.org/a"),
        )
        .unwrap();
        assert_eq!(
            article.metadata.url.as_deref(),
            Some("https://example.org/a")
        );
        assert_eq!(article.blocks.len(), 2);
    }
}
