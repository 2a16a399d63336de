//! The bar that appears at a selected passage.

use sourcelight_state::Command;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{block_kinds::BlockKindList, by_hand, notes};
use crate::{
    app::Desk,
    browser::{placement, selection},
    commands, copying,
    lang::t,
};

/// The bar at the selection.
#[component]
pub(crate) fn SelectionBar() -> Html {
    let desk = use_context::<Desk>();
    let article = desk.as_ref().and_then(|d| d.state().article.clone());
    let selected = desk.as_ref().map(|d| d.selected.setter());
    use_effect_with(article, move |article| {
        let article = article.clone();
        let listener = selection::listen(move || {
            let (Some(article), Some(selected)) = (&article, &selected) else {
                return;
            };
            let passage = selection::passage(&article.article.text);
            if let (Some(_), Some(rectangle)) = (passage, selection::rectangle()) {
                placement::float_at(rectangle);
            }
            selected.set(passage);
        });
        move || drop(listener)
    });
    let Some(desk) = desk else {
        return Html::default();
    };
    let Some(span) = *desk.selected else {
        return Html::default();
    };
    let note = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| start_note(&desk, span))
    };
    let copy = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| copying::copy_with_source(&desk, span))
    };
    // Pressing a button must not let go of the selection it is about; a list must open, and keeps it.
    let keep = Callback::from(|event: MouseEvent| {
        if event.target_dyn_into::<HtmlSelectElement>().is_none() {
            event.prevent_default();
        }
    });
    let blocks = desk.state().article.as_ref().map(|kept| {
        let all = kept.article.blocks.iter().enumerate();
        let own: Vec<_> = all.filter(|(_, b)| b.span.overlaps(span)).collect();
        let first = own.first().map(|(_, b)| b.kind);
        let kind = first.filter(|first| own.iter().all(|(_, b)| b.kind == *first));
        let blocks: Vec<usize> = own.iter().map(|(index, _)| *index).collect();
        html! { <BlockKindList {kind} {blocks} name={t!("selection")} /> }
    });
    html! {
        <section aria-label={t!("selection")}>
            <div class="selection-bar floating" role="toolbar" aria-label={t!("selection")} onmousedown={keep}>
                <button id="selection-note" onclick={note} aria-keyshortcuts={commands::aria_key(&desk, Command::Note)}>{ t!("note") }</button>
                { for blocks }
                { by_hand::at_selection(&desk, span) }
                <button onclick={copy} aria-label={t!("copy-with-source")} aria-keyshortcuts={commands::aria_key(&desk, Command::CopySource)}>{ t!("copy-short") }</button>
            </div>
        </section>
    }
}

/// Opens the form for a note on a passage.
pub(crate) fn start_note(desk: &Desk, span: sourcelight_text::Span) {
    notes::start(desk, span);
    desk.selected.set(None);
}
