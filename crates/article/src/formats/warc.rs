//! Web archives: WARC (ISO 28500), gzipped or not, and WACZ, the same packed with its index.

mod http;
mod records;

use std::io::{BufRead, BufReader};

use flate2::bufread::MultiGzDecoder;

use super::{
    Format, Note, Part,
    archive::Archive,
    charset::{charset_of, declared_inside, decode},
    open_bytes::Reading,
};
use crate::{OpenError, open_html};
use records::{Page, pages};

/// Pages are tried in order until one holds an article, at most so many.
const MOST_TRIED: usize = 12;
/// The most articles that are listed.
const MOST_LISTED: usize = 300;

/// Opens the first page in a web archive that holds an article, or the page `part`.
///
/// # Errors
/// When there is no page, none with an article, or no page `part`.
pub(crate) fn open_warc(bytes: &[u8], part: Option<usize>) -> Result<Reading, OpenError> {
    let (pages, whole) = read(bytes, Format::Warc)?;
    open_pages(pages, whole, &[], part, Format::Warc)
}

/// Opens a packed web archive, beginning with the pages that its list names.
///
/// # Errors
/// As [`open_warc`], and when the packing is damaged.
pub(crate) fn open_wacz(
    mut archive: Archive<'_>,
    part: Option<usize>,
) -> Result<Reading, OpenError> {
    let format = Format::Wacz;
    let list = archive.read("pages/pages.jsonl")?.unwrap_or_default();
    let listed = listed(&String::from_utf8_lossy(&list));
    let is_archive = |n: &&String| {
        n.starts_with("archive/") && (n.ends_with(".warc") || n.ends_with(".warc.gz"))
    };
    let names: Vec<String> = archive.names().iter().filter(is_archive).cloned().collect();
    let mut all = Vec::new();
    let mut complete = true;
    for name in names {
        let bytes = archive.read(&name)?.unwrap_or_default();
        let (pages, whole) = read(&bytes, format)?;
        all.extend(pages);
        complete &= whole;
    }
    open_pages(all, complete, &listed, part, format)
}

/// The pages in `bytes`, and whether the archive is whole.
fn read(bytes: &[u8], format: Format) -> Result<(Vec<Page>, bool), OpenError> {
    let gzipped = bytes.starts_with(&[0x1f, 0x8b]);
    let mut reader: Box<dyn BufRead + '_> = if gzipped {
        Box::new(BufReader::new(MultiGzDecoder::new(bytes)))
    } else {
        Box::new(bytes)
    };
    pages(&mut reader, bytes.len() as u64).map_err(|()| OpenError::Unreasonable { format })
}

/// The addresses of a list of pages, one JSON object a line.
fn listed(list: &str) -> Vec<String> {
    let lines = list.lines().take(MOST_LISTED);
    lines
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|page| Some(page.get("url")?.as_str()?.to_owned()))
        .collect()
}

fn open_pages(
    mut pages: Vec<Page>,
    whole: bool,
    first: &[String],
    part: Option<usize>,
    format: Format,
) -> Result<Reading, OpenError> {
    let rank = |page: &Page| {
        first
            .iter()
            .position(|f| *f == page.url)
            .unwrap_or(first.len())
    };
    pages.sort_by_key(rank);
    // A crawl of one site holds its pages many times; a list of them is for whole pages.
    if !first.is_empty() && pages.iter().any(|p| rank(p) < first.len()) {
        pages.retain(|p| rank(p) < first.len());
    }
    pages.truncate(MOST_LISTED);
    let found = pages.len();
    if found == 0 {
        return Err(OpenError::NoText { format });
    }
    let order: Vec<usize> = match part {
        Some(asked) if asked < found => vec![asked],
        Some(asked) => return Err(OpenError::NoSuchPart { asked, found }),
        None => (0..found.min(MOST_TRIED)).collect(),
    };
    let mut refused = OpenError::NoText { format };
    let mut notes = Vec::new();
    if !whole {
        notes.push(Note::Incomplete);
    }
    for at in order {
        let page = &pages[at];
        let text = text(page);
        match open_html(&text, Some(&page.url)) {
            Ok(article) => {
                let parts: Vec<Part> = if found > 1 {
                    pages.iter().map(listing).collect()
                } else {
                    Vec::new()
                };
                return Ok(Reading {
                    article,
                    notes,
                    part: (found > 1).then_some(at),
                    parts,
                });
            }
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

fn text(page: &Page) -> String {
    let declared = page
        .content_type
        .as_deref()
        .and_then(charset_of)
        .map(str::to_owned);
    let declared = declared.or_else(|| declared_inside(&page.body));
    decode(&page.body, declared.as_deref()).text
}

/// How the page stands in the list: by its title, which opens the page.
fn listing(page: &Page) -> Part {
    /// A title stands within this many bytes.
    const HEAD: usize = 60_000;
    let head = Page {
        body: page.body[..page.body.len().min(HEAD)].to_vec(),
        ..page.clone()
    };
    let text = text(&head);
    let lower = text.to_ascii_lowercase();
    let title = || {
        let open = lower.find("<title")?;
        let start = open + lower[open..].find('>')? + 1;
        let end = start + lower[start..].find("</title")?;
        let title = dom_query::Document::fragment(&text[start..end])
            .text()
            .to_string();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(title)
    };
    Part {
        title: title().unwrap_or_else(|| page.url.clone()),
        detail: page.url.clone(),
    }
}
