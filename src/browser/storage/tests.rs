//! Tests in a browser's own database.

use sourcelight_annotation::{Body, Note, article_id};
use sourcelight_text::Span;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use idb::{
    Database, DatabaseEvent as _, Factory, IndexParams, KeyPath, ObjectStoreParams, TransactionMode,
};
use sourcelight_annotation::{Annotation, write};
use sourcelight_state::{Draft, DraftPlace, Kept};
use sourcelight_text::OffsetMap;
use wasm_bindgen::JsValue;

use super::{
    schema::{ANNOTATIONS, ARTICLES, BY_ARTICLE, EXCHANGED, SETTINGS},
    *,
};
use crate::browser::records::{AnnotationRecord, ArticleRecord};

wasm_bindgen_test_configure!(run_in_browser);

fn kept(text: &str) -> Kept {
    let article = sourcelight_article::open_plain_text(text);
    Kept {
        id: article_id(text),
        article,
        opened: "2024-11-20T00:00:00Z".into(),
    }
}

async fn put(
    storage: &Storage,
    kept: &Kept,
    with_article: bool,
    annotations: &[&Annotation],
) -> Result<usize, StorageError> {
    let changes = Changes {
        of: Some(kept),
        article: with_article.then_some(kept),
        annotations: annotations.to_vec(),
        ..Changes::default()
    };
    storage.put(&changes).await
}

fn note(kept: &Kept, id: &str) -> Annotation {
    Annotation {
        id: id.to_owned(),
        article: kept.id.clone(),
        body: Body::Note(Note {
            span: Span::new(0, 4),
            text: "a dove 🕊".into(),
        }),
        maker: sourcelight_annotation::Maker::Reader,
        created: "2024-11-20T00:00:00Z".into(),
        modified: "2024-11-20T00:00:00Z".into(),
        deleted: None,
        carried: None,
    }
}

#[wasm_bindgen_test]
async fn what_is_stored_comes_back() {
    let storage = Storage::open().await.unwrap();
    let kept = kept("🕊 A headline\n\nA body that is long enough to be a paragraph of its own.");
    let note = note(&kept, "urn:uuid:stored");
    put(&storage, &kept, true, &[&note]).await.unwrap();
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

/// The stores as versions 1 and 2 made them, written out: what makes them today may change.
fn as_of(version: u32, database: &Database) {
    let stores = [ARTICLES, ANNOTATIONS, SETTINGS, EXCHANGED];
    for store in &stores[..if version == 1 { 3 } else { 4 }] {
        let mut params = ObjectStoreParams::new();
        let key = if *store == SETTINGS { "key" } else { "id" };
        params.key_path(Some(KeyPath::new_single(key)));
        let made = database.create_object_store(store, params).unwrap();
        if *store == ANNOTATIONS {
            let path = KeyPath::new_single("article");
            made.create_index(BY_ARTICLE, path, Some(IndexParams::new()))
                .unwrap();
        }
    }
}

#[wasm_bindgen_test]
async fn a_database_of_every_earlier_version_is_brought_to_this_one_with_all_that_is_in_it() {
    for version in [1, 2] {
        let name = format!("sourcelight-of-version-{version}");
        let stores = [ARTICLES, ANNOTATIONS, SETTINGS];
        let mut request = Factory::new().unwrap().open(&name, Some(version)).unwrap();
        request.on_upgrade_needed(move |event| as_of(version, &event.database().unwrap()));
        let old = request.await.unwrap();
        let kept = kept("A fifth headline\n\nA fifth body that is long enough to be a paragraph.");
        let own = note(&kept, "urn:uuid:of-an-earlier-version");
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

        let storage = Storage::open_named(&name).await.unwrap();
        let found = storage.article(&kept.id).await.unwrap().unwrap();
        assert_eq!((found.kept, found.annotations), (kept.clone(), vec![own]));
        assert!(found.drafts.is_empty());
        let everything = storage.everything().await.unwrap();
        assert_eq!(
            (everything.shelves.len(), everything.exchanged.len()),
            (1, 0)
        );
    }
}

#[wasm_bindgen_test]
async fn drafts_come_back_until_they_are_taken_out() {
    let storage = Storage::open().await.unwrap();
    let kept =
        kept("🕊 A seventh headline\n\nA seventh body that is long enough to be a paragraph.");
    let draft = |id: &str, place| Draft {
        id: id.into(),
        article: kept.id.clone(),
        place,
        text: "unfini".into(),
        at: "2024-11-20T00:00:00.000Z".into(),
    };
    let passage = sourcelight_text::Span::new(5, 6);
    let on_passage = draft("urn:uuid:draft", DraftPlace::Note(passage));
    let field = draft("urn:uuid:field", DraftPlace::Field("title".into()));
    let changes = |drafts| Changes {
        of: Some(&kept),
        article: Some(&kept),
        drafts,
        ..Changes::default()
    };
    let both = vec![
        (on_passage.id.as_str(), Some(&on_passage)),
        (field.id.as_str(), Some(&field)),
    ];
    storage.put(&changes(both)).await.unwrap();
    let drafts = async || storage.article(&kept.id).await.unwrap().unwrap().drafts;
    assert_eq!(drafts().await, [on_passage.clone(), field.clone()]);

    // Words typed last, told while another article is open: the passage stays what it was.
    let other = self::kept("An eighth headline\n\nAn eighth body, long enough to be a paragraph.");
    let mut late = on_passage.clone();
    late.text = "unfinished".into();
    let elsewhere = Changes {
        of: Some(&other),
        drafts: vec![(late.id.as_str(), Some(&late)), (field.id.as_str(), None)],
        ..Changes::default()
    };
    storage.put(&elsewhere).await.unwrap();
    assert_eq!(drafts().await, [late]);
}

#[wasm_bindgen_test]
async fn what_another_tab_stored_later_is_not_overwritten() {
    let storage = Storage::open().await.unwrap();
    let kept = kept("A sixth headline\n\nA sixth body that is long enough to be a paragraph.");
    let mut own = note(&kept, "urn:uuid:twice");
    own.modified = "2024-11-20T10:00:00.000Z".into();
    assert_eq!(put(&storage, &kept, true, &[&own]).await.unwrap(), 0);
    let mut earlier = own.clone();
    earlier.modified = "2024-11-20T09:00:00.000Z".into();
    assert_eq!(put(&storage, &kept, false, &[&earlier]).await.unwrap(), 1);
    let found = storage.article(&kept.id).await.unwrap().unwrap();
    assert_eq!(found.annotations, [own]);
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_counted_and_left_alone() {
    let storage = Storage::open().await.unwrap();
    let kept = kept("Another headline\n\nAnother body that is long enough to be a paragraph.");
    put(&storage, &kept, true, &[&note(&kept, "urn:uuid:good")])
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
    let kept = kept("A fourth headline\n\nA fourth body that is long enough to be a paragraph.");
    let own = note(&kept, "urn:uuid:binned");
    put(&storage, &kept, true, &[&own]).await.unwrap();
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
    put(&storage, &kept, true, &[&note(&kept, "urn:uuid:plain")])
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
