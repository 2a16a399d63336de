//! A database whose records cannot be read: the app opens all the same, and says so.

use anyhow::{Result, bail, ensure};
use serde_json::Value;
use sourcelight_e2e::Page;

use crate::steps::{saved, write_note};

async fn the_app_opens_and_says_so(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, "It will be damaged").await?;
    saved(&page).await?;
    damage_every_record(&page).await?;
    page.reload().await?;
    ensure!(!page.marks().await?.is_empty(), "no article is open");
    let said = "return Array.from(document.querySelectorAll('[role=alert], [role=alertdialog], dialog[open]'))
        .some((alert) => alert.textContent.trim() !== '')";
    page.until("it says that something could not be read", async || {
        page.holds(said).await
    })
    .await
}

/// Puts something else under every key of every store.
async fn damage_every_record(page: &Page) -> Result<()> {
    let script = "
        const done = arguments[arguments.length - 1];
        const request = (asked) => new Promise((resolve, reject) => {
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
        });
        (async () => {
            let damaged = 0;
            for (const { name } of await indexedDB.databases()) {
                const database = await request(indexedDB.open(name));
                for (const storeName of database.objectStoreNames) {
                    const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
                    const path = store.keyPath;
                    for (const key of await request(store.getAllKeys())) {
                        if (path === null) await request(store.put('damaged', key));
                        else await request(store.put({ [path]: key, damaged: true }));
                        damaged += 1;
                    }
                }
                database.close();
            }
            return damaged;
        })().then(done, (why) => done(String(why)));";
    match page.client().execute_async(script, vec![]).await? {
        Value::Number(damaged) if damaged.as_u64() > Some(0) => Ok(()),
        why => bail!("damaging the records: {why}"),
    }
}

in_both_browsers!(the_app_opens_and_says_so);
