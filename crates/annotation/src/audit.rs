//! The reader's word on something an audit lists: whether it stands, and what is asked of the desk.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use sourcelight_text::Span;

/// What a sub-editor looks for, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    /// A claim that nobody is given for.
    Unsourced,
    /// A claim, or the whole story, that rests on one voice.
    SingleSource,
    /// A voice without a name, and no reason given for that.
    Anonymous,
    /// A chain that the page does not show where it counts.
    HiddenChain,
    /// An accused party with no reply.
    MissingReply,
    /// A figure or a treaty's status that does not agree with another.
    Figures,
    /// Wording that does not say what it seems to say.
    Wording,
}

impl AuditKind {
    /// All of them, the gravest first.
    pub const ALL: [AuditKind; 7] = [
        AuditKind::Unsourced,
        AuditKind::SingleSource,
        AuditKind::Anonymous,
        AuditKind::HiddenChain,
        AuditKind::MissingReply,
        AuditKind::Figures,
        AuditKind::Wording,
    ];

    /// The word it is stored under.
    pub const fn word(self) -> &'static str {
        match self {
            AuditKind::Unsourced => "unsourced",
            AuditKind::SingleSource => "single_source",
            AuditKind::Anonymous => "anonymous",
            AuditKind::HiddenChain => "hidden_chain",
            AuditKind::MissingReply => "missing_reply",
            AuditKind::Figures => "figures",
            AuditKind::Wording => "wording",
        }
    }
}

/// What the reader decided on an item of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditVerdict {
    /// It has to be seen to.
    Stands,
    /// There is nothing in it.
    Dismissed,
}

/// The reader's word on an item of the audit. It remembers the item by its kind and place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditWord {
    /// What the item is about.
    pub kind: AuditKind,
    /// The passages it is about, its own first, UTF-8 bytes of the article's text.
    pub at: Vec<Span>,
    /// What was decided; none where that is said elsewhere, by a judgement, or not yet.
    pub verdict: Option<AuditVerdict>,
    /// What the desk is asked; none where it is not.
    pub question: Option<String>,
}

/// What stands in a judgement's `classifying` body where it is about an item of the audit.
pub(crate) const KIND: &str = "audit";

impl AuditWord {
    /// Its bodies: each a purpose and a value.
    pub(crate) fn bodies(&self) -> Vec<(&'static str, String)> {
        let mut bodies = vec![
            ("classifying", KIND.to_owned()),
            ("tagging", self.kind.word().to_owned()),
        ];
        let verdict = self.verdict.map(|verdict| match verdict {
            AuditVerdict::Stands => "stands",
            AuditVerdict::Dismissed => "dismissed",
        });
        bodies.extend(verdict.map(|word| ("assessing", word.to_owned())));
        bodies.extend(self.question.clone().map(|asked| ("questioning", asked)));
        bodies
    }

    /// Reads what [`Self::bodies`] gave; none where something is missing.
    pub(crate) fn read(at: Vec<Span>, value: impl Fn(&str) -> Vec<String>) -> Option<Self> {
        let first = |purpose: &str| value(purpose).into_iter().next();
        let verdict = match first("assessing") {
            Some(verdict) => Some(word(&verdict)?),
            None => None,
        };
        (!at.is_empty()).then_some(())?;
        Some(Self {
            kind: word(&first("tagging")?)?,
            at,
            verdict,
            question: first("questioning"),
        })
    }
}

fn word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::from(word)).ok()
}
