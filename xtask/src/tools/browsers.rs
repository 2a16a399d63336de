//! The browsers the tests drive, and their drivers.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{finding::on_path, geckodriver};

/// The browsers and drivers of the end-to-end tests.
pub struct Browsers {
    /// Chromium, or Chrome.
    pub chromium: PathBuf,
    /// Its WebDriver.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// Its WebDriver.
    pub geckodriver: PathBuf,
}

/// Finds all of them: what the variables CHROMIUM, CHROMEDRIVER, FIREFOX and GECKODRIVER name, else
/// what PATH has.
///
/// # Errors
/// Names everything that is missing, a line each.
pub fn find_browsers() -> Result<Browsers> {
    let mut missing = Vec::new();
    let mut need = |variable: &str, names: &[&str], what: &str| {
        let named = std::env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_file());
        let found = named.or_else(|| names.iter().find_map(|name| on_path(name)));
        if found.is_none() {
            missing.push(format!("{what}; install it, or name it in {variable}"));
        }
        found.unwrap_or_default()
    };
    let chromium = need(
        "CHROMIUM",
        &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ],
        "Chromium (the tests run in it)",
    );
    let chromedriver = need(
        "CHROMEDRIVER",
        &["chromedriver"],
        "chromedriver (it steers Chromium)",
    );
    let firefox = need(
        "FIREFOX",
        &["firefox-esr", "firefox"],
        "Firefox (the tests run in it)",
    );
    if !missing.is_empty() {
        bail!("missing on this machine:\n  {}", missing.join("\n  "));
    }
    let geckodriver = match std::env::var_os("GECKODRIVER") {
        Some(path) => path.into(),
        None => geckodriver().ensure("it steers Firefox")?,
    };
    Ok(Browsers {
        chromium,
        chromedriver,
        firefox,
        geckodriver,
    })
}
