//! The manifest in the page: `<meta name="sourcelight:NAME" content="FILE">` names a file of `dist/`
//! that the app loads at run time. The file gets its content's hash into its name, and the meta says
//! the new one, relative to the document's base.

use anyhow::{Result, ensure};

use super::page::{Tag, replaced, tags};
use super::staging::Staging;

const PREFIX: &str = "sourcelight:";

/// The files that the page's manifest names, in page order.
pub(super) fn named(page: &str) -> Vec<&str> {
    manifest(page)
        .iter()
        .filter_map(|meta| meta.attribute("content"))
        .collect()
}

/// Names the manifest's files by their content, and answers the page that says the new names.
pub(super) fn finish(page: &str, staging: &mut Staging) -> Result<String> {
    let mut finished = page.to_owned();
    // From the last to the first, so that the spans before stay right.
    for meta in manifest(page).into_iter().rev() {
        let (name, file) = (
            meta.attribute("name").unwrap_or(""),
            meta.attribute("content").unwrap_or(""),
        );
        ensure!(
            staging.has(file),
            "index.html names {file} as {name}, but it is not in dist/"
        );
        let new = staging.hash_name(file)?;
        finished = replaced(
            &finished,
            meta.span,
            &format!("<meta name=\"{name}\" content=\"{new}\">"),
        );
    }
    Ok(finished)
}

fn manifest(page: &str) -> Vec<Tag<'_>> {
    let mut metas = tags(page, "meta");
    metas.retain(|meta| {
        meta.attribute("name")
            .is_some_and(|name| name.starts_with(PREFIX))
    });
    metas
}
