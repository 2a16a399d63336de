//! What is printed, as a PDF: the article with its numbers, then the lists of voices, of claims without a
//! source and of contested points, with address and dates. The app itself reads the PDF again.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use sourcelight_e2e::Page;

use crate::steps::{article_has, drop_made, saved, write_note};

async fn the_article_is_printed_with_its_lists(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, "Asked the ministry twice").await?;
    saved(&page).await?;
    let numbers = "return document.querySelectorAll('.paper-number, .paper').length === 0";
    ensure!(
        page.holds(numbers).await?,
        "the numbers stand on the screen"
    );

    let printed = page.print().await?;
    // For a person to look at.
    let folder = xtask::workspace::root().join("target/journeys");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("printed.pdf"), &printed)?;
    let text = text_of(&page, printed).await?;
    for words in [
        // The headline, a list of each kind, where it was found, and the note.
        "Biden Approves Supply",
        "Sources of this article",
        "Claims without a source",
        "Contested points",
        "Opened on",
        "Printed on",
        "Marked with",
        "Sourcelight",
        "U1",
        "C1",
        "N1",
        "Asked the ministry twice",
    ] {
        ensure!(text.contains(words), "“{words}” is not on paper:\n{text}");
    }
    for words in ["Got it", "Library", "Accept", "Machine’s marks"] {
        ensure!(!text.contains(words), "“{words}” is on paper");
    }
    Ok(())
}

/// Opens a PDF in the app and answers the text it finds in it.
async fn text_of(page: &Page, pdf: Vec<u8>) -> Result<String> {
    ensure!(pdf.starts_with(b"%PDF"), "no PDF was printed");
    drop_made(page, json!([{ "name": "printed.pdf", "bytes": pdf }])).await?;
    article_has(page, "Sources of this article").await?;
    // Its blocks only: the first steps stand between them.
    let script = "return Array.from(document.querySelectorAll('main article .block'), (block) => block.textContent)
        .join(' ').replace(/\\s+/g, ' ')";
    let text = page.script(script, ().into()).await?;
    Ok(text.as_str().context("the article has no text")?.to_owned())
}

in_both_browsers!(the_article_is_printed_with_its_lists);
