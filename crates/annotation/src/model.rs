//! Annotations in memory.

use serde::{Deserialize, Serialize};
use sourcelight_text::Span;

use crate::{AuditWord, Carried, Lost, VoiceWord};

/// A note or a decision of the reader, on one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// A URI that names it for ever, e.g. `urn:uuid:…`.
    pub id: String,
    /// The id of its article ([`crate::article_id`]).
    pub article: String,
    /// What it says.
    pub body: Body,
    /// Who made it.
    pub maker: Maker,
    /// When it was made, ISO 8601 in UTC.
    pub created: String,
    /// When it was last changed, ISO 8601 in UTC.
    pub modified: String,
    /// When it was deleted, ISO 8601 in UTC. A deleted annotation is kept and can come back.
    pub deleted: Option<String>,
    /// Where it was carried from, where its article is a new version of an earlier one.
    pub carried: Option<Carried>,
}

impl Annotation {
    /// Whether it has not been deleted.
    pub const fn is_live(&self) -> bool {
        self.deleted.is_none()
    }

    /// The note, where it is one.
    pub const fn note(&self) -> Option<&Note> {
        match &self.body {
            Body::Note(note) => Some(note),
            Body::Judgement(_) | Body::Voice(_) | Body::Audit(_) | Body::Lost(_) => None,
        }
    }

    /// The judgement, where it is one.
    pub const fn judgement(&self) -> Option<&Judgement> {
        match &self.body {
            Body::Judgement(judgement) => Some(judgement),
            Body::Note(_) | Body::Voice(_) | Body::Audit(_) | Body::Lost(_) => None,
        }
    }

    /// The reader's word on a voice, where it is one.
    pub const fn voice_word(&self) -> Option<&VoiceWord> {
        match &self.body {
            Body::Voice(word) => Some(word),
            Body::Note(_) | Body::Judgement(_) | Body::Audit(_) | Body::Lost(_) => None,
        }
    }

    /// What it said before its place was lost, where it was.
    pub const fn lost(&self) -> Option<&Lost> {
        match &self.body {
            Body::Lost(lost) => Some(lost),
            Body::Note(_) | Body::Judgement(_) | Body::Voice(_) | Body::Audit(_) => None,
        }
    }

    /// The passages it is about, UTF-8 bytes, in the order of its targets: the one of a note, the parts of
    /// a judgement. None where they are lost.
    pub fn places(&self) -> Vec<Span> {
        match &self.body {
            Body::Note(note) => vec![note.span],
            Body::Judgement(judgement) => judgement.parts.iter().map(|part| part.span).collect(),
            Body::Voice(word) => word.places(),
            Body::Audit(word) => word.at.clone(),
            Body::Lost(_) => Vec::new(),
        }
    }

    /// The reader's word on an item of the audit, where it is one.
    pub const fn audit_word(&self) -> Option<&AuditWord> {
        match &self.body {
            Body::Audit(word) => Some(word),
            Body::Note(_) | Body::Judgement(_) | Body::Voice(_) | Body::Lost(_) => None,
        }
    }
}

/// Who made an annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Maker {
    /// The reader whose database this is.
    #[default]
    Reader,
    /// A person by this name (the W3C's `creator`).
    Person(String),
    /// Nobody is named; it came in with the file of this name.
    File(String),
}

impl Maker {
    /// Its name, where it is not the reader.
    pub fn name(&self) -> Option<&str> {
        match self {
            Maker::Reader => None,
            Maker::Person(name) | Maker::File(name) => Some(name),
        }
    }
}

/// What an annotation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Words of the reader on a passage (motivation `commenting`).
    Note(Note),
    /// The reader's word on a finding (motivation `assessing`).
    Judgement(Judgement),
    /// The reader's word on a voice (motivation `assessing`).
    Voice(VoiceWord),
    /// The reader's word on an item of the audit (motivation `assessing`).
    Audit(AuditWord),
    /// Any of these, carried to a version of the article in which its place is not known.
    Lost(Lost),
}

/// Words of the reader on a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The passage, UTF-8 bytes of the article's text.
    pub span: Span,
    /// The words, Markdown.
    pub text: String,
}

/// The reader's word on a finding, with enough of the finding to find it again after another engine
/// has read the article, or to stand by itself where that engine does not find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What the reader decided.
    pub verdict: Verdict,
    /// What kind of finding it is.
    pub kind: FindingKind,
    /// What it was labelled: a topic for a controversy point, a claim kind for a claim without a
    /// source, a source type for an attribution; words of taxonomy.json.
    pub label: String,
    /// The parts, as the reader saw them or set them.
    pub parts: Vec<Part>,
    /// What the machine showed in their place, where the reader changed the parts or the label; by
    /// this the finding is known again. Empty otherwise.
    pub seen: Vec<Part>,
    /// The label the machine gave, where the reader changed it; empty otherwise.
    pub seen_label: String,
}

impl Judgement {
    /// The parts by which the machine's finding is known again.
    pub fn known_by(&self) -> &[Part] {
        if self.seen.is_empty() {
            &self.parts
        } else {
            &self.seen
        }
    }

    /// The label by which the machine's finding is known again.
    pub fn known_as(&self) -> &str {
        if self.seen_label.is_empty() {
            &self.label
        } else {
            &self.seen_label
        }
    }
}

/// What the reader decided on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is right.
    Accepted,
    /// It is wrong and is not to be shown.
    Rejected,
    /// It is right as the reader changed it.
    Edited,
    /// The reader found it; no machine showed it.
    Added,
}

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// Source, cue and content.
    Attribution,
    /// A claim without a source.
    Unsourced,
    /// A contested point.
    Controversy,
}

/// One marked piece of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the piece is to the finding.
    pub role: Role,
    /// UTF-8 bytes of the article's text.
    pub span: Span,
}

/// What a marked piece is to its finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Who said it.
    Source,
    /// The words that attribute.
    Cue,
    /// What was said.
    Content,
    /// The claim that has no source.
    Claim,
    /// The contested passage.
    Point,
}
