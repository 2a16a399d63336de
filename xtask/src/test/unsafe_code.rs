//! `unsafe` is denied everywhere; a file that needs it is listed here with its reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// File, relative to the top folder, and why it may allow unsafe code.
const ALLOWED: &[(&str, &str)] = &[];
/// Folders with code of ours.
const FOLDERS: &[&str] = &["src", "crates", "xtask", "tests"];

/// Checks that exactly the listed files allow it.
pub(super) fn check() -> Result<()> {
    let allowed: BTreeMap<_, _> = ALLOWED.iter().copied().collect();
    let mut allowing = Vec::new();
    for file in rust_files()? {
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("reading {}", file.display()))?;
        if allows(&text) {
            let name = file.strip_prefix(workspace::root()).unwrap_or(&file);
            allowing.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    for file in &allowing {
        ensure!(
            allowed.contains_key(file.as_str()),
            "{file} allows unsafe code and is not in xtask/src/test/unsafe_code.rs"
        );
    }
    for file in allowed.keys() {
        ensure!(
            allowing.iter().any(|name| name == file),
            "{file} allows no unsafe code any more: take it off the list"
        );
    }
    println!("{} files may allow unsafe code", allowed.len());
    Ok(())
}

fn allows(text: &str) -> bool {
    // Written apart, so that this file does not find itself.
    [
        concat!("allow(unsafe", "_code"),
        concat!("expect(unsafe", "_code"),
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Every Rust file of ours.
pub(super) fn rust_files() -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        collect(&workspace::root().join(folder), &mut files)?;
    }
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?
    {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("target") {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
