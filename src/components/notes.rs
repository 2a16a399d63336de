//! The Notes tab: what the reader wrote, beside the words it is about.

use std::rc::Rc;

use sourcelight_annotation::Annotation;
use sourcelight_state::Action;
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
    let desk = use_context::<Desk>();
    let editing = use_state(|| None::<String>);
    let Some(desk) = desk else {
        return Html::default();
    };
    let state = desk.state();
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let notes = state.notes();
    let form = desk.draft.map(|span| {
        let save = {
            let (desk, draft) = (desk.clone(), desk.draft.clone());
            Callback::from(move |text: String| {
                let (id, at) = (ids::new_id(), clock::now());
                desk.act(Action::NoteAdded { id, span, text, at });
                draft.set(None);
                selection::clear();
            })
        };
        let cancel = {
            let draft = desk.draft.clone();
            Callback::from(move |()| draft.set(None))
        };
        let quote = span.of(text).to_owned();
        html! { <NoteForm key={format!("{span:?}")} {quote} words="" {save} {cancel} /> }
    });
    html! {
        <>
            { for form.iter().cloned() }
            if notes.is_empty() && form.is_none() { <p class="empty">{ t!("no-notes") }</p> }
            <ol class="items">
                { for notes.iter().map(|note| entry(&desk, note, text, &editing)) }
            </ol>
        </>
    }
}

fn entry(
    desk: &Desk,
    annotation: &Rc<Annotation>,
    text: &str,
    editing: &UseStateHandle<Option<String>>,
) -> Html {
    let Some(note) = annotation.note() else {
        return Html::default();
    };
    let id = &annotation.id;
    let quote = note.span.of(text).to_owned();
    if editing.as_ref() == Some(id) {
        let save = {
            let (desk, editing, id) = (desk.clone(), editing.clone(), id.clone());
            Callback::from(move |text: String| {
                desk.act(Action::NoteChanged {
                    id: id.clone(),
                    text,
                    at: clock::now(),
                });
                editing.set(None);
            })
        };
        let cancel = {
            let editing = editing.clone();
            Callback::from(move |()| editing.set(None))
        };
        let words = note.text.clone();
        return html! { <li key={id.clone()}><NoteForm {quote} {words} {save} {cancel} /></li> };
    }
    let focus = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| desk.act(Action::FocusMoved(Some(id.clone()))))
    };
    let edit = {
        let (editing, id) = (editing.clone(), id.clone());
        Callback::from(move |_: MouseEvent| editing.set(Some(id.clone())))
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
