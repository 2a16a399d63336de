//! Which contested topics are looked for, and the reader's own.

use sourcelight_analysis::{CustomTopics, Topic};
use sourcelight_state::Action;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::figure,
    effects::use_typing,
    lang::{label, t},
};

/// Topics on and off, and a list of the reader's own to write, to save as a file and to take from one.
#[component]
pub(crate) fn TopicSettings() -> Html {
    let desk = use_context::<Desk>();
    let area = use_node_ref();
    let said = use_state(String::new);
    let typing = use_typing({
        let desk = desk.clone();
        Callback::from(move |(_, topics): (String, String)| {
            if let Some(desk) = &desk {
                desk.act(Action::OwnTopicsTyped(topics));
            }
        })
    });
    // As it was when the settings were opened: a new default would not change what is typed.
    let first = use_memo((), |()| {
        let settings = desk.as_ref().map(|d| d.state().settings.clone());
        let settings = settings.unwrap_or_default();
        if settings.own_topics_draft.is_empty() {
            settings.own_topics
        } else {
            settings.own_topics_draft
        }
    });
    let Some(desk) = desk else {
        return Html::default();
    };
    let settings = &desk.state().settings;
    let topics = Topic::ALL.iter().filter(|t| **t != Topic::Custom);
    let switch = |topic: Topic| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act(Action::TopicSwitched(topic)))
    };
    let written = {
        let area = area.clone();
        move || {
            area.cast::<HtmlTextAreaElement>()
                .map(|area| area.value())
                .unwrap_or_default()
        }
    };
    let keep = {
        let (desk, said, written, typing) =
            (desk.clone(), said.clone(), written.clone(), typing.clone());
        Callback::from(move |_: MouseEvent| {
            typing.hand_on();
            take(&desk, &said, &written());
        })
    };
    let on_input = {
        let written = written.clone();
        Callback::from(move |_: InputEvent| typing.typed("", written()))
    };
    let save = Callback::from(move |_: MouseEvent| {
        figure::save_text(&written(), "sourcelight-topics.txt");
    });
    let pick = {
        let (desk, said, area) = (desk.clone(), said.clone(), area.clone());
        Callback::from(move |event: Event| {
            let file = event
                .target_dyn_into::<HtmlInputElement>()
                .and_then(|input| input.files())
                .and_then(|files| files.get(0));
            let (desk, said, area) = (desk.clone(), said.clone(), area.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let Some(file) = file else { return };
                let bytes = crate::browser::files::bytes(&file)
                    .await
                    .unwrap_or_default();
                let text = String::from_utf8_lossy(&bytes).into_owned();
                if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                    area.set_value(&text);
                }
                take(&desk, &said, &text);
            });
        })
    };
    html! {
        <section class="topic-settings">
            <h3>{ t!("topics") }</h3>
            <p>{ t!("topics-intro") }</p>
            <ul class="topics">
                { for topics.map(|&topic| {
                    let on = !settings.topics_off.contains(&topic);
                    html! {
                        <li key={topic.word()}>
                            <button class="chip" aria-pressed={on.to_string()} onclick={switch(topic)}>
                                { label("topic", topic.word()) }
                            </button>
                        </li>
                    }
                }) }
            </ul>
            <label for="own-topics">{ t!("own-topics") }</label>
            <p class="quiet">{ t!("own-topics-intro") }</p>
            <textarea
                id="own-topics" ref={area} rows="6" spellcheck="false" dir="auto"
                defaultvalue={(*first).clone()} oninput={on_input} placeholder={t!("own-topics-example")}
            />
            <div class="row">
                <button class="primary" onclick={keep}>{ t!("own-topics-keep") }</button>
                <button onclick={save}>{ t!("own-topics-save") }</button>
                <label class="file-button">
                    { t!("own-topics-open") }
                    <input class="visually-hidden" type="file" accept=".txt,text/plain" onchange={pick} />
                </label>
            </div>
            <p class="quiet" role="status">{ (*said).clone() }</p>
        </section>
    }
}

/// Takes a list, or says what is wrong with it; then the one before stays.
fn take(desk: &Desk, said: &UseStateHandle<String>, text: &str) {
    match CustomTopics::from_text(text) {
        Ok(topics) => {
            said.set(t!("own-topics-kept", count = topics.topics().len()));
            desk.act(Action::OwnTopicsSet(text.to_owned()));
        }
        Err(why) => said.set(why.to_string()),
    }
}
