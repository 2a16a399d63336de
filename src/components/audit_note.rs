//! The audit note: what was found and decided, and what the desk is asked, to be handed on.

use exchanger::Form;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::export_dialog::handed;
use crate::{
    app::Desk,
    effects::hand_on,
    lang::{said, t},
};

/// The buttons that hand the audit note on.
#[component]
pub(crate) fn AuditNote() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let write = |copy: bool| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            let desk = desk.clone();
            desk.said.set(t!("exchange-busy"));
            spawn_local(async move {
                let came = hand_on(Form::Markdown, desk.state(), &desk.shared.0).await;
                desk.said.set(match came {
                    Ok(written) => handed(&written, Form::Markdown, copy).await,
                    Err(why) => said(&why),
                });
            });
        })
    };
    html! {
        <div class="audit-note">
            <p class="quiet">{ t!("audit-note-hint") }</p>
            <div class="row">
                <button onclick={write(true)}>{ t!("audit-note-copy") }</button>
                <button onclick={write(false)}>{ t!("audit-note-save") }</button>
            </div>
        </div>
    }
}
