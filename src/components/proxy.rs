//! The reader's own proxy, for sites that refuse.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    app::Desk,
    effects::{set_proxy, stored_proxy},
    lang::t,
};

/// The setting, folded away: almost nobody needs it.
#[component]
pub(crate) fn Proxy() -> Html {
    let desk = use_context::<Desk>();
    let field = use_node_ref();
    let stored = use_state(|| None::<String>);
    let shared = desk.map(|d| d.shared);
    {
        let (shared, stored) = (shared.clone(), stored.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(shared) = shared {
                    stored.set(Some(stored_proxy(&shared.0).await));
                }
            });
        });
    }
    {
        let field = field.clone();
        use_effect_with((*stored).clone(), move |stored| {
            if let (Some(stored), Some(field)) = (stored, field.cast::<HtmlInputElement>()) {
                field.set_value(stored);
            }
        });
    }
    let keep = {
        let (field, stored) = (field.clone(), stored.clone());
        Callback::from(move |_: MouseEvent| {
            let value = field.cast::<HtmlInputElement>().map(|f| f.value());
            if let (Some(value), Some(shared)) = (value, shared.clone()) {
                let (value, stored) = (value.trim().to_owned(), stored.clone());
                spawn_local(async move {
                    if set_proxy(&value, &shared.0).await {
                        stored.set(Some(value));
                    }
                });
            }
        })
    };
    let now = (*stored).clone().unwrap_or_default();
    html! {
        <details class="proxy">
            <summary>{ t!("proxy") }</summary>
            <p>{ t!("proxy-warning") }</p>
            <label for="proxy">{ t!("proxy-label") }</label>
            <div class="address">
                <input
                    id="proxy" ref={field} type="text" inputmode="url" autocomplete="off" spellcheck="false"
                    placeholder="https://proxy.example/?url={url}"
                />
                <button type="button" onclick={keep}>{ t!("proxy-keep") }</button>
            </div>
            <p class="quiet" role="status">
                { if stored.is_none() { String::new() } else if now.is_empty() { t!("proxy-none") } else { t!("proxy-used", proxy = now) } }
            </p>
        </details>
    }
}
