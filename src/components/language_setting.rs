//! The language of the interface; what language an article is in has nothing to do with it.

use gloo::timers::callback::Timeout;
use sourcelight_state::Action;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::page,
    lang::{self, Language, t},
};

const ID: &str = "interface-language";

/// The list of languages.
#[component]
pub(crate) fn LanguageSetting() -> Html {
    let desk = use_context::<Desk>();
    // In another language the page is drawn anew, and the keyboard belongs back where it was.
    use_effect_with((), |()| {
        if lang::has_just_changed() {
            // The dialog around it takes the keyboard first.
            Timeout::new(0, || page::focus(ID)).forget();
        }
    });
    let Some(desk) = desk else {
        return Html::default();
    };
    let chosen = Language::of(&desk.state().settings.language);
    let on_change = Callback::from(move |event: Event| {
        if let Some(list) = event.target_dyn_into::<HtmlSelectElement>() {
            desk.act(Action::LanguageChosen(list.value()));
        }
    });
    html! {
        <div class="field">
            <label for={ID}>{ t!("interface-language") }</label>
            <select id={ID} onchange={on_change} aria-describedby="interface-language-hint">
                <option value="" selected={chosen.is_none()}>{ t!("interface-language-browsers") }</option>
                { for Language::ALL.iter().map(|language| html! {
                    <option
                        key={language.code()} value={language.code()} lang={language.code()}
                        selected={chosen == Some(*language)}
                    >{ language.own_name() }</option>
                }) }
            </select>
            <p class="quiet" id="interface-language-hint">{ t!("interface-language-hint") }</p>
        </div>
    }
}
