//! The filters that can be set, and those that are: chips, each taken off by pressing it.

use std::collections::BTreeSet;

use gloo::timers::callback::Timeout;
use sourcelight_annotation::FindingKind;
use sourcelight_state::{Action, Command, Filter, State, Status};
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::page,
    commands,
    lang::{label, t},
};

/// All filters by group, each set or taken off by pressing it, and which marks are shown.
#[component]
pub(crate) fn FilterChoice() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    let groups = [
        (
            t!("filter-kind"),
            [
                FindingKind::Attribution,
                FindingKind::Unsourced,
                FindingKind::Controversy,
            ]
            .map(Filter::Kind)
            .to_vec(),
        ),
        (t!("filter-naming"), vec![Filter::Named, Filter::Unnamed]),
        (
            t!("filter-status"),
            [
                Status::Suggested,
                Status::Accepted,
                Status::Edited,
                Status::Rejected,
            ]
            .map(Filter::Status)
            .to_vec(),
        ),
        (t!("filter-topic"), topics(state)),
    ];
    let groups = groups
        .into_iter()
        .filter(|(_, filters)| !filters.is_empty());
    html! {
        <div class="filter-choice">
            { for groups.map(|(name, filters)| html! {
                <div class="filter-group" role="group" aria-label={name.clone()} key={name.clone()}>
                    <span class="filter-name" aria-hidden="true">{ name }</span>
                    <div>{ for filters.into_iter().map(|filter| choice(&desk, filter)) }</div>
                </div>
            }) }
            <super::mark_sets::MarkSets />
        </div>
    }
}

fn choice(desk: &Desk, filter: Filter) -> Html {
    let on = desk.state().filters.contains(&filter);
    let name = named(&filter);
    let desk = desk.clone();
    let toggle =
        Callback::from(move |_: MouseEvent| desk.act(Action::FilterToggled(filter.clone())));
    html! {
        <button key={name.clone()} class="chip" aria-pressed={on.to_string()} onclick={toggle}>{ name }</button>
    }
}

/// The topics that the article has.
fn topics(state: &State) -> Vec<Filter> {
    let points = state
        .findings
        .iter()
        .filter(|f| f.kind == FindingKind::Controversy && f.status != Status::Rejected);
    let topics: BTreeSet<&str> = points.map(|f| f.label.as_str()).collect();
    topics
        .into_iter()
        .map(|t| Filter::Topic(t.to_owned()))
        .collect()
}

fn named(filter: &Filter) -> String {
    match filter {
        Filter::Kind(FindingKind::Attribution) => t!("filter-attributions"),
        Filter::Kind(FindingKind::Unsourced) => t!("filter-unsourced"),
        Filter::Kind(FindingKind::Controversy) => t!("filter-contested"),
        Filter::Topic(topic) => label("topic", topic),
        Filter::Named => t!("filter-named"),
        Filter::Unnamed => t!("filter-unnamed"),
        Filter::Status(Status::Suggested) => t!("filter-suggested"),
        Filter::Status(Status::Accepted) => t!("filter-accepted"),
        Filter::Status(Status::Edited) => t!("filter-edited"),
        Filter::Status(Status::Rejected) => t!("filter-rejected"),
    }
}

/// A chip for every filter that is set.
#[component]
pub(crate) fn FilterChips() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let filters = &desk.state().filters;
    if filters.is_empty() {
        return Html::default();
    }
    let clear = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            commands::run(&desk, Command::ClearFilters);
            keep_the_keyboard();
        })
    };
    html! {
        <div class="filter-chips" role="group" aria-label={t!("filters-set")}>
            { for filters.iter().map(|filter| {
                let (desk, name, own) = (desk.clone(), named(filter), filter.clone());
                let off = Callback::from(move |_: MouseEvent| {
                    desk.act(Action::FilterToggled(own.clone()));
                    keep_the_keyboard();
                });
                html! {
                    <button
                        key={format!("{filter:?}")} class="chip set" onclick={off}
                        aria-label={t!("filter-off", name = name.clone())}
                    >{ name }<span aria-hidden="true">{ " ×" }</span></button>
                }
            }) }
            <button class="chip plain" onclick={clear}>{ t!("filters-off") }</button>
        </div>
    }
}

/// The chip that was pressed is gone; the keyboard goes to where filters are set, or to the list.
fn keep_the_keyboard() {
    Timeout::new(0, || {
        page::focus("tab-panel");
        page::focus("filter-button");
    })
    .forget();
}
