//! All commands by name: type a few letters, press Enter.

use sourcelight_state::Command;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::modal::Modal;
use crate::{app::Desk, browser::page, commands, lang::t};

/// The palette.
#[component]
pub(crate) fn Palette() -> Html {
    let desk = use_context::<Desk>();
    let typed = use_state(String::new);
    let at = use_state(|| 0_usize);
    let Some(desk) = desk else {
        return Html::default();
    };
    let found: Vec<(Command, String)> = Command::ALL
        .iter()
        .filter(|c| **c != Command::Palette)
        .map(|c| (*c, commands::name(*c)))
        .filter(|(_, name)| meant(name, &typed))
        .collect();
    let chosen = (*at).min(found.len().saturating_sub(1));
    let run = {
        let desk = desk.clone();
        Callback::from(move |command: Command| {
            desk.dialog.set(None);
            commands::run(&desk, command);
        })
    };
    let on_input = {
        let (typed, at) = (typed.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            let field = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            typed.set(field.map(|f| f.value()).unwrap_or_default());
            at.set(0);
        })
    };
    let on_key = {
        let (at, run) = (at.clone(), run.clone());
        let (count, command) = (found.len(), found.get(chosen).map(|(command, _)| *command));
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowDown" if count > 0 => (chosen + 1) % count,
                "ArrowUp" if count > 0 => (chosen + count - 1) % count,
                "Enter" => {
                    event.prevent_default();
                    if let Some(command) = command {
                        run.emit(command);
                    }
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            at.set(next);
            page::keep_in_view(&format!("command-{next}"));
        })
    };
    let active = (!found.is_empty()).then(|| format!("command-{chosen}"));
    html! {
        <Modal title={t!("commands")}>
            <input
                class="palette-field" type="text" role="combobox" autofocus={true} autocomplete="off"
                aria-label={t!("palette-field")} aria-expanded={(!found.is_empty()).to_string()}
                aria-controls={(!found.is_empty()).then_some("command-list")}
                aria-activedescendant={active} placeholder={t!("palette-field")}
                oninput={on_input} onkeydown={on_key}
            />
            if !found.is_empty() {
            <ul class="command-list" id="command-list" role="listbox" aria-label={t!("commands")}>
                { for found.iter().enumerate().map(|(index, (command, name))| {
                    let (run, command) = (run.clone(), *command);
                    let key = desk.state().settings.keys.of(command);
                    html! {
                        <li
                            key={command.word()} id={format!("command-{index}")} role="option"
                            aria-selected={(index == chosen).to_string()}
                            onclick={move |_: MouseEvent| run.emit(command)}
                        >
                            <span>{ name.clone() }</span>
                            if let Some(key) = key { <kbd>{ key.shown() }</kbd> }
                        </li>
                    }
                }) }
            </ul>
            }
            <p class="empty" aria-live="polite">
                if found.is_empty() { { t!("no-command", words = (*typed).clone()) } }
            </p>
        </Modal>
    }
}

/// Whether every word typed stands somewhere in the name.
fn meant(name: &str, typed: &str) -> bool {
    let name = name.to_lowercase();
    let typed = typed.to_lowercase();
    typed.split_whitespace().all(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn words_in_any_order_and_case_find_a_command() {
        assert!(meant("Hide or show the machine’s marks", "MARKS hide"));
        assert!(meant("Search", ""));
        assert!(!meant("Search", "marks"));
    }
}
