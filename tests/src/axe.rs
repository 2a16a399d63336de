//! What axe-core says of the page: barriers by its rules for WCAG 2.2 A and AA and for good practice.

use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;

use crate::page::Page;

impl Page {
    /// The barriers on the page as it stands, each with its rule, its place and why; none where readers
    /// are let in.
    ///
    /// # Errors
    /// When axe-core is not to be had, or cannot be run.
    pub async fn barriers(&self) -> Result<Vec<String>> {
        let there = "return Boolean(window.axe)";
        if !self.holds(there).await? {
            // Axe looks for AMD and CommonJS first; a driver's script has neither.
            self.script(&format!("{}; return null", axe()?), Value::Null)
                .await?;
        }
        let answer = self.client().execute_async(LOOK, vec![]).await?;
        if let Some(why) = answer.as_str() {
            bail!("axe: {why}");
        }
        let found = answer.as_array().context("axe gives no list")?;
        Ok(found
            .iter()
            .map(|one| one.as_str().unwrap_or_default().to_owned())
            .collect())
    }
}

/// The rule for the size of targets is new in WCAG 2.2 and off in axe unless it is asked for.
const LOOK: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'target-size': { enabled: true } },
        resultTypes: ['violations'],
    }).then(({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map(
        (node) => id + ' at ' + node.target.flat().join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')))),
        (why) => done(String(why)));";

fn axe() -> Result<&'static str> {
    static SCRIPT: OnceLock<std::result::Result<String, String>> = OnceLock::new();
    let script = SCRIPT.get_or_init(|| {
        let path = xtask::tools::axe().map_err(|why| format!("{why:#}"))?;
        std::fs::read_to_string(&path).map_err(|why| format!("reading {}: {why}", path.display()))
    });
    match script {
        Ok(script) => Ok(script),
        Err(why) => Err(anyhow!("{why}")),
    }
}
