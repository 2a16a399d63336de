//! Two versions of an article: what changed in it, and what becomes of the notes on the older one.

use std::rc::Rc;

use exchanger::{Change, Piece};
use yew::prelude::*;

use super::{modal::Modal, newer_version::kept_since};
use crate::{
    app::Desk,
    effects::carry,
    lang::t,
    opening::{Comparison, Step},
};

/// Of a stretch that stands in both versions so many characters are shown at each end.
const AROUND: usize = 120;

/// What was compared.
#[derive(PartialEq, Properties)]
pub(crate) struct ComparisonDialogProps {
    /// It.
    pub(crate) comparison: Rc<Comparison>,
}

/// Two versions of an article.
#[component]
pub(crate) fn ComparisonDialog(props: &ComparisonDialogProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let comparison = props.comparison.clone();
    let close = {
        let desk = desk.clone();
        Callback::from(move |()| desk.step(Step::Compared(None)))
    };
    let take = {
        let (desk, comparison) = (desk.clone(), comparison.clone());
        Callback::from(move |_: MouseEvent| {
            carry(&comparison, &desk);
            desk.step(Step::Compared(None));
        })
    };
    let compared = &comparison.compared;
    let counts = [
        (compared.exact, t!("version-exact", count = compared.exact)),
        (
            compared.changed,
            t!("version-changed", count = compared.changed),
        ),
        (compared.lost, t!("version-lost", count = compared.lost)),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let changes = compared.pieces.iter().any(|p| p.change != Change::Same);
    let open = desk.state().article.as_ref().map(|kept| kept.id.as_str());
    let can_carry = !comparison.known && Some(comparison.article.as_str()) == open;
    html! {
        <Modal title={t!("version-title")} wide=true on_close={close.clone()}>
            <p>{ t!("version-of", title = comparison.title.clone(), when = kept_since(&comparison.opened)) }</p>
            <ul class="counts">
                { for counts.map(|(_, line)| html! { <li>{ line }</li> }) }
                if compared.annotations.is_empty() { <li>{ t!("version-no-notes") }</li> }
            </ul>
            if comparison.known {
                <p class="quiet">{ t!("version-known") }</p>
            } else {
                <p class="quiet">{ t!("version-hint") }</p>
            }
            if can_carry {
                <div class="row">
                    <button class="primary" onclick={take}>{ t!("version-carry") }</button>
                    <button onclick={close.reform(|_: MouseEvent| ())}>{ t!("version-apart") }</button>
                </div>
            }
            <h3 id="what-changed">{ t!("version-difference") }</h3>
            if changes {
                <div class="difference" tabindex="0" role="region" aria-labelledby="what-changed" dir="auto">
                    { for compared.pieces.iter().map(shown) }
                </div>
            } else {
                <p>{ t!("version-same-words") }</p>
            }
        </Modal>
    }
}

fn shown(piece: &Piece) -> Html {
    match piece.change {
        Change::Same => html! { <>{ shortened(&piece.text) }</> },
        Change::Deleted => html! { <del>{ &piece.text }</del> },
        Change::Inserted => html! { <ins>{ &piece.text }</ins> },
    }
}

/// What stands in both, without the middle where it is long.
fn shortened(text: &str) -> String {
    let count = text.chars().count();
    if count <= 3 * AROUND {
        return text.to_owned();
    }
    let start: String = text.chars().take(AROUND).collect();
    let end: String = text.chars().skip(count - AROUND).collect();
    format!("{start} … {end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_stretches_that_did_not_change_lose_their_middle() {
        assert_eq!(shortened("short 🕊"), "short 🕊");
        let long = "é".repeat(1000);
        assert_eq!(shortened(&long).chars().count(), 2 * AROUND + 3);
    }
}
