//! The folder the new `dist/` is put together in, and the names its files get.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

/// Hex digits of the content's hash that stand in a name.
const HASH_LENGTH: usize = 16;

/// The staged files. Every name is relative to the folder, with `/` between its parts.
pub(super) struct Staging {
    folder: PathBuf,
    hashed: BTreeSet<String>,
}

impl Staging {
    pub(super) fn open(folder: &Path) -> Result<Self> {
        ensure!(folder.is_dir(), "{} is not a folder", folder.display());
        Ok(Self {
            folder: folder.to_owned(),
            hashed: BTreeSet::new(),
        })
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.path(name).is_file()
    }

    pub(super) fn read(&self, name: &str) -> Result<String> {
        let path = self.path(name);
        std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    }

    pub(super) fn write(&self, name: &str, text: &str) -> Result<()> {
        let path = self.path(name);
        std::fs::write(&path, text).with_context(|| format!("writing {}", path.display()))
    }

    /// Gives a file the hash of its content as part of its name, in place of one it may have from
    /// Trunk, and answers the new name.
    pub(super) fn hash_name(&mut self, name: &str) -> Result<String> {
        let old = self.path(name);
        let bytes = std::fs::read(&old).with_context(|| format!("reading {}", old.display()))?;
        let new = hashed_name(name, &bytes);
        let path = self.path(&new);
        std::fs::rename(&old, &path)
            .with_context(|| format!("renaming {} to {new}", old.display()))?;
        self.hashed.insert(new.clone());
        Ok(new)
    }

    pub(super) fn remove(&self, name: &str) -> Result<()> {
        let path = self.path(name);
        std::fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))
    }

    /// The names that hold the hash of their content.
    pub(super) fn hashed(&self) -> &BTreeSet<String> {
        &self.hashed
    }

    /// The files at the top with this extension, in order of name.
    pub(super) fn with_extension(&self, extension: &str) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&self.folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if Path::new(&name)
                .extension()
                .is_some_and(|found| found == extension)
            {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    pub(super) fn pages_beside_index(&self) -> Result<Vec<String>> {
        let mut pages = self.with_extension("html")?;
        pages.retain(|page| page != "index.html");
        Ok(pages)
    }
}

/// `app.css` → `app-<hash>.css`; `app-<trunk's hash>_bg.wasm` → `app_bg-<hash>.wasm`.
fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    let hash = hash.get(..HASH_LENGTH).unwrap_or(&hash);
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    format!(
        "{folder}{slash}{}-{hash}.{extension}",
        without_trunk_hash(stem)
    )
}

/// A stem without the up to 16 hex digits that Trunk put behind a `-`, before a `_bg` if any.
fn without_trunk_hash(stem: &str) -> String {
    let (start, bg) = stem
        .strip_suffix("_bg")
        .map_or((stem, ""), |start| (start, "_bg"));
    match start.rsplit_once('-') {
        Some((name, hash)) if is_trunk_hash(hash) => format!("{name}{bg}"),
        _ => stem.to_owned(),
    }
}

fn is_trunk_hash(word: &str) -> bool {
    (12..=16).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::hashed_name;

    #[test]
    fn the_hash_of_the_content_replaces_that_of_trunk() {
        let hash = "ba7816bf8f01cfea";
        assert_eq!(hashed_name("boot.js", b"abc"), format!("boot-{hash}.js"));
        assert_eq!(
            hashed_name("lang/en.ftl", b"abc"),
            format!("lang/en-{hash}.ftl")
        );
        assert_eq!(
            hashed_name("sourcelight-1f2e3d4c5b6a7988_bg.wasm", b"abc"),
            format!("sourcelight_bg-{hash}.wasm"),
        );
        assert_eq!(
            hashed_name("analysis-worker.js", b"abc"),
            format!("analysis-worker-{hash}.js")
        );
    }
}
