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
