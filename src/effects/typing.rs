//! What is typed is handed on within a tenth of a second, and at once when the page is hidden or left,
//! so that it can be kept while it is being written.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use gloo::timers::callback::Timeout;
use sourcelight_state::Action;
use yew::prelude::*;

use crate::{app::Desk, browser::page};

/// How long what is typed may wait, in milliseconds. With the transaction that follows it stays within
/// the 200 that a crash may cost.
const WITHIN: u32 = 100;

/// The words typed into the fields of one form that are not handed on yet.
#[derive(Clone)]
pub(crate) struct Typing {
    desk: Option<Desk>,
    shared: Rc<Shared>,
}

#[derive(Default)]
struct Shared {
    waiting: RefCell<BTreeMap<String, String>>,
    timer: RefCell<Option<Timeout>>,
    keep: RefCell<Callback<(String, String)>>,
}

impl Typing {
    /// Takes in what now stands in a field.
    pub(crate) fn typed(&self, field: &str, words: String) {
        let first = {
            let mut waiting = self.shared.waiting.borrow_mut();
            let first = waiting.is_empty();
            waiting.insert(field.to_owned(), words);
            first
        };
        if !first {
            return;
        }
        if let Some(desk) = &self.desk {
            desk.act(Action::TypingBegan);
        }
        let shared = self.shared.clone();
        let timer = Timeout::new(WITHIN, move || shared.hand_on());
        *self.shared.timer.borrow_mut() = Some(timer);
    }

    /// Hands on at once what waits.
    pub(crate) fn hand_on(&self) {
        self.shared.hand_on();
    }

    /// Lets go of what waits: it was saved or thrown away.
    pub(crate) fn forget(&self) {
        self.shared.waiting.borrow_mut().clear();
        self.shared.timer.borrow_mut().take();
    }
}

impl Shared {
    fn hand_on(&self) {
        self.timer.borrow_mut().take();
        let waiting = std::mem::take(&mut *self.waiting.borrow_mut());
        let keep = self.keep.borrow().clone();
        for typed in waiting {
            keep.emit(typed);
        }
    }
}

/// Calls `keep` with a field and its words soon after something was typed into it.
#[hook]
pub(crate) fn use_typing(keep: Callback<(String, String)>) -> Typing {
    let desk = use_context::<Desk>();
    let shared = use_memo((), |()| Shared::default());
    *shared.keep.borrow_mut() = keep;
    {
        let shared = shared.clone();
        use_effect_with((), move |()| {
            let leaving = {
                let shared = shared.clone();
                page::when_left(move || shared.hand_on())
            };
            move || {
                drop(leaving);
                shared.hand_on();
            }
        });
    }
    Typing { desk, shared }
}
