//! The library of kept articles, and the one setting that opening has.

use super::{PROXY, Shared};
use crate::browser::{
    clock,
    storage::{Shelf, used},
};

/// What the library shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Library {
    /// The kept articles, those in the bin too, the last opened first.
    pub(crate) shelf: Vec<Shelf>,
    /// How many bytes this site uses, and may use; none where the browser does not say.
    pub(crate) used: Option<(f64, f64)>,
}

/// What the library holds now. None where it cannot be read.
pub(crate) async fn library(shared: &Shared) -> Option<Library> {
    let storage = shared.borrow().clone()?;
    let shelf = storage.shelf().await.ok()?;
    let used = used::bytes().await;
    Some(Library { shelf, used })
}

/// Puts an article into the bin; answers whether it is there.
pub(crate) async fn put_into_bin(id: &str, shared: &Shared) -> bool {
    let storage = shared.borrow().clone();
    match storage {
        Some(storage) => storage.set_deleted(id, Some(&clock::now())).await.is_ok(),
        None => false,
    }
}

/// Takes an article out of the bin; answers whether it is back.
pub(crate) async fn take_out_of_bin(id: &str, shared: &Shared) -> bool {
    let storage = shared.borrow().clone();
    match storage {
        Some(storage) => storage.set_deleted(id, None).await.is_ok(),
        None => false,
    }
}

/// The reader's own proxy; empty where there is none.
pub(crate) async fn stored_proxy(shared: &Shared) -> String {
    let storage = shared.borrow().clone();
    match storage {
        Some(storage) => storage.setting(PROXY).await.ok().flatten(),
        None => None,
    }
    .unwrap_or_default()
}

/// Keeps the reader's own proxy; answers whether it is stored.
pub(crate) async fn set_proxy(proxy: &str, shared: &Shared) -> bool {
    let storage = shared.borrow().clone();
    match storage {
        Some(storage) => storage.set_setting(PROXY, proxy).await.is_ok(),
        None => false,
    }
}
