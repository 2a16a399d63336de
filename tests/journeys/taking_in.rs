//! Notes of others come in: Recogito's, and two versions of one note to choose from.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::steps::{WORDS, drop_made, note_is_listed, open_tab, saved, write_note};

async fn drop_json(page: &Page, name: &str, content: &Value) -> Result<()> {
    let bytes = content.to_string().into_bytes();
    drop_made(page, json!([{ "name": name, "bytes": bytes }])).await
}

/// Where words stand in the article, in UTF-16 code units of its text.
async fn place_of(page: &Page, words: &str) -> Result<(u64, u64)> {
    let script = "const done = arguments[arguments.length - 1];
        const request = indexedDB.open('sourcelight');
        request.onsuccess = () => {
            const all = request.result.transaction('articles').objectStore('articles').getAll();
            all.onsuccess = () => { request.result.close(); done(all.result[0].text.indexOf(arguments[0])); };
        };";
    let start = page
        .client()
        .execute_async(script, vec![json!(words)])
        .await?;
    let start = start
        .as_u64()
        .context("the article does not have the words")?;
    Ok((start, start + words.encode_utf16().count() as u64))
}

async fn recogitos_notes_stand_on_their_words(page: Page) -> Result<()> {
    page.open().await?;
    saved(&page).await?;
    let (start, end) = place_of(&page, WORDS).await?;
    let body =
        |said: &str| json!([{ "type": "TextualBody", "purpose": "commenting", "value": said }]);
    let quote = |exact: &str| json!({ "type": "TextQuoteSelector", "exact": exact });
    let notes = json!([
        { "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
          "id": "#9b6aa528-660a-4551-8265-66f45c61acab", "body": body("From RecogitoJS 🕊"),
          "target": { "selector": [quote(WORDS), { "type": "TextPositionSelector", "start": start, "end": end }] } },
        { "id": "0b6aa528-660a-4551-8265-66f45c61acab",
          "bodies": [{ "id": "b", "purpose": "commenting", "value": "From its text annotator" }],
          "target": { "annotation": "0b6aa528-660a-4551-8265-66f45c61acab",
                      "selector": [{ "quote": WORDS, "start": start, "end": end, "range": {} }] } },
    ]);
    drop_json(&page, "recogito.json", &notes).await?;
    let dialog = page.the("dialog", "Taken in").await?;
    let told = dialog.text().await?;
    ensure!(
        told.contains("2 notes or decisions are new here") || told.contains("2 notes"),
        "it says {told:?}"
    );
    dialog.the("button", "Close").await?.click().await?;
    for said in ["From RecogitoJS 🕊", "From its text annotator"] {
        note_is_listed(&page, said).await?;
    }
    let marked = page.marks().await?;
    ensure!(
        marked
            .iter()
            .any(|mark| mark.is("note") && WORDS.contains(&mark.text)),
        "the words are not marked"
    );
    page.reload().await?;
    note_is_listed(&page, "From RecogitoJS 🕊").await?;
    // The same file again brings nothing.
    drop_json(&page, "recogito.json", &notes).await?;
    let dialog = page.the("dialog", "Taken in").await?;
    let told = dialog.text().await?;
    ensure!(told.contains("were here already"), "it says {told:?}");
    dialog.the("button", "Close").await?.click().await
}

in_both_browsers!(recogitos_notes_stand_on_their_words);

mod conflict {
    use super::*;

    /// A W3C note under this id on [`WORDS`].
    fn note(said: &str, modified: &str, (start, end): (u64, u64), article: &str) -> Value {
        json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "urn:uuid:1",
            "motivation": "commenting", "created": "2024-01-01T00:00:00Z", "modified": modified,
            "body": [{ "type": "TextualBody", "purpose": "commenting", "value": said }],
            "target": [{ "source": article, "selector": [
                { "type": "TextQuoteSelector", "exact": WORDS },
                { "type": "TextPositionSelector", "start": start, "end": end }] }],
        })
    }

    async fn of_two_versions_the_reader_chooses(page: Page) -> Result<()> {
        page.open().await?;
        saved(&page).await?;
        let place = place_of(&page, WORDS).await?;
        let script = "return document.querySelector('article').textContent.length";
        ensure!(
            page.script(script, Value::Null).await? != 0,
            "there is no article"
        );
        let id = "const done = arguments[arguments.length - 1];
            const request = indexedDB.open('sourcelight');
            request.onsuccess = () => {
                const all = request.result.transaction('articles').objectStore('articles').getAllKeys();
                all.onsuccess = () => { request.result.close(); done(all.result[0]); };
            };";
        let id = page.client().execute_async(id, vec![]).await?;
        let id = id.as_str().context("no article is kept")?;

        drop_json(
            &page,
            "a.jsonld",
            &note("theirs", "2024-01-01T00:00:00Z", place, id),
        )
        .await?;
        page.the("dialog", "Taken in")
            .await?
            .the("button", "Close")
            .await?
            .click()
            .await?;
        note_is_listed(&page, "theirs").await?;
        // Changed here, and changed there.
        page.the("button", "Edit").await?.click().await?;
        let area = page.the("textbox", "Note").await?;
        area.type_text("mine, not ").await?;
        page.the("button", "Save note").await?.click().await?;
        saved(&page).await?;
        drop_json(
            &page,
            "b.jsonld",
            &note("theirs, later", "2024-02-01T00:00:00Z", place, id),
        )
        .await?;
        let dialog = page.the("dialog", "Taken in").await?;
        let told = dialog.text().await?;
        ensure!(
            told.contains("mine") && told.contains("theirs, later"),
            "not both are shown: {told:?}"
        );
        // Until the reader chooses, ours stands.
        dialog.the("button", "Close").await?.click().await?;
        let notes = open_tab(&page, "Notes").await?.text().await?;
        ensure!(
            notes.contains("mine") && !notes.contains("later"),
            "replaced: {notes:?}"
        );
        drop_json(
            &page,
            "b.jsonld",
            &note("theirs, later still", "2024-03-01T00:00:00Z", place, id),
        )
        .await?;
        let dialog = page.the("dialog", "Taken in").await?;
        let take = "const all = document.querySelectorAll('dialog .conflicts button'); all[all.length - 1].click()";
        page.css("dialog .conflicts button").await?;
        page.script(take, Value::Null).await?;
        let taken = "return document.querySelector('dialog .conflicts [role=status]') !== null";
        page.until("the other version is taken", async || {
            page.holds(taken).await
        })
        .await?;
        dialog.the("button", "Close").await?.click().await?;
        let notes = open_tab(&page, "Notes").await?.text().await?;
        ensure!(
            notes.contains("theirs, later"),
            "the other is not there: {notes:?}"
        );
        write_note(&page, "and the rest goes on").await?;
        saved(&page).await
    }

    in_both_browsers!(of_two_versions_the_reader_chooses);
}
