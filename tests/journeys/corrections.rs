//! The reader corrects what the article is called and what a block is: the text and the decisions stay,
//! undo takes it back, and a reload keeps it.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use sourcelight_e2e::Page;

use crate::steps::{accepted, finding_becomes, press_on_claim, saved, suggested_claims};

async fn corrections_keep_text_and_decisions(page: Page) -> Result<()> {
    page.open().await?;
    let claims = suggested_claims(&page).await?;
    let first = claims.first().context("no claim")?;
    press_on_claim(&page, first, "Accept").await?;
    finding_becomes(&page, first, "accepted", accepted).await?;
    let text = async || {
        page.script(
            "return document.querySelector('main article').innerText.length",
            ().into(),
        )
        .await
    };

    page.the("button", "Details").await?.click().await?;
    let dialog = page.the("dialog", "Article details").await?;
    fill(&page, "details-outlet", "The Correct Gazette").await?;
    fill(&page, "details-url", "javascript:alert(1)").await?;
    dialog.the("button", "Save").await?.click().await?;
    page.until("the address is refused", async || {
        Ok(dialog.text().await?.contains("This is no web address"))
    })
    .await?;
    fill(&page, "details-url", "https://gazette.example/story").await?;
    dialog.the("button", "Save").await?.click().await?;
    says_outlet(&page, true).await?;
    page.the("button", "Undo").await?.click().await?;
    says_outlet(&page, false).await?;
    page.the("button", "Redo").await?.click().await?;
    says_outlet(&page, true).await?;

    // A paragraph becomes boilerplate: it is folded away, and nothing else is lost.
    page.select_words(crate::steps::WORDS).await?;
    let before = text().await?;
    let chosen = "const list = document.querySelector('.selection-bar select');
        list.value = 'boilerplate'; list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(chosen, ().into()).await?;
    let folded = "return Array.from(document.querySelectorAll('details.boilerplate'))
        .some((fold) => fold.textContent.includes('disregarding the losses'))";
    page.until("the paragraph is folded away", async || {
        page.holds(folded).await
    })
    .await?;
    finding_becomes(&page, first, "still accepted", accepted).await?;
    saved(&page).await?;
    page.reload().await?;
    ensure!(page.holds(folded).await?, "the correction is not kept");
    says_outlet(&page, true).await?;
    finding_becomes(&page, first, "accepted after a reload", accepted).await?;
    ensure!(before != json!(0), "there was no text");
    Ok(())
}

async fn fill(page: &Page, id: &str, value: &str) -> Result<()> {
    let script = "document.getElementById(arguments[0].id).value = arguments[0].value";
    page.script(script, json!({ "id": id, "value": value }))
        .await
        .map(drop)
}

async fn says_outlet(page: &Page, says: bool) -> Result<()> {
    let script = "return document.querySelector('.about').textContent.includes('The Correct Gazette') === arguments[0]";
    page.until("the outlet is said as it should be", async || {
        Ok(page.script(script, says.into()).await? == json!(true))
    })
    .await
}

in_both_browsers!(corrections_keep_text_and_decisions);
