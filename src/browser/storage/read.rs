//! Reading what is kept.

use std::collections::{BTreeMap, BTreeSet};

use idb::{Error, Query, TransactionMode};
use sourcelight_annotation::{Annotation, read};
use sourcelight_state::{Draft, Kept};
use sourcelight_text::OffsetMap;
use wasm_bindgen::JsValue;

use super::{
    Storage, StorageError,
    draft_record::DraftRecord,
    schema::{ANNOTATIONS, ARTICLES, BY_ARTICLE, DRAFTS, EXCHANGED, LAST_OPENED, SETTINGS},
};
use crate::browser::records::{AnnotationRecord, ArticleRecord, SettingRecord};

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
    /// The id of the version before it, where there is one.
    pub(crate) earlier: Option<String>,
    /// Whether a newer version of it is kept.
    pub(crate) superseded: bool,
}

/// What is kept for one article.
#[derive(Debug)]
pub(crate) struct Found {
    /// The article.
    pub(crate) kept: Kept,
    /// Its annotations, deleted ones too.
    pub(crate) annotations: Vec<Annotation>,
    /// What was typed on it and not saved.
    pub(crate) drafts: Vec<Draft>,
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

impl Storage {
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
            .transaction(&[ANNOTATIONS, DRAFTS], TransactionMode::ReadOnly)?;
        let own = async |store| -> Result<Vec<JsValue>, Error> {
            let index = transaction.object_store(store)?.index(BY_ARTICLE)?;
            let key = Query::Key(JsValue::from_str(id));
            index.get_all(Some(key), None)?.await
        };
        let records = own(ANNOTATIONS).await?;
        let drafts = own(DRAFTS).await?;
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
        let mut kept_drafts = Vec::new();
        for record in drafts {
            let record = serde_wasm_bindgen::from_value::<DraftRecord>(record).ok();
            match record.and_then(|record| record.draft(&offsets)) {
                Some(draft) => kept_drafts.push(draft),
                None => unreadable += 1,
            }
        }
        Ok(Some(Found {
            kept,
            annotations,
            drafts: kept_drafts,
            unreadable,
            deleted,
        }))
    }

    /// The articles that are kept and not in the bin, with their texts.
    ///
    /// # Errors
    /// Where the database cannot be read at all.
    pub(crate) async fn articles(&self) -> Result<Vec<Kept>, StorageError> {
        let transaction = self
            .database
            .transaction(&[ARTICLES], TransactionMode::ReadOnly)?;
        let records = transaction
            .object_store(ARTICLES)?
            .get_all(None, None)?
            .await?;
        let records = records
            .into_iter()
            .filter_map(|r| serde_wasm_bindgen::from_value::<ArticleRecord>(r).ok());
        Ok(records
            .filter(|record| record.deleted.is_none())
            .filter_map(ArticleRecord::kept)
            .collect())
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
                title: kept.title(),
                notes: notes.get(&kept.id).copied().unwrap_or_default(),
                id: kept.id,
                outlet: kept.article.metadata.outlet,
                opened: kept.opened,
                deleted,
                earlier: kept.article.metadata.earlier,
                superseded: false,
            })
            .collect();
        let live = shelf.iter().filter(|kept| kept.deleted.is_none());
        let before: BTreeSet<String> = live.filter_map(|kept| kept.earlier.clone()).collect();
        for kept in &mut shelf {
            kept.superseded = before.contains(&kept.id);
        }
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

    /// The id of the article that was open last.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub(crate) async fn last_opened(&self) -> Result<Option<String>, StorageError> {
        self.setting(LAST_OPENED).await
    }
}
