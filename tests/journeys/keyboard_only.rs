//! The same without a mouse.

use anyhow::{Result, ensure};
use fantoccini::key::Key;
use serde_json::json;
use sourcelight_e2e::Page;

use crate::steps::{WORDS, saved};

const NOTE: &str = "Written without a mouse";

async fn everything_by_keys(page: Page) -> Result<()> {
    page.open().await?;
    the_first_tab_stop_shows(&page).await?;

    page.press(&['j']).await?;
    page.press(&['a']).await?;
    accepted_are(&page, true).await?;
    page.press(&[Key::Control.into(), 'z']).await?;
    accepted_are(&page, false).await?;
    page.press(&[Key::Control.into(), Key::Shift.into(), 'z'])
        .await?;
    accepted_are(&page, true).await?;

    let before = drawn(&page).await?;
    page.press(&['j']).await?;
    page.press(&['x']).await?;
    page.until("the rejected one is gone", async || {
        Ok(drawn(&page).await? < before)
    })
    .await?;

    select_without_the_mouse(&page).await?;
    page.press(&['n']).await?;
    let note = page.the("textbox", "Note").await?;
    page.until("the note has the keyboard", async || note.has_focus().await)
        .await?;
    // A key that is a command elsewhere is a letter here.
    note.type_text(NOTE).await?;
    let save = page.the("button", "Save note").await?;
    for _ in 0..3 {
        if !save.has_focus().await? {
            page.press(&[Key::Tab.into()]).await?;
        }
    }
    ensure!(
        save.has_focus().await?,
        "Tab does not lead from the note to its button"
    );
    page.press(&[Key::Enter.into()]).await?;
    let notes = page.the("tabpanel", "Notes").await?;
    page.until("the note is listed", async || {
        Ok(notes.text().await?.contains(NOTE))
    })
    .await?;
    saved(&page).await?;

    arrows_walk_the_tabs(&page).await
}

async fn the_first_tab_stop_shows(page: &Page) -> Result<()> {
    page.press(&[Key::Tab.into()]).await?;
    let shown = "const at = document.activeElement;
        return at !== document.body && at.matches(':focus-visible') && at.getBoundingClientRect().width > 0";
    ensure!(
        page.holds(shown).await?,
        "the first Tab leads nowhere to be seen"
    );
    Ok(())
}

async fn arrows_walk_the_tabs(page: &Page) -> Result<()> {
    let claims = page.the("tab", "Claims").await?;
    claims.focus().await?;
    page.press(&[Key::Right.into()]).await?;
    let sources = page.the("tab", "Sources").await?;
    page.until("the arrow leads to the next tab", async || {
        sources.has_focus().await
    })
    .await
}

/// Waits until some segment is accepted, or none is.
async fn accepted_are(page: &Page, there: bool) -> Result<()> {
    let is_so = async || {
        Ok(page
            .marks()
            .await?
            .iter()
            .any(|mark| mark.status == "accepted")
            == there)
    };
    page.until(
        if there {
            "one is accepted"
        } else {
            "none is accepted"
        },
        is_so,
    )
    .await
}

/// How many findings are drawn.
async fn drawn(page: &Page) -> Result<usize> {
    let marks = page.marks().await?;
    let ids: std::collections::BTreeSet<_> = marks.iter().flat_map(|mark| &mark.ids).collect();
    Ok(ids.len())
}

/// As a browser's caret browsing, or a screen reader, selects.
async fn select_without_the_mouse(page: &Page) -> Result<()> {
    let script = "
        const walker = document.createTreeWalker(document.querySelector('main article'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            const start = node.data.indexOf(arguments[0]);
            if (start < 0) continue;
            getSelection().setBaseAndExtent(node, start, node, start + arguments[0].length);
            return true;
        }
        return false;";
    // One word, which no mark splits.
    let word = WORDS.split(' ').next().unwrap_or(WORDS);
    ensure!(
        page.script(script, json!(word)).await? == true,
        "the article has no “{word}”"
    );
    page.the("toolbar", "Selection").await.map(drop)
}

in_both_browsers!(everything_by_keys);
