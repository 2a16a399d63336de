//! The bookmarklet's address, made from `static/bookmarklet.js` with this app's own address in it.

use crate::browser::{address, net, page};

/// What stands in the script for this app's address.
const APP: &str = "\"APP\"";

/// The bookmarklet as a `javascript:` address; none where its script cannot be fetched.
pub(crate) async fn bookmarklet() -> Option<String> {
    let script = net::fetch_own(&page::meta("sourcelight:bookmarklet")?)
        .await
        .ok()?;
    let own = serde_json::to_string(&address::own_address()).ok()?;
    let script = without_comments(&script).replace(APP, &own);
    Some(format!("javascript:{}", address::escaped(&script)))
}

/// The script without its comments, which stand on lines of their own, and without indentation.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

// It reads the source tree, which a browser has not.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;

    #[test]
    fn the_script_names_the_app_once_and_loads_nothing() {
        let script = include_str!("../../static/bookmarklet.js");
        let bare = without_comments(script);
        assert_eq!(bare.matches(APP).count(), 1);
        assert!(
            !bare.contains("//"),
            "a comment behind code would eat the rest of a line"
        );
        for loads in [
            "import(",
            "createElement",
            "fetch(",
            "XMLHttpRequest",
            "eval",
            "innerHTML",
        ] {
            assert!(!bare.contains(loads), "{loads}");
        }
        assert!(bare.len() < 4_000, "bookmarks are small: {}", bare.len());
    }
}
