//! What a file of notes brought: what is new, what was known, what did not come in.

use std::rc::Rc;

use exchanger::{Conflict, Report, TakenIn};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::modal::Modal;
use crate::{app::Desk, browser::clock, effects::take_other, lang::t, opening::Step};

/// What was taken in.
#[derive(PartialEq, Properties)]
pub(crate) struct ImportDialogProps {
    /// What was taken in.
    pub(crate) taken: Rc<TakenIn>,
}

/// What a file of notes brought.
#[component]
pub(crate) fn ImportDialog(props: &ImportDialogProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |()| desk.step(Step::TookIn(None)))
    };
    let report = &props.taken.report;
    let reasons = report.unread.iter().map(|(place, why)| {
        html! {
            <li><b dir="auto">{ place }</b>{ ": " }{ why }</li>
        }
    });
    html! {
        <Modal title={t!("import-title")} on_close={close}>
            <p>{ t!("import-format", format = report.format.clone()) }</p>
            <ul class="counts">{ for lines(report).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            if !report.both.is_empty() {
                <h3>{ t!("import-both", count = report.both.len()) }</h3>
                <p>{ t!("import-both-hint") }</p>
                <ul class="conflicts">
                    { for report.both.iter().enumerate().map(|(key, conflict)| html! { <Choice {key} conflict={conflict.clone()} /> }) }
                </ul>
            }
            if report.elsewhere > 0 {
                <h3>{ t!("import-elsewhere", count = report.elsewhere) }</h3>
                <p>{ t!("import-elsewhere-hint") }</p>
                <ul>{ for report.elsewhere_at.iter().filter(|at| !at.is_empty()).map(|at| html! { <li dir="auto">{ at }</li> }) }</ul>
            }
            if report.unread_count > 0 {
                <details>
                    <summary>{ t!("import-unread", count = report.unread_count) }</summary>
                    <ul>{ for reasons }</ul>
                </details>
            }
        </Modal>
    }
}

/// The counts, in words; those that are zero are left out.
fn lines(report: &Report) -> Vec<String> {
    let all = [
        (
            report.articles > 0,
            t!("import-articles", count = report.articles),
        ),
        (report.added > 0, t!("import-added", count = report.added)),
        (
            report.updated > 0,
            t!("import-updated", count = report.updated),
        ),
        (report.known > 0, t!("import-known", count = report.known)),
        (report.older > 0, t!("import-older", count = report.older)),
        (
            report.unplaced > 0,
            t!("import-unplaced", count = report.unplaced),
        ),
        (
            report.machine > 0,
            t!("import-machine", count = report.machine),
        ),
    ];
    let mut lines: Vec<String> = all
        .into_iter()
        .filter(|(any, _)| *any)
        .map(|(_, line)| line)
        .collect();
    if let Some(hours) = report.ahead_hours {
        // A clock that is ahead by more than that is said to be ahead by as much.
        lines.push(t!(
            "import-ahead",
            hours = u32::try_from(hours).unwrap_or(u32::MAX)
        ));
    }
    if lines.is_empty() {
        lines.push(t!("import-nothing"));
    }
    lines
}

#[derive(PartialEq, Properties)]
struct ChoiceProps {
    conflict: Conflict,
}

/// Two versions to choose from. Ours stands until the reader takes the other.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let desk = use_context::<Desk>();
    let taken = use_state(|| false);
    let conflict = props.conflict.clone();
    let shown = |words: &str| {
        if words.trim().is_empty() {
            t!("import-no-words")
        } else {
            words.to_owned()
        }
    };
    let take = {
        let (taken, conflict) = (taken.setter(), conflict.clone());
        Callback::from(move |_: MouseEvent| {
            let (desk, taken, conflict) = (desk.clone(), taken.clone(), conflict.clone());
            spawn_local(async move {
                if let Some(desk) = desk {
                    taken.set(take_other(&conflict, &clock::now(), &desk).await);
                }
            });
        })
    };
    html! {
        <li>
            <p><b>{ t!("import-here") }</b>{ " " }<span dir="auto">{ shown(&conflict.here) }</span></p>
            <p><b>{ t!("import-there") }</b>{ " " }<span dir="auto">{ shown(&conflict.there) }</span></p>
            if *taken {
                <p role="status">{ t!("import-taken") }</p>
            } else if conflict.other.is_some() {
                <button onclick={take}>{ t!("import-take") }</button>
            }
        </li>
    }
}
