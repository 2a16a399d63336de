//! The core knows no browser: none of its crates reaches one through any dependency, on any target.

use anyhow::{Result, ensure};

use crate::run::{cargo, output};
use crate::workspace;

/// The crates of DESIGN.md's core, by their folders; each is checked once it is there.
const CORE: &[&str] = &[
    "text",
    "article",
    "analysis",
    "treaties",
    "annotation",
    "state",
    "exchange",
];
/// What they must not reach.
const BROWSER: &[&str] = &["web-sys", "js-sys", "wasm-bindgen", "yew", "gloo"];

/// The packages of the core that are there.
pub(super) fn core_packages() -> Result<Vec<String>> {
    let there = CORE
        .iter()
        .filter(|name| workspace::root().join("crates").join(name).is_dir());
    let packages: Vec<_> = there.map(|name| format!("sourcelight-{name}")).collect();
    ensure!(!packages.is_empty(), "no crate of the core is there");
    Ok(packages)
}

/// Checks every one.
pub(super) fn check() -> Result<()> {
    let packages = core_packages()?;
    for package in &packages {
        let tree = output(cargo().args([
            "tree",
            "--package",
            package,
            "--edges",
            "normal,build",
            "--target",
            "all",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ]))?;
        if let Some(reached) = reached(&tree) {
            let how = output(cargo().args([
                "tree",
                "--package",
                package,
                "--edges",
                "normal,build",
                "--target",
                "all",
                "--invert",
                reached,
            ]));
            ensure!(
                false,
                "{package} reaches {reached}, which only the app may:\n{}",
                how.unwrap_or_default()
            );
        }
    }
    println!("{} reach no browser", packages.join(", "));
    Ok(())
}

/// The first of [`BROWSER`] that a `cargo tree` without prefixes names.
fn reached(tree: &str) -> Option<&'static str> {
    let mut packages = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    packages.find_map(|package| BROWSER.iter().find(|browser| **browser == package).copied())
}

#[cfg(test)]
mod tests {
    use super::reached;

    #[test]
    fn only_whole_names_count() {
        assert_eq!(
            reached("sourcelight-text v0.1.0\nserde v1.0.0\nwasm-bindgen-shared v0.2.130"),
            None
        );
        assert_eq!(
            reached("sourcelight-state v0.1.0\njs-sys v0.3.107"),
            Some("js-sys")
        );
    }
}
