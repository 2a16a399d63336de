//! One voice: what it is, how it reached the page, what it carries, and what the reader says of it.

use std::rc::Rc;

use sourcelight_annotation::Role;
use sourcelight_state::{Action, Finding, Kept, Voice};
use yew::prelude::*;

use super::{imvain::Imvain, same_voice::SameVoice, source_icon::SourceIcon};
use crate::{
    app::Dispatch,
    lang::{label, t},
};

/// How many characters of a passage are shown.
const SHOWN: usize = 110;
/// So many passages are listed; the marks in the text show all.
const MOST: usize = 80;
/// With so few passages they stand open.
const FEW: usize = 2;

/// Which voice.
#[derive(PartialEq, Properties)]
pub(crate) struct SourceCardProps {
    /// All voices.
    pub(crate) voices: Rc<Vec<Voice>>,
    /// Which of them.
    pub(crate) index: usize,
    /// How many bytes all of them carry.
    pub(crate) total: usize,
    /// All findings.
    pub(crate) findings: Rc<Vec<Finding>>,
    /// The article.
    pub(crate) kept: Rc<Kept>,
    /// Whether it is in focus.
    pub(crate) in_focus: bool,
    /// Where actions go.
    pub(crate) dispatch: Dispatch,
}

/// The card of one voice.
#[component]
pub(crate) fn SourceCard(props: &SourceCardProps) -> Html {
    let Some(voice) = props.voices.get(props.index) else {
        return Html::default();
    };
    let focus = {
        let (dispatch, id) = (props.dispatch.clone(), voice.id.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::FocusMoved(Some(id.clone())));
        })
    };
    let share = voice.share(props.total);
    let class = classes!(
        "item",
        "voice",
        props.in_focus.then_some("in-focus"),
        (!voice.merges.is_empty()).then_some("confirmed"),
    );
    html! {
        <li {class} id={format!("item-{}", voice.id)} data-id={voice.id.clone()}>
            <h3 class="who">
                <SourceIcon source_type={voice.source_type} />
                <button class="passage" id={format!("passage-{}", voice.id)} dir="auto" onclick={focus}>
                    { voice.name.clone() }
                </button>
                <small>{ label("source-type", voice.source_type.word()) }</small>
            </h3>
            if voice.bytes > 0 { <Share {share} word={voice.source_type.word()} /> }
            <p class="quiet carries">
                { t!("voice-carries", count = voice.carries.len(), share = share) }
            </p>
            { known(voice, &props.voices) }
            <SameVoice voices={props.voices.clone()} index={props.index} dispatch={props.dispatch.clone()} />
            if !voice.carries.is_empty() {
                <details class="more" open={props.in_focus || voice.carries.len() <= FEW}>
                    <summary>{ t!("voice-passages", count = voice.carries.len()) }</summary>
                    <ul class="passages">{ for passages(props, voice) }</ul>
                    if voice.carries.len() > MOST {
                        <p class="quiet">{ t!("more-passages", count = voice.carries.len() - MOST) }</p>
                    }
                </details>
            }
            <details class="more">
                <summary>{ t!("imvain", count = voice.answers.len()) }</summary>
                <Imvain voice={voice.clone()} dispatch={props.dispatch.clone()} />
            </details>
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct ShareProps {
    share: u8,
    word: &'static str,
}

/// The voice's share as a thin bar; the words beside it say the same.
#[component]
fn Share(props: &ShareProps) -> Html {
    let class = format!("by-{}", props.word.replace('_', "-"));
    html! {
        <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4" class="share-of" />
            <rect width={props.share.to_string()} height="4" {class} />
        </svg>
    }
}

/// What is known of a voice, each with what it is called.
fn known(voice: &Voice, voices: &[Voice]) -> Html {
    let channels: Vec<String> = voice
        .channels
        .iter()
        .map(|c| label("channel", c.word()))
        .collect();
    let carriers = voice
        .via
        .iter()
        .filter_map(|(at, _)| voices.get(*at))
        .map(|v| v.name.clone());
    let chain: Vec<String> = std::iter::once(t!("this-page"))
        .chain(carriers)
        .chain([voice.name.clone()])
        .collect();
    let named = match (voice.is_named(), voice.anonymity) {
        (true, _) => t!("voice-is-named"),
        (false, Some(a)) if a.reason_given => t!("unnamed-with-reason"),
        (false, _) => t!("unnamed-without-reason"),
    };
    let described = voice
        .anonymity
        .map(|a| label("described", a.described.word()));
    html! {
        <dl class="known">
            <div><dt>{ t!("voice-named") }</dt><dd>{ named }</dd></div>
            if let Some(words) = &voice.introduced {
                <div><dt>{ t!("voice-introduced") }</dt><dd dir="auto">{ words.clone() }</dd></div>
            }
            if let Some(described) = described {
                <div><dt>{ t!("voice-described") }</dt><dd>{ described }</dd></div>
            }
            if !channels.is_empty() {
                <div><dt>{ t!("voice-channel") }</dt><dd>{ channels.join(", ") }</dd></div>
            }
            if !voice.via.is_empty() {
                <div><dt>{ t!("voice-via") }</dt><dd dir="auto">{ chain.join(" → ") }</dd></div>
            }
        </dl>
    }
}

/// The passages a voice carries, each leading to its place.
fn passages<'p>(props: &'p SourceCardProps, voice: &'p Voice) -> impl Iterator<Item = Html> + 'p {
    // Both stand in the order of the text, so that one walk finds all.
    let mut wanted = voice.carries.iter().take(MOST).peekable();
    let own = move |f: &&Finding| wanted.next_if(|id| **id == f.id).is_some();
    let findings = props.findings.iter().filter(own);
    findings.take(voice.carries.len().min(MOST)).map(|finding| {
        let text = &props.kept.article.text;
        let whole = finding.role(Role::Content).next();
        let words = whole
            .or_else(|| finding.parts.first().map(|p| p.span))
            .map_or("", |s| s.of(text));
        let short: String = words.chars().take(SHOWN).collect();
        let more = if short.len() < words.len() { "…" } else { "" };
        let (dispatch, id) = (props.dispatch.clone(), finding.id.clone());
        let jump = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::FocusMoved(Some(id.clone())));
        });
        html! {
            <li key={finding.id.clone()}>
                <button class="passage" onclick={jump} dir="auto">{ short }{ more }</button>
            </li>
        }
    })
}
