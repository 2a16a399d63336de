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
    /// Called when it closes, where that means more than that no dialog is open.
    #[prop_or_default]
    pub(crate) on_close: Option<Callback<()>>,
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
    let closed = {
        let (setter, own) = (desk.dialog.setter(), props.on_close.clone());
        move || match &own {
            Some(own) => own.emit(()),
            None => setter.set(None),
        }
    };
    let on_close = {
        let closed = closed.clone();
        Callback::from(move |_: Event| closed())
    };
    let close = Callback::from(move |_: MouseEvent| closed());
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
