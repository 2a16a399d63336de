//! Notes and decisions that came with a new version of the article and stand on other words now.

use std::rc::Rc;

use sourcelight_annotation::{
    Annotation, Body,
    version::{Change, Piece, difference},
};
use sourcelight_state::{Action, State};
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::{clock, selection},
    lang::{label, t},
};

/// The decisions of which some words have changed; notes show it themselves.
#[component]
pub(crate) fn ChangedDecisions() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let changed = desk.state().changed();
    let decisions: Vec<_> = changed.iter().filter(|a| a.note().is_none()).collect();
    if decisions.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="changed-title">
            <h2 id="changed-title">{ t!("changed-decisions", count = decisions.len()) }</h2>
            <ol class="items">
                { for decisions.into_iter().map(|annotation| entry(&desk, annotation)) }
            </ol>
        </section>
    }
}

fn entry(desk: &Desk, annotation: &Rc<Annotation>) -> Html {
    let said = match &annotation.body {
        Body::Judgement(judgement) => {
            let word = |value| {
                let value: serde_json::Value = value;
                value.as_str().unwrap_or_default().to_owned()
            };
            let verdict = word(serde_json::to_value(judgement.verdict).unwrap_or_default());
            let kind = word(serde_json::to_value(judgement.kind).unwrap_or_default());
            t!(
                "tray-verdict",
                verdict = label("decision", &verdict),
                kind = label("finding", &kind),
                tag = judgement.label.replace('_', " ")
            )
        }
        Body::Audit(word) => t!("tray-audit", kind = label("audit", word.kind.word())),
        Body::Voice(word) => t!("tray-voice", name = word.voice.name.clone()),
        Body::Note(_) | Body::Lost(_) => String::new(),
    };
    let first = annotation.places().first().copied();
    let show = Callback::from(move |_: MouseEvent| {
        if let Some(span) = first {
            selection::select(span);
        }
    });
    let bin = {
        let (desk, id) = (desk.clone(), annotation.id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::NoteDeleted {
                id: id.clone(),
                at: clock::now(),
            });
        })
    };
    html! {
        <li class="item confirmed" key={annotation.id.clone()} data-id={annotation.id.clone()} id={format!("item-{}", annotation.id)}>
            <p>{ said }</p>
            { words(desk.state(), annotation) }
            <div class="row">
                { agree(desk, annotation) }
                <button onclick={show}>{ t!("changed-show") }</button>
                <button onclick={bin}>{ t!("tray-bin") }</button>
            </div>
        </li>
    }
}

/// The old words and the new ones, where they differ and the reader has not agreed.
pub(crate) fn words(state: &State, annotation: &Annotation) -> Html {
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let was = annotation.carried.as_ref().map(|carried| &carried.was);
    let pairs = was.into_iter().flatten().zip(annotation.places());
    let differ = pairs.filter(|(was, place)| was.as_str() != place.of(text));
    let lines: Vec<Html> = differ
        .map(|(was, place)| {
            let pieces = difference(was, place.of(text));
            html! { <p class="difference" dir="auto">{ for pieces.iter().map(shown) }</p> }
        })
        .collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div class="changed">
            <small>{ t!("changed-words") }</small>
            { for lines }
        </div>
    }
}

/// The button by which the reader agrees with the new words, where there are some.
pub(crate) fn agree(desk: &Desk, annotation: &Annotation) -> Html {
    let changed = annotation
        .carried
        .as_ref()
        .is_some_and(|c| !c.was.is_empty());
    if !changed {
        return Html::default();
    }
    let agree = {
        let (desk, id) = (desk.clone(), annotation.id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::ChangeAgreed {
                id: id.clone(),
                at: clock::now(),
            });
        })
    };
    html! { <button onclick={agree}>{ t!("changed-agree") }</button> }
}

fn shown(piece: &Piece<'_>) -> Html {
    match piece.change {
        Change::Same => html! { <>{ piece.text }</> },
        Change::Deleted => html! { <del>{ piece.text }</del> },
        Change::Inserted => html! { <ins>{ piece.text }</ins> },
    }
}
