//! Asks what to do with an article that looks like a newer version of a kept one.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::clock,
    effects::compare,
    lang::{self, t},
    opening::Step,
};

/// The question, where there is one. The article is open and can be read meanwhile.
#[component]
pub(crate) fn NewerVersion() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let open = desk.state().article.as_ref().map(|kept| kept.id.as_str());
    let kin = desk.opening.kin.as_ref();
    let kin = kin.filter(|kin| Some(kin.article.as_str()) == open);
    html! {
        <div class="notices" role="status">
            { for kin.map(|kin| {
                let look = {
                    let (desk, earlier) = (desk.clone(), kin.earlier.clone());
                    Callback::from(move |_: MouseEvent| {
                        let (desk, earlier) = (desk.clone(), earlier.clone());
                        spawn_local(async move { compare(&earlier, &desk).await });
                    })
                };
                let apart = {
                    let desk = desk.clone();
                    Callback::from(move |_: MouseEvent| desk.step(Step::KinFound(None)))
                };
                html! {
                    <div class="notice">
                        <p>{ t!("newer-version", title = kin.title.clone(), when = kept_since(&kin.opened)) }</p>
                        <button class="primary" onclick={look}>{ t!("version-compare") }</button>
                        <button onclick={apart}>{ t!("version-apart") }</button>
                    </div>
                }
            }) }
        </div>
    }
}

/// How long something has been kept: in days for a month, then by its date.
pub(crate) fn kept_since(opened: &str) -> String {
    match clock::days_since(opened) {
        // Between nought and thirty.
        Some(days) if (0.0..=30.0).contains(&days) => t!("days-ago", days = days as u32),
        _ => clock::say_date(opened, lang::current().tag()),
    }
}
