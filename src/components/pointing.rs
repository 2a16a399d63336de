//! What the mouse points at in the text is lit whole: source, cue and content, and the way it came. So is
//! the way of what is in focus.

use std::rc::Rc;

use sourcelight_state::{State, way_to};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::highlight::{self, Lit},
};

/// What the article listens to: the mouse over it, and the mouse gone.
pub(crate) type Pointing = (Callback<MouseEvent>, Callback<MouseEvent>);

/// Lights what is pointed at, without drawing anything anew.
#[hook]
pub(crate) fn use_pointing(desk: Option<&Desk>) -> Pointing {
    let current = use_mut_ref(|| None::<Desk>);
    *current.borrow_mut() = desk.cloned();
    let pointed = use_mut_ref(|| None::<String>);
    let focus = desk.and_then(|d| d.state().focus.clone());
    let findings = desk.map(|d| Rc::as_ptr(&d.state().findings));
    {
        let current = current.clone();
        use_effect_with((focus, findings), move |(focus, _)| {
            if let Some(desk) = &*current.borrow() {
                light_way(desk.state(), focus.as_deref());
            }
        });
    }
    let point = {
        let current = current.clone();
        Rc::new(move |id: Option<String>| {
            if *pointed.borrow() == id {
                return;
            }
            if let Some(desk) = &*current.borrow() {
                let state = desk.state();
                highlight::show_marks(Lit::Pointed, &id.as_deref().into_iter().collect::<Vec<_>>());
                light_way(state, id.as_deref().or(state.focus.as_deref()));
            }
            *pointed.borrow_mut() = id;
        })
    };
    let over = {
        let point = point.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let mark = target.and_then(|t| t.closest("[data-ids]").ok().flatten());
            let ids = mark.and_then(|mark| mark.get_attribute("data-ids"));
            // The innermost attribution or claim; a blanket is nobody's finding.
            let first = ids.as_deref().and_then(|ids| {
                let mut own = ids.split(' ').filter(|id| !id.is_empty());
                own.rfind(|id| !id.starts_with("blanket-"))
            });
            point(first.map(str::to_owned));
        })
    };
    let gone = Callback::from(move |_: MouseEvent| point(None));
    (over, gone)
}

/// Lights how a finding got here.
fn light_way(state: &State, id: Option<&str>) {
    let finding = id.map(|id| {
        state
            .item(id)
            .and_then(|i| i.finding.as_deref())
            .unwrap_or(id)
    });
    let way = finding
        .map(|finding| way_to(state, finding))
        .unwrap_or_default();
    highlight::show_marks(Lit::Way, &way);
}
