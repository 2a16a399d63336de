//! What another tab stores of the open article stands here at once.

use sourcelight_state::Action;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::Shared;
use crate::{app::Store, browser::tabs};

/// Listens for as long as the page lives.
#[hook]
pub(crate) fn use_tabs(store: &UseReducerHandle<Store>, shared: Shared) {
    let dispatch = store.dispatcher();
    use_effect_with((), move |()| {
        let listener = tabs::listen(move |article| {
            let (dispatch, shared) = (dispatch.clone(), shared.clone());
            spawn_local(async move {
                let storage = shared.borrow().clone();
                let Some(storage) = storage else { return };
                // Which article is open here is known to the state alone.
                if let Ok(Some(found)) = storage.article(&article).await {
                    let annotations = found.annotations;
                    dispatch.dispatch(Action::ArrivedFromElsewhere {
                        article,
                        annotations,
                    });
                }
            });
        });
        move || drop(listener)
    });
}
