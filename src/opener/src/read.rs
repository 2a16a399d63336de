//! Bytes in, an [`Answer`] out.

use sourcelight_article::{OpenError, Opened, Source};

#[cfg(feature = "formats")]
use crate::notes;
use crate::{
    Answer, Part, Read, Request,
    words::{said_of_error, said_of_note},
};

/// Reads a file of any format but PDF.
#[cfg(feature = "formats")]
pub fn read_any(request: &Request, bytes: &[u8]) -> Answer {
    if sourcelight_article::is_pdf(bytes) {
        return Answer::Pdf;
    }
    if notes::are_in(bytes, request) {
        return Answer::Notes;
    }
    answer(sourcelight_article::open_bytes(bytes, &source(request)))
}

/// Reads a PDF.
#[cfg(feature = "pdf")]
pub fn read_pdf(request: &Request, bytes: &[u8]) -> Answer {
    answer(sourcelight_article::open_pdf(bytes, &source(request)))
}

fn source(request: &Request) -> Source<'_> {
    Source {
        name: request.name.as_deref(),
        media_type: request.media_type.as_deref(),
        url: request.url.as_deref(),
        part: request.part,
    }
}

fn answer(opened: Result<Opened, OpenError>) -> Answer {
    let opened = match opened {
        Ok(Opened::Article(opened)) => opened,
        Ok(Opened::Sourcelight) => return Answer::Notes,
        Err(error) => return Answer::Failed(said_of_error(&error)),
    };
    let part = |part: sourcelight_article::Part| Part {
        title: part.title,
        detail: part.detail,
    };
    Answer::Read(Box::new(Read {
        notes: opened.notes.iter().map(said_of_note).collect(),
        parts: opened.parts.into_iter().map(part).collect(),
        article: opened.article,
    }))
}

#[cfg(test)]
#[cfg(feature = "formats")]
mod tests {
    use super::*;

    fn read(name: &str, bytes: &[u8]) -> Answer {
        let request = Request {
            name: Some(name.to_owned()),
            ..Request::default()
        };
        read_any(&request, bytes)
    }

    #[test]
    fn a_page_is_read_and_nothing_of_its_markup_is_kept() {
        let page = "<html><title>T</title><article><h1>A headline of a story</h1><p>The army said on \
            Tuesday that the bridge had been hit twice, and that nobody had been hurt in it.<script>x\
            </script></p><p>The mayor denied that, and spoke of three people who were taken away.</p></article>";
        let Answer::Read(read) = read("a.html", page.as_bytes()) else {
            panic!("not read")
        };
        assert!(read.article.text.contains("The mayor denied that"));
        assert!(!read.article.text.contains('<'));
    }

    #[test]
    fn what_cannot_be_read_says_so_by_a_message() {
        let failed = |answer| match answer {
            Answer::Failed(said) => said.id,
            other => panic!("{other:?}"),
        };
        assert_eq!(failed(read("a.docx", b"")), "open-error-empty");
        assert_eq!(
            failed(read("a.html", b"\x89PNG\r\n\x1a\n0000")),
            "open-error-media"
        );
    }

    #[test]
    fn files_of_notes_are_left_to_the_exchange_worker() {
        let report = "<!doctype html><title>T</title><p>x<script type=\"application/octet-stream\" \
            id=\"sourcelight-data\">UEs=</script>";
        for (name, bytes) in [
            ("report.html", report),
            ("notes.json", " [{}]"),
            ("page.jsonld", "\u{feff}{\"@context\": []}"),
            ("cut.sourcelight", "PK\x03\x04 cut off"),
        ] {
            assert_eq!(read(name, bytes.as_bytes()), Answer::Notes, "{name}");
        }
        let story = "{ is no way to begin a story, said the mayor. [But] it is one.";
        assert_ne!(read("story.txt", story.as_bytes()), Answer::Notes);
    }

    #[test]
    fn a_pdf_is_left_to_its_own_reader_whatever_it_is_called() {
        assert_eq!(read("a.html", b"%PDF-1.7\n"), Answer::Pdf);
    }
}
