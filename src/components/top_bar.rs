//! The bar at the top: open, undo, redo, marks, saved state, help.

use sourcelight_state::{Action, Command, Saved};
use yew::prelude::*;

use super::{
    bar_icon::{BarIcon, Sign},
    modes::Modes,
};
use crate::{
    app::{Desk, Dialog},
    browser::clock,
    commands,
    lang::t,
};

/// The bar at the top.
#[component]
pub(crate) fn TopBar() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    let act = |make: fn() -> Action| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(make()))
    };
    let show = |which: Dialog| {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(which)))
    };
    let ask = |command: Command| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            commands::run(&desk, command);
        })
    };
    let key = |command| commands::aria_key(&desk, command);
    html! {
        <header class="top-bar">
            <b class="brand">{ t!("app-name") }</b>
            <button onclick={show(Dialog::Open)} aria-keyshortcuts={key(Command::Open)}>{ t!("open") }</button>
            <button class="wide" onclick={show(Dialog::Library)} aria-keyshortcuts={key(Command::Library)}>{ t!("library") }</button>
            <Modes />
            <span class="pair">
                <button
                    onclick={act(|| Action::Undone { at: clock::now() })}
                    disabled={!state.history.can_undo()}
                    aria-keyshortcuts={key(Command::Undo)}
                 aria-label={t!("undo")}
                ><BarIcon sign={Sign::Undo} word={t!("undo")} /></button>
                <button
                    onclick={act(|| Action::Redone { at: clock::now() })}
                    disabled={!state.history.can_redo()}
                    aria-keyshortcuts={key(Command::Redo)}
                 aria-label={t!("redo")}
                ><BarIcon sign={Sign::Redo} word={t!("redo")} /></button>
            </span>
            <button
                class="wide marks"
                aria-pressed={(!state.machine_hidden).to_string()}
                onclick={act(|| Action::MachineToggled)}
                aria-keyshortcuts={key(Command::MachineMarks)}
            >{ t!("machine-marks") }</button>
            <span class="space" />
            <SavedState saved={state.saved} />
            <button onclick={ask(Command::Search)} aria-keyshortcuts={key(Command::Search)} aria-label={t!("search")}>
                <BarIcon sign={Sign::Search} word={t!("search")} />
            </button>
            <button onclick={show(Dialog::Export)} disabled={state.article.is_none()} aria-keyshortcuts={key(Command::Export)} aria-label={t!("export")}>
                <BarIcon sign={Sign::Export} word={t!("export")} />
            </button>
            <button class="wide" onclick={show(Dialog::Settings)} aria-keyshortcuts={key(Command::Settings)}>{ t!("settings") }</button>
            <button onclick={show(Dialog::Help)} aria-keyshortcuts={key(Command::Help)}>{ t!("help") }</button>
        </header>
    }
}

#[derive(PartialEq, Properties)]
struct SavedStateProps {
    saved: Saved,
}

/// Says whether the last change is stored.
#[component]
fn SavedState(props: &SavedStateProps) -> Html {
    let (class, text) = match props.saved {
        Saved::Saved => ("saved", t!("saved")),
        Saved::Saving => ("saved saving", t!("saving")),
        Saved::Failed => ("saved failed", t!("save-failed")),
        Saved::Unkept => ("saved failed", t!("unkept")),
    };
    html! { <span {class} role="status">{ text }</span> }
}
