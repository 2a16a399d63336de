//! Open an article: paste it, pick a file, take a kept one, or the sample.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::modal::Modal;
use crate::{
    app::Desk,
    browser::{clock, files, storage::Shelf},
    effects::Source,
    lang::{LANGUAGE, t},
};

/// Open an article.
#[component]
pub(crate) fn OpenDialog() -> Html {
    let desk = use_context::<Desk>();
    let area = use_node_ref();
    let shelf = use_state(Vec::<Shelf>::new);
    {
        let (shared, shelf) = (desk.as_ref().map(|d| d.shared.clone()), shelf.clone());
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                let storage = shared.and_then(|s| s.0.borrow().clone());
                if let Some(storage) = storage {
                    shelf.set(storage.shelf().await.unwrap_or_default());
                }
            });
        });
    }
    let Some(desk) = desk else {
        return Html::default();
    };
    let open = {
        let (open, dialog) = (desk.open.clone(), desk.dialog.setter());
        move |source: Source| {
            dialog.set(None);
            open.emit(source);
        }
    };
    let on_submit = {
        let (open, area) = (open.clone(), area.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                open(Source::Text(area.value()));
            }
        })
    };
    let on_file = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            if let Some(file) = files::chosen(&event) {
                open(Source::File(file));
            }
        })
    };
    let on_sample = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open(Source::Sample))
    };
    html! {
        <Modal title={t!("open-title")}>
            <form onsubmit={on_submit}>
                <label for="paste">{ t!("paste-label") }</label>
                <textarea id="paste" ref={area} rows="9" dir="auto" placeholder={t!("paste-hint")} />
                <div class="row">
                    <button type="submit" class="primary">{ t!("open-text") }</button>
                    <label class="file-button">
                        { t!("pick-file") }
                        <input type="file" accept=".txt,text/plain" onchange={on_file} />
                    </label>
                    <button type="button" onclick={on_sample}>{ t!("open-sample") }</button>
                </div>
            </form>
            <p class="quiet">{ t!("stays-local") }</p>
            if !shelf.is_empty() {
                <h3>{ t!("kept-articles") }</h3>
                <ul class="shelf">
                    { for shelf.iter().map(|kept| {
                        let (open, id) = (open.clone(), kept.id.clone());
                        let onclick = Callback::from(move |_: MouseEvent| open(Source::Kept(id.clone())));
                        html! {
                            <li key={kept.id.clone()}>
                                <button class="passage" dir="auto" {onclick}>{ kept.title.clone() }</button>
                                <small>{ clock::say_date(&kept.opened, LANGUAGE) }</small>
                            </li>
                        }
                    }) }
                </ul>
            }
        </Modal>
    }
}
