//! Whatever is not stored yet goes to the database, one transaction at a time.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use sourcelight_state::{Action, Notice, Saved, State};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Shared, note_change};
use crate::{
    app::Store,
    browser::{
        storage::{Changes, Storage, StorageError, used},
        tabs,
    },
};

/// How long after a failure the next attempt is made, in milliseconds.
const RETRY_AFTER: u32 = 3_000;

/// Counts the attempts that are made although nothing has changed.
#[derive(Default)]
struct Attempts(u32);

impl Reducible for Attempts {
    type Action = ();

    fn reduce(self: Rc<Self>, (): ()) -> Rc<Self> {
        Rc::new(Self(self.0 + 1))
    }
}

/// Stores every change as soon as it is made. A failed attempt is shown and made again.
#[hook]
pub(crate) fn use_saving(store: &UseReducerHandle<Store>, shared: Shared) {
    let busy = use_mut_ref(|| false);
    // Whether the browser was asked to keep what is stored; once a visit is enough.
    let asked = use_mut_ref(|| false);
    // What was changed while an earlier change was on its way: by article, since the reader may open
    // another one meanwhile.
    let waiting = use_mut_ref(Vec::<UseReducerHandle<Store>>::new);
    let open = use_mut_ref(|| None::<String>);
    *open.borrow_mut() = id(store);
    let attempts = use_reducer(Attempts::default);
    let store = store.clone();
    let again = attempts.dispatcher();
    let attempt = attempts.0;
    use_effect_with((store.0.unsaved.clone(), attempt), move |(unsaved, _)| {
        let storage = shared.borrow().clone();
        let Some(storage) = storage else { return };
        if unsaved.is_empty() || store.0.saved == Saved::Unkept {
            return;
        }
        if *busy.borrow() {
            let mut waiting = waiting.borrow_mut();
            waiting.retain(|other| id(other) != id(&store));
            waiting.push(store);
            return;
        }
        *busy.borrow_mut() = true;
        let asked = asked.clone();
        store.dispatch(Action::SaveStarted);
        spawn_local(async move {
            let stored = store.0.unsaved.clone();
            let outcome = put(&store.0, &storage).await;
            let left: Vec<_> = waiting.borrow_mut().drain(..).collect();
            let open_now = open.borrow().clone();
            let more = left.iter().any(|other| id(other) == open_now);
            for other in left.iter().filter(|other| id(other) != open_now) {
                if put(&other.0, &storage).await.is_err() {
                    waiting.borrow_mut().push(other.clone());
                }
            }
            *busy.borrow_mut() = false;
            match outcome {
                Ok(later) => {
                    let noted = !stored.annotations.is_empty();
                    if id(&store) == *open.borrow() {
                        store.dispatch(Action::SaveFinished { stored });
                    }
                    if more || id(&store) != *open.borrow() {
                        // What was changed meanwhile waits to be stored.
                        again.dispatch(());
                    }
                    if let Some(kept) = &store.0.article {
                        tabs::tell(&kept.id);
                        if later > 0 {
                            take_later(&store, &kept.id, &storage).await;
                        }
                    }
                    if noted && !asked.replace(true) {
                        note_change(&storage).await;
                        used::keep().await;
                    }
                }
                Err(why) => {
                    store.dispatch(Action::SaveFailed);
                    if why.is_full() {
                        store.dispatch(Action::NoticeRaised(Notice::StorageFull));
                    }
                    Timeout::new(RETRY_AFTER, move || again.dispatch(())).forget();
                }
            }
        });
    });
}

/// The id of the open article.
fn id(store: &UseReducerHandle<Store>) -> Option<String> {
    store.0.article.as_ref().map(|article| article.id.clone())
}

/// Shows what another tab has stored later than what was to be stored from here.
async fn take_later(store: &UseReducerHandle<Store>, article: &str, storage: &Rc<Storage>) {
    if let Ok(Some(found)) = storage.article(article).await {
        store.dispatch(Action::ArrivedFromElsewhere {
            article: article.to_owned(),
            annotations: found.annotations,
        });
    }
}

async fn put(state: &State, storage: &Rc<Storage>) -> Result<usize, StorageError> {
    let (open, unsaved) = (state.article.as_deref(), &state.unsaved);
    let annotations = unsaved.annotations.keys();
    let drafts = unsaved.drafts.keys();
    let changes = Changes {
        of: open,
        article: open.filter(|_| unsaved.article),
        annotations: annotations
            .filter_map(|id| state.annotations.get(id))
            .map(Rc::as_ref)
            .collect(),
        drafts: drafts
            .map(|id| (id.as_str(), state.drafts.get(id)))
            .collect(),
        settings: match unsaved.settings {
            Some(_) => state.settings.written(),
            None => Vec::new(),
        },
    };
    storage.put(&changes).await
}
