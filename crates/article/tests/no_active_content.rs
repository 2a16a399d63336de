//! Markup that tries to run or to reach the network (`tests/fixtures/xss/vectors.txt`), through every format
//! that can carry it: an article is letters, and nothing else may come out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test's own tools")]

use std::io::{Cursor, Write};

use sourcelight_article::{Opened, OpenedArticle, Source, open_bytes};
use zip::{ZipWriter, write::SimpleFileOptions};

const VECTORS: &str = include_str!("../../../tests/fixtures/xss/vectors.txt");

/// Prose around the vector, long enough to be an article.
const BEFORE: &str = "The ministers of the seven countries met on Tuesday in the capital to talk about the price of \
    wheat, which has risen by a third since May, officials of three of the countries said after the talks.";
const AFTER: &str = "They will meet again in the autumn, when the harvest is in and its size is known, a spokeswoman of \
    the largest of the seven delegations told reporters, who had waited for her until midnight.";

fn vectors() -> Vec<(&'static str, &'static str)> {
    let lines = VECTORS.lines().filter(|l| !l.starts_with('#'));
    lines.map(|l| l.split_once('\t').unwrap()).collect()
}

fn page(vector: &str) -> String {
    // The vector stands last, for some swallow all that follows.
    format!(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ministers meet</title></head><body><article>\
         <h1>Ministers meet</h1><p>{BEFORE}</p><p>{AFTER}</p><div>{vector}</div></article></body></html>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn zipped(entries: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn opened(bytes: &[u8], name: &str) -> Result<OpenedArticle, String> {
    let source = Source {
        name: Some(name),
        ..Source::default()
    };
    match open_bytes(bytes, &source) {
        Ok(Opened::Article(opened)) => Ok(*opened),
        other => Err(format!("{other:?}")),
    }
}

/// Every address anywhere in what was opened.
fn addresses(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            for (key, value) in fields {
                let is_address =
                    matches!(key.as_str(), "url" | "href" | "target" | "link" | "address");
                found.extend(value.as_str().filter(|_| is_address).map(str::to_owned));
                addresses(value, found);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|i| addresses(i, found)),
        _ => {}
    }
}

fn check(way: &str, class: &str, vector: &str, bytes: &[u8], name: &str) -> OpenedArticle {
    let opened = opened(bytes, name).unwrap_or_else(|e| panic!("{way}: {vector}: {e}"));
    let text = &opened.article.text;
    for prose in [BEFORE, AFTER] {
        let prose = prose.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&prose), "{way}: {vector}: {text}");
    }
    let mut found = Vec::new();
    addresses(&serde_json::to_value(&opened).unwrap(), &mut found);
    for address in found {
        let safe = ["http://", "https://", "mailto:"]
            .iter()
            .any(|s| address.starts_with(s));
        assert!(safe, "{way}: {vector}: {address}");
    }
    for block in &opened.article.blocks {
        assert!(text.get(block.span.start..block.span.end).is_some());
    }
    assert!(!text.contains('\0'), "{way}: {vector}");
    let _ = class;
    opened
}

/// Of these classes nothing may be left over in a page's text, not even as letters: a browser would not
/// show them as such either.
fn is_silent(class: &str) -> bool {
    matches!(class, "script" | "style" | "handler")
}

#[test]
fn there_are_enough_vectors_of_every_class() {
    let vectors = vectors();
    assert!(vectors.len() >= 150, "{}", vectors.len());
    for class in [
        "script", "handler", "foreign", "address", "document", "style", "mutation", "encoded",
    ] {
        assert!(
            vectors.iter().filter(|v| v.0 == class).count() >= 10,
            "{class}"
        );
    }
}

#[test]
fn pages_bring_letters_only() {
    for (class, vector) in vectors() {
        let opened = check("html", class, vector, page(vector).as_bytes(), "a.html");
        if is_silent(class) {
            let text = &opened.article.text;
            assert!(!text.contains("slx=1"), "{class}: {vector}: {text}");
        }
    }
}

#[test]
fn mails_and_saved_pages_bring_letters_only() {
    for (class, vector) in vectors() {
        let body = page(vector);
        let mail = format!(
            "Subject: Ministers meet\r\nFrom: \"<b>{}</b>\" <a@example.org>\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}",
            "Jane"
        );
        check("eml", class, vector, mail.as_bytes(), "a.eml");
        let saved = format!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: javascript:slx=1\r\nSubject: Ministers meet\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n\
             --b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: javascript:slx=1\r\n\r\n{body}\r\n--b--\r\n"
        );
        check("mhtml", class, vector, saved.as_bytes(), "a.mhtml");
    }
}

#[test]
fn markdown_brings_letters_only() {
    for (class, vector) in vectors() {
        let text = format!(
            "---\ntitle: Ministers meet\nurl: javascript:slx=1\n---\n\n{BEFORE}\n\n{AFTER}\n\n{vector}\n"
        );
        check("md", class, vector, text.as_bytes(), "a.md");
    }
}

#[test]
fn documents_and_books_bring_letters_only() {
    const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    for (class, vector) in vectors() {
        let paragraph = |text: &str| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", escaped(text));
        let body = [BEFORE, AFTER, vector].map(paragraph).concat();
        let docx = zipped(&[
            ("[Content_Types].xml", String::new()),
            (
                "word/document.xml",
                format!("<w:document xmlns:w='{W}'><w:body>{body}</w:body></w:document>"),
            ),
        ]);
        check("docx", class, vector, &docx, "a.docx");
        let paragraph = |text: &str| format!("<text:p>{}</text:p>", escaped(text));
        let body = [BEFORE, AFTER, vector].map(paragraph).concat();
        let odt = zipped(&[
            (
                "mimetype",
                "application/vnd.oasis.opendocument.text".to_owned(),
            ),
            (
                "content.xml",
                format!(
                    "<office:document-content><office:body><office:text>{body}</office:text></office:body></office:document-content>"
                ),
            ),
        ]);
        check("odt", class, vector, &odt, "a.odt");
        // Once as XHTML, once as what XML does not allow.
        for body in [page(vector), page(&escaped(vector))] {
            let epub = zipped(&[
                ("mimetype", "application/epub+zip".to_owned()),
                ("META-INF/container.xml", "<container><rootfile full-path='a.opf'/></container>".to_owned()),
                ("a.opf", "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>".to_owned()),
                ("a.xhtml", body),
            ]);
            check("epub", class, vector, &epub, "a.epub");
        }
    }
}
