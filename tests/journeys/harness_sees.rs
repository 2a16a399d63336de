//! The harness itself: what must not happen is seen when it does. Otherwise every other journey would
//! pass for nothing.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::Value;
use sourcelight_e2e::Page;

async fn brings_about_all_that_must_not_happen(page: Page) -> Result<()> {
    page.expect_findings();
    page.client().goto(&page.url()).await?;
    page.observed().await?.ensure_nothing()?;
    page.script(
        "console.error('said');
         setTimeout(() => { throw new Error('uncaught'); });
         fetch('not-there.txt').catch(() => {});
         fetch('http://127.0.0.1:9/forbidden').catch(() => {});
         fetch('https://example.org/').catch(() => {});",
        Value::Null,
    )
    .await?;
    // On a busy machine the browser takes its time to report; reading the console empties it, so this
    // looks once.
    tokio::time::sleep(Duration::from_secs(3)).await;
    let seen = page.observed().await?;
    let console = seen.console_errors.join("\n");
    ensure!(
        console.contains("said") && console.contains("uncaught"),
        "the console: {console}"
    );
    ensure!(
        seen.misses
            .iter()
            .any(|path| path.ends_with("not-there.txt")),
        "misses: {:?}",
        seen.misses
    );
    ensure!(
        seen.violations
            .iter()
            .any(|report| report.contains("forbidden")),
        "{:?}",
        seen.violations
    );
    ensure!(
        seen.exits.iter().any(|line| line.contains("example.org")),
        "exits: {:?}",
        seen.exits
    );
    Ok(())
}

in_both_browsers!(brings_about_all_that_must_not_happen);
