//! `cargo xtask crash`, `cargo xtask lit` and `cargo xtask shots`: programs of the end-to-end tests' package, because they
//! steer a browser.

use anyhow::Result;

use crate::run::{cargo, run};

/// Runs one of them on the `dist/` that is there.
///
/// # Errors
/// When it fails.
pub fn measure(program: &str, options: &[&str]) -> Result<()> {
    run(cargo()
        .args([
            "run",
            "--quiet",
            "--package",
            "sourcelight-e2e",
            "--bin",
            program,
            "--",
        ])
        .args(options))
}
