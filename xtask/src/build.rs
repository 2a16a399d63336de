//! `cargo xtask build`: the release `dist/`, ready for any static host.

use std::process::Command;

use anyhow::{Context, Result};

use crate::run::run;
use crate::tools::Tools;
use crate::workspace;

/// What is built, and for where.
#[derive(Default)]
pub struct Build {
    /// The path the app will be served under; `None` leaves every address relative, which works
    /// under any path.
    pub public_url: Option<String>,
    /// Quick to build and slow to run, with checks on: for work on the app itself.
    pub dev: bool,
}

impl Build {
    /// Builds `dist/` with Trunk. What happens after compiling is the hook's, so that a bare
    /// `trunk build --release` gives the same.
    ///
    /// # Errors
    /// When Trunk cannot be started or the build fails.
    pub fn run(&self, tools: &Tools) -> Result<()> {
        let mut trunk = Command::new(&tools.trunk);
        trunk.current_dir(workspace::root()).arg("build");
        // Offline, because Trunk would otherwise look for its own copies of the tools.
        trunk.args(["--offline", "--skip-version-check"]);
        if !self.dev {
            trunk.arg("--release");
        }
        if let Some(url) = &self.public_url {
            trunk.args(["--public-url", url]);
        }
        // Trunk reads NO_COLOR as a flag of its own and refuses the value "1".
        trunk.env("PATH", tools.path()?).env_remove("NO_COLOR");
        run(&mut trunk).context("building dist/")
    }
}
