//! Where a note is written. Its words are kept while they are typed, as a draft.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::{effects::use_typing, lang::t};

/// What is written on, and what happens with it.
#[derive(PartialEq, Properties)]
pub(crate) struct NoteFormProps {
    /// The passage.
    pub(crate) quote: String,
    /// The words to start with.
    pub(crate) words: AttrValue,
    /// Whether they were typed before and not saved.
    pub(crate) draft: bool,
    /// Whether the form opens to be written in.
    pub(crate) active: bool,
    /// Called with the words soon after they were typed.
    pub(crate) typed: Callback<String>,
    /// Called with the words when they are saved.
    pub(crate) save: Callback<String>,
    /// Called when nothing is to be saved.
    pub(crate) cancel: Callback<()>,
}

/// Where a note is written.
#[component]
pub(crate) fn NoteForm(props: &NoteFormProps) -> Html {
    let area = use_node_ref();
    let typing = use_typing(props.typed.reform(|(_, words)| words));
    // What the field began with stays its default: a new one would not change what is typed.
    let words = use_memo((), |()| props.words.clone());
    {
        let area = area.clone();
        use_effect_with(props.active, move |active| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>().filter(|_| *active) {
                let _ = area.focus();
            }
        });
    }
    let commit = {
        let (area, save, typing) = (area.clone(), props.save.clone(), typing.clone());
        move || {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                typing.forget();
                save.emit(area.value());
            }
        }
    };
    let on_submit = {
        let commit = commit.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            commit();
        })
    };
    let on_input = {
        let (area, typing) = (area.clone(), typing.clone());
        Callback::from(move |_: InputEvent| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                typing.typed("", area.value());
            }
        })
    };
    let on_blur = {
        let typing = typing.clone();
        Callback::from(move |_: FocusEvent| typing.hand_on())
    };
    let cancel = {
        let (cancel, typing) = (props.cancel.clone(), typing);
        move || {
            typing.forget();
            cancel.emit(());
        }
    };
    let on_key = {
        let cancel = cancel.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => commit(),
            "Escape" => {
                event.stop_propagation();
                // What has been typed is thrown away only by the Cancel button.
                let empty = event
                    .target()
                    .and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok())
                    .is_some_and(|area| area.value().trim().is_empty());
                if empty {
                    cancel();
                }
            }
            _ => {}
        })
    };
    let on_cancel = Callback::from(move |_: MouseEvent| cancel());
    html! {
        <form class="note-form" onsubmit={on_submit} aria-label={t!("note-form")}>
            <blockquote dir="auto">{ &props.quote }</blockquote>
            <textarea
                ref={area} rows="4" dir="auto" aria-label={t!("note")} onkeydown={on_key}
                oninput={on_input} onblur={on_blur} defaultvalue={(*words).clone()}
            />
            if props.draft { <p class="quiet">{ t!("draft-kept") }</p> }
            <div class="row">
                <button type="submit" class="primary">{ t!("save-note") }</button>
                <button type="button" onclick={on_cancel}>{ t!("cancel") }</button>
            </div>
        </form>
    }
}
