//! The workers. Each is named in the page as `<meta name="sourcelight:NAME" content="NAME.js">`,
//! built by Trunk as a `no-modules` worker (`NAME.js` and `NAME_bg.wasm`, unhashed), and found by the
//! app through that meta.
//!
//! A worker is started from one classic script of our own origin: wasm-bindgen's glue with
//! `static/boot-worker.js` behind it. So it needs no Blob, no `importScripts` and no second request
//! before its wasm.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::assets;
use super::staging::Staging;

/// What `static/boot-worker.js` calls the wasm.
const WASM_IN_BOOT: &str = "./worker_bg.wasm";

/// Completes the script of every worker the page names. The scripts get their hashed names with the
/// other assets.
pub(super) fn finish_all(page: &str, staging: &mut Staging, boot: &Path) -> Result<()> {
    for script in assets::named(page) {
        let Some(wasm) = script
            .strip_suffix(".js")
            .map(|stem| format!("{stem}_bg.wasm"))
        else {
            continue;
        };
        if staging.has(&wasm) {
            finish(script, &wasm, staging, boot)?;
        }
    }
    Ok(())
}

fn finish(script: &str, wasm: &str, staging: &mut Staging, boot: &Path) -> Result<()> {
    let glue = staging.read(script)?;
    ensure!(
        glue.contains("wasm_bindgen ="),
        "{script} is no classic script: its link needs data-bindgen-target=\"no-modules\""
    );
    let boot_text =
        std::fs::read_to_string(boot).with_context(|| format!("reading {}", boot.display()))?;
    ensure!(
        boot_text.contains(WASM_IN_BOOT),
        "{} does not name {WASM_IN_BOOT}",
        boot.display()
    );
    let new_wasm = staging.hash_name(wasm)?;
    let boot_text = boot_text.replace(WASM_IN_BOOT, &format!("./{new_wasm}"));
    staging.write(script, &format!("{glue}\n{boot_text}"))
}
