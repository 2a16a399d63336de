//! The compiler's library for wasm32.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::on_path;
use crate::run::{output, run};

const TARGET: &str = "wasm32-unknown-unknown";

/// Sees to it that the compiler can build for wasm32.
pub(super) fn ensure() -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))
        .context("rustc is missing (it compiles the app); install Rust with rustup")?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(TARGET)
        .is_dir()
    {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        bail!(
            "the Rust target {TARGET} is missing (the app is compiled for it) and there is no rustup \
             to add it; install your distribution's package of it, or Rust with rustup"
        );
    }
    println!("Adding the Rust target {TARGET}.");
    run(Command::new("rustup").args(["target", "add", TARGET]))
}
