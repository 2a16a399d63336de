//! A dialog over the page. The browser keeps the focus inside and closes it with Escape.

use gloo::timers::callback::Timeout;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::{app::Desk, browser::page, lang::t};

/// A dialog's title and content.
#[derive(PartialEq, Properties)]
pub(crate) struct ModalProps {
    /// What it is called.
    pub(crate) title: AttrValue,
    /// Whether it takes more than a column of text.
    #[prop_or_default]
    pub(crate) wide: bool,
    /// What stands in it.
    pub(crate) children: Html,
}

/// A dialog over the page.
#[component]
pub(crate) fn Modal(props: &ModalProps) -> Html {
    let desk = use_context::<Desk>();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let before = page::focused();
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Fails only where it is open already.
                let _ = dialog.show_modal();
            }
            move || {
                if let Some(before) = before {
                    // The dialog is still in the page for a moment.
                    Timeout::new(0, move || page::give_back(&before)).forget();
                }
            }
        });
    }
    let Some(desk) = desk else {
        return Html::default();
    };
    let setter = desk.dialog.setter();
    let on_close = {
        let setter = setter.clone();
        Callback::from(move |_: Event| setter.set(None))
    };
    let close = Callback::from(move |_: MouseEvent| setter.set(None));
    let class = classes!("modal", props.wide.then_some("wide-modal"));
    html! {
        <dialog ref={dialog} {class} aria-labelledby="modal-title" onclose={on_close}>
            <div class="modal-head">
                <h2 id="modal-title">{ &props.title }</h2>
                <button onclick={close}>{ t!("close") }</button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}
