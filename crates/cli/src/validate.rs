//! `validate`: which of the W3C's rules an annotation breaks, one answer an item.

use std::io::Write;
use std::path::Path;

use serde_json::Value;
use sourcelight_annotation::validate::{items, validate};

use crate::error::Error;
use crate::input;

/// Answers for every annotation in `file`: one, a page, a list, or several one after another.
pub(crate) fn run(file: &Path) -> Result<(), Error> {
    let text = input::read(file)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut documents = serde_json::Deserializer::from_str(text)
        .into_iter::<Value>()
        .peekable();
    if documents.peek().is_none() {
        // Nothing at all is no annotation either; the parser says so in its own words.
        serde_json::from_str::<Value>(text).map_err(|e| no_json(file, e))?;
    }
    for document in documents {
        for item in items(&document.map_err(|e| no_json(file, e))?) {
            serde_json::to_writer(&mut out, &validate(&item))?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()?;
    Ok(())
}

fn no_json(file: &Path, error: serde_json::Error) -> Error {
    Error::NoJson(file.display().to_string(), error)
}
