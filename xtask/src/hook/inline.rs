//! Scripts inside the page move to files of their own, so that the policy needs no exception for
//! them. In a release there is none; under `trunk serve` there is Trunk's live reload.

use anyhow::{Context, Result};

use super::page::{replaced, tags};
use super::staging::Staging;

const LIVE_RELOAD: &str = "live-reload";

/// Puts every inline script into a file and answers the page that refers to it.
pub(super) fn move_out(page: &str, staging: &mut Staging) -> Result<String> {
    let mut moved = page.to_owned();
    for script in tags(page, "script").into_iter().rev() {
        if script.attribute("src").is_some() {
            continue;
        }
        let end = page
            .get(script.span.end..)
            .and_then(|rest| rest.find("</script>"));
        let end = script.span.end + end.context("a script in index.html has no end")?;
        let text = page.get(script.span.end..end).unwrap_or("");
        let file = staged_as(text);
        staging.write(file, &resolved(text))?;
        let name = staging.hash_name(file)?;
        moved = replaced(
            &moved,
            script.span.start..end,
            &format!("<script src=\"{name}\" defer>"),
        );
    }
    Ok(moved)
}

/// Whether the page has Trunk's live reload.
pub(super) fn has_live_reload(page: &str) -> bool {
    tags(page, "script").iter().any(|script| {
        script
            .attribute("src")
            .is_some_and(|source| source.starts_with(LIVE_RELOAD))
    })
}

fn staged_as(text: &str) -> &'static str {
    if text.contains("__TRUNK_ADDRESS__") {
        "live-reload.js"
    } else {
        "inline.js"
    }
}

/// Trunk's server fills these in within a page; in a file the script has to find them by itself.
fn resolved(text: &str) -> String {
    text.replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
        .replace(
            "'{{__TRUNK_WS_BASE__}}'",
            "new URL('.', document.baseURI).pathname",
        )
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn live_reload_finds_its_server_by_itself() {
        let text = "const address = '{{__TRUNK_ADDRESS__}}'; const base = '{{__TRUNK_WS_BASE__}}';";
        assert!(!resolved(text).contains("{{"));
    }
}
