//! Tab leads through everything, and wherever the keyboard is, it is seen: not on nothing, not outside the
//! window, not under something else (WCAG 2.2, 2.4.3, 2.4.7 and 2.4.11).

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use sourcelight_e2e::{Browser, Failure, Look, Page, Setup, run};

use crate::steps::{accepted, finding_becomes, suggested_claims, write_note};

async fn tab_leads_through_everything(page: Page) -> Result<()> {
    page.open().await?;
    through_the_page(&page, 140).await?;
    for key in ['?', 'o', 'b', 'e', ',', 'd', 'g'] {
        page.press(&[key]).await?;
        page.css("dialog[open]").await?;
        through_the_page(&page, 40)
            .await
            .with_context(|| format!("in the dialog of {key}"))?;
        page.press(&[Key::Escape.into()]).await?;
        page.until("the dialog is closed", async || {
            page.holds("return !document.querySelector('dialog')").await
        })
        .await?;
    }
    Ok(())
}

async fn on_a_phone_too(page: Page) -> Result<()> {
    let look = Look {
        width: 375,
        height: 812,
        less_motion: true,
        ..Look::default()
    };
    page.look_through(look).await?;
    tab_leads_through_everything(page).await
}

async fn through_the_page(page: &Page, steps: usize) -> Result<()> {
    for _ in 0..steps {
        page.press(&[Key::Tab.into()]).await?;
        let lost = page.script(LOST, ().into()).await?;
        ensure!(lost == "", "{}", lost.as_str().unwrap_or_default());
    }
    Ok(())
}

/// Why the keyboard is not to be seen where it is; nothing where it is, or where it has left the page.
const LOST: &str = "
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return '';
    const called = at.outerHTML.slice(0, 140);
    // A date's field lights its day, month or year instead; a dialog is its own frame.
    if (!at.matches(':focus-visible, [type=date], dialog')) return 'no ring around ' + called;
    const boxes = Array.from(at.getClientRects()).filter((box) => box.width > 0 && box.height > 0);
    if (boxes.length === 0) return 'nothing to be seen of ' + called;
    const seen = boxes.some((box) => {
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        if (right <= left || bottom <= top) return false;
        for (const across of [0.1, 0.3, 0.5, 0.7, 0.9]) for (const down of [0.1, 0.5, 0.9]) {
            const there = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
            if (there && (at.contains(there) || there.contains(at) && there !== document.body)) return true;
        }
        return false;
    });
    return seen ? '' : 'hidden: ' + called + ' ' + JSON.stringify(at.getBoundingClientRect())";

/// What has the keyboard may go, or be drawn anew: then something near takes it, never nothing.
async fn what_goes_hands_the_keyboard_on(page: Page) -> Result<()> {
    page.open().await?;
    let claims = suggested_claims(&page).await?;
    let first = claims.first().context("nothing is suggested")?.clone();
    let item = page.css(&format!("li[data-id=\"{first}\"]")).await?;
    item.the("button", "Accept").await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    finding_becomes(&page, &first, "accepted", accepted).await?;
    somewhere(&page, "accepting").await?;
    item.the("button", "Reject").await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    finding_becomes(&page, &first, "rejected", |marks| marks.is_empty()).await?;
    somewhere(&page, "rejecting").await?;

    write_note(&page, "To be deleted").await?;
    somewhere(&page, "saving a note").await?;
    page.the("button", "Delete").await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    page.until("the note is gone", async || {
        page.holds("return !document.querySelector('.note-words')")
            .await
    })
    .await?;
    somewhere(&page, "deleting a note").await?;

    page.press(&[Key::Control.into(), 'z']).await?;
    page.css(".note-words").await?;
    page.the("button", "Edit").await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    page.the("button", "Cancel").await?.focus().await?;
    page.press(&[Key::Enter.into()]).await?;
    somewhere(&page, "leaving a note as it was").await
}

async fn somewhere(page: &Page, after: &str) -> Result<()> {
    // What is drawn anew is there a moment later.
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    ensure!(
        page.holds(
            "return document.activeElement !== document.body && document.activeElement.isConnected"
        )
        .await?,
        "after {after} the keyboard is nowhere"
    );
    Ok(())
}

mod handed_on {
    use super::*;
    in_both_browsers!(what_goes_hands_the_keyboard_on);
}

// Firefox hands Tab on to its own bars at a page's end and draws no ring when it comes back from them.
#[test]
fn at_a_desk() -> Result<(), Failure> {
    run(
        Browser::Chromium,
        &Setup::default(),
        tab_leads_through_everything,
    )
}

#[test]
fn on_a_phone() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), on_a_phone_too)
}
