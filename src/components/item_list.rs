//! A list of findings: those that stand, then those the reader rejected, folded away.
//!
//! A long article has thousands of findings; only a window of them around the one in focus is drawn.

use std::ops::Range;

use sourcelight_annotation::FindingKind;
use sourcelight_state::{Filter, Finding, Light, State, Status};
use yew::prelude::*;

use crate::{app::Desk, lang::t};

/// How many items are drawn at once.
pub(crate) const WINDOW: usize = 60;

/// How a finding is drawn. Each list draws its own in one way for ever, so all are equal.
#[derive(Clone, Copy)]
pub(crate) struct Drawing(pub(crate) fn(&State, &Finding) -> Html);

impl PartialEq for Drawing {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Which findings, and how one is drawn.
#[derive(PartialEq, Properties)]
pub(crate) struct ItemListProps {
    /// Whether the list is of contested points, or of all else.
    pub(crate) contested: bool,
    /// Draws one.
    pub(crate) item: Drawing,
    /// What is said where there are none.
    pub(crate) none: AttrValue,
}

/// A list of findings.
#[component]
pub(crate) fn ItemList(props: &ItemListProps) -> Html {
    let desk = use_context::<Desk>();
    let page = use_state(|| 0_usize);
    let Some(desk) = desk else {
        return Html::default();
    };
    let state = desk.state();
    if state.light == Light::Waiting && state.findings.is_empty() {
        return html! { <p class="empty">{ t!("reading") }</p> };
    }
    let here = |f: &&Finding| {
        ((f.kind == FindingKind::Controversy) == props.contested)
            && (state.extended_shown || !f.extended)
            && !state.left_out.contains(&f.id)
    };
    let (rejected, standing): (Vec<&Finding>, Vec<&Finding>) = state
        .findings
        .iter()
        .filter(here)
        .partition(|f| f.status == Status::Rejected);
    let focus = standing
        .iter()
        .position(|f| Some(&f.id) == state.focus.as_ref());
    let shown = window(standing.len(), focus.unwrap_or(*page * WINDOW));
    let item = |finding: &&Finding| (props.item.0)(state, finding);
    let turn = |to: usize| {
        let (page, desk) = (page.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            desk.act(sourcelight_state::Action::FocusMoved(None));
            page.set(to);
        })
    };
    let here = shown.start / WINDOW;
    let only_rejected = state.filters.contains(&Filter::Status(Status::Rejected));
    html! {
        <>
            if standing.is_empty() && rejected.is_empty() {
                <p class="empty">
                    if state.filters.is_empty() { { &props.none } } else { { t!("no-filtered") } }
                </p>
            }
            if shown.start > 0 {
                <button class="turn" onclick={turn(here.saturating_sub(1))}>
                    { t!("earlier-items", count = shown.start) }
                </button>
            }
            <ol class="items" start={(shown.start + 1).to_string()}>
                { for standing[shown.clone()].iter().map(item) }
            </ol>
            if shown.end < standing.len() {
                <button class="turn" onclick={turn(here + 1)}>
                    { t!("later-items", count = standing.len() - shown.end) }
                </button>
            }
            if !rejected.is_empty() {
                <details class="rejected-items" open={only_rejected}>
                    <summary>{ t!("rejected", count = rejected.len()) }</summary>
                    <ol class="items">{ for rejected.iter().take(WINDOW).map(item) }</ol>
                </details>
            }
        </>
    }
}

/// The page of items that holds the one at `place`.
pub(crate) fn window(count: usize, place: usize) -> Range<usize> {
    let start = (place.min(count.saturating_sub(1)) / WINDOW) * WINDOW;
    start..(start + WINDOW).min(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_holds_the_place_and_stays_inside() {
        assert_eq!(window(0, 0), 0..0);
        assert_eq!(window(50, 7), 0..50);
        assert_eq!(window(170, 59), 0..60);
        assert_eq!(window(170, 60), 60..120);
        assert_eq!(window(170, 169), 120..170);
        assert_eq!(window(170, 9999), 120..170);
    }
}
