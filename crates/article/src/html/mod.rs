//! An HTML page in, [`Article`] out.
//!
//! Readability marks which texts of the page are the article's; the marked texts become typed pieces, to
//! which the standfirst is added that Readability drops, and among which what is not the story's is told
//! apart. The canonical text is the pieces joined by newlines. Where Readability finds little and the page
//! carries the whole text as structured data (schema.org `articleBody`), that is taken. No markup of the
//! page is kept.

mod assemble;
mod confirm;
mod facts;
mod furniture;
mod guard;
mod page;
mod pieces;
mod prose;
mod readable;
mod roles;
mod tail;
mod top;
mod widen;

use dom_query::Document;

use crate::{Article, BlockKind, OpenError, language::guess_language, plain::mark_boilerplate_in};
use page::Page;
use pieces::{Piece, pieces};

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
    let page = Page::new(&document);
    let facts = facts::facts(&document, &page, url);
    let mut kept = readable::readable(document, &page);
    widen::widen(&page, &mut kept);
    let mut found = pieces(&page, &kept);
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
    top::mark_top(&page, &facts, &mut found);
    let address = facts.metadata.canonical_url.as_deref().or(url);
    let host = address.and_then(furniture::host_of);
    furniture::mark_furniture(&page, &mut found, host);
    confirm::mark_unconfirmed(&facts, &mut found);
    tail::mark_tail(&facts, &mut found);
    let mut article = assemble::assemble(&page, &found, facts.metadata);
    mark_phrases(&mut article);
    article.metadata.language = language(&article);
    Ok(article)
}

/// The language that the text is in where it can be told, for many pages name that of their software.
fn language(article: &Article) -> Option<String> {
    let named = article.metadata.language.clone();
    let guessed = guess_language(&article.text);
    let agrees = |tag: &String| {
        let primary = tag.split('-').next().unwrap_or_default();
        guessed.is_none_or(|g| g == primary)
    };
    named.filter(agrees).or(guessed.map(str::to_owned))
}

/// Marks what the lexicon of boilerplate names.
fn mark_phrases(article: &mut Article) {
    let told: Vec<BlockKind> = article.blocks.iter().map(|b| b.kind).collect();
    mark_boilerplate_in(&article.text, &mut article.blocks);
    for (block, kind) in article.blocks.iter_mut().zip(told) {
        if matches!(
            kind,
            BlockKind::Headline | BlockKind::Standfirst | BlockKind::Byline
        ) {
            block.kind = kind;
        }
    }
}

/// The paragraphs of a body given as structured data: plain text, or markup once more.
fn body_pieces(body: &str) -> Vec<Piece> {
    if guard::check_source(body).is_err() {
        return Vec::new();
    }
    if body.contains("<p") || body.contains("<br") {
        let page = Page::new(&Document::fragment(body));
        let kept: Vec<bool> = page
            .nodes
            .iter()
            .map(|n| n.is_text() && !n.hidden)
            .collect();
        let found = pieces(&page, &kept);
        return found
            .into_iter()
            .map(|p| Piece::loose(p.kind, p.text))
            .collect();
    }
    let lines = body.lines().map(facts::plain_text);
    lines
        .filter(|l| l.chars().any(char::is_alphanumeric))
        .map(|text| Piece::loose(BlockKind::Paragraph, text))
        .collect()
}

#[cfg(test)]
mod tests;
