//! The Notes tab: what the reader wrote, beside the words it is about, and what is not finished.

use std::rc::Rc;

use sourcelight_annotation::Annotation;
use sourcelight_state::{Action, Draft, DraftPlace};
use sourcelight_text::Span;
use yew::prelude::*;

use super::note_form::NoteForm;
use crate::{
    app::Desk,
    browser::{clock, ids, selection},
    lang::t,
};

/// The Notes tab.
#[component]
pub(crate) fn Notes() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let notes = state.notes();
    let drafts = state.note_drafts();
    html! {
        <>
            { for drafts.iter().map(|draft| unfinished(&desk, draft, text)) }
            if notes.is_empty() && drafts.is_empty() { <p class="empty">{ t!("no-notes") }</p> }
            <ol class="items">
                { for notes.iter().map(|note| entry(&desk, note, text)) }
            </ol>
        </>
    }
}

/// Opens a form for a note on a passage.
pub(crate) fn start(desk: &Desk, span: Span) {
    begin(desk, DraftPlace::Note(span), String::new());
}

fn begin(desk: &Desk, place: DraftPlace, text: String) {
    if let Some(kept) = &desk.state().article {
        desk.act(Action::DraftStarted(Draft {
            id: ids::new_id(),
            article: kept.id.clone(),
            place,
            text,
            at: clock::now(),
        }));
    }
}

/// A note on a passage that is being written.
pub(crate) fn unfinished(desk: &Desk, draft: &Draft, text: &str) -> Html {
    let DraftPlace::Note(span) = draft.place else {
        return Html::default();
    };
    let save = {
        let (desk, id) = (desk.clone(), draft.id.clone());
        Callback::from(move |text: String| {
            let (id, at) = (id.clone(), clock::now());
            desk.act(Action::NoteAdded { id, span, text, at });
            selection::clear();
        })
    };
    form(desk, draft, span.of(text).to_owned(), save)
}

fn form(desk: &Desk, draft: &Draft, quote: String, save: Callback<String>) -> Html {
    let typed = {
        let (desk, draft) = (desk.clone(), draft.clone());
        Callback::from(move |text: String| {
            desk.act(Action::DraftTyped(Draft {
                text,
                at: clock::now(),
                ..draft.clone()
            }));
        })
    };
    let cancel = {
        let (desk, id) = (desk.clone(), draft.id.clone());
        Callback::from(move |()| desk.act(Action::DraftDropped(id.clone())))
    };
    let state = desk.state();
    html! {
        <NoteForm
            key={draft.id.clone()} {quote} words={draft.text.clone()} {typed} {save} {cancel}
            draft={state.stored_drafts.contains(&draft.id) && !draft.text.trim().is_empty()}
            active={state.writing.as_ref() == Some(&draft.id)}
        />
    }
}

fn entry(desk: &Desk, annotation: &Rc<Annotation>, text: &str) -> Html {
    let Some(note) = annotation.note() else {
        return Html::default();
    };
    let id = &annotation.id;
    let quote = note.span.of(text).to_owned();
    if let Some(draft) = desk.state().draft_of(id) {
        let save = {
            let (desk, id) = (desk.clone(), id.clone());
            Callback::from(move |text: String| {
                desk.act(Action::NoteChanged {
                    id: id.clone(),
                    text,
                    at: clock::now(),
                });
            })
        };
        return html! { <li key={id.clone()}>{ form(desk, draft, quote, save) }</li> };
    }
    let focus = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| desk.act(Action::FocusMoved(Some(id.clone()))))
    };
    let edit = {
        let (desk, id, words) = (desk.clone(), id.clone(), note.text.clone());
        Callback::from(move |_: MouseEvent| {
            begin(&desk, DraftPlace::Change(id.clone()), words.clone());
        })
    };
    let delete = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::NoteDeleted {
                id: id.clone(),
                at: clock::now(),
            });
        })
    };
    let in_focus = desk.state().focus.as_ref() == Some(id);
    html! {
        <li
            class={classes!("item", "confirmed", in_focus.then_some("in-focus"))}
            key={id.clone()} data-id={id.clone()} id={format!("item-{id}")}
        >
            <blockquote dir="auto">
                <button class="passage" onclick={focus}>{ quote }</button>
            </blockquote>
            <p class="note-words" dir="auto">{ note.text.clone() }</p>
            <div class="row">
                <button onclick={edit}>{ t!("edit") }</button>
                <button onclick={delete}>{ t!("delete") }</button>
            </div>
        </li>
    }
}
