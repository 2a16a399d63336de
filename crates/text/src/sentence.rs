//! Where sentences end, in news prose.
//!
//! A sentence ends at `.`, `!`, `?` or `…` with the closing quotation marks and brackets behind it,
//! when white space and then a capital letter, a digit or an opening quotation mark follows, and the
//! full stop does not belong to an abbreviation or an initial. A line break does not end a sentence:
//! blocks are cut before they come here.

use std::sync::LazyLock;

use crate::{Span, token::is_quote};

const ABBREVIATIONS: &str = include_str!("../data/abbreviations.txt");

static SORTED_ABBREVIATIONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut words: Vec<&str> = ABBREVIATIONS
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .collect();
    words.sort_unstable();
    words
});

/// Words that open a sentence more often than they go on with a name; behind an abbreviation that
/// can also stand last ("in the U.S. The"), they show that a sentence did end.
const OPENERS: &[&str] = &[
    "A",
    "According",
    "After",
    "All",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Because",
    "Before",
    "But",
    "By",
    "During",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "More",
    "Most",
    "No",
    "Not",
    "On",
    "One",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "To",
    "Under",
    "We",
    "What",
    "When",
    "While",
    "With",
    "You",
];

/// Abbreviations that stand before a name and so never end a sentence.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "sen", "rep", "gov", "gen", "adm", "col", "maj",
    "capt", "cmdr", "lt", "sgt", "cpl", "st", "pres", "fr", "msgr", "supt", "det", "insp", "amb",
    "vs", "no", "nos", "fig", "vol", "pp", "e.g", "i.e", "cf",
];

/// The sentences of the block `within` (UTF-8 bytes of `text`), in order, trimmed of white space.
/// Linear in the block.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let slice = within.of(text);
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '…' | '。' | '؟') {
            continue;
        }
        let mut end = at + c.len_utf8();
        let mut closed = false;
        while let Some(&(i, next)) = chars.peek() {
            if !(matches!(next, '.' | '!' | '?' | '…' | ')' | ']') || is_quote(next)) {
                break;
            }
            closed |= is_quote(next) || matches!(next, ')' | ']');
            end = i + next.len_utf8();
            chars.next();
        }
        let behind = &slice[end..];
        if !behind.starts_with(char::is_whitespace) && c != '。' {
            continue;
        }
        let behind = behind.trim_start();
        let opens = behind
            .trim_start_matches(|c| is_quote(c) || matches!(c, '(' | '['))
            .chars()
            .next()
            .is_some_and(|c| c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()));
        if !opens || (c == '.' && !closed && is_abbreviation(&slice[start..at], behind)) {
            continue;
        }
        push(&mut found, text, within.start + start, within.start + end);
        start = end;
    }
    push(&mut found, text, within.start + start, within.end);
    found
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let span = Span::new(start, end).trimmed(text);
    if !span.is_empty() {
        found.push(span);
    }
}

/// Whether the full stop behind `before` belongs to its last word, given what stands behind it.
fn is_abbreviation(before: &str, behind: &str) -> bool {
    let word = before
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-'))
        .next()
        .unwrap_or_default();
    let lower = word.to_lowercase();
    let initial = {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    if TITLES.contains(&lower.as_str()) {
        return true;
    }
    if initial {
        return word != "I";
    }
    let known = SORTED_ABBREVIATIONS.binary_search(&lower.as_str()).is_ok();
    let first = behind
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    known && !OPENERS.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len()))
            .iter()
            .map(|s| s.of(text))
            .collect()
    }

    #[test]
    fn sentences_end_behind_closing_quotation_marks() {
        assert_eq!(
            split("It will be 'non-persistent.' This means more. \"Go!\" he said. «Так.» Ні."),
            [
                "It will be 'non-persistent.'",
                "This means more.",
                "\"Go!\" he said.",
                "«Так.»",
                "Ні."
            ]
        );
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_one() {
        assert_eq!(
            split(
                "U.S. President J. D. Smith met Sen. Jones at 9 a.m. Monday. It cost $1.5 million."
            ),
            [
                "U.S. President J. D. Smith met Sen. Jones at 9 a.m. Monday.",
                "It cost $1.5 million."
            ]
        );
    }

    #[test]
    fn an_abbreviation_ends_one_where_a_new_sentence_clearly_starts() {
        assert_eq!(
            split("He left the U.S. The rest stayed."),
            ["He left the U.S.", "The rest stayed."]
        );
    }

    proptest! {
        #[test]
        fn sentences_cover_all_that_is_not_white_space(text in "\\PC{0,120}") {
            let mut end = 0;
            for s in sentences(&text, Span::new(0, text.len())) {
                prop_assert!(text[end..s.start].trim().is_empty());
                end = s.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
