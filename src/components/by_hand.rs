//! What the reader finds or changes by hand: at the selection, and in an item of the side panel.

use sourcelight_analysis::{ClaimKind, SourceType, Topic};
use sourcelight_annotation::{FindingKind, Part, Role};
use sourcelight_state::{Action, Edge, Finding, moved};
use sourcelight_text::Span;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::{clock, ids},
    lang::{label, t},
};

/// Buttons for the selected passage: whose words, what kind of claim, what is contested.
pub(crate) fn at_selection(desk: &Desk, span: Span) -> Html {
    let role = |role: Role| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| set_role(&desk, role, span))
    };
    let unsourced = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            add(
                &desk,
                FindingKind::Unsourced,
                ClaimKind::Event.word(),
                Role::Claim,
                span,
            );
        })
    };
    let contested = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(topic) = chosen(&event) {
                add(&desk, FindingKind::Controversy, &topic, Role::Point, span);
            }
        })
    };
    html! {
        <>
            <button onclick={role(Role::Source)}>{ t!("add-source") }</button>
            <button onclick={role(Role::Cue)}>{ t!("add-cue") }</button>
            <button onclick={role(Role::Content)}>{ t!("add-content") }</button>
            <button onclick={unsourced}>{ t!("add-unsourced") }</button>
            <select aria-label={t!("add-contested")} onchange={contested}>
                <option value="" selected={true}>{ t!("add-contested") }</option>
                { for topics().map(|t| html! { <option value={t} key={t}>{ label("topic", t) }</option> }) }
            </select>
        </>
    }
}

/// What a finding can be changed to, and its edges.
#[derive(PartialEq, Properties)]
pub(crate) struct EditProps {
    /// The finding.
    pub(crate) finding: Finding,
}

/// Changes a finding: what it is, and where its passage begins and ends.
#[component]
pub(crate) fn Edit(props: &EditProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let finding = &props.finding;
    let (group, words): (&str, Vec<&'static str>) = match finding.kind {
        FindingKind::Attribution => (
            "source-type",
            SourceType::ALL.iter().map(|s| s.word()).collect(),
        ),
        FindingKind::Unsourced => ("claim", ClaimKind::ALL.iter().map(|k| k.word()).collect()),
        FindingKind::Controversy => ("topic", topics().collect()),
    };
    let relabel = {
        let (desk, finding) = (desk.clone(), finding.clone());
        Callback::from(move |event: Event| {
            if let Some(word) = chosen(&event) {
                edit(&desk, &finding, word, finding.parts.clone());
            }
        })
    };
    let edge = |edge: Edge, forward: bool, name: String, sign: &'static str| {
        let (desk, finding) = (desk.clone(), finding.clone());
        let onclick =
            Callback::from(move |_: MouseEvent| move_edge(&desk, &finding, edge, forward));
        html! { <button {onclick} aria-label={name.clone()} title={name}>{ sign }</button> }
    };
    html! {
        <details class="more">
            <summary>{ t!("edit") }</summary>
            <label class="edit-label">
                { t!("edit-label") }{ " " }
                <select onchange={relabel}>
                    { for words.iter().map(|word| html! {
                        <option value={*word} key={*word} selected={finding.label == *word}>{ label(group, word) }</option>
                    }) }
                </select>
            </label>
            <div class="row" role="group" aria-label={t!("edit-edges")}>
                { edge(Edge::Start, false, t!("edge-start-back"), "[←") }
                { edge(Edge::Start, true, t!("edge-start-on"), "[→") }
                { edge(Edge::End, false, t!("edge-end-back"), "←]") }
                { edge(Edge::End, true, t!("edge-end-on"), "→]") }
            </div>
        </details>
    }
}

/// Moves an edge of the passage a finding is about: its content, claim or point.
pub(crate) fn move_edge(desk: &Desk, finding: &Finding, edge: Edge, forward: bool) {
    let Some(kept) = &desk.state().article else {
        return;
    };
    let main = |role: Role| matches!(role, Role::Content | Role::Claim | Role::Point);
    let mut parts = finding.parts.clone();
    let own = parts.iter_mut().filter(|p| main(p.role));
    let part = match edge {
        Edge::Start => own.min_by_key(|p| p.span.start),
        Edge::End => own.max_by_key(|p| p.span.end),
    };
    if let Some(part) = part {
        let span = moved(&kept.article.text, part.span, edge, forward);
        if span != part.span {
            part.span = span;
            edit(desk, finding, finding.label.clone(), parts);
        }
    }
}

/// The selection becomes the source, cue or content of the attribution in focus, or of a new one.
pub(crate) fn set_role(desk: &Desk, role: Role, span: Span) {
    let state = desk.state();
    let focused = state.focus.as_deref().and_then(|id| state.finding(id));
    match focused.filter(|f| f.kind == FindingKind::Attribution) {
        Some(finding) => {
            let mut parts: Vec<Part> = finding.parts.clone();
            parts.retain(|p| p.role != role);
            parts.push(Part { role, span });
            parts.sort_by_key(|p| (p.role, p.span.start));
            edit(desk, finding, finding.label.clone(), parts);
            desk.selected.set(None);
        }
        None => {
            let label = SourceType::Unstated.word();
            add(desk, FindingKind::Attribution, label, role, span);
        }
    }
}

fn add(desk: &Desk, kind: FindingKind, label: &str, role: Role, span: Span) {
    desk.act(Action::FindingAdded {
        kind,
        label: label.to_owned(),
        parts: vec![Part { role, span }],
        id: ids::new_id(),
        at: clock::now(),
    });
    desk.selected.set(None);
}

fn edit(desk: &Desk, finding: &Finding, label: String, parts: Vec<Part>) {
    desk.act(Action::FindingEdited {
        finding: finding.id.clone(),
        label,
        parts,
        id: ids::new_id(),
        at: clock::now(),
    });
}

fn topics() -> impl Iterator<Item = &'static str> {
    Topic::ALL
        .iter()
        .filter(|t| **t != Topic::Custom)
        .map(|t| t.word())
}

fn chosen(event: &Event) -> Option<String> {
    let list = event.target_dyn_into::<HtmlSelectElement>()?;
    Some(list.value()).filter(|word| !word.is_empty())
}
