//! The engine's findings with the reader's judgements laid over them.
//!
//! A judgement is matched to a finding by kind and place, never by its position in a list, so that
//! it survives an engine that finds more, less, or slightly different spans. An accepted finding
//! that the engine no longer makes stands by itself.

mod closeness;
mod laid;

use sourcelight_annotation::{FindingKind, Judgement, Part, Role, Verdict};
use sourcelight_text::Span;

pub(crate) use closeness::overlap;
pub use laid::findings;

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The machine suggests it.
    Suggested,
    /// The reader accepted it.
    Accepted,
    /// The reader rejected it.
    Rejected,
    /// The reader changed it.
    Edited,
}

impl Status {
    /// Whether a person stands behind it.
    pub const fn is_confirmed(self) -> bool {
        matches!(self, Status::Accepted | Status::Edited)
    }

    /// The word the page has for it.
    pub const fn word(self) -> &'static str {
        match self {
            Status::Suggested => "suggested",
            Status::Accepted => "accepted",
            Status::Rejected => "rejected",
            Status::Edited => "edited",
        }
    }
}

/// Where the rest of what is known about a finding stands: an index into the analysis it was made
/// from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Index into [`Analysis::attributions`].
    Attribution(usize),
    /// Index into [`Analysis::unsourced`].
    Unsourced(usize),
    /// Index into [`Analysis::controversies`].
    Controversy(usize),
    /// The engine no longer finds it; the reader's judgement holds all that is known.
    Kept,
}

/// One finding, as the app shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Names it in the page: its kind and place.
    pub id: String,
    /// What kind it is.
    pub kind: FindingKind,
    /// Source type, claim kind or topic, in taxonomy.json's words.
    pub label: String,
    /// Its marked pieces.
    pub parts: Vec<Part>,
    /// Whether it is shown only when extended attributions are.
    pub extended: bool,
    /// What became of it.
    pub status: Status,
    /// Whether a person found it, and no machine.
    pub by_hand: bool,
    /// The id of the annotation that judges it, where one does.
    pub judged_by: Option<String>,
    /// Where the rest stands.
    pub detail: Detail,
}

impl Finding {
    /// The first byte of the finding.
    pub fn start(&self) -> usize {
        self.parts
            .iter()
            .map(|p| p.span.start)
            .min()
            .unwrap_or_default()
    }

    /// The smallest span that holds all its pieces.
    pub fn extent(&self) -> Option<Span> {
        self.parts.iter().map(|p| p.span).reduce(Span::cover)
    }

    /// The spans of the pieces with this role.
    pub fn role(&self, role: Role) -> impl Iterator<Item = Span> {
        self.parts
            .iter()
            .filter(move |p| p.role == role)
            .map(|p| p.span)
    }

    /// What a judgement on it has to remember.
    pub fn judged(&self, verdict: Verdict) -> Judgement {
        Judgement {
            verdict,
            kind: self.kind,
            label: self.label.clone(),
            parts: self.parts.clone(),
            seen: Vec::new(),
            seen_label: String::new(),
        }
    }

    /// What a judgement that changes it has to remember. `judged` is the one it has already, if any.
    pub fn edited(&self, label: String, parts: Vec<Part>, judged: Option<&Judgement>) -> Judgement {
        let (seen, seen_label) = match judged {
            _ if self.by_hand => (Vec::new(), String::new()),
            Some(earlier) => (earlier.known_by().to_vec(), earlier.known_as().to_owned()),
            None => (self.parts.clone(), self.label.clone()),
        };
        Judgement {
            verdict: if self.by_hand {
                Verdict::Added
            } else {
                Verdict::Edited
            },
            kind: self.kind,
            label,
            parts,
            seen,
            seen_label,
        }
    }
}

#[cfg(test)]
mod tests;
