//! What each command does. Keys, palette and buttons all come here.

use sourcelight_annotation::{FindingKind, Role, Verdict};
use sourcelight_state::{Action, Command, Detail, Edge, Finding, Status, Tab};

use crate::{
    app::{Desk, Dialog, Find},
    browser::{clock, page, selection},
    components::{by_hand, item::judged, selection_bar::start_note},
    lang,
};

/// What a command is called.
pub(crate) fn name(command: Command) -> String {
    lang::label("command", command.word())
}

/// Its key as `aria-keyshortcuts` has it, where it has one.
pub(crate) fn aria_key(desk: &Desk, command: Command) -> Option<String> {
    let chord = desk.state().settings.keys.of(command)?;
    Some(chord.for_aria())
}

/// Does what a command means; answers whether there was anything to do.
pub(crate) fn run(desk: &Desk, command: Command) -> bool {
    let show = |dialog| desk.dialog.set(Some(dialog));
    let tab = |tab| {
        desk.act(Action::TabChosen(tab));
        page::focus("tab-panel");
    };
    match command {
        Command::Next => step(desk, true, |_| true),
        Command::Previous => step(desk, false, |_| true),
        Command::NextUnsourced => step(desk, true, |f| f.kind == FindingKind::Unsourced),
        Command::Back => {
            desk.act(Action::FocusMoved(None));
            page::focus("article");
        }
        Command::Accept => return judge(desk, Verdict::Accepted, Status::Accepted),
        Command::Reject => return judge(desk, Verdict::Rejected, Status::Rejected),
        Command::Note => {
            let of_finding = || focused(desk).and_then(Finding::extent);
            let Some(span) = desk.selected.or_else(of_finding) else {
                return false;
            };
            start_note(desk, span);
        }
        Command::Voice => return voice(desk),
        Command::SetSource => return set(desk, Role::Source),
        Command::SetCue => return set(desk, Role::Cue),
        Command::SetContent => return set(desk, Role::Content),
        Command::StartBack => return edge(desk, Edge::Start, false),
        Command::StartOn => return edge(desk, Edge::Start, true),
        Command::EndBack => return edge(desk, Edge::End, false),
        Command::EndOn => return edge(desk, Edge::End, true),
        Command::Attach => return attach(desk),
        Command::Undo => desk.act(Action::Undone { at: clock::now() }),
        Command::Redo => desk.act(Action::Redone { at: clock::now() }),
        Command::MachineMarks => desk.act(Action::MachineToggled),
        Command::OwnMarks => desk.act(Action::OwnToggled),
        Command::Extended => desk.act(Action::ExtendedToggled),
        Command::Glance => show(Dialog::Glance),
        Command::Claims => tab(Tab::Claims),
        Command::Sources => tab(Tab::Sources),
        Command::Controversy => tab(Tab::Controversy),
        Command::Checks => tab(Tab::Checks),
        Command::Notes => tab(Tab::Notes),
        Command::Search => {
            desk.find.set(Some(Find::Search));
            page::focus("search-field");
        }
        Command::Filter => {
            desk.find.set(Some(Find::Filter));
            page::focus("filter-button");
        }
        Command::ClearFilters => desk.act(Action::FiltersCleared),
        Command::Palette => show(Dialog::Palette),
        Command::Open => show(Dialog::Open),
        Command::NewVersion if desk.state().article.is_some() => show(Dialog::NewVersion),
        Command::Versions if desk.state().article.is_some() => show(Dialog::Versions),
        Command::NewVersion | Command::Versions => return false,
        Command::Library => show(Dialog::Library),
        Command::Details => show(Dialog::Details),
        Command::Export => show(Dialog::Export),
        Command::Settings => show(Dialog::Settings),
        Command::Help => show(Dialog::Help),
        Command::Callouts => desk.act(Action::CalloutsAskedFor),
    }
    true
}

fn focused(desk: &Desk) -> Option<&Finding> {
    let state = desk.state();
    state.focus.as_deref().and_then(|id| state.finding(id))
}

/// The selection becomes a part of the attribution in focus, or of a new one.
fn set(desk: &Desk, role: Role) -> bool {
    let Some(span) = *desk.selected else {
        return false;
    };
    by_hand::set_role(desk, role, span);
    true
}

/// Moves an edge of the passage in focus.
fn edge(desk: &Desk, edge: Edge, forward: bool) -> bool {
    let Some(finding) = focused(desk) else {
        return false;
    };
    by_hand::move_edge(desk, finding, edge, forward);
    true
}

fn judge(desk: &Desk, verdict: Verdict, stands: Status) -> bool {
    let Some(finding) = focused(desk) else {
        return false;
    };
    desk.act(judged(&finding.id, verdict, finding.status == stands));
    true
}

/// Moves the focus to the next or the previous finding that is shown and `wanted`.
fn step(desk: &Desk, forward: bool, wanted: fn(&Finding) -> bool) {
    if let Some(finding) = desk.state().neighbour(forward, wanted) {
        desk.act(Action::FocusMoved(Some(finding.id.clone())));
    }
}

/// The lost note in focus, or the only one there is, belongs to the selection.
fn attach(desk: &Desk) -> bool {
    let lost = desk.state().lost();
    let focus = desk.state().focus.as_ref();
    let meant = match lost.as_slice() {
        [only] => Some(only),
        several => several.iter().find(|a| Some(&a.id) == focus),
    };
    let (Some(meant), Some(span)) = (meant, *desk.selected) else {
        return false;
    };
    desk.act(Action::LostAttached {
        id: meant.id.clone(),
        span,
        at: clock::now(),
    });
    selection::clear();
    true
}

/// From the finding in focus to the card of its voice.
fn voice(desk: &Desk) -> bool {
    let state = desk.state();
    let entity = focused(desk).and_then(|finding| match finding.detail {
        Detail::Attribution(index) => state.analysis()?.attributions.get(index)?.entity,
        Detail::Unsourced(_) | Detail::Controversy(_) | Detail::Kept => None,
    });
    let speaks = entity.and_then(|e| state.voices.iter().find(|v| v.entities.contains(&e)));
    if let Some(voice) = speaks {
        desk.act(Action::FocusMoved(Some(voice.id.clone())));
    }
    speaks.is_some()
}
