//! Markup that would run a program or reach the network (`tests/fixtures/xss`), through every way in, in
//! a real browser: nothing runs, no dialog opens, nothing is asked of anybody.

use std::fmt::Write;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sourcelight_e2e::{Browser, Failure, Page, Setup, run};

use crate::steps::{drop_made, paste};

const VECTORS: &str = include_str!("../fixtures/xss/vectors.txt");
/// The sentences around every vector, so that the page is an article.
const BEFORE: &str =
    "The council said on Monday that the bridge would stay closed until the spring.";
const AFTER: &str = "Nobody was hurt, according to the police, and the inquiry goes on.";

fn vectors() -> Vec<&'static str> {
    let lines = VECTORS.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(_, vector)| vector)
        .collect()
}

/// A page with one vector, told apart by its number.
fn page_with(number: usize, vector: &str) -> String {
    format!(
        "<html><head><title>Case number {number} of many</title></head><body><article><h1>Case number {number} of many</h1>\
         <p>{BEFORE}</p><p>Here: {vector}</p><p>{AFTER}</p><p>End of case {number}.</p></article></body></html>"
    )
}

/// Nothing ran: no global was set, no element that could do something stands in the article or a report.
async fn nothing_ran(page: &Page) -> Result<()> {
    let script = "
        if ('slx' in window) return 'a vector ran';
        const bad = document.querySelector(
            'main :is(script, iframe, object, embed, img, video, audio, link, style, form, base, meta, math, a[href]), main svg:not(.strip)');
        if (bad) return 'an element of it stands in the page: ' + bad.outerHTML;
        for (const element of document.querySelectorAll('main *, .notices *, dialog *'))
            for (const { name, value } of element.attributes)
                if (/^on/i.test(name) || (/^\\s*javascript:/i.test(value) && !element.matches('.bookmarklet, textarea')))
                    return 'an attribute of it stands in the page: ' + element.outerHTML;
        return null";
    let found = page.script(script, Value::Null).await?;
    ensure!(found.is_null(), "{found}");
    Ok(())
}

async fn pasted(page: Page) -> Result<()> {
    page.open().await?;
    ensure!(vectors().len() >= 100, "too few vectors");
    for (number, vector) in vectors().into_iter().enumerate() {
        // The text that comes with it is empty, so that only the markup can be taken.
        paste(&page, "", &page_with(number, vector)).await?;
        settled(&page, number).await?;
    }
    Ok(())
}

async fn dropped(page: Page) -> Result<()> {
    page.open().await?;
    for (number, vector) in vectors().into_iter().enumerate() {
        let name = format!("case{number}.html");
        let bytes = page_with(number, vector).into_bytes();
        drop_made(&page, json!([{ "name": name, "bytes": bytes }])).await?;
        settled(&page, number).await?;
    }
    Ok(())
}

async fn imported(page: Page) -> Result<()> {
    page.open().await?;
    let import = "const [page, done] = [arguments[0], arguments[arguments.length - 1]];
        const packed = new Blob([JSON.stringify(page)]).stream().pipeThrough(new CompressionStream('gzip'));
        new Response(packed).arrayBuffer().then((bytes) => {
            const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
            location.hash = '#import=' + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
            done(null);
        });";
    for (number, vector) in vectors().into_iter().enumerate() {
        let packed = json!({ "url": "https://site.example/", "title": vector, "html": page_with(number, vector) });
        page.client().execute_async(import, vec![packed]).await?;
        let dialog = page.the("dialog", "Open this article?").await?;
        nothing_ran(&page).await?;
        dialog.the("button", "Open").await?.click().await?;
        settled(&page, number).await?;
    }
    Ok(())
}

/// The case was opened, or the reader was told why not; either way nothing ran.
async fn settled(page: &Page, number: usize) -> Result<()> {
    let mut what = String::new();
    write!(what, "case {number}")?;
    let script = "return Boolean(document.querySelector('main article')?.textContent.includes(`Case number ${arguments[0]} of`)
        || document.querySelector('.notices .notice'))";
    page.until(&what, async || {
        Ok(page.script(script, number.into()).await? == json!(true))
    })
    .await?;
    nothing_ran(page).await.with_context(|| what.clone())?;
    // A report is read and put away, so that the next case has its own.
    let read = "for (const button of document.querySelectorAll('.notice button:last-child')) button.click();";
    page.script(read, Value::Null).await.map(drop)
}

/// The vectors are what they say: put into a page as markup, without our policy, they do run.
async fn the_vectors_are_live(page: Page) -> Result<()> {
    page.expect_findings();
    page.client()
        .goto("data:text/html,<body onload=self.slx=1>")
        .await?;
    page.until("a vector runs where nothing keeps it from it", async || {
        page.holds("return self.slx === 1").await
    })
    .await
}

#[test]
fn pasted_in_chromium() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), pasted)
}

#[test]
fn dropped_in_chromium() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), dropped)
}

#[test]
fn imported_in_chromium() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), imported)
}

#[test]
fn live_in_chromium() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), the_vectors_are_live)
}
