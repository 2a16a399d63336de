//! One article of our own in every format (`tests/fixtures/formats/`): each has to be read alike.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test's own tools")]

use std::path::Path;

use sourcelight_article::{
    Article, BlockKind, Format, Note, OpenError, Opened, OpenedArticle, Source, open_bytes,
};

const HEADLINE: &str = "Harbour bridge closes after inspectors find cracks";

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/formats");
    std::fs::read(folder.join(name)).unwrap()
}

fn opened_as(bytes: &[u8], source: &Source<'_>) -> OpenedArticle {
    match open_bytes(bytes, source) {
        Ok(Opened::Article(opened)) => *opened,
        other => panic!("{other:?}"),
    }
}

fn opened(name: &str) -> OpenedArticle {
    let source = Source {
        name: Some(name),
        ..Source::default()
    };
    opened_as(&fixture(name), &source)
}

/// The blocks of the story; what stands between headline and text is checked as metadata.
fn story(article: &Article) -> Vec<(BlockKind, &str)> {
    let told = |b: &&sourcelight_article::Block| b.kind.is_story();
    let blocks = article.blocks.iter().filter(told);
    blocks.map(|b| (b.kind, b.span.of(&article.text))).collect()
}

fn expected(article: &Article) -> Vec<(BlockKind, &str)> {
    let expected = story(article);
    assert_eq!(expected.len(), 13, "{expected:#?}");
    assert_eq!(expected[0], (BlockKind::Headline, HEADLINE));
    expected
}

#[test]
fn every_format_yields_the_same_story() {
    let reference = opened("article.txt").article;
    let expected = expected(&reference);
    for (name, format) in [
        ("article.txt", Format::Text),
        ("article.utf16.txt", Format::Text),
        ("article.windows-1252.txt", Format::Text),
        ("article.md", Format::Markdown),
        ("article.html", Format::Html),
        ("article.windows-1252.html", Format::Html),
        ("article.mhtml", Format::Mhtml),
        ("article.eml", Format::Mail),
        ("two.mbox", Format::Mailbox),
        ("article.docx", Format::Docx),
        ("libreoffice.docx", Format::Docx),
        ("libreoffice.odt", Format::Odt),
        ("libreoffice.rtf", Format::Rtf),
        ("article.odt", Format::Odt),
        ("article.rtf", Format::Rtf),
        ("article.epub", Format::Epub),
        ("article.warc", Format::Warc),
        ("article.warc.gz", Format::Warc),
        ("article.wacz", Format::Wacz),
    ] {
        let opened = opened(name);
        assert_eq!(opened.format, format, "{name}");
        assert_eq!(story(&opened.article), expected, "{name}");
        let metadata = &opened.article.metadata;
        assert_eq!(metadata.title.as_deref(), Some(HEADLINE), "{name}");
        assert_eq!(metadata.byline.as_deref(), Some("Mara Lindqvist"), "{name}");
        let published = metadata.published.as_deref().unwrap_or_default();
        assert!(published.starts_with("2024-03-14"), "{name}: {published}");
        assert_eq!(metadata.language.as_deref(), Some("en"), "{name}");
    }
}

#[test]
fn a_pdf_yields_the_same_text_and_asks_to_be_checked() {
    let reference = opened("article.txt").article;
    // A page knows no quotations, and a list only where its signs are letters: they are paragraphs.
    let as_paragraphs = |unknown: &[BlockKind]| -> Vec<(BlockKind, &str)> {
        let told = |(kind, text)| match unknown.contains(&kind) {
            true => (BlockKind::Paragraph, text),
            false => (kind, text),
        };
        expected(&reference).into_iter().map(told).collect()
    };
    let by_browser = as_paragraphs(&[BlockKind::Quote, BlockKind::ListItem]);
    let by_hand = as_paragraphs(&[BlockKind::Quote]);
    for (name, expected) in [("article.pdf", by_browser), ("columns.pdf", by_hand)] {
        let opened = opened(name);
        assert_eq!(opened.format, Format::Pdf);
        assert_eq!(story(&opened.article), expected, "{name}");
        assert_eq!(opened.notes.first(), Some(&Note::CheckPdfText), "{name}");
        let metadata = &opened.article.metadata;
        assert_eq!(metadata.byline.as_deref(), Some("Mara Lindqvist"), "{name}");
        assert_eq!(metadata.published.as_deref(), Some("2024-03-14"), "{name}");
    }
}

#[test]
fn a_wrong_name_or_type_does_no_harm() {
    let names = [
        "article.txt",
        "article.html",
        "article.docx",
        "article.odt",
        "article.epub",
        "article.pdf",
        "article.warc.gz",
        "article.eml",
        "article.rtf",
        "article.mhtml",
    ];
    for real in names {
        let right = opened(real);
        for wrong in ["a.txt", "a.docx", "a.pdf", "a", "a.exe", "a.html"] {
            let source = Source {
                name: Some(wrong),
                media_type: Some("application/octet-stream"),
                ..Source::default()
            };
            let found = opened_as(&fixture(real), &source);
            assert_eq!(found.format, right.format, "{real} as {wrong}");
            assert_eq!(found.article.text, right.article.text, "{real} as {wrong}");
        }
    }
}

#[test]
fn the_address_is_kept() {
    const URL: &str = "https://gazette.example/2024/03/14/bridge";
    for name in ["article.mhtml", "article.warc", "article.wacz"] {
        assert_eq!(
            opened(name).article.metadata.url.as_deref(),
            Some(URL),
            "{name}"
        );
    }
    let source = Source {
        url: Some(URL),
        ..Source::default()
    };
    let found = opened_as(&fixture("article.docx"), &source);
    assert_eq!(found.article.metadata.url.as_deref(), Some(URL));
}

#[test]
fn attachments_are_named() {
    let notes = opened("article.eml").notes;
    let names = vec!["bridge.png".to_owned()];
    assert_eq!(notes, [Note::AttachmentsLeftOut { names }]);
}

#[test]
fn files_with_several_articles_list_them() {
    for (name, second) in [("two.mbox", 1), ("article.warc", 1), ("article.warc.gz", 1)] {
        let first = opened(name);
        assert_eq!(first.parts.len(), 2, "{name}");
        assert_eq!(first.part, Some(0), "{name}");
        assert_eq!(
            first.notes.first(),
            Some(&Note::SeveralArticles { count: 2 })
        );
        assert_eq!(first.parts[second].title, "Ferries run all night", "{name}");
        let source = Source {
            part: Some(second),
            ..Source::default()
        };
        let chosen = opened_as(&fixture(name), &source);
        let title = chosen.article.metadata.title.as_deref();
        assert_eq!(title, Some("Ferries run all night"), "{name}");
        let source = Source {
            part: Some(7),
            ..Source::default()
        };
        let none = OpenError::NoSuchPart { asked: 7, found: 2 };
        assert_eq!(open_bytes(&fixture(name), &source), Err(none), "{name}");
    }
}
