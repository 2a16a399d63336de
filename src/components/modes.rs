//! What the reader has come to do: read, or audit.

use sourcelight_state::{Action, Command, Mode};
use yew::prelude::*;

use crate::{
    app::Desk,
    commands,
    lang::{label, t},
};

/// The switch between the modes.
#[component]
pub(crate) fn Modes() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let now = desk.state().mode;
    let key = commands::aria_key(&desk, Command::Audit);
    html! {
        <span class="modes" role="group" aria-label={t!("modes")}>
            { for Mode::ALL.iter().map(|&mode| {
                let desk = desk.clone();
                let choose = Callback::from(move |_: MouseEvent| desk.act(Action::ModeChosen(mode)));
                html! {
                    <button
                        key={mode.word()} class={mode.word()} aria-pressed={(mode == now).to_string()} onclick={choose}
                        aria-keyshortcuts={key.clone().filter(|_| mode != now)}
                    >{ label("mode", mode.word()) }</button>
                }
            }) }
        </span>
    }
}
