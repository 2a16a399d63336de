//! Files that are broken, locked, enormous or made to hurt: each gets a clear message, soon and in little
//! memory. All are built here.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test's own tools")]

use std::{
    fmt::Write as _,
    io::{Cursor, Write},
    path::Path,
};

use flate2::{
    Compression,
    write::{GzEncoder, ZlibEncoder},
};
use proptest::prelude::*;
use sourcelight_article::{Format, Note, OpenError, Opened, OpenedArticle, Source, open_bytes};
use zip::{ZipWriter, write::SimpleFileOptions};

const PROSE: &str = "The ministers of the seven countries met on Tuesday in the capital to talk about the price of wheat.";

fn open(bytes: &[u8]) -> Result<Opened, OpenError> {
    open_bytes(bytes, &Source::default())
}

fn article(bytes: &[u8]) -> OpenedArticle {
    match open(bytes) {
        Ok(Opened::Article(opened)) => *opened,
        other => panic!("{other:?}"),
    }
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/formats");
    std::fs::read(folder.join(name)).unwrap()
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn docx(document: &str) -> Vec<u8> {
    let main: &[u8] = document.as_bytes();
    zipped(&[("[Content_Types].xml", b""), ("word/document.xml", main)])
}

fn odt(content: &str) -> Vec<u8> {
    let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
    zipped(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

fn epub(chapter: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let package = b"<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>\
        <spine><itemref idref='a'/></spine></package>";
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            b"<container><rootfile full-path='a.opf'/></container>",
        ),
        ("a.opf", package),
        ("a.xhtml", chapter.as_bytes()),
    ];
    entries.extend(more);
    zipped(&entries)
}

/// A PDF of the objects given, numbered from 1; the first is the catalogue, the second the page tree.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(bytes.len());
        writeln!(bytes, "{} 0 obj", at + 1).unwrap();
        bytes.extend_from_slice(object);
        bytes.extend_from_slice(b"\nendobj\n");
    }
    let start = bytes.len();
    write!(
        bytes,
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    )
    .unwrap();
    for offset in offsets {
        writeln!(bytes, "{offset:010} 00000 n ").unwrap();
    }
    let size = objects.len() + 1;
    write!(
        bytes,
        "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    )
    .unwrap();
    bytes
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = format!("<< {dictionary} /Length {} >>\nstream\n", data.len()).into_bytes();
    bytes.extend_from_slice(data);
    bytes.extend_from_slice(b"\nendstream");
    bytes
}

fn page_with(resources: &str, contents: &[u8], more: Vec<Vec<u8>>) -> Vec<u8> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources << {resources} >> >>"
    );
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        contents.to_vec(),
    ];
    objects.extend(more);
    pdf(&objects)
}

#[test]
fn files_that_are_no_articles_are_named() {
    let says = |bytes: &[u8], words: &[&str]| {
        let message = open(bytes).unwrap_err().to_string();
        for word in words {
            assert!(message.contains(word), "{message}");
        }
    };
    says(b"", &["empty"]);
    says(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &["a PNG picture"]);
    says(b"\xff\xd8\xff\xe0\0\x10JFIF", &["a JPEG picture"]);
    says(b"\0\0\0\x20ftypisom\0\0\x02\0", &["an MP4 film"]);
    says(b"ID3\x04\0\0\0\0", &["an MP3 sound"]);
    says(b"\x7fELF\x02\x01\x01\0\0\0\0\0", &["a program"]);
    says(b"7z\xbc\xaf\x27\x1c\0\x04", &["7-Zip", "Unpack"]);
    says(&[7, 1, 200, 3, 0, 0, 1, 9, 0, 0, 4, 255], &["of no kind"]);
    says(
        &zipped(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]),
        &["a spreadsheet"],
    );
    says(
        &zipped(&[("photo.jpg", b"x")]),
        &["a zip archive", "Unpack"],
    );
    says(
        &zipped(&[("inner.docx", &docx("<w/>"))]),
        &["a zip archive"],
    );
    let mut old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let wide = |name: &str| {
        name.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    says(
        &[&old[..], &wide("WordDocument")].concat(),
        &[".doc", "save it as .docx"],
    );
    old.extend(wide("EncryptedPackage"));
    says(&old, &["Word document", "password"]);
    says(&vec![b' '; 50_000_001], &["50000001", "50000000"]);
    says(b"  \n\n  ", &["No text"]);
}

#[test]
fn broken_and_locked_files_say_so() {
    for (name, format) in [
        ("article.docx", Format::Docx),
        ("article.odt", Format::Odt),
        ("article.epub", Format::Epub),
        ("article.wacz", Format::Wacz),
    ] {
        let whole = fixture(name);
        for share in [4, 2] {
            let cut = &whole[..whole.len() / share];
            assert_eq!(open(cut), Err(OpenError::Damaged { format }), "{name}");
        }
    }
    let locked = open(&fixture("password.pdf"));
    assert_eq!(
        locked,
        Err(OpenError::Password {
            format: Format::Pdf
        })
    );
    let manifest: &[u8] = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let kind: &[u8] = b"application/vnd.oasis.opendocument.text";
    let locked = zipped(&[
        ("mimetype", kind),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01"),
    ]);
    assert_eq!(
        open(&locked),
        Err(OpenError::Password {
            format: Format::Odt
        })
    );
    let scheme: &[u8] = b"<encryption><CipherReference URI='a.xhtml'/></encryption>";
    let locked = epub("\u{1}\u{2}", &[("META-INF/encryption.xml", scheme)]);
    assert_eq!(open(&locked), Err(OpenError::CopyProtected));
    // What stands before the break is read, and the reader told.
    let warc = fixture("article.warc");
    let cut = article(&warc[..warc.len() - 700]);
    assert!(cut.notes.contains(&Note::Incomplete), "{:?}", cut.notes);
}

#[test]
fn archives_that_unpack_to_far_too_much_are_refused() {
    let huge = vec![b' '; 6_000_000];
    let format = Format::Docx;
    let bomb = zipped(&[("[Content_Types].xml", b""), ("word/document.xml", &huge)]);
    assert!(bomb.len() < 20_000);
    assert_eq!(open(&bomb), Err(OpenError::Unreasonable { format }));
    let names: Vec<String> = (0..20_001).map(|n| format!("word/{n}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b""[..])).collect();
    let format = Format::Docx;
    assert_eq!(
        open(&zipped(&many)),
        Err(OpenError::Unreasonable { format })
    );
    // The size that an entry claims does not matter.
    let mut liar = docx(&format!("<w:p><w:r><w:t>{PROSE}</w:t></w:r></w:p>"));
    let central = liar.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    liar[central + 24..central + 28].copy_from_slice(&0xfff0_0000_u32.to_le_bytes());
    let _ = open(&liar);
}

#[test]
fn gzipped_bombs_are_refused() {
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: https://example.org/\r\nContent-Length: 99999999999\r\n\r\n").unwrap();
    let head = gz.finish().unwrap();
    let mut gz = GzEncoder::new(Vec::new(), Compression::best());
    gz.write_all(&vec![0; 5_000_000]).unwrap();
    let zeros = gz.finish().unwrap();
    let bomb = [head, zeros.repeat(14)].concat();
    assert!(bomb.len() < 1_000_000);
    let format = Format::Warc;
    assert_eq!(open(&bomb), Err(OpenError::Unreasonable { format }));
}

#[test]
fn entities_of_a_document_are_never_expanded() {
    let mut declared = String::from("<!DOCTYPE a [<!ENTITY e0 \"ha\">");
    for n in 1..30 {
        let before = format!("&e{};", n - 1).repeat(10);
        write!(declared, "<!ENTITY e{n} \"{before}\">").unwrap();
    }
    declared.push_str("]>");
    for bytes in [
        docx(&format!(
            "{declared}<w:p><w:r><w:t>{PROSE} &e29;</w:t></w:r></w:p>"
        )),
        odt(&format!(
            "{declared}<office:text><text:p>{PROSE} &e29;</text:p></office:text>"
        )),
        epub(
            &format!("{declared}<html><body><p>{PROSE} &e29;</p></body></html>"),
            &[],
        ),
    ] {
        let text = article(&bytes).article.text;
        assert!(text.starts_with(PROSE) && text.len() < 200, "{text}");
    }
}

#[test]
fn depth_is_bounded_in_every_format() {
    let deep = |tag: &str| format!("<{tag}>").repeat(50_000);
    let refused = |bytes: &[u8]| {
        matches!(
            open(bytes),
            Err(OpenError::Unreasonable { .. } | OpenError::TooDeep { .. })
        )
    };
    assert!(refused(&docx(&deep("w:tbl"))));
    assert!(refused(&odt(&format!(
        "<office:text>{}",
        deep("text:section")
    ))));
    assert!(refused(
        &[&b"{\\rtf1 "[..], &b"{\\b ".repeat(50_000)].concat()
    ));
    assert!(refused(
        format!("<!doctype html><html><body>{}", deep("div")).as_bytes()
    ));
    let quoted = format!("---\ntitle: A\n---\n{} text", "> ".repeat(50_000));
    assert!(refused(quoted.as_bytes()));
    assert!(open(&epub(&deep("div"), &[])).is_err());
    // Mails within mails within mails.
    let mut mail = String::new();
    for n in 0..5_000 {
        write!(mail, "MIME-Version: 1.0\r\nSubject: a\r\nContent-Type: multipart/mixed; boundary=\"b{n}\"\r\n\r\n--b{n}\r\n").unwrap();
    }
    mail.push_str(PROSE);
    let _ = open(mail.as_bytes());
}

#[test]
fn enormous_attributes_and_endless_lines_are_read_in_time() {
    let attribute = "a".repeat(8_000_000);
    let bytes = docx(&format!(
        "<w:p w:x='{attribute}'><w:r><w:t>{PROSE}</w:t></w:r></w:p>"
    ));
    // It packs like a bomb, so it may be refused; it may not take long.
    let _ = open(&bytes);
    for text in [
        "*a **a ".repeat(20_000),
        "[a](".repeat(20_000),
        "![[[[".repeat(20_000),
        "`".repeat(100_000),
        "a\n=\n".repeat(20_000),
        "| a ".repeat(20_000),
        "&#x41;".repeat(20_000),
        "<a href=\"".repeat(20_000),
    ] {
        let markdown = format!("# A\n\n## B\n\n{PROSE}\n\n{text}");
        assert!(open(markdown.as_bytes()).is_ok());
    }
}

#[test]
fn hostile_pdfs_are_refused_or_read_in_time() {
    let format = Format::Pdf;
    // A form that draws itself, and forms that each draw the next ten times.
    let form = |name: &str, draws: &str| {
        let dictionary = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << {name} >> >>"
        );
        stream(&dictionary, draws.as_bytes())
    };
    let cyclic = page_with(
        "/XObject << /A 5 0 R >>",
        &stream("", b"/A Do"),
        vec![form("/A 5 0 R", "/A Do /A Do")],
    );
    assert!(open(&cyclic).is_err());
    let forms = (5..25).map(|n| form(&format!("/A {} 0 R", n + 1), &"/A Do ".repeat(10)));
    let exponential = page_with(
        "/XObject << /A 5 0 R >>",
        &stream("", b"/A Do"),
        forms.collect(),
    );
    assert_eq!(open(&exponential), Err(OpenError::Unreasonable { format }));
    // A stream that unpacks to too much.
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
    zlib.write_all(&vec![b' '; 70_000_000]).unwrap();
    let bomb = page_with(
        "",
        &stream("/Filter /FlateDecode", &zlib.finish().unwrap()),
        Vec::new(),
    );
    assert!(bomb.len() < 200_000);
    assert_eq!(open(&bomb), Err(OpenError::Unreasonable { format }));
    // A page tree that is a circle.
    let circle = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 999999999 >>".to_vec(),
    ]);
    assert!(open(&circle).is_err());
    // A page with a picture and no text.
    let picture = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        b"x",
    );
    let scan = page_with(
        "/XObject << /I 5 0 R >>",
        &stream("", b"q 400 0 0 400 0 0 cm /I Do Q"),
        vec![picture],
    );
    assert_eq!(open(&scan), Err(OpenError::Scan));
    let blank = page_with("", &stream("", b""), Vec::new());
    assert_eq!(open(&blank), Err(OpenError::NoText { format }));
    assert_eq!(
        open(b"%PDF-1.7\nnothing else"),
        Err(OpenError::Damaged { format })
    );
    // What is broken off may still be read; it may not take long.
    let whole = fixture("columns.pdf");
    let _ = open(&whole[..whole.len() / 2]);
}

/// How files of each format begin.
const BEGINNINGS: &[&[u8]] = &[
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\0",
    b"WARC/1.0\r\n",
    b"{\\rtf1",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"From a@b\nFrom: a\nMIME-Version: 1.0\n",
    b"From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n",
    b"<!doctype html>",
    b"---\ntitle: a\n---\n",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe\0\0",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_break_it(start in 0..BEGINNINGS.len(), bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = open(&[BEGINNINGS[start], &bytes[..]].concat());
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,300}", name in "a\\.(md|txt|html|eml)") {
        let source = Source { name: Some(&name), ..Source::default() };
        if let Ok(Opened::Article(opened)) = open_bytes(text.as_bytes(), &source) {
            for block in &opened.article.blocks {
                prop_assert!(opened.article.text.get(block.span.start..block.span.end).is_some());
            }
        }
    }
}
