//! What is typed and not saved is there again after the page was left, as a draft.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::steps::{WORDS, note_is_listed, open_tab, saved};

/// Waits until a form in the Notes tab holds these words.
async fn form_holds(page: &Page, words: &str) -> Result<()> {
    let script = "return Array.from(document.querySelectorAll('[role=tabpanel] textarea'))
        .some((area) => area.value === arguments[0])";
    page.until(&format!("a form holds “{words}”"), async || {
        Ok(page.script(script, json!(words)).await? == true)
    })
    .await
}

async fn a_draft_outlives_the_page_and_becomes_a_note(page: Page) -> Result<()> {
    page.open().await?;
    page.select_words(WORDS).await?;
    page.press(&['n']).await?;
    let area = page.the("textbox", "Note").await?;
    page.until("the form is there to be written in", async || {
        area.has_focus().await
    })
    .await?;
    area.type_text("Who coun").await?;
    saved(&page).await?;

    // The Notes tab is open by itself, and nothing takes the keyboard away.
    page.reload().await?;
    form_holds(&page, "Who coun").await?;
    let taken = page.the("textbox", "Note").await?.has_focus().await?;
    ensure!(!taken, "a draft takes the keyboard when the page is opened");
    let told = page.the("tabpanel", "Notes").await?.text().await?;
    ensure!(
        told.contains("Not saved as a note yet"),
        "it is not called a draft: {told:?}"
    );

    let area = page.the("textbox", "Note").await?;
    area.focus().await?;
    page.press(&[Key::Control.into(), Key::End.into()]).await?;
    area.type_text("ted them?").await?;
    page.press(&[Key::Control.into(), Key::Enter.into()])
        .await?;
    note_is_listed(&page, "Who counted them?").await?;
    saved(&page).await?;
    page.reload().await?;
    note_is_listed(&page, "Who counted them?").await?;
    let forms = "return document.querySelectorAll('.note-form').length === 0";
    ensure!(
        page.holds(forms).await?,
        "the saved note's draft is still there"
    );

    // The same for a change of a note, thrown away by Cancel.
    page.the("button", "Edit").await?.click().await?;
    page.the("textbox", "Note").await?.type_text("Or: ").await?;
    saved(&page).await?;
    page.reload().await?;
    open_tab(&page, "Notes").await?;
    page.the("button", "Cancel").await?.click().await?;
    saved(&page).await?;
    page.reload().await?;
    note_is_listed(&page, "Who counted them?").await
}

in_both_browsers!(a_draft_outlives_the_page_and_becomes_a_note);

mod details {
    use super::*;

    async fn what_was_typed_into_the_details_stands_there_again(page: Page) -> Result<()> {
        page.open().await?;
        page.press(&['d']).await?;
        let dialog = page.the("dialog", "Article details").await?;
        let outlet = dialog.the("textbox", "Outlet").await?;
        outlet.type_text(" of the harbour").await?;
        saved(&page).await?;
        page.reload().await?;
        page.press(&['d']).await?;
        let dialog = page.the("dialog", "Article details").await?;
        let value = "return document.getElementById('details-outlet').value";
        let typed = page.script(value, Value::Null).await?;
        let typed = typed.as_str().unwrap_or_default().to_owned();
        ensure!(
            typed.ends_with(" of the harbour"),
            "the field holds {typed:?}"
        );
        dialog
            .the("button", "As it was before")
            .await?
            .click()
            .await?;
        let before = typed.trim_end_matches(" of the harbour");
        let now = page.script(value, Value::Null).await?;
        ensure!(now == before, "the field holds {now} and not {before:?}");
        dialog.the("button", "Close").await?.click().await?;
        saved(&page).await
    }

    in_both_browsers!(what_was_typed_into_the_details_stands_there_again);
}
