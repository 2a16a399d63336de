//! The bookmarklet: what it does, and how to get it into the browser's bookmarks.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::modal::Modal;
use crate::{
    browser::{address, files},
    effects::bookmarklet,
    lang::t,
};

/// The bookmarklet.
#[component]
pub(crate) fn BookmarkletDialog() -> Html {
    let code = use_state(|| None::<Option<String>>);
    let copied = use_state(|| false);
    let area = use_node_ref();
    {
        let code = code.clone();
        use_effect_with((), move |()| {
            spawn_local(async move { code.set(Some(bookmarklet().await)) });
        });
    }
    let Some(Some(code)) = (*code).clone() else {
        let says = if code.is_none() {
            t!("opening")
        } else {
            t!("bookmarklet-missing")
        };
        return html! { <Modal title={t!("bookmarklet")}><p role="status">{ says }</p></Modal> };
    };
    let copy = {
        let (code, copied, area) = (code.clone(), copied.clone(), area.clone());
        Callback::from(move |_: MouseEvent| {
            let (code, copied, area) = (code.clone(), copied.clone(), area.clone());
            spawn_local(async move {
                let done = files::copy(&code).await;
                copied.set(done);
                if !done && let Some(area) = area.cast::<HtmlTextAreaElement>() {
                    area.select();
                }
            });
        })
    };
    // Here it would have nothing to pack, and the policy forbids it: a click copies it, as the button does.
    let not_here = {
        let copy = copy.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            copy.emit(event);
        })
    };
    html! {
        <Modal title={t!("bookmarklet")}>
            <p>{ t!("bookmarklet-what") }</p>
            <ol class="steps">
                <li>
                    { t!("bookmarklet-drag") }
                    <p><a class="bookmarklet" href={code.clone()} onclick={not_here}>{ t!("bookmarklet-name") }</a></p>
                </li>
                <li>{ t!("bookmarklet-use") }</li>
            </ol>
            <h3>{ t!("bookmarklet-by-hand") }</h3>
            <p>{ t!("bookmarklet-by-hand-how") }</p>
            <textarea
                ref={area} rows="3" readonly=true dir="ltr" spellcheck="false"
                aria-label={t!("bookmarklet-code")} value={code}
            />
            <div class="row">
                <button class="primary" onclick={copy}>{ t!("copy") }</button>
                <span role="status">{ if *copied { t!("copied") } else { String::new() } }</span>
            </div>
            <p class="quiet">{ t!("bookmarklet-safe", address = address::own_address()) }</p>
        </Modal>
    }
}
