//! The audit: what has to be seen to, the gravest first, and what the desk is asked.

use std::collections::BTreeMap;

use sourcelight_state::{Action, AuditItem, Command, Light, State, next_item, progress};
use sourcelight_text::Span;
use yew::prelude::*;

use super::{
    audit_item::AuditItemView, audit_note::AuditNote, claims, desk_questions::DeskQuestions,
    item_list::window,
};
use crate::{
    app::Desk,
    browser::{
        highlight::{self, Lit},
        page,
    },
    commands,
    lang::{label, t},
};

/// The panel of the audit.
#[component]
pub(crate) fn AuditPanel() -> Html {
    let desk = use_context::<Desk>();
    let lit: Vec<Span> = desk
        .as_ref()
        .and_then(|d| d.state().item_in_focus())
        .map(|item| item.at.clone())
        .unwrap_or_default();
    use_effect_with(lit, |lit| {
        highlight::show(Lit::Audited, lit);
        || highlight::show(Lit::Audited, &[])
    });
    let Some(desk) = desk else {
        return Html::default();
    };
    let shown = desk.state().desk_shown;
    let asked = progress(&desk.state().audit).asked;
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={t!("audit")}>
                { tab(&desk, false, t!("audit-tab"), None) }
                { tab(&desk, true, t!("desk-tab"), Some(asked)) }
            </div>
            <div
                class="tab-panel" role="tabpanel" id="tab-panel" tabindex="0"
                aria-label={if shown { t!("desk-tab") } else { t!("audit-tab") }}
            >
                if shown { <DeskQuestions /> } else { { list(&desk) } }
            </div>
        </>
    }
}

fn tab(desk: &Desk, which: bool, name: String, count: Option<usize>) -> Html {
    let chosen = desk.state().desk_shown == which;
    let choose = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(Action::DeskShown(which)))
    };
    let id = |which: bool| if which { "tab-desk" } else { "tab-audit" };
    let step = {
        let desk = desk.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(
                event.key().as_str(),
                "ArrowLeft" | "ArrowRight" | "Home" | "End"
            ) {
                event.prevent_default();
                let to = match event.key().as_str() {
                    "Home" => false,
                    "End" => true,
                    _ => !which,
                };
                desk.act(Action::DeskShown(to));
                page::focus(id(to));
            }
        })
    };
    html! {
        <button
            role="tab" id={id(which)} aria-selected={chosen.to_string()} aria-controls="tab-panel"
            tabindex={if chosen { "0" } else { "-1" }} onclick={choose} onkeydown={step}
        >
            { name }
            if let Some(count) = count.filter(|c| *c > 0) { <small aria-hidden="true">{ count }</small> }
        </button>
    }
}

fn list(desk: &Desk) -> Html {
    let state = desk.state();
    if state.light == Light::Waiting && state.audit.is_empty() {
        return html! { <p class="empty">{ t!("reading") }</p> };
    }
    if matches!(state.light, Light::Failed) && state.audit.is_empty() {
        return html! { <p class="empty">{ t!("facts-failed") }</p> };
    }
    let items = &state.audit;
    let focus = items
        .iter()
        .position(|i| Some(&i.id) == state.focus.as_ref());
    let shown = window(items.len(), focus.unwrap_or_default());
    let notes = notes(state, &items[shown.clone()]);
    // A mark that is no item of the audit was chosen in the text: what it is stands on top.
    let other = state.focus.as_deref().and_then(|id| state.finding(id));
    let page_to = |to: usize| {
        let (desk, id) = (desk.clone(), items.get(to).map(|item| item.id.clone()));
        Callback::from(move |_: MouseEvent| desk.act(Action::FocusMoved(id.clone())))
    };
    let mut kind = None;
    let lines = items[shown.clone()].iter().map(|item| {
        let heading = (kind != Some(item.kind)).then(|| heading(items, item));
        kind = Some(item.kind);
        let notes = notes.get(&item.id).cloned().unwrap_or_default();
        html! {
            <>
                { for heading }
                <AuditItemView key={item.id.clone()} item={item.clone()} {notes} />
            </>
        }
    });
    let lines: Vec<Html> = lines.collect();
    html! {
        <>
            <Head />
            if let Some(finding) = other {
                <ol class="items">{ claims::one(state, finding) }</ol>
            }
            if items.is_empty() { <p class="empty">{ t!("audit-none") }</p> }
            if shown.start > 0 {
                <button class="turn" onclick={page_to(shown.start - 1)}>{ t!("earlier-items", count = shown.start) }</button>
            }
            <ol class="items audit-items">{ for lines }</ol>
            if shown.end < items.len() {
                <button class="turn" onclick={page_to(shown.end)}>{ t!("later-items", count = items.len() - shown.end) }</button>
            }
            <AuditNote />
        </>
    }
}

/// The name of a kind with how far it is.
fn heading(items: &[AuditItem], first: &AuditItem) -> Html {
    let own = items.iter().filter(|i| i.kind == first.kind);
    let (all, done) = own.fold((0, 0), |(all, done), i| {
        (all + 1, done + usize::from(i.is_done()))
    });
    html! {
        <li class="audit-kind" key={first.kind.word()}>
            <h2>{ label("audit", first.kind.word()) }</h2>
            <small>{ t!("audit-done-of", done = done, all = all) }</small>
        </li>
    }
}

/// The words of the notes on the passages of these items, by item.
fn notes(state: &State, items: &[AuditItem]) -> BTreeMap<String, Vec<String>> {
    let mut by_place: BTreeMap<Span, Vec<String>> = BTreeMap::new();
    for note in state.notes() {
        if let Some(note) = note.note() {
            by_place
                .entry(note.span)
                .or_default()
                .push(note.text.clone());
        }
    }
    let of = |item: &AuditItem| {
        let own = by_place.get(item.at.first()?)?;
        Some((item.id.clone(), own.clone()))
    };
    items.iter().filter_map(of).collect()
}

/// How far the audit is, and the way to what is next.
#[component]
fn Head() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let done = progress(&desk.state().audit);
    let left = next_item(&desk.state().audit, None, true, |i| !i.is_done()).is_some();
    let next = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            commands::run(&desk, Command::NextOpen);
        })
    };
    let key = desk.state().settings.keys.of(Command::NextOpen);
    let says = t!("audit-progress", done = done.done, all = done.all);
    html! {
        if done.all > 0 {
            <div class="audit-head">
                <div>
                    <b aria-live="polite">{ says.clone() }</b>
                    <progress max={done.all.to_string()} value={done.done.to_string()} aria-label={says} />
                </div>
                <button class="primary" onclick={next} disabled={!left} aria-keyshortcuts={commands::aria_key(&desk, Command::NextOpen)}>
                    { t!("audit-next") }
                    if let Some(key) = key { { " " }<kbd aria-hidden="true">{ key.shown() }</kbd> }
                </button>
                <small>{ t!("audit-counts", stand = done.stand, dismissed = done.dismissed, asked = done.asked) }</small>
            </div>
        }
    }
}
