//! The name the reader goes by in what they hand on.

use sourcelight_state::Action;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{app::Desk, lang::t};

/// The field for the reader's name.
#[component]
pub(crate) fn ReaderName() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let name = desk.state().settings.reader.clone();
    let on_change = Callback::from(move |event: Event| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            desk.act(Action::ReaderNamed(field.value().trim().to_owned()));
        }
    });
    html! {
        <div class="field reader-name">
            <label for="reader-name">{ t!("reader-name") }</label>
            <input
                id="reader-name" type="text" autocomplete="name" dir="auto" maxlength="200" value={name}
                onchange={on_change} aria-describedby="reader-name-hint"
            />
            <p class="quiet" id="reader-name-hint">{ t!("reader-name-hint") }</p>
        </div>
    }
}
