//! The sourcing of the article at a glance: who speaks, what is covered, how it got here.

use sourcelight_state::glance;
use yew::prelude::*;

use super::{
    chain_graph::ChainGraph,
    glance_figures::{CoverageBar, VoicesChart},
    modal::Modal,
};
use crate::{app::Desk, browser::page, lang::t};

/// The figures are drawn as wide as the dialog, within these.
const NARROWEST: u32 = 280;
const WIDEST: u32 = 860;
/// What the dialog's own edges take.
const EDGES: u32 = 74;

/// Sourcing at a glance.
#[component]
pub(crate) fn GlanceDialog() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let width = page::width().saturating_sub(EDGES).clamp(NARROWEST, WIDEST);
    let seen = glance(desk.state());
    let says_nothing = seen.kinds.is_empty() && seen.runs.is_empty();
    html! {
        <Modal title={t!("at-a-glance")} wide={true}>
            if says_nothing {
                <p class="empty">{ t!("no-voices") }</p>
            } else {
                <CoverageBar glance={seen.clone()} {width} />
                <VoicesChart glance={seen} {width} />
                <ChainGraph id="chain" {width} most={usize::MAX} />
            }
        </Modal>
    }
}
