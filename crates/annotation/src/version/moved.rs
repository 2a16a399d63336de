//! A whole annotation on its way to a new version of its article.

use serde_json::{Value, json};
use sourcelight_text::{CodePointSpan, OffsetMap, Span};

use super::Carry;
use crate::anchor::{Anchored, State};
use crate::json::count;
use crate::lost::{self, Lost, read_or_lost};
use crate::{Annotation, Body, Carried, Part, Selector, VoiceSays, article_id, selectors, write};

/// An annotation on the new version, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The annotation, under an id of its own that the two versions give it: carried twice, or by two
    /// readers, it is the same.
    pub annotation: Annotation,
    /// Exact; changed where some of its words are others; lost where some of its words are nowhere.
    pub state: State,
}

impl Carry<'_> {
    /// The annotation on the new version, whose id is `article`. One that is deleted stays behind: none.
    ///
    /// Its words, dates and bodies are those it had. Where one of its passages is lost it waits as a whole
    /// until the reader has found a place for that: it is never moved to a lookalike and never dropped.
    pub fn moved(&self, annotation: &Annotation, article: &str) -> Option<Moved> {
        if !annotation.is_live() {
            return None;
        }
        let id = article_id(&format!("{}\n{article}", annotation.id));
        let from = annotation.id.clone();
        let moved = |body, was| Annotation {
            id: id.clone(),
            article: article.to_owned(),
            body,
            carried: Some(Carried {
                from: from.clone(),
                was,
            }),
            ..annotation.clone()
        };
        if let Body::Lost(lost) = &annotation.body {
            return Some(self.again(lost, annotation, article, &moved));
        }
        let found = self.annotation(annotation);
        let spans: Option<Vec<Span>> = found.iter().map(|f| f.span).collect();
        let Some(spans) = spans else {
            let body = Body::Lost(self.lost(annotation, article, &found));
            return Some(Moved {
                annotation: moved(body, Vec::new()),
                state: State::Lost,
            });
        };
        let changed = found.iter().any(|f| f.state == State::Changed);
        let was = if changed {
            let places = annotation.places();
            places.iter().map(|s| s.of(self.old()).to_owned()).collect()
        } else {
            Vec::new()
        };
        let body = self.body_at(&annotation.body, &spans);
        Some(Moved {
            annotation: moved(body, was),
            state: if changed {
                State::Changed
            } else {
                State::Exact
            },
        })
    }

    /// What it says, said of these places.
    fn body_at(&self, body: &Body, spans: &[Span]) -> Body {
        let mut body = body.clone();
        match &mut body {
            Body::Note(note) => {
                if let Some(span) = spans.first() {
                    note.span = *span;
                }
            }
            Body::Judgement(judgement) => {
                for (part, span) in judgement.parts.iter_mut().zip(spans) {
                    part.span = *span;
                }
                let seen = judgement.seen.iter();
                let seen: Option<Vec<Part>> = seen
                    .map(|part| {
                        let span = self.passage(part.span).span?;
                        Some(Part { span, ..*part })
                    })
                    .collect();
                // What the machine showed then and cannot show any more is no help in finding it.
                match seen {
                    Some(seen) => judgement.seen = seen,
                    None => {
                        judgement.seen.clear();
                        judgement.seen_label.clear();
                    }
                }
            }
            Body::Voice(word) => {
                if let Some(span) = spans.first() {
                    word.voice.at = *span;
                }
                if let (VoiceSays::SameAs(other), Some(span)) = (&mut word.says, spans.get(1)) {
                    other.at = *span;
                }
            }
            Body::Audit(word) => word.at = spans.to_vec(),
            Body::Lost(_) => {}
        }
        body
    }

    /// The annotation as it waits: what was found has its new place, the rest its old words.
    fn lost(&self, annotation: &Annotation, article: &str, found: &[Anchored]) -> Lost {
        let offsets = OffsetMap::new(self.old());
        let mut written = write(annotation, self.old(), &offsets);
        if let Some(members) = written.as_object_mut() {
            members.remove("sl:seen");
            members.remove("sl:seenAs");
        }
        let targets = written.get_mut("target").and_then(Value::as_array_mut);
        for (target, found) in targets.into_iter().flatten().zip(found) {
            self.set_place(target, article, found.span);
        }
        let candidates = found.iter().flat_map(|f| f.candidates.iter().copied());
        Lost::new(written, candidates.collect())
    }

    /// Gives a target its place in the new version, or takes the one it had.
    fn set_place(&self, target: &mut Value, article: &str, span: Option<Span>) {
        target["source"] = json!(article);
        if let Some(span) = span {
            let selectors = selectors(span, self.new_text(), self.new_offsets());
            target["selector"] = selectors.iter().map(Selector::to_json).collect();
        } else if let Some(selectors) = target.get_mut("selector").and_then(Value::as_array_mut) {
            selectors.retain(|s| s.get("type").is_none_or(|t| t != "TextPositionSelector"));
        }
    }

    /// One that was lost before: its words may be back in this version.
    fn again(
        &self,
        lost: &Lost,
        annotation: &Annotation,
        article: &str,
        moved: &impl Fn(Body, Vec<String>) -> Annotation,
    ) -> Moved {
        let offsets = OffsetMap::new(self.old());
        let mut written = lost.of(annotation);
        let mut candidates = Vec::new();
        let targets = written.get_mut("target").and_then(Value::as_array_mut);
        for target in targets.into_iter().flatten() {
            let found = match lost::position(target) {
                Some(place) => {
                    let number = |key| count(place.get(key)?);
                    let (start, end) = (number("start"), number("end"));
                    let place = start
                        .zip(end)
                        .map(|(start, end)| offsets.from_code_points(CodePointSpan { start, end }));
                    self.passage(place.unwrap_or(Span::new(0, 0)))
                }
                None => {
                    let selectors = target.get("selector").and_then(Value::as_array);
                    let selectors = selectors.into_iter().flatten();
                    let selectors: Vec<Selector> =
                        selectors.filter_map(Selector::from_json).collect();
                    self.anchor(&selectors)
                }
            };
            self.set_place(target, article, found.span);
            candidates.extend(found.candidates);
        }
        let whole = read_or_lost(&written, self.new_text(), self.new_offsets());
        match whole.map(|whole| whole.body) {
            Ok(Body::Lost(_)) | Err(_) => Moved {
                annotation: moved(Body::Lost(Lost::new(written, candidates)), Vec::new()),
                state: State::Lost,
            },
            // What it stood on is compared with what the reader saw when it was made.
            Ok(body) => {
                let was = lost.passages().into_iter().map(|p| p.exact).collect();
                let mut annotation = moved(body, Vec::new());
                let now: Vec<String> = annotation
                    .places()
                    .iter()
                    .map(|s| s.of(self.new_text()).to_owned())
                    .collect();
                let same = now == was;
                if let Some(carried) = annotation.carried.as_mut().filter(|_| !same) {
                    carried.was = was;
                }
                Moved {
                    annotation,
                    state: if same { State::Exact } else { State::Changed },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FindingKind, Judgement, LostWord, Note, Role, Verdict, read};

    const OLD: &str = "Mayor Ruiz said the 🕊 bridge is safe. He said no. He said yes.\nThe toll was 14.\nNobody came.";
    const NEW: &str = "On Monday Mayor Ruiz said the 🕊 bridge is safe. He said yes. It rained.\nThe toll was 17.\nThen, in the evening, all of them came.";

    fn on(words: &str) -> Span {
        let start = OLD.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn note(words: &str) -> Annotation {
        Annotation {
            id: "urn:uuid:1".into(),
            article: article_id(OLD),
            body: Body::Note(Note {
                span: on(words),
                text: "who?".into(),
            }),
            created: "2024-11-20T10:00:00Z".into(),
            modified: "2024-11-20T11:00:00Z".into(),
            maker: crate::Maker::Reader,
            deleted: None,
            carried: None,
        }
    }

    fn moved(annotation: &Annotation) -> Moved {
        let new = article_id(NEW);
        Carry::new(OLD, NEW).moved(annotation, &new).unwrap()
    }

    /// Written and read again, as storage does.
    fn kept(annotation: &Annotation, text: &str) -> Annotation {
        let offsets = OffsetMap::new(text);
        read(&write(annotation, text, &offsets), text, &offsets).unwrap()
    }

    #[test]
    fn what_stands_there_still_is_carried_with_all_it_said() {
        let before = note("Mayor Ruiz");
        let after = moved(&before);
        assert_eq!(after.state, State::Exact);
        let note = after.annotation.note().unwrap();
        assert_eq!(
            (note.span.of(NEW), note.text.as_str()),
            ("Mayor Ruiz", "who?")
        );
        assert_eq!(after.annotation.created, before.created);
        assert_eq!(after.annotation.carried.as_ref().unwrap().from, before.id);
        assert_ne!(after.annotation.id, before.id);
        assert_eq!(after, moved(&before));
        assert_eq!(kept(&after.annotation, NEW), after.annotation);
    }

    #[test]
    fn what_says_something_else_now_keeps_its_old_words() {
        let after = moved(&note("The toll was 14."));
        assert_eq!(after.state, State::Changed);
        let carried = after.annotation.carried.as_ref().unwrap();
        assert_eq!(carried.was, ["The toll was 14."]);
        assert_eq!(kept(&after.annotation, NEW), after.annotation);
    }

    #[test]
    fn what_is_gone_waits_with_its_old_words_until_it_is_given_a_place() {
        let after = moved(&note("Nobody came."));
        assert_eq!(after.state, State::Lost);
        let stored = kept(&after.annotation, NEW);
        assert_eq!(stored, after.annotation);
        let Body::Lost(lost) = &stored.body else {
            panic!("it is not lost: {stored:?}")
        };
        assert_eq!(lost.says(), LostWord::Note("who?".into()));
        let passage = &lost.passages()[0];
        assert_eq!(passage.exact, "Nobody came.");
        assert!(passage.prefix.ends_with("14.\n"));
        let span = Span::new(NEW.len() - 16, NEW.len());
        let found = lost.attached(&stored, span, NEW).unwrap();
        assert_eq!(found.note().unwrap().span, span);
        assert_eq!(found.note().unwrap().text, "who?");
        assert_eq!(found.carried, stored.carried);
        assert_eq!(kept(&found, NEW), found);
    }

    #[test]
    fn what_was_lost_is_found_where_its_words_are_back() {
        let lost = moved(&note("Nobody came.")).annotation;
        let back = Carry::new(NEW, OLD).moved(&lost, &article_id(OLD)).unwrap();
        assert_eq!(back.state, State::Exact);
        assert_eq!(back.annotation.note().unwrap().span, on("Nobody came."));
    }

    #[test]
    fn a_decision_of_which_one_part_is_gone_waits_as_a_whole() {
        let mut decided = note("Mayor Ruiz");
        let part = |role, words| Part {
            role,
            span: on(words),
        };
        decided.body = Body::Judgement(Judgement {
            verdict: Verdict::Rejected,
            kind: FindingKind::Attribution,
            label: "named_individual".into(),
            parts: vec![
                part(Role::Source, "Mayor Ruiz"),
                part(Role::Content, "Nobody came."),
            ],
            seen: Vec::new(),
            seen_label: String::new(),
        });
        let after = moved(&decided);
        assert_eq!(after.state, State::Lost);
        let stored = kept(&after.annotation, NEW);
        let Body::Lost(lost) = &stored.body else {
            panic!("it is not lost: {stored:?}")
        };
        assert_eq!(
            lost.says(),
            LostWord::Verdict(
                Verdict::Rejected,
                FindingKind::Attribution,
                "named_individual".into()
            )
        );
        assert_eq!(lost.passages().len(), 1);
        let span = Span::new(NEW.len() - 5, NEW.len());
        let found = lost.attached(&stored, span, NEW).unwrap();
        let judgement = found.judgement().unwrap();
        assert_eq!(judgement.parts[0].span.of(NEW), "Mayor Ruiz");
        assert_eq!(judgement.parts[1].span, span);
        assert_eq!(judgement.verdict, Verdict::Rejected);
    }

    #[test]
    fn what_was_deleted_stays_behind() {
        let mut gone = note("Mayor Ruiz");
        gone.deleted = Some("2024-11-21T00:00:00Z".into());
        assert_eq!(Carry::new(OLD, NEW).moved(&gone, "urn:x:1"), None);
    }
}
