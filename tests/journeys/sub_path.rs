//! The same `dist/` works where a host serves it under a path of its own.

use anyhow::{Result, ensure};
use sourcelight_e2e::{Page, Setup};

async fn opens_lit_under_a_path(page: Page) -> Result<()> {
    ensure!(page.url().ends_with("/reader/"), "served at {}", page.url());
    page.open().await?;
    ensure!(!page.marks().await?.is_empty(), "nothing is marked");
    Ok(())
}

in_both_browsers!(opens_lit_under_a_path, Setup { mount: "/reader/" });
