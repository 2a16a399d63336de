//! What follows from the language of the article: which way it runs, and whether the engine can read it.

/// The language that the engine reads.
const READ: &str = "en";

/// Languages that are written from right to left, by the first part of their tags.
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// Whether a text in the language with this BCP 47 tag runs from right to left.
pub fn runs_leftward(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    // A script that is named decides: Kurdish and Punjabi are written in two.
    match parts.find(|part| part.len() == 4) {
        Some(script) => matches!(script, "arab" | "hebr" | "syrc" | "thaa"),
        None => RIGHT_TO_LEFT.contains(&first),
    }
}

/// The tag of the article's language where the engine cannot read it. A language that is not known is
/// taken for one that it can.
pub fn unread_language(tag: Option<&str>) -> Option<&str> {
    let tag = tag.filter(|tag| !tag.trim().is_empty())?;
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    (!first.eq_ignore_ascii_case(READ)).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_says_which_way_else_the_language_does() {
        for tag in ["ar", "ar-EG", "he", "fa_IR", "ur", "pa-Arab-PK", "ku-Arab"] {
            assert!(runs_leftward(tag), "{tag}");
        }
        for tag in ["en", "de", "ja", "az-Latn", "ku", "pa", "ar-Latn", ""] {
            assert!(!runs_leftward(tag), "{tag}");
        }
    }

    #[test]
    fn only_a_language_that_is_known_and_not_english_is_left_unread() {
        assert_eq!(unread_language(Some("de-AT")), Some("de-AT"));
        for tag in [None, Some(""), Some("en"), Some("en-US"), Some("EN_gb")] {
            assert_eq!(unread_language(tag), None, "{tag:?}");
        }
    }
}
