//! A wasm panic: the rescue page opens and gets at the notes without wasm.

use anyhow::Result;
use serde_json::{Value, json};
use sourcelight_e2e::Page;

use crate::steps::{saved, write_note};

const NOTE: &str = "To be rescued";

async fn a_panic_leads_to_the_rescue_page(page: Page) -> Result<()> {
    page.open().await?;
    write_note(&page, NOTE).await?;
    saved(&page).await?;
    // The trap is the point of this journey, and the console says so.
    page.expect_findings();
    page.script(TRAP, Value::Null).await?;
    let there = async || {
        Ok(page
            .client()
            .current_url()
            .await?
            .path()
            .ends_with("/rescue.html"))
    };
    page.until("the rescue page is open", there).await?;
    page.until("the rescue page has the note", async || {
        let script = "return document.body.innerText.includes(arguments[0])";
        Ok(page.script(script, json!(NOTE)).await? == true)
    })
    .await
}

/// What a Rust panic is to the page: a wasm function that reaches `unreachable`. The module is
/// `(module (func (export "f") unreachable))`.
const TRAP: &str = "
    // Firefox runs a driver's scripts beside the page; the trap has to be the page's own.
    const page = window.wrappedJSObject || window;
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
                   7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { Instance, Module } = page.WebAssembly;
    const { exports } = new Instance(new Module(page.Uint8Array.from(page.JSON.parse(JSON.stringify(bytes)))));
    page.setTimeout(exports.f);";

in_both_browsers!(a_panic_leads_to_the_rescue_page);
