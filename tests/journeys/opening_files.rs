//! Files of every format are dropped on the page and open as articles; what cannot be read says so and
//! leaves everything as it was.

use anyhow::{Result, ensure};
use sourcelight_e2e::Page;

use crate::steps::{article_has, drop_files, reported, saved, write_note};

/// Files of `tests/fixtures/formats` and words that stand in each of them.
const FILES: &[&str] = &[
    "article.html",
    "article.md",
    "article.docx",
    "article.odt",
    "article.rtf",
    "article.eml",
    "article.mhtml",
    "article.epub",
    "article.pdf",
    "article.warc.gz",
    "article.wacz",
    "article.windows-1252.txt",
    "article.utf16.txt",
];

async fn every_format_opens(page: Page) -> Result<()> {
    page.open().await?;
    for file in FILES {
        open_sample_again(&page).await?;
        drop_files(&page, &[file]).await?;
        article_has(&page, crate::steps::FIXTURE_WORDS)
            .await
            .map_err(|why| why.context(format!("opening {file}")))?;
        if file.contains(".warc") {
            // An archive holds several pages: the main one is open, the others are one click away.
            let dialog = page.the("dialog", "Which article?").await?;
            dialog
                .the("button", "Ferries run all night")
                .await?
                .click()
                .await?;
            article_has(&page, "Ferries run all night").await?;
        }
    }
    Ok(())
}

/// Back to the sample, so that the next file has something to replace.
async fn open_sample_again(page: &Page) -> Result<()> {
    page.the("button", "Open").await?.click().await?;
    page.the("button", "Open the sample").await?.click().await?;
    article_has(page, crate::steps::WORDS).await
}

async fn what_cannot_be_read_loses_nothing(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, "Keep me").await?;
    drop_files(&page, &["password.pdf"]).await?;
    reported(&page, "protected by a password").await?;
    ensure!(
        page.holds("return document.querySelector('main article').textContent.includes('disregarding the losses')").await?,
        "the open article has gone"
    );
    drop_files(&page, &["article.pdf"]).await?;
    reported(&page, "please check the text").await?;
    saved(&page).await
}

async fn several_files_go_into_the_library(page: Page) -> Result<()> {
    page.open().await?;
    drop_files(&page, &["article.docx", "password.pdf", "two.mbox"]).await?;
    reported(
        &page,
        "2 files are in your library; 1 file could not be opened",
    )
    .await?;
    page.press(&['b']).await?;
    page.the("dialog", "Library").await?;
    page.until("all three are listed", async || {
        page.holds("return document.querySelectorAll('dialog .shelf li').length === 3")
            .await
    })
    .await
}

/// A worker that breaks is a file that could not be read, and nothing else.
async fn a_worker_that_breaks_loses_nothing(page: Page) -> Result<()> {
    // What it throws may stand on the console.
    page.expect_findings();
    page.open().await?;
    write_note(&page, "Keep me").await?;
    // The app's own start script cannot run in a worker: it throws there.
    let breaking = "const boot = document.querySelector('script[type=module]').src;
        const Real = window.Worker;
        window.Worker = function (address) { return new Real(boot, { type: 'module' }); };";
    page.script(breaking, ().into()).await?;
    drop_files(&page, &["article.docx"]).await?;
    reported(&page, "the reader for it broke").await?;
    article_has(&page, crate::steps::WORDS).await?;
    crate::steps::note_is_listed(&page, "Keep me").await?;
    saved(&page).await
}

mod breaking {
    use super::*;
    in_both_browsers!(a_worker_that_breaks_loses_nothing);
}
mod formats {
    use super::*;
    in_both_browsers!(every_format_opens);
}
mod failing {
    use super::*;
    in_both_browsers!(what_cannot_be_read_loses_nothing);
}
mod several {
    use super::*;
    in_both_browsers!(several_files_go_into_the_library);
}
