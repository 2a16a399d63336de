//! Caret mode without a mouse, and a passage copied with its source.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use serde_json::Value;
use sourcelight_e2e::Page;

async fn a_passage_is_selected_by_keys_and_copied_with_its_source(page: Page) -> Result<()> {
    page.open().await?;
    let before = text(&page).await?;
    page.script(CLIPBOARD, Value::Null).await?;
    page.press(&['j']).await?;
    page.press(&['v']).await?;
    page.until("the caret stands in the text", async || {
        page.holds(
            "const at = document.querySelector('.text-caret');
            return Boolean(at) && at.getBoundingClientRect().height > 8",
        )
        .await
    })
    .await?;
    page.press(&[Key::Home.into()]).await?;
    for _ in 0..3 {
        page.press(&[Key::Control.into(), Key::Shift.into(), Key::Right.into()])
            .await?;
    }
    let words = selected(&page).await?;
    ensure!(
        words.split_whitespace().count() == 3,
        "three words were to be selected, not “{words}”"
    );
    // What is typed is no text here.
    page.press(&['z']).await?;
    ensure!(text(&page).await? == before, "a key has changed the text");
    ensure!(
        selected(&page).await? == words,
        "a key has let go of the selection"
    );

    page.press(&[Key::Enter.into()]).await?;
    let note = page
        .the("toolbar", "Selection")
        .await?
        .the("button", "Note")
        .await?;
    page.until("Enter leads to what can be done", async || {
        note.has_focus().await
    })
    .await?;
    page.press(&[Key::Shift.into(), 'c']).await?;
    page.until("it says that it was copied", async || {
        page.holds(
            "return Array.from(document.querySelectorAll('[role=status]'))
            .some((status) => status.textContent.includes('Copied with its source'))",
        )
        .await
    })
    .await?;
    let copied = page.script("return window.copied", Value::Null).await?;
    let copied = copied.as_str().unwrap_or_default().to_owned();
    for part in [words.as_str(), "— ", "Biden Approves"] {
        ensure!(copied.contains(part), "“{copied}” lacks “{part}”");
    }

    page.press(&[Key::Escape.into()]).await?;
    page.until("Esc leaves caret mode", async || {
        page.holds("return !document.querySelector('.text-caret')")
            .await
    })
    .await?;
    ensure!(text(&page).await? == before, "the text has changed");
    Ok(())
}

/// Keeps the plain text of what the page copies, with or without HTML beside it.
const CLIPBOARD: &str = "window.copied = '';
    const keep = {
        write: async ([item]) => { window.copied = await (await item.getType('text/plain')).text(); },
        writeText: async (text) => { window.copied = text; },
    };
    Object.defineProperty(navigator, 'clipboard', { value: keep, configurable: true });";

async fn text(page: &Page) -> Result<String> {
    let text = "return document.querySelector('main article').textContent";
    let text = page.script(text, Value::Null).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn selected(page: &Page) -> Result<String> {
    let words = page
        .script("return getSelection().toString()", Value::Null)
        .await?;
    Ok(words.as_str().unwrap_or_default().trim().to_owned())
}

in_both_browsers!(a_passage_is_selected_by_keys_and_copied_with_its_source);
