//! A newer text of a kept article: compared, and every note and decision carried to it.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::steps::{
    accepted, article_has, note_is_listed, open_tab, paste, press_on_claim, reported, saved,
    suggested_claims,
};

const OLD: &str = "Harbour bridge to close for repairs\n\n\
    The harbour bridge will close on Monday, Mayor Anna Ruiz said at a press conference.\n\n\
    Inspectors found cracks in 14 of its beams, according to a report by the city.\n\n\
    Nobody had asked the traders on the north bank.\n\n\
    The ferry will run every ten minutes until the work is done, the port authority said.";

/// The same a day later: one figure is another, one paragraph was replaced.
fn newer() -> String {
    OLD.replace("14", "17").replace(
        "Nobody had asked the traders on the north bank.",
        "It rained all through the week in every part of the country.",
    )
}

async fn note_on(page: &Page, words: &str, text: &str) -> Result<()> {
    page.select_words(words).await?;
    page.press(&['n']).await?;
    page.the("textbox", "Note").await?.type_text(text).await?;
    page.the("button", "Save note").await?.click().await?;
    note_is_listed(page, text).await
}

/// Opens the older text and notes something on what stays, on what changes and on what goes.
async fn prepare(page: &Page) -> Result<()> {
    page.open().await?;
    paste(page, OLD, "").await?;
    article_has(page, "cracks in 14").await?;
    // What the engine finds moves the words below it.
    let lit = async || Ok(!page.marks().await?.is_empty());
    page.until("the text is lit", lit).await?;
    note_on(page, "press conference", "stays").await?;
    note_on(page, "cracks in 14 of its beams", "changes").await?;
    note_on(page, "Nobody had asked the traders", "goes").await?;
    let claims = suggested_claims(page).await?;
    let first = claims.first().context("nothing was found in the text")?;
    press_on_claim(page, first, "Accept").await?;
    saved(page).await
}

async fn tab_says(page: &Page, words: &str) -> Result<()> {
    let script = "return document.querySelector('#tab-panel').textContent.includes(arguments[0])";
    page.until(&format!("the tab says “{words}”"), async || {
        Ok(page.script(script, json!(words)).await? == true)
    })
    .await
}

async fn every_note_goes_along_and_none_lands_on_other_words(page: Page) -> Result<()> {
    prepare(&page).await?;
    paste(&page, &newer(), "").await?;
    article_has(&page, "cracks in 17").await?;
    // It is open and can be read; what to do with it is asked beside it.
    page.the("button", "Compare").await?.click().await?;
    let dialog = page.the("dialog", "A new version").await?;
    let told = dialog.text().await?;
    for words in [
        "Harbour bridge to close for repairs",
        "kept today",
        "2 notes and decisions stand on the same words",
        "1 stands on words that have changed",
        "1 has lost its place",
    ] {
        ensure!(told.contains(words), "it does not say {words:?}: {told:?}");
    }
    let differs = "return ['del', 'ins'].map((name) => Array.from(document.querySelectorAll(
        `dialog .difference ${name}`), (part) => part.textContent).join('|')).join('/')";
    let differs = page.script(differs, Value::Null).await?;
    let differs = differs.as_str().unwrap_or_default();
    ensure!(
        differs.contains("14") && differs.contains("17") && differs.contains("rained"),
        "the difference is {differs:?}"
    );
    dialog.the("button", "Carry over").await?.click().await?;

    note_is_listed(&page, "stays").await?;
    tab_says(&page, "The words have changed in this version").await?;
    tab_says(&page, "1 note or decision has lost its place").await?;
    tab_says(&page, "Nobody had asked the traders").await?;
    let decided = async || Ok(accepted(&page.marks().await?));
    page.until("the decision is kept", decided).await?;
    saved(&page).await?;

    // All of it outlives the page; then the lost note is given a place by key.
    page.reload().await?;
    open_tab(&page, "Notes").await?;
    tab_says(&page, "1 note or decision has lost its place").await?;
    page.select_words("It rained all through the week").await?;
    page.press(&['r']).await?;
    let gone = "return document.querySelector('.tray') === null";
    page.until("the tray is empty", async || page.holds(gone).await)
        .await?;
    let on = async || {
        let marks = page.marks().await?;
        Ok(marks
            .iter()
            .any(|m| m.is("note") && m.text.contains("It rained all")))
    };
    page.until("the note stands on its new words", on).await?;
    page.the("button", "Still right").await?.click().await?;
    let agreed = "return document.querySelector('#tab-panel .changed') === null";
    page.until("nothing is called changed", async || {
        page.holds(agreed).await
    })
    .await?;
    saved(&page).await?;

    // The older version is kept as it was, and can be opened.
    page.press(&[fantoccini::key::Key::Shift.into(), 'V'])
        .await?;
    let versions = page.the("dialog", "Versions").await?;
    let first = "1. Harbour bridge to close for repairs";
    versions.the("button", first).await?.click().await?;
    article_has(&page, "cracks in 14").await?;
    note_is_listed(&page, "goes").await
}

in_both_browsers!(every_note_goes_along_and_none_lands_on_other_words);

mod asked_for {
    use super::*;

    async fn a_new_version_is_opened_by_key_and_the_same_text_is_none(page: Page) -> Result<()> {
        prepare(&page).await?;
        page.press(&[fantoccini::key::Key::Shift.into(), 'O'])
            .await?;
        let dialog = page.the("dialog", "Open a new version").await?;
        let area = dialog.the("textbox", "The article’s text").await?;
        fill(&page, OLD).await?;
        area.focus().await?;
        dialog.the("button", "Open text").await?.click().await?;
        reported(&page, "This is the same text").await?;

        page.press(&[fantoccini::key::Key::Shift.into(), 'O'])
            .await?;
        let dialog = page.the("dialog", "Open a new version").await?;
        // All different but for one sentence: nothing would have noticed that it is a version.
        fill(
            &page,
            "A wholly new headline\n\nInspectors found cracks in 14 of its beams, according to a \
             report by the city.\n\nNothing else is as it was before in any of these words.",
        )
        .await?;
        dialog.the("button", "Open text").await?.click().await?;
        let dialog = page.the("dialog", "A new version").await?;
        let told = dialog.text().await?;
        ensure!(told.contains("have lost their places"), "it says {told:?}");
        dialog.the("button", "Keep apart").await?.click().await?;
        article_has(&page, "Nothing else is as it was").await?;
        let none = "return document.querySelectorAll('.tray, .note-words').length === 0";
        ensure!(
            page.holds(none).await?,
            "notes were carried that were not to be"
        );
        Ok(())
    }

    async fn fill(page: &Page, text: &str) -> Result<()> {
        let script = "document.getElementById('paste').value = arguments[0]";
        page.script(script, json!(text)).await.map(drop)
    }

    in_both_browsers!(a_new_version_is_opened_by_key_and_the_same_text_is_none);
}
