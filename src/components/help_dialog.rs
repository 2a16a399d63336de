//! Help: what the marks mean, the keys, what stays local.

use sourcelight_state::{Command, Group};
use yew::prelude::*;

use super::{guide::Guide, modal::Modal, outline::Legend};
use crate::{
    app::{Desk, Dialog},
    commands,
    lang::{label, t},
};

/// Help.
#[component]
pub(crate) fn HelpDialog() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let settings = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Settings)))
    };
    let callouts = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.dialog.set(None);
            commands::run(&desk, Command::Callouts);
        })
    };
    html! {
        <Modal title={t!("help")}>
            <p>{ t!("help-intro") }</p>
            <p><button class="glance-button" onclick={callouts}>{ t!("callouts-again") }</button></p>
            <h3>{ t!("legend") }</h3>
            <Legend />
            <h3>{ t!("keys") }</h3>
            { for Group::ALL.iter().map(|group| key_group(&desk, *group)) }
            <p><button class="glance-button" onclick={settings}>{ t!("change-keys") }</button></p>
            <Guide />
            <h3>{ t!("help-local-title") }</h3>
            <p>{ t!("help-local") }</p>
            <p><a href="rescue.html">{ t!("rescue") }</a></p>
        </Modal>
    }
}

fn key_group(desk: &Desk, group: Group) -> Html {
    let keys = &desk.state().settings.keys;
    let own = Command::ALL.iter().filter(|c| c.group() == group);
    let with_key = own.filter_map(|c| Some((*c, keys.of(*c)?)));
    html! {
        <section key={group.word()} class="key-group">
            <h4>{ label("command-group", group.word()) }</h4>
            <dl class="keys">
                { for with_key.map(|(command, chord)| html! {
                    <div key={command.word()}>
                        <dt><kbd>{ chord.shown() }</kbd></dt><dd>{ commands::name(command) }</dd>
                    </div>
                }) }
                if group == Group::Judge {
                    <div><dt><kbd>{ "Ctrl+Enter" }</kbd></dt><dd>{ t!("save-note") }</dd></div>
                }
            </dl>
        </section>
    }
}
