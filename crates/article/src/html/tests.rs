//! Pages and the articles that are read from them.

use proptest::prelude::*;

use super::{DEEPEST, LARGEST};
use crate::{BlockKind, OpenError, SourceNode, open_html};

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
    let deeper = "<div>".repeat(300_000);
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

#[test]
fn captions_lists_and_furniture_are_told_apart() {
    let html = page(&format!(
        r#"<p class="dek">What the price of wheat means for the poorest of the seven countries.</p>
        <p>By Jane Doe</p>
        <figure><img src="a.jpg"><figcaption>Ministers on Tuesday. Photo: A. Agency</figcaption></figure>
        <p>{PARAGRAPH} One.</p><div class="related-links"><p>Bread will cost more in autumn</p></div>
        <p>{PARAGRAPH} Two.</p><p><a href="/bread">Bread will cost more in autumn</a></p>
        <p>{PARAGRAPH} Three.</p><p>Read also: <a href="/b">Bread</a></p><p>{PARAGRAPH} Four.</p>
        <p>{PARAGRAPH} Five, with <a href="https://example.org/x">a link</a> in it.</p>"#
    ));
    let article = open_html(&html, Some("https://gazette.example/a")).unwrap();
    let told: Vec<String> = article
        .blocks
        .iter()
        .map(|b| format!("{:?} {:.12}", b.kind, b.span.of(&article.text)))
        .collect();
    for line in [
        "Standfirst What the pri",
        "Byline By Jane Doe",
        "Caption Ministers on",
        "Boilerplate Bread will c",
        "Boilerplate Read also: B",
    ] {
        assert!(told.iter().any(|t| t == line), "{line} in {told:#?}");
    }
    let paragraphs = told
        .iter()
        .filter(|t| t.starts_with("Paragraph The minister"));
    assert_eq!(paragraphs.count(), 5, "{told:#?}");
    assert!(
        !told.contains(&"Paragraph Bread will c".to_owned()),
        "{told:#?}"
    );
}

#[test]
fn only_links_that_are_safe_to_follow_are_kept() {
    let html = page(&format!(
        r#"<p>{PARAGRAPH} <a href="/next">next</a> <a href="javascript:alert(1)">bad</a>
        <a href="data:text/html,x">worse</a> <a href="mailto:a@b.example">mail</a></p><p>{PARAGRAPH}</p>"#
    ));
    let article = open_html(&html, Some("https://example.org/a/b")).unwrap();
    let links: Vec<_> = article
        .links
        .iter()
        .map(|l| (l.span.of(&article.text), l.href.as_str()))
        .collect();
    assert_eq!(
        links,
        [
            ("next", "https://example.org/next"),
            ("mail", "mailto:a@b.example")
        ]
    );
}

#[test]
fn the_map_leads_from_a_text_node_to_the_text() {
    let html = page(&format!(
        "<p id='first' class='a b'>\n  The {PARAGRAPH}  <em>🕊 dove</em>\n and\tmore.</p><p>{PARAGRAPH}</p>"
    ));
    let article = open_html(&html, None).unwrap();
    let map = article.nodes.unwrap();
    let first = map
        .nodes
        .iter()
        .position(|n| matches!(n, SourceNode::Element { id: Some(id), .. } if id == "first"))
        .unwrap();
    let children: Vec<usize> = map.children(first).collect();
    assert_eq!(children.len(), 3);
    let at = |node: usize, offset: u32| {
        let byte = map.byte_at(&article.text, node, offset).unwrap();
        &article.text[byte..byte + 4]
    };
    assert_eq!(at(children[0], 3), "The ");
    assert_eq!(at(children[0], 4), "he T");
    let em: Vec<usize> = map.children(children[1]).collect();
    assert_eq!(at(em[0], 3), "dove");
    assert_eq!(at(children[2], 2), "and ");
    assert_eq!(at(children[2], 6), "more");
    // What holds nothing of the text is there to be counted, and no more.
    let nav = map
        .nodes
        .iter()
        .find(|n| matches!(n, SourceNode::Element { tag, .. } if tag == "nav"));
    assert!(matches!(
        nav,
        Some(SourceNode::Element { dropped: Some(length), .. }) if length.chars == 4
    ));
}

#[test]
fn tangled_pages_are_turned_away() {
    let attributes: String = (0..6_000).map(|n| format!("a{n}='>' ")).collect();
    let tangled = |html: &str| matches!(open_html(html, None), Err(OpenError::TooTangled { .. }));
    assert!(tangled(&page(&format!("<p {attributes}>{PARAGRAPH}</p>"))));
    assert!(tangled(&"<".repeat(500_000)));
    let classes = format!(
        "<p class='{}'>{PARAGRAPH}</p><p>{PARAGRAPH}</p>",
        "a ".repeat(5_000)
    );
    assert!(open_html(&page(&classes), None).is_ok());
    let script = format!(
        "<script>if (a <b) {{ c = \"{}\" }}</script><p>{PARAGRAPH}</p>",
        "' ' ".repeat(9_001)
    );
    assert!(open_html(&page(&script), None).is_ok());
}

#[test]
fn a_page_too_deep_for_readability_is_read_by_its_paragraphs() {
    let deep = format!(
        "{}{}{}",
        "<div>".repeat(500),
        format!("<p>{PARAGRAPH}</p>").repeat(3_000),
        "</div>".repeat(500)
    );
    let article = open_html(&page(&deep), None).unwrap();
    assert!(article.blocks.len() > 2_900);
}

#[test]
fn hostile_data_is_bounded() {
    let nested = "&lt;div&gt;".repeat(60_000);
    let html = page(&format!("<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>")).replace(
        "</head>",
        &format!(r#"<meta property="og:title" content="{nested}"><meta name="description" content="{nested}"></head>"#),
    );
    assert!(open_html(&html, None).is_ok());
    let json = format!(
        r#"<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "A", "articleBody": "{}"}}</script>"#,
        "<div>".repeat(100_000).replace('<', "\\u003c")
    );
    let _ = open_html(&page(&json), None);
    let title = format!("<title>{}</title>", "x - ".repeat(50_000));
    let headings = format!("<h1>{PARAGRAPH}</h1>").repeat(2_000);
    assert!(open_html(&format!("{title}{headings}<p>{PARAGRAPH}</p>"), None).is_ok());
    let deep = format!(
        r#"<script type="application/ld+json">{}</script>"#,
        "[".repeat(100_000)
    );
    assert!(
        open_html(
            &page(&format!("{deep}<p>{PARAGRAPH}</p><p>{PARAGRAPH}</p>")),
            None
        )
        .is_ok()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_page_panics(pieces in prop::collection::vec(prop_oneof![
        Just("<p>".to_owned()), Just("</p>".to_owned()), Just("<div".to_owned()), Just("<table><tr><td>".to_owned()),
        Just("</table>".to_owned()), Just("<br>".to_owned()), Just("<b>".to_owned()), Just("&#x110000;".to_owned()),
        Just("<script>".to_owned()), Just("<a href=/x>".to_owned()), Just("</a>".to_owned()), Just("<h1>".to_owned()),
        Just("<div class=related>".to_owned()), Just("<figure>".to_owned()), Just("Read also".to_owned()),
        Just("<meta name=author content='By &lt;b'>".to_owned()), Just("<time datetime=2024-05-01>".to_owned()),
        Just("<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"x".to_owned()), Just("<!--".to_owned()), Just("<li>".to_owned()), Just("<h2>".to_owned()),
        Just(PARAGRAPH.to_owned()), "\\PC{0,20}",
    ], 0..40)) {
        if let Ok(article) = open_html(&pieces.concat(), None) {
            let joined: Vec<_> = article.blocks.iter().map(|b| b.span.of(&article.text)).collect();
            prop_assert_eq!(joined.join("\n"), article.text.as_str());
            let mut end = 0;
            for block in &article.blocks {
                prop_assert!(block.span.start >= end && !block.span.is_empty());
                prop_assert!(!block.span.of(&article.text).contains('\n'));
                end = block.span.end;
            }
            for link in &article.links {
                prop_assert!(article.text.get(link.span.start..link.span.end).is_some());
            }
            for node in article.nodes.iter().flat_map(|m| &m.nodes) {
                if let SourceNode::Text { runs, .. } = node {
                    for run in runs {
                        prop_assert!(article.text.get(run.span.start..run.span.end).is_some());
                    }
                }
            }
        }
    }
}
