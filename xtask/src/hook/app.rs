//! The app itself: its wasm, the glue wasm-bindgen made for it, and `static/boot.js`, which starts it.
//!
//! Trunk.toml has Trunk write `<script type="module" src="boot.js" data-glue="…" data-wasm="…">`
//! where it would otherwise put a script of its own into the page.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::page::{replaced, tags};
use super::staging::Staging;

/// What `static/boot.js` calls the glue.
const GLUE_IN_BOOT: &str = "./sourcelight.js";

/// Names the app's files by their content, and answers the page that loads them.
pub(super) fn finish(page: &str, staging: &mut Staging, boot: &Path) -> Result<String> {
    let scripts = tags(page, "script");
    let script = scripts
        .iter()
        .find(|script| script.attribute("data-glue").is_some())
        .context(
            "index.html has no <script data-glue>: is `pattern_script` still in Trunk.toml?",
        )?;
    let attribute = |name| {
        script
            .attribute(name)
            .with_context(|| format!("the app's script has no {name}"))
    };
    let (source, glue, wasm) = (
        attribute("src")?,
        attribute("data-glue")?,
        attribute("data-wasm")?,
    );

    let new_wasm = staging.hash_name(wasm)?;
    let new_glue =
        staging.hash_name(&rename_inside(glue, &bare_wasm(glue)?, &new_wasm, staging)?)?;
    let boot_text =
        std::fs::read_to_string(boot).with_context(|| format!("reading {}", boot.display()))?;
    ensure!(
        boot_text.contains(GLUE_IN_BOOT),
        "{} does not import {GLUE_IN_BOOT}",
        boot.display()
    );
    staging.write(
        "boot.js",
        &boot_text.replace(GLUE_IN_BOOT, &format!("./{new_glue}")),
    )?;
    let new_boot = staging.hash_name("boot.js")?;

    let source = source.replace("boot.js", &new_boot);
    let page = replaced(
        page,
        script.span.clone(),
        &format!("<script type=\"module\" src=\"{source}\">"),
    );
    // What is left are the preloads.
    Ok(page.replace(wasm, &new_wasm).replace(glue, &new_glue))
}

/// The name under which wasm-bindgen's glue asks for its wasm: that from before Trunk's hashing.
fn bare_wasm(glue: &str) -> Result<String> {
    let stem = glue.strip_suffix(".js").context("the glue is no .js")?;
    let name = stem.rsplit_once('-').map_or(stem, |(name, _)| name);
    Ok(format!("{name}_bg.wasm"))
}

/// Has `file` say `new` wherever it said `old`, and answers its name.
fn rename_inside(file: &str, old: &str, new: &str, staging: &Staging) -> Result<String> {
    let text = staging.read(file)?;
    ensure!(text.contains(old), "{file} does not name {old}");
    staging.write(file, &text.replace(old, new))?;
    Ok(file.to_owned())
}
