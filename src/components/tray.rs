//! The tray of notes and decisions whose place in this version is lost. They wait here until the reader
//! finds them a place or throws them away.

use std::rc::Rc;

use sourcelight_annotation::{Annotation, LostWord, OldPassage};
use sourcelight_state::{Action, Command};
use sourcelight_text::Span;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::{clock, selection},
    commands,
    lang::{label, t},
};

/// The tray.
#[component]
pub(crate) fn Tray() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let lost = desk.state().lost();
    if lost.is_empty() {
        return Html::default();
    }
    html! {
        <section class="tray" aria-labelledby="tray-title">
            <h2 id="tray-title">{ t!("tray", count = lost.len()) }</h2>
            <p class="quiet">{ t!("tray-hint") }</p>
            <ol class="items">{ for lost.iter().map(|annotation| entry(&desk, annotation)) }</ol>
        </section>
    }
}

fn entry(desk: &Desk, annotation: &Rc<Annotation>) -> Html {
    let Some(lost) = annotation.lost() else {
        return Html::default();
    };
    let state = desk.state();
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let id = &annotation.id;
    let attach = |span: Option<Span>| {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(span) = span {
                desk.act(Action::LostAttached {
                    id: id.clone(),
                    span,
                    at: clock::now(),
                });
                selection::clear();
            }
        })
    };
    let bin = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::NoteDeleted {
                id: id.clone(),
                at: clock::now(),
            });
        })
    };
    let focus = {
        let (desk, id) = (desk.clone(), id.clone());
        Callback::from(move |_: FocusEvent| {
            if desk.state().focus.as_ref() != Some(&id) {
                desk.act(Action::FocusMoved(Some(id.clone())));
            }
        })
    };
    // Pressing a button must not let go of the selection it is about.
    let keep = Callback::from(|event: MouseEvent| event.prevent_default());
    let in_focus = state.focus.as_ref() == Some(id);
    let selected = *desk.selected;
    let key = commands::aria_key(desk, Command::Attach);
    let candidate = |(index, span): (usize, &Span)| {
        let (span, number) = (*span, index + 1);
        let show = Callback::from(move |_: MouseEvent| selection::select(span));
        html! {
            <li key={index}>
                <button class="passage" onclick={show} aria-label={t!("tray-show", number = number)}>{ around(text, span) }</button>
                <button class="small" onclick={attach(Some(span))} aria-label={t!("tray-attach-here-number", number = number)}>{ t!("tray-attach-here") }</button>
            </li>
        }
    };
    html! {
        <li
            key={id.clone()} data-id={id.clone()} id={format!("item-{id}")} onfocusin={focus}
            class={classes!("item", "lost", in_focus.then_some("in-focus"))}
        >
            { for lost.passages().iter().map(old) }
            <p class="note-words" dir="auto">{ says(&lost.says()) }</p>
            if !lost.candidates.is_empty() {
                <p class="quiet">{ t!("tray-candidates") }</p>
                <ol class="candidates" onmousedown={keep.clone()}>{ for lost.candidates.iter().enumerate().map(candidate) }</ol>
            }
            <div class="row" onmousedown={keep}>
                <button disabled={selected.is_none()} onclick={attach(selected)} aria-keyshortcuts={key}>{ t!("tray-attach") }</button>
                <button onclick={bin}>{ t!("tray-bin") }</button>
            </div>
        </li>
    }
}

/// The old words between what stood around them.
fn old(passage: &OldPassage) -> Html {
    html! {
        <blockquote dir="auto">
            <span class="around">{ &passage.prefix }</span>
            <b>{ &passage.exact }</b>
            <span class="around">{ &passage.suffix }</span>
        </blockquote>
    }
}

/// What was noted or decided, in words.
pub(crate) fn says(word: &LostWord) -> String {
    match word {
        LostWord::Note(text) if text.trim().is_empty() => t!("tray-empty-note"),
        LostWord::Note(text) => text.clone(),
        LostWord::Verdict(verdict, kind, tag) => {
            let word = serde_json::to_value(verdict).unwrap_or_default();
            let kind = serde_json::to_value(kind).unwrap_or_default();
            t!(
                "tray-verdict",
                verdict = label("decision", word.as_str().unwrap_or_default()),
                kind = label("finding", kind.as_str().unwrap_or_default()),
                tag = tag.replace('_', " ")
            )
        }
        LostWord::Audit(kind) => t!("tray-audit", kind = label("audit", kind.word())),
        LostWord::Voice(name) => t!("tray-voice", name = name.clone()),
    }
}

/// A place's words with a little of what stands around them.
fn around(text: &str, span: Span) -> String {
    const NEAR: usize = 30;
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .nth(NEAR)
        .map_or(0, |(at, _)| at);
    let end = after
        .char_indices()
        .nth(NEAR)
        .map_or(after.len(), |(at, _)| at);
    format!(
        "…{}{}{}…",
        before.get(start..).unwrap_or_default(),
        span.of(text),
        after.get(..end).unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_shown_with_what_stands_near_it() {
        let text = "🕊 one two three";
        assert_eq!(around(text, Span::new(5, 8)), "…🕊 one two three…");
        let long = "é".repeat(50) + "here" + &"ü".repeat(50);
        let shown = around(&long, Span::new(100, 104));
        assert!(shown.contains("éhereü") && shown.chars().count() < 70);
    }
}
