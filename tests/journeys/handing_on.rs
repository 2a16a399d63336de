//! What is handed on comes back: nothing is lost, nothing is there twice, nothing is replaced.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::steps::{article_has, drop_made, note_is_listed, open_tab, reported, saved, write_note};

/// Has what the app saves kept in the page, where the journey can read it.
async fn catch_files(page: &Page) -> Result<()> {
    let script = "const made = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => { window.caught = blob; return made(blob); };";
    page.script(script, Value::Null).await.map(|_| ())
}

/// Saves the open article in a form; answers its bytes.
async fn save_as(page: &Page, form: &str) -> Result<Value> {
    page.script("window.caught = null", Value::Null).await?;
    page.press(&['e']).await?;
    let dialog = page.the("dialog", "Hand on").await?;
    let name = format!("Save as {form}");
    dialog.the("button", &name).await?.click().await?;
    let caught = "return Boolean(window.caught)";
    page.until("a file is saved", async || page.holds(caught).await)
        .await?;
    dialog.the("button", "Close").await?.click().await?;
    caught_bytes(page).await
}

async fn caught_bytes(page: &Page) -> Result<Value> {
    let script = "const done = arguments[arguments.length - 1];
        window.caught.arrayBuffer().then((buffer) => done(Array.from(new Uint8Array(buffer))));";
    Ok(page.client().execute_async(script, vec![]).await?)
}

async fn take_in(page: &Page, name: &str, bytes: &Value, says: &str) -> Result<()> {
    drop_made(page, json!([{ "name": name, "bytes": bytes }])).await?;
    let dialog = page.the("dialog", "Taken in").await?;
    let told = dialog.text().await?;
    ensure!(told.contains(says), "it says {told:?}, not {says:?}");
    dialog.the("button", "Close").await?.click().await
}

/// The app as on a first visit: its database is gone.
async fn forget_everything(page: &Page) -> Result<()> {
    let script = "const done = arguments[arguments.length - 1];
        const gone = indexedDB.deleteDatabase('sourcelight');
        gone.onsuccess = () => done('gone'); gone.onerror = () => done('not deleted');";
    let said = page.client().execute_async(script, vec![]).await?;
    ensure!(said == "gone", "the database was {said}");
    page.open().await?;
    catch_files(page).await
}

async fn notes_come_back_from_every_lossless_form(page: Page) -> Result<()> {
    page.open().await?;
    catch_files(&page).await?;
    write_note(&page, "Handed on 🕊").await?;
    saved(&page).await?;
    let ours = save_as(&page, "Sourcelight file").await?;
    let report = save_as(&page, "HTML report").await?;
    let web = save_as(&page, "W3C annotations").await?;
    let hypothesis = save_as(&page, "Hypothesis").await?;
    let known = "1 was here already";
    take_in(&page, "notes.sourcelight", &ours, known).await?;
    take_in(&page, "notes.jsonld", &web, known).await?;

    for (name, bytes) in [
        ("notes.sourcelight", &ours),
        ("report.html", &report),
        ("notes.jsonld", &web),
        ("notes.json", &hypothesis),
    ] {
        forget_everything(&page).await?;
        article_has(&page, crate::steps::WORDS).await?;
        take_in(&page, name, bytes, "1 note or decision is new here")
            .await
            .with_context(|| format!("taking in {name}"))?;
        note_is_listed(&page, "Handed on 🕊").await?;
    }

    // A file that breaks off changes nothing and says so.
    let cut: Vec<Value> = ours
        .as_array()
        .context("the file is no list of bytes")?
        .iter()
        .take(400)
        .cloned()
        .collect();
    drop_made(&page, json!([{ "name": "cut.sourcelight", "bytes": cut }])).await?;
    reported(&page, "damaged or cut off").await?;
    note_is_listed(&page, "Handed on 🕊").await?;

    // A backup holds it too, and what is in the database outlives the page.
    page.press(&[',']).await?;
    page.script("window.caught = null", Value::Null).await?;
    let settings = page.the("dialog", "Settings").await?;
    settings.the("button", "Back up now").await?.click().await?;
    let caught = "return Boolean(window.caught)";
    page.until("a backup is saved", async || page.holds(caught).await)
        .await?;
    let backup = caught_bytes(&page).await?;
    forget_everything(&page).await?;
    take_in(&page, "backup.sourcelight", &backup, "is new here").await?;
    page.reload().await?;
    note_is_listed(&page, "Handed on 🕊").await
}

in_both_browsers!(notes_come_back_from_every_lossless_form);

mod tabs {
    use super::*;

    async fn two_tabs_see_each_others_notes(page: Page) -> Result<()> {
        page.open().await?;
        write_note(&page, "From the first tab").await?;
        saved(&page).await?;
        let client = page.client();
        let first = client.window().await?;
        let second = client.new_window(true).await?;
        client.switch_to_window(second.handle).await?;
        page.open().await?;
        note_is_listed(&page, "From the first tab").await?;
        open_tab(&page, "Claims").await?;
        write_note(&page, "From the second tab").await?;
        saved(&page).await?;
        client.switch_to_window(first).await?;
        note_is_listed(&page, "From the second tab").await?;
        note_is_listed(&page, "From the first tab").await
    }

    in_both_browsers!(two_tabs_see_each_others_notes);
}
