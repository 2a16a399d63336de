//! Choosing how to open a text by what is in it.

use crate::{Article, open_plain_text};

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
