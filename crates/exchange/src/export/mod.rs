//! Handing on.

mod csv;
mod docx;
mod escape;
mod html;
mod markdown;
mod schema_org;
mod segments;
mod w3c;

use serde_json::Value;
use sourcelight_analysis::Analysis;
use sourcelight_annotation::{Annotation, write};
use sourcelight_state::{Finding, Kept};
use sourcelight_text::OffsetMap;

use crate::report::{self, Report};
use crate::{Library, archive, hypothesis, web};

/// What is handed on. Offsets of the article, its analysis and its findings count UTF-8 bytes.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The article.
    pub kept: &'a Kept,
    /// What the engine found in it, where it has been read.
    pub analysis: Option<&'a Analysis>,
    /// The findings with the reader's judgements laid over them ([`sourcelight_state::findings`]).
    /// What the reader rejected is left out of every report.
    pub findings: &'a [Finding],
    /// The article's annotations as W3C JSON-LD, deleted ones too ([`written`] makes them).
    pub annotations: &'a [Value],
    /// The records that `.sourcelight` holds, alone or inside the HTML report, with their versions.
    /// Without it, one is made of the article and its annotations.
    pub library: Option<&'a Library>,
    /// The name the reader goes by, if any.
    pub reader: Option<&'a str>,
    /// When, ISO 8601 in UTC.
    pub now: &'a str,
    /// The app's version.
    pub version: &'a str,
}

/// The formats that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An audit note in Markdown.
    Markdown,
    /// A table, one row a finding, check or note.
    Csv,
    /// A W3C annotation page: notes and judgements, and the machine's suggestions marked as such.
    W3c,
    /// Hypothesis' export, which its client imports: the reader's notes and judgements.
    Hypothesis,
    /// schema.org: quotations, claims, and reviews where the reader gave a verdict in words.
    SchemaOrg,
    /// A Word document: the article with comments.
    Word,
    /// A page that opens anywhere without scripts and carries its data.
    Html,
    /// Everything, lossless.
    Sourcelight,
}

impl Kind {
    /// Every format.
    pub const ALL: [Kind; 8] = [
        Kind::Markdown,
        Kind::Csv,
        Kind::W3c,
        Kind::Hypothesis,
        Kind::SchemaOrg,
        Kind::Word,
        Kind::Html,
        Kind::Sourcelight,
    ];

    const fn ending(self) -> &'static str {
        match self {
            Kind::Markdown => "md",
            Kind::Csv => "csv",
            Kind::W3c => "jsonld",
            Kind::Hypothesis => "hypothesis.json",
            Kind::SchemaOrg => "schema.jsonld",
            Kind::Word => "docx",
            Kind::Html => "html",
            Kind::Sourcelight => "sourcelight",
        }
    }

    /// The media type of its files.
    pub const fn media_type(self) -> &'static str {
        match self {
            Kind::Markdown => "text/markdown; charset=utf-8",
            Kind::Csv => "text/csv; charset=utf-8; header=present",
            Kind::W3c => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Kind::Hypothesis => "application/json",
            Kind::SchemaOrg => "application/ld+json",
            Kind::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Html => "text/html; charset=utf-8",
            Kind::Sourcelight => "application/vnd.sourcelight+zip",
        }
    }

    /// Whether it carries everything, so that the same can be read again.
    pub const fn is_lossless(self) -> bool {
        matches!(self, Kind::Sourcelight | Kind::Html)
    }
}

/// A file to hand on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// A name for it, made of the article's title and the date.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The file of this kind. Pure: the same input gives the same bytes.
pub fn export(kind: Kind, input: &Input<'_>) -> Exported {
    let live = || {
        input
            .annotations
            .iter()
            .filter(|a| a.get(web::DELETED).is_none())
    };
    let bytes = match kind {
        Kind::Markdown => markdown::write(&Report::of(input)).into_bytes(),
        Kind::Csv => csv::write(&Report::of(input)).into_bytes(),
        Kind::W3c => w3c::write(input, live()).into_bytes(),
        Kind::Hypothesis => {
            hypothesis::export(live(), input.kept, input.reader, input.now, input.version)
                .into_bytes()
        }
        Kind::SchemaOrg => schema_org::write(input).into_bytes(),
        Kind::Word => docx::write(&Report::of(input)),
        Kind::Html => html::write(&Report::of(input), &packed(input)).into_bytes(),
        Kind::Sourcelight => packed(input),
    };
    Exported {
        name: file_name(kind, input),
        media_type: kind.media_type(),
        bytes,
    }
}

/// A backup of everything the reader keeps.
pub fn backup(library: &Library, now: &str, version: &str) -> Exported {
    let day: String = now.chars().take(10).collect();
    Exported {
        name: format!(
            "sourcelight-backup-{}.{}",
            slug(&day),
            Kind::Sourcelight.ending()
        ),
        media_type: Kind::Sourcelight.media_type(),
        bytes: archive::write(library, version),
    }
}

/// The article's annotations as [`Input::annotations`] wants them.
pub fn written<'a>(annotations: impl Iterator<Item = &'a Annotation>, kept: &Kept) -> Vec<Value> {
    let offsets = OffsetMap::new(&kept.article.text);
    annotations
        .map(|a| write(a, &kept.article.text, &offsets))
        .collect()
}

/// The writer that data without versions counts as made by, so that the same export twice is the
/// same versions.
const UNVERSIONED: &str = "export";

fn packed(input: &Input<'_>) -> Vec<u8> {
    match input.library {
        Some(library) => archive::write(library, input.version),
        None => {
            let library = Library::of(input.kept, input.annotations, UNVERSIONED);
            archive::write(&library, input.version)
        }
    }
}

fn file_name(kind: Kind, input: &Input<'_>) -> String {
    let day: String = input.now.chars().take(10).collect();
    let parts = [slug(&report::title(input)), slug(&day)];
    let named: Vec<_> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    format!("{}.{}", named.join("-"), kind.ending())
}

/// Words as a file name that every system takes: letters and digits of any script, hyphens between
/// them, sixty characters at most.
fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let cut: String = slug.chars().take(60).collect();
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn file_names_hold_letters_and_hyphens_only() {
        assert_eq!(
            slug("../Mines: “safe”, says U.S. — ok?"),
            "mines-safe-says-u-s-ok"
        );
        assert_eq!(slug("Мины безопасны"), "мины-безопасны");
        assert_eq!(slug("???"), "");
    }
}
