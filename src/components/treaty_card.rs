//! What the register knows of a treaty that the story speaks of, and what the story says beside it.

use sourcelight_analysis::{
    Analysis, CardFigure, CardState, CardValue, RegisterVerdict, TreatyCard, TreatyClaim,
};
use yew::prelude::*;

use crate::{
    app::{Desk, Dialog},
    lang::{label, t},
};

/// How many treaties stand open.
const OPEN: usize = 1;

/// The cards of all treaties that the story speaks of.
pub(crate) fn cards(desk: &Desk, analysis: &Analysis, text: &str) -> Html {
    if analysis.treaty_cards.is_empty() {
        return Html::default();
    }
    let all = analysis.treaty_cards.iter().enumerate();
    html! {
        <section class="treaties" aria-label={t!("treaties")}>
            { for all.map(|(index, card)| view(desk, analysis, card, index < OPEN, text)) }
        </section>
    }
}

fn view(desk: &Desk, analysis: &Analysis, card: &TreatyCard, open: bool, text: &str) -> Html {
    let claims: Vec<&TreatyClaim> = card
        .claims
        .iter()
        .filter_map(|&index| analysis.treaty_claims.get(index))
        .collect();
    let worst = claims.iter().map(|c| c.verdict).max_by_key(|v| weight(*v));
    html! {
        <details class="item treaty" key={card.id.clone()} {open}>
            <summary class="who">
                <span>{ &card.short }</span>
                if let Some(worst) = worst {
                    <small class={worst.word()}>{ label("verdict", worst.word()) }</small>
                }
            </summary>
            <p class="treaty-name">{ &card.name }</p>
            <p>{ &card.does }</p>
            if !card.note.is_empty() { <p class="why">{ &card.note }</p> }
            { for claims.iter().map(|claim| said(claim, text)) }
            <dl class="known">
                { row(t!("treaty-state"), html! { &card.state }) }
                { for card.figures.iter().map(|f| row(label("treaty-counted", &f.counted), figure(f))) }
                { for card.states.iter().map(|s| row(s.name.clone(), state(s))) }
                { value(t!("treaty-opened"), card.opened.as_ref()) }
                { value(t!("treaty-in-force"), card.in_force.as_ref()) }
                { value(t!("treaty-depositary"), card.depositary.as_ref()) }
            </dl>
            if !card.dated { { undated(desk, card) } }
            <details class="more">
                <summary>{ t!("treaty-sources", count = card.sources.len()) }</summary>
                <ul class="treaty-sources">
                    { for card.sources.iter().map(|source| html! {
                        <li key={source.id.clone()}>{ link(&source.title, &source.url) }</li>
                    }) }
                </ul>
            </details>
        </details>
    }
}

/// What the article says, and what the register says beside it.
fn said(claim: &TreatyClaim, text: &str) -> Html {
    let words = claim.span.of(text).to_owned();
    html! {
        <div class="treaty-claim">
            <blockquote dir="auto">{ words }</blockquote>
            <p>
                <b class={claim.verdict.word()}>{ label("verdict", claim.verdict.word()) }</b>
                { " " }{ &claim.register }
            </p>
        </div>
    }
}

/// The register was asked for today, because the article has no date.
fn undated(desk: &Desk, card: &TreatyCard) -> Html {
    let dialog = desk.dialog.setter();
    let give = Callback::from(move |_: MouseEvent| dialog.set(Some(Dialog::Details)));
    html! {
        <p class="why">
            { t!("treaty-undated", date = card.as_of.clone()) }{ " " }
            <button class="correct" onclick={give}>{ t!("treaty-give-date") }</button>
        </p>
    }
}

fn row(name: String, what: Html) -> Html {
    html! { <div key={name.clone()}><dt>{ &name }</dt><dd>{ what }</dd></div> }
}

fn value(name: String, value: Option<&CardValue>) -> Html {
    let Some(value) = value else {
        return Html::default();
    };
    let unsourced = value.unsourced.then(|| t!("treaty-unsourced"));
    row(
        name,
        html! { <>{ &value.value } if let Some(mark) = unsourced { { " " }<em>{ mark }</em> }</> },
    )
}

fn figure(figure: &CardFigure) -> Html {
    let number = figure.value.to_string();
    let when = t!("treaty-figure-as-of", date = figure.as_of.clone());
    let derived = figure.derived.then(|| t!("treaty-derived"));
    let disputed = figure
        .disputed
        .map(|other| t!("treaty-disputed", count = usize::from(other)));
    let more = [Some(when), derived, disputed]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    html! { <><b>{ number }</b>{ " " }<small>{ more }</small></> }
}

fn state(state: &CardState) -> Html {
    html! { <>{ &state.words }{ " " }<small>{ &state.as_of }</small></> }
}

/// A source's title, led to where its address is one for the web.
fn link(title: &str, url: &str) -> Html {
    if url.starts_with("https://") || url.starts_with("http://") {
        let href = url.split_whitespace().next().unwrap_or_default().to_owned();
        html! { <a {href} target="_blank" rel="noopener noreferrer">{ title }</a> }
    } else {
        html! { title }
    }
}

/// The graver first.
const fn weight(verdict: RegisterVerdict) -> u8 {
    match verdict {
        RegisterVerdict::CannotSay => 0,
        RegisterVerdict::Agrees => 1,
        RegisterVerdict::Loose => 2,
        RegisterVerdict::OutOfDate => 3,
        RegisterVerdict::Contradicts => 4,
    }
}
