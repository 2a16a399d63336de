//! A file with several articles: which one to open.

use std::rc::Rc;

use yew::prelude::*;

use super::modal::Modal;
use crate::{
    app::Desk,
    effects::Source,
    lang::t,
    opening::{Choice, Step},
};

/// What there is to choose from.
#[derive(PartialEq, Properties)]
pub(crate) struct PartsDialogProps {
    /// It.
    pub(crate) choice: Rc<Choice>,
}

/// Which of the articles in a file to open. The main one stands open behind it.
#[component]
pub(crate) fn PartsDialog(props: &PartsDialogProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let choose = |part: usize| {
        let (desk, choice) = (desk.clone(), props.choice.clone());
        Callback::from(move |_: MouseEvent| {
            desk.step(Step::Several(None));
            desk.open.emit(Source::Part(choice.clone(), part));
        })
    };
    let close = {
        let desk = desk.clone();
        Callback::from(move |()| desk.step(Step::Several(None)))
    };
    html! {
        <Modal title={t!("parts")} on_close={close}>
            <p class="quiet">{ t!("parts-hint", count = props.choice.parts.len()) }</p>
            <ol class="shelf">
                { for props.choice.parts.iter().enumerate().map(|(index, part)| html! {
                    <li key={index}>
                        <button class="passage" dir="auto" onclick={choose(index)}>{ part.title.clone() }</button>
                        <small dir="auto">{ part.detail.clone() }</small>
                    </li>
                }) }
            </ol>
        </Modal>
    }
}
