//! The Checks tab: questions for the reader, never verdicts.

use sourcelight_state::Light;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::page,
    lang::{label, t},
};

/// How many words of a passage are shown.
const SHOWN: usize = 120;

/// The Checks tab.
#[component]
pub(crate) fn Checks() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    if state.light == Light::Waiting {
        return html! { <p class="empty">{ t!("reading") }</p> };
    }
    let (Some(analysis), Some(kept)) = (state.analysis(), &state.article) else {
        return html! { <p class="empty">{ t!("no-checks") }</p> };
    };
    if analysis.checks.is_empty() {
        return html! { <p class="empty">{ t!("no-checks") }</p> };
    }
    let text = &kept.article.text;
    let blocks = &kept.article.blocks;
    html! {
        <ol class="items">
            { for analysis.checks.iter().enumerate().map(|(index, check)| html! {
                <li class="item" key={index}>
                    <div class="who">
                        <span>{ label("check", check.kind.word()) }</span>
                    </div>
                    <p class="check-question" lang="en">{ check.question.clone() }</p>
                    { for check.spans.iter().take(3).map(|span| {
                        let words: String = span.of(text).chars().take(SHOWN).collect();
                        let block = blocks.iter().position(|b| b.span.overlaps(*span));
                        let jump = Callback::from(move |_: MouseEvent| {
                            page::scroll_to(&format!("block-{}", block.unwrap_or_default()));
                        });
                        html! {
                            <blockquote dir="auto">
                                <button class="passage" onclick={jump}>{ words }</button>
                            </blockquote>
                        }
                    }) }
                </li>
            }) }
        </ol>
    }
}
