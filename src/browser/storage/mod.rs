//! The database: articles, annotations, drafts and settings, in IndexedDB.
//!
//! One transaction a change; a change counts as stored when its transaction has completed. A record
//! that cannot be read is left as it is and counted.

mod draft_record;
mod handles;

mod read;
mod schema;
#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;
pub(crate) mod used;
mod write;

use idb::{Database, DatabaseEvent as _, Error, Factory, TransactionMode};
use serde::{Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

pub(crate) use read::{Everything, Shelf};
pub(crate) use write::Changes;

/// Why something could not be stored or read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StorageError {
    /// The browser's database said no.
    #[error("the browser's database refused: {0}")]
    Database(#[from] Error),
    /// A record could not be turned into an object.
    #[error("a record could not be written: {0}")]
    Record(#[from] serde_wasm_bindgen::Error),
}

impl StorageError {
    /// Whether there is no room left.
    pub(crate) fn is_full(&self) -> bool {
        self.to_string().contains("Quota")
    }
}

/// An open database.
#[derive(Debug)]
pub(crate) struct Storage {
    database: Database,
}

impl Storage {
    /// Opens the database, making it where there is none.
    ///
    /// # Errors
    /// Where the browser gives no storage.
    pub(crate) async fn open() -> Result<Self, StorageError> {
        Self::open_named(schema::DATABASE).await
    }

    async fn open_named(name: &str) -> Result<Self, StorageError> {
        let mut request = Factory::new()?.open(name, Some(schema::VERSION))?;
        request.on_upgrade_needed(|event| {
            // Where a store cannot be made the open request itself fails, and says so.
            let _ = event
                .old_version()
                .and_then(|from| schema::migrate(&event.database()?, from));
        });
        let mut database = request.await?;
        // A later version of the app in another tab must not wait for this one.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Self { database })
    }

    /// The record under a key; none where there is none or it is not what it should be.
    async fn get<T: DeserializeOwned>(&self, store: &str, key: &str) -> Result<Option<T>, Error> {
        let transaction = self
            .database
            .transaction(&[store], TransactionMode::ReadOnly)?;
        let record = transaction
            .object_store(store)?
            .get(JsValue::from_str(key))?
            .await?;
        Ok(record.and_then(|r| serde_wasm_bindgen::from_value(r).ok()))
    }
}

/// A record as a plain JavaScript object, not a Map, so that any script can read it.
fn plain<T: Serialize>(record: &T) -> Result<JsValue, serde_wasm_bindgen::Error> {
    record.serialize(&Serializer::json_compatible())
}
