//! Finding a program, and asking it its version.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The first program called `name` on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    all_on_path(name).next()
}

/// Every program called `name` on PATH, first come first.
pub(super) fn all_on_path(name: &str) -> impl Iterator<Item = PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    // On Windows npm and what it installs are scripts.
    let endings = if cfg!(windows) {
        [".exe", ".cmd"].as_slice()
    } else {
        &[""]
    };
    let found: Vec<_> = std::env::split_paths(&folders)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |ending| folder.join(format!("{name}{ending}")))
        })
        .filter(|path| path.is_file())
        .collect();
    found.into_iter()
}

/// Whether the program says it is `version` when asked with `--version`.
pub(super) fn is_version(program: &Path, version: &str) -> bool {
    let answer = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .output();
    answer.is_ok_and(|answer| says_version(&String::from_utf8_lossy(&answer.stdout), version))
}

fn says_version(answer: &str, version: &str) -> bool {
    answer
        .lines()
        .take(1)
        .flat_map(str::split_whitespace)
        .any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::says_version;

    #[test]
    fn a_version_is_one_whole_word_of_the_first_line() {
        assert!(says_version("trunk 0.21.14\n", "0.21.14"));
        assert!(says_version("wasm-opt version 132 (version_132)", "132"));
        assert!(says_version(
            "geckodriver 0.37.1 (abc 2026-01-01)\n\nThe source",
            "0.37.1"
        ));
        assert!(!says_version("wasm-bindgen 0.2.130", "0.2.13"));
    }
}
