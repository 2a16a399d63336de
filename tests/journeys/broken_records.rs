//! A database whose records cannot be read: the app opens all the same, and says so.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::steps::{saved, write_note};

async fn every_record(page: Page) -> Result<()> {
    damaged(&page, "").await
}

async fn the_annotations(page: Page) -> Result<()> {
    damaged(&page, "annotations").await
}

/// With the records of one store damaged, or of all where none is named, the app opens and says so.
async fn damaged(page: &Page, store: &str) -> Result<()> {
    page.open().await?;
    write_note(page, "It will be damaged").await?;
    saved(page).await?;
    damage(page, store).await?;
    page.reload().await?;
    ensure!(!page.marks().await?.is_empty(), "no article is open");
    let said = "return Array.from(document.querySelectorAll('[role=alert], [role=alertdialog], dialog[open]'))
        .some((alert) => alert.textContent.trim() !== '')";
    page.until("it says that something could not be read", async || {
        page.holds(said).await
    })
    .await
}

/// Leaves of every record of the store, or of every store, only what it is found by.
async fn damage(page: &Page, store: &str) -> Result<()> {
    let script = "
        const done = arguments[arguments.length - 1];
        const request = (asked) => new Promise((resolve, reject) => {
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
        });
        const only = arguments[0];
        (async () => {
            let damaged = 0;
            for (const { name } of await indexedDB.databases()) {
                const database = await request(indexedDB.open(name));
                for (const storeName of database.objectStoreNames) {
                    if (only !== '' && only !== storeName) continue;
                    const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
                    const keys = [store.keyPath, ...Array.from(store.indexNames, (name) => store.index(name).keyPath)];
                    for (const record of await request(store.getAll())) {
                        for (const field of Object.keys(record)) if (!keys.includes(field)) record[field] = 'damaged';
                        await request(store.put(record));
                        damaged += 1;
                    }
                }
                database.close();
            }
            return damaged;
        })().then(done, (why) => done(String(why)));";
    match page
        .client()
        .execute_async(script, vec![json!(store)])
        .await?
    {
        Value::Number(damaged) if damaged.as_u64() > Some(0) => Ok(()),
        why => bail!("damaging the records: {why}"),
    }
}

mod damaged_annotations {
    use super::the_annotations;
    in_both_browsers!(the_annotations);
}

mod damaged_everything {
    use super::every_record;
    in_both_browsers!(every_record);
}
