//! Things dropped anywhere on the page.

use std::{cell::Cell, rc::Rc};

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};

use super::files::Parcel;

/// What happens over the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Drag {
    /// Something that could be opened hangs over it.
    Over,
    /// It is gone again.
    Gone,
    /// It was dropped.
    Dropped(Parcel),
}

/// Calls `on_drag` until the listeners are dropped. What is dragged out of the page itself is left
/// alone, and so is what is dropped where text is typed.
pub(crate) fn listen(on_drag: impl Fn(Drag) + Clone + 'static) -> Vec<EventListener> {
    // Set while something of the page itself is dragged.
    let own = Rc::new(Cell::new(false));
    // `dragenter` and `dragleave` come for every element the pointer passes.
    let depth = Rc::new(Cell::new(0_u32));
    let on = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), name, options, move |event: &Event| {
            if let Some(event) = event.dyn_ref::<DragEvent>() {
                act(event);
            }
        })
    };
    let flag = |to: bool| {
        let own = own.clone();
        Box::new(move |_: &DragEvent| own.set(to))
    };
    let ours = |act: Box<dyn Fn(&DragEvent)>| {
        let own = own.clone();
        Box::new(move |event: &DragEvent| {
            if !own.get() && !over_text_field(event) {
                act(event);
            }
        })
    };
    let entered = {
        let (depth, on_drag) = (depth.clone(), on_drag.clone());
        move |event: &DragEvent| {
            event.prevent_default();
            depth.set(depth.get() + 1);
            if depth.get() == 1 {
                on_drag(Drag::Over);
            }
        }
    };
    let left = {
        let (depth, on_drag) = (depth.clone(), on_drag.clone());
        move |_: &DragEvent| {
            depth.set(depth.get().saturating_sub(1));
            if depth.get() == 0 {
                on_drag(Drag::Gone);
            }
        }
    };
    let dropped = move |event: &DragEvent| {
        event.prevent_default();
        depth.set(0);
        on_drag(Drag::Gone);
        if let Some(data) = event.data_transfer() {
            on_drag(Drag::Dropped(Parcel::of(&data)));
        }
    };
    vec![
        on("dragstart", flag(true)),
        on("dragend", flag(false)),
        on("dragenter", ours(Box::new(entered))),
        on("dragover", ours(Box::new(|event| event.prevent_default()))),
        on("dragleave", ours(Box::new(left))),
        on("drop", ours(Box::new(dropped))),
    ]
}

/// Whether a text would be dropped into a field of its own; files never are.
fn over_text_field(event: &DragEvent) -> bool {
    let field = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|e| matches!(e.tag_name().as_str(), "TEXTAREA" | "INPUT"));
    let files = event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0));
    field && !files
}
