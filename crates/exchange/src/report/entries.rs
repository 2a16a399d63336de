//! The single things a report lists.

use serde_json::Value;
use sourcelight_analysis::{Analysis, Attribution, Controversy, Tier};
use sourcelight_annotation::{FindingKind, Role};
use sourcelight_state::{Detail, Finding, Status};
use sourcelight_text::{OffsetMap, Span};

use super::places;
use super::voices::{Voice, Who, voices};
use crate::export::Input;
use crate::web;
use crate::words::{plain, say, say_with};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum EntryKind {
    Attribution,
    Unsourced,
    Contested,
    Check,
    Note,
}

impl EntryKind {
    /// Its name in marks and tables, one word.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            EntryKind::Attribution => "attribution",
            EntryKind::Unsourced => "unsourced",
            EntryKind::Contested => "contested",
            EntryKind::Check => "check",
            EntryKind::Note => "note",
        }
    }

    /// Its name for people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            EntryKind::Attribution => say("kind.attribution"),
            EntryKind::Unsourced => say("kind.unsourced"),
            EntryKind::Contested => say("kind.contested"),
            EntryKind::Check => say("kind.check"),
            EntryKind::Note => say("kind.note"),
        }
    }
}

/// Who stands behind an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntryStatus {
    Machine,
    Accepted,
    Reader,
}

impl EntryStatus {
    /// Its name for people.
    pub(crate) fn name(self) -> &'static str {
        match self {
            EntryStatus::Machine => say("status.machine"),
            EntryStatus::Accepted => say("status.accepted"),
            EntryStatus::Reader => say("status.reader"),
        }
    }
}

/// One finding, check or note.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its number in the report, from 1, in text order.
    pub(crate) number: usize,
    pub(crate) kind: EntryKind,
    pub(crate) status: EntryStatus,
    /// The finding's or annotation's id.
    pub(crate) id: String,
    /// Source type, claim kind, topic, kind of check, or the note's motivation; words of taxonomy.json.
    pub(crate) label: String,
    /// The passages it is about, UTF-8 bytes of the article's text.
    pub(crate) spans: Vec<Span>,
    /// Their words.
    pub(crate) quote: String,
    /// For an attribution, who said it and the words that attribute.
    pub(crate) source: String,
    pub(crate) cue: String,
    /// The carriers, outermost first.
    pub(crate) chain: String,
    /// What else is to be said of it, each a phrase.
    pub(crate) details: Vec<String>,
    /// Why it was found, the question it asks, or the words of the note.
    pub(crate) says: String,
    /// A note's tags.
    pub(crate) tags: Vec<String>,
    pub(crate) by: Option<String>,
    pub(crate) created: Option<String>,
    pub(crate) modified: Option<String>,
}

impl Entry {
    fn new(
        kind: EntryKind,
        status: EntryStatus,
        id: &str,
        label: &str,
        spans: Vec<Span>,
        text: &str,
    ) -> Self {
        Self {
            number: 0,
            kind,
            status,
            id: id.to_owned(),
            label: label.to_owned(),
            quote: words(&spans, text),
            spans,
            source: String::new(),
            cue: String::new(),
            chain: String::new(),
            details: Vec::new(),
            says: String::new(),
            tags: Vec::new(),
            by: None,
            created: None,
            modified: None,
        }
    }
}

/// The entries of a report, numbered, and the voices they give. The checks that the reader `dismissed`,
/// by their place, are left out as what was rejected is.
pub(super) fn entries(input: &Input<'_>, dismissed: &[usize]) -> (Vec<Entry>, Vec<Voice>) {
    let text = &input.kept.article.text;
    let offsets = OffsetMap::new(text);
    let shown = input
        .findings
        .iter()
        .filter(|f| f.status != Status::Rejected);
    let mut all: Vec<(Entry, Option<&Finding>)> = shown
        .map(|finding| (of_finding(input, finding), Some(finding)))
        .collect();
    for (index, check) in input.analysis.iter().flat_map(|a| &a.checks).enumerate() {
        if dismissed.contains(&index) {
            continue;
        }
        let id = format!("check-{}", index + 1);
        let kind = check.kind.word();
        let mut entry = Entry::new(
            EntryKind::Check,
            EntryStatus::Machine,
            &id,
            kind,
            check.spans.clone(),
            text,
        );
        entry.says.clone_from(&check.question);
        all.push((entry, None));
    }
    let notes = input.annotations.iter().filter(|a| is_note(a));
    all.extend(notes.map(|note| (of_note(input, note, &offsets), None)));
    all.sort_by_key(|(entry, _)| {
        let first = entry.spans.iter().map(|s| s.start).min();
        (first.is_none(), first, entry.kind)
    });
    let mut spoken = Vec::new();
    for (index, (entry, finding)) in all.iter_mut().enumerate() {
        entry.number = index + 1;
        if let Some(finding) = finding.filter(|_| entry.kind == EntryKind::Attribution) {
            let attribution = attribution(input.analysis, finding);
            let who = match (attribution.and_then(|a| a.entity), entry.source.is_empty()) {
                (Some(entity), _) => Who::Entity(entity),
                (None, false) => Who::Words(entry.source.clone()),
                (None, true) => Who::Nobody,
            };
            spoken.push((index, who, attribution));
        }
    }
    let voices = voices(input.analysis, &spoken);
    (all.into_iter().map(|(entry, _)| entry).collect(), voices)
}

/// Whether an annotation is listed among the notes: live, a person's, and not a word on a finding.
fn is_note(annotation: &Value) -> bool {
    annotation.get(web::DELETED).is_none()
        && !web::is_machine(annotation)
        && !web::each(annotation, "target")
            .iter()
            .any(|t| t.get("sl:role").is_some())
}

fn of_finding(input: &Input<'_>, finding: &Finding) -> Entry {
    let text = &input.kept.article.text;
    let spans = |role| finding.role(role).collect::<Vec<_>>();
    let (kind, role) = match finding.kind {
        FindingKind::Attribution => (EntryKind::Attribution, Role::Content),
        FindingKind::Unsourced => (EntryKind::Unsourced, Role::Claim),
        FindingKind::Controversy => (EntryKind::Contested, Role::Point),
    };
    let status = match finding.status {
        Status::Accepted | Status::Edited => EntryStatus::Accepted,
        Status::Suggested | Status::Rejected => EntryStatus::Machine,
    };
    let mut marked = spans(role);
    if marked.is_empty() {
        marked = finding.parts.iter().map(|p| p.span).collect();
    }
    let mut entry = Entry::new(kind, status, &finding.id, &finding.label, marked, text);
    entry.source = words(&spans(Role::Source), text);
    entry.cue = words(&spans(Role::Cue), text);
    if let Some(attribution) = attribution(input.analysis, finding) {
        of_attribution(&mut entry, input.analysis, attribution);
    }
    let unsourced = match (finding.detail, input.analysis) {
        (Detail::Unsourced(index), Some(analysis)) => analysis.unsourced.get(index),
        _ => None,
    };
    if let Some(claim) = unsourced {
        let coverage = format!("coverage.{}", claim.coverage.word());
        entry.details.push(say(&coverage).to_owned());
        entry.says.clone_from(&claim.why);
    }
    if let (Detail::Controversy(index), Some(analysis)) = (finding.detail, input.analysis)
        && let Some(point) = analysis.controversies.get(index)
    {
        of_point(&mut entry, analysis, point);
    }
    entry
}

fn attribution<'a>(analysis: Option<&'a Analysis>, finding: &Finding) -> Option<&'a Attribution> {
    match finding.detail {
        Detail::Attribution(index) => analysis?.attributions.get(index),
        Detail::Unsourced(_) | Detail::Controversy(_) | Detail::Kept => None,
    }
}

fn of_attribution(entry: &mut Entry, analysis: Option<&Analysis>, attribution: &Attribution) {
    let named = |index: usize| analysis?.entities.get(index).map(|e| e.name.clone());
    let chain: Vec<_> = attribution
        .via
        .iter()
        .filter_map(|link| named(link.entity))
        .collect();
    entry.chain = chain.join(" → ");
    if attribution.tier != Tier::Core {
        entry.details.push(plain(attribution.tier.word()));
    }
    entry
        .details
        .push(say(&format!("quote.{}", attribution.quote.word())).to_owned());
    entry.says.clone_from(&attribution.why);
}

fn of_point(entry: &mut Entry, analysis: &Analysis, point: &Controversy) {
    if let Some(kind) = point.kind {
        entry.details.push(plain(kind.word()));
    }
    entry
        .details
        .push(say_with("severity", &point.severity.to_string()));
    for side in &point.sides {
        let voice = side.entity.and_then(|index| analysis.entities.get(index));
        if let Some(voice) = voice {
            let stance = format!("side.{}", side.stance.word());
            entry.details.push(say_with(&stance, &voice.name));
        }
    }
    entry.says.clone_from(&point.why);
}

fn of_note(input: &Input<'_>, note: &Value, offsets: &OffsetMap<'_>) -> Entry {
    let text = &input.kept.article.text;
    let spans = places(note, input.kept, offsets);
    let motivation = web::each(note, "motivation")
        .first()
        .and_then(Value::as_str);
    let label = motivation.unwrap_or("commenting");
    let mut entry = Entry::new(
        EntryKind::Note,
        EntryStatus::Reader,
        &web::id(note),
        label,
        spans,
        text,
    );
    if entry.spans.is_empty() {
        let quotes = web::each(note, "target").iter().filter_map(web::quote);
        entry.quote = quotes.collect::<Vec<_>>().join(" … ");
        if !entry.quote.is_empty() {
            entry.details.push(say("lost").to_owned());
        }
    }
    let is_tag = |body: &Value| {
        let purposes = web::each(body, "purpose");
        let tagging = |all: &[Value]| all.iter().any(|p| p.as_str() == Some("tagging"));
        tagging(purposes) || purposes.is_empty() && tagging(web::each(note, "motivation"))
    };
    let bodies = web::each(note, "body").iter();
    let (tags, said): (Vec<_>, Vec<_>) = bodies.partition(|body| is_tag(body));
    let value = |body: &Value| {
        let value = web::text(body, "value")
            .or_else(|| body.as_str())
            .or_else(|| web::source(body));
        value.map(str::to_owned)
    };
    entry.tags = tags.into_iter().filter_map(value).collect();
    entry.says = said
        .into_iter()
        .filter_map(value)
        .collect::<Vec<_>>()
        .join("\n\n");
    entry.by = web::creator(note).or(input.reader).map(str::to_owned);
    entry.created = web::text(note, "created").map(str::to_owned);
    entry.modified = web::text(note, "modified").map(str::to_owned);
    entry
}

/// The words of several passages, what lies between them left out, on one line.
fn words(spans: &[Span], text: &str) -> String {
    let pieces = spans
        .iter()
        .map(|s| s.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
    pieces
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join(" … ")
}
