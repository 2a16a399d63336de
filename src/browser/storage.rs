//! The database: articles, annotations and settings, in IndexedDB.
//!
//! One transaction a change; a change counts as stored when its transaction has completed. A record
//! that cannot be read is left as it is and counted.

use std::collections::BTreeMap;

use idb::{
    Database, DatabaseEvent as _, Error, Factory, IndexParams, KeyPath, ObjectStoreParams, Query,
    TransactionMode,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use sourcelight_annotation::{Annotation, read, write};
use sourcelight_state::Kept;
use sourcelight_text::OffsetMap;
use wasm_bindgen::JsValue;

use super::{
    clock,
    records::{AnnotationRecord, ArticleRecord, SettingRecord},
};

const DATABASE: &str = "sourcelight";
const VERSION: u32 = 2;
const ARTICLES: &str = "articles";
const ANNOTATIONS: &str = "annotations";
const SETTINGS: &str = "settings";
/// Since version 2: records as they were last exchanged, with their versions.
const EXCHANGED: &str = "exchanged";
const BY_ARTICLE: &str = "by_article";
const LAST_OPENED: &str = "last_opened";

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

/// An article in the library, without its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shelf {
    /// Its id.
    pub(crate) id: String,
    /// Its title, or the first words of its text.
    pub(crate) title: String,
    /// Who published it.
    pub(crate) outlet: Option<String>,
    /// When it was first opened.
    pub(crate) opened: String,
    /// How many notes and decisions are kept for it.
    pub(crate) notes: usize,
    /// When it was put into the bin; none where it is not there.
    pub(crate) deleted: Option<String>,
}

/// What is kept for one article.
#[derive(Debug)]
pub(crate) struct Found {
    /// The article.
    pub(crate) kept: Kept,
    /// Its annotations, deleted ones too.
    pub(crate) annotations: Vec<Annotation>,
    /// How many of its records could not be read.
    pub(crate) unreadable: usize,
    /// When it was put into the bin; none where it is not there.
    pub(crate) deleted: Option<String>,
}

/// Everything that is kept, as it is handed on.
#[derive(Debug, Default)]
pub(crate) struct Everything {
    /// The articles with their annotations.
    pub(crate) shelves: Vec<exchanger::Shelf>,
    /// The records as they were last exchanged.
    pub(crate) exchanged: Vec<exchanger::Exchanged>,
    /// How many records could not be read, and are in no backup.
    pub(crate) unreadable: usize,
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
        Self::open_named(DATABASE).await
    }

    async fn open_named(name: &str) -> Result<Self, StorageError> {
        let mut request = Factory::new()?.open(name, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // Where a store cannot be made the open request itself fails, and says so.
            let _ = event
                .old_version()
                .and_then(|from| migrate(&event.database()?, from));
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

    /// Stores an article, where one is given, and annotations of the article `article`, in one
    /// transaction. What another tab has stored later stays, and is counted.
    ///
    /// # Errors
    /// Where the transaction does not complete; then nothing of it is stored.
    pub(crate) async fn put(
        &self,
        kept: &Kept,
        with_article: bool,
        annotations: &[&Annotation],
    ) -> Result<usize, StorageError> {
        let stores = [ARTICLES, ANNOTATIONS];
        let transaction = self
            .database
            .transaction(&stores, TransactionMode::ReadWrite)?;
        if with_article {
            let record = plain(&ArticleRecord::of(kept))?;
            transaction.object_store(ARTICLES)?.put(&record, None)?;
        }
        let text = &kept.article.text;
        let offsets = OffsetMap::new(text);
        let store = transaction.object_store(ANNOTATIONS)?;
        let (mut later, now) = (0, clock::now());
        for annotation in annotations {
            let written = write(annotation, text, &offsets);
            let record = AnnotationRecord::new(&annotation.id, &kept.id, written);
            let there = store.get(JsValue::from_str(&annotation.id))?.await?;
            if there.is_some_and(|there| is_later(there, &record, &now)) {
                later += 1;
            } else {
                store.put(&plain(&record)?, None)?;
            }
        }
        transaction.commit()?.await?;
        Ok(later)
    }

    /// The article with this id and its annotations; none where it is not kept or cannot be read.
    ///
    /// # Errors
    /// Where the database cannot be read at all.
    pub(crate) async fn article(&self, id: &str) -> Result<Option<Found>, StorageError> {
        let Some(record) = self.get::<ArticleRecord>(ARTICLES, id).await? else {
            return Ok(None);
        };
        let deleted = record.deleted.clone();
        let Some(kept) = record.kept() else {
            return Ok(None);
        };
        let transaction = self
            .database
            .transaction(&[ANNOTATIONS], TransactionMode::ReadOnly)?;
        let index = transaction.object_store(ANNOTATIONS)?.index(BY_ARTICLE)?;
        let records = index
            .get_all(Some(Query::Key(JsValue::from_str(id))), None)?
            .await?;
        let text = &kept.article.text;
        let offsets = OffsetMap::new(text);
        let (mut annotations, mut unreadable) = (Vec::new(), 0);
        for record in records {
            let annotation = serde_wasm_bindgen::from_value::<AnnotationRecord>(record)
                .ok()
                .filter(AnnotationRecord::is_known)
                .and_then(|record| read(&record.annotation, text, &offsets).ok());
            match annotation {
                Some(annotation) => annotations.push(annotation),
                None => unreadable += 1,
            }
        }
        Ok(Some(Found {
            kept,
            annotations,
            unreadable,
            deleted,
        }))
    }

    /// The articles that are kept, those in the bin too, the last opened first; those that cannot be
    /// read are left out.
    ///
    /// # Errors
    /// Where the database cannot be read at all.
    pub(crate) async fn shelf(&self) -> Result<Vec<Shelf>, StorageError> {
        let transaction = self
            .database
            .transaction(&[ARTICLES, ANNOTATIONS], TransactionMode::ReadOnly)?;
        let records = transaction
            .object_store(ARTICLES)?
            .get_all(None, None)?
            .await?;
        let annotations = transaction
            .object_store(ANNOTATIONS)?
            .get_all(None, None)?
            .await?;
        let mut notes = BTreeMap::<String, usize>::new();
        for record in annotations {
            if let Ok(record) = serde_wasm_bindgen::from_value::<AnnotationRecord>(record)
                && record.is_live()
            {
                *notes.entry(record.article).or_default() += 1;
            }
        }
        let mut shelf: Vec<Shelf> = records
            .into_iter()
            .filter_map(|r| serde_wasm_bindgen::from_value::<ArticleRecord>(r).ok())
            .filter_map(|record| Some((record.deleted.clone(), record.kept()?)))
            .map(|(deleted, kept)| Shelf {
                title: title(&kept),
                notes: notes.get(&kept.id).copied().unwrap_or_default(),
                id: kept.id,
                outlet: kept.article.metadata.outlet,
                opened: kept.opened,
                deleted,
            })
            .collect();
        shelf.sort_by(|a, b| b.opened.cmp(&a.opened));
        Ok(shelf)
    }

    /// Everything that is kept: the articles with their annotations, and the records as they were last
    /// exchanged. What cannot be read is left out and counted.
    ///
    /// # Errors
    /// Where the database cannot be read at all.
    pub(crate) async fn everything(&self) -> Result<Everything, StorageError> {
        let stores = [ARTICLES, ANNOTATIONS, EXCHANGED];
        let transaction = self
            .database
            .transaction(&stores, TransactionMode::ReadOnly)?;
        let all = async |store| -> Result<Vec<JsValue>, Error> {
            transaction.object_store(store)?.get_all(None, None)?.await
        };
        let articles = all(ARTICLES).await?;
        let annotations = all(ANNOTATIONS).await?;
        let exchanged = all(EXCHANGED).await?;
        let mut everything = Everything::default();
        let mut places = BTreeMap::<String, usize>::new();
        for record in articles {
            let record = serde_wasm_bindgen::from_value::<ArticleRecord>(record).ok();
            let read = record.and_then(|r| Some((r.deleted.clone(), r.kept()?)));
            let Some((deleted, kept)) = read else {
                everything.unreadable += 1;
                continue;
            };
            places.insert(kept.id, everything.shelves.len());
            everything.shelves.push(exchanger::Shelf {
                article: kept.article,
                opened: kept.opened,
                deleted,
                annotations: Vec::new(),
            });
        }
        for record in annotations {
            let record = serde_wasm_bindgen::from_value::<AnnotationRecord>(record).ok();
            let record = record.filter(AnnotationRecord::is_known);
            let place = record.as_ref().and_then(|r| places.get(&r.article));
            match (record.as_ref(), place) {
                (Some(record), Some(place)) => {
                    everything.shelves[*place]
                        .annotations
                        .push(record.annotation.to_string());
                }
                _ => everything.unreadable += 1,
            }
        }
        let exchanged = exchanged
            .into_iter()
            .filter_map(|r| serde_wasm_bindgen::from_value(r).ok());
        everything.exchanged.extend(exchanged);
        Ok(everything)
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

    /// The value of a setting; none where it was never set.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn setting(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self
            .get::<SettingRecord>(SETTINGS, key)
            .await?
            .map(|setting| setting.value))
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

    /// Keeps what the reader has set: names and values, in one transaction.
    ///
    /// # Errors
    /// Where they cannot be stored; then none of them is.
    pub(crate) async fn set_settings(
        &self,
        settings: &[(&str, String)],
    ) -> Result<(), StorageError> {
        let transaction = self
            .database
            .transaction(&[SETTINGS], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(SETTINGS)?;
        for (key, value) in settings {
            let (key, value) = ((*key).to_owned(), value.clone());
            store.put(&plain(&SettingRecord { key, value })?, None)?;
        }
        transaction.commit()?.await?;
        Ok(())
    }

    /// The id of the article that was open last.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn last_opened(&self) -> Result<Option<String>, StorageError> {
        self.setting(LAST_OPENED).await
    }

    /// Remembers which article is open.
    ///
    /// # Errors
    /// Where it cannot be stored.
    pub(crate) async fn set_last_opened(&self, id: &str) -> Result<(), StorageError> {
        self.set_setting(LAST_OPENED, id).await
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

/// Brings a database of version `from` to this one; 0 where there is none.
fn migrate(database: &Database, from: u32) -> Result<(), Error> {
    let keyed_by = |path| {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single(path)));
        params
    };
    if from < 2 {
        database.create_object_store(EXCHANGED, keyed_by("id"))?;
    }
    if from >= 1 {
        return Ok(());
    }
    database.create_object_store(ARTICLES, keyed_by("id"))?;
    database.create_object_store(SETTINGS, keyed_by("key"))?;
    database
        .create_object_store(ANNOTATIONS, keyed_by("id"))?
        .create_index(
            BY_ARTICLE,
            KeyPath::new_single("article"),
            Some(IndexParams::new()),
        )?;
    Ok(())
}

/// A record as a plain JavaScript object, not a Map, so that any script can read it.
fn plain<T: Serialize>(record: &T) -> Result<JsValue, serde_wasm_bindgen::Error> {
    record.serialize(&Serializer::json_compatible())
}

/// Whether what is stored was changed after `ours`. Tabs share one clock, so what is dated after `now`
/// came in from a computer whose clock is ahead, and does not stand against a change made here.
fn is_later(there: JsValue, ours: &AnnotationRecord, now: &str) -> bool {
    let there = serde_wasm_bindgen::from_value::<AnnotationRecord>(there);
    there.is_ok_and(|there| there.changed() > ours.changed() && there.changed() <= now)
}

fn title(kept: &Kept) -> String {
    let first = || kept.article.text.trim().chars().take(80).collect();
    kept.article
        .metadata
        .title
        .clone()
        .filter(|t| !t.is_empty())
        .unwrap_or_else(first)
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests {
    use sourcelight_annotation::{Body, Note, article_id};
    use sourcelight_text::Span;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;

    wasm_bindgen_test_configure!(run_in_browser);

    fn kept(text: &str) -> Kept {
        let article = sourcelight_article::open_plain_text(text);
        Kept {
            id: article_id(text),
            article,
            opened: "2024-11-20T00:00:00Z".into(),
        }
    }

    fn note(kept: &Kept, id: &str) -> Annotation {
        Annotation {
            id: id.to_owned(),
            article: kept.id.clone(),
            body: Body::Note(Note {
                span: Span::new(0, 4),
                text: "a dove 🕊".into(),
            }),
            created: "2024-11-20T00:00:00Z".into(),
            modified: "2024-11-20T00:00:00Z".into(),
            deleted: None,
        }
    }

    #[wasm_bindgen_test]
    async fn what_is_stored_comes_back() {
        let storage = Storage::open().await.unwrap();
        let kept = kept("🕊 A headline\n\nA body that is long enough to be a paragraph of its own.");
        let note = note(&kept, "urn:uuid:stored");
        storage.put(&kept, true, &[&note]).await.unwrap();
        storage.set_last_opened(&kept.id).await.unwrap();
        // Another connection, as after a reload.
        let again = Storage::open().await.unwrap();
        let found = again.article(&kept.id).await.unwrap().unwrap();
        assert_eq!(
            (found.kept, found.annotations, found.unreadable),
            (kept.clone(), vec![note], 0)
        );
        assert_eq!(again.last_opened().await.unwrap(), Some(kept.id));
    }

    #[wasm_bindgen_test]
    async fn a_database_of_the_first_version_is_brought_to_this_one_with_all_that_is_in_it() {
        let name = "sourcelight-of-version-1";
        let stores = [ARTICLES, ANNOTATIONS, SETTINGS];
        let mut request = Factory::new().unwrap().open(name, Some(1)).unwrap();
        request.on_upgrade_needed(|event| {
            let database = event.database().unwrap();
            for store in [ARTICLES, ANNOTATIONS, SETTINGS] {
                let mut params = ObjectStoreParams::new();
                let key = if store == SETTINGS { "key" } else { "id" };
                params.key_path(Some(KeyPath::new_single(key)));
                let made = database.create_object_store(store, params).unwrap();
                if store == ANNOTATIONS {
                    let path = KeyPath::new_single("article");
                    made.create_index(BY_ARTICLE, path, Some(IndexParams::new()))
                        .unwrap();
                }
            }
        });
        let old = request.await.unwrap();
        let kept = kept("A fifth headline\n\nA fifth body that is long enough to be a paragraph.");
        let own = note(&kept, "urn:uuid:of-version-1");
        let offsets = OffsetMap::new(&kept.article.text);
        let written = write(&own, &kept.article.text, &offsets);
        let put = old
            .transaction(&stores, TransactionMode::ReadWrite)
            .unwrap();
        let article = plain(&ArticleRecord::of(&kept)).unwrap();
        put.object_store(ARTICLES)
            .unwrap()
            .put(&article, None)
            .unwrap();
        let annotation = plain(&AnnotationRecord::new(&own.id, &kept.id, written)).unwrap();
        put.object_store(ANNOTATIONS)
            .unwrap()
            .put(&annotation, None)
            .unwrap();
        put.commit().unwrap().await.unwrap();
        old.close();

        let storage = Storage::open_named(name).await.unwrap();
        let found = storage.article(&kept.id).await.unwrap().unwrap();
        assert_eq!((found.kept, found.annotations), (kept.clone(), vec![own]));
        let everything = storage.everything().await.unwrap();
        assert_eq!(
            (everything.shelves.len(), everything.exchanged.len()),
            (1, 0)
        );
    }

    #[wasm_bindgen_test]
    async fn what_another_tab_stored_later_is_not_overwritten() {
        let storage = Storage::open().await.unwrap();
        let kept = kept("A sixth headline\n\nA sixth body that is long enough to be a paragraph.");
        let mut own = note(&kept, "urn:uuid:twice");
        own.modified = "2024-11-20T10:00:00.000Z".into();
        assert_eq!(storage.put(&kept, true, &[&own]).await.unwrap(), 0);
        let mut earlier = own.clone();
        earlier.modified = "2024-11-20T09:00:00.000Z".into();
        assert_eq!(storage.put(&kept, false, &[&earlier]).await.unwrap(), 1);
        let found = storage.article(&kept.id).await.unwrap().unwrap();
        assert_eq!(found.annotations, [own]);
    }

    #[wasm_bindgen_test]
    async fn a_damaged_record_is_counted_and_left_alone() {
        let storage = Storage::open().await.unwrap();
        let kept = kept("Another headline\n\nAnother body that is long enough to be a paragraph.");
        storage
            .put(&kept, true, &[&note(&kept, "urn:uuid:good")])
            .await
            .unwrap();
        let broken = AnnotationRecord::new("urn:uuid:bad", &kept.id, serde_json::json!({"no": 1}));
        let stores = [ANNOTATIONS];
        let write = storage
            .database
            .transaction(&stores, TransactionMode::ReadWrite)
            .unwrap();
        let store = write.object_store(ANNOTATIONS).unwrap();
        store.put(&plain(&broken).unwrap(), None).unwrap();
        write.commit().unwrap().await.unwrap();
        let found = storage.article(&kept.id).await.unwrap().unwrap();
        assert_eq!((found.annotations.len(), found.unreadable), (1, 1));
        let kept_as_it_was = storage
            .get::<AnnotationRecord>(ANNOTATIONS, "urn:uuid:bad")
            .await;
        assert_eq!(kept_as_it_was.unwrap(), Some(broken));
    }

    #[wasm_bindgen_test]
    async fn the_bin_keeps_what_was_deleted_with_its_notes() {
        let storage = Storage::open().await.unwrap();
        let kept =
            kept("A fourth headline\n\nA fourth body that is long enough to be a paragraph.");
        let own = note(&kept, "urn:uuid:binned");
        storage.put(&kept, true, &[&own]).await.unwrap();
        let on_shelf = async || {
            let shelf = storage.shelf().await.unwrap();
            shelf.into_iter().find(|s| s.id == kept.id).unwrap()
        };
        storage.set_deleted(&kept.id, Some("2024")).await.unwrap();
        assert_eq!(on_shelf().await.deleted.as_deref(), Some("2024"));
        let found = storage.article(&kept.id).await.unwrap().unwrap();
        assert_eq!((found.kept, found.annotations), (kept.clone(), vec![own]));
        storage.set_deleted(&kept.id, None).await.unwrap();
        let back = on_shelf().await;
        assert_eq!((back.deleted, back.notes), (None, 1));
    }

    #[wasm_bindgen_test]
    async fn records_are_plain_objects_that_any_script_can_read() {
        let storage = Storage::open().await.unwrap();
        let kept = kept("A third headline\n\nA third body that is long enough to be a paragraph.");
        storage
            .put(&kept, true, &[&note(&kept, "urn:uuid:plain")])
            .await
            .unwrap();
        let read = storage
            .database
            .transaction(&[ANNOTATIONS], TransactionMode::ReadOnly)
            .unwrap();
        let store = read.object_store(ANNOTATIONS).unwrap();
        let record = store
            .get(JsValue::from_str("urn:uuid:plain"))
            .unwrap()
            .await
            .unwrap()
            .unwrap();
        let annotation = js_sys::Reflect::get(&record, &"annotation".into()).unwrap();
        let motivation = js_sys::Reflect::get(&annotation, &"motivation".into()).unwrap();
        assert_eq!(motivation.as_string().as_deref(), Some("commenting"));
    }
}
