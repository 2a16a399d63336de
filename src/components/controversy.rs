//! The Controversy tab: where the story is contested, why, and who holds which side.

use sourcelight_analysis::{Analysis, Controversy};
use sourcelight_state::{Detail, Finding, State};
use yew::prelude::*;

use super::{
    item::Item,
    item_list::{Drawing, ItemList},
    treaty_card,
};
use crate::{
    app::Desk,
    lang::{label, t},
};

/// The Controversy tab.
#[component]
pub(crate) fn Controversies() -> Html {
    let desk = use_context::<Desk>();
    let cards = desk.as_ref().and_then(|desk| {
        let state = desk.state();
        let kept = state.article.as_ref()?;
        Some(treaty_card::cards(
            desk,
            state.analysis()?,
            &kept.article.text,
        ))
    });
    html! {
        <>
            { for cards }
            <ItemList contested={true} item={Drawing(point)} none={t!("no-controversy")} />
        </>
    }
}

fn point(state: &State, finding: &Finding) -> Html {
    let analysis = state.analysis();
    let found = match finding.detail {
        Detail::Controversy(index) => analysis.and_then(|a| a.controversies.get(index)),
        Detail::Attribution(_) | Detail::Unsourced(_) | Detail::Kept => None,
    };
    let kind = found
        .and_then(|c| c.kind)
        .map(|kind| label("risk", kind.word()));
    let title = html! {
        <>
            <span class="flag">{ found.and_then(|c| c.name.clone()).unwrap_or_else(|| label("topic", &finding.label)) }</span>
            if found.is_some_and(|c| c.severity >= 3) { <small>{ t!("severity-3") }</small> }
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
            <p lang="en">{ found.why.clone() }</p>
        </div>
    }
}
