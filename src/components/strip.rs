//! A thin bar that says how a stretch of text is sourced.

use yew::prelude::*;

use crate::lang::t;

/// How the text is sourced.
#[derive(PartialEq, Properties)]
pub(crate) struct StripProps {
    /// The shares.
    pub(crate) strip: sourcelight_state::Strip,
}

/// The bar, as SVG; its shares are said as text too.
#[component]
pub(crate) fn Strip(props: &StripProps) -> Html {
    let sourcelight_state::Strip {
        sourced,
        blanket,
        unsourced,
        contested,
    } = props.strip;
    let says = t!(
        "strip",
        sourced = sourced,
        blanket = blanket,
        unsourced = unsourced
    );
    let part = |x: u8, width: u8, class: &'static str| {
        html! { <rect x={x.to_string()} y="0" width={width.to_string()} height="5" {class} /> }
    };
    html! {
        <svg
            class="strip" viewBox="0 0 100 5" preserveAspectRatio="none" role="img"
            aria-label={says}
        >
            { part(0, sourced, "strip-sourced") }
            { part(sourced, blanket, "strip-blanket") }
            { part(sourced.saturating_add(blanket), unsourced, "strip-unsourced") }
            if contested { <rect x="96" y="0" width="4" height="5" class="strip-contested" /> }
        </svg>
    }
}
