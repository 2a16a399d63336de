//! Pages and the articles that are read from them.

use proptest::prelude::*;

use super::{DEEPEST, LARGEST};
use crate::{BlockKind, OpenError, open_html};

const PARAGRAPH: &str = "The ministers of the seven countries met on Tuesday in the capital to talk about the price \
    of wheat, which has risen by a third since May, officials of three of the countries said after the talks.";

fn page(body: &str) -> String {
    format!(
        r#"<!DOCTYPE html><html lang="en"><head><title>Ministers meet - Gazette</title>
        <meta property="og:site_name" content="The Gazette">
        <meta property="article:published_time" content="2024-11-20T08:00:00Z">
        <script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ministers meet",
        "author": [{{"name": "Jane Doe"}}, {{"name": "John Roe"}}]}}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Ministers meet</h1>{body}</article></body></html>"#
    )
}

#[test]
fn a_page_becomes_typed_blocks_and_metadata() {
    let html = page(&format!(
        "<p>{PARAGRAPH}</p><h2>Prices</h2><p>{PARAGRAPH} <b>Bold</b>, too.<br><br>After a break: {PARAGRAPH}</p>\
         <p><strong>A bold heading</strong></p><p>{PARAGRAPH}</p><blockquote><p>We met. {PARAGRAPH}</p></blockquote>\
         <ul><li>One thing that matters, and is long enough to stay.</li></ul><p>{PARAGRAPH}</p>"
    ));
    let article = open_html(&html, Some("https://example.org/a")).unwrap();
    use BlockKind::*;
    let kinds: Vec<_> = article.blocks.iter().map(|b| b.kind).collect();
    assert_eq!(
        kinds,
        [
            Headline, Paragraph, Subhead, Paragraph, Paragraph, Subhead, Paragraph, Quote,
            ListItem, Paragraph
        ]
    );
    let joined: Vec<_> = article
        .blocks
        .iter()
        .map(|b| b.span.of(&article.text))
        .collect();
    assert_eq!(article.text, joined.join("\n"));
    assert_eq!(joined[3], format!("{PARAGRAPH} Bold, too."));
    let m = &article.metadata;
    assert_eq!(m.title.as_deref(), Some("Ministers meet"));
    assert_eq!(m.byline.as_deref(), Some("Jane Doe, John Roe"));
    assert_eq!(m.outlet.as_deref(), Some("The Gazette"));
    assert_eq!(m.published.as_deref(), Some("2024-11-20T08:00:00Z"));
    assert_eq!(m.language.as_deref(), Some("en"));
    assert_eq!(m.url.as_deref(), Some("https://example.org/a"));
}

#[test]
fn a_body_in_structured_data_rescues_a_page_without_one() {
    let html = format!(
        r#"<html><head><script type="application/ld+json">{{"@graph": [{{"@type": ["NewsArticle"],
        "headline": "Ministers &amp; wheat", "articleBody": "{PARAGRAPH}\n\n{PARAGRAPH}"}}]}}</script></head>
        <body><div id="app"></div></body></html>"#
    );
    let article = open_html(
        &html
            .replace('\n', " ")
            .replace("said after the talks. ", "said after the talks.\\n"),
        None,
    )
    .unwrap();
    assert_eq!(article.metadata.title.as_deref(), Some("Ministers & wheat"));
    assert!(article.blocks.len() >= 2);
}

#[test]
fn a_standfirst_is_one_that_readers_see() {
    let summary = "Seven countries look for a way to bring the price of wheat down.";
    let description = format!(r#"<meta name="description" content="{summary}"></head>"#);
    let body = format!("<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>");
    let hidden = page(&body).replace("</head>", &description);
    let shown = hidden.replace(
        "<article>",
        &format!("<header><p>{summary}</p></header><article>"),
    );
    let has = |html: &str| {
        let article = open_html(html, None).unwrap();
        let mut blocks = article.blocks.iter();
        blocks.any(|b| b.kind == BlockKind::Standfirst && b.span.of(&article.text) == summary)
    };
    assert!(!has(&hidden));
    assert!(has(&shown));
}

#[test]
fn hostile_pages_are_turned_away_with_a_reason() {
    let deep = "<div>".repeat(DEEPEST + 1);
    assert_eq!(
        open_html(&deep, None),
        Err(OpenError::TooDeep { limit: DEEPEST })
    );
    let deeper = "<div>".repeat(1_000_000);
    assert!(matches!(
        open_html(&deeper, None),
        Err(OpenError::TooDeep { .. })
    ));
    let large = " ".repeat(LARGEST + 1);
    assert!(matches!(
        open_html(&large, None),
        Err(OpenError::TooLarge { .. })
    ));
    assert_eq!(
        open_html("<html><body></body></html>", None),
        Err(OpenError::NoArticle)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_page_panics(pieces in prop::collection::vec(prop_oneof![
        Just("<p>".to_owned()), Just("</p>".to_owned()), Just("<div".to_owned()), Just("<table><tr><td>".to_owned()),
        Just("</table>".to_owned()), Just("<br>".to_owned()), Just("<b>".to_owned()), Just("&#x110000;".to_owned()),
        Just("<script>".to_owned()), Just("<!--".to_owned()), Just("<li>".to_owned()), Just("<h2>".to_owned()),
        Just(PARAGRAPH.to_owned()), "\\PC{0,20}",
    ], 0..40)) {
        if let Ok(article) = open_html(&pieces.concat(), None) {
            let joined: Vec<_> = article.blocks.iter().map(|b| b.span.of(&article.text)).collect();
            prop_assert_eq!(joined.join("\n"), article.text.as_str());
        }
    }
}
