//! A backup goes into the folder the reader chose, and comes as a download where that fails.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use sourcelight_e2e::{Browser, Failure, Page, Setup};

use crate::steps::{saved, write_note};

/// In the place of the browser's own dialog, which nothing can steer, the site's private folder is chosen:
/// a handle of the same kind, kept and written to in the same way.
const CHOOSE: &str = "window.showDirectoryPicker = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle('My backups', { create: true }); };";

async fn backups_go_into_the_chosen_folder(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, "To be backed up 🕊").await?;
    saved(&page).await?;
    page.script(CHOOSE, Value::Null).await?;
    page.press(&[',']).await?;
    let settings = page.the("dialog", "Settings").await?;
    let choose = settings
        .the("button", "Choose a folder for backups")
        .await?;
    choose.click().await?;
    settings_say(&page, "Backups go into the folder “My backups”").await?;
    settings.the("button", "Back up now").await?.click().await?;
    settings_say(&page, "is in the folder “My backups”").await?;
    let files = files(&page).await?;
    let [name] = files.as_slice() else {
        anyhow::bail!("in the folder are {files:?}")
    };
    ensure!(name.ends_with(".sourcelight"), "the file is called {name}");

    // The folder is known after the page was left, and can be let go of.
    page.reload().await?;
    page.press(&[',']).await?;
    let settings = page.the("dialog", "Settings").await?;
    settings_say(&page, "Backups go into the folder “My backups”").await?;
    let forget = settings.the("button", "Use downloads again").await?;
    forget.click().await?;
    settings_say(&page, "Backups are saved as downloads").await
}

async fn settings_say(page: &Page, words: &str) -> Result<()> {
    let script =
        "return Boolean(document.querySelector('dialog')?.textContent.includes(arguments[0]))";
    page.until(&format!("the settings say “{words}”"), async || {
        Ok(page.script(script, words.into()).await? == true)
    })
    .await
}

/// The names of the files in the folder that have something in them.
async fn files(page: &Page) -> Result<Vec<String>> {
    let script = "const done = arguments[arguments.length - 1];
        (async () => {
            const root = await navigator.storage.getDirectory();
            const folder = await root.getDirectoryHandle('My backups');
            const names = [];
            for await (const [name, file] of folder.entries())
                if ((await file.getFile()).size > 100) names.push(name);
            return names;
        })().then(done, (why) => done([String(why)]));";
    let names = page.client().execute_async(script, vec![]).await?;
    let names = names.as_array().context("the names are no list")?;
    Ok(names
        .iter()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect())
}

/// In Chromium alone: Firefox lets no page write into a folder.
#[test]
fn in_chromium() -> Result<(), Failure> {
    sourcelight_e2e::run(
        Browser::Chromium,
        &Setup::default(),
        backups_go_into_the_chosen_folder,
    )
}
