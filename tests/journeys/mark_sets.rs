//! Another's notes come in with a file: a set of their own, hidden and compared with the reader's.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::steps::{WORDS, drop_made, saved, write_note};

/// Words of the sample on which only the other has a note.
const ELSEWHERE: &str = "facing concerns within his own administration";

async fn anothers_notes_are_a_set_of_their_own(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, "Mine").await?;
    saved(&page).await?;
    let article = article_id(&page).await?;
    let note = |id: &str, quote: &str| {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": id, "type": "Annotation", "motivation": "commenting",
            "creator": { "type": "Person", "name": "Ann" },
            "created": "2024-11-20T10:00:00Z",
            "body": { "type": "TextualBody", "purpose": "commenting", "value": "Hers" },
            "target": { "source": article, "selector": { "type": "TextQuoteSelector", "exact": quote } },
        })
    };
    let file = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x:page", "type": "AnnotationPage",
        "items": [note("urn:x:1", WORDS), note("urn:x:2", ELSEWHERE)],
    });
    let bytes: Vec<u8> = file.to_string().into_bytes();
    drop_made(&page, json!([{ "name": "hers.jsonld", "bytes": bytes }])).await?;
    let dialog = page.the("dialog", "Taken in").await?;
    dialog.the("button", "Close").await?.click().await?;
    hers(&page, true).await?;

    page.the("checkbox", "Ann").await?.click().await?;
    hers(&page, false).await?;
    page.the("checkbox", "Ann").await?.click().await?;
    hers(&page, true).await?;

    page.the("button", "Compare sets").await?.click().await?;
    let compared = page.the("region", "Two sets compared").await?;
    let first = "const list = document.querySelector('.set-choice select');
        list.selectedIndex = 1; list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(first, Value::Null).await?;
    page.until("mine and hers are compared", async || {
        let text = compared.text().await?.to_lowercase();
        Ok(text.contains("in both (1)") && text.contains("only in “ann” (1)"))
    })
    .await?;
    ensure!(
        compared.text().await?.contains(ELSEWHERE),
        "what only she has is not listed"
    );
    compared
        .the("button", "Back to the lists")
        .await?
        .click()
        .await?;

    page.reload().await?;
    hers(&page, true).await
}

/// Waits until the note that only she has is drawn as one that came in, or is not drawn.
async fn hers(page: &Page, drawn: bool) -> Result<()> {
    page.until(&format!("her notes are drawn: {drawn}"), async || {
        let marks = page.marks().await?;
        let mut imported = marks.iter().filter(|mark| mark.origin.contains("imported"));
        Ok(imported.any(|mark| ELSEWHERE.contains(&mark.text)) == drawn)
    })
    .await
}

/// The id of the article that is kept.
async fn article_id(page: &Page) -> Result<String> {
    let script = "const done = arguments[arguments.length - 1];
        indexedDB.open('sourcelight').onsuccess = ({ target }) => {
            const all = target.result.transaction('articles').objectStore('articles').getAllKeys();
            all.onsuccess = () => { target.result.close(); done(all.result[0]); };
        };";
    let id = page.client().execute_async(script, vec![]).await?;
    id.as_str().map(str::to_owned).context("no article is kept")
}

in_both_browsers!(anothers_notes_are_a_set_of_their_own);
