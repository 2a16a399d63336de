//! Telling what a file is by its content; its name and media type only settle what content leaves open.

use super::{
    Format, Source,
    archive::Archive,
    charset::{Decoded, charset_of, declared_inside, decode, is_binary},
    email_headers::{has_headers, is_mailbox, is_saved_page},
    signature,
};
use crate::{OpenError, looks_like_html};

/// A file and what it is.
pub(crate) enum Sniffed<'a> {
    /// A format of bytes.
    Bytes(Format),
    /// A zip archive of a known format.
    Archive(Archive<'a>),
    /// A format of characters.
    Text(Format, Decoded),
}

/// What `bytes` are.
///
/// # Errors
/// When they are nothing that is read: a picture, an archive, a program.
pub(crate) fn sniff<'a>(bytes: &'a [u8], source: &Source<'_>) -> Result<Sniffed<'a>, OpenError> {
    if super::is_pdf(bytes) {
        return Ok(Sniffed::Bytes(Format::Pdf));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return archive(bytes, source).map(Sniffed::Archive);
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return gzip(bytes).map(Sniffed::Bytes);
    }
    if bytes.starts_with(b"WARC/") {
        return Ok(Sniffed::Bytes(Format::Warc));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Ok(Sniffed::Bytes(Format::Rtf));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Err(compound(bytes));
    }
    signature::check(bytes)?;
    if is_binary(bytes) {
        return Err(OpenError::UnknownFormat);
    }
    if is_mailbox(bytes) {
        return Ok(Sniffed::Bytes(Format::Mailbox));
    }
    if has_headers(bytes) || (is_named(source, MAIL) && super::email_headers::has_one(bytes)) {
        let saved = is_saved_page(bytes);
        let format = if saved { Format::Mhtml } else { Format::Mail };
        return Ok(Sniffed::Bytes(format));
    }
    let declared = source.media_type.and_then(charset_of).map(str::to_owned);
    let decoded = decode(
        bytes,
        declared.or_else(|| declared_inside(bytes)).as_deref(),
    );
    Ok(Sniffed::Text(text_format(&decoded.text, source), decoded))
}

/// Names and media types of the formats that content alone does not tell apart.
const MARKDOWN: &[&str] = &[
    "md",
    "markdown",
    "mdown",
    "mkd",
    "text/markdown",
    "text/x-markdown",
];
const MAIL: &[&str] = &["eml", "message/rfc822"];

fn text_format(text: &str, source: &Source<'_>) -> Format {
    let start = text.trim_start().get(..400).unwrap_or(text.trim_start());
    if start.contains("<office:document") {
        return Format::Odt;
    }
    // Markdown may open with a tag; a page opens with one that only pages have.
    let named_markdown = is_named(source, MARKDOWN);
    let is_page = || {
        let start = start.to_ascii_lowercase();
        ["<!doctype html", "<html", "<head", "<body"]
            .iter()
            .any(|tag| start.contains(tag))
    };
    if looks_like_html(text) && (!named_markdown || is_page()) {
        return Format::Html;
    }
    let is_markdown = named_markdown || super::markdown::looks_like_markdown(text);
    if is_markdown {
        Format::Markdown
    } else {
        Format::Text
    }
}

/// Whether the file's extension or media type is one of `names`.
fn is_named(source: &Source<'_>, names: &[&str]) -> bool {
    let extension = source.name.and_then(|n| n.rsplit_once('.')).map(|(_, e)| e);
    let media_type = source
        .media_type
        .map(|m| m.split(';').next().unwrap_or(m).trim());
    let mut known = [extension, media_type].into_iter().flatten();
    known.any(|k| names.iter().any(|n| n.eq_ignore_ascii_case(k)))
}

/// Which format the zip archive in `bytes` is.
fn archive<'a>(bytes: &'a [u8], source: &Source<'_>) -> Result<Archive<'a>, OpenError> {
    // A broken archive has no list of entries, so its name is all there is.
    let named = [
        ("docx", Format::Docx),
        ("odt", Format::Odt),
        ("epub", Format::Epub),
        ("wacz", Format::Wacz),
        ("sourcelight", Format::Sourcelight),
    ];
    let claimed = named.iter().find(|(name, _)| is_named(source, &[name]));
    let guess = claimed.map_or_else(|| guessed(bytes), |(_, format)| *format);
    let mut archive = Archive::open(bytes, guess)?;
    let within = |folder: &str| archive.names().iter().any(|n| n.starts_with(folder));
    let office = archive.has("[Content_Types].xml");
    let (words, sheets, slides) = (within("word/"), within("xl/"), within("ppt/"));
    let web = archive.has("datapackage.json") && within("archive/");
    let ours = archive.has("manifest.json");
    archive.format = match () {
        () if office && words => Format::Docx,
        () if office && sheets => return Err(spreadsheet()),
        () if office && slides => return Err(slides_error()),
        () if web => Format::Wacz,
        () => {
            let small = archive.format;
            let kind = archive.read("mimetype")?.unwrap_or_default();
            let kind = String::from_utf8_lossy(&kind).trim().to_ascii_lowercase();
            match kind.as_str() {
                "application/epub+zip" => Format::Epub,
                k if k.starts_with("application/vnd.oasis.opendocument.text") => Format::Odt,
                k if k.contains("opendocument.spreadsheet") => return Err(spreadsheet()),
                k if k.contains("opendocument.presentation") => return Err(slides_error()),
                _ if archive.has("META-INF/container.xml") => Format::Epub,
                _ if archive.has("content.xml") => Format::Odt,
                k if k.contains("sourcelight") => Format::Sourcelight,
                _ if ours && (small == Format::Sourcelight || manifest_is_ours(&mut archive)?) => {
                    Format::Sourcelight
                }
                _ => return Err(other_archive(&archive)),
            }
        }
    };
    Ok(archive)
}

fn manifest_is_ours(archive: &mut Archive<'_>) -> Result<bool, OpenError> {
    let manifest = archive.read("manifest.json")?.unwrap_or_default();
    let head = String::from_utf8_lossy(&manifest[..manifest.len().min(4096)]).to_ascii_lowercase();
    Ok(head.contains("sourcelight"))
}

/// What a broken archive most likely was, by the first names in it.
fn guessed(bytes: &[u8]) -> Format {
    let head = &bytes[..bytes.len().min(4096)];
    let holds = |name: &[u8]| head.windows(name.len()).any(|w| w == name);
    match () {
        () if holds(b"application/epub+zip") => Format::Epub,
        () if holds(b"opendocument.text") => Format::Odt,
        () if holds(b"archive/") || holds(b"datapackage.json") => Format::Wacz,
        () => Format::Docx,
    }
}

fn spreadsheet() -> OpenError {
    OpenError::Unsupported {
        what: "a spreadsheet",
        instead: "Copy the text you need and paste it instead.",
    }
}

fn slides_error() -> OpenError {
    OpenError::Unsupported {
        what: "a presentation",
        instead: "Save it as PDF and open that, or paste its text.",
    }
}

fn other_archive(archive: &Archive<'_>) -> OpenError {
    let pages = archive
        .names()
        .iter()
        .any(|n| n.starts_with("Index/") && n.ends_with(".iwa"));
    if pages {
        return OpenError::Unsupported {
            what: "an Apple Pages document",
            instead: "Export it from Pages as Word or PDF, and open that.",
        };
    }
    OpenError::Unsupported {
        what: "a zip archive",
        instead: "Unpack it and open the article inside; several files can be opened at once.",
    }
}

/// A gzipped web archive; anything else that is gzipped has to be unpacked first.
fn gzip(bytes: &[u8]) -> Result<Format, OpenError> {
    use std::io::Read;
    let mut head = [0; 5];
    let mut reader = flate2::bufread::GzDecoder::new(bytes);
    match reader.read_exact(&mut head) {
        Ok(()) if &head == b"WARC/" => Ok(Format::Warc),
        _ => Err(OpenError::Unsupported {
            what: "a gzip archive",
            instead: "Unpack it and open the article inside.",
        }),
    }
}

/// What Microsoft's older programs write.
fn compound(bytes: &[u8]) -> OpenError {
    let wide = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|w| w == name)
    };
    if wide("EncryptedPackage") {
        return OpenError::Password {
            format: Format::Docx,
        };
    }
    let (what, instead) = match () {
        () if wide("WordDocument") => (
            "an old Word document (.doc)",
            "Open it in Word or LibreOffice, save it as .docx, and open that.",
        ),
        () if wide("__substg1.0_") => (
            "an Outlook message (.msg)",
            "Save the message from Outlook as .eml or HTML, and open that.",
        ),
        () => (
            "a document of an older Office program",
            "Save it in the program's newer format or as PDF, and open that.",
        ),
    };
    OpenError::Unsupported { what, instead }
}
