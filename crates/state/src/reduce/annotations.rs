//! Putting annotations in place: what every change of the reader's comes down to.

use std::rc::Rc;

use sourcelight_annotation::{Annotation, Body, Judgement, Maker, VoiceSays, VoiceWord};

use crate::{
    Change, Saved, State, Voice, audit::audit, correct::put_article, filter::left_out, findings,
    history::Restored, voices::voices,
};

/// The live annotation with this id.
pub(super) fn live<'s>(state: &'s State, id: &str) -> Option<&'s Annotation> {
    state
        .annotations
        .get(id)
        .map(Rc::as_ref)
        .filter(|a| a.is_live())
}

/// Puts the reader's word on a finding in place of the `earlier` one, or as a new annotation `id`.
pub(super) fn judge(
    state: &mut State,
    earlier: Option<String>,
    judgement: Judgement,
    id: String,
    at: String,
) {
    say(state, earlier, Body::Judgement(judgement), id, at);
}

/// The reader says `body`: the annotation `earlier` says it from now on, or one of its own, `id`, does.
pub(super) fn say(state: &mut State, earlier: Option<String>, body: Body, id: String, at: String) {
    match (earlier, &state.article) {
        (Some(earlier), _) => amend(state, &earlier, |a| Annotation {
            body,
            modified: at,
            ..a
        }),
        (None, Some(article)) => {
            let said = Annotation {
                id,
                article: article.id.clone(),
                body,
                created: at.clone(),
                modified: at,
                maker: Maker::Reader,
                deleted: None,
                carried: None,
            };
            change(state, said);
        }
        (None, None) => {}
    }
}

/// The id of the live annotation that judges this finding.
pub(super) fn judgement_of(state: &State, finding: &str) -> Option<String> {
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
pub(super) fn arrive(state: &mut State, annotations: Vec<Annotation>) {
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

/// Puts back what undoing or redoing gave.
pub(super) fn restore(state: &mut State, restored: Restored) {
    match restored {
        Restored::Annotation(annotation) => put(state, *annotation),
        Restored::Article(article) => put_article(state, article),
    }
}

/// Changes an annotation that is there.
pub(super) fn amend(state: &mut State, id: &str, to: impl FnOnce(Annotation) -> Annotation) {
    if let Some(before) = state.annotations.get(id) {
        let after = to(before.as_ref().clone());
        change(state, after);
    }
}

/// Marks an annotation deleted; it is kept and can come back.
pub(super) fn delete(state: &mut State, id: &str, at: String) {
    amend(state, id, |a| Annotation {
        deleted: Some(at.clone()),
        modified: at,
        ..a
    });
}

/// Puts the reader's word on a voice in place; `id` may be that of an earlier one.
pub(super) fn say_of_voice(
    state: &mut State,
    voice: &Voice,
    says: VoiceSays,
    id: String,
    at: String,
) {
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
        maker: Maker::Reader,
        deleted: None,
        carried: None,
    };
    change(state, word);
}

/// Never "saved" between a change and its storing.
pub(super) fn unsave(state: &mut State) {
    if state.saved != Saved::Unkept {
        state.saved = Saved::Saving;
    }
}

/// Puts an annotation in place, to be stored.
pub(crate) fn put(state: &mut State, annotation: Annotation) {
    state.unsaved.mark(&annotation.id);
    unsave(state);
    let judged = annotation.note().is_none();
    Rc::make_mut(&mut state.annotations).insert(annotation.id.clone(), Rc::new(annotation));
    if judged {
        refresh(state);
    }
}

/// Lays the annotations over what the engine found, anew.
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
    state.audit = Rc::new(audit(
        text,
        state.analysis(),
        &state.findings,
        &state.voices,
        state.annotations.values().map(Rc::as_ref),
    ));
    let gone = |id: &String| {
        let stands = state.finding(id).is_some() || state.voice(id).is_some();
        !stands && live(state, id).is_none() && state.item(id).is_none()
    };
    let focus_gone = state.focus.as_ref().is_some_and(gone);
    if focus_gone {
        state.focus = None;
    }
}

/// Says anew which findings the filters leave out.
pub(super) fn narrow(state: &mut State) {
    let out = left_out(&state.findings, state.analysis(), &state.filters);
    state.left_out = Rc::new(out);
}
