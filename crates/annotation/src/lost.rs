//! What an annotation keeps of the version it was carried from: its old words where they have changed,
//! and all of it where its place is gone.

use serde_json::{Value, json};
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

use crate::json::{count, read};
use crate::{
    Annotation, AuditKind, FindingKind, Motivation, ReadError, Selector, Verdict, WebAnnotation,
    WebResource, audit, selectors,
};

/// Where the annotation of a new version comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The annotation of the earlier version, by its id.
    pub from: String,
    /// The words of each target in the earlier version, in the targets' order, where some of them are
    /// others now and the reader has not agreed yet; else empty.
    pub was: Vec<String>,
}

/// An annotation whose place in the new version is not known: everything it said, until the reader finds
/// a place for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The annotation as it would be written. Targets that are lost have their words and no position.
    pub(crate) written: Value,
    /// Places it may belong to, UTF-8 bytes of the new text; none where nothing is like it.
    pub candidates: Vec<Span>,
}

/// A passage that is not where it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OldPassage {
    /// Its words.
    pub exact: String,
    /// What stood before them.
    pub prefix: String,
    /// What stood after them.
    pub suffix: String,
}

/// What a lost annotation said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostWord {
    /// A note with these words.
    Note(String),
    /// A decision on a finding of this kind, with its label.
    Verdict(Verdict, FindingKind, String),
    /// A word on an item of the audit.
    Audit(AuditKind),
    /// Something about a voice, by its name.
    Voice(String),
}

/// The member that says that a place is not known.
pub(crate) const STATE: &str = "sl:state";
/// Its value.
pub(crate) const LOST: &str = "lost";
const CANDIDATES: &str = "sl:candidates";
/// What [`Annotation`] and [`Lost`] hold themselves.
const OF_ANNOTATION: [&str; 7] = [
    "id",
    "created",
    "modified",
    STATE,
    CANDIDATES,
    "sl:deleted",
    "sl:carried",
];

impl Lost {
    /// The passages that are not found, in the order of the targets.
    pub fn passages(&self) -> Vec<OldPassage> {
        self.targets()
            .filter(|target| position(target).is_none())
            .map(|target| {
                let said = |key| {
                    let quote = selector(target, "TextQuoteSelector");
                    let words = quote.and_then(|q| q.get(key)?.as_str());
                    words.unwrap_or_default().to_owned()
                };
                OldPassage {
                    exact: said("exact"),
                    prefix: said("prefix"),
                    suffix: said("suffix"),
                }
            })
            .collect()
    }

    /// What it said.
    pub fn says(&self) -> LostWord {
        let body = |purpose: &str| -> Option<String> {
            let bodies = self.written.get("body")?.as_array()?.iter();
            let mut meant = bodies.filter(|b| b.get("purpose").is_some_and(|p| p == purpose));
            Some(meant.next()?.get("value")?.as_str()?.to_owned())
        };
        let word = |purpose| body(purpose).map(Value::from).unwrap_or_default();
        let verdict = serde_json::from_value(word("assessing"));
        let kind = serde_json::from_value(word("classifying"));
        if let Ok(kind) = serde_json::from_value(word("tagging"))
            && body("classifying").as_deref() == Some(audit::KIND)
        {
            return LostWord::Audit(kind);
        }
        match (verdict, kind, body("identifying")) {
            (Ok(verdict), Ok(kind), _) => {
                LostWord::Verdict(verdict, kind, body("tagging").unwrap_or_default())
            }
            (_, _, Some(name)) => LostWord::Voice(name),
            _ => LostWord::Note(body("commenting").unwrap_or_default()),
        }
    }

    /// `annotation`, which is this lost one, with the first of its lost passages at `span` of `text`: whole
    /// again where that was the last, else still lost.
    ///
    /// # Errors
    /// Where it does not say what an annotation has to; it then stays as it was.
    pub fn attached(
        &self,
        annotation: &Annotation,
        span: Span,
        text: &str,
    ) -> Result<Annotation, ReadError> {
        let offsets = OffsetMap::new(text);
        let mut written = self.of(annotation);
        let targets = written.get_mut("target").and_then(Value::as_array_mut);
        let lost = targets.and_then(|t| t.iter_mut().find(|t| position(t).is_none()));
        let target = lost.ok_or(ReadError::Field("target"))?;
        target["selector"] = selectors(span, text, &offsets)
            .iter()
            .map(Selector::to_json)
            .collect();
        let mut found = read_or_lost(&written, text, &offsets)?;
        found.carried.clone_from(&annotation.carried);
        found.deleted.clone_from(&annotation.deleted);
        Ok(found)
    }

    /// A note with these words on a passage of the article `article` that is not found in it.
    pub fn note(article: &str, passage: &OldPassage, text: &str, candidates: Vec<Span>) -> Self {
        let quote = Selector::quote(&*passage.exact, &*passage.prefix, &*passage.suffix);
        let mut web = WebAnnotation::new("", Motivation::Commenting);
        if !text.is_empty() {
            let mut body = WebResource::text(text, Motivation::Commenting);
            body.format = "text/markdown".to_owned().into();
            web.body = vec![body.into()].into();
        }
        web.target = vec![WebResource::part(article, vec![quote]).into()].into();
        Self::new(web.to_json(), candidates)
    }

    /// What it is made of. Its id and dates are the annotation's.
    pub(crate) fn new(mut written: Value, candidates: Vec<Span>) -> Self {
        if let Some(members) = written.as_object_mut() {
            for member in OF_ANNOTATION {
                members.remove(member);
            }
        }
        Self {
            written,
            candidates,
        }
    }

    /// What was written, as that of `annotation`.
    pub(crate) fn of(&self, annotation: &Annotation) -> Value {
        let mut written = self.written.clone();
        if let Some(members) = written.as_object_mut() {
            members.insert("id".to_owned(), json!(annotation.id));
            members.insert("created".to_owned(), json!(annotation.created));
            members.insert("modified".to_owned(), json!(annotation.modified));
        }
        written
    }

    fn targets(&self) -> impl Iterator<Item = &Value> {
        let targets = self.written.get("target").and_then(Value::as_array);
        targets.into_iter().flatten()
    }

    /// What is written of it, with its candidates in code points.
    pub(crate) fn members(&self, offsets: &OffsetMap<'_>) -> Value {
        let mut written = self.written.clone();
        if let Some(members) = written.as_object_mut() {
            members.insert(STATE.to_owned(), json!(LOST));
            if !self.candidates.is_empty() {
                let places = self.candidates.iter().map(|span| {
                    let place = offsets.code_points(*span);
                    json!([place.start, place.end])
                });
                members.insert(CANDIDATES.to_owned(), places.collect());
            }
        }
        written
    }

    /// Reads what [`Self::members`] gave.
    pub(crate) fn read(written: &Value, offsets: &OffsetMap<'_>) -> Self {
        let places = written.get(CANDIDATES).and_then(Value::as_array);
        let number = |place: &Value, at: usize| count(place.get(at)?);
        let candidates = places.into_iter().flatten().filter_map(|place| {
            let (start, end) = (number(place, 0)?, number(place, 1)?);
            Some(offsets.from_code_points(CodePointSpan { start, end }))
        });
        let candidates = candidates.filter(|span| !span.is_empty()).collect();
        Self::new(written.clone(), candidates)
    }
}

/// An annotation whose targets may lack positions: whole where all have one, else lost.
pub(crate) fn read_or_lost(
    written: &Value,
    text: &str,
    offsets: &OffsetMap<'_>,
) -> Result<Annotation, ReadError> {
    let targets = written.get("target").and_then(Value::as_array);
    let whole = targets.is_some_and(|all| all.iter().all(|t| position(t).is_some()));
    let mut written = written.clone();
    if !whole && let Some(members) = written.as_object_mut() {
        members.insert(STATE.to_owned(), json!(LOST));
    }
    read(&written, text, offsets)
}

/// A target's position, where it has one.
pub(crate) fn position(target: &Value) -> Option<&Value> {
    selector(target, "TextPositionSelector")
}

/// A target's selector of this type.
pub(crate) fn selector<'v>(target: &'v Value, kind: &str) -> Option<&'v Value> {
    let selectors = target.get("selector")?.as_array()?;
    selectors
        .iter()
        .find(|s| s.get("type").is_some_and(|t| t == kind))
}
