//! Something came from outside: where from, and whether to open it.

use yew::prelude::*;

use super::modal::Modal;
use crate::{
    app::Desk,
    browser::address,
    effects::Source,
    lang::t,
    opening::{Offer, PageBrought, Step},
};

/// How many characters of what a page calls itself are shown.
const SHOWN: usize = 160;

/// What is offered.
#[derive(PartialEq, Properties)]
pub(crate) struct OfferDialogProps {
    /// It.
    pub(crate) offer: Offer,
}

/// Asks whether to open what came from outside.
#[component]
pub(crate) fn OfferDialog(props: &OfferDialogProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let (source, content) = match &props.offer {
        Offer::Handed { origin, page } => {
            let from = t!("offer-handed", origin = origin.clone());
            (Source::Page(page.clone()), about(page, from))
        }
        Offer::InLink(page) => {
            let from = match address::origin_and_host(&page.url) {
                Some((_, host)) => t!("offer-in-link", host = host),
                None => t!("offer-in-link-from-nowhere"),
            };
            (Source::Page(page.clone()), about(page, from))
        }
        Offer::Address(url) => {
            let host = address::origin_and_host(url).map_or_else(|| url.clone(), |(_, h)| h);
            let content = html! {
                <>
                    <p class="offer-title">{ url.clone() }</p>
                    <p>{ t!("offer-address", host = host) }</p>
                </>
            };
            (Source::Address(url.clone()), content)
        }
    };
    let accept = {
        let (desk, source) = (desk.clone(), source);
        Callback::from(move |_: MouseEvent| {
            desk.step(Step::Answered);
            desk.dialog.set(None);
            desk.open.emit(source.clone());
        })
    };
    let refuse = {
        let desk = desk.clone();
        Callback::from(move |()| desk.step(Step::Answered))
    };
    html! {
        <Modal title={t!("offer")} on_close={refuse.clone()}>
            { content }
            <p class="quiet">{ t!("offer-safe") }</p>
            <div class="row">
                <button class="primary" onclick={accept}>{ t!("offer-open") }</button>
                <button onclick={refuse.reform(|_: MouseEvent| ())}>{ t!("offer-leave") }</button>
            </div>
        </Modal>
    }
}

fn about(page: &PageBrought, from: String) -> Html {
    let title: String = page.title.trim().chars().take(SHOWN).collect();
    let title = if title.is_empty() {
        t!("untitled")
    } else {
        title
    };
    html! {
        <>
            <p class="offer-title" dir="auto">{ title }</p>
            <p>{ from }</p>
        </>
    }
}
