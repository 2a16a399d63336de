//! What stands above the story: headline, byline and date lines.

use crate::date::read_date;

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 180;

/// Words that join names in a byline without a capital letter.
const JOINERS: &[&str] = &[
    "and", "in", "for", "with", "of", "the", "de", "van", "von", "der", "bin", "al",
];

/// Whether `first`, the first line of a text, is short enough and shaped to be its headline.
/// `next` is the line under it, `set_off` whether a blank line stands between them.
pub(crate) fn is_headline(first: &str, next: Option<&str>, set_off: bool) -> bool {
    if first.chars().nth(LONGEST_HEADLINE).is_some() || opens_with_dateline(first) {
        return false;
    }
    if !ends_a_sentence(first) {
        return true;
    }
    // With a full stop it may as well be a paragraph: then what follows has to show it.
    let Some(next) = next else { return false };
    let most = if set_off && first.len() <= 90 { 2 } else { 1 };
    sentence_ends(first) <= most
        && (set_off || next.len() > first.len() || byline(next).is_some() || is_date(next))
}

/// The names on a byline ("By Jane Doe and John Roe" gives "Jane Doe, John Roe"), if `line` is one.
pub(crate) fn byline(line: &str) -> Option<String> {
    let rest = ["By ", "BY ", "by ", "Written by ", "Reported by "]
        .iter()
        .find_map(|open| line.strip_prefix(open))?;
    let words: Vec<&str> = rest.split_whitespace().take(25).collect();
    let is_name = |w: &&str| {
        JOINERS.contains(w) || w.starts_with(|c: char| !c.is_alphabetic() || !c.is_lowercase())
    };
    let short = words.len() <= 16 && !rest.ends_with(['.', '!', '?', ':']);
    if !short || words.is_empty() || !words.iter().all(is_name) {
        return None;
    }
    let names = rest.split(['|', '•', '—', '–', '(']).next().unwrap_or(rest);
    let names = names.replace(" and ", ", ").replace(" & ", ", ");
    let names: Vec<&str> = names
        .split(',')
        .map(str::trim)
        .filter(|n| !n.is_empty())
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// Whether `line` holds a date and nothing else.
pub(crate) fn is_date(line: &str) -> bool {
    read_date(line).is_some_and(|d| d.alone)
}

/// Whether `line` opens as wire copy does: "KYIV (Reuters) —", "WASHINGTON, May 3 -".
pub(crate) fn opens_with_dateline(line: &str) -> bool {
    let head: String = line.chars().take(60).collect();
    let place = head.split([' ', ',', '(']).next().unwrap_or_default();
    let shouted = place.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && place.chars().all(|c| !c.is_lowercase());
    shouted
        && [" — ", " – ", " - ", " -- ", " ― "]
            .iter()
            .any(|dash| head.contains(dash))
}

/// Whether `line` ends as a sentence does, closing quotation marks and brackets aside.
pub(crate) fn ends_a_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']'])
        .ends_with(['.', '!', '?', '…', '。', '؟', '।', ':', ';'])
}

/// How many sentences end in `line`, roughly: marks with white space or nothing behind them.
pub(crate) fn sentence_ends(line: &str) -> usize {
    sourcelight_text::sentences(line, sourcelight_text::Span::new(0, line.len())).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_give_their_names() {
        assert_eq!(
            byline("By JANE DOE and John van Roe | AP").as_deref(),
            Some("JANE DOE, John van Roe")
        );
        assert_eq!(
            byline("By Jane Doe, Reuters").as_deref(),
            Some("Jane Doe, Reuters")
        );
        assert_eq!(byline("By Tuesday the army had left the town."), None);
        assert_eq!(byline("By far the best"), None);
    }

    #[test]
    fn wire_copy_without_a_headline_has_none() {
        assert!(!is_headline(
            "KYIV (Reuters) — Two people died.",
            Some("More."),
            true
        ));
        assert!(is_headline(
            "Two die in crash",
            Some("Two people died on Monday."),
            false
        ));
        assert!(is_headline(
            "Minister quits - WP.",
            Some("The minister has left his post."),
            false
        ));
        assert!(!is_headline(
            "He left. She stayed.",
            Some("Both were sad about it all."),
            false
        ));
        assert!(!is_headline("He left.", None, false));
        assert!(is_headline("Minister quits", None, false));
    }
}
