//! What a report says of the audit.

use sourcelight_annotation::{Annotation, AuditKind, read};
use sourcelight_state::{AuditItem, Ground, Outcome, audit_of, progress};
use sourcelight_text::OffsetMap;

use crate::export::Input;
use crate::words::say;

/// The audit as a report lists it.
#[derive(Clone, Debug)]
pub(crate) struct Audit {
    /// How many items the reader has dealt with.
    pub(crate) done: usize,
    /// How many there are.
    pub(crate) all: usize,
    /// Those that were not dismissed, the gravest first.
    pub(crate) items: Vec<Audited>,
}

/// One item.
#[derive(Clone, Debug)]
pub(crate) struct Audited {
    /// What it is about, for people.
    pub(crate) kind: &'static str,
    /// Its own passage, on one line.
    pub(crate) quote: String,
    /// What became of it, for people.
    pub(crate) outcome: &'static str,
    /// Whether the reader has dealt with it.
    pub(crate) done: bool,
    /// What the desk is asked, empty where it is not.
    pub(crate) question: String,
}

/// The audit, where the reader has begun it; and the checks that were dismissed, as indices into those of
/// the analysis.
pub(super) fn audit(input: &Input<'_>) -> (Option<Audit>, Vec<usize>) {
    let text = &input.kept.article.text;
    let offsets = OffsetMap::new(text);
    let annotations: Vec<Annotation> = input
        .annotations
        .iter()
        .filter_map(|a| read(a, text, &offsets).ok())
        .collect();
    let items = audit_of(text, input.analysis, input.findings, annotations.iter());
    if !items.iter().any(AuditItem::is_done) {
        return (None, Vec::new());
    }
    let dismissed = items
        .iter()
        .filter(|item| item.outcome == Outcome::Dismissed)
        .filter_map(|item| match item.ground {
            Ground::Check(check) | Ground::Point(_, Some(check)) => Some(check),
            _ => None,
        });
    let audit = Audit {
        done: progress(&items).done,
        all: items.len(),
        items: items
            .iter()
            .filter(|item| item.outcome != Outcome::Dismissed || item.question.is_some())
            .map(|item| audited(item, text))
            .collect(),
    };
    (Some(audit), dismissed.collect())
}

fn audited(item: &AuditItem, text: &str) -> Audited {
    let quote = item.at.first().map_or("", |span| span.of(text));
    let outcome = match (item.outcome, item.question.is_some()) {
        (Outcome::Stands, _) => say("outcome.stands"),
        (Outcome::Dismissed, _) => say("outcome.dismissed"),
        (Outcome::Open, true) => say("outcome.desk"),
        (Outcome::Open, false) => say("outcome.open"),
    };
    Audited {
        kind: kind(item),
        quote: quote.split_whitespace().collect::<Vec<_>>().join(" "),
        outcome,
        done: item.is_done(),
        question: item.question.clone().unwrap_or_default(),
    }
}

fn kind(item: &AuditItem) -> &'static str {
    match item.kind {
        AuditKind::Unsourced => say("audit.unsourced"),
        AuditKind::SingleSource => say("audit.single_source"),
        AuditKind::Anonymous => say("audit.anonymous"),
        AuditKind::HiddenChain => say("audit.hidden_chain"),
        AuditKind::MissingReply => say("audit.missing_reply"),
        AuditKind::Figures => say("audit.figures"),
        AuditKind::Wording => say("audit.wording"),
    }
}
