//! The key map. Every key does what a button does too.

use sourcelight_annotation::{FindingKind, Verdict};
use sourcelight_state::{Action, Finding, Status};
use yew::prelude::*;

use super::{item::judged, selection_bar::start_note};
use crate::{
    app::{Desk, Dialog},
    browser::{
        clock,
        keys::{self, Key},
        page,
    },
};

/// Listens to the keys for as long as the page lives.
#[hook]
pub(crate) fn use_keyboard(desk: &Desk) {
    let current = use_mut_ref(|| None::<Desk>);
    *current.borrow_mut() = Some(desk.clone());
    use_effect_with((), move |()| {
        let listener = keys::listen(move |key| {
            let desk = current.borrow().clone();
            desk.is_some_and(|desk| pressed(&desk, &key))
        });
        move || drop(listener)
    });
}

/// Does what the key means; answers whether it meant anything.
fn pressed(desk: &Desk, key: &Key) -> bool {
    let asked = desk.opening.offer.is_some() || desk.opening.choice.is_some();
    if key.typing || desk.dialog.is_some() || asked {
        return false;
    }
    let state = desk.state();
    let focused = state.focus.as_deref().and_then(|id| state.finding(id));
    let judge = |verdict, stands| {
        if let Some(finding) = focused {
            desk.act(judged(&finding.id, verdict, finding.status == stands));
        }
        focused.is_some()
    };
    match (key.key.as_str(), key.control) {
        ("z", true) if key.shift => desk.act(Action::Redone { at: clock::now() }),
        ("z", true) => desk.act(Action::Undone { at: clock::now() }),
        ("y", true) => desk.act(Action::Redone { at: clock::now() }),
        (_, true) => return false,
        ("j", _) => step(desk, true, |_| true),
        ("k", _) => step(desk, false, |_| true),
        ("u", _) => step(desk, true, |f| f.kind == FindingKind::Unsourced),
        ("a", _) => return judge(Verdict::Accepted, Status::Accepted),
        ("x", _) => return judge(Verdict::Rejected, Status::Rejected),
        ("n", _) => {
            let of_finding = || focused.and_then(Finding::extent);
            let Some(span) = desk.selected.or_else(of_finding) else {
                return false;
            };
            start_note(desk, span);
        }
        ("h", _) => desk.act(Action::MachineToggled),
        ("o", _) => desk.dialog.set(Some(Dialog::Open)),
        ("b", _) => desk.dialog.set(Some(Dialog::Library)),
        ("d", _) => desk.dialog.set(Some(Dialog::Details)),
        ("?", _) => desk.dialog.set(Some(Dialog::Help)),
        ("escape", _) => {
            desk.act(Action::FocusMoved(None));
            page::focus("article");
        }
        _ => return false,
    }
    true
}

/// Moves the focus to the next or the previous finding that is shown and `wanted`.
fn step(desk: &Desk, forward: bool, wanted: fn(&Finding) -> bool) {
    if let Some(finding) = desk.state().neighbour(forward, wanted) {
        desk.act(Action::FocusMoved(Some(finding.id.clone())));
    }
}
