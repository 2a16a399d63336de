//! A reader merges two voices that the engine kept apart, undoes it, merges again, and splits them
//! after a reload; and answers a question about a source.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use sourcelight_e2e::{Found, Page};

use crate::steps::{open_tab, saved};

async fn voices_are_merged_and_split(page: Page) -> Result<()> {
    page.open().await?;
    open_tab(&page, "Sources").await?;
    let before = voices(&page).await?;
    let merge = offered(&page).await?;
    ensure!(
        merge.text().await?.starts_with("Merge with"),
        "what is offered does not say what it does"
    );
    merge.click().await?;
    count_becomes(&page, before - 1).await?;

    page.the("button", "Undo").await?.click().await?;
    count_becomes(&page, before).await?;
    page.the("button", "Redo").await?.click().await?;
    count_becomes(&page, before - 1).await?;
    saved(&page).await?;

    page.reload().await?;
    open_tab(&page, "Sources").await?;
    count_becomes(&page, before - 1).await?;
    page.css(".merged button").await?.click().await?;
    count_becomes(&page, before).await?;

    a_question_is_answered(&page).await
}

async fn a_question_is_answered(page: &Page) -> Result<()> {
    page.css(".voice details:last-of-type summary")
        .await?
        .click()
        .await?;
    let yes = "[role=group][aria-label='Independent?'] button";
    page.css(yes).await?.click().await?;
    let pressed = page.css(yes).await?;
    page.until("the answer is given", async || {
        Ok(pressed.attribute("aria-pressed").await?.as_deref() == Some("true"))
    })
    .await?;
    saved(page).await
}

async fn voices(page: &Page) -> Result<u64> {
    page.css(".voice").await?;
    let count = "return document.querySelectorAll('.voice').length";
    let count = page.script(count, Value::Null).await?;
    count.as_u64().context("no count of voices")
}

async fn count_becomes(page: &Page, count: u64) -> Result<()> {
    page.until(&format!("there are {count} voices"), async || {
        Ok(voices(page).await? == count)
    })
    .await
}

/// The first merge that is offered.
async fn offered(page: &Page) -> Result<Found> {
    page.css(".same button").await
}

in_both_browsers!(voices_are_merged_and_split);
