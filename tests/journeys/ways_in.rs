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

async fn what_another_app_shares_opens_or_is_asked_for(page: Page) -> Result<()> {
    let shared = "?title=Shared%20headline%20of%20a%20story&text=The%20minister%20said%20that%20this%20was%20shared.";
    page.client()
        .goto(&format!("{}{shared}", page.url()))
        .await?;
    page.ready().await?;
    article_has(&page, "The minister said that this was shared.").await?;
    ensure!(
        page.holds("return location.search === ''").await?,
        "what was shared stays in the address"
    );
    // Most apps put the address into the text.
    let address = "?title=Ferries&text=Ferries%20https%3A%2F%2Fsite.example%2Fa&url=";
    page.client()
        .goto(&format!("{}{address}", page.url()))
        .await?;
    page.ready().await?;
    let dialog = page.the("dialog", "Open this article?").await?;
    ensure!(
        dialog.text().await?.contains("site.example"),
        "it does not say which site would be asked"
    );
    dialog.the("button", "Leave it").await?.click().await?;
    article_has(&page, "The minister said that this was shared.").await
}

/// The queue of launches holds a file, as the system puts one there for an installed app.
const LAUNCH: &str = "
    const story = '# Launched headline\\n\\nThe minister said that the system opened this.\\n';
    const file = new File([story], 'launched.md', {type: 'text/markdown'});
    const queue = {setConsumer: (take) => take({files: [{getFile: async () => file}]})};
    Object.defineProperty(window, 'launchQueue', {value: queue, configurable: true});";

async fn a_file_that_the_system_opens_with_the_app_opens(page: Page) -> Result<()> {
    page.run_first(LAUNCH).await?;
    page.open().await?;
    article_has(&page, "The minister said that the system opened this.").await
}

/// Drops a page of 9 MB.
const DROP_BIG: &str = "
    const story = '<div class=\"part\"><p>The minister said that this page is far too long for anybody to read it.</p></div>';
    const html = '<html><body><article><h1>Long</h1>' + story.repeat(80000) + '</article></body></html>';
    const data = new DataTransfer();
    data.items.add(new File([html], 'big.html', {type: 'text/html'}));
    document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));";

async fn a_long_reading_is_shown_and_can_be_stopped(page: Page) -> Result<()> {
    page.open().await?;
    paste(&page, TEXT, "").await?;
    article_has(&page, "Nobody would say what had been agreed").await?;
    page.script(DROP_BIG, ().into()).await?;
    page.the("progressbar", "Progress").await?;
    page.the("button", "Stop").await?.click().await?;
    page.until("nothing is being read any more", async || {
        page.holds("return !document.querySelector('.busy button')")
            .await
    })
    .await?;
    // What was open stays, and the next article opens as ever.
    article_has(&page, "Nobody would say what had been agreed").await?;
    paste(
        &page,
        &TEXT.replace("nine", "ten"),
        &HTML.replace("nine", "ten"),
    )
    .await?;
    article_has(&page, "Ferry strike ends after ten days").await
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
mod sharing {
    use super::*;
    in_both_browsers!(what_another_app_shares_opens_or_is_asked_for);
}

/// Firefox has no queue of launches, and its driver runs nothing before the page.
#[test]
fn launching_in_chromium() -> Result<(), sourcelight_e2e::Failure> {
    sourcelight_e2e::run(
        sourcelight_e2e::Browser::Chromium,
        &sourcelight_e2e::Setup::default(),
        a_file_that_the_system_opens_with_the_app_opens,
    )
}

mod stopping {
    use super::*;
    in_both_browsers!(a_long_reading_is_shown_and_can_be_stopped);
}
