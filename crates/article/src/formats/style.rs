//! What a word processor's paragraph style is to a reader: `data/styles.txt`.

use crate::BlockKind;

const STYLES: &str = include_str!("../../data/styles.txt");

/// The kind that a style named `name` gives; none for body text and unknown styles.
pub(crate) fn kind_of_style(name: &str) -> Option<BlockKind> {
    let name = name
        .replace("_20_", " ")
        .replace("_2d_", "-")
        .to_lowercase();
    let mut lines = STYLES.lines().filter_map(|l| l.split_once('\t'));
    let (kind, _) = lines.find(|(_, words)| opens_with(&name, words))?;
    kind_named(kind)
}

/// Whether `name` opens with `words`, and not as the first letters of a longer word.
fn opens_with(name: &str, words: &str) -> bool {
    name.strip_prefix(words)
        .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
}

fn kind_named(name: &str) -> Option<BlockKind> {
    Some(match name {
        "headline" => BlockKind::Headline,
        "byline" => BlockKind::Byline,
        "standfirst" => BlockKind::Standfirst,
        "subhead" => BlockKind::Subhead,
        "quote" => BlockKind::Quote,
        "list_item" => BlockKind::ListItem,
        "caption" => BlockKind::Caption,
        "boilerplate" => BlockKind::Boilerplate,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_kind() {
        for line in STYLES.lines().filter(|l| !l.starts_with('#')) {
            let (kind, words) = line.split_once('\t').unwrap();
            assert!(kind_named(kind).is_some(), "{line}");
            assert!(kind_of_style(words).is_some(), "{line}");
        }
    }

    #[test]
    fn styles_are_found_by_the_start_of_their_names() {
        assert_eq!(kind_of_style("Heading_20_2"), Some(BlockKind::Subhead));
        assert_eq!(kind_of_style("heading 1"), Some(BlockKind::Subhead));
        assert_eq!(kind_of_style("Subtitle"), Some(BlockKind::Standfirst));
        assert_eq!(kind_of_style("List Bullet 2"), Some(BlockKind::ListItem));
        assert_eq!(kind_of_style("Titled things"), None);
        assert_eq!(kind_of_style("Text_20_body"), None);
    }
}
