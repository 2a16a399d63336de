//! Where a note is written. Its words live here until they are saved.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::lang::t;

/// What is written on, and what happens with it.
#[derive(PartialEq, Properties)]
pub(crate) struct NoteFormProps {
    /// The passage.
    pub(crate) quote: String,
    /// The words to start with.
    pub(crate) words: AttrValue,
    /// Called with the words when they are saved.
    pub(crate) save: Callback<String>,
    /// Called when nothing is to be saved.
    pub(crate) cancel: Callback<()>,
}

/// Where a note is written.
#[component]
pub(crate) fn NoteForm(props: &NoteFormProps) -> Html {
    let area = use_node_ref();
    {
        let area = area.clone();
        use_effect_with((), move |()| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                // The form opens to be written in.
                let _ = area.focus();
            }
        });
    }
    let commit = {
        let (area, save) = (area.clone(), props.save.clone());
        move || {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
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
    let on_key = {
        let cancel = props.cancel.clone();
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
                    cancel.emit(());
                }
            }
            _ => {}
        })
    };
    let on_cancel = props.cancel.reform(|_: MouseEvent| ());
    html! {
        <form class="note-form" onsubmit={on_submit} aria-label={t!("note-form")}>
            <blockquote dir="auto">{ &props.quote }</blockquote>
            <textarea
                ref={area} rows="4" dir="auto" aria-label={t!("note")} onkeydown={on_key}
                defaultvalue={props.words.clone()}
            />
            <div class="row">
                <button type="submit" class="primary">{ t!("save-note") }</button>
                <button type="button" onclick={on_cancel}>{ t!("cancel") }</button>
            </div>
        </form>
    }
}
