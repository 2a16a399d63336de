//! Bylines as names.

use std::sync::LazyLock;

const WORDS: &str = include_str!("../../../data/bylines.txt");

struct Words {
    openers: Vec<&'static str>,
    joiners: Vec<String>,
    roles: Vec<&'static str>,
}

static LEXICON: LazyLock<Words> = LazyLock::new(|| {
    let of = |kind: &'static str| {
        let lines = WORDS.lines().filter_map(|l| l.split_once('\t'));
        lines
            .filter(move |(k, _)| *k == kind)
            .map(|(_, words)| words)
    };
    Words {
        openers: of("opener").collect(),
        joiners: of("joiner").map(|j| format!(" {j} ")).collect(),
        roles: of("role").collect(),
    }
});

/// How many names a byline has at most, and how long one is in characters.
const MOST: usize = 12;
const LONGEST: usize = 60;

/// The names in `bylines` joined by ", ": without "By", roles, addresses and repetitions; none where
/// no name is left.
pub(super) fn names(bylines: &[String]) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for line in bylines.iter().filter(|l| !l.contains("://")) {
        for name in split(&opened(line)) {
            if is_name(&name) && !found.iter().any(|f| f.eq_ignore_ascii_case(&name)) {
                found.push(name);
            }
        }
    }
    found.truncate(MOST);
    (!found.is_empty()).then(|| found.join(", "))
}

/// The line without "By" and its like.
fn opened(line: &str) -> String {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = line.as_str();
    for opener in &LEXICON.openers {
        let lower = rest.to_lowercase();
        // Only where case does not change the length the cut falls on the same place.
        if lower.len() == rest.len()
            && let Some(behind) = lower.strip_prefix(opener)
            && behind.starts_with([' ', ':'])
        {
            rest = rest[opener.len()..].trim_start_matches([':', ' ']);
        }
    }
    rest.to_owned()
}

fn split(line: &str) -> Vec<String> {
    let mut line = line.to_owned();
    for joiner in &LEXICON.joiners {
        // "Mac & i" is one name; two names of persons have two words each.
        let parts: Vec<&str> = line.split(joiner.as_str()).collect();
        if parts.iter().all(|part| part.trim().contains(' ')) {
            line = parts.join(", ");
        }
    }
    line.split([',', ';', '|', '•', '·', '/'])
        .map(|n| {
            n.trim()
                .trim_matches(['-', '–', '—', '.', '"'])
                .trim()
                .to_owned()
        })
        .collect()
}

/// As [`names`], of lines that a page shows and that may be anything: only what has a name's shape.
pub(super) fn shown_names(lines: &[String]) -> Option<String> {
    let shaped = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let capital = |w: &&&str| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        (1..=5).contains(&words.len())
            && words.iter().filter(capital).count() * 3 >= words.len() * 2
            && !name
                .contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '?' | '!' | '(' | '#'))
    };
    let all = names(lines)?;
    let found: Vec<&str> = all.split(", ").filter(|n| shaped(n)).collect();
    (!found.is_empty()).then(|| found.join(", "))
}

fn is_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    name.chars().filter(|c| c.is_alphabetic()).count() > 1
        && name.chars().count() <= LONGEST
        && !name.contains("://")
        && !name.contains(['@', '{', '<', '='])
        && !lower.starts_with("www.")
        && !words().any(|w| LEXICON.roles.contains(&w))
        && !name.chars().next().is_some_and(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<String> {
        names(&[line.to_owned()])
    }

    #[test]
    fn names_are_left() {
        assert_eq!(
            of("By Jane Doe and John Roe").as_deref(),
            Some("Jane Doe, John Roe")
        );
        assert_eq!(
            of("Von Jana Doe und Karl Roe").as_deref(),
            Some("Jana Doe, Karl Roe")
        );
        assert_eq!(of("Par Jeanne Doe").as_deref(), Some("Jeanne Doe"));
        assert_eq!(
            of("BY: JANE DOE, Political Correspondent").as_deref(),
            Some("JANE DOE")
        );
        assert_eq!(of("Bytes Press").as_deref(), Some("Bytes Press"));
        assert_eq!(of("https://www.facebook.com/gazette"), None);
        assert_eq!(
            names(&["Jane Doe".to_owned(), "jane doe".to_owned()]).as_deref(),
            Some("Jane Doe")
        );
    }
}
