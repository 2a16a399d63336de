//! The caret of caret mode, and what is said of its steps.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::{app::Desk, caret_mode};

/// The caret.
#[component]
pub(crate) fn CaretView() -> Html {
    let desk = use_context::<Desk>();
    let current = use_mut_ref(|| None::<Desk>);
    current.borrow_mut().clone_from(&desk);
    let on = desk.as_ref().is_some_and(|d| *d.caret);
    let drawn = desk.as_ref().map(|d| {
        let state = d.state();
        (
            on,
            state.article.clone(),
            state.machine_hidden,
            state.own_hidden,
        )
    });
    {
        let current = current.clone();
        use_effect_with(drawn, move |_| {
            if let Some(desk) = &*current.borrow() {
                caret_mode::shown_again(desk);
            }
        });
    }
    use_effect_with(on, move |on| {
        let listener = on.then(|| {
            EventListener::new(&gloo::utils::window(), "resize", move |_| {
                if let Some(desk) = &*current.borrow() {
                    caret_mode::shown_again(desk);
                }
            })
        });
        move || drop(listener)
    });
    html! {
        <>
            if on { <div class="text-caret" aria-hidden="true" /> }
            <p id="caret-said" class="caret-said" role="status" />
        </>
    }
}
