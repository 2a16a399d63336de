//! Writing what is to be kept.

use idb::{Query, TransactionMode};
use serde_json::Value;
use sourcelight_annotation::{Annotation, write};
use sourcelight_state::{Draft, Kept};
use sourcelight_text::OffsetMap;
use wasm_bindgen::JsValue;

use super::{
    Storage, StorageError,
    draft_record::DraftRecord,
    plain,
    schema::{ANNOTATIONS, ARTICLES, DRAFTS, EXCHANGED, LAST_OPENED, SETTINGS},
};
use crate::browser::{
    clock,
    records::{AnnotationRecord, ArticleRecord, SettingRecord},
};

/// What one transaction stores.
#[derive(Debug, Default)]
pub(crate) struct Changes<'s> {
    /// The article that the annotations and drafts are of.
    pub(crate) of: Option<&'s Kept>,
    /// The article, where it is to be stored itself.
    pub(crate) article: Option<&'s Kept>,
    /// Annotations.
    pub(crate) annotations: Vec<&'s Annotation>,
    /// Drafts by id; none for one that is to be taken out.
    pub(crate) drafts: Vec<(&'s str, Option<&'s Draft>)>,
    /// Settings by name.
    pub(crate) settings: Vec<(&'static str, String)>,
}

impl Storage {
    /// Stores what has changed, in one transaction. An annotation that another tab has stored later stays,
    /// and is counted.
    ///
    /// What needs no look at what is there is asked for before anything is waited for, so that it is on its
    /// way when a page is closed.
    ///
    /// # Errors
    /// Where the transaction does not complete; then nothing of it is stored.
    pub(crate) async fn put(&self, changes: &Changes<'_>) -> Result<usize, StorageError> {
        let stores = [ARTICLES, ANNOTATIONS, DRAFTS, SETTINGS];
        let transaction = self
            .database
            .transaction(&stores, TransactionMode::ReadWrite)?;
        if let Some(article) = changes.article {
            let record = plain(&ArticleRecord::of(article))?;
            transaction.object_store(ARTICLES)?.put(&record, None)?;
        }
        let drafts = transaction.object_store(DRAFTS)?;
        let mut elsewhere = Vec::new();
        for (id, draft) in &changes.drafts {
            let Some(draft) = draft else {
                drafts.delete(Query::Key(JsValue::from_str(id)))?;
                continue;
            };
            match changes.of.filter(|of| of.id == draft.article) {
                Some(of) => {
                    drafts.put(&plain(&DraftRecord::of(draft, of))?, None)?;
                }
                None => elsewhere.push(*draft),
            }
        }
        let settings = transaction.object_store(SETTINGS)?;
        for (key, value) in &changes.settings {
            let (key, value) = ((*key).to_owned(), value.clone());
            settings.put(&plain(&SettingRecord { key, value })?, None)?;
        }
        // The last words typed on an article that was left meanwhile: its passage is known from before.
        for draft in elsewhere {
            let there = drafts.get(JsValue::from_str(&draft.id))?.await?;
            let there = there.and_then(|t| serde_wasm_bindgen::from_value::<DraftRecord>(t).ok());
            if let Some(there) = there {
                drafts.put(&plain(&there.saying(draft))?, None)?;
            }
        }
        let mut later = 0;
        if let Some(of) = changes.of.filter(|_| !changes.annotations.is_empty()) {
            let text = &of.article.text;
            let (offsets, now) = (OffsetMap::new(text), clock::now());
            let store = transaction.object_store(ANNOTATIONS)?;
            for annotation in &changes.annotations {
                let written = write(annotation, text, &offsets);
                let record = AnnotationRecord::new(&annotation.id, &of.id, written);
                let there = store.get(JsValue::from_str(&annotation.id))?.await?;
                if there.is_some_and(|there| is_later(there, &record, &now)) {
                    later += 1;
                } else {
                    store.put(&plain(&record)?, None)?;
                }
            }
        }
        transaction.commit()?.await?;
        Ok(later)
    }

    /// Stores what a file brought, in one transaction. An annotation that was changed here since stays.
    ///
    /// # Errors
    /// Where the transaction does not complete; then nothing of it is stored.
    pub(crate) async fn take_in(&self, taken: &exchanger::TakenIn) -> Result<(), StorageError> {
        let stores = [ARTICLES, ANNOTATIONS, EXCHANGED];
        let transaction = self
            .database
            .transaction(&stores, TransactionMode::ReadWrite)?;
        let annotations = transaction.object_store(ANNOTATIONS)?;
        let now = clock::now();
        for shelf in &taken.shelves {
            let id = sourcelight_annotation::article_id(&shelf.article.text);
            for annotation in &shelf.annotations {
                let Ok(written) = serde_json::from_str::<Value>(annotation) else {
                    continue;
                };
                let own = written
                    .get("id")
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned();
                let record = AnnotationRecord::new(&own, &id, written);
                let there = annotations.get(JsValue::from_str(&own))?.await?;
                if !there.is_some_and(|there| is_later(there, &record, &now)) {
                    annotations.put(&plain(&record)?, None)?;
                }
            }
            let kept = Kept {
                id,
                article: shelf.article.clone(),
                opened: shelf.opened.clone(),
            };
            let mut record = ArticleRecord::of(&kept);
            record.deleted.clone_from(&shelf.deleted);
            transaction
                .object_store(ARTICLES)?
                .put(&plain(&record)?, None)?;
        }
        let exchanged = transaction.object_store(EXCHANGED)?;
        for record in &taken.exchanged {
            exchanged.put(&plain(record)?, None)?;
        }
        transaction.commit()?.await?;
        Ok(())
    }

    /// Stores an annotation of an article as it is written, as changed `now`; answers whether it could be
    /// read.
    ///
    /// # Errors
    /// Where it cannot be stored.
    pub(crate) async fn put_written(
        &self,
        article: &str,
        written: &str,
        now: &str,
    ) -> Result<bool, StorageError> {
        let Ok(Value::Object(mut written)) = serde_json::from_str::<Value>(written) else {
            return Ok(false);
        };
        written.insert("modified".to_owned(), now.into());
        let id = written
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let record = AnnotationRecord::new(&id, article, Value::Object(written));
        let transaction = self
            .database
            .transaction(&[ANNOTATIONS], TransactionMode::ReadWrite)?;
        transaction
            .object_store(ANNOTATIONS)?
            .put(&plain(&record)?, None)?;
        transaction.commit()?.await?;
        Ok(true)
    }

    /// Puts an article into the bin at this time, or takes it out again. Nothing of it is erased.
    ///
    /// # Errors
    /// Where it cannot be stored.
    pub(crate) async fn set_deleted(&self, id: &str, at: Option<&str>) -> Result<(), StorageError> {
        let transaction = self
            .database
            .transaction(&[ARTICLES], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(ARTICLES)?;
        let record = store.get(JsValue::from_str(id))?.await?;
        let record = record.and_then(|r| serde_wasm_bindgen::from_value::<ArticleRecord>(r).ok());
        if let Some(mut record) = record {
            record.deleted = at.map(str::to_owned);
            store.put(&plain(&record)?, None)?;
        }
        transaction.commit()?.await?;
        Ok(())
    }

    /// Sets a setting.
    ///
    /// # Errors
    /// Where it cannot be stored.
    pub(crate) async fn set_setting(&self, key: &str, value: &str) -> Result<(), StorageError> {
        let setting = SettingRecord {
            key: key.to_owned(),
            value: value.to_owned(),
        };
        let transaction = self
            .database
            .transaction(&[SETTINGS], TransactionMode::ReadWrite)?;
        transaction
            .object_store(SETTINGS)?
            .put(&plain(&setting)?, None)?;
        transaction.commit()?.await?;
        Ok(())
    }

    /// Remembers which article is open.
    ///
    /// # Errors
    /// Where it cannot be stored.
    pub(crate) async fn set_last_opened(&self, id: &str) -> Result<(), StorageError> {
        self.set_setting(LAST_OPENED, id).await
    }
}

/// Whether what is stored was changed after `ours`. Tabs share one clock, so what is dated after `now`
/// came in from a computer whose clock is ahead, and does not stand against a change made here.
fn is_later(there: JsValue, ours: &AnnotationRecord, now: &str) -> bool {
    let there = serde_wasm_bindgen::from_value::<AnnotationRecord>(there);
    there.is_ok_and(|there| there.changed() > ours.changed() && there.changed() <= now)
}
