//! Everything a reader keeps, as records that merge.

use std::collections::BTreeMap;

use serde_json::Value;
use sourcelight_annotation::article_id;
use sourcelight_annotation::record::{Record, Stamp, Store, Version, canonical};
use sourcelight_state::Kept;

use crate::{ArticleRecord, time::millis, web};

/// Everything a reader keeps, or what came out of a file: articles, annotations and settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The articles, by the id that their text gives them.
    pub articles: Store<ArticleRecord>,
    /// The annotations as W3C JSON-LD, by their ids; positions count Unicode code points.
    pub annotations: Store<Value>,
    /// The reader's settings by name.
    pub settings: BTreeMap<String, Value>,
}

impl Library {
    /// A library of one article and its annotations (W3C JSON-LD), for data that was kept before it
    /// had versions. What has a time of deletion (`sl:deleted`) becomes a tombstone. `device` names
    /// the writer; the dates become its stamps.
    ///
    /// The article's version is named after what it says as well: when an article was first opened
    /// does not tell whose corrections of it are later, so that two that differ stand side by side.
    pub fn of(kept: &Kept, annotations: &[Value], device: &str) -> Self {
        let mut library = Self::default();
        let opened = Stamp::at(millis(&kept.opened).unwrap_or_default());
        let article = ArticleRecord::of(kept);
        let content = serde_json::to_value(&article).unwrap_or_default();
        let hash = article_id(&canonical(&content));
        let device_of_article: String =
            format!("{device}:{}", hash.rsplit(':').next().unwrap_or_default())
                .chars()
                .take(device.len() + 17)
                .collect();
        let first = Version::first(&device_of_article, opened, article);
        library
            .articles
            .take_in(Record::new(kept.id.clone(), first));
        for annotation in annotations {
            library.annotations.take_in(record_of(annotation, device));
        }
        library
    }

    /// The latest stamp in it, for a device's clock to begin from.
    pub fn latest(&self) -> Stamp {
        self.articles.latest().max(self.annotations.latest())
    }
}

/// The record of an annotation that has no versions yet.
pub(crate) fn record_of(annotation: &Value, device: &str) -> Record<Value> {
    let mut content = annotation.clone();
    let deleted = content
        .as_object_mut()
        .and_then(|members| members.shift_remove(web::DELETED))
        .and_then(|at| at.as_str().map(str::to_owned));
    let changed = deleted
        .as_deref()
        .into_iter()
        .chain(web::text(annotation, "modified"))
        .chain(web::text(annotation, "created"))
        .filter_map(millis)
        .max();
    let mut version = Version::first(device, Stamp::at(changed.unwrap_or_default()), content);
    version.deleted = deleted;
    Record::new(web::id(annotation), version)
}
