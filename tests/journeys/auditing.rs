//! An audit, by mouse and by keys: seen to, asked, undone, kept, handed on.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use sourcelight_e2e::Page;

use crate::steps::saved;

const WORDS: &str = "Which ministry says so?";

async fn an_article_is_audited(page: Page) -> Result<()> {
    page.open().await?;
    page.the("button", "Audit").await?.click().await?;
    let list = page.the("tabpanel", "To see to").await?;
    let all = open_items(&page).await?;
    ensure!(all > 3, "the sample has {all} things to see to");

    // By keys: accept the first, dismiss the second, ask about the third.
    for key in ['.', 'a', '.', 'x', '.', 'w'] {
        page.press(&[key]).await?;
    }
    left(&page, all - 3).await?;
    ensure!(
        list.text()
            .await?
            .contains("1 accepted · 1 dismissed · 1 for the desk"),
        "the counts do not say what was decided"
    );
    page.press(&[Key::Control.into(), 'z']).await?;
    left(&page, all - 2).await?;
    page.press(&[Key::Control.into(), Key::Shift.into(), 'z'])
        .await?;
    left(&page, all - 3).await?;

    // By mouse: the question in other words.
    page.the("tab", "For the desk").await?.click().await?;
    let question = page.the("textbox", "Question for the desk").await?;
    question.focus().await?;
    page.press(&[Key::Control.into(), 'a']).await?;
    question.type_text(WORDS).await?;
    page.the("tab", "To see to").await?.click().await?;
    page.until("the item shows the new question", async || {
        let list = page.the("tabpanel", "To see to").await?;
        Ok(list.text().await?.contains(WORDS))
    })
    .await?;
    saved(&page).await?;

    page.reload().await?;
    page.the("button", "Audit").await?.click().await?;
    left(&page, all - 3).await?;
    page.press(&[Key::Shift.into(), 'w']).await?;
    page.the("textbox", "Question for the desk").await?;
    let kept = "return document.querySelector('.desk-question textarea').value";
    let kept = page.script(kept, serde_json::Value::Null).await?;
    ensure!(kept == WORDS, "the question was not kept: {kept}");

    page.script(CAUGHT, serde_json::Value::Null).await?;
    page.the("button", "Save as a file").await?.click().await?;
    caught(&page, &[WORDS, "1. ", "Biden"]).await?;
    page.the("tab", "To see to").await?.click().await?;
    page.the("button", "Save audit note").await?.click().await?;
    caught(
        &page,
        &["## Audit", "- [x]", "## Questions for the desk", WORDS],
    )
    .await
}

/// Keeps what the page saves as a file.
const CAUGHT: &str = "window.caught = '';
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => { blob.text().then((text) => { window.caught = text; }); return make.call(URL, blob); };";

/// Waits until a file with these words was saved.
async fn caught(page: &Page, words: &[&str]) -> Result<()> {
    for word in words {
        let has = "return window.caught.includes(arguments[0])";
        page.until(&format!("a file with “{word}” is saved"), async || {
            Ok(page.script(has, (*word).into()).await? == serde_json::Value::Bool(true))
        })
        .await?;
    }
    Ok(())
}

/// Waits until so many things are left to see to.
async fn left(page: &Page, count: usize) -> Result<()> {
    page.until(&format!("{count} things are left"), async || {
        Ok(open_items(page).await? == count)
    })
    .await
}

/// How many things nobody has seen to, as the list's signs say.
async fn open_items(page: &Page) -> Result<usize> {
    page.css(".audit-item").await?;
    let count = "return document.querySelectorAll('.audit-item .outcome.open').length";
    let count = page.script(count, serde_json::Value::Null).await?;
    Ok(usize::try_from(count.as_u64().unwrap_or_default())?)
}

in_both_browsers!(an_article_is_audited);
