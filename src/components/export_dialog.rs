//! Handing the article on: files in eight forms, copies of those that are text, and print.

use exchanger::Form;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{modal::Modal, reader_name::ReaderName};
use crate::{
    app::Desk,
    browser::{files, page},
    effects::{Written, hand_on},
    lang::{label, said, t},
};

/// Handing the article on.
#[component]
pub(crate) fn ExportDialog() -> Html {
    let desk = use_context::<Desk>();
    // What came of the last button that was pressed.
    let says = use_state(String::new);
    let Some(desk) = desk else {
        return Html::default();
    };
    let write = {
        let (desk, says) = (desk.clone(), says.setter());
        Callback::from(move |(form, copy): (Form, bool)| {
            let (desk, says) = (desk.clone(), says.clone());
            says.set(t!("exchange-busy"));
            spawn_local(async move {
                says.set(match hand_on(form, desk.state(), &desk.shared.0).await {
                    Ok(written) => handed(&written, form, copy).await,
                    Err(why) => said(&why),
                });
            });
        })
    };
    let print = {
        let dialog = desk.dialog.setter();
        Callback::from(move |_: MouseEvent| {
            dialog.set(None);
            // The page is printed without the dialog, which is gone a moment later.
            Timeout::new(100, page::print).forget();
        })
    };
    html! {
        <Modal title={t!("export-title")}>
            <p>{ t!("export-intro") }</p>
            <ul class="forms">
                { for Form::ALL.iter().map(|form| row(*form, &write)) }
                <li>
                    <span class="form-name"><b>{ t!("export-print-name") }</b><small>{ t!("export-print-hint") }</small></span>
                    <span class="form-ways"><button onclick={print}>{ t!("export-print") }</button></span>
                </li>
            </ul>
            <p role="status" class="handed">{ (*says).clone() }</p>
            <ReaderName />
        </Modal>
    }
}

fn row(form: Form, write: &Callback<(Form, bool)>) -> Html {
    let name = label("form", form.word());
    let save = write.reform(move |_: MouseEvent| (form, false));
    let copy = write.reform(move |_: MouseEvent| (form, true));
    html! {
        <li key={form.word()}>
            <span class="form-name"><b>{ name.clone() }</b><small>{ label("form-hint", form.word()) }</small></span>
            <span class="form-ways">
                if form.is_text() {
                    <button onclick={copy} aria-label={t!("export-copy-as", name = name.clone())}>{ t!("export-copy") }</button>
                }
                <button onclick={save} aria-label={t!("export-save-as", name = name)}>{ t!("export-save") }</button>
            </span>
        </li>
    }
}

/// Saves or copies what was written; answers what is said of it.
pub(crate) async fn handed(written: &Written, form: Form, copy: bool) -> String {
    if !copy {
        return if files::save(&written.blob, &written.name) {
            t!("export-saved", name = written.name.clone())
        } else {
            t!("export-not-saved")
        };
    }
    match &written.text {
        Some(text) if files::copy(text).await => {
            t!("export-copied", name = label("form", form.word()))
        }
        _ => t!("export-not-copied"),
    }
}
