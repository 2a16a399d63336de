//! Whole files to begin with.

use std::{
    fs,
    io::{Cursor, Read, Write},
    path::PathBuf,
};

use anyhow::{Context, Result};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::notes;

/// The formats, and the fixtures each begins with.
pub const FORMATS: &[(&str, &[&str])] = &[
    (
        "txt",
        &[
            "article.txt",
            "article.utf16.txt",
            "article.windows-1252.txt",
        ],
    ),
    ("md", &["article.md"]),
    ("html", &["article.html", "article.windows-1252.html"]),
    ("mhtml", &["article.mhtml"]),
    ("eml", &["article.eml"]),
    ("mbox", &["two.mbox"]),
    ("docx", &["article.docx"]),
    ("odt", &["article.odt", "libreoffice.odt"]),
    ("rtf", &["article.rtf", "libreoffice.rtf"]),
    ("epub", &["article.epub"]),
    ("pdf", &["columns.pdf", "article.pdf"]),
    ("warc", &["article.warc", "article.warc.gz"]),
    ("wacz", &["article.wacz"]),
    // Files of notes are made, see `notes.rs`.
    ("sourcelight", &[]),
    ("report.html", &[]),
    ("jsonld", &[]),
    ("json", &[]),
    ("recogito.json", &[]),
];

/// A file, taken apart where it is a zip archive, so that what is in it can be damaged without breaking
/// the packing.
#[derive(Clone, Debug)]
pub enum Seed {
    /// A file as it is.
    Plain(Vec<u8>),
    /// The entries of an archive.
    Archive(Vec<(String, Vec<u8>)>),
}

impl Seed {
    /// The seed of a file's bytes.
    pub fn of(bytes: &[u8]) -> Self {
        entries(bytes).map_or_else(|| Self::Plain(bytes.to_vec()), Self::Archive)
    }

    /// The file's bytes; an archive is packed anew, without compressing.
    pub fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Plain(bytes) => bytes.clone(),
            Self::Archive(entries) => packed(entries).unwrap_or_default(),
        }
    }
}

/// The workspace's root.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The seeds of `format`: its fixtures, what once broke it, and for formats of markup the vectors of
/// active content.
pub(crate) fn seeds(format: &str) -> Result<Vec<Seed>> {
    let names = FORMATS
        .iter()
        .find(|(f, _)| *f == format)
        .map(|(_, names)| *names);
    let names = names.with_context(|| format!("no format {format}"))?;
    let mut seeds = if notes::is_one(format) {
        notes::seeds(format)
    } else {
        Vec::new()
    };
    for name in names {
        let path = folder().join("tests/fixtures/formats").join(name);
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        seeds.push(Seed::of(&bytes));
    }
    if matches!(format, "html" | "md") {
        let vectors = fs::read(folder().join("tests/fixtures/xss/vectors.txt"))?;
        seeds.push(Seed::Plain(vectors));
    }
    for (_, bytes) in regressions(format)? {
        seeds.push(Seed::of(&bytes));
    }
    Ok(seeds)
}

/// The inputs that once broke `format`, by name.
pub(crate) fn regressions(format: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder().join("fuzz/regressions").join(format)) else {
        return Ok(found);
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        found.push((name, fs::read(entry.path())?));
    }
    found.sort();
    Ok(found)
}

fn entries(bytes: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut entries = Vec::new();
    for at in 0..zip.len().min(200) {
        let mut entry = zip.by_index(at).ok()?;
        let name = entry.name().ok()?.into_owned();
        let mut content = Vec::new();
        (&mut entry)
            .take(5_000_000)
            .read_to_end(&mut content)
            .ok()?;
        entries.push((name, content));
    }
    Some(entries)
}

fn packed(entries: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in entries {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?.into_inner())
}
