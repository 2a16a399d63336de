//! The name the reader goes by in what they hand on.

use sourcelight_state::Action;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{app::Desk, effects::use_typing, lang::t};

/// The field for the reader's name.
#[component]
pub(crate) fn ReaderName() -> Html {
    let desk = use_context::<Desk>();
    let field = use_node_ref();
    let typing = use_typing({
        let desk = desk.clone();
        Callback::from(move |(_, name): (String, String)| {
            if let Some(desk) = &desk {
                desk.act(Action::ReaderNamed(name));
            }
        })
    });
    {
        let field = field.clone();
        let name = desk.as_ref().map(|d| d.state().settings.reader.clone());
        // Once: what is typed is the field's own from then on.
        use_effect_with((), move |()| {
            if let (Some(field), Some(name)) = (field.cast::<HtmlInputElement>(), name) {
                field.set_value(&name);
            }
        });
    }
    let on_input = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            typing.typed("", field.value());
        }
    });
    html! {
        <div class="field reader-name">
            <label for="reader-name">{ t!("reader-name") }</label>
            <input
                id="reader-name" ref={field} type="text" autocomplete="name" dir="auto" maxlength="200"
                oninput={on_input} aria-describedby="reader-name-hint"
            />
            <p class="quiet" id="reader-name-hint">{ t!("reader-name-hint") }</p>
        </div>
    }
}
