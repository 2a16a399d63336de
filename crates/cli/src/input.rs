//! What the commands read: a file or standard input, text or HTML.

use std::io::Read;
use std::path::Path;

use sourcelight_article::Article;

use crate::error::Error;

/// The whole of `file`, or of standard input where it is "-", as text.
pub(crate) fn read(file: &Path) -> Result<String, Error> {
    let named = file.display().to_string();
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|e| Error::Read(named.clone(), e))?;
    } else {
        bytes = std::fs::read(file).map_err(|e| Error::Read(named.clone(), e))?;
    }
    String::from_utf8(bytes).map_err(|e| Error::NotUtf8(named, e.utf8_error().valid_up_to()))
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
