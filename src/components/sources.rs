//! The Sources tab: how the story reached this page, then a card for every voice.

use sourcelight_state::{Action, Light, Voice};
use yew::prelude::*;

use super::{
    chain_graph::ChainGraph,
    item_list::{WINDOW, window},
    source_card::SourceCard,
};
use crate::{
    app::{Desk, Dialog},
    lang::t,
};

/// How wide a drawing is in the panel, in CSS pixels.
const PANEL: u32 = 338;
/// How many voices that lead no farther the small graph shows at each node.
const SHOWN: usize = 4;

/// The Sources tab.
#[component]
pub(crate) fn Sources() -> Html {
    let page = use_state(|| 0_usize);
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    let Some(kept) = &state.article else {
        return Html::default();
    };
    if state.voices.is_empty() {
        let waiting = matches!(state.light, Light::Waiting);
        let says = if waiting {
            t!("reading")
        } else {
            t!("no-voices")
        };
        return html! { <p class="empty">{ says }</p> };
    }
    let total = state.voices.iter().map(|v| v.bytes).sum::<usize>();
    let glance = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Glance)))
    };
    let in_focus = |voice: &Voice| state.focus.as_deref() == Some(&voice.id);
    let card = |(index, voice): &(usize, &Voice)| {
        html! {
            <SourceCard
                key={voice.id.clone()}
                voices={state.voices.clone()}
                index={*index}
                {total}
                findings={state.findings.clone()}
                kept={kept.clone()}
                in_focus={in_focus(voice)}
                dispatch={desk.store.dispatcher()}
            />
        }
    };
    // A voice passes the filters with any passage that does.
    let passes = |voice: &Voice| {
        let mut carries = voice.carries.iter();
        state.filters.is_empty() || carries.any(|id| !state.left_out.contains(id))
    };
    let voices = state.voices.iter().enumerate().filter(|(_, v)| passes(v));
    let (speaking, silent): (Vec<_>, Vec<_>) = voices.partition(|(_, v)| !v.carries.is_empty());
    // One of them may be in focus, as a node of the chain.
    let open = silent.iter().any(|(_, voice)| in_focus(voice));
    let focus = speaking.iter().position(|(_, voice)| in_focus(voice));
    let shown = window(speaking.len(), focus.unwrap_or(*page * WINDOW));
    let turn = |to: usize| {
        let (page, desk) = (page.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::FocusMoved(None));
            page.set(to);
        })
    };
    html! {
        <>
            <ChainGraph id="chain-small" width={PANEL} most={SHOWN} />
            <button class="glance-button" onclick={glance}>{ t!("at-a-glance") }</button>
            if speaking.is_empty() && !state.filters.is_empty() {
                <p class="empty">{ t!("no-filtered") }</p>
            }
            if shown.start > 0 {
                <button class="turn" onclick={turn(shown.start / WINDOW - 1)}>
                    { t!("earlier-items", count = shown.start) }
                </button>
            }
            <ol class="items" start={(shown.start + 1).to_string()}>
                { for speaking[shown.clone()].iter().map(card) }
            </ol>
            if shown.end < speaking.len() {
                <button class="turn" onclick={turn(shown.start / WINDOW + 1)}>
                    { t!("later-items", count = speaking.len() - shown.end) }
                </button>
            }
            if !silent.is_empty() {
                <details class="silent-voices" {open}>
                    <summary>{ t!("silent-voices", count = silent.len()) }</summary>
                    <ol class="items">{ for silent.iter().take(WINDOW).map(card) }</ol>
                </details>
            }
        </>
    }
}
