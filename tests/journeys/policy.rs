//! The Content-Security-Policy is there, and the browser keeps to it.

use anyhow::{Result, ensure};
use serde_json::Value;
use sourcelight_e2e::Page;

async fn nothing_inline_runs_or_styles(page: Page) -> Result<()> {
    page.expect_findings();
    page.open().await?;
    page.observed().await?.ensure_nothing()?;
    page.script(
        "const script = document.createElement('script');
         script.textContent = 'window.inlineRan = true';
         document.head.append(script);
         const styled = document.createElement('p');
         styled.setAttribute('style', 'color: red');
         document.body.append(styled);
         window.styled = styled.style.color;",
        Value::Null,
    )
    .await?;
    ensure!(
        page.holds("return window.inlineRan === undefined").await?,
        "an inline script ran"
    );
    ensure!(
        page.holds("return window.styled === ''").await?,
        "a style attribute took effect"
    );
    // Browsers report when they find the time.
    page.until("both violations of the policy are reported", async || {
        Ok(page.observed().await?.violations.len() >= 2)
    })
    .await?;
    Ok(())
}

in_both_browsers!(nothing_inline_runs_or_styles);
