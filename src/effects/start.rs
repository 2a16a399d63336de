//! The first moments: the database is opened, then the article that was open last, else the sample.

use std::{cell::RefCell, rc::Rc};

use sourcelight_state::{Action, Notice};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Source, Ways, load_settings, notice_of_backup, open_article};
use crate::browser::{fragment::Brought, storage::Storage};

/// The database, once it is open; none where the browser gives no storage.
pub(crate) type Shared = Rc<RefCell<Option<Rc<Storage>>>>;

/// Opens the database and the first article, once.
#[hook]
pub(crate) fn use_start(ways: Ways) {
    use_effect_with((), move |()| {
        // A text in the link is the first article; whatever else it brings comes after that.
        let text = match ways.brought.take() {
            Some(Brought::Text(text)) => Some(text),
            other => {
                ways.brought.set(other);
                None
            }
        };
        spawn_local(start(ways, text));
    });
}

async fn start(ways: Ways, text: Option<String>) {
    match Storage::open().await {
        Ok(storage) => *ways.shared.borrow_mut() = Some(Rc::new(storage)),
        Err(_) => ways.act(Action::StorageBlocked),
    }
    load_settings(&ways.dispatch, &ways.shared).await;
    if let Some(notice) = notice_of_backup(&ways.shared).await {
        ways.act(Action::NoticeRaised(notice));
    }
    if let Some(text) = text {
        let html = String::new();
        if open_article(Source::Pasted { text, html }, &ways).await {
            return;
        }
    }
    let storage = ways.shared.borrow().clone();
    if let Some(storage) = storage
        && let Ok(Some(id)) = storage.last_opened().await
    {
        match storage.article(&id).await {
            // What is in the bin stays there.
            Ok(Some(found)) if found.deleted.is_some() => {}
            _ if open_article(Source::Kept(id), &ways).await => return,
            _ => ways.act(Action::NoticeRaised(Notice::KeptArticleUnreadable)),
        }
    }
    open_article(Source::Sample, &ways).await;
}
