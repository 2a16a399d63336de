//! The words of reports, from `data/words.txt`.

/// The words for `key`; the key itself where there are none, which a test rules out.
pub(crate) fn say(key: &str) -> &str {
    lines()
        .find(|(have, _)| *have == key)
        .map_or(key, |(_, words)| words)
}

/// The words for `key` with `what` filled in.
pub(crate) fn say_with(key: &str, what: &str) -> String {
    say(key).replacen("{}", what, 1)
}

/// A word of taxonomy.json for people.
pub(crate) fn plain(word: &str) -> String {
    word.replace('_', " ")
}

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../data/words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The sources that ask for words.
    const SOURCES: &[&str] = &[
        include_str!("report/audit.rs"),
        include_str!("report/mod.rs"),
        include_str!("report/entries.rs"),
        include_str!("report/facts.rs"),
        include_str!("report/voices.rs"),
        include_str!("export/markdown.rs"),
        include_str!("export/html/mod.rs"),
        include_str!("export/html/lists.rs"),
        include_str!("export/docx/comments.rs"),
        include_str!("export/docx/document.rs"),
    ];

    #[test]
    fn no_key_is_there_twice() {
        let keys: Vec<_> = lines().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), keys.iter().collect::<BTreeSet<_>>().len());
    }

    #[test]
    fn every_word_of_the_taxonomy_that_is_explained_has_words() {
        use sourcelight_analysis::{CoverageState, Described, Quote, Stance};
        let keys = |kind: &str, words: Vec<&str>| -> Vec<String> {
            words
                .into_iter()
                .map(|word| format!("{kind}.{word}"))
                .collect()
        };
        let all = [
            keys(
                "described",
                Described::ALL.iter().map(|v| v.word()).collect(),
            ),
            keys(
                "coverage",
                CoverageState::ALL.iter().map(|v| v.word()).collect(),
            ),
            keys("quote", Quote::ALL.iter().map(|v| v.word()).collect()),
            keys("side", Stance::ALL.iter().map(|v| v.word()).collect()),
        ];
        for key in all.concat() {
            assert_ne!(say(&key), key);
        }
    }

    #[test]
    fn every_key_that_is_asked_for_has_words() {
        for source in SOURCES {
            for call in ["say(\"", "say_with(\""] {
                for rest in source.split(call).skip(1) {
                    let key = rest.split('"').next().unwrap();
                    assert!(lines().any(|(have, _)| have == key), "{key}");
                }
            }
        }
    }
}
