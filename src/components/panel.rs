//! The side panel (on a phone the bottom sheet): tabs and the items of the open one.

use sourcelight_annotation::FindingKind;
use sourcelight_state::{Action, Mode, Status, Tab};
use yew::prelude::*;

use super::{
    audit_panel::AuditPanel, checks::Checks, claims::Claims, controversy::Controversies,
    find_bar::FindBar, notes::Notes, search_results::SearchResults,
    set_comparison::SetComparisonView, sources::Sources,
};
use crate::{
    app::{Desk, Find},
    browser::page,
    lang::t,
};

/// How much of a phone's screen the sheet takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sheet {
    Peek,
    Half,
    Full,
}

impl Sheet {
    fn next(self) -> Self {
        match self {
            Sheet::Peek => Sheet::Half,
            Sheet::Half => Sheet::Full,
            Sheet::Full => Sheet::Peek,
        }
    }
}

/// The side panel.
#[component]
pub(crate) fn Panel() -> Html {
    let desk = use_context::<Desk>();
    let sheet = use_state(|| Sheet::Peek);
    // What comes into focus, and the mark to be brought into view for it.
    let focus = desk.as_ref().and_then(|d| {
        let state = d.state();
        let id = state.focus.clone()?;
        let mark = state.lit().first().map(|id| (*id).to_owned());
        let place = state
            .item_in_focus()
            .and_then(|item| item.at.first().copied());
        Some((id, mark, place))
    });
    let raised = sheet.clone();
    use_effect_with(focus, move |focus| {
        if let Some((id, mark, place)) = focus {
            if *raised == Sheet::Peek {
                raised.set(Sheet::Half);
            }
            match (mark, place) {
                (Some(mark), _) => page::scroll_to_mark(mark),
                (None, Some(place)) => page::scroll_to_place(place.start),
                (None, None) => {}
            }
            page::scroll_to(&format!("item-{id}"));
            page::focus(&format!("passage-{id}"));
        }
    });
    // A note that is begun has to be seen too.
    let begun = desk.as_ref().map_or(0, |d| d.state().note_drafts().len());
    let before = use_mut_ref(|| 0);
    let raised = sheet.clone();
    use_effect_with(begun, move |begun| {
        if *begun > before.replace(*begun) && *raised == Sheet::Peek {
            raised.set(Sheet::Half);
        }
    });
    let Some(desk) = desk else {
        return Html::default();
    };
    let tab = desk.state().tab;
    // What the reader finds things with has to be seen.
    let shown = match (*sheet, *desk.find) {
        (Sheet::Peek, Some(Find::Search)) => Sheet::Half,
        (_, Some(Find::Filter)) => Sheet::Full,
        (sheet, _) => sheet,
    };
    let cycle = {
        let (sheet, find) = (sheet.clone(), desk.find.setter());
        Callback::from(move |_: MouseEvent| {
            let next = shown.next();
            if next == Sheet::Peek {
                find.set(None);
            }
            sheet.set(next);
        })
    };
    let searching = !desk.state().query.is_empty();
    let comparing = desk.state().comparing.is_some() && !searching;
    let auditing = desk.state().mode == Mode::Audit;
    let (class, turn) = match shown {
        Sheet::Peek => ("panel peek", t!("sheet-half")),
        Sheet::Half => ("panel half", t!("sheet-full")),
        Sheet::Full => ("panel full", t!("sheet-peek")),
    };
    html! {
        <aside {class} aria-label={t!("panel")}>
            <button class="handle" onclick={cycle} aria-label={turn} />
            if !auditing {
                <div class="tabs" role="tablist" aria-label={t!("panel")}>
                    { for Tab::ALL.iter().map(|&which| tab_button(&desk, which)) }
                </div>
            }
            <FindBar />
            if comparing {
                <SetComparisonView />
            } else if searching {
                <SearchResults />
            } else if auditing {
                <AuditPanel />
            } else {
            <div
                class="tab-panel"
                role="tabpanel"
                id="tab-panel"
                tabindex="0"
                aria-label={name(tab)}
            >
                { match tab {
                    Tab::Claims => html! { <Claims /> },
                    Tab::Sources => html! { <Sources /> },
                    Tab::Controversy => html! { <Controversies /> },
                    Tab::Checks => html! { <Checks /> },
                    Tab::Notes => html! { <Notes /> },
                } }
            </div>
            }
        </aside>
    }
}

fn tab_button(desk: &Desk, which: Tab) -> Html {
    let chosen = desk.state().tab == which;
    let choose = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(Action::TabChosen(which)))
    };
    let step = {
        let desk = desk.clone();
        Callback::from(move |event: KeyboardEvent| {
            let place = Tab::ALL
                .iter()
                .position(|tab| *tab == which)
                .unwrap_or_default();
            let count = Tab::ALL.len();
            let next = match event.key().as_str() {
                "ArrowRight" => (place + 1) % count,
                "ArrowLeft" => (place + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            desk.act(Action::TabChosen(Tab::ALL[next]));
            page::focus(&format!("tab-{:?}", Tab::ALL[next]));
        })
    };
    let count = count(desk, which);
    html! {
        <button
            role="tab"
            id={format!("tab-{which:?}")}
            key={format!("{which:?}")}
            aria-selected={chosen.to_string()}
            aria-controls={desk.state().query.is_empty().then_some("tab-panel")}
            tabindex={if chosen { "0" } else { "-1" }}
            onclick={choose}
            onkeydown={step}
        >
            { name(which) }
            if count > 0 { <small aria-hidden="true">{ count }</small> }
        </button>
    }
}

fn name(tab: Tab) -> String {
    match tab {
        Tab::Claims => t!("tab-claims"),
        Tab::Sources => t!("tab-sources"),
        Tab::Controversy => t!("tab-controversy"),
        Tab::Checks => t!("tab-checks"),
        Tab::Notes => t!("tab-notes"),
    }
}

fn count(desk: &Desk, tab: Tab) -> usize {
    let state = desk.state();
    let standing = |controversy: bool| {
        let shown = |f: &&sourcelight_state::Finding| {
            f.status != Status::Rejected
                && !state.left_out.contains(&f.id)
                && (state.extended_shown || !f.extended)
        };
        let of =
            |f: &&sourcelight_state::Finding| (f.kind == FindingKind::Controversy) == controversy;
        state.findings.iter().filter(shown).filter(of).count()
    };
    match tab {
        Tab::Claims => standing(false),
        Tab::Controversy => standing(true),
        Tab::Sources => state.voices.len(),
        Tab::Checks => state.analysis().map_or(0, |a| a.checks.len()),
        Tab::Notes => state.notes().len() + state.note_drafts().len() + state.lost().len(),
    }
}
