//! Where the reader searches and filters. It is folded away until it is asked for.

use sourcelight_state::Action;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::filters::{FilterChips, FilterChoice};
use crate::{
    app::{Desk, Find},
    browser::page,
    lang::t,
};

/// The search field, the filters, and chips for those that are set.
#[component]
pub(crate) fn FindBar() -> Html {
    let desk = use_context::<Desk>();
    let find = desk.as_ref().and_then(|d| *d.find);
    use_effect_with(find, |find| match find {
        Some(Find::Search) => page::focus("search-field"),
        Some(Find::Filter) => page::focus("filter-button"),
        None => {}
    });
    let Some(desk) = desk else {
        return Html::default();
    };
    if find.is_none() {
        return html! { <FilterChips /> };
    }
    let on_input = {
        let desk = desk.clone();
        Callback::from(move |event: InputEvent| {
            let field = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            desk.act(Action::Searched(
                field.map(|f| f.value()).unwrap_or_default(),
            ));
        })
    };
    let close = {
        let desk = desk.clone();
        move || {
            desk.act(Action::Searched(String::new()));
            desk.find.set(None);
            page::focus("article");
        }
    };
    let on_escape = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                close();
            }
        })
    };
    let on_down = Callback::from(|event: KeyboardEvent| {
        if event.key() == "ArrowDown" {
            event.prevent_default();
            page::focus("hit-0");
        }
    });
    let filtering = find == Some(Find::Filter);
    let toggle = {
        let find = desk.find.setter();
        let next = if filtering {
            Find::Search
        } else {
            Find::Filter
        };
        Callback::from(move |_: MouseEvent| find.set(Some(next)))
    };
    html! {
        <search class="find-bar" onkeydown={on_escape}>
            <div class="find-row">
                <input
                    id="search-field" type="search" autocomplete="off" dir="auto"
                    aria-label={t!("search-field")} placeholder={t!("search-field")}
                    value={desk.state().query.clone()} oninput={on_input} onkeydown={on_down}
                />
                <button id="filter-button" aria-expanded={filtering.to_string()} onclick={toggle}>
                    { t!("filter") }
                </button>
                <button onclick={move |_: MouseEvent| close()} aria-label={t!("close-search")}>{ "×" }</button>
            </div>
            if filtering { <FilterChoice /> }
            <FilterChips />
        </search>
    }
}
