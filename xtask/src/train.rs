//! `cargo xtask train attribution`: learns the instant engine's model from annotated articles.

use anyhow::Result;

use crate::run::{cargo, run};

/// Trains, with the options of `training/instant`.
///
/// # Errors
/// When the training fails.
pub fn attribution(options: &[&str]) -> Result<()> {
    let mut command = cargo();
    // Files are named from where the command is given.
    command.current_dir(std::env::current_dir()?);
    command.args(["run", "--release", "--package", "instant-training", "--"]);
    run(command.args(options))
}
