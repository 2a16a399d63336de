//! The programs that Sourcelight is built and tested with, at the versions it is known to work with.
//!
//! A tool of the right version on PATH is taken; else one from the cache; else it is installed into
//! the cache, where it disturbs nothing else on the machine.

mod axe;
mod browsers;
mod cargo_tool;
mod finding;
mod npm;
mod wasm_opt;
mod wasm_target;

pub use axe::axe;
pub use browsers::{Browsers, find_browsers};
pub use cargo_tool::CargoTool;
pub use finding::on_path;
pub use wasm_opt::{WasmOpt, find_wasm_opt};

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::workspace;

/// The tools a build needs, found or just installed.
pub struct Tools {
    /// Trunk, which builds `dist/`.
    pub trunk: PathBuf,
    /// `wasm-bindgen`, which Trunk calls; its version is that of the library in Cargo.lock.
    pub wasm_bindgen: PathBuf,
    /// `wasm-opt`, which the hook calls; a build without it is larger, not different.
    pub wasm_opt: Option<WasmOpt>,
}

impl Tools {
    /// PATH with these tools in front, for programs that look for them there.
    ///
    /// # Errors
    /// When a tool's folder has a character PATH cannot carry.
    pub fn path(&self) -> Result<OsString> {
        let own = [&self.trunk, &self.wasm_bindgen];
        let own = own
            .into_iter()
            .filter_map(|tool| tool.parent())
            .map(PathBuf::from);
        let rest = std::env::var_os("PATH").unwrap_or_default();
        let all = own.chain(std::env::split_paths(&rest));
        std::env::join_paths(all).context("putting the tools on PATH")
    }
}

/// Trunk, at the one version whose output the hook is written for.
pub fn trunk() -> CargoTool {
    CargoTool::new("trunk", "trunk", "0.21.14")
        .features("rustls")
        .locked()
}

/// `wasm-bindgen` and its test runner, equal to the library in Cargo.lock as they must be.
///
/// # Errors
/// When Cargo.lock does not name wasm-bindgen.
pub fn wasm_bindgen() -> Result<CargoTool> {
    let version = workspace::locked_version("wasm-bindgen")?;
    Ok(CargoTool::new("wasm-bindgen-cli", "wasm-bindgen", &version))
}

/// The WebDriver of Firefox, for the tests.
pub fn geckodriver() -> CargoTool {
    CargoTool::new("geckodriver", "geckodriver", "0.37.1").locked()
}

/// Installs whatever a build needs and the machine lacks.
///
/// # Errors
/// One line a tool that could not be installed: what it is, why it is needed, how to get it.
pub fn setup() -> Result<Tools> {
    wasm_target::ensure()?;
    let trunk = trunk().ensure("it builds dist/")?;
    let wasm_bindgen = wasm_bindgen()?.ensure("it joins the wasm to the page")?;
    let wasm_opt = wasm_opt::ensure();
    crate::run::run(crate::run::cargo().args(["fetch", "--quiet"]))
        .context("fetching the crates in Cargo.lock")?;
    Ok(Tools {
        trunk,
        wasm_bindgen,
        wasm_opt,
    })
}

/// The folder that installed tools are kept in: `$SOURCELIGHT_TOOLS`, or `sourcelight/tools` in the
/// user's cache.
fn cache() -> Result<PathBuf> {
    if let Some(folder) = std::env::var_os("SOURCELIGHT_TOOLS") {
        return Ok(folder.into());
    }
    let home = || std::env::home_dir().map(|home| home.join(".cache"));
    let caches = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    let caches = caches.or_else(home).context(
        "there is no home folder to install tools into; name a folder in SOURCELIGHT_TOOLS",
    )?;
    Ok(caches.join("sourcelight").join("tools"))
}
