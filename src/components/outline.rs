//! The outline of the article with a sourcing strip a block, the voices by words, and the legend.

use sourcelight_article::BlockKind;
use sourcelight_state::{KindShare, glance, strips};
use yew::prelude::*;

use super::{mark_sets::MarkSets, strip::Strip};
use crate::{
    app::{Desk, Dialog},
    lang::{label, t},
};

/// How many characters of a block stand in the outline.
const WORDS: usize = 34;

/// The left column.
#[component]
pub(crate) fn Outline() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    let Some(kept) = &state.article else {
        return html! { <nav class="outline" aria-label={t!("outline")} /> };
    };
    let blocks = kept.article.blocks.iter().zip(strips(state)).enumerate();
    let lines =
        blocks
            .filter(|(_, (block, _))| block.kind.is_story())
            .map(|(index, (block, strip))| {
                let text = block.span.of(&kept.article.text);
                let mut short: String = text.chars().take(WORDS).collect();
                if short.len() < text.len() {
                    short = format!("{}…", short.trim_end());
                }
                let heading = matches!(block.kind, BlockKind::Headline | BlockKind::Subhead);
                html! {
                    <li key={index} class={heading.then_some("heading")}>
                        <a href={format!("#block-{index}")}>{ short }</a>
                        <Strip {strip} />
                    </li>
                }
            });
    let show_glance = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Glance)))
    };
    let shares = glance(state).kinds;
    html! {
        <nav class="outline" aria-label={t!("outline")}>
            <h2>{ t!("outline") }</h2>
            <ol>{ for lines }</ol>
            <h2>{ t!("voices-by-words") }</h2>
            if shares.is_empty() {
                <p class="quiet">{ t!("no-voices") }</p>
            } else {
                <table class="bars">
                    <tbody>
                        { for shares.iter().map(|KindShare { source_type, share, .. }| html! {
                            <tr key={source_type.word()}>
                                <th scope="row">{ label("source-type", source_type.word()) }</th>
                                <td class="bar" aria-hidden="true">
                                    <svg viewBox="0 0 100 9" preserveAspectRatio="none">
                                        <rect
                                            width={share.to_string()} height="9" rx="2"
                                            class={format!("by-{}", source_type.word().replace('_', "-"))}
                                        />
                                    </svg>
                                </td>
                                <td class="number">{ t!("per-cent", share = *share) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            }
            <button class="glance-button" onclick={show_glance}>{ t!("at-a-glance") }</button>
            <h2>{ t!("show") }</h2>
            <MarkSets />
            <h2>{ t!("legend") }</h2>
            <Legend />
        </nav>
    }
}

/// What the marks mean, drawn as they are drawn in the article.
#[component]
pub(crate) fn Legend() -> Html {
    html! {
        <ul class="legend">
            <li><span class="mark source by-institution">{ t!("legend-source") }</span></li>
            <li><span class="mark cue">{ t!("legend-cue") }</span></li>
            <li><span class="mark content content-begins">{ t!("legend-content") }</span></li>
            <li><span class="mark content direct-begins">{ t!("legend-direct") }</span></li>
            <li><span class="mark unsourced">{ t!("legend-unsourced") }</span></li>
            <li><span class="legend-blanket">{ t!("legend-blanket") }</span></li>
            <li><span class="flag">{ t!("legend-controversy") }</span></li>
            <li><span class="mark note">{ t!("legend-note") }</span></li>
        </ul>
    }
}
