//! Steps that several journeys take.

use anyhow::{Context, Result};
use sourcelight_e2e::{Found, Mark, Page};

/// Words of the sample that stand in one sentence and one paragraph.
pub(crate) const WORDS: &str = "disregarding the losses they incur";

/// Opens a tab of the side panel.
pub(crate) async fn open_tab(page: &Page, name: &str) -> Result<Found> {
    page.the("tab", name).await?.click().await?;
    page.the("tabpanel", name).await
}

/// Writes a note on [`WORDS`], with the mouse.
pub(crate) async fn write_note(page: &Page, text: &str) -> Result<()> {
    page.select_words(WORDS).await?;
    page.the("toolbar", "Selection")
        .await?
        .the("button", "Note")
        .await?
        .click()
        .await?;
    page.the("textbox", "Note").await?.type_text(text).await?;
    page.the("button", "Save note").await?.click().await?;
    note_is_listed(page, text).await
}

/// Waits until the Notes tab lists the note.
pub(crate) async fn note_is_listed(page: &Page, text: &str) -> Result<()> {
    let notes = open_tab(page, "Notes").await?;
    page.until("the note is listed", async || {
        Ok(notes.text().await?.contains(text))
    })
    .await
}

/// Waits until all is kept.
pub(crate) async fn saved(page: &Page) -> Result<()> {
    let said = "return Array.from(document.querySelectorAll('[role=status]'))
        .some((status) => /\\bSaved\\b/.test(status.textContent))";
    page.until("it says that all is saved", async || page.holds(said).await)
        .await
}

/// The ids of the Claims tab's items that are only suggested so far, in its order.
pub(crate) async fn suggested_claims(page: &Page) -> Result<Vec<String>> {
    open_tab(page, "Claims").await?;
    page.css("[role=tabpanel] li[data-id]").await?;
    let script = "return Array.from(document.querySelectorAll('[role=tabpanel] li[data-id]'), (item) => item.dataset.id)";
    let ids = page.script(script, serde_json::Value::Null).await?;
    let ids = ids.as_array().context("the claims are no list")?;
    let marks = page.marks().await?;
    let suggested = |id: &String| {
        marks
            .iter()
            .any(|mark| mark.status == "suggested" && mark.ids.contains(id))
    };
    Ok(ids
        .iter()
        .filter_map(|id| id.as_str().map(str::to_owned))
        .filter(suggested)
        .collect())
}

/// Presses the button of a claim.
pub(crate) async fn press_on_claim(page: &Page, id: &str, button: &str) -> Result<()> {
    open_tab(page, "Claims").await?;
    let item = page.css(&format!("li[data-id=\"{id}\"]")).await?;
    item.reveal().await?;
    item.the("button", button).await?.click().await
}

/// Waits until the segments of a finding are as asked.
pub(crate) async fn finding_becomes(
    page: &Page,
    id: &str,
    what: &str,
    as_asked: fn(&[Mark]) -> bool,
) -> Result<()> {
    let becomes = async || Ok(as_asked(&page.marks_of(id).await?));
    page.until(&format!("finding {id} is {what}"), becomes)
        .await
}

/// Whether a finding is accepted: drawn, and some segment of it says so.
pub(crate) fn accepted(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| mark.status == "accepted")
}

/// Whether a finding is only suggested.
pub(crate) fn suggested(marks: &[Mark]) -> bool {
    marks.iter().any(|mark| mark.status == "suggested")
}

/// Whether a finding is rejected: not drawn.
pub(crate) fn rejected(marks: &[Mark]) -> bool {
    marks.is_empty()
}

/// Words that stand in every file of `tests/fixtures/formats`.
pub(crate) const FIXTURE_WORDS: &str = "before every beam has been tested";

/// Waits until the article on the page has these words.
pub(crate) async fn article_has(page: &Page, words: &str) -> Result<()> {
    let script = "const article = document.querySelector('main article');
        return Boolean(article) && article.textContent.replace(/\\s+/g, ' ').includes(arguments[0])";
    page.until(&format!("the article says “{words}”"), async || {
        Ok(page.script(script, words.into()).await? == serde_json::Value::Bool(true))
    })
    .await
}

/// Waits until the reader is told this.
pub(crate) async fn reported(page: &Page, words: &str) -> Result<()> {
    let script = "return Array.from(document.querySelectorAll('[role=alert]'))
        .some((place) => place.textContent.includes(arguments[0]))";
    page.until(&format!("the reader is told “{words}”"), async || {
        Ok(page.script(script, words.into()).await? == serde_json::Value::Bool(true))
    })
    .await
}

/// Drops files of `tests/fixtures/formats` on the page.
pub(crate) async fn drop_files(page: &Page, names: &[&str]) -> Result<()> {
    let folder = xtask::workspace::root().join("tests/fixtures/formats");
    let mut files = Vec::new();
    for name in names {
        let bytes = std::fs::read(folder.join(name)).with_context(|| format!("reading {name}"))?;
        files.push(serde_json::json!({ "name": name, "bytes": bytes }));
    }
    drop_made(page, files.into()).await
}

/// Drops files given by their names and bytes on the page.
pub(crate) async fn drop_made(page: &Page, files: serde_json::Value) -> Result<()> {
    let script = "const data = new DataTransfer();
        for (const { name, bytes } of arguments[0]) data.items.add(new File([new Uint8Array(bytes)], name));
        const over = (type) => document.body.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
        over('dragenter'); over('dragover'); over('drop');";
    page.script(script, files).await.map(drop)
}

/// Pastes on the page, with no field chosen.
pub(crate) async fn paste(page: &Page, text: &str, html: &str) -> Result<()> {
    let script = "const data = new DataTransfer();
        if (arguments[0].text) data.setData('text/plain', arguments[0].text);
        if (arguments[0].html) data.setData('text/html', arguments[0].html);
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
        // Firefox leaves the data out of an event that a script makes.
        Object.defineProperty(event, 'clipboardData', { value: data });
        document.body.dispatchEvent(event);";
    let parcel = serde_json::json!({ "text": text, "html": html });
    page.script(script, parcel).await.map(drop)
}
