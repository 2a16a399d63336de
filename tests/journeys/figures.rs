//! A teacher takes the drawings along: as SVG that needs nothing else, and as PNG; the same stands in
//! tables; and pointing at a voice of the chain lights what it carries.

use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::Value;
use sourcelight_e2e::Page;

use crate::steps::open_tab;

async fn drawings_are_taken_along(page: Page) -> Result<()> {
    page.open().await?;
    // A file is handed over by a link that is never in the page.
    let catch = "window.files = [];
        HTMLAnchorElement.prototype.click = function () { window.files.push([this.download, this.href]); };
        return true";
    ensure!(page.holds(catch).await?, "links cannot be caught");
    page.press(&['g']).await?;
    for figure in [
        "What covers the text, from start to end",
        "Voices by words",
        "How it got here",
    ] {
        let svg = taken(&page, &format!("SVG file of “{figure}”")).await?;
        ensure!(svg.0.ends_with(".svg"), "its name is {}", svg.0);
        let drawn = parsed(&page, &svg.1).await?;
        ensure!(drawn.is_empty(), "the SVG of “{figure}”: {drawn}");
        let png = taken(&page, &format!("PNG file of “{figure}”")).await?;
        ensure!(png.0.ends_with(".png"), "its name is {}", png.0);
        ensure!(
            png.1.starts_with("data:image/png;base64,") && png.1.len() > 3_000,
            "the PNG of “{figure}” is {} long",
            png.1.len()
        );
    }
    page.the("button", "Close").await?.click().await?;
    a_node_lights_what_it_carries(&page).await
}

/// Presses a button and answers the file's name and address.
async fn taken(page: &Page, button: &str) -> Result<(String, String)> {
    page.script("window.files = []; return null", Value::Null)
        .await?;
    page.the("button", button).await?.click().await?;
    page.until(&format!("{button} is handed over"), async || {
        page.holds("return window.files.length === 1").await
    })
    .await?;
    let file = page.script("return window.files[0]", Value::Null).await?;
    let part = |index: usize| file[index].as_str().map(str::to_owned);
    Ok((part(0).context("no name")?, part(1).context("no address")?))
}

/// What is wrong with an SVG file.
async fn parsed(page: &Page, address: &str) -> Result<String> {
    let script = "
        const text = decodeURIComponent(arguments[0].split(',').slice(1).join(','));
        const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
        if (svg.nodeName !== 'svg') return 'does not parse';
        if (!svg.querySelector('title').textContent) return 'has no title';
        if (svg.querySelector('[class], [style], [role], [tabindex]')) return 'has what only the page needs';
        const shapes = Array.from(svg.querySelectorAll('rect, path, text'));
        if (shapes.length < 5) return 'is nearly empty';
        if (shapes.some((shape) => !shape.getAttribute('fill'))) return 'leaves its colours to a style sheet';
        return ''";
    let answer = page.script(script, address.into()).await?;
    Ok(answer.as_str().context("no answer")?.to_owned())
}

async fn a_node_lights_what_it_carries(page: &Page) -> Result<()> {
    open_tab(page, "Sources").await?;
    let lit = "return document.querySelectorAll('article .in-focus').length";
    ensure!(
        page.script(lit, Value::Null).await? == 0,
        "something is lit before"
    );
    page.css(".chain [role=button]").await?.focus().await?;
    let some = format!("{lit} > 0");
    page.until("its passages are lit", async || page.holds(&some).await)
        .await?;
    page.press(&[Key::Enter.into()]).await?;
    page.until("its card is in focus", async || {
        page.holds("return Boolean(document.querySelector('.voice.in-focus'))")
            .await
    })
    .await
}

in_both_browsers!(drawings_are_taken_along);
