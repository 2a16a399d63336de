//! An HTML page in, [`Article`] out.
//!
//! Readability finds the article in the page; its elements become blocks, and the canonical text is
//! the blocks joined by newlines. Where Readability finds little and the page carries the whole text
//! as structured data (schema.org `articleBody`), that is taken. No markup of the page is kept.

mod blocks;
mod facts;
mod guard;

use dom_query::Document;
use dom_smoothie::{Config, Readability};
use sourcelight_text::Span;

use crate::{
    Article, Block, BlockKind, Metadata, OpenError,
    language::guess_language,
    plain::{is_caption, is_top_matter, mark_boilerplate_in},
};
use blocks::{Piece, pieces};
use facts::{Facts, facts};

/// The largest page that is opened, in bytes.
pub(crate) const LARGEST: usize = 12_000_000;
/// The deepest nesting of elements that is opened.
pub(crate) const DEEPEST: usize = 600;

/// Opens an HTML page found at `url`.
///
/// # Errors
/// When the page is too large, too deeply nested, or holds no article.
pub fn open_html(html: &str, url: Option<&str>) -> Result<Article, OpenError> {
    guard::check_source(html)?;
    let document = Document::from(html);
    guard::check_depth(&document)?;
    let facts = facts(&document);
    let config = Config {
        max_elements_to_parse: 0,
        ..Config::default()
    };
    // A page without an absolute address is read all the same; links are not kept anyway.
    let address = url.filter(|u| u.starts_with("http"));
    let read = Readability::with_document(document, address, Some(config))
        .and_then(|mut readability| readability.parse());
    let mut metadata = Metadata {
        url: url.map(str::to_owned),
        ..Metadata::default()
    };
    let mut found = Vec::new();
    if let Ok(page) = read {
        found = pieces(&Document::fragment(page.content));
        metadata.title = clean(&page.title);
        metadata.byline = page.byline.as_deref().and_then(names);
        metadata.outlet = page.site_name.as_deref().and_then(clean);
        metadata.published = page.published_time.as_deref().and_then(date);
        metadata.modified = page.modified_time.as_deref().and_then(date);
        metadata.language = page.lang.as_deref().and_then(clean);
    }
    let length = |pieces: &[Piece]| pieces.iter().map(|p| p.text.len()).sum::<usize>();
    if let Some(body) = facts
        .body
        .as_deref()
        .map(body_pieces)
        .filter(|b| length(b) > 2 * length(&found))
    {
        found = body;
    }
    if found.is_empty() {
        return Err(OpenError::NoArticle);
    }
    let standfirst = facts.standfirst.clone();
    Ok(joined(found, standfirst.as_deref(), fill(metadata, facts)))
}

/// The metadata with its gaps filled from the page's structured data, which names the headline as the
/// newsroom wrote it.
fn fill(metadata: Metadata, facts: Facts) -> Metadata {
    let title = facts.headline.as_deref().and_then(clean);
    Metadata {
        title: title.or(metadata.title),
        byline: metadata.byline.or(facts.authors.as_deref().and_then(names)),
        outlet: metadata.outlet.or(facts.outlet),
        published: metadata
            .published
            .or(facts.published.as_deref().and_then(date)),
        modified: metadata
            .modified
            .or(facts.modified.as_deref().and_then(date)),
        ..metadata
    }
}

/// The blocks joined by newlines under the headline and the standfirst.
fn joined(found: Vec<Piece>, standfirst: Option<&str>, mut metadata: Metadata) -> Article {
    let title = metadata.title.clone().unwrap_or_default();
    let is_title = |p: &Piece| same(&p.text, &title);
    let mut text = String::new();
    let mut blocks: Vec<Block> = Vec::new();
    let mut add = |kind: BlockKind, piece: &str| {
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(piece);
        blocks.push(Block {
            kind,
            span: Span::new(start, text.len()),
        });
    };
    if !title.is_empty() {
        add(BlockKind::Headline, &title);
    }
    let sums_up = |p: &Piece| standfirst.is_some_and(|s| same(&p.text, s));
    // A lead paragraph that serves as the description as well stays where it is, a paragraph.
    if let Some(summary) = standfirst.filter(|_| !found.iter().any(sums_up)) {
        add(BlockKind::Standfirst, summary);
    }
    for (at, piece) in found.iter().enumerate() {
        let repeats = at < 3 && is_title(piece);
        if !repeats {
            let top = at < 5 && piece.kind == BlockKind::Paragraph && is_top_matter(&piece.text);
            let caption = piece.kind == BlockKind::Paragraph && is_caption(&piece.text);
            let kind = match piece.kind {
                _ if top => BlockKind::Byline,
                BlockKind::Subhead if at < 3 && sums_up(piece) => BlockKind::Standfirst,
                _ if caption => BlockKind::Caption,
                kind => kind,
            };
            add(kind, &piece.text);
        }
    }
    mark_boilerplate_in(&text, &mut blocks);
    if metadata.language.is_none() {
        metadata.language = guess_language(&text).map(str::to_owned);
    }
    Article {
        metadata,
        text,
        blocks,
    }
}

/// The paragraphs of a body given as structured data: plain text, or markup once more.
fn body_pieces(body: &str) -> Vec<Piece> {
    if body.contains("<p") || body.contains("<br") {
        return pieces(&Document::fragment(body));
    }
    let lines = body
        .lines()
        .map(|l| l.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .filter(|l| !l.is_empty())
        .map(|text| Piece {
            kind: BlockKind::Paragraph,
            text,
        })
        .collect()
}

fn same(a: &str, b: &str) -> bool {
    let letters = |s: &str| {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    letters(a) == letters(b)
}

/// `text` on one line; none where nothing is left.
fn clean(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// The authors' names joined by ", "; addresses are no names.
fn names(byline: &str) -> Option<String> {
    let line = clean(byline)?;
    let line = ["By ", "by ", "BY "]
        .iter()
        .find_map(|b| line.strip_prefix(b))
        .unwrap_or(&line);
    let line = line
        .replace(" and ", ", ")
        .replace(" & ", ", ")
        .replace(" | ", ", ");
    let names: Vec<&str> = line
        .split(',')
        .map(str::trim)
        .filter(|n| !n.is_empty() && !n.contains("://") && !n.contains('@'))
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// An ISO 8601 date or date and time.
fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let iso = text.len() >= 10
        && text.as_bytes()[..4].iter().all(u8::is_ascii_digit)
        && text.as_bytes()[4] == b'-';
    if iso {
        return Some(text.replacen(' ', "T", 1));
    }
    crate::date::read_date(text).map(|d| d.iso)
}

#[cfg(test)]
mod tests;
