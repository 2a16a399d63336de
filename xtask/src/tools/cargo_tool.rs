//! A tool that `cargo install` brings.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{cache, finding};
use crate::run::run;

/// A program from crates.io, at one version.
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    features: Option<&'static str>,
    locked: bool,
}

impl CargoTool {
    pub(super) fn new(package: &'static str, program: &'static str, version: &str) -> Self {
        Self {
            package,
            program,
            version: version.to_owned(),
            features: None,
            locked: false,
        }
    }

    /// Builds with these features instead of the default ones.
    pub(super) fn features(mut self, features: &'static str) -> Self {
        self.features = Some(features);
        self
    }

    /// Builds with the dependencies its authors locked.
    pub(super) fn locked(mut self) -> Self {
        self.locked = true;
        self
    }

    /// The program, where PATH or the cache has it at the right version.
    pub fn find(&self) -> Option<PathBuf> {
        let cached = self
            .folder()
            .ok()
            .map(|folder| folder.join("bin").join(self.file_name()));
        finding::all_on_path(self.program)
            .chain(cached)
            .find(|path| finding::is_version(path, &self.version))
    }

    /// The program, installed into the cache first where it was found nowhere; `why` says what it is
    /// for.
    ///
    /// # Errors
    /// When it cannot be installed; the message says how to do it by hand.
    pub fn ensure(&self, why: &str) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let Self {
            package, version, ..
        } = self;
        println!("Installing {package} {version} ({why}); this takes some minutes, once.");
        self.install().with_context(|| {
            format!(
                "{package} {version} is missing ({why}) and could not be installed; \
                 try `{}` and run this again",
                self.by_hand()
            )
        })?;
        self.find()
            .with_context(|| format!("{package} was installed but does not say it is {version}"))
    }

    fn install(&self) -> Result<()> {
        let folder = self.folder()?;
        let building = folder.join("building");
        let mut cargo = Command::new("cargo");
        cargo
            .arg("install")
            .arg("--root")
            .arg(&folder)
            .arg("--target-dir")
            .arg(&building);
        cargo.args([
            "--force",
            "--quiet",
            self.package,
            "--version",
            &self.version,
        ]);
        if let Some(features) = self.features {
            cargo.args(["--no-default-features", "--features", features]);
        }
        if self.locked {
            cargo.arg("--locked");
        }
        // A tool runs for seconds and is built for minutes: build it quickly.
        cargo
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env_remove("CARGO_BUILD_TARGET");
        let installed = run(&mut cargo);
        // What could not be removed costs disk, nothing else.
        let _ = std::fs::remove_dir_all(&building);
        installed
    }

    fn folder(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.package, self.version)))
    }

    fn file_name(&self) -> String {
        format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)
    }

    fn by_hand(&self) -> String {
        let locked = if self.locked { " --locked" } else { "" };
        format!(
            "cargo install{locked} {} --version {}",
            self.package, self.version
        )
    }
}
