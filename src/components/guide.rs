//! What the help says beyond keys and marks: the terms, each contested topic and check with an example, and
//! what the engine gets wrong.

use yew::prelude::*;

use crate::{
    guide::{self, Entry, figure},
    lang::{label, message, t},
};

/// The terms of the field, in the order in which one leads to the next.
const TERMS: [&str; 9] = [
    "attribution",
    "source",
    "cue",
    "content",
    "quote",
    "via",
    "blanket",
    "unsourced",
    "contested",
];

/// The terms, the topics, the checks and the figures.
#[component]
pub(crate) fn Guide() -> Html {
    let entries = guide::entries();
    let of = |kind: &'static str| entries.iter().filter(move |entry| entry.kind == kind);
    html! {
        <>
            <h3>{ t!("guide-terms") }</h3>
            <dl class="terms">
                { for TERMS.iter().map(|term| html! {
                    <div key={*term}>
                        <dt>{ message(&format!("term-{term}"), &[]) }</dt>
                        <dd>{ message(&format!("term-{term}-is"), &[]) }</dd>
                    </div>
                }) }
            </dl>
            <h3>{ t!("guide-topics") }</h3>
            <p class="quiet">{ t!("guide-english") }</p>
            { for of("topic").map(entry) }
            <h3>{ t!("guide-checks") }</h3>
            { for of("check").map(entry) }
            <h3>{ t!("guide-wrong") }</h3>
            <p>{ t!("guide-wrong-attributions",
                documents = figure("polnear-documents"), f1 = figure("attribution-f1"), source = figure("source-f1"),
                people = figure("people-attribution-f1"), peoplesource = figure("people-source-f1")) }</p>
            <p>{ t!("guide-wrong-stories", found = figure("found")) }</p>
            <p>{ t!("guide-wrong-contested", words = figure("false-words")) }</p>
            <p>{ t!("guide-wrong-treaties", treaties = figure("treaties"), states = figure("states")) }</p>
        </>
    }
}

/// One check or topic, folded.
fn entry(entry: &Entry) -> Html {
    let says = |name: &'static str| {
        entry
            .says
            .iter()
            .filter(move |(own, _)| *own == name)
            .map(|(_, words)| *words)
    };
    let named = |title: String, words: &'static str| {
        html! { <p><b>{ title }</b>{ " " }<span lang="en">{ words }</span></p> }
    };
    // A rule of a topic stands with the example that follows it.
    let rules = entry.says.iter().enumerate().filter(|(_, (name, _))| *name == "rule").map(|(place, (_, rule))| {
        let example = entry.says.get(place + 1).filter(|(name, _)| *name == "example");
        html! { <li key={place}>{ *rule }if let Some((_, words)) = example { <q>{ *words }</q> }</li> }
    });
    let has_rules = says("rule").next().is_some();
    html! {
        <details key={entry.word} class="rule">
            <summary>{ label(entry.kind, entry.word) }</summary>
            { for says("finds").map(|words| html! { <p lang="en">{ words }</p> }) }
            { for says("matters").map(|words| named(t!("guide-matters"), words)) }
            if has_rules {
                <ul lang="en">{ for rules }</ul>
            } else {
                { for says("example").map(|words| named(t!("guide-example"), words)) }
            }
            { for says("leaves").map(|words| named(t!("guide-leaves"), words)) }
            { for says("source").map(|words| named(t!("guide-source"), words)) }
        </details>
    }
}
