//! What the browser lets us keep a hold of over a visit: the folder for backups.

use idb::TransactionMode;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use super::{Storage, StorageError, schema::HANDLES};

impl Storage {
    /// The handle under a name; none where there is none, or it cannot be read.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn handle(&self, name: &str) -> Result<Option<JsValue>, StorageError> {
        let transaction = self
            .database
            .transaction(&[HANDLES], TransactionMode::ReadOnly)?;
        let record = transaction
            .object_store(HANDLES)?
            .get(JsValue::from_str(name))?
            .await?;
        let handle = record.and_then(|record| Reflect::get(&record, &"handle".into()).ok());
        Ok(handle.filter(|handle| handle.is_object()))
    }

    /// Keeps a handle under a name, or lets go of the one that is there.
    ///
    /// # Errors
    /// Where it cannot be stored.
    pub(crate) async fn set_handle(
        &self,
        name: &str,
        handle: Option<&JsValue>,
    ) -> Result<(), StorageError> {
        let transaction = self
            .database
            .transaction(&[HANDLES], TransactionMode::ReadWrite)?;
        let record = Object::new();
        // Setting a member of a fresh object does not fail.
        let _ = Reflect::set(&record, &"key".into(), &name.into());
        let _ = Reflect::set(&record, &"handle".into(), handle.unwrap_or(&JsValue::NULL));
        transaction.object_store(HANDLES)?.put(&record, None)?;
        transaction.commit()?.await?;
        Ok(())
    }
}
