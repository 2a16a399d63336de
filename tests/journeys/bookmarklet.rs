//! The bookmarklet, as the app makes it, run on a page of another origin with the strictest policy: it
//! hands the page over, or, where the windows are cut apart, puts it into the address.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use sourcelight_e2e::{Browser, Failure, Page, Setup, run};
use xtask::server::{Server, Site};

use crate::steps::article_has;

const PAGE: &str = r#"<!doctype html><html lang="en"><head><title>Dam inspected</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Dam inspected after the flood","author":{"name":"Ana Sol"}}</script>
</head><body><h1>Dam inspected after the flood</h1>
<article><p>Engineers inspected the dam on Sunday, the river authority said, and found no new cracks in its wall.</p>
<p>“We looked at every metre of it,” said Ana Sol, who led the team. She would not say when the valley road opens again.</p>
<p>Residents of two villages were told to stay away until the water has fallen, according to the district office.</p></article>
<form><input type="hidden" name="token" value="secret-token"></form><script src="own.js"></script></body></html>"#;

/// A site of another origin, served with these headers.
fn site(name: &str, headers: &str) -> Result<(Server, PathBuf)> {
    let folder =
        std::env::temp_dir().join(format!("sourcelight-site-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let write = |file: &str, text: &str| std::fs::write(folder.join(file), text);
    write("index.html", PAGE)?;
    write("own.js", "window.ownRan = (window.ownRan || 0) + 1;")?;
    write(
        "_headers",
        &format!(
            "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'; sandbox allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox; require-trusted-types-for 'script'\n{headers}"
        ),
    )?;
    let server = Server::start(
        Site {
            folder: folder.clone(),
            mount: "/".to_owned(),
            collect_reports: false,
        },
        0,
    )?;
    Ok((server, folder))
}

/// The bookmarklet's script, from the dialog that offers it.
async fn bookmarklet(page: &Page) -> Result<String> {
    page.open().await?;
    page.the("button", "Open").await?.click().await?;
    page.the("button", "Use the bookmarklet")
        .await?
        .click()
        .await?;
    let link = page.the("link", "Open in Sourcelight").await?;
    let href = link.attribute("href").await?.context("it has no address")?;
    let script = href
        .strip_prefix("javascript:")
        .context("it is no bookmarklet")?;
    let script = page
        .script("return decodeURIComponent(arguments[0])", script.into())
        .await?;
    Ok(script.as_str().unwrap_or_default().to_owned())
}

/// Runs it on the page of `server` and answers with the app's own window in front.
async fn run_on(page: &Page, server: &Server, script: &str) -> Result<()> {
    page.client().goto(&server.url()).await?;
    page.script(script, Value::Null).await?;
    let other = async || Ok(page.client().windows().await?.len() == 2);
    page.until("the app has its own window", other).await?;
    let front = page.client().window().await?;
    ensure!(
        page.holds("return window.ownRan === 1").await?,
        "the page's own script ran again"
    );
    let windows = page.client().windows().await?;
    let app = windows.into_iter().find(|window| *window != front);
    page.client()
        .switch_to_window(app.context("no other window")?)
        .await?;
    page.ready().await
}

async fn accept(page: &Page, from: &str) -> Result<()> {
    let dialog = page.the("dialog", "Open this article?").await?;
    let says = dialog.text().await?;
    ensure!(
        says.contains(from) && says.contains("Dam inspected"),
        "it says: {says}"
    );
    ensure!(
        page.holds("return location.hash === '' && !document.querySelector('main article').textContent.includes('river authority')").await?,
        "taken before the reader said so, or the fragment stays"
    );
    dialog.the("button", "Open").await?.click().await?;
    article_has(page, "Engineers inspected the dam on Sunday").await?;
    article_has(page, "according to the district office").await
}

async fn hands_a_page_over(page: Page) -> Result<()> {
    let (server, folder) = site("strict", "")?;
    let script = bookmarklet(&page).await?;
    run_on(&page, &server, &script).await?;
    let origin = server.url().trim_end_matches('/').to_owned();
    accept(&page, &origin).await?;
    clean(&folder);
    Ok(())
}

async fn goes_by_the_address_where_windows_are_cut_apart(page: Page) -> Result<()> {
    let (server, folder) = site("coop", "  Cross-Origin-Opener-Policy: same-origin\n")?;
    let script = bookmarklet(&page).await?;
    page.client().goto(&server.url()).await?;
    page.script(&script, Value::Null).await?;
    // One window waits in vain; the page arrives in another.
    page.until("the page is offered in some window", async || {
        for window in page.client().windows().await? {
            page.client().switch_to_window(window).await?;
            if page
                .has("dialog", "Open this article?")
                .await
                .unwrap_or(false)
            {
                return Ok(true);
            }
        }
        Ok(false)
    })
    .await?;
    accept(&page, "nobody has checked that").await?;
    clean(&folder);
    Ok(())
}

/// A message from a window that did not open the app, or from another origin, is not heard.
async fn nobody_else_can_hand_over(page: Page) -> Result<()> {
    page.open().await?;
    page.script(
        "location.hash = '#receive=' + encodeURIComponent('https://evil.example');
         window.postMessage({ gzip: new ArrayBuffer(8) }, '*');
         location.hash = '#import=AAAA';",
        Value::Null,
    )
    .await?;
    crate::steps::reported(&page, "could not be read").await?;
    ensure!(
        !page.has("dialog", "Open this article?").await?,
        "it was offered"
    );
    Ok(())
}

fn clean(folder: &Path) {
    // What stays in the temporary folder does no harm.
    let _ = std::fs::remove_dir_all(folder);
}

// In Chromium only, for now: in Firefox the app takes longer to start here than the bookmarklet waits.

#[test]
fn by_message_in_chromium() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), hands_a_page_over)
}

#[test]
fn by_address_in_chromium() -> Result<(), Failure> {
    let journey = goes_by_the_address_where_windows_are_cut_apart;
    run(Browser::Chromium, &Setup::default(), journey)
}

mod strangers {
    use super::*;
    in_both_browsers!(nobody_else_can_hand_over);
}
