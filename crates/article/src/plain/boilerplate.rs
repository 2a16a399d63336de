//! Lines that are not part of the story, by the lexicon in `data/boilerplate.txt`.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{
    is_heading, is_long,
    lines::{Unit, marker_len},
    top::{ends_a_sentence, sentence_ends},
};
use crate::BlockKind;

const LEXICON: &str = include_str!("../../data/boilerplate.txt");

/// The longest link under a heading, in characters.
const LONGEST_LINK: usize = 200;

/// The longest line that the opening words alone can make boilerplate, in characters.
const LONGEST: usize = 160;

/// What a line does to itself and to the lines under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Matter {
    /// A heading: the links or short lines under it are boilerplate too.
    Section,
    /// A heading: all under it is boilerplate until prose of several sentences.
    Rest,
    /// Boilerplate by itself.
    Line,
}

/// The longest paragraph that is a notice, in characters.
const LONGEST_NOTICE: usize = 600;

struct Lexicon {
    whole: BTreeMap<&'static str, Matter>,
    notices: Vec<&'static str>,
    opening: Vec<&'static str>,
    networks: Vec<&'static str>,
}

static ENTRIES: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        whole: BTreeMap::new(),
        notices: Vec::new(),
        opening: Vec::new(),
        networks: Vec::new(),
    };
    for line in LEXICON.lines().filter(|l| !l.starts_with('#')) {
        match line.split_once('\t') {
            Some(("section", words)) => drop(lexicon.whole.insert(words, Matter::Section)),
            Some(("rest", words)) => drop(lexicon.whole.insert(words, Matter::Rest)),
            Some(("exact", words)) => drop(lexicon.whole.insert(words, Matter::Line)),
            Some(("notice", words)) => lexicon.notices.push(words),
            Some(("line", words)) => lexicon.opening.push(words),
            Some(("network", word)) => lexicon.networks.push(word),
            _ => {}
        }
    }
    lexicon
});

/// Marks what the lexicon names, and the links under its headings.
pub(super) fn mark_boilerplate(text: &str, units: &[Unit], kinds: &mut [BlockKind]) {
    let mut at = 0;
    while at < units.len() {
        let Some(matter) = boilerplate(units[at].span.of(text)) else {
            at += 1;
            continue;
        };
        let end = match matter {
            Matter::Line => at + 1,
            Matter::Section => section_end(text, units, at + 1),
            Matter::Rest => rest_end(text, units, at + 1),
        };
        kinds[at..end].fill(BlockKind::Boilerplate);
        at = end;
    }
}

/// One past the last link under a heading. Where the first has a list mark, so have all; else links
/// are short lines without the full stop of prose.
fn section_end(text: &str, units: &[Unit], from: usize) -> usize {
    let marked = units
        .get(from)
        .is_some_and(|u| marker_len(u.span.of(text)) > 0);
    let link = |unit: &Unit| {
        let line = unit.span.of(text);
        let short = !is_long(line, LONGEST_LINK);
        if marked {
            marker_len(line) > 0 && short
        } else {
            short && !ends_a_sentence(line)
        }
    };
    let end = from + units[from..].iter().take_while(|u| link(u)).count();
    // The last short line without a mark may head what follows, if it is set off from the links.
    let heads = !marked
        && end < units.len()
        && end > from + 1
        && units[end - 1].after_blank
        && !units[end - 2].after_blank
        && is_heading(units[end - 1].span.of(text));
    if heads { end - 1 } else { end }
}

/// One past the last line under a heading such as "Sources": up to prose of several sentences.
fn rest_end(text: &str, units: &[Unit], from: usize) -> usize {
    let prose = |unit: &Unit| {
        let line = unit.span.of(text);
        is_long(line, LONGEST_LINK) && sentence_ends(line) > 1
    };
    from + units[from..].iter().take_while(|u| !prose(u)).count()
}

/// What kind of boilerplate the line `line` is, if it is any.
fn boilerplate(line: &str) -> Option<Matter> {
    if line.chars().nth(LONGEST_NOTICE).is_some() {
        return None;
    }
    let lower = line.to_lowercase().replace('’', "'");
    if line.chars().nth(LONGEST).is_some() {
        let notice = ENTRIES
            .notices
            .iter()
            .any(|words| opens_with(&lower, words));
        return notice.then_some(Matter::Line);
    }
    let heading = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let counted = numbers_aside(heading);
    if let Some(&matter) = ENTRIES.whole.get(counted.as_str()) {
        return Some(matter);
    }
    if is_share_line(heading) {
        return Some(Matter::Line);
    }
    let is_address = heading.starts_with("http") && !heading.contains(char::is_whitespace);
    (is_address
        || ENTRIES
            .opening
            .iter()
            .chain(&ENTRIES.notices)
            .any(|words| opens_with(&lower, words)))
    .then_some(Matter::Line)
}

/// `line` with "#" for each number: "image 1 of 5" is "image # of #".
fn numbers_aside(line: &str) -> String {
    let mut counted = String::new();
    for c in line.chars() {
        if !c.is_ascii_digit() {
            counted.push(c);
        } else if !counted.ends_with('#') {
            counted.push('#');
        }
    }
    counted
}

/// Whether `line` is a few words, half of them networks to share on: "Whatsapp Facebook Pin".
fn is_share_line(line: &str) -> bool {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let networks = words
        .iter()
        .filter(|w| ENTRIES.networks.contains(w))
        .count();
    words.len() <= 10 && networks >= 2 && 2 * networks >= words.len()
}

/// Whether `line` opens with `words` as words, not as the first letters of a longer one.
fn opens_with(line: &str, words: &str) -> bool {
    let cut = words.ends_with(char::is_alphanumeric);
    line.strip_prefix(words)
        .is_some_and(|rest| !cut || !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_without_case_and_marks() {
        assert_eq!(boilerplate("READ ALSO:"), Some(Matter::Section));
        assert_eq!(boilerplate("Читайте також »"), Some(Matter::Section));
        assert_eq!(boilerplate("Sources"), Some(Matter::Rest));
        assert_eq!(boilerplate("Advertisement"), Some(Matter::Line));
        assert_eq!(boilerplate("Follow us on Telegram"), Some(Matter::Line));
        assert_eq!(boilerplate("Image 3 of 12"), Some(Matter::Line));
        assert_eq!(boilerplate("Bild 3 von 12"), Some(Matter::Line));
        assert_eq!(
            boilerplate("Facebook | X | WhatsApp | Copy"),
            Some(Matter::Line)
        );
    }

    #[test]
    fn prose_that_only_opens_alike_stays() {
        assert_eq!(boilerplate("Sources said the deal was off."), None);
        assert_eq!(boilerplate("Related parties must report it."), None);
        assert_eq!(boilerplate("Sharesholders met."), None);
        assert_eq!(
            boilerplate("Facebook bought WhatsApp and Instagram for a sum that nobody knew."),
            None
        );
        assert_eq!(boilerplate("3 of 12 ministers"), None);
    }
}
