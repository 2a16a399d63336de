//! A PDF's text, put together from the letters on its pages.
//!
//! A PDF knows neither words nor paragraphs: `letters.rs` asks the interpreter where which letter stands,
//! `lines.rs` makes lines and columns of them, `furniture.rs` takes away what every page repeats, and
//! `paragraphs.rs` joins what was broken for the page. The reader is told to check the result.

mod cost;
mod furniture;
mod letters;
mod lines;
mod paragraphs;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::{Format, Note, Opened, OpenedArticle, Source, check_size, manuscript::piece};
use crate::{Article, BlockKind, Metadata, OpenError};
use letters::Letters;
use lines::{Page, page};
use paragraphs::paragraphs;

/// The most pages that are read.
const MOST_PAGES: usize = 300;
/// The most letters that are read.
const MOST_LETTERS: usize = 3_000_000;

/// Opens a PDF.
///
/// # Errors
/// When it asks for a password, is a scan without text, or is damaged.
pub fn open_pdf(bytes: &[u8], source: &Source<'_>) -> Result<Opened, OpenError> {
    check_size(bytes)?;
    let (mut article, notes) = read_pdf(bytes)?;
    article.metadata.url = source.url.map(str::to_owned);
    Ok(Opened::Article(Box::new(OpenedArticle {
        article,
        format: Format::Pdf,
        notes,
        parts: Vec::new(),
        part: None,
    })))
}

/// The article in a PDF and what its reader should know.
pub(crate) fn read_pdf(bytes: &[u8]) -> Result<(Article, Vec<Note>), OpenError> {
    let format = Format::Pdf;
    if !cost::are_streams_reasonable(bytes) {
        return Err(OpenError::Unreasonable { format });
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => OpenError::Password { format },
        _ => OpenError::Damaged { format },
    })?;
    let all = pdf.pages().len();
    let mut read = 0;
    let mut letters = Letters::default();
    let mut pages: Vec<Page> = Vec::new();
    for index in 0..all.min(MOST_PAGES) {
        let Some(found) = pdf.pages().get(index) else {
            break;
        };
        if letters.count > MOST_LETTERS {
            break;
        }
        // A page that asks for more work than any newspaper's is a bomb.
        if !cost::is_reasonable(found) {
            return Err(OpenError::Unreasonable { format });
        }
        pages.push(page(letters.read(&pdf, found), found.render_dimensions()));
        read += 1;
    }
    furniture::remove(&mut pages);
    let mut manuscript = paragraphs(&pages);
    if manuscript.pieces.is_empty() {
        return Err(match letters.pictures {
            0 => OpenError::NoText { format },
            _ => OpenError::Scan,
        });
    }
    manuscript.metadata = metadata(&pdf);
    let mut notes = vec![Note::CheckPdfText];
    if read < all {
        notes.push(Note::PagesLeftOut { read, all });
    }
    if letters.unreadable > 0 {
        let count = letters.unreadable;
        notes.push(Note::UnreadableLetters { count });
    }
    Ok((manuscript.into_article(format)?, notes))
}

fn metadata(pdf: &Pdf) -> Metadata {
    let metadata = pdf.metadata();
    let date = |d: &hayro_syntax::object::DateTime| {
        let plausible = (1990..2200).contains(&d.year) && (1..=12).contains(&d.month);
        plausible.then(|| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day.clamp(1, 31)))
    };
    let string = |bytes: &Option<Box<[u8]>>| {
        let text = bytes.as_deref().map(text_string)?;
        piece(BlockKind::Paragraph, &text).map(|p| p.text)
    };
    // Word processors put the file's name there.
    let is_file = |title: &String| {
        title.starts_with("Microsoft Word - ")
            || [".docx", ".doc", ".indd", ".pdf", ".odt"]
                .iter()
                .any(|e| title.ends_with(e))
    };
    Metadata {
        title: string(&metadata.title).filter(|t| !is_file(t)),
        byline: string(&metadata.author),
        published: metadata.creation_date.as_ref().and_then(date),
        modified: metadata.modification_date.as_ref().and_then(date),
        ..Metadata::default()
    }
}

/// A text string (ISO 32000, 7.9.2.2): UTF-16 or UTF-8 with a mark, else nearly Latin-1.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|p| u16::from_be_bytes([p[0], p[1]]));
            char::decode_utf16(units)
                .map(|c| c.unwrap_or('\u{fffd}'))
                .collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&b| b as char).collect(),
    }
}
