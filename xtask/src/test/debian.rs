//! On Debian as root, what the tests need from its packages is installed.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{output, run};
use crate::tools::on_path;

/// A program, and the package that brings it.
const WANTED: &[(&str, &str)] = &[
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("npm", "npm"),
];

/// Installs the packages of the programs that are missing. Elsewhere it does nothing: what is missing
/// there is named by [`crate::tools::find_browsers`].
pub(super) fn install_what_is_missing() -> Result<()> {
    let missing: Vec<_> = WANTED
        .iter()
        .filter(|(program, _)| on_path(program).is_none())
        .collect();
    if missing.is_empty() || !is_debian_as_root() {
        return Ok(());
    }
    let packages = missing.iter().map(|(_, package)| *package);
    run(Command::new("apt-get").args(["update", "--quiet"]))?;
    run(Command::new("apt-get")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .args(["install", "--quiet", "--yes", "--no-install-recommends"])
        .args(packages))
    .context("installing the browsers")
}

fn is_debian_as_root() -> bool {
    let root = output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && on_path("apt-get").is_some()
}
