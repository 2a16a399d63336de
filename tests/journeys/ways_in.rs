//! Pasting anywhere, links that bring a text or an address, and a site that refuses.

use anyhow::{Result, ensure};
use sourcelight_e2e::Page;

use crate::steps::{article_has, paste, reported};

const TEXT: &str = "Ferry strike ends after nine days\n\nThe union said on Monday that its members would go back to work, and the company confirmed it.\n\nNobody would say what had been agreed.";
const HTML: &str = "<meta charset='utf-8'><h1>Ferry strike ends after nine days</h1>\
    <p>The <a href='https://union.example/'>union</a> said on Monday that its members would go back to work, \
    and the company confirmed it.</p><h2>What was agreed</h2><p>Nobody would say what had been agreed.</p>";

async fn what_is_pasted_opens(page: Page) -> Result<()> {
    page.open().await?;
    paste(&page, TEXT, "").await?;
    article_has(&page, "Nobody would say what had been agreed").await?;
    paste(
        &page,
        &TEXT.replace("nine", "ten"),
        &HTML.replace("nine", "ten"),
    )
    .await?;
    article_has(&page, "Ferry strike ends after ten days").await?;
    ensure!(
        page.holds("return document.querySelector('main article h2')?.textContent.includes('What was agreed')")
            .await?,
        "the subheading of what was pasted is none"
    );
    // An address alone is not an article: the dialog shows it and nothing is fetched.
    paste(&page, "https://site.example/story", "").await?;
    page.the("dialog", "Open an article").await?;
    page.until("the address stands in its field", async || {
        page.holds(
            "return document.querySelector('#address').value === 'https://site.example/story'",
        )
        .await
    })
    .await
}

async fn links_bring_a_text_or_ask_for_an_address(page: Page) -> Result<()> {
    let text = "Link%20headline%20of%20a%20story%0A%0AThe%20minister%20said%20that%20this%20came%20in%20a%20link.";
    page.client()
        .goto(&format!("{}#text={text}", page.url()))
        .await?;
    page.ready().await?;
    article_has(&page, "The minister said that this came in a link.").await?;
    ensure!(
        page.holds("return location.hash === ''").await?,
        "the fragment stays"
    );
    page.script(
        "location.hash = '#url=' + encodeURIComponent('https://site.example/a')",
        ().into(),
    )
    .await?;
    let dialog = page.the("dialog", "Open this article?").await?;
    ensure!(
        dialog.text().await?.contains("site.example"),
        "it does not say which site would be asked"
    );
    dialog.the("button", "Leave it").await?.click().await?;
    article_has(&page, "this came in a link").await
    // That nothing was fetched is judged by the harness.
}

async fn a_site_that_refuses_is_told_with_other_ways(page: Page) -> Result<()> {
    page.expect_findings();
    page.open().await?;
    page.press(&['o']).await?;
    let dialog = page.the("dialog", "Open an article").await?;
    dialog
        .the("textbox", "Address of an article")
        .await?
        .type_text("site.example/story")
        .await?;
    dialog.the("button", "Fetch").await?.click().await?;
    reported(&page, "does not let other sites read its pages").await?;
    let exits = page.observed().await?.exits;
    ensure!(
        !exits.is_empty() && exits.iter().all(|line| line.contains("site.example")),
        "it asked {exits:?}"
    );
    page.the("button", "Use the bookmarklet")
        .await?
        .click()
        .await?;
    page.the("dialog", "The bookmarklet").await?;
    Ok(())
}

mod pasting {
    use super::*;
    in_both_browsers!(what_is_pasted_opens);
}
mod links {
    use super::*;
    in_both_browsers!(links_bring_a_text_or_ask_for_an_address);
}
mod refusal {
    use super::*;
    in_both_browsers!(a_site_that_refuses_is_told_with_other_ways);
}
