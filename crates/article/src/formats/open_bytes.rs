//! Opening a file of any format.

use super::{
    Format, Note, Opened, OpenedArticle, Part, Source,
    charset::Decoded,
    check_size,
    docx::open_docx,
    epub::open_epub,
    mail::{open_mail, open_mailbox, open_saved_page},
    markdown::open_markdown,
    odt::{open_flat_odt, open_odt},
    rtf::open_rtf,
    sniff::{Sniffed, sniff},
    warc::{open_wacz, open_warc},
};
use crate::{Article, OpenError, open_html, open_plain_text};

/// An article and what its reader should know, before it is known what it was read from.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) article: Article,
    pub(crate) notes: Vec<Note>,
    pub(crate) parts: Vec<Part>,
    pub(crate) part: Option<usize>,
}

impl Reading {
    pub(crate) fn new(article: Article, notes: Vec<Note>) -> Self {
        Self {
            article,
            notes,
            ..Self::default()
        }
    }
}

/// Opens a file of any format, told by its content: a wrong extension does no harm. Where the file
/// holds several articles, the main one is opened and all are listed, unless `source` asks for one.
///
/// PDF needs the feature `pdf`; without it the answer is [`OpenError::NotBuilt`].
///
/// # Errors
/// Each says what the file is and what to do next; see [`OpenError`]. Bounded in memory (a few times
/// the largest file) and in time.
pub fn open_bytes(bytes: &[u8], source: &Source<'_>) -> Result<Opened, OpenError> {
    check_size(bytes)?;
    let (format, mut reading) = match sniff(bytes, source)? {
        Sniffed::Archive(archive) => match archive.format {
            Format::Sourcelight => return Ok(Opened::Sourcelight),
            Format::Odt => (Format::Odt, open_odt(archive)?),
            Format::Epub => (Format::Epub, open_epub(archive, source.part)?),
            Format::Wacz => (Format::Wacz, open_wacz(archive, source.part)?),
            format => (format, open_docx(archive)?),
        },
        Sniffed::Bytes(format) => (format, open_binary(bytes, format, source)?),
        Sniffed::Text(format, decoded) => (format, open_text(decoded, format, source.url)?),
    };
    let url = &mut reading.article.metadata.url;
    *url = url.take().or_else(|| source.url.map(str::to_owned));
    if reading.parts.len() > 1 && source.part.is_none() {
        let count = reading.parts.len();
        reading.notes.insert(0, Note::SeveralArticles { count });
    }
    Ok(Opened::Article(Box::new(OpenedArticle {
        article: reading.article,
        format,
        notes: reading.notes,
        parts: reading.parts,
        part: reading.part,
    })))
}

fn open_binary(bytes: &[u8], format: Format, source: &Source<'_>) -> Result<Reading, OpenError> {
    match format {
        Format::Pdf => open_pdf(bytes),
        Format::Warc => open_warc(bytes, source.part),
        Format::Mailbox => open_mailbox(bytes, source.part),
        Format::Mhtml => open_saved_page(bytes),
        Format::Rtf => open_rtf(bytes),
        _ => open_mail(bytes),
    }
}

#[cfg(feature = "pdf")]
fn open_pdf(bytes: &[u8]) -> Result<Reading, OpenError> {
    let (article, notes) = super::pdf::read_pdf(bytes)?;
    Ok(Reading::new(article, notes))
}

#[cfg(not(feature = "pdf"))]
fn open_pdf(_: &[u8]) -> Result<Reading, OpenError> {
    Err(OpenError::NotBuilt {
        format: Format::Pdf,
        what: Format::Pdf.with_article(),
    })
}

fn open_text(decoded: Decoded, format: Format, url: Option<&str>) -> Result<Reading, OpenError> {
    let text = decoded.text;
    let mut reading = match format {
        Format::Html => Reading::new(open_html(&text, url)?, Vec::new()),
        Format::Markdown => Reading::new(open_markdown(&text)?, Vec::new()),
        Format::Odt => open_flat_odt(&text)?,
        _ => Reading::new(open_plain_text(&text), Vec::new()),
    };
    if format == Format::Text && reading.article.blocks.is_empty() {
        return Err(OpenError::NoText { format });
    }
    reading.notes.extend(decoded.notes);
    Ok(reading)
}
