//! Which marks are shown: the machine's, the reader's own, each other's, and the extended ones.

use sourcelight_state::{Action, Command, MarkSet, sets};
use yew::prelude::*;

use crate::{app::Desk, commands, lang::t};

/// The sets, each with how much is in it, to be shown, hidden and compared.
#[component]
pub(crate) fn MarkSets() -> Html {
    let desk = use_context::<Desk>();
    // A long article has thousands of marks; they are counted anew only where they have changed.
    let key = desk.as_ref().map(|desk| {
        let state = desk.state();
        let shown = (state.machine_hidden, state.own_hidden, state.extended_shown);
        let marks = (state.findings.clone(), state.annotations.clone());
        let reader = state.settings.reader.clone();
        (shown, state.hidden_sets.clone(), marks, reader)
    });
    let counted = {
        let desk = desk.clone();
        use_memo(key, move |_| {
            desk.map(|d| sets(d.state())).unwrap_or_default()
        })
    };
    let Some(desk) = desk else {
        return Html::default();
    };
    let state = desk.state();
    let line = |shown: bool, name: String, count: Option<usize>, toggle: Callback<Event>| {
        html! {
            <label class="check" key={name.clone()}>
                <input
                    type="checkbox" checked={shown} onchange={toggle}
                    aria-description={count.map(|count| t!("set-count", count = count))}
                />
                <span dir="auto">{ name }</span>
                if let Some(count) = count { <small aria-hidden="true">{ count }</small> }
            </label>
        }
    };
    let extended = {
        let desk = desk.clone();
        Callback::from(move |_: Event| {
            commands::run(&desk, Command::Extended);
        })
    };
    let compare = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            commands::run(&desk, Command::CompareSets);
        })
    };
    html! {
        <div class="shown-sets" role="group" aria-label={t!("show")}>
            { for counted.iter().map(|counted| {
                let (desk, set) = (desk.clone(), counted.set.clone());
                let toggle = Callback::from(move |_: Event| desk.act(Action::SetToggled(set.clone())));
                line(counted.shown, name(&counted.set), Some(counted.count), toggle)
            }) }
            { line(state.extended_shown, t!("show-extended"), None, extended) }
            <button class="chip" aria-pressed={state.comparing.is_some().to_string()} onclick={compare}>{ t!("sets-compare") }</button>
        </div>
    }
}

/// What a set is called.
pub(crate) fn name(set: &MarkSet) -> String {
    match set {
        MarkSet::Machine => t!("machine-marks"),
        MarkSet::Own => t!("own-marks"),
        MarkSet::Of(name) => name.clone(),
    }
}
