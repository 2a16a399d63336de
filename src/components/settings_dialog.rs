//! Settings: every key can be changed or switched off (WCAG 2.2, 2.1.4).

use sourcelight_state::{Action, Chord, Command};
use yew::prelude::*;

use super::{
    backup::Backup, language_setting::LanguageSetting, modal::Modal, reader_name::ReaderName,
    topic_settings::TopicSettings,
};
use crate::{app::Desk, commands, lang::t};

/// Settings.
#[component]
pub(crate) fn SettingsDialog() -> Html {
    let desk = use_context::<Desk>();
    // The command whose new key is waited for.
    let waiting = use_state(|| None::<Command>);
    let Some(desk) = desk else {
        return Html::default();
    };
    let act = |action: fn() -> Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(action()))
    };
    let changed = desk.state().settings.keys.are_changed();
    html! {
        <Modal title={t!("settings")}>
            <LanguageSetting />
            <Backup />
            <ReaderName />
            <TopicSettings />
            <h3>{ t!("keys") }</h3>
            <p>{ t!("keys-intro") }</p>
            <div class="row">
                <button onclick={act(|| Action::SingleKeysSwitchedOff)}>{ t!("single-keys-off") }</button>
                <button onclick={act(|| Action::KeysReset)} disabled={!changed}>{ t!("keys-reset") }</button>
            </div>
            <ul class="key-settings">
                { for Command::ALL.iter().map(|command| row(&desk, *command, &waiting)) }
            </ul>
        </Modal>
    }
}

fn row(desk: &Desk, command: Command, waiting: &UseStateHandle<Option<Command>>) -> Html {
    let name = commands::name(command);
    let chord = desk.state().settings.keys.of(command);
    let waits = **waiting == Some(command);
    let ask = {
        let waiting = waiting.clone();
        Callback::from(move |_: MouseEvent| waiting.set((!waits).then_some(command)))
    };
    let take = {
        let (desk, waiting) = (desk.clone(), waiting.clone());
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            // Tab leaves, and a modifier alone is not a key yet.
            let alone = matches!(key.as_str(), "Shift" | "Control" | "Alt" | "Meta" | "Tab");
            if !waits || alone || event.alt_key() || event.is_composing() {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            if key != "Escape" {
                let control = event.ctrl_key() || event.meta_key();
                let chord = Chord::pressed(&key, control, event.shift_key());
                desk.act(Action::KeyChanged(command, Some(chord)));
            }
            waiting.set(None);
        })
    };
    let off = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(Action::KeyChanged(command, None)))
    };
    let leave = {
        let waiting = waiting.clone();
        Callback::from(move |_: FocusEvent| {
            if waits {
                waiting.set(None);
            }
        })
    };
    let shown = chord.as_ref().map(Chord::shown);
    let says = shown.clone().unwrap_or_else(|| t!("no-key"));
    let asks = if waits {
        t!("press-a-key-for", name = name.clone())
    } else {
        t!("change-key", name = name.clone(), key = says.clone())
    };
    html! {
        <li key={command.word()}>
            <span class="key-name">{ name.clone() }</span>
            <button
                class="key-change" onclick={ask} onkeydown={take} onblur={leave}
                aria-label={asks}
            >
                if waits { { t!("press-a-key") } } else if shown.is_some() { <kbd>{ says }</kbd> } else { { says } }
            </button>
            <button disabled={chord.is_none()} onclick={off} aria-label={t!("key-off-for", name = name)}>
                { t!("key-off") }
            </button>
        </li>
    }
}
