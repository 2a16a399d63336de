//! Whatever is not stored yet goes to the database, one transaction at a time.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use sourcelight_annotation::Annotation;
use sourcelight_state::{Action, Saved, State};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Shared;
use crate::{app::Store, browser::storage::Storage};

/// How long after a failure the next attempt is made, in milliseconds.
const RETRY_AFTER: u32 = 3_000;

/// Stores every change as soon as it is made. A failed attempt is shown and made again.
#[hook]
pub(crate) fn use_saving(store: &UseReducerHandle<Store>, shared: Shared) {
    let busy = use_mut_ref(|| false);
    let retry = use_state(|| 0_u32);
    let store = store.clone();
    let again = retry.setter();
    let attempt = *retry;
    use_effect_with((store.0.unsaved.clone(), attempt), move |(unsaved, _)| {
        let storage = shared.borrow().clone();
        let Some(storage) = storage else { return };
        if unsaved.is_empty() || *busy.borrow() || store.0.saved == Saved::Unkept {
            return;
        }
        *busy.borrow_mut() = true;
        store.dispatch(Action::SaveStarted);
        spawn_local(async move {
            let stored = store.0.unsaved.clone();
            let outcome = put(&store.0, &storage).await;
            *busy.borrow_mut() = false;
            if outcome.is_ok() {
                store.dispatch(Action::SaveFinished { stored });
            } else {
                store.dispatch(Action::SaveFailed);
                Timeout::new(RETRY_AFTER, move || again.set(attempt + 1)).forget();
            }
        });
    });
}

async fn put(state: &State, storage: &Rc<Storage>) -> Result<(), ()> {
    let Some(kept) = &state.article else {
        return Ok(());
    };
    let ids = state.unsaved.annotations.keys();
    let changed: Vec<&Annotation> = ids
        .filter_map(|id| state.annotations.get(id))
        .map(Rc::as_ref)
        .collect();
    storage
        .put(kept, state.unsaved.article, &changed)
        .await
        .map_err(|_| ())
}
