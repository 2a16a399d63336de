//! Reading and changing the few elements of a page that the hook has to do with.
//!
//! The pages are our own and Trunk's, so their tags are found by their text. Anything this does not
//! know the shape of is an error, never a guess.

use std::ops::Range;

use anyhow::{Context, Result};

/// An element's start tag.
pub(crate) struct Tag<'a> {
    /// Where it stands in the page, in bytes.
    pub(crate) span: Range<usize>,
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute written with double quotes.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        let start = self.text.find(&format!(" {name}=\""))? + name.len() + 3;
        self.text.get(start..)?.split('"').next()
    }
}

/// The start tags of every `name` element, outside comments, in page order.
pub(crate) fn tags<'a>(page: &'a str, name: &str) -> Vec<Tag<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = page
        .get(at..)
        .and_then(|rest| rest.find('<'))
        .map(|open| at + open)
    {
        let rest = page.get(open..).unwrap_or("");
        let end = if rest.starts_with("<!--") { "-->" } else { ">" };
        let Some(length) = rest.find(end).map(|close| close + end.len()) else {
            break;
        };
        let text = rest.get(..length).unwrap_or("");
        if is_tag(text, name) {
            found.push(Tag {
                span: open..open + length,
                text,
            });
        }
        at = open + length;
    }
    found
}

fn is_tag(text: &str, name: &str) -> bool {
    let after = text
        .strip_prefix('<')
        .and_then(|text| text.strip_prefix(name));
    after.is_some_and(|after| {
        after.starts_with(|next: char| next == '>' || next == '/' || next.is_whitespace())
    })
}

/// The page with `replacement` in place of `span`.
pub(super) fn replaced(page: &str, span: Range<usize>, replacement: &str) -> String {
    let mut page = page.to_owned();
    page.replace_range(span, replacement);
    page
}

/// The page without the lines that taking elements out has emptied.
pub(super) fn without_blank_lines(page: &str) -> String {
    page.lines()
        .filter(|line| !line.trim().is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// The page with its Content-Security-Policy as the first thing in its head.
pub(super) fn with_policy(page: &str, policy: &str) -> Result<String> {
    let head = tags(page, "head")
        .into_iter()
        .next()
        .context("a page has no <head>")?;
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(replaced(page, head.span.end..head.span.end, &meta))
}

#[cfg(test)]
mod tests {
    use super::{tags, with_policy};

    #[test]
    fn a_tag_is_found_by_its_whole_name_and_not_in_a_comment() {
        let page =
            r#"<head><!-- <link href="no"> --><linked><link href="a" rel="b"><link/></head>"#;
        let found = tags(page, "link");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].attribute("href"), Some("a"));
        assert_eq!(found[0].attribute("rel"), Some("b"));
        assert_eq!(found[0].attribute("ref"), None);
    }

    #[test]
    fn the_policy_comes_before_anything_it_governs() {
        let page = with_policy("<html><head><script src=\"a\"></script></head>", "x").unwrap();
        assert!(page.find("http-equiv").unwrap() < page.find("<script").unwrap());
        assert!(with_policy("<p>", "x").is_err());
    }
}
