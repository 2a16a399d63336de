//! axe-core, which finds what keeps people from using a page: a script that the journeys put into the
//! page they look at. It is Deque's, under the MPL-2.0, and no part of what is shipped.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::npm::NpmPackage;

const AXE: NpmPackage = NpmPackage {
    name: "axe-core",
    version: "4.14.1",
    why: "it looks for what shuts readers out",
};

/// The script, installed into the cache first where it is not there; `AXE` names another copy.
///
/// # Errors
/// When it is not there and npm cannot bring it.
pub fn axe() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("AXE") {
        return Ok(named.into());
    }
    let script = AXE.file("axe-core/axe.min.js")?;
    if !script.is_file() {
        AXE.install().context(
            "axe-core is missing (the journeys look at every screen with it); install Node.js with npm, \
             or name its axe.min.js in AXE",
        )?;
    }
    Ok(script)
}
