//! The library: found by a word, opened, deleted with undo, and the bin.

use anyhow::{Result, ensure};
use sourcelight_e2e::Page;

use crate::steps::{article_has, drop_files, paste, saved, write_note};

async fn articles_are_found_opened_deleted_and_put_back(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, "On the sample").await?;
    drop_files(&page, &["article.docx"]).await?;
    article_has(&page, crate::steps::FIXTURE_WORDS).await?;
    paste(
        &page,
        "A third headline\n\nSomebody said something about it on Monday.",
        "",
    )
    .await?;
    article_has(&page, "Somebody said something").await?;
    saved(&page).await?;

    page.press(&['b']).await?;
    let library = page.the("dialog", "Library").await?;
    let rows = async |count: usize| {
        let script =
            "return document.querySelectorAll('dialog > ul.shelf > li').length === arguments[0]";
        page.until(&format!("{count} articles are listed"), async || {
            Ok(page.script(script, count.into()).await? == true)
        })
        .await
    };
    rows(3).await?;
    ensure!(
        library.text().await?.contains("1 note or decision"),
        "the sample's note is not counted"
    );
    let search = library
        .the("searchbox", "Search titles and outlets")
        .await?;
    ensure!(search.has_focus().await?, "the search has no focus");
    search.type_text("harbour").await?;
    rows(1).await?;
    let title = "Harbour bridge closes after inspectors find cracks";
    library
        .the("button", &format!("Delete “{title}”"))
        .await?
        .click()
        .await?;
    rows(0).await?;
    library.the("button", "Undo").await?.click().await?;
    rows(1).await?;
    library
        .the("button", &format!("Delete “{title}”"))
        .await?
        .click()
        .await?;
    rows(0).await?;

    // What is in the bin stays in it over a reload, and comes back from there.
    page.reload().await?;
    page.press(&['b']).await?;
    let library = page.the("dialog", "Library").await?;
    rows(2).await?;
    library
        .the("button", "Bin: 1 article")
        .await?
        .click()
        .await?;
    library
        .the("button", &format!("Put “{title}” back"))
        .await?
        .click()
        .await?;
    rows(3).await?;
    let search = library
        .the("searchbox", "Search titles and outlets")
        .await?;
    search.type_text("harbour").await?;
    rows(1).await?;
    library.the("button", title).await?.click().await?;
    article_has(&page, crate::steps::FIXTURE_WORDS).await
}

in_both_browsers!(articles_are_found_opened_deleted_and_put_back);
