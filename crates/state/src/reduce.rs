//! What changes when something happens.

use std::rc::Rc;

use sourcelight_annotation::{Annotation, Body, FindingKind, Note};

use crate::{
    Action, Change, Light, Notice, Saved, State, Tab,
    correct::{correct, put_article},
    findings,
    history::Restored,
};

/// The state after `action`. Pure; an action that does not fit (an id that is gone, an answer for
/// another article) changes nothing.
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::ArticleOpened {
            article,
            annotations,
            stored,
        } => {
            next = State {
                machine_hidden: state.machine_hidden,
                extended_shown: state.extended_shown,
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
        Action::NoteAdded { id, span, text, at } => {
            if let Some(article) = &state.article {
                let note = Annotation {
                    id: id.clone(),
                    article: article.id.clone(),
                    body: Body::Note(Note { span, text }),
                    created: at.clone(),
                    modified: at,
                    deleted: None,
                };
                change(&mut next, note);
                next.focus = Some(id);
            }
        }
        Action::NoteChanged { id, text, at } => {
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
                amend(&mut next, &id, |a| Annotation {
                    deleted: Some(at.clone()),
                    modified: at,
                    ..a
                });
                next.focus = None;
            }
        }
        Action::FindingJudged {
            finding,
            verdict,
            id,
            at,
        } => {
            if let (Some(found), Some(article)) = (state.finding(&finding), &state.article) {
                let body = Body::Judgement(found.judged(verdict));
                match judgement_of(state, &finding) {
                    Some(earlier) => {
                        amend(&mut next, &earlier, |a| Annotation {
                            body,
                            modified: at,
                            ..a
                        });
                    }
                    None => {
                        let judged = Annotation {
                            id,
                            article: article.id.clone(),
                            body,
                            created: at.clone(),
                            modified: at,
                            deleted: None,
                        };
                        change(&mut next, judged);
                    }
                }
            }
        }
        Action::JudgementCleared { finding, at } => {
            if let Some(id) = judgement_of(state, &finding) {
                amend(&mut next, &id, |a| Annotation {
                    deleted: Some(at.clone()),
                    modified: at,
                    ..a
                });
            }
        }
        Action::MetadataCorrected { metadata } => {
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
            next.saved = if next.unsaved.is_empty() {
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
        Action::TabChosen(tab) => next.tab = tab,
        Action::FocusMoved(id) => {
            if let Some(tab) = id.as_deref().and_then(|id| tab_of(state, id)) {
                next.tab = tab;
            }
            next.focus = id;
        }
        Action::MachineToggled => next.machine_hidden = !state.machine_hidden,
        Action::ExtendedToggled => next.extended_shown = !state.extended_shown,
        Action::NoticeRaised(notice) => raise(&mut next, notice),
        Action::NoticeDismissed(notice) => next.notices.retain(|n| *n != notice),
    }
    next
}

/// The tab in which the finding or note with this id stands.
fn tab_of(state: &State, id: &str) -> Option<Tab> {
    if live(state, id).is_some() {
        return Some(Tab::Notes);
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

/// The id of the live annotation that judges this finding.
fn judgement_of(state: &State, finding: &str) -> Option<String> {
    state.finding(finding)?.judged_by.clone()
}

/// Puts a changed annotation in place and remembers the change.
fn change(state: &mut State, after: Annotation) {
    let before = state.annotations.get(&after.id).cloned();
    state.history.push(Change::Annotation {
        before,
        after: Rc::new(after.clone()),
    });
    put(state, after);
}

fn restore(state: &mut State, restored: Restored) {
    match restored {
        Restored::Annotation(annotation) => put(state, annotation),
        Restored::Article(article) => put_article(state, article),
    }
}

fn amend(state: &mut State, id: &str, to: impl FnOnce(Annotation) -> Annotation) {
    if let Some(before) = state.annotations.get(id) {
        let after = to(before.as_ref().clone());
        change(state, after);
    }
}

fn put(state: &mut State, annotation: Annotation) {
    state.unsaved.mark(&annotation.id);
    if state.saved != Saved::Unkept {
        // Never "saved" between a change and its storing.
        state.saved = Saved::Saving;
    }
    let judged = annotation.judgement().is_some();
    Rc::make_mut(&mut state.annotations).insert(annotation.id.clone(), Rc::new(annotation));
    if judged {
        refresh(state);
    }
}

fn refresh(state: &mut State) {
    state.findings = Rc::new(findings(
        state.analysis(),
        state.annotations.values().map(Rc::as_ref),
    ));
    let focus_gone = state
        .focus
        .as_ref()
        .is_some_and(|id| state.finding(id).is_none() && live(state, id).is_none());
    if focus_gone {
        state.focus = None;
    }
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
    use crate::{Kept, Status};

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
            stored: true,
        };
        let next = reduce(&state, open);
        assert!(!next.history.can_undo() && next.focus.is_none() && next.annotations.is_empty());
        assert_eq!(next.notices, [Notice::StorageBlocked]);
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
