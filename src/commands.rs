//! What each command does. Keys, palette and buttons all come here.

use sourcelight_annotation::{AuditVerdict, FindingKind, Role, Verdict};
use sourcelight_state::{
    Action, AuditItem, Command, Detail, Edge, Finding, Mode, Outcome, Status, Tab, next_item,
};
use sourcelight_text::Span;

use crate::{
    app::{Desk, Dialog, Find},
    browser::{clock, page},
    caret_mode,
    components::{
        audit_item, by_hand,
        item::{judged, passage},
        selection_bar::start_note,
    },
    copying, lang,
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
        Command::Next if auditing(desk) => walk(desk, true, |_| true),
        Command::Previous if auditing(desk) => walk(desk, false, |_| true),
        Command::Next => step(desk, true, |_| true),
        Command::Previous => step(desk, false, |_| true),
        Command::NextOpen => walk(desk, true, |item| !item.is_done()),
        Command::Caret => caret_mode::toggle(desk),
        Command::NextUnsourced => step(desk, true, |f| f.kind == FindingKind::Unsourced),
        Command::Back => {
            desk.act(Action::FocusMoved(None));
            page::focus("article");
        }
        Command::Accept => return judge(desk, Verdict::Accepted, Status::Accepted),
        Command::Reject => return judge(desk, Verdict::Rejected, Status::Rejected),
        Command::Note if desk.selected.is_none() && item(desk).is_some() => {
            if let Some(item) = item(desk) {
                audit_item::note(desk, item);
            }
        }
        Command::AskDesk => match asked(desk) {
            Some(item) => audit_item::ask(desk, &item),
            None => return false,
        },
        Command::CopySource => match copied(desk) {
            Some(span) => copying::copy_with_source(desk, span),
            None => return false,
        },
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
        Command::Undo => desk.act(Action::Undone { at: clock::now() }),
        Command::Redo => desk.act(Action::Redone { at: clock::now() }),
        Command::Audit => desk.act(Action::ModeChosen(if auditing(desk) {
            Mode::Read
        } else {
            Mode::Audit
        })),
        Command::Desk => {
            let shown = auditing(desk) && desk.state().desk_shown;
            desk.act(Action::DeskShown(!shown));
            page::focus("tab-panel");
        }
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
    if let Some(item) = item(desk) {
        let (verdict, stands) = match verdict {
            Verdict::Rejected => (AuditVerdict::Dismissed, Outcome::Dismissed),
            Verdict::Accepted | Verdict::Edited | Verdict::Added => {
                (AuditVerdict::Stands, Outcome::Stands)
            }
        };
        audit_item::decide(desk, item, verdict, item.outcome == stands);
        return true;
    }
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

fn auditing(desk: &Desk) -> bool {
    desk.state().mode == Mode::Audit
}

/// The item of the audit in focus.
fn item(desk: &Desk) -> Option<&AuditItem> {
    let state = desk.state();
    state.item_in_focus().filter(|_| auditing(desk))
}

/// The item that the desk is to be asked about: that in focus, or that of the finding in focus.
fn asked(desk: &Desk) -> Option<AuditItem> {
    let finding = focused(desk).map(|f| f.id.as_str());
    let of = |item: &&AuditItem| finding.is_some() && item.finding.as_deref() == finding;
    item(desk)
        .or_else(|| desk.state().audit.iter().find(of))
        .cloned()
}

/// What is to be copied: the selection, or what is in focus.
fn copied(desk: &Desk) -> Option<Span> {
    let of_item = || item(desk).and_then(|item| item.at.first().copied());
    let of_finding = || focused(desk).and_then(passage);
    desk.selected.or_else(of_item).or_else(of_finding)
}

/// Moves the focus to the next or the previous item of the audit that is `wanted`, in the audit.
fn walk(desk: &Desk, forward: bool, wanted: fn(&AuditItem) -> bool) {
    let state = desk.state();
    let next = next_item(&state.audit, state.focus.as_deref(), forward, wanted);
    let Some(next) = next.map(|item| item.id.clone()) else {
        desk.said.set(lang::t!("audit-all-done"));
        return;
    };
    if !auditing(desk) {
        desk.act(Action::ModeChosen(Mode::Audit));
    }
    desk.act(Action::DeskShown(false));
    desk.act(Action::FocusMoved(Some(next)));
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
