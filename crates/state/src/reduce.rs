//! What changes when something happens.

use std::rc::Rc;

use sourcelight_annotation::{
    Annotation, Body, FindingKind, Judgement, Note, Verdict, VoiceSays, VoiceWord,
};

use crate::{
    Action, Change, DraftPlace, Keys, Light, Notice, Saved, State, Tab, Voice,
    correct::{correct, put_article},
    draft,
    filter::left_out,
    findings,
    history::Restored,
    lost,
    voices::voices,
};

/// The state after `action`. Pure; an action that does not fit (an id that is gone, an answer for
/// another article) changes nothing.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::ArticleOpened {
            article,
            annotations,
            drafts,
            stored,
        } => {
            next = State {
                machine_hidden: state.machine_hidden,
                extended_shown: state.extended_shown,
                own_hidden: state.own_hidden,
                settings: state.settings.clone(),
                notices: state.notices.clone(),
                saved: match (state.saved, stored) {
                    (Saved::Unkept, _) => Saved::Unkept,
                    (_, true) => Saved::Saved,
                    (_, false) => Saved::Saving,
                },
                article: Some(article),
                ..State::default()
            };
            if !stored {
                next.unsaved.mark_article();
            }
            let by_id = annotations.into_iter().map(|a| (a.id.clone(), Rc::new(a)));
            next.annotations = Rc::new(by_id.collect());
            next.stored_drafts = drafts.iter().map(|d| d.id.clone()).collect();
            let by_id = drafts.into_iter().map(|d| (d.id.clone(), d));
            next.drafts = Rc::new(by_id.collect());
            if next
                .article
                .as_ref()
                .is_some_and(|kept| is_open(state, &kept.id))
            {
                go_on(&mut next, state);
            }
            if !next.note_drafts().is_empty() {
                // What was left unfinished is not to be looked for.
                next.tab = Tab::Notes;
            }
            refresh(&mut next);
        }
        Action::AnalysisArrived { article, analysis } => {
            if is_open(state, &article) {
                next.light = Light::Lit(analysis);
                refresh(&mut next);
            }
        }
        Action::AnalysisFailed { article } => {
            if is_open(state, &article) {
                next.light = Light::Failed;
                raise(&mut next, Notice::EngineFailed);
            }
        }
        Action::DraftStarted(started) => {
            draft::start(&mut next, started);
            next.tab = Tab::Notes;
            next.query.clear();
        }
        Action::TypingBegan => {
            next.unsaved.typing = true;
            unsave(&mut next);
        }
        Action::DraftTyped(typed) => draft::typed(&mut next, typed),
        Action::DraftDropped(id) => draft::drop(&mut next, &id),
        Action::NoteAdded { id, span, text, at } => {
            if let Some(article) = &state.article {
                let note = Annotation {
                    id: id.clone(),
                    article: article.id.clone(),
                    body: Body::Note(Note { span, text }),
                    created: at.clone(),
                    modified: at,
                    deleted: None,
                    carried: None,
                };
                draft::drop(&mut next, &id);
                change(&mut next, note);
                next.focus = Some(id);
            }
        }
        Action::NoteChanged { id, text, at } => {
            draft::drop_all(
                &mut next,
                |place| matches!(place, DraftPlace::Change(of) if *of == id),
            );
            if let Some(note) = live(state, &id).and_then(Annotation::note) {
                let body = Body::Note(Note {
                    span: note.span,
                    text,
                });
                amend(&mut next, &id, |a| Annotation {
                    body,
                    modified: at,
                    ..a
                });
            }
        }
        Action::NoteDeleted { id, at } => {
            if live(state, &id).is_some() {
                delete(&mut next, &id, at);
                next.focus = None;
            }
        }
        Action::VersionCarried {
            article,
            earlier,
            annotations,
        } => {
            if is_open(state, &article) {
                lost::take_over(&mut next, earlier, annotations);
                if !next.lost().is_empty() || !next.changed().is_empty() {
                    next.tab = Tab::Notes;
                }
            }
        }
        Action::LostAttached { id, span, at } => {
            lost::attach(&mut next, &id, span, at);
            next.focus = Some(id);
        }
        Action::ChangeAgreed { id, at } => lost::agree(&mut next, &id, at),
        Action::FindingJudged {
            finding,
            verdict,
            id,
            at,
        } => {
            if let Some(found) = state.finding(&finding) {
                judge(
                    &mut next,
                    found.judged_by.clone(),
                    found.judged(verdict),
                    id,
                    at,
                );
            }
        }
        Action::FindingAdded {
            kind,
            label,
            parts,
            id,
            at,
        } => {
            if state.article.is_some() && !parts.is_empty() {
                let judgement = Judgement {
                    verdict: Verdict::Added,
                    kind,
                    label,
                    parts,
                    seen: Vec::new(),
                    seen_label: String::new(),
                };
                judge(&mut next, None, judgement, id.clone(), at);
                let made = next
                    .findings
                    .iter()
                    .find(|f| f.judged_by.as_ref() == Some(&id));
                if let Some(made) = made.map(|f| f.id.clone()) {
                    next.tab = tab_of(&next, &made).unwrap_or(next.tab);
                    next.focus = Some(made);
                }
            }
        }
        Action::FindingEdited {
            finding,
            label,
            parts,
            id,
            at,
        } => {
            if let Some(found) = state.finding(&finding).filter(|_| !parts.is_empty()) {
                let earlier = found.judged_by.as_deref().and_then(|j| live(state, j));
                let judgement = found.edited(label, parts, earlier.and_then(Annotation::judgement));
                let by = found.judged_by.clone();
                let known = by.clone().unwrap_or_else(|| id.clone());
                judge(&mut next, by, judgement, id, at);
                // Its place may have changed, and with it its id in the page.
                next.focus = next
                    .findings
                    .iter()
                    .find(|f| f.judged_by.as_ref() == Some(&known))
                    .map(|f| f.id.clone())
                    .or(next.focus);
            }
        }
        Action::JudgementCleared { finding, at } => {
            if let Some(id) = judgement_of(state, &finding) {
                delete(&mut next, &id, at);
            }
        }
        Action::VoicesMerged {
            voice,
            with,
            id,
            at,
        } => {
            if let (Some(one), Some(other)) = (state.voice(&voice), state.voice(&with))
                && one.id != other.id
            {
                let says = VoiceSays::SameAs(other.place.clone());
                say_of_voice(&mut next, one, says, id, at);
                // The button that was pointed at is gone.
                next.pointed = None;
                let merged = next
                    .voices
                    .iter()
                    .find(|v| v.entities.contains(&one.entities[0]));
                next.focus = merged.map(|v| v.id.clone());
            }
        }
        Action::VoicesSplit { merge, at } => {
            if live(state, &merge).is_some_and(|a| a.voice_word().is_some()) {
                delete(&mut next, &merge, at);
            }
        }
        Action::VoiceAnswered {
            voice,
            question,
            answer,
            id,
            at,
        } => {
            if let Some(voice) = state.voice(&voice) {
                let given = voice.answers.get(&question);
                match (answer, given) {
                    (None, Some((_, given))) => delete(&mut next, given, at),
                    (None, None) => {}
                    (Some(answer), given) => {
                        let says = VoiceSays::Answers(question, answer);
                        let id = given.map_or(id, |(_, given)| given.clone());
                        say_of_voice(&mut next, voice, says, id, at);
                    }
                }
            }
        }
        Action::MetadataCorrected { metadata } => {
            draft::drop_all(&mut next, |place| matches!(place, DraftPlace::Field(_)));
            correct(&mut next, |article| article.metadata = metadata);
        }
        Action::BlocksCorrected { blocks, kind } => correct(&mut next, |article| {
            for index in blocks {
                if let Some(block) = article.blocks.get_mut(index) {
                    block.kind = kind;
                }
            }
        }),
        Action::Undone { at } => {
            if let Some(restored) = next.history.undo(&at) {
                restore(&mut next, restored);
            }
        }
        Action::Redone { at } => {
            if let Some(restored) = next.history.redo(&at) {
                restore(&mut next, restored);
            }
        }
        Action::SaveStarted => next.saved = Saved::Saving,
        Action::SaveFinished { stored } => {
            next.unsaved.settle(&stored);
            next.saved = if next.unsaved.is_settled() {
                Saved::Saved
            } else {
                Saved::Saving
            };
        }
        Action::SaveFailed => next.saved = Saved::Failed,
        Action::StorageBlocked => {
            next.saved = Saved::Unkept;
            raise(&mut next, Notice::StorageBlocked);
        }
        Action::TabChosen(tab) => {
            next.tab = tab;
            next.query.clear();
        }
        Action::FocusMoved(id) => {
            if let Some(tab) = id.as_deref().and_then(|id| tab_of(state, id)) {
                next.tab = tab;
            }
            next.focus = id;
        }
        Action::VoiceLit(id) => next.pointed = id,
        Action::MachineToggled => next.machine_hidden = !state.machine_hidden,
        Action::ExtendedToggled => {
            next.extended_shown = !state.extended_shown;
            refresh(&mut next);
        }
        Action::OwnToggled => next.own_hidden = !state.own_hidden,
        Action::Searched(query) => next.query = query,
        Action::FilterToggled(filter) => {
            if !next.filters.remove(&filter) {
                next.filters.insert(filter);
            }
            narrow(&mut next);
        }
        Action::FiltersCleared => {
            next.filters.clear();
            narrow(&mut next);
        }
        Action::ArrivedFromElsewhere {
            article,
            annotations,
        } => {
            if is_open(state, &article) {
                arrive(&mut next, annotations);
            }
        }
        Action::ReaderNamed(name) => {
            next.settings.reader = name;
            draft::end_typing(&mut next);
        }
        Action::SettingsLoaded(settings) => {
            next.settings = settings;
            return next;
        }
        Action::CalloutRead(callout) => {
            next.settings.callouts_read.insert(callout);
        }
        Action::CalloutsAskedFor => next.settings.callouts_read.clear(),
        Action::TopicSwitched(topic) => {
            let off = &mut next.settings.topics_off;
            if !off.remove(&topic) {
                off.insert(topic);
            }
        }
        Action::OwnTopicsSet(topics) => {
            next.settings.own_topics = topics;
            next.settings.own_topics_draft.clear();
            draft::end_typing(&mut next);
        }
        Action::OwnTopicsTyped(topics) => {
            next.settings.own_topics_draft = topics;
            draft::end_typing(&mut next);
        }
        Action::KeyChanged(command, chord) => next.settings.keys.change(command, chord),
        Action::SingleKeysSwitchedOff => next.settings.keys.switch_singles_off(),
        Action::KeysReset => next.settings.keys = Keys::default(),
        Action::NoticeRaised(notice) => raise(&mut next, notice),
        Action::NoticeDismissed(notice) => next.notices.retain(|n| *n != notice),
    }
    if next.settings != state.settings {
        next.unsaved.mark_settings();
        unsave(&mut next);
    }
    next
}

/// The same article was opened anew: what is not stored yet, or is being written, stands on.
fn go_on(next: &mut State, before: &State) {
    let annotations = Rc::make_mut(&mut next.annotations);
    for id in before.unsaved.annotations.keys() {
        if let Some(own) = before.annotations.get(id) {
            annotations.insert(id.clone(), own.clone());
        }
    }
    let drafts = before.drafts.iter();
    Rc::make_mut(&mut next.drafts).extend(drafts.map(|(id, d)| (id.clone(), d.clone())));
    next.stored_drafts
        .extend(before.stored_drafts.iter().cloned());
    next.writing.clone_from(&before.writing);
    let article = next.unsaved.article;
    next.unsaved = before.unsaved.clone();
    if article {
        next.unsaved.mark_article();
    }
    if !next.unsaved.is_settled() {
        unsave(next);
    }
}

/// The tab in which the finding or note with this id stands.
fn tab_of(state: &State, id: &str) -> Option<Tab> {
    if live(state, id).is_some() {
        return Some(Tab::Notes);
    }
    if state.voice(id).is_some() {
        return Some(Tab::Sources);
    }
    Some(match state.finding(id)?.kind {
        FindingKind::Attribution | FindingKind::Unsourced => Tab::Claims,
        FindingKind::Controversy => Tab::Controversy,
    })
}

fn is_open(state: &State, article: &str) -> bool {
    state
        .article
        .as_ref()
        .is_some_and(|open| open.id == article)
}

fn live<'s>(state: &'s State, id: &str) -> Option<&'s Annotation> {
    state
        .annotations
        .get(id)
        .map(Rc::as_ref)
        .filter(|a| a.is_live())
}

/// Puts the reader's word on a finding in place of the `earlier` one, or as a new annotation `id`.
fn judge(state: &mut State, earlier: Option<String>, judgement: Judgement, id: String, at: String) {
    let body = Body::Judgement(judgement);
    match (earlier, &state.article) {
        (Some(earlier), _) => amend(state, &earlier, |a| Annotation {
            body,
            modified: at,
            ..a
        }),
        (None, Some(article)) => {
            let judged = Annotation {
                id,
                article: article.id.clone(),
                body,
                created: at.clone(),
                modified: at,
                deleted: None,
                carried: None,
            };
            change(state, judged);
        }
        (None, None) => {}
    }
}

/// The id of the live annotation that judges this finding.
fn judgement_of(state: &State, finding: &str) -> Option<String> {
    state.finding(finding)?.judged_by.clone()
}

/// Puts a changed annotation in place and remembers the change.
pub(crate) fn change(state: &mut State, after: Annotation) {
    let before = state.annotations.get(&after.id).cloned();
    state.history.push(Change::Annotation {
        before,
        after: Rc::new(after.clone()),
    });
    put(state, after);
}

/// Lays what is stored over what is here. What was changed here later stays, and is still to be stored.
fn arrive(state: &mut State, annotations: Vec<Annotation>) {
    let mut all = (*state.annotations).clone();
    for annotation in annotations {
        let here = all.get(&annotation.id);
        if here.is_some_and(|here| here.modified >= annotation.modified) {
            continue;
        }
        state.unsaved.annotations.remove(&annotation.id);
        all.insert(annotation.id.clone(), Rc::new(annotation));
    }
    state.annotations = Rc::new(all);
    refresh(state);
}

fn restore(state: &mut State, restored: Restored) {
    match restored {
        Restored::Annotation(annotation) => put(state, *annotation),
        Restored::Article(article) => put_article(state, article),
    }
}

fn amend(state: &mut State, id: &str, to: impl FnOnce(Annotation) -> Annotation) {
    if let Some(before) = state.annotations.get(id) {
        let after = to(before.as_ref().clone());
        change(state, after);
    }
}

fn delete(state: &mut State, id: &str, at: String) {
    amend(state, id, |a| Annotation {
        deleted: Some(at.clone()),
        modified: at,
        ..a
    });
}

/// Puts the reader's word on a voice in place; `id` may be that of an earlier one.
fn say_of_voice(state: &mut State, voice: &Voice, says: VoiceSays, id: String, at: String) {
    let Some(article) = &state.article else {
        return;
    };
    let created = state
        .annotations
        .get(&id)
        .map_or_else(|| at.clone(), |a| a.created.clone());
    let word = Annotation {
        id,
        article: article.id.clone(),
        body: Body::Voice(VoiceWord {
            voice: voice.place.clone(),
            says,
        }),
        created,
        modified: at,
        deleted: None,
        carried: None,
    };
    change(state, word);
}

/// Never "saved" between a change and its storing.
fn unsave(state: &mut State) {
    if state.saved != Saved::Unkept {
        state.saved = Saved::Saving;
    }
}

pub(crate) fn put(state: &mut State, annotation: Annotation) {
    state.unsaved.mark(&annotation.id);
    unsave(state);
    let judged = annotation.judgement().is_some() || annotation.voice_word().is_some();
    Rc::make_mut(&mut state.annotations).insert(annotation.id.clone(), Rc::new(annotation));
    if judged {
        refresh(state);
    }
}

pub(crate) fn refresh(state: &mut State) {
    state.findings = Rc::new(findings(
        state.analysis(),
        state.annotations.values().map(Rc::as_ref),
    ));
    narrow(state);
    let text = state.article.as_ref().map_or("", |a| &a.article.text);
    let heard = state.analysis().map(|analysis| {
        let annotations = state.annotations.values().map(Rc::as_ref);
        let extended = state.extended_shown;
        voices(text, analysis, &state.findings, annotations, extended)
    });
    state.voices = Rc::new(heard.unwrap_or_default());
    let gone = |id: &String| {
        state.finding(id).is_none() && live(state, id).is_none() && state.voice(id).is_none()
    };
    let focus_gone = state.focus.as_ref().is_some_and(gone);
    if focus_gone {
        state.focus = None;
    }
}

fn narrow(state: &mut State) {
    let out = left_out(&state.findings, state.analysis(), &state.filters);
    state.left_out = Rc::new(out);
}

fn raise(state: &mut State, notice: Notice) {
    if !state.notices.contains(&notice) {
        state.notices.push(notice);
    }
}

#[cfg(test)]
mod tests {
    use sourcelight_analysis::{Analysis, ClaimKind, CoverageState, Unsourced};
    use sourcelight_annotation::Verdict;
    use sourcelight_article::Article;
    use sourcelight_text::Span;

    use super::*;
    use crate::{Callout, Command, Filter, Kept, Settings, Status};

    const AT: &str = "2024-11-20T10:00:00Z";

    fn opened() -> State {
        let article = Rc::new(Kept {
            id: "urn:sha256:1".into(),
            article: Article {
                text: "The mines will stop the advance.".into(),
                ..Article::default()
            },
            opened: AT.into(),
        });
        let open = Action::ArticleOpened {
            article,
            annotations: Vec::new(),
            drafts: Vec::new(),
            stored: false,
        };
        reduce(&State::default(), open)
    }

    fn lit() -> State {
        let analysis = Rc::new(Analysis {
            unsourced: vec![Unsourced {
                span: Span::new(0, 31),
                kind: ClaimKind::Prediction,
                coverage: CoverageState::None,
                why: String::new(),
            }],
            ..Analysis::default()
        });
        reduce(
            &opened(),
            Action::AnalysisArrived {
                article: "urn:sha256:1".into(),
                analysis,
            },
        )
    }

    fn noted(state: &State, id: &str, text: &str) -> State {
        let (id, text, at) = (id.to_owned(), text.to_owned(), AT.to_owned());
        reduce(
            state,
            Action::NoteAdded {
                id,
                span: Span::new(4, 9),
                text,
                at,
            },
        )
    }

    fn judge(state: &State, verdict: Verdict, id: &str) -> State {
        let finding = state.findings[0].id.clone();
        let (id, at) = (id.to_owned(), AT.to_owned());
        reduce(
            state,
            Action::FindingJudged {
                finding,
                verdict,
                id,
                at,
            },
        )
    }

    fn undo(state: &State) -> State {
        reduce(state, Action::Undone { at: AT.into() })
    }

    fn redo(state: &State) -> State {
        reduce(state, Action::Redone { at: AT.into() })
    }

    fn texts(state: &State) -> Vec<String> {
        state
            .notes()
            .iter()
            .filter_map(|a| a.note())
            .map(|n| n.text.clone())
            .collect()
    }

    #[test]
    fn a_note_is_added_changed_deleted_and_every_step_undone_and_redone() {
        let one = noted(&opened(), "n", "first");
        let change = Action::NoteChanged {
            id: "n".into(),
            text: "second".into(),
            at: AT.into(),
        };
        let two = reduce(&one, change);
        let gone = reduce(
            &two,
            Action::NoteDeleted {
                id: "n".into(),
                at: AT.into(),
            },
        );
        assert_eq!(
            (texts(&one), texts(&two), texts(&gone).len()),
            (vec!["first".into()], vec!["second".into()], 0)
        );
        let back = undo(&gone);
        assert_eq!(texts(&back), ["second"]);
        assert_eq!(texts(&undo(&back)), ["first"]);
        let none = undo(&undo(&back));
        assert!(texts(&none).is_empty());
        // What was undone is kept, as deleted, so that storage never loses it.
        assert!(none.annotations.get("n").is_some_and(|a| !a.is_live()));
        assert_eq!(texts(&redo(&redo(&none))), ["second"]);
        assert_eq!(undo(&none).annotations, none.annotations);
    }

    #[test]
    fn judging_twice_changes_one_judgement_and_clearing_brings_the_suggestion_back() {
        let accepted = judge(&lit(), Verdict::Accepted, "j1");
        assert_eq!(accepted.findings[0].status, Status::Accepted);
        let rejected = judge(&accepted, Verdict::Rejected, "j2");
        assert_eq!(rejected.findings[0].status, Status::Rejected);
        assert_eq!(rejected.annotations.len(), 1);
        assert_eq!(undo(&rejected).findings[0].status, Status::Accepted);
        assert_eq!(undo(&undo(&rejected)).findings[0].status, Status::Suggested);
        let finding = rejected.findings[0].id.clone();
        let cleared = reduce(
            &rejected,
            Action::JudgementCleared {
                finding,
                at: AT.into(),
            },
        );
        assert_eq!(cleared.findings[0].status, Status::Suggested);
    }

    #[test]
    fn a_new_change_ends_what_can_be_redone() {
        let state = undo(&noted(&opened(), "n", "first"));
        assert!(state.history.can_redo());
        assert!(!noted(&state, "m", "other").history.can_redo());
    }

    #[test]
    fn an_answer_for_another_article_is_dropped() {
        let late = Action::AnalysisArrived {
            article: "urn:sha256:2".into(),
            analysis: Rc::default(),
        };
        assert_eq!(reduce(&opened(), late).light, Light::Waiting);
    }

    #[test]
    fn saved_is_said_only_when_nothing_is_left() {
        let state = noted(&opened(), "n", "first");
        assert_eq!(state.saved, Saved::Saving);
        let stored = state.unsaved.clone();
        let started = reduce(&state, Action::SaveStarted);
        let more = noted(&started, "m", "second");
        let finished = reduce(
            &more,
            Action::SaveFinished {
                stored: stored.clone(),
            },
        );
        assert_eq!(finished.saved, Saved::Saving);
        let rest = finished.unsaved.clone();
        assert_eq!(rest.annotations.keys().collect::<Vec<_>>(), ["m"]);
        assert_eq!(
            reduce(&finished, Action::SaveFinished { stored: rest }).saved,
            Saved::Saved
        );
        let failed = reduce(&more, Action::SaveFailed);
        assert_eq!(
            (failed.saved, failed.unsaved),
            (Saved::Failed, more.unsaved)
        );
    }

    #[test]
    fn the_same_article_opened_anew_keeps_what_is_not_stored_yet() {
        let state = noted(&opened(), "n", "first");
        let article = state.article.clone().unwrap();
        let open = Action::ArticleOpened {
            article,
            annotations: Vec::new(),
            drafts: Vec::new(),
            stored: true,
        };
        let next = reduce(&state, open);
        assert_eq!(texts(&next), ["first"]);
        assert_eq!(next.saved, Saved::Saving);
        assert!(next.unsaved.annotations.contains_key("n"));
    }

    #[test]
    fn opening_another_article_forgets_history_and_focus_but_not_what_must_be_told() {
        let state = noted(&opened(), "n", "first");
        let state = reduce(&state, Action::NoticeRaised(Notice::StorageBlocked));
        let state = reduce(&state, Action::TabChosen(Tab::Notes));
        let article = Rc::new(Kept {
            id: "b".into(),
            article: Article::default(),
            opened: AT.into(),
        });
        let open = Action::ArticleOpened {
            article,
            annotations: Vec::new(),
            drafts: Vec::new(),
            stored: true,
        };
        let next = reduce(&state, open);
        assert!(!next.history.can_undo() && next.focus.is_none() && next.annotations.is_empty());
        assert_eq!(next.notices, [Notice::StorageBlocked]);
    }

    #[test]
    fn a_filter_narrows_what_is_drawn_and_stepped_to_until_it_is_taken_off() {
        let filter = || Action::FilterToggled(Filter::Status(Status::Accepted));
        let narrowed = reduce(&lit(), filter());
        assert!(narrowed.left_out.contains(&narrowed.findings[0].id));
        assert!(narrowed.neighbour(true, |_| true).is_none());
        let accepted = judge(&narrowed, Verdict::Accepted, "j");
        assert!(accepted.left_out.is_empty());
        for off in [filter(), Action::FiltersCleared] {
            let wide = reduce(&narrowed, off);
            assert!(wide.left_out.is_empty() && wide.filters.is_empty());
        }
    }

    #[test]
    fn marks_of_the_machine_and_the_reader_are_hidden_apart() {
        let marks_of = |state: &State| {
            let drawn = crate::marks(state);
            drawn.iter().map(|block| block.len()).sum::<usize>()
        };
        let mut state = lit();
        let kept = state.article.as_mut().map(Rc::make_mut).unwrap();
        kept.article.blocks = vec![sourcelight_article::Block {
            kind: sourcelight_article::BlockKind::Paragraph,
            span: Span::new(0, 32),
        }];
        let state = judge(&noted(&state, "n", "mine"), Verdict::Accepted, "j");
        let own = reduce(&state, Action::OwnToggled);
        let machine = reduce(&state, Action::MachineToggled);
        let both = reduce(&own, Action::MachineToggled);
        assert_eq!([&state, &own, &machine, &both].map(marks_of), [2, 1, 2, 0]);
    }

    #[test]
    fn what_another_tab_stored_stands_here_unless_it_is_older() {
        let state = noted(&opened(), "urn:x:n", "ours");
        let own = state.notes()[0].clone();
        let said = |text: &str, modified: &str| {
            let mut note = own.as_ref().clone();
            let span = own.note().unwrap().span;
            note.body = Body::Note(Note {
                span,
                text: text.into(),
            });
            note.modified = modified.into();
            note
        };
        let arrived = |state: &State, article: &str, note: Annotation| {
            let article = article.to_owned();
            let annotations = vec![note];
            reduce(
                state,
                Action::ArrivedFromElsewhere {
                    article,
                    annotations,
                },
            )
        };
        let older = arrived(&state, &own.article, said("older", "2000-01-01T00:00:00Z"));
        assert_eq!(texts(&older), texts(&state));
        assert_eq!(older.unsaved, state.unsaved);
        let newer = arrived(&state, &own.article, said("newer", "2999-01-01T00:00:00Z"));
        assert_eq!(texts(&newer), ["newer"]);
        assert!(newer.unsaved.annotations.is_empty());
        let other = arrived(&state, "urn:x:other", said("newer", "2999-01-01T00:00:00Z"));
        assert_eq!(texts(&other), texts(&state));
    }

    #[test]
    fn choosing_a_tab_ends_a_search_and_settings_outlive_the_article() {
        let state = reduce(&lit(), Action::Searched("mines".into()));
        assert_eq!(state.query, "mines");
        assert_eq!(reduce(&state, Action::TabChosen(Tab::Notes)).query, "");
        let state = reduce(&state, Action::SettingsLoaded(Settings::read(|_| None)));
        let state = reduce(&state, Action::CalloutRead(Callout::WhoSays));
        let state = reduce(&state, Action::KeyChanged(Command::Help, None));
        let article = state.article.clone().unwrap();
        let open = Action::ArticleOpened {
            article,
            annotations: Vec::new(),
            drafts: Vec::new(),
            stored: true,
        };
        let next = reduce(&state, open);
        assert_eq!(next.settings, state.settings);
        assert!(!next.settings.shows(Callout::WhoSays) && next.query.is_empty());
        assert!(
            reduce(&next, Action::CalloutsAskedFor)
                .settings
                .shows(Callout::WhoSays)
        );
        assert!(!reduce(&next, Action::KeysReset).settings.keys.are_changed());
    }

    #[test]
    fn an_action_on_what_is_gone_changes_nothing() {
        let state = lit();
        for action in [
            Action::NoteDeleted {
                id: "x".into(),
                at: AT.into(),
            },
            Action::NoteChanged {
                id: "x".into(),
                text: "t".into(),
                at: AT.into(),
            },
            Action::JudgementCleared {
                finding: "x".into(),
                at: AT.into(),
            },
            Action::Undone { at: AT.into() },
            Action::Redone { at: AT.into() },
        ] {
            assert_eq!(reduce(&state, action), state);
        }
    }
}
