//! What word processors, books and mails write beside the text, and what is made of it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test's own tools")]

use std::io::{Cursor, Write};

use sourcelight_article::{BlockKind, Format, Note, Opened, OpenedArticle, Source, open_bytes};
use zip::{ZipWriter, write::SimpleFileOptions};

fn zipped(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn opened(bytes: &[u8], source: &Source<'_>) -> OpenedArticle {
    match open_bytes(bytes, source) {
        Ok(Opened::Article(opened)) => *opened,
        other => panic!("{other:?}"),
    }
}

fn lines(opened: &OpenedArticle) -> Vec<(BlockKind, &str)> {
    let article = &opened.article;
    article
        .blocks
        .iter()
        .map(|b| (b.kind, b.span.of(&article.text)))
        .collect()
}

fn docx(body: &str, more: &[(&str, &str)]) -> OpenedArticle {
    let head =
        "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Harbour closes</w:t></w:r></w:p>";
    let document = format!("<w:document xmlns:w='w'><w:body>{head}{body}</w:body></w:document>");
    let mut entries = vec![
        ("[Content_Types].xml", ""),
        ("word/document.xml", document.as_str()),
    ];
    entries.extend(more);
    opened(&zipped(&entries), &Source::default())
}

fn odt(body: &str) -> OpenedArticle {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name='P1' style:parent-style-name='Quotations'/>\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.text";
    opened(
        &zipped(&[("mimetype", kind), ("content.xml", &content)]),
        &Source::default(),
    )
}

#[test]
fn word_keeps_deleted_text_comments_and_hidden_text_out() {
    let opened = docx(
        "<w:p><w:r><w:t>The harbour was </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>closed &amp; </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>\
         <w:r><w:t>locked on Monday, he said.</w:t></w:r><w:r><w:commentReference w:id='1'/></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret.</w:t></w:r></w:p>\
         <w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:r><w:t>No boat left the town</w:t></w:r>\
         <w:r><w:noBreakHyphen/></w:r><w:r><w:t>port, she said.</w:t></w:r></w:p>",
        &[],
    );
    let expected = [
        (BlockKind::Headline, "Harbour closes"),
        (
            BlockKind::Paragraph,
            "The harbour was closed & locked on Monday, he said.",
        ),
        (
            BlockKind::Paragraph,
            "No boat left the town\u{2011}port, she said.",
        ),
    ];
    assert_eq!(lines(&opened), expected);
    let notes = [
        Note::TrackedChanges,
        Note::CommentsLeftOut { count: 1 },
        Note::HiddenTextLeftOut,
    ];
    assert_eq!(opened.notes, notes);
}

#[test]
fn words_text_boxes_are_read_once_and_notes_stand_at_the_end() {
    let box_text = "<w:txbxContent><w:p><w:r><w:t>A box beside the story, he said.</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{box_text}</mc:Choice><mc:Fallback>{box_text}</mc:Fallback>\
         </mc:AlternateContent></w:r><w:r><w:t>The harbour was closed on Monday, he said.</w:t></w:r>\
         <w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    );
    let notes = "<w:footnotes><w:footnote w:type='separator'><w:p><w:r><w:t>x1</w:t></w:r></w:p></w:footnote>\
        <w:footnote><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>By its own account.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let opened = docx(&body, &[("word/footnotes.xml", notes)]);
    let expected = [
        (BlockKind::Headline, "Harbour closes"),
        (BlockKind::Paragraph, "A box beside the story, he said."),
        (
            BlockKind::Paragraph,
            "The harbour was closed on Monday, he said.",
        ),
        (BlockKind::ListItem, "By its own account."),
    ];
    assert_eq!(lines(&opened), expected);
    assert_eq!(opened.notes, [Note::NotesAtEnd { count: 1 }]);
}

#[test]
fn words_styles_tell_by_name_level_and_ancestor() {
    let styles = "<w:styles>\
        <w:style w:styleId='Title'><w:name w:val='Title'/></w:style>\
        <w:style w:styleId='Eigen'><w:name w:val='My own'/><w:basedOn w:val='berschrift2'/></w:style>\
        <w:style w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>\
        <w:style w:styleId='Ebene'><w:name w:val='Whatever'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>\
        <w:style w:styleId='Kreis'><w:name w:val='Circle'/><w:basedOn w:val='Kreis'/></w:style></w:styles>";
    let styled = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let body = [
        styled("Kreis", "The harbour was closed on Monday, he said."),
        styled("Eigen", "No boats"),
        format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Boats"), cell("12")),
        styled("Ebene", "More of it"),
        "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>One item</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A bold line</w:t></w:r></w:p>".to_owned(),
        styled("Caption", "The harbour on Monday"),
    ];
    let opened = docx(&body.concat(), &[("word/styles.xml", styles)]);
    let expected = [
        (BlockKind::Headline, "Harbour closes"),
        (
            BlockKind::Paragraph,
            "The harbour was closed on Monday, he said.",
        ),
        (BlockKind::Subhead, "No boats"),
        (BlockKind::Table, "Boats | 12"),
        (BlockKind::Subhead, "More of it"),
        (BlockKind::ListItem, "One item"),
        (BlockKind::Subhead, "A bold line"),
        (BlockKind::Caption, "The harbour on Monday"),
    ];
    assert_eq!(lines(&opened), expected);
}

#[test]
fn opendocument_keeps_the_same_things_out() {
    let opened = odt(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion>\
         </text:changed-region></text:tracked-changes>\
         <text:h text:outline-level='1'>Harbour closes</text:h>\
         <text:p>The<text:s text:c='3'/>harbour<text:line-break/>was closed<office:annotation><text:p>Really?</text:p>\
         </office:annotation> &amp; locked<text:note><text:note-citation>1</text:note-citation><text:note-body>\
         <text:p>By its own account.</text:p></text:note-body></text:note>, he said.</text:p>\
         <text:p text:style-name='P1'>Never again.</text:p>\
         <table:table><table:table-row><table:table-cell><text:p>Boats</text:p></table:table-cell>\
         <table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>\
         <text:p><draw:frame><svg:title>A drawing</svg:title><draw:text-box><text:p>A box beside the story, he said.</text:p>\
         </draw:text-box></draw:frame>The end of it, he said.</text:p>\
         <text:p><text:hidden-text text:string-value='x'>Secret</text:hidden-text>It was over, she said.</text:p>",
    );
    let expected = [
        (BlockKind::Headline, "Harbour closes"),
        (
            BlockKind::Paragraph,
            "The harbour was closed & locked, he said.",
        ),
        (BlockKind::Quote, "Never again."),
        (BlockKind::Table, "Boats | 12"),
        (BlockKind::Paragraph, "A box beside the story, he said."),
        (BlockKind::Paragraph, "The end of it, he said."),
        (BlockKind::Paragraph, "It was over, she said."),
        (BlockKind::ListItem, "By its own account."),
    ];
    assert_eq!(lines(&opened), expected);
    let notes = [
        Note::TrackedChanges,
        Note::CommentsLeftOut { count: 1 },
        Note::HiddenTextLeftOut,
        Note::NotesAtEnd { count: 1 },
    ];
    assert_eq!(opened.notes, notes);
}

#[test]
fn a_flat_opendocument_is_one_too() {
    let flat = "<?xml version='1.0' encoding='UTF-8'?><office:document office:mimetype='application/vnd.oasis.opendocument.text'>\
        <office:meta><dc:creator>Jane Doe</dc:creator></office:meta><office:body><office:text>\
        <text:p>The harbour was closed on Monday, he said.</text:p></office:text></office:body></office:document>";
    let opened = opened(flat.as_bytes(), &Source::default());
    assert_eq!(opened.format, Format::Odt);
    assert_eq!(
        opened.article.text,
        "The harbour was closed on Monday, he said."
    );
    assert_eq!(opened.article.metadata.byline.as_deref(), Some("Jane Doe"));
}

/// A book of three chapters and a title page.
fn book(length: usize) -> Vec<u8> {
    let item = |n: usize| {
        format!("<item id='c{n}' href='c{n}.xhtml' media-type='application/xhtml+xml'/>")
    };
    let reference = |n: usize| format!("<itemref idref='c{n}'/>");
    let package = format!(
        "<package><metadata><dc:title>Three storms</dc:title><dc:creator>Jane Doe</dc:creator></metadata><manifest>{}</manifest><spine>{}</spine></package>",
        (0..4).map(item).collect::<String>(),
        (0..4).map(reference).collect::<String>(),
    );
    let chapter = |n: usize| {
        let sentence = format!("Storm number {n} closed the harbour for a day, the mayor said. ");
        format!(
            "<html><body><h1>Storm {n}</h1><p>{}</p></body></html>",
            sentence.repeat(length / sentence.len() + 1)
        )
    };
    let (one, two, three) = (chapter(1), chapter(2), chapter(3));
    zipped(&[
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfile full-path='a.opf'/></container>",
        ),
        ("a.opf", &package),
        ("c0.xhtml", "<html><body><p>Three storms</p></body></html>"),
        ("c1.xhtml", &one),
        ("c2.xhtml", &two),
        ("c3.xhtml", &three),
    ])
}

#[test]
fn a_short_book_is_joined_and_a_long_one_opens_at_its_first_chapter() {
    let short = opened(&book(600), &Source::default());
    assert_eq!((short.part, short.parts.len()), (None, 3));
    assert_eq!(
        short.article.metadata.title.as_deref(),
        Some("Three storms")
    );
    let heads: Vec<_> = lines(&short)
        .into_iter()
        .filter(|l| l.0 == BlockKind::Subhead)
        .collect();
    assert_eq!(heads.len(), 3);
    let long = opened(&book(30_000), &Source::default());
    assert_eq!((long.part, long.parts.len()), (Some(0), 3));
    assert_eq!(long.article.metadata.title.as_deref(), Some("Storm 1"));
    let third = Source {
        part: Some(2),
        ..Source::default()
    };
    let third = opened(&book(30_000), &third);
    assert_eq!(third.article.metadata.title.as_deref(), Some("Storm 3"));
    assert_eq!(third.article.metadata.byline.as_deref(), Some("Jane Doe"));
}

#[test]
fn our_own_file_is_recognised() {
    let manifest = r#"{"format": "sourcelight", "schema": 1}"#;
    let ours = zipped(&[("manifest.json", manifest), ("articles/1.json", "{}")]);
    for name in [None, Some("backup.sourcelight"), Some("backup.zip")] {
        let source = Source {
            name,
            ..Source::default()
        };
        assert_eq!(open_bytes(&ours, &source), Ok(Opened::Sourcelight));
    }
}

#[test]
fn a_pages_charset_is_that_of_its_header_then_its_own() {
    let text =
        "Министр сказал журналистам, что план не будет принят в этом году, и что это его решение. ";
    let page = |meta: &str| {
        let html = format!(
            "<!doctype html><html><head>{meta}<title>План</title></head><body><article><p>{0}{0}</p><p>{0}{0}</p></article></body></html>",
            text
        );
        encoding_rs::KOI8_R.encode(&html).0.into_owned()
    };
    let with_header = Source {
        media_type: Some("text/html; charset=koi8-r"),
        ..Source::default()
    };
    for (bytes, source) in [
        (page(""), with_header),
        (page("<meta charset='koi8-r'>"), Source::default()),
        (page(""), Source::default()),
    ] {
        assert!(opened(&bytes, &source).article.text.contains(text.trim()));
    }
}

#[test]
fn plain_mail_is_unwrapped_and_its_headers_read() {
    let mail = "Subject: Fwd: Re: =?utf-8?Q?Storm_=E2=80=93_the_second?=\r\nFrom: =?koi8-r?B?89TSz9fB?= <a@example.org>\r\n\
        Date: Mon, 13 May 2024 08:00:00 +0300\r\nMIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n\
        The harbour was closed on Monday after \r\na storm, the mayor said.\r\n\r\nNo boat left.\r\n";
    let opened = opened(mail.as_bytes(), &Source::default());
    let metadata = &opened.article.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Storm – the second"));
    assert_eq!(metadata.byline.as_deref(), Some("Строва"));
    assert_eq!(
        metadata.published.as_deref(),
        Some("2024-05-13T08:00:00+03:00")
    );
    assert!(
        opened
            .article
            .text
            .contains("closed on Monday after a storm, the mayor said.")
    );
    let mail = "Subject: A\r\nFrom: b@example.org\r\n\r\nThe harbour was closed.";
    let source = Source {
        name: Some("a.eml"),
        ..Source::default()
    };
    let short = self::opened(mail.as_bytes(), &source);
    assert_eq!(short.format, Format::Mail);
}
