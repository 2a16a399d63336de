//! What must not happen on any journey, as the harness saw it.

use anyhow::{Result, ensure};

/// Everything seen since the browser started.
#[derive(Debug, Default)]
pub struct Observed {
    /// Errors in the browser's console, uncaught ones among them.
    pub console_errors: Vec<String>,
    /// Reports of what the Content-Security-Policy forbade.
    pub violations: Vec<String>,
    /// Paths asked of our server that it does not have.
    pub misses: Vec<String>,
    /// Requests to any other machine.
    pub exits: Vec<String>,
}

impl Observed {
    /// Passes where nothing of it was seen.
    ///
    /// # Errors
    /// Names all that was seen.
    pub fn ensure_nothing(&self) -> Result<()> {
        let Self {
            console_errors,
            violations,
            misses,
            exits,
        } = self;
        ensure!(
            misses.is_empty(),
            "asked for files that are not there: {misses:#?}"
        );
        ensure!(
            violations.is_empty(),
            "violations of the policy: {violations:#?}"
        );
        ensure!(
            exits.is_empty(),
            "requests that left the origin: {exits:#?}"
        );
        ensure!(
            console_errors.is_empty(),
            "errors in the console: {console_errors:#?}"
        );
        Ok(())
    }
}

/// Errors among the lines that geckodriver and Firefox wrote, from pages of `origin`.
pub(crate) fn firefox_console_errors(lines: &[String], origin: &str) -> Vec<String> {
    let ours = |line: &&String| match line.split_once(": ") {
        Some(("console.error", said)) => !is_browsers_own(said),
        Some(("JavaScript error", at)) => at.contains(origin),
        _ => false,
    };
    lines.iter().filter(ours).cloned().collect()
}

/// The browser's own parts put their name before what they log (`RSLoader: …`), where a page's strings
/// stand in quotes, or name a place in the browser's own scripts.
fn is_browsers_own(said: &str) -> bool {
    if said.contains("resource://") || said.contains("chrome://") {
        return true;
    }
    let name = said.split(':').next().unwrap_or("");
    said.contains(':')
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::firefox_console_errors;

    #[test]
    fn firefoxs_own_errors_are_not_ours() {
        let lines = [
            "JavaScript error: resource://gre/modules/X.sys.mjs, line 1: Error: no",
            "JavaScript error: http://127.0.0.1:9/boot.js, line 1: Error: yes",
            "console.error: RSLoader: ",
            "console.error: services.settings: no",
            "console.error: \"yes: it is\"",
            "console.log: \"no\"",
        ]
        .map(String::from);
        assert_eq!(
            firefox_console_errors(&lines, "http://127.0.0.1:9").len(),
            2
        );
    }
}
