//! The stylesheets become one: each component keeps its own beside it, and a reader asks for one file
//! before the page can be drawn.

use anyhow::{Context, Result, ensure};

use super::page::{replaced, tags};
use super::staging::Staging;

/// Joins the page's stylesheets in their order, and answers the page that asks for the one.
pub(super) fn join(page: &str, staging: &mut Staging) -> Result<String> {
    let mut links = tags(page, "link");
    links.retain(|link| link.attribute("rel") == Some("stylesheet"));
    let Some(first) = links.first() else {
        return Ok(page.to_owned());
    };
    let address = first
        .attribute("href")
        .context("a stylesheet has no address")?;
    let (base, _) = address
        .rsplit_once('/')
        .map_or(("", address), |(base, file)| (base, file));

    let mut styles = String::new();
    for link in &links {
        let file = link
            .attribute("href")
            .and_then(|href| href.rsplit('/').next())
            .unwrap_or("");
        ensure!(staging.has(file), "the stylesheet {file} is not in dist/");
        ensure!(
            link.attribute("media").is_none(),
            "{file} is for some media only: write @media into it"
        );
        styles.push_str(&staging.read(file)?);
        styles.push('\n');
        staging.remove(file)?;
    }
    staging.write("styles.css", &styles)?;
    let name = staging.hash_name("styles.css")?;

    let mut joined = page.to_owned();
    for link in links.iter().skip(1).rev() {
        joined = replaced(&joined, link.span.clone(), "");
    }
    let slash = if base.is_empty() { "" } else { "/" };
    let link = format!("<link rel=\"stylesheet\" href=\"{base}{slash}{name}\">");
    Ok(replaced(&joined, first.span.clone(), &link))
}
