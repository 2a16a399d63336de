//! Annotations as W3C Web Annotation JSON-LD (<https://www.w3.org/TR/annotation-model/>).
//!
//! What the standard has no word for stands under the prefix `sl` (`urn:sourcelight:`): the role of
//! a target in a finding, and the time of deletion.

use serde_json::{Map, Value, json};
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

use crate::{
    Agent, Annotation, AuditWord, Body, Carried, FindingKind, Judgement, Lost, Maker, Motivation,
    Note, OneOrMany, Part, Resource, Role, Selector, Verdict, VoiceWord, WebAnnotation,
    WebResource, audit, lost,
    quote::{prefix, suffix},
    voice,
};

/// Why a stored annotation could not be read. What was stored is untouched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// A field is missing or is not what it should be.
    #[error("the annotation has no usable “{0}”")]
    Field(&'static str),
    /// The passage is not in the text at the place given.
    #[error("the annotated words are not where the annotation says they are")]
    Elsewhere,
}

/// The context of everything we write: the W3C's, and our own prefix.
pub(crate) fn context() -> Value {
    json!(["http://www.w3.org/ns/anno.jsonld", { "sl": "urn:sourcelight:" }])
}

/// The two selectors by which we keep a passage: its words with what stands around them, and its
/// place in code points.
pub fn selectors(span: Span, text: &str, offsets: &OffsetMap<'_>) -> Vec<Selector> {
    let place = offsets.code_points(span);
    vec![
        Selector::quote(span.of(text), prefix(text, span), suffix(text, span)),
        Selector::position(place.start, place.end),
    ]
}

/// `annotation` as a W3C annotation. `text` is its article's canonical text; positions are written
/// in Unicode code points.
pub fn write(annotation: &Annotation, text: &str, offsets: &OffsetMap<'_>) -> Value {
    to_web(annotation, text, offsets).to_json()
}

/// `annotation` in the W3C's model, to which more bodies, tags or a creator can be added.
pub fn to_web(annotation: &Annotation, text: &str, offsets: &OffsetMap<'_>) -> WebAnnotation {
    let target = |span: Span, role: Option<Role>| {
        let mut part = WebResource::part(&*annotation.article, selectors(span, text, offsets));
        if let Some(role) = role {
            part.other.insert("sl:role".to_owned(), json!(role));
        }
        Resource::from(part)
    };
    if let Body::Lost(lost) = &annotation.body {
        return lost_to_web(annotation, lost, offsets);
    }
    let motivation = match &annotation.body {
        Body::Note(_) => Motivation::Commenting,
        Body::Judgement(_) | Body::Voice(_) | Body::Audit(_) | Body::Lost(_) => {
            Motivation::Assessing
        }
    };
    let mut web = WebAnnotation::new(&*annotation.id, motivation);
    web.created = Some(annotation.created.clone());
    web.modified = Some(annotation.modified.clone());
    match &annotation.maker {
        Maker::Reader => {}
        Maker::Person(name) => {
            web.creator = Agent::named(&**name).into();
        }
        Maker::File(name) => {
            web.other.insert("sl:from".to_owned(), json!(name));
        }
    }
    match &annotation.body {
        Body::Note(note) => {
            if !note.text.is_empty() {
                let mut body = WebResource::text(&*note.text, Motivation::Commenting);
                body.format = "text/markdown".to_owned().into();
                web.body = vec![body.into()].into();
            }
            web.target = vec![target(note.span, None)].into();
        }
        Body::Judgement(judgement) => {
            let word = |value: Value| value.as_str().map(str::to_owned).unwrap_or_default();
            web.body = vec![
                WebResource::text(word(json!(judgement.verdict)), Motivation::Assessing).into(),
                WebResource::text(word(json!(judgement.kind)), Motivation::Classifying).into(),
                WebResource::text(&*judgement.label, Motivation::Tagging).into(),
            ]
            .into();
            web.target = judgement
                .parts
                .iter()
                .map(|part| target(part.span, Some(part.role)))
                .collect::<Vec<_>>()
                .into();
        }
        Body::Voice(word) => {
            web.body = texts(word.bodies());
            let places = word.places().into_iter();
            web.target = places
                .map(|at| target(at, Some(Role::Source)))
                .collect::<Vec<_>>()
                .into();
        }
        Body::Audit(word) => {
            web.body = texts(word.bodies());
            let places = word.at.iter();
            web.target = places
                .map(|at| target(*at, Some(Role::Point)))
                .collect::<Vec<_>>()
                .into();
        }
        Body::Lost(_) => {}
    }
    if let Some(judgement) = annotation.judgement() {
        if !judgement.seen.is_empty() {
            let seen = judgement.seen.iter();
            let seen = seen.map(|part| target(part.span, Some(part.role)).write());
            web.other.insert("sl:seen".to_owned(), seen.collect());
        }
        if !judgement.seen_label.is_empty() {
            web.other
                .insert("sl:seenAs".to_owned(), json!(judgement.seen_label));
        }
    }
    about(annotation, web)
}

/// With what is not in the W3C's model: where it was carried from, and when it was deleted.
fn about(annotation: &Annotation, mut web: WebAnnotation) -> WebAnnotation {
    if let Some(carried) = &annotation.carried {
        let mut members = json!({ "from": carried.from });
        if !carried.was.is_empty() {
            members["was"] = json!(carried.was);
        }
        web.other.insert("sl:carried".to_owned(), members);
    }
    if let Some(deleted) = &annotation.deleted {
        web.other.insert("sl:deleted".to_owned(), json!(deleted));
    }
    web
}

/// One whose place is lost: as it was written, under its own id and dates.
fn lost_to_web(annotation: &Annotation, lost: &Lost, offsets: &OffsetMap<'_>) -> WebAnnotation {
    let mut web = WebAnnotation::from_json(&lost.members(offsets)).unwrap_or_default();
    web.id = Some(annotation.id.clone());
    web.created = Some(annotation.created.clone());
    web.modified = Some(annotation.modified.clone());
    about(annotation, web)
}

/// Bodies of a purpose and a value each.
fn texts(bodies: Vec<(&'static str, String)>) -> OneOrMany<Resource> {
    let bodies = bodies.into_iter();
    bodies
        .map(|(purpose, value)| WebResource::text(value, purpose.into()).into())
        .collect::<Vec<_>>()
        .into()
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// [`ReadError::Field`] where something is missing, [`ReadError::Elsewhere`] where the quoted words
/// do not stand at the position given.
pub fn read(written: &Value, text: &str, offsets: &OffsetMap<'_>) -> Result<Annotation, ReadError> {
    let fields = written.as_object().ok_or(ReadError::Field("annotation"))?;
    let targets = fields
        .get("target")
        .and_then(Value::as_array)
        .ok_or(ReadError::Field("target"))?;
    let article = targets
        .first()
        .and_then(|t| t.get("source"))
        .and_then(Value::as_str)
        .ok_or(ReadError::Field("source"))?;
    let body = match string(fields, "motivation")?.as_str() {
        _ if fields
            .get(lost::STATE)
            .is_some_and(|state| state == lost::LOST) =>
        {
            Body::Lost(Lost::read(written, offsets))
        }
        "commenting" => Body::Note(Note {
            span: passage(
                targets.first().ok_or(ReadError::Field("target"))?,
                text,
                offsets,
            )?,
            text: body_value(fields, "commenting").unwrap_or_default(),
        }),
        "assessing" if body_value(fields, "classifying").as_deref() == Some(voice::KIND) => {
            let places = targets.iter().map(|at| passage(at, text, offsets));
            let places = places.collect::<Result<Vec<_>, ReadError>>()?;
            let word = VoiceWord::read(&places, |purpose| body_values(fields, purpose));
            Body::Voice(word.ok_or(ReadError::Field("body"))?)
        }
        "assessing" if body_value(fields, "classifying").as_deref() == Some(audit::KIND) => {
            let places = targets.iter().map(|at| passage(at, text, offsets));
            let places = places.collect::<Result<Vec<_>, ReadError>>()?;
            let word = AuditWord::read(places, |purpose| body_values(fields, purpose));
            Body::Audit(word.ok_or(ReadError::Field("body"))?)
        }
        "assessing" => Body::Judgement(judgement(fields, targets, text, offsets)?),
        _ => return Err(ReadError::Field("motivation")),
    };
    Ok(Annotation {
        id: string(fields, "id")?,
        article: article.to_owned(),
        body,
        maker: maker(fields),
        created: string(fields, "created")?,
        modified: string(fields, "modified")?,
        deleted: fields
            .get("sl:deleted")
            .and_then(Value::as_str)
            .map(str::to_owned),
        carried: carried(fields),
    })
}

fn carried(fields: &Map<String, Value>) -> Option<Carried> {
    let members = fields.get("sl:carried")?;
    let was = members.get("was").and_then(Value::as_array);
    let was = was.into_iter().flatten().filter_map(Value::as_str);
    Some(Carried {
        from: members.get("from")?.as_str()?.to_owned(),
        was: was.map(str::to_owned).collect(),
    })
}

/// Who made it: a creator by name, or the file it came in with.
fn maker(fields: &Map<String, Value>) -> Maker {
    let creator = fields.get("creator").map(|creator| match creator {
        Value::Array(all) => all.first().unwrap_or(&Value::Null),
        one => one,
    });
    let name = creator.and_then(|creator| {
        let said = |key: &str| creator.get(key).and_then(Value::as_str);
        let named = said("name").or_else(|| said("nickname"));
        named.or_else(|| creator.as_str()).or_else(|| said("id"))
    });
    let file = fields.get("sl:from").and_then(Value::as_str);
    match (name.filter(|n| !n.trim().is_empty()), file) {
        (Some(name), _) => Maker::Person(name.to_owned()),
        (None, Some(file)) => Maker::File(file.to_owned()),
        (None, None) => Maker::Reader,
    }
}

fn judgement(
    fields: &Map<String, Value>,
    targets: &[Value],
    text: &str,
    offsets: &OffsetMap<'_>,
) -> Result<Judgement, ReadError> {
    let read = |targets: &[Value]| {
        targets
            .iter()
            .map(|target| {
                let role: Role = word(target.get("sl:role").and_then(Value::as_str), "sl:role")?;
                Ok(Part {
                    role,
                    span: passage(target, text, offsets)?,
                })
            })
            .collect::<Result<Vec<_>, ReadError>>()
    };
    let parts = read(targets)?;
    let seen = match fields.get("sl:seen").and_then(Value::as_array) {
        Some(seen) => read(seen)?,
        None => Vec::new(),
    };
    let seen_label = fields.get("sl:seenAs").and_then(Value::as_str);
    let verdict: Verdict = word(body_value(fields, "assessing").as_deref(), "assessing")?;
    let kind: FindingKind = word(body_value(fields, "classifying").as_deref(), "classifying")?;
    let label = body_value(fields, "tagging").ok_or(ReadError::Field("tagging"))?;
    Ok(Judgement {
        verdict,
        kind,
        label,
        parts,
        seen,
        seen_label: seen_label.unwrap_or_default().to_owned(),
    })
}

/// The span a target's selectors give, where position and quoted words agree.
fn passage(target: &Value, text: &str, offsets: &OffsetMap<'_>) -> Result<Span, ReadError> {
    let selectors = target.get("selector").and_then(Value::as_array);
    let find = |kind: &str| {
        selectors.and_then(|all| {
            all.iter()
                .find(|s| s.get("type").and_then(Value::as_str) == Some(kind))
        })
    };
    let number = |key: &'static str| {
        find("TextPositionSelector")
            .and_then(|s| s.get(key))
            .and_then(count)
            .ok_or(ReadError::Field(key))
    };
    let span = offsets.from_code_points(CodePointSpan {
        start: number("start")?,
        end: number("end")?,
    });
    let exact = find("TextQuoteSelector")
        .and_then(|s| s.get("exact"))
        .and_then(Value::as_str)
        .ok_or(ReadError::Field("exact"))?;
    if span.of(text) == exact {
        Ok(span)
    } else {
        Err(ReadError::Elsewhere)
    }
}

/// A count; numbers that went through a browser come back as floating point.
pub(crate) fn count(number: &Value) -> Option<usize> {
    let count = number.as_u64().or_else(|| whole(number.as_f64()?))?;
    usize::try_from(count).ok()
}

fn whole(number: f64) -> Option<u64> {
    let fits = number.fract() == 0.0 && (0.0..=9_007_199_254_740_991.0).contains(&number);
    // The range check above makes the cast exact.
    fits.then_some(number as u64)
}

fn string(fields: &Map<String, Value>, key: &'static str) -> Result<String, ReadError> {
    fields
        .get(key)
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or(ReadError::Field(key))
}

fn body_value(fields: &Map<String, Value>, purpose: &str) -> Option<String> {
    body_values(fields, purpose).into_iter().next()
}

fn body_values(fields: &Map<String, Value>, purpose: &str) -> Vec<String> {
    let bodies = fields.get("body").and_then(Value::as_array);
    let meant = |b: &&Value| b.get("purpose").and_then(Value::as_str) == Some(purpose);
    let value = |b: &Value| b.get("value")?.as_str().map(str::to_owned);
    bodies
        .into_iter()
        .flatten()
        .filter(meant)
        .filter_map(value)
        .collect()
}

fn word<T: serde::de::DeserializeOwned>(
    value: Option<&str>,
    key: &'static str,
) -> Result<T, ReadError> {
    value
        .and_then(|v| serde_json::from_value(Value::from(v)).ok())
        .ok_or(ReadError::Field(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "🕊 Officials said the mines are safe.";

    fn note(span: Span, text: &str) -> Annotation {
        Annotation {
            id: "urn:uuid:1".into(),
            article: crate::article_id(TEXT),
            body: Body::Note(Note {
                span,
                text: text.into(),
            }),
            created: "2024-11-20T10:00:00Z".into(),
            modified: "2024-11-20T10:00:01Z".into(),
            maker: Maker::Reader,
            deleted: None,
            carried: None,
        }
    }

    #[test]
    fn positions_are_written_in_code_points_with_the_quoted_words() {
        let at = TEXT.find("Officials").unwrap();
        let written = write(
            &note(Span::new(at, at + 9), "who?"),
            TEXT,
            &OffsetMap::new(TEXT),
        );
        let selectors = &written["target"][0]["selector"];
        assert_eq!(selectors[0]["exact"], "Officials");
        assert_eq!(selectors[0]["prefix"], "🕊 ");
        assert_eq!(selectors[1]["start"], 2);
        assert_eq!(selectors[1]["end"], 11);
    }

    #[test]
    fn an_empty_body_is_left_out() {
        let written = write(&note(Span::new(0, 4), ""), TEXT, &OffsetMap::new(TEXT));
        assert!(written.get("body").is_none());
    }

    #[test]
    fn words_that_moved_are_not_taken_for_the_passage() {
        let offsets = OffsetMap::new(TEXT);
        let mut written = write(&note(Span::new(0, 4), "x"), TEXT, &offsets);
        written["target"][0]["selector"][1]["start"] = json!(1);
        assert_eq!(read(&written, TEXT, &offsets), Err(ReadError::Elsewhere));
    }

    #[test]
    fn a_record_that_is_not_an_annotation_says_what_is_missing() {
        let offsets = OffsetMap::new(TEXT);
        assert_eq!(
            read(&json!(3), TEXT, &offsets),
            Err(ReadError::Field("annotation"))
        );
        assert_eq!(
            read(&json!({}), TEXT, &offsets),
            Err(ReadError::Field("target"))
        );
    }

    fn spans() -> impl Strategy<Value = Span> {
        let bounds: Vec<usize> = TEXT
            .char_indices()
            .map(|(i, _)| i)
            .chain([TEXT.len()])
            .collect();
        (
            prop::sample::select(bounds.clone()),
            prop::sample::select(bounds),
        )
            .prop_map(|(a, b)| Span::new(a.min(b), a.max(b)))
    }

    proptest! {
        #[test]
        fn notes_and_judgements_come_back_as_they_went(
            span in spans(), other in spans(), text in "\\PC{0,40}", deleted: bool, accepted: bool,
        ) {
            let offsets = OffsetMap::new(TEXT);
            let mut one = note(span, &text);
            one.maker = match (deleted, accepted) {
                (true, true) => Maker::Person("Ann".into()),
                (true, false) => Maker::File("a.jsonld".into()),
                (false, _) => Maker::Reader,
            };
            one.deleted = deleted.then(|| "2024-11-21T00:00:00Z".to_owned());
            prop_assert_eq!(read(&write(&one, TEXT, &offsets), TEXT, &offsets), Ok(one.clone()));
            one.body = Body::Judgement(Judgement {
                verdict: if accepted { Verdict::Accepted } else { Verdict::Rejected },
                kind: FindingKind::Attribution,
                label: "institution".into(),
                parts: vec![
                    Part { role: Role::Source, span },
                    Part { role: Role::Content, span: other },
                ],
                seen: if accepted { Vec::new() } else { vec![Part { role: Role::Cue, span: other }] },
                seen_label: if accepted { String::new() } else { "media".into() },
            });
            prop_assert_eq!(read(&write(&one, TEXT, &offsets), TEXT, &offsets), Ok(one.clone()));
            let voice = crate::VoicePlace { name: text.clone(), at: span };
            let same = crate::VoiceSays::SameAs(crate::VoicePlace { name: "b".into(), at: other });
            let answer = crate::VoiceSays::Answers(crate::Question::Multiple, crate::Answer::No);
            for says in [same, answer] {
                one.body = Body::Voice(VoiceWord { voice: voice.clone(), says });
                prop_assert_eq!(read(&write(&one, TEXT, &offsets), TEXT, &offsets), Ok(one.clone()));
            }
            let verdict = accepted.then_some(crate::AuditVerdict::Dismissed);
            for kind in crate::AuditKind::ALL {
                let (at, question) = (vec![span, other], deleted.then(|| text.clone()));
                one.body = Body::Audit(AuditWord { kind, at, verdict, question });
                prop_assert_eq!(read(&write(&one, TEXT, &offsets), TEXT, &offsets), Ok(one.clone()));
            }
        }

        #[test]
        fn a_word_on_a_voice_that_lacks_something_is_not_read(gone in 0usize..4) {
            let offsets = OffsetMap::new(TEXT);
            let place = |at| crate::VoicePlace { name: "a".into(), at };
            let says = crate::VoiceSays::SameAs(place(Span::new(0, 4)));
            let mut one = note(Span::new(0, 4), "");
            one.body = Body::Voice(VoiceWord { voice: place(Span::new(5, 14)), says });
            let mut written = write(&one, TEXT, &offsets);
            let bodies = written["body"].as_array_mut().unwrap();
            prop_assert_eq!(bodies.len(), 4);
            bodies.remove(gone);
            prop_assert!(read(&written, TEXT, &offsets).is_err());
        }
    }
}
