//! The line of facts above the article. Counts, never a score.

use sourcelight_state::Facts;
use yew::prelude::*;

use crate::lang::t;

/// What the line says.
#[derive(PartialEq, Properties)]
pub(crate) struct FactsLineProps {
    /// The counts.
    pub(crate) facts: Facts,
    /// Whether the engine has not answered yet.
    pub(crate) waiting: bool,
    /// What the article's language is called, where the engine does not know it.
    #[prop_or_default]
    pub(crate) unread: Option<String>,
    /// Whether the engine could not be run.
    pub(crate) failed: bool,
}

/// A fact with its numbers set off.
fn told(fact: &str) -> Html {
    let mut pieces: Vec<(bool, String)> = Vec::new();
    for c in fact.chars() {
        let number = c.is_numeric();
        match pieces.last_mut() {
            Some((same, piece)) if *same == number => piece.push(c),
            _ => pieces.push((number, c.to_string())),
        }
    }
    let set = |(number, piece): (bool, String)| {
        if number {
            html! { <b>{ piece }</b> }
        } else {
            html! { { piece } }
        }
    };
    pieces.into_iter().map(set).collect()
}

/// The line of facts.
#[component]
pub(crate) fn FactsLine(props: &FactsLineProps) -> Html {
    let facts = &props.facts;
    if let Some(language) = &props.unread {
        return html! {
            <p class="facts" role="note">{ t!("facts-unread-language", language = language.clone()) }</p>
        };
    }
    match (props.waiting, props.failed) {
        (true, _) => html! { <p class="facts">{ t!("reading") }</p> },
        (false, true) => html! { <p class="facts">{ t!("facts-failed") }</p> },
        (false, false) => html! {
            <ul class="facts" aria-label={t!("facts")}>
                <li>{ told(&t!("fact-attributions", count = facts.attributions)) }</li>
                <li>{ told(&t!("fact-named-people", count = facts.named_people)) }</li>
                <li>
                    { told(&t!("fact-unsourced", count = facts.unsourced)) }
                    if facts.under_blanket > 0 {
                        { told(&t!("fact-under-blanket", count = facts.under_blanket)) }
                    }
                </li>
                if facts.chain > 1 { <li>{ told(&t!("fact-chain", count = facts.chain)) }</li> }
                if facts.contested > 0 {
                    <li>{ told(&t!("fact-contested", count = facts.contested)) }</li>
                }
            </ul>
        },
    }
}
