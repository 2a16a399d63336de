//! The first moments: the database is opened, then the article that was open last, else the sample.

use std::{cell::RefCell, rc::Rc};

use sourcelight_state::{Action, Notice};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Source, load_settings, open_article};
use crate::{app::Dispatch, browser::storage::Storage};

/// The database, once it is open; none where the browser gives no storage.
pub(crate) type Shared = Rc<RefCell<Option<Rc<Storage>>>>;

/// Opens the database and the first article, once.
#[hook]
pub(crate) fn use_start(dispatch: Dispatch, shared: Shared) {
    use_effect_with((), move |()| spawn_local(start(dispatch, shared)));
}

async fn start(dispatch: Dispatch, shared: Shared) {
    match Storage::open().await {
        Ok(storage) => *shared.borrow_mut() = Some(Rc::new(storage)),
        Err(_) => dispatch.dispatch(Action::StorageBlocked),
    }
    load_settings(&dispatch, &shared).await;
    let storage = shared.borrow().clone();
    if let Some(storage) = storage
        && let Ok(Some(id)) = storage.last_opened().await
    {
        if open_article(Source::Kept(id), &dispatch, &shared).await {
            return;
        }
        dispatch.dispatch(Action::NoticeRaised(Notice::KeptArticleUnreadable));
    }
    open_article(Source::Sample, &dispatch, &shared).await;
}
