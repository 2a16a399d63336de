//! What the commands read: a file or standard input, text or HTML.

use std::io::Read;
use std::path::Path;

use sourcelight_article::{Article, Opened, Source, is_pdf, open_bytes, open_pdf};

use crate::error::Error;

/// The whole of `file`, or of standard input where it is "-", as text.
pub(crate) fn read(file: &Path) -> Result<String, Error> {
    let named = file.display().to_string();
    let bytes = read_bytes(file)?;
    String::from_utf8(bytes).map_err(|e| Error::NotUtf8(named, e.utf8_error().valid_up_to()))
}

/// The whole of `file`, or of standard input where it is "-".
pub(crate) fn read_bytes(file: &Path) -> Result<Vec<u8>, Error> {
    let named = || file.display().to_string();
    if file != Path::new("-") {
        return std::fs::read(file).map_err(|e| Error::Read(named(), e));
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .read_to_end(&mut bytes)
        .map_err(|e| Error::Read(named(), e))?;
    Ok(bytes)
}

/// Opens the bytes of `file`, which was found at `url`, in whatever known format they are. Of a file that
/// holds several articles it is the first.
pub(crate) fn open_any(bytes: &[u8], file: &Path, url: Option<&str>) -> Result<Article, Error> {
    let name = file.file_name().map(|n| n.to_string_lossy());
    let source = Source {
        name: name.as_deref().filter(|n| *n != "-"),
        url,
        ..Source::default()
    };
    let opened = if is_pdf(bytes) {
        open_pdf(bytes, &source)?
    } else {
        open_bytes(bytes, &source)?
    };
    match opened {
        Opened::Article(opened) => Ok(opened.article),
        Opened::Sourcelight => Err(Error::OwnFile),
    }
}

/// Opens `text`, HTML or plain, told apart by content.
pub(crate) fn open(text: &str) -> Result<Article, Error> {
    open_from(text, None)
}

/// Opens `text`, which was found at `url`; HTML or plain, told apart by content.
pub(crate) fn open_from(text: &str, url: Option<&str>) -> Result<Article, Error> {
    Ok(sourcelight_article::open(text, url)?)
}

/// Opens an HTML page, which was found at `url`.
pub(crate) fn open_html(html: &str, url: Option<&str>) -> Result<Article, Error> {
    Ok(sourcelight_article::open_html(html, url)?)
}

/// Opens plain text.
pub(crate) fn open_plain(text: &str) -> Article {
    sourcelight_article::open_plain_text(text)
}
