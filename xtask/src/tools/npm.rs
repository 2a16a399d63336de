//! A package of npm, at one version, in a folder of its own in the cache.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{cache, on_path};
use crate::run::run;

/// A package of npm.
pub(super) struct NpmPackage {
    /// What npm calls it.
    pub(super) name: &'static str,
    /// The one version of it that is taken.
    pub(super) version: &'static str,
    /// What it is installed for, as a part of a sentence.
    pub(super) why: &'static str,
}

impl NpmPackage {
    /// Where a file of `node_modules` lies once the package is installed.
    pub(super) fn file(&self, path: &str) -> Result<PathBuf> {
        Ok(self.folder()?.join("node_modules").join(path))
    }

    /// Installs it into the cache.
    ///
    /// # Errors
    /// When npm is not there, or cannot install it.
    pub(super) fn install(&self) -> Result<()> {
        let Self { name, version, why } = self;
        let npm = on_path("npm").context("npm, which would bring it, was not found")?;
        println!("Installing {name} {version} ({why}).");
        let mut command = Command::new(npm);
        // Nothing of it runs while it is installed.
        command.args(["install", "--silent", "--no-audit", "--no-fund"]);
        command.args(["--ignore-scripts", "--prefix"]);
        command.arg(self.folder()?);
        command.arg(format!("{name}@{version}"));
        run(&mut command)
    }

    fn folder(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.name, self.version)))
    }
}
