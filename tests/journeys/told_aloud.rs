//! What a screen reader is told: the landmarks, the tabs, what each finding and button is called, and what
//! is said of itself when something happens.

use anyhow::{Context, Result, ensure};
use sourcelight_e2e::Page;

use crate::steps::{open_tab, saved, suggested_claims, write_note};

async fn the_page_is_told_as_it_is_seen(page: Page) -> Result<()> {
    page.open().await?;
    the_frame(&page).await?;
    the_tabs(&page).await?;
    a_finding(&page).await?;
    what_happens_is_said(&page).await?;
    the_dialogs(&page).await
}

async fn the_frame(page: &Page) -> Result<()> {
    for (selector, role, name) in [
        ("main", "main", None),
        ("header", "banner", None),
        ("nav.outline", "navigation", Some("Outline")),
        ("aside.panel", "complementary", Some("Findings and notes")),
        ("main article", "article", None),
        ("main article h1", "heading", None),
        ("ul.facts", "list", Some("What this story rests on")),
        (".saved", "status", None),
        (".notices", "alert", None),
        (".outline svg.strip", "image", None),
    ] {
        is_told(page, selector, role, name).await?;
    }
    let one_of_each = "return ['main', 'header', 'nav', 'aside', 'h1'].filter(
        (name) => document.querySelectorAll(name).length !== 1).join(', ')";
    let wrong = page.script(one_of_each, ().into()).await?;
    ensure!(wrong == "", "not one each of {wrong}");
    let (_, strip) = page.told_of(".outline svg.strip").await?;
    ensure!(strip.contains('%'), "a strip is called “{strip}”");
    Ok(())
}

async fn the_tabs(page: &Page) -> Result<()> {
    is_told(
        page,
        "[role=tablist]",
        "tablist",
        Some("Findings and notes"),
    )
    .await?;
    for tab in ["Claims", "Sources", "Controversy", "Checks", "Notes"] {
        open_tab(page, tab).await?;
        is_told(page, "[role=tab][aria-selected=true]", "tab", Some(tab)).await?;
        is_told(page, "#tab-panel", "tabpanel", Some(tab)).await?;
        let bound = "const tab = document.querySelector('[role=tab][aria-selected=true]');
            return document.getElementById(tab.getAttribute('aria-controls'))?.getAttribute('role') === 'tabpanel'
                && document.querySelectorAll('[role=tab][tabindex=\"0\"]').length === 1";
        ensure!(page.holds(bound).await?, "the tab {tab} names no panel");
    }
    Ok(())
}

/// The side list is how a screen reader gets at the marks: an item has its words, its reason and its
/// buttons, and says whether it is accepted.
async fn a_finding(page: &Page) -> Result<()> {
    let claims = suggested_claims(page).await?;
    let first = claims.first().context("nothing is suggested")?;
    let item = format!("li[data-id=\"{first}\"]");
    is_told(page, &item, "listitem", None).await?;
    let (role, name) = page.told_of(&format!("{item} .passage")).await?;
    ensure!(
        role == "button" && !name.trim().is_empty(),
        "the passage is the {role} “{name}”"
    );
    for (place, name) in [(1, "Accept"), (2, "Reject"), (3, "Note")] {
        let button = format!("{item} .row button:nth-of-type({place})");
        is_told(page, &button, "button", Some(name)).await?;
    }
    let pressed = page.css(&format!("{item} .row button")).await?;
    ensure!(
        pressed.attribute("aria-pressed").await?.as_deref() == Some("false"),
        "a suggestion does not say that it is not accepted"
    );
    let nameless = "return Array.from(document.querySelectorAll('button, a[href], input, select, textarea, [role=button]'))
        .filter((e) => e.checkVisibility() && !(e.ariaLabel || e.textContent.trim() || e.labels?.length || e.title))
        .map((e) => e.outerHTML.slice(0, 120)).join('; ')";
    let nameless = page.script(nameless, ().into()).await?;
    ensure!(nameless == "", "without a name: {nameless}");
    Ok(())
}

async fn what_happens_is_said(page: &Page) -> Result<()> {
    write_note(page, "Said aloud").await?;
    saved(page).await?;
    let (role, _) = page.told_of(".saved").await?;
    ensure!(role == "status", "the saved state is {role}");
    // A status that is made with its words in it is not read out; it has to stand there before.
    let same = "window.savedState ??= document.querySelector('.saved'); return window.savedState.isConnected";
    ensure!(page.holds(same).await?, "there is no saved state");
    page.press(&['j']).await?;
    page.press(&['a']).await?;
    saved(page).await?;
    ensure!(
        page.holds(same).await?,
        "the saved state is made anew and so is not read out"
    );
    Ok(())
}

async fn the_dialogs(page: &Page) -> Result<()> {
    for (key, name) in [
        ('?', "Help"),
        ('o', "Open an article"),
        ('b', "Library"),
        ('e', "Hand on"),
        (',', "Settings"),
        ('d', "Article details"),
        ('g', "Sourcing at a glance"),
    ] {
        let before = "window.before = document.activeElement; return null";
        page.script(before, ().into()).await?;
        page.press(&[key]).await?;
        is_told(page, "dialog[open]", "dialog", Some(name)).await?;
        let inside =
            "return document.querySelector('dialog[open]').contains(document.activeElement)";
        page.until(&format!("the keyboard is in “{name}”"), async || {
            page.holds(inside).await
        })
        .await?;
        page.press(&[fantoccini::key::Key::Escape.into()]).await?;
        page.until(&format!("“{name}” has given the keyboard back"), async || {
            page.holds("return !document.querySelector('dialog') && document.activeElement === window.before")
                .await
        })
        .await?;
    }
    Ok(())
}

async fn is_told(page: &Page, selector: &str, role: &str, name: Option<&str>) -> Result<()> {
    let (told, called) = page.told_of(selector).await?;
    // Browsers have two words for one role.
    let same =
        told == role || (role == "image" && told == "img") || (role == "img" && told == "image");
    ensure!(same, "{selector} is told as {told}, not as {role}");
    if let Some(name) = name {
        ensure!(
            called == name,
            "{selector} is called “{called}”, not “{name}”"
        );
    }
    Ok(())
}

in_both_browsers!(the_page_is_told_as_it_is_seen);
