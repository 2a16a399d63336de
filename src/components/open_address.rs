//! Open an article by its address.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::proxy::Proxy;
use crate::{app::Desk, effects::Source, lang::t, opening::Step};

/// What happens with an address.
#[derive(PartialEq, Properties)]
pub(crate) struct OpenAddressProps {
    /// Opens it.
    pub(crate) open: Callback<Source>,
}

/// The field for an article's address. The site is asked only when the reader says so.
#[component]
pub(crate) fn OpenAddress(props: &OpenAddressProps) -> Html {
    let desk = use_context::<Desk>();
    let field = use_node_ref();
    let given = desk.as_ref().and_then(|d| d.opening.address.clone());
    {
        let (field, desk) = (field.clone(), desk.clone());
        // An address that was pasted or dropped on the page is shown, and not given again.
        use_effect_with(given, move |given| {
            if let (Some(address), Some(field), Some(desk)) =
                (given, field.cast::<HtmlInputElement>(), desk)
            {
                field.set_value(address);
                field.select();
                desk.step(Step::AddressGiven(None));
            }
        });
    }
    let on_submit = {
        let (open, field) = (props.open.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                open.emit(Source::Address(field.value()));
            }
        })
    };
    html! {
        <form onsubmit={on_submit} novalidate=true>
            <label for="address">{ t!("address-label") }</label>
            <div class="address">
                <input
                    id="address" ref={field} type="text" inputmode="url" autocomplete="off" spellcheck="false"
                    required=true autofocus=true placeholder="https://" aria-describedby="address-hint"
                />
                <button type="submit" class="primary">{ t!("address-open") }</button>
            </div>
            <p class="quiet" id="address-hint">{ t!("address-hint") }</p>
            <Proxy />
        </form>
    }
}
