//! The Controversy tab: where the story is contested, why, and who holds which side.

use sourcelight_analysis::{Analysis, Controversy};
use sourcelight_annotation::FindingKind;
use sourcelight_state::{Detail, Finding, Light, Status};
use yew::prelude::*;

use super::item::Item;
use crate::{
    app::Desk,
    lang::{label, t},
};

/// The Controversy tab.
#[component]
pub(crate) fn Controversies() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    if state.light == Light::Waiting {
        return html! { <p class="empty">{ t!("reading") }</p> };
    }
    let here = |f: &&Finding| f.kind == FindingKind::Controversy;
    let (rejected, standing): (Vec<&Finding>, Vec<&Finding>) = state
        .findings
        .iter()
        .filter(here)
        .partition(|f| f.status == Status::Rejected);
    let item = |finding: &&Finding| point(state.analysis(), finding);
    html! {
        <>
            if standing.is_empty() { <p class="empty">{ t!("no-controversy") }</p> }
            <ol class="items">{ for standing.iter().map(item) }</ol>
            if !rejected.is_empty() {
                <details class="rejected-items">
                    <summary>{ t!("rejected", count = rejected.len()) }</summary>
                    <ol class="items">{ for rejected.iter().map(item) }</ol>
                </details>
            }
        </>
    }
}

fn point(analysis: Option<&Analysis>, finding: &Finding) -> Html {
    let found = match finding.detail {
        Detail::Controversy(index) => analysis.and_then(|a| a.controversies.get(index)),
        Detail::Attribution(_) | Detail::Unsourced(_) | Detail::Kept => None,
    };
    let kind = found
        .and_then(|c| c.kind)
        .map(|kind| label("risk", kind.word()));
    let title = html! {
        <>
            <span class="flag">{ label("topic", &finding.label) }</span>
            if let Some(kind) = kind { <small>{ kind }</small> }
        </>
    };
    html! {
        <Item key={finding.id.clone()} finding={finding.clone()} {title}>
            if let (Some(found), Some(analysis)) = (found, analysis) { { details(analysis, found) } }
        </Item>
    }
}

fn details(analysis: &Analysis, found: &Controversy) -> Html {
    let sides: Vec<String> = found
        .sides
        .iter()
        .filter_map(|side| {
            let name = analysis.entities.get(side.entity?)?.name.clone();
            Some(t!(
                "side",
                name = name,
                stance = label("stance", side.stance.word())
            ))
        })
        .collect();
    let voiced = if sides.is_empty() {
        t!("voiced-by-nobody")
    } else {
        sides.join(" · ")
    };
    html! {
        <div class="why">
            <p>{ voiced }</p>
            <p>{ found.why.clone() }</p>
        </div>
    }
}
