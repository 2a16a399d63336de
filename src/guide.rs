//! What the help says of the rules, in their own words (`static/guide.txt`, which `cargo xtask guide` makes),
//! and the figures that were measured (`static/figures.txt`).

const GUIDE: &str = include_str!("../static/guide.txt");
const FIGURES: &str = include_str!("../static/figures.txt");

/// One check or contested topic.
#[derive(Debug, Default)]
pub(crate) struct Entry {
    /// `check` or `topic`.
    pub(crate) kind: &'static str,
    /// Its word in taxonomy.json.
    pub(crate) word: &'static str,
    /// What is said of it: what kind of saying, and the words.
    pub(crate) says: Vec<(&'static str, &'static str)>,
}

/// All entries, in the order of the guide.
pub(crate) fn entries() -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    for line in GUIDE.lines().filter(|line| !line.starts_with('#')) {
        let title = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        if let Some((kind, word)) = title.and_then(|title| title.split_once(' ')) {
            all.push(Entry {
                kind,
                word,
                says: Vec::new(),
            });
        } else if let (Some(entry), Some(says)) = (all.last_mut(), line.split_once(": ")) {
            entry.says.push(says);
        }
    }
    all
}

/// The figure with this name; nothing where there is none, which a test keeps from happening.
pub(crate) fn figure(name: &str) -> &'static str {
    let mut lines = FIGURES.lines().filter_map(|line| line.split_once(": "));
    lines
        .find(|(own, _)| *own == name)
        .map_or("", |(_, figure)| figure)
}

// They read the source tree, which a browser has not.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use sourcelight_analysis::{CheckKind, Topic};

    use super::*;

    #[test]
    fn every_check_and_every_topic_is_in_the_guide_with_an_example() {
        let all = entries();
        let has = |kind: &str, word: &str| {
            let entry = all.iter().find(|e| e.kind == kind && e.word == word);
            entry.is_some_and(|e| {
                e.says
                    .iter()
                    .any(|(name, words)| *name == "example" && !words.is_empty())
            })
        };
        for check in CheckKind::ALL {
            // Another verdict of the same rule.
            let rule = if *check == CheckKind::TermMismatch {
                CheckKind::Register
            } else {
                *check
            };
            assert!(has("check", rule.word()), "{rule:?}");
        }
        for topic in Topic::ALL.iter().filter(|topic| **topic != Topic::Custom) {
            assert!(has("topic", topic.word()), "{topic:?}");
        }
    }

    #[test]
    fn the_readme_has_the_same_figures() {
        let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
        let readme = std::fs::read_to_string(readme).unwrap();
        let section = readme.split("## What it gets wrong").nth(1).unwrap();
        let section = section.split("\n## ").next().unwrap().replace('\n', " ");
        for (name, figure) in FIGURES
            .lines()
            .filter_map(|l| l.split_once(": "))
            .filter(|(name, _)| !name.starts_with('#'))
        {
            assert!(
                section.contains(figure),
                "README.md does not have {name}, {figure}: change static/figures.txt and README.md together"
            );
        }
    }
}
