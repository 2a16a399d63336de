//! Two kept articles on one story side by side.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use sourcelight_e2e::Page;

use crate::steps::{article_has, paste, saved};

/// Another outlet on the sample's story: a voice in common, another number, a sentence taken over.
const OTHER: &str = "Mines for Kyiv\n\nThe Pentagon said on Wednesday that the mines will help. \
    More than 160 countries have signed an international treaty prohibiting their use, an aid group said.\n\n\
    Arms control experts have stated that even 'non-persistent' mines pose security threats. \
    The treaty prohibiting the use of such weapons was signed by 133 countries, a lawyer said.";

async fn two_articles_stand_side_by_side(page: Page) -> Result<()> {
    page.open().await?;
    paste(&page, OTHER, "").await?;
    article_has(&page, "Mines for Kyiv").await?;
    saved(&page).await?;
    page.press(&['b']).await?;
    page.the("dialog", "Library")
        .await?
        .the("button", "Put another beside the open one")
        .await?
        .click()
        .await?;
    let dialog = page.the("dialog", "Two articles on one story").await?;
    let choose = "const list = document.querySelector('#second-story');
        if (!list) return false;
        list.selectedIndex = 1; list.dispatchEvent(new Event('change', { bubbles: true })); return true";
    page.until("the sample can be chosen", async || {
        page.holds(choose).await
    })
    .await?;
    page.until("the two are compared", async || {
        page.holds(
            "return document.querySelectorAll('.stories table').length === 2 ||
            document.querySelectorAll('.stories table').length === 3",
        )
        .await
    })
    .await?;
    let told = dialog.text().await?;
    for words in [
        "Pentagon",
        "Does not speak here",
        "have signed an international treaty",
    ] {
        ensure!(told.contains(words), "“{words}” is not in {told}");
    }
    let heads = "return Array.from(document.querySelectorAll('.stories table')).every((table) =>
        table.querySelectorAll('thead th[scope=col]').length === 3 && table.querySelector('tbody th[scope=row]'))";
    ensure!(page.holds(heads).await?, "a table has no heads");
    page.press(&[Key::Escape.into()]).await?;
    page.until("Esc closes it", async || {
        page.holds("return !document.querySelector('dialog')").await
    })
    .await?;
    Ok(())
}

in_both_browsers!(two_articles_stand_side_by_side);
