//! `cargo xtask guide`: what the help says of every check and every contested topic, gathered from where
//! the rules themselves say it: the documentation at the head of each rule's file, and the examples in
//! `crates/analysis/data/controversy`. Written to `static/guide.txt`, which the app carries.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// Gathers and writes it.
///
/// # Errors
/// When a rule does not say what it has to.
pub fn write() -> Result<()> {
    let path = written();
    std::fs::write(&path, gather()?).with_context(|| format!("writing {}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}

fn written() -> PathBuf {
    workspace::root().join("static/guide.txt")
}

/// The whole guide: an entry a rule, each line a name and what it says.
fn gather() -> Result<String> {
    let analysis = workspace::root().join("crates/analysis");
    let mut guide = String::from(
        "# Made by `cargo xtask guide` from the rules' own documentation and examples. Change those, not this.\n",
    );
    for file in files(&analysis.join("src/checks"), "rs")? {
        let name = stem(&file);
        if name != "mod" && name != "tests" {
            let rule = documented(&file)?;
            write!(guide, "\n[check {name}]\n{rule}")?;
        }
    }
    for file in files(&analysis.join("data/controversy"), "txt")? {
        let name = stem(&file);
        if name != "lists" {
            let rule = exemplified(&file)?;
            write!(guide, "\n[topic {name}]\n{rule}")?;
        }
    }
    // Topics that compare several places of a story are written in Rust.
    for (topic, file) in [
        ("figure_conflict", "src/controversy/figures/mod.rs"),
        ("missing_response", "src/controversy/response.rs"),
    ] {
        let rule = documented(&analysis.join(file))?;
        write!(guide, "\n[topic {topic}]\n{rule}")?;
    }
    Ok(guide)
}

/// What a rule's file says at its head: what it finds, why it matters, an example, what it leaves alone.
fn documented(file: &Path) -> Result<String> {
    let source = read(file)?;
    let head = source.lines().map_while(|line| line.strip_prefix("//!"));
    let mut parts = vec![("finds", String::new())];
    for line in head.map(str::trim) {
        let title = line.strip_prefix("# ").map(|title| match title {
            "Why it matters" => "matters",
            "Example" => "example",
            "What it leaves alone" => "leaves",
            _ => "more",
        });
        match (title, line.strip_prefix("Source: "), parts.last_mut()) {
            (Some(title), ..) => parts.push((title, String::new())),
            (None, Some(source), _) => parts.push(("source", source.to_owned())),
            (None, None, Some((_, words))) if !line.is_empty() => {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(line);
            }
            _ => {}
        }
    }
    for needed in ["finds", "matters", "example"] {
        let said = parts
            .iter()
            .any(|(name, words)| *name == needed && !words.is_empty());
        ensure!(said, "{} does not say “{needed}”", file.display());
    }
    let mut entry = String::new();
    for (name, words) in parts {
        // What names places in the code says nothing to a reader.
        if name != "more" && !words.contains('`') {
            writeln!(entry, "{name}: {words}")?;
        }
    }
    Ok(entry)
}

/// What a topic's data say: its first sentence, why each of its rules marks something, an example of each.
fn exemplified(file: &Path) -> Result<String> {
    let data = read(file)?;
    let head: Vec<&str> = data
        .lines()
        .map_while(|line| line.strip_prefix('#'))
        .map(str::trim)
        .collect();
    let head = head.join(" ");
    let first = head
        .split(". ")
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    ensure!(
        !first.is_empty(),
        "{} does not begin with what it finds",
        file.display()
    );
    let mut entry = format!("finds: {first}.\n");
    let (mut rules, mut shown) = (0, 0);
    for line in data.lines() {
        if let Some(why) = line.strip_prefix("why: ") {
            rules += 1;
            writeln!(entry, "rule: {why}")?;
        } else if let Some(yes) = line.strip_prefix("yes: ")
            && shown < rules
        {
            shown = rules;
            writeln!(entry, "example: {yes}")?;
        }
    }
    ensure!(shown > 0, "{} has no example", file.display());
    Ok(entry)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?
    {
        let path = entry?.path();
        if path.extension().is_some_and(|own| own == ending) {
            all.push(path);
        }
    }
    all.sort();
    Ok(all)
}

fn stem(file: &Path) -> String {
    file.file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guide_says_what_the_rules_say() {
        let there = std::fs::read_to_string(written()).unwrap_or_default();
        assert!(
            there == gather().expect("every rule says what it must"),
            "static/guide.txt is behind the rules: run `cargo xtask guide`"
        );
    }
}
