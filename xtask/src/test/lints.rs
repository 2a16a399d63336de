//! Every package takes the workspace's lints: one that does not would escape them in silence.

use anyhow::{Context, Result, ensure};

use crate::run::{cargo, output};

/// Checks every package's manifest.
pub(super) fn check() -> Result<()> {
    let packages = output(cargo().args([
        "tree",
        "--workspace",
        "--depth",
        "0",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]))?;
    for line in packages.lines().filter(|line| !line.is_empty()) {
        let folder = line
            .rsplit_once('(')
            .map_or("", |(_, folder)| folder.trim_end_matches(')'));
        let manifest = std::path::Path::new(folder).join("Cargo.toml");
        let text = std::fs::read_to_string(&manifest)
            .with_context(|| format!("reading {}", manifest.display()))?;
        ensure!(
            text.contains("[lints]\nworkspace = true"),
            "{} lacks `[lints] workspace = true`",
            manifest.display()
        );
    }
    Ok(())
}
