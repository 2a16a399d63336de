//! "Maybe the same voice?": two voices are made one only by the reader, and can be split again.

use std::rc::Rc;

use sourcelight_state::{Action, Voice};
use yew::prelude::*;

use crate::{
    app::Dispatch,
    browser::{clock, ids, page},
    lang::t,
};

/// So many voices are offered at once; a merge makes room for the next.
const MOST: usize = 8;

/// Which voice.
#[derive(PartialEq, Properties)]
pub(crate) struct SameVoiceProps {
    /// All voices.
    pub(crate) voices: Rc<Vec<Voice>>,
    /// Which of them.
    pub(crate) index: usize,
    /// Where actions go.
    pub(crate) dispatch: Dispatch,
}

/// What a voice may be merged with, what it was merged from, and any other voice to merge it with.
#[component]
pub(crate) fn SameVoice(props: &SameVoiceProps) -> Html {
    let Some(voice) = props.voices.get(props.index) else {
        return Html::default();
    };
    let maybe = voice
        .maybe_same
        .iter()
        .filter_map(|&other| props.voices.get(other))
        .take(MOST)
        .map(|other| {
            let merge = merge(&props.dispatch, voice, other);
            // Two voices may be called the same; which one is meant is lit in the text.
            let light = |id: Option<String>| {
                let dispatch = props.dispatch.clone();
                move || dispatch.dispatch(Action::VoiceLit(id.clone()))
            };
            let (on, off) = (light(Some(other.id.clone())), light(None));
            let (enter, leave) = (on.clone(), off.clone());
            html! {
                <li key={other.id.clone()}>
                    <button
                        onclick={merge}
                        onfocus={move |_: FocusEvent| on()} onblur={move |_: FocusEvent| off()}
                        onmouseenter={move |_: MouseEvent| enter()} onmouseleave={move |_: MouseEvent| leave()}
                    >{ t!("merge-with", name = other.name.clone()) }</button>
                </li>
            }
        });
    let merged = voice.merges.iter().map(|(merge, name)| {
        let (dispatch, merge) = (props.dispatch.clone(), merge.clone());
        let key = merge.clone();
        let card = format!("passage-{}", voice.id);
        let split = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::VoicesSplit {
                merge: merge.clone(),
                at: clock::now(),
            });
            // The button is gone with the merge.
            page::focus(&card);
        });
        html! {
            <li {key}>
                <span dir="auto">{ t!("merged-from", name = name.clone()) }</span>
                <button onclick={split}>{ t!("split-off", name = name.clone()) }</button>
            </li>
        }
    });
    html! {
        <>
            if !voice.maybe_same.is_empty() {
                <div class="same">
                    <p>{ t!("maybe-same-voice") }</p>
                    <ul class="row">{ for maybe }</ul>
                    if voice.maybe_same.len() > MOST {
                        <p class="quiet">{ t!("more-voices", count = voice.maybe_same.len() - MOST) }</p>
                    }
                </div>
            }
            if !voice.merges.is_empty() {
                <ul class="merged">{ for merged }</ul>
            }
        </>
    }
}

fn merge(dispatch: &Dispatch, voice: &Voice, other: &Voice) -> Callback<MouseEvent> {
    let (dispatch, voice, with) = (dispatch.clone(), voice.id.clone(), other.id.clone());
    Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::VoicesMerged {
            voice: voice.clone(),
            with: with.clone(),
            id: ids::new_id(),
            at: clock::now(),
        });
    })
}
