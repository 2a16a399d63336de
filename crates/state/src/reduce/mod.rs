//! What changes when something happens.

mod annotations;
mod auditing;

use std::rc::Rc;

use sourcelight_annotation::{Annotation, Body, FindingKind, Judgement, Note, Verdict, VoiceSays};

use crate::{
    Action, DraftPlace, Keys, Light, MarkSet, Mode, Notice, Saved, State, Tab, correct::correct,
    draft, lost,
};
use annotations::{
    amend, arrive, delete, judge, judgement_of, live, narrow, restore, say, say_of_voice, unsave,
};
pub(crate) use annotations::{change, put, refresh};

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
                mode: state.mode,
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
            // In an audit, a note on an item's passage is written at the item.
            let at_item = match started.place {
                DraftPlace::Note(span) => auditing::item_at(state, span).is_some(),
                DraftPlace::Change(_) | DraftPlace::Field(_) => false,
            };
            if !at_item {
                next.mode = Mode::Read;
            }
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
            if state.article.is_some() {
                draft::drop(&mut next, &id);
                let body = Body::Note(Note { span, text });
                say(&mut next, None, body, id.clone(), at);
                next.focus = auditing::item_at(state, span).or(Some(id));
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
                    next.mode = Mode::Read;
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
        Action::ItemJudged {
            item,
            verdict,
            id,
            at,
        } => auditing::decide(&mut next, &item, verdict, id, at),
        Action::DeskAsked {
            item,
            question,
            id,
            at,
        } => auditing::ask(&mut next, &item, question, id, at),
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
        Action::ModeChosen(mode) => {
            next.mode = mode;
            next.comparing = None;
            next.query.clear();
            next.focus = auditing::counterpart(state, mode);
        }
        Action::DeskShown(shown) => {
            next.mode = Mode::Audit;
            next.desk_shown = shown;
            next.query.clear();
        }
        Action::TabChosen(tab) => {
            next.tab = tab;
            next.mode = Mode::Read;
            next.comparing = None;
            next.query.clear();
        }
        Action::FocusMoved(id) => {
            let id = id.map(|id| auditing::item_of(state, &id).unwrap_or(id));
            next.desk_shown &= id.is_none();
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
        Action::SetToggled(MarkSet::Machine) => next.machine_hidden = !state.machine_hidden,
        Action::SetToggled(MarkSet::Own) => next.own_hidden = !state.own_hidden,
        Action::SetToggled(MarkSet::Of(name)) => {
            if !next.hidden_sets.remove(&name) {
                next.hidden_sets.insert(name);
            }
        }
        Action::SetsCompared(sets) => {
            next.comparing = sets;
            next.query.clear();
        }
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
        Action::LanguageChosen(language) => next.settings.language = language,
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

fn raise(state: &mut State, notice: Notice) {
    if !state.notices.contains(&notice) {
        state.notices.push(notice);
    }
}

#[cfg(test)]
mod tests;
