//! The stores of the database, and how a database of an earlier version becomes one of this.

use idb::{Database, Error, IndexParams, KeyPath, ObjectStoreParams};

pub(super) const DATABASE: &str = "sourcelight";
/// Raised whenever a store is added; [`migrate`] knows every version that was ever in use.
pub(super) const VERSION: u32 = 3;
pub(super) const ARTICLES: &str = "articles";
pub(super) const ANNOTATIONS: &str = "annotations";
pub(super) const SETTINGS: &str = "settings";
/// Since version 2: records as they were last exchanged, with their versions.
pub(super) const EXCHANGED: &str = "exchanged";
/// Since version 3: what was typed and not saved.
pub(super) const DRAFTS: &str = "drafts";
/// Since version 3: what the browser lets us keep a hold of, such as the folder for backups.
pub(super) const HANDLES: &str = "handles";
/// The index by which an article's annotations, and its drafts, are found.
pub(super) const BY_ARTICLE: &str = "by_article";
/// The setting that says which article was open last.
pub(super) const LAST_OPENED: &str = "last_opened";

/// Brings a database of version `from` to this one; 0 where there is none.
pub(super) fn migrate(database: &Database, from: u32) -> Result<(), Error> {
    let make = |store: &str, key: &str| {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single(key)));
        database.create_object_store(store, params)
    };
    let of_articles = |store: &str| {
        let path = KeyPath::new_single("article");
        make(store, "id")?.create_index(BY_ARTICLE, path, Some(IndexParams::new()))
    };
    if from < 1 {
        make(ARTICLES, "id")?;
        make(SETTINGS, "key")?;
        of_articles(ANNOTATIONS)?;
    }
    if from < 2 {
        make(EXCHANGED, "id")?;
    }
    if from < 3 {
        of_articles(DRAFTS)?;
        make(HANDLES, "key")?;
    }
    Ok(())
}
