//! The keyboard is never on nothing: where what had it goes from the page, what stands nearest to its
//! place takes it (WCAG 2.2, 2.4.3).

use std::{cell::RefCell, rc::Rc};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
    utils::{body, document},
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, MutationObserver, MutationObserverInit};

use super::page;

/// What can take the keyboard.
const TAKES: &str = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), \
    textarea:not(:disabled), summary, [tabindex='0']";

/// Where the keyboard was last: the element, then all it stood in, each with its place among its
/// siblings.
type Way = Vec<(Element, u32)>;

/// Watches for as long as it lives.
pub(crate) struct FocusKept {
    _came: EventListener,
    _gone: Closure<dyn FnMut()>,
    observer: MutationObserver,
}

impl FocusKept {
    /// Begins to watch. None where the browser cannot.
    pub(crate) fn begin() -> Option<Self> {
        let last: Rc<RefCell<Way>> = Rc::default();
        let came = {
            let last = last.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(
                &document(),
                "focusin",
                options,
                move |event: &Event| {
                    if let Some(target) = event.target().and_then(|t| t.dyn_into().ok()) {
                        *last.borrow_mut() = way_of(target);
                    }
                },
            )
        };
        let gone = Closure::<dyn FnMut()>::new(move || {
            let lost = |way: &Way| way.first().is_some_and(|(e, _)| !e.is_connected());
            if lost(&last.borrow()) {
                let last = last.clone();
                // A dialog that closes gives the keyboard back first.
                Timeout::new(0, move || {
                    let way = last.take();
                    if page::keyboard_is_nowhere() {
                        hand_on(&way);
                    }
                })
                .forget();
            }
        });
        let observer = MutationObserver::new(gone.as_ref().unchecked_ref()).ok()?;
        let watched = MutationObserverInit::new();
        watched.set_child_list(true);
        watched.set_subtree(true);
        observer.observe_with_options(&body(), &watched).ok()?;
        Some(Self {
            _came: came,
            _gone: gone,
            observer,
        })
    }
}

impl Drop for FocusKept {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn way_of(target: Element) -> Way {
    let mut way = Vec::new();
    let mut at = Some(target);
    while let Some(element) = at {
        let mut place = 0;
        let mut before = element.previous_element_sibling();
        while let Some(sibling) = before {
            place += 1;
            before = sibling.previous_element_sibling();
        }
        at = element.parent_element();
        way.push((element, place));
    }
    way
}

/// Gives the keyboard to what now stands where the way led, or to the nearest before it, or to the
/// nearest of what is around it.
fn hand_on(way: &Way) {
    for pair in way.windows(2) {
        let ((_, place), (around, _)) = (&pair[0], &pair[1]);
        if !around.is_connected() {
            continue;
        }
        let children = around.children();
        let after = *place..children.length();
        let before = (0..(*place).min(children.length())).rev();
        let near = after.chain(before).filter_map(|index| children.item(index));
        let mut takers = near.filter_map(|child| first_in(&child));
        let itself = around.matches("[tabindex]").unwrap_or_default();
        let around = around.clone().dyn_into::<HtmlElement>().ok();
        if let Some(taker) = takers.next().or_else(|| around.filter(|_| itself)) {
            // What is shown can be focused.
            let _ = taker.focus();
            return;
        }
    }
}

/// The first thing in an element, or the element itself, that can take the keyboard.
fn first_in(element: &Element) -> Option<HtmlElement> {
    let shown = |found: &HtmlElement| found.offset_parent().is_some();
    let own = element.matches(TAKES).unwrap_or_default();
    let own = own.then(|| element.clone().dyn_into().ok()).flatten();
    let all = element.query_selector_all(TAKES).ok()?;
    let inner = (0..all.length()).filter_map(|index| all.item(index)?.dyn_into().ok());
    own.into_iter().chain(inner).find(shown)
}
