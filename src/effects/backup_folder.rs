//! The folder into which backups go, where the reader has chosen one.

use super::Shared;
use crate::browser::folder::{self, Folder};

/// The name the folder is kept under.
const NAME: &str = "backup_folder";

/// Has the reader choose the folder, which is kept; none where they do not.
pub(crate) async fn choose_folder(shared: &Shared) -> Option<Folder> {
    let folder = folder::choose().await?;
    let storage = shared.borrow().clone()?;
    storage.set_handle(NAME, Some(folder.handle())).await.ok()?;
    Some(folder)
}

/// The folder that was chosen.
pub(crate) async fn chosen_folder(shared: &Shared) -> Option<Folder> {
    let storage = shared.borrow().clone()?;
    Folder::kept(storage.handle(NAME).await.ok()??)
}

/// Backups are saved as downloads again.
pub(crate) async fn forget_folder(shared: &Shared) {
    let storage = shared.borrow().clone();
    if let Some(storage) = storage {
        // Where it cannot be forgotten it stands there the next time, and can be forgotten then.
        let _ = storage.set_handle(NAME, None).await;
    }
}
