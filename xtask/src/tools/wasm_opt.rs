//! `wasm-opt`, which makes the wasm smaller: from npm's `binaryen`, where npm is found.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{finding, npm::NpmPackage};
use crate::run::run;

/// npm's binaryen, which carries `wasm-opt` as JavaScript: one package for every platform.
const BINARYEN: NpmPackage = NpmPackage {
    name: "binaryen",
    version: "132.0.0",
    why: "its wasm-opt makes the wasm smaller",
};
const VERSION: &str = "132";

/// A `wasm-opt` of the right version.
pub struct WasmOpt {
    program: PathBuf,
}

impl WasmOpt {
    /// Optimises a wasm file for size, in place.
    ///
    /// # Errors
    /// When the program fails; the file is then as it was.
    pub fn shrink(&self, wasm: &Path) -> Result<()> {
        let smaller = wasm.with_extension("smaller");
        // What the compiler's default wasm32 target may use, and wasm-bindgen emits.
        let features = [
            "--enable-bulk-memory",
            "--enable-bulk-memory-opt",
            "--enable-nontrapping-float-to-int",
            "--enable-sign-ext",
            "--enable-mutable-globals",
            "--enable-reference-types",
            "--enable-multivalue",
            "--strip-producers",
        ];
        run(Command::new(&self.program)
            .arg("-Oz")
            .args(features)
            .arg(wasm)
            .arg("-o")
            .arg(&smaller))?;
        std::fs::rename(&smaller, wasm).with_context(|| format!("replacing {}", wasm.display()))
    }
}

/// `wasm-opt`, where PATH or the cache has it.
pub fn find_wasm_opt() -> Option<WasmOpt> {
    let cached = BINARYEN.file(".bin").ok().map(|bin| bin.join(file_name()));
    finding::all_on_path("wasm-opt")
        .chain(cached)
        .find(|path| finding::is_version(path, VERSION))
        .map(|program| WasmOpt { program })
}

/// `wasm-opt`, installed into the cache where npm is found; without it the build goes on, and this
/// says so.
pub(super) fn ensure() -> Option<WasmOpt> {
    if let Some(found) = find_wasm_opt() {
        return Some(found);
    }
    match BINARYEN.install() {
        Ok(()) => find_wasm_opt(),
        Err(why) => {
            println!(
                "Going on without wasm-opt ({why:#}): the app works the same and is larger to load. \
                 To have it, install Node.js with npm and run this again."
            );
            None
        }
    }
}

fn file_name() -> &'static str {
    if cfg!(windows) {
        "wasm-opt.cmd"
    } else {
        "wasm-opt"
    }
}
