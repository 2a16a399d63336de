//! `cargo xtask train …`: learns the instant engine's model, or the learned layer of the contested topics,
//! from annotated articles.

use anyhow::Result;

use crate::run::{cargo, run};

/// Trains the tagger of attributions, with the options of `training/instant`.
///
/// # Errors
/// When the training fails.
pub fn attribution(options: &[&str]) -> Result<()> {
    train("instant-training", options)
}

/// Trains the learned layer of the contested topics, with the options of `training/topics`.
///
/// # Errors
/// When the training fails.
pub fn topics(options: &[&str]) -> Result<()> {
    train("topics-training", options)
}

fn train(package: &str, options: &[&str]) -> Result<()> {
    let mut command = cargo();
    // Files are named from where the command is given.
    command.current_dir(std::env::current_dir()?);
    command.args(["run", "--release", "--package", package, "--"]);
    run(command.args(options))
}
