//! What has just happened, said once: on the screen for a few seconds, and to screen readers.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::Desk;

/// How long it stays, in milliseconds.
const STAYS: u32 = 6_000;

/// The status of what the reader did last.
#[component]
pub(crate) fn Said() -> Html {
    let desk = use_context::<Desk>();
    let words = desk.as_ref().map(|d| (*d.said).clone()).unwrap_or_default();
    {
        let said = desk.map(|d| d.said.setter());
        use_effect_with(words.clone(), move |words| {
            let timer = said
                .filter(|_| !words.is_empty())
                .map(|said| Timeout::new(STAYS, move || said.set(String::new())));
            move || drop(timer)
        });
    }
    let class = classes!("said", (!words.is_empty()).then_some("shown"));
    html! { <p {class} role="status">{ words }</p> }
}
