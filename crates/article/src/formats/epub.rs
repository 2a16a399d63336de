//! An EPUB book (EPUB 2 and 3): its documents in the order of its spine.

use std::collections::BTreeMap;

use super::{
    Format, Note, Part,
    archive::Archive,
    manuscript::Manuscript,
    markup::read_markup,
    open_bytes::Reading,
    properties::read_properties,
    xml::{Document, Node, XmlError},
};
use crate::{BlockKind, Metadata, OpenError, open_html};

/// A document with less text, in bytes, is a title page or a note on rights and no article of its own.
const SHORTEST_CHAPTER: usize = 400;
/// Chapters that have no more text together, in bytes, are opened joined; a longer book at its first.
const LONGEST_JOINED: usize = 60_000;
/// The most documents that are read.
const MOST_DOCUMENTS: usize = 3_000;

/// Opens a book: the chapter `part`, or all of them joined where the book is short.
///
/// # Errors
/// When it is damaged or copy-protected, holds no text, or has no chapter `part`.
pub(crate) fn open_epub(
    mut archive: Archive<'_>,
    part: Option<usize>,
) -> Result<Reading, OpenError> {
    let format = Format::Epub;
    let container = archive
        .read_xml("META-INF/container.xml")?
        .unwrap_or_default();
    let root = root_file(&container).ok_or(OpenError::Damaged { format })?;
    let package = archive
        .read_xml(&root)?
        .ok_or(OpenError::Damaged { format })?;
    let spine = spine(&package, &root);
    let locked = archive
        .read_xml("META-INF/encryption.xml")?
        .unwrap_or_default();
    // Fonts may be scrambled in any book; a locked book's documents are.
    if spine.iter().any(|name| locked.contains(name.as_str())) {
        return Err(OpenError::CopyProtected);
    }
    let metadata = read_properties(&package);
    let mut notes = Vec::new();
    let mut documents: Vec<Manuscript> = Vec::new();
    for name in spine.iter().take(MOST_DOCUMENTS) {
        let Some(text) = archive.read_xml(name)? else {
            continue;
        };
        match read_document(&text) {
            Some(found) => documents.extend((!found.pieces.is_empty()).then_some(found)),
            None if !notes.contains(&Note::Incomplete) => notes.push(Note::Incomplete),
            None => {}
        }
    }
    let chapters: Vec<usize> = (0..documents.len())
        .filter(|&at| documents[at].text_len() >= SHORTEST_CHAPTER)
        .collect();
    let parts = if chapters.len() > 1 {
        parts(&documents, &chapters)
    } else {
        Vec::new()
    };
    let length: usize = documents.iter().map(Manuscript::text_len).sum();
    let (manuscript, part) = match part {
        Some(asked) => {
            let found = parts.len();
            let &at = chapters
                .get(asked)
                .ok_or(OpenError::NoSuchPart { asked, found })?;
            (documents.swap_remove(at), Some(asked))
        }
        None if chapters.len() > 1 && length > LONGEST_JOINED => {
            (documents.swap_remove(chapters[0]), Some(0))
        }
        None => (joined(documents, &metadata), None),
    };
    let reading = finish(manuscript, metadata, part.is_some())?;
    Ok(Reading {
        article: reading,
        notes,
        parts,
        part,
    })
}

fn finish(
    mut manuscript: Manuscript,
    metadata: Metadata,
    is_part: bool,
) -> Result<crate::Article, OpenError> {
    // A chapter's title is its own heading, not the book's.
    let title = metadata.title.clone().filter(|_| !is_part);
    manuscript.metadata = Metadata { title, ..metadata };
    manuscript.into_article(Format::Epub)
}

/// All documents as one. Where the first only repeats the title of a book with one article, the article
/// does not begin twice.
fn joined(documents: Vec<Manuscript>, metadata: &Metadata) -> Manuscript {
    let mut all = Manuscript::default();
    let title = metadata.title.as_deref().unwrap_or_default();
    let several = documents
        .iter()
        .filter(|d| d.text_len() >= SHORTEST_CHAPTER)
        .count()
        > 1;
    for mut document in documents {
        let is_title_page = document.text_len() < SHORTEST_CHAPTER
            && document.pieces.first().is_some_and(|p| p.text == title);
        if is_title_page && !several {
            continue;
        }
        if is_title_page && let Some(first) = document.pieces.first_mut() {
            first.kind = BlockKind::Headline;
        }
        all.append(document);
    }
    all
}

fn parts(documents: &[Manuscript], chapters: &[usize]) -> Vec<Part> {
    let part = |(number, &at): (usize, &usize)| Part {
        title: documents[at]
            .heading()
            .map_or_else(|| format!("Chapter {}", number + 1), str::to_owned),
        detail: String::new(),
    };
    chapters.iter().enumerate().map(part).collect()
}

/// The pieces of a document; none where it cannot be read at all. What is no XML is read as HTML.
fn read_document(text: &str) -> Option<Manuscript> {
    match read_markup(text) {
        Ok(found) => Some(found),
        Err(XmlError::TooDeep) => None,
        Err(XmlError::IllFormed) => {
            let article = open_html(text, None).ok()?;
            let mut found = Manuscript::default();
            for block in &article.blocks {
                found.push(block.kind, block.span.of(&article.text));
            }
            Some(found)
        }
    }
}

/// The package's name in the archive.
fn root_file(container: &str) -> Option<String> {
    let mut document = Document::new(container);
    while let Ok(Some(node)) = document.next() {
        if let Node::Start(tag) = node
            && tag.name() == "rootfile"
            && let Some(path) = tag.attribute("full-path")
        {
            return Some(path);
        }
    }
    None
}

/// The names of the documents that are read one after the other, without tables of contents and what
/// stands outside the order.
fn spine(package: &str, root: &str) -> Vec<String> {
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut items: BTreeMap<String, String> = BTreeMap::new();
    let mut names = Vec::new();
    let mut document = Document::new(package);
    while let Ok(Some(node)) = document.next() {
        let Node::Start(tag) = node else { continue };
        match tag.name() {
            "item" => {
                let kind = tag.attribute("media-type").unwrap_or_default();
                let contents = tag.attribute("properties").unwrap_or_default();
                let is_nav = contents.split_whitespace().any(|p| p == "nav");
                let is_text = kind.contains("html") || kind.is_empty();
                if let (Some(id), Some(href), true, false) =
                    (tag.attribute("id"), tag.attribute("href"), is_text, is_nav)
                {
                    items.insert(id, resolve(folder, &href));
                }
            }
            "itemref" if tag.attribute("linear").as_deref() != Some("no") => {
                let id = tag.attribute("idref").unwrap_or_default();
                names.extend(items.get(&id).cloned());
            }
            _ => {}
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|n| seen.insert(n.clone()));
    names
}

/// The name in the archive of what `href` points to from within `folder`.
fn resolve(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default();
    let href = percent_decoded(href);
    let mut names: Vec<&str> = match href.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').collect(),
    };
    for name in href.split('/') {
        match name {
            ".." => drop(names.pop()),
            "" | "." => {}
            name => names.push(name),
        }
    }
    names.retain(|n| !n.is_empty());
    names.join("/")
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|h| std::str::from_utf8(h).ok());
        let code = code.and_then(|h| u8::from_str_radix(h, 16).ok());
        match code.filter(|_| byte == b'%') {
            Some(code) => {
                bytes.push(code);
                rest = &behind[2..];
            }
            None => {
                bytes.push(byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
