//! What the desk is asked: shown, put in other words, and copied or saved as one message.

use sourcelight_state::{Action, AuditItem, message};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::{clock, files, ids},
    copying,
    lang::t,
};

/// The questions.
#[component]
pub(crate) fn DeskQuestions() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let asked: Vec<&AuditItem> = state
        .audit
        .iter()
        .filter(|i| i.question.is_some())
        .collect();
    if asked.is_empty() {
        return html! { <p class="empty">{ t!("desk-none") }</p> };
    }
    let copy = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            let desk = desk.clone();
            spawn_local(async move {
                let copied = files::copy(&written(&desk)).await;
                desk.said.set(if copied {
                    t!("desk-copied")
                } else {
                    t!("export-not-copied")
                });
            });
        })
    };
    let save = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            let name = format!("{}.txt", t!("desk-file"));
            let file = files::blob(&written(&desk), "text/plain;charset=utf-8");
            let saved = file.is_some_and(|file| files::save(&file, &name));
            desk.said.set(if saved {
                t!("export-saved", name = name)
            } else {
                t!("export-not-saved")
            });
        })
    };
    html! {
        <>
            <p class="quiet">{ t!("desk-hint") }</p>
            <ol class="items">{ for asked.iter().map(|item| entry(&desk, item, text)) }</ol>
            <div class="row">
                <button class="primary" onclick={copy}>{ t!("desk-copy") }</button>
                <button onclick={save}>{ t!("desk-save") }</button>
            </div>
        </>
    }
}

/// All of them as one message.
fn written(desk: &Desk) -> String {
    let state = desk.state();
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let (work, url) = copying::named(state);
    let about = [work, url.unwrap_or_default()];
    message(&t!("desk-heading"), &about, text, &state.audit)
}

fn entry(desk: &Desk, item: &AuditItem, text: &str) -> Html {
    let say = {
        let (desk, id) = (desk.clone(), item.id.clone());
        move |question: Option<String>| {
            desk.act(Action::DeskAsked {
                item: id.clone(),
                question,
                id: ids::new_id(),
                at: clock::now(),
            });
        }
    };
    let put = {
        let (say, before) = (say.clone(), item.question.clone());
        Callback::from(move |event: Event| {
            let area = event.target_dyn_into::<HtmlTextAreaElement>();
            let words = area
                .map(|a| a.value())
                .filter(|w| Some(w) != before.as_ref());
            if let Some(words) = words {
                say(Some(words));
            }
        })
    };
    let focus = {
        let (desk, id) = (desk.clone(), item.id.clone());
        Callback::from(move |_: MouseEvent| desk.act(Action::FocusMoved(Some(id.clone()))))
    };
    let remove = Callback::from(move |_: MouseEvent| say(None));
    let words = item.at.first().map_or("", |span| span.of(text)).to_owned();
    let question = item.question.clone().unwrap_or_default();
    html! {
        <li class="item confirmed desk-question" key={item.id.clone()}>
            <blockquote dir="auto"><button class="passage" onclick={focus}>{ words }</button></blockquote>
            // Another question, after undo, makes another field.
            <textarea
                key={question.clone()} rows="3" dir="auto" aria-label={t!("desk-question")} onchange={put}
                defaultvalue={question.clone()}
            />
            <div class="row"><button onclick={remove}>{ t!("desk-remove") }</button></div>
        </li>
    }
}
