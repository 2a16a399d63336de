//! Search, filters, the palette and the settings of keys, without a mouse.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use serde_json::Value;
use sourcelight_e2e::Page;

async fn everything_is_found_by_keys(page: Page) -> Result<()> {
    page.open().await?;
    the_callouts_are_read(&page).await?;
    words_are_searched(&page).await?;
    findings_are_filtered(&page).await?;
    a_command_is_run_by_name(&page).await?;
    a_key_is_changed_and_stays_changed(&page).await
}

/// Three, then the last, each left by Enter.
async fn the_callouts_are_read(page: &Page) -> Result<()> {
    page.the("button", "Got it: Who says it.")
        .await?
        .focus()
        .await?;
    for next in [
        "Got it: How it got here.",
        "Got it: Nobody is named for this.",
    ] {
        page.press(&[Key::Enter.into()]).await?;
        has_keyboard(page, "button", next).await?;
    }
    page.press(&[Key::Enter.into()]).await?;
    has_keyboard(page, "button", "Got it: Open your own.").await?;
    page.press(&[Key::Enter.into()]).await?;
    page.until("all callouts are gone", async || {
        page.holds("return !document.querySelector('.callout')")
            .await
    })
    .await
}

async fn words_are_searched(page: &Page) -> Result<()> {
    page.press(&['/']).await?;
    has_keyboard_by(page, "search-field").await?;
    type_keys(page, "treaty").await?;
    page.css(".hit").await?;
    ensure!(
        page.holds("return document.querySelector('#search-field').value === 'treaty'")
            .await?,
        "a key that is a command elsewhere did something here"
    );
    page.press(&[Key::Down.into()]).await?;
    has_keyboard_by(page, "hit-0").await?;
    page.press(&[Key::Up.into()]).await?;
    has_keyboard_by(page, "search-field").await?;
    type_keys(page, "zebra").await?;
    page.until("it says that there is nothing", async || {
        page.holds("return !document.querySelector('.hit') && document.querySelector('[aria-label=\"Search results\"]').textContent.includes('treatyzebra')").await
    })
    .await?;
    page.press(&[Key::Escape.into()]).await?;
    page.until("the search is closed and the text has the keyboard", async || {
        page.holds("return !document.querySelector('#search-field') && document.activeElement.id === 'article'").await
    })
    .await
}

async fn findings_are_filtered(page: &Page) -> Result<()> {
    let all = drawn(page).await?;
    page.press(&['f']).await?;
    page.the("button", "Unnamed").await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    page.until("fewer findings are drawn", async || {
        Ok(drawn(page).await? < all)
    })
    .await?;
    page.the("button", "Take the filter “Unnamed” off")
        .await?
        .focus()
        .await?;
    page.press(&[Key::Enter.into()]).await?;
    page.until(
        "all are drawn again",
        async || Ok(drawn(page).await? == all),
    )
    .await?;
    page.the("button", "Close search").await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    has_keyboard_by(page, "article").await
}

async fn a_command_is_run_by_name(page: &Page) -> Result<()> {
    page.press(&[Key::Control.into(), 'k']).await?;
    let typing = "return document.activeElement.getAttribute('role') === 'combobox'";
    page.until("the palette has the keyboard", async || {
        page.holds(typing).await
    })
    .await?;
    type_keys(page, "machine marks").await?;
    page.press(&[Key::Enter.into()]).await?;
    page.until("the machine's marks are hidden", async || {
        Ok(drawn(page).await? == 0)
    })
    .await?;
    page.press(&['h']).await?;
    page.until(
        "and shown again by key",
        async || Ok(drawn(page).await? > 0),
    )
    .await
}

async fn a_key_is_changed_and_stays_changed(page: &Page) -> Result<()> {
    page.press(&[',']).await?;
    let change = "Change the key for “Hide or show the machine’s marks”, now H";
    page.the("button", change).await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    page.press(&['q']).await?;
    let changed = "Change the key for “Hide or show the machine’s marks”, now Q";
    has_keyboard(page, "button", changed).await?;
    page.press(&[Key::Escape.into()]).await?;
    page.until("the settings are closed", async || {
        page.holds("return !document.querySelector('dialog')").await
    })
    .await?;
    // Settings are written at once; a reload right after must find them.
    tokio_pause().await;
    page.reload().await?;
    let before = drawn(page).await?;
    page.press(&['h']).await?;
    ensure!(drawn(page).await? == before, "H is still a command");
    page.press(&['q']).await?;
    page.until("Q hides the machine's marks", async || {
        Ok(drawn(page).await? == 0)
    })
    .await
}

async fn tokio_pause() {
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
}

async fn type_keys(page: &Page, text: &str) -> Result<()> {
    for letter in text.chars() {
        page.press(&[letter]).await?;
    }
    Ok(())
}

async fn has_keyboard(page: &Page, role: &str, name: &str) -> Result<()> {
    let found = page.the(role, name).await?;
    page.until(&format!("“{name}” has the keyboard"), async || {
        found.has_focus().await
    })
    .await
}

async fn has_keyboard_by(page: &Page, id: &str) -> Result<()> {
    let script = format!("return document.activeElement.id === '{id}'");
    page.until(&format!("{id} has the keyboard"), async || {
        page.holds(&script).await
    })
    .await
}

/// How many findings of the machine are drawn.
async fn drawn(page: &Page) -> Result<u64> {
    let script = "return new Set(Array.from(document.querySelectorAll('main article [data-ids]'),
        (mark) => mark.dataset.ids).join(' ').split(' ').filter((id) => id && !id.startsWith('blanket'))).size";
    Ok(page
        .script(script, Value::Null)
        .await?
        .as_u64()
        .unwrap_or(0))
}

in_both_browsers!(everything_is_found_by_keys);
