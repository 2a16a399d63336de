//! Annotations in memory.

use serde::{Deserialize, Serialize};
use sourcelight_text::Span;

use crate::{AuditWord, VoiceWord};

/// A note or a decision of the reader, on one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// A URI that names it for ever, e.g. `urn:uuid:…`.
    pub id: String,
    /// The id of its article ([`crate::article_id`]).
    pub article: String,
    /// What it says.
    pub body: Body,
    /// When it was made, ISO 8601 in UTC.
    pub created: String,
    /// When it was last changed, ISO 8601 in UTC.
    pub modified: String,
    /// When it was deleted, ISO 8601 in UTC. A deleted annotation is kept and can come back.
    pub deleted: Option<String>,
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
            Body::Judgement(_) | Body::Voice(_) | Body::Audit(_) => None,
        }
    }

    /// The judgement, where it is one.
    pub const fn judgement(&self) -> Option<&Judgement> {
        match &self.body {
            Body::Judgement(judgement) => Some(judgement),
            Body::Note(_) | Body::Voice(_) | Body::Audit(_) => None,
        }
    }

    /// The reader's word on a voice, where it is one.
    pub const fn voice_word(&self) -> Option<&VoiceWord> {
        match &self.body {
            Body::Voice(word) => Some(word),
            Body::Note(_) | Body::Judgement(_) | Body::Audit(_) => None,
        }
    }

    /// The reader's word on an item of the audit, where it is one.
    pub const fn audit_word(&self) -> Option<&AuditWord> {
        match &self.body {
            Body::Audit(word) => Some(word),
            Body::Note(_) | Body::Judgement(_) | Body::Voice(_) => None,
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
