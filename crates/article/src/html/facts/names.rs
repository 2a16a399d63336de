//! Bylines as names.

use std::sync::LazyLock;

use super::letters;
use crate::date::is_of_a_date;

const WORDS: &str = include_str!("../../../data/bylines.txt");

struct Words {
    openers: Vec<&'static str>,
    joiners: Vec<String>,
    roles: Vec<&'static str>,
    desks: Vec<&'static str>,
    affiliations: Vec<&'static str>,
    nobodies: Vec<&'static str>,
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
        desks: of("desk").collect(),
        affiliations: of("affiliation").collect(),
        nobodies: of("nobody").collect(),
    }
});

/// How many names a byline has at most, and how long one is in characters.
const MOST: usize = 12;
const LONGEST: usize = 60;

/// The names in `bylines` joined by ", ": without "By", roles, addresses and repetitions; none where
/// no name is left. The names of agencies and of the site itself (`sites`) stay only where no other is.
pub(super) fn names(bylines: &[String], sites: &[String]) -> Option<String> {
    let parts = bylines.iter().flat_map(|line| split(&opened(&plain(line))));
    joined(parts.filter(|name| is_name(name)), sites)
}

/// As [`names`], of lines that a page shows and that may be anything: only what has a name's shape.
pub(super) fn shown_names(line: &str, sites: &[String]) -> Option<String> {
    let line = plain(line);
    // "World by Jane Doe": what stands before is a section.
    let names = line.rsplit_once(" by ").map_or(line.as_str(), |(_, n)| n);
    let parts = split(&opened(names)).into_iter().map(|p| undated(&p));
    joined(parts.filter(|p| is_name(p) && is_shaped(p)), sites)
}

/// Who stands for an article that names nobody: "Reuters Staff", "Staff Reports".
pub(super) fn desk(bylines: &[String]) -> Option<String> {
    let lines = bylines.iter().map(|line| opened(&plain(line)));
    let mut desks = lines.filter(|line| {
        line.chars().count() <= LONGEST && has_word(line, &LEXICON.desks) && is_plain(line)
    });
    desks.next()
}

fn joined(names: impl Iterator<Item = String>, sites: &[String]) -> Option<String> {
    let sites: Vec<String> = sites.iter().map(|s| letters(s)).collect();
    let mut found: Vec<String> = Vec::new();
    for name in names.map(|n| unaffiliated(&n, &sites)) {
        if !found.iter().any(|f| f.eq_ignore_ascii_case(&name)) {
            found.push(name);
        }
    }
    let is_site = |name: &str| {
        let name = letters(name);
        sites
            .iter()
            .any(|site| *site == name || site.len() > 4 && name.contains(site))
    };
    let persons: Vec<String> = found
        .iter()
        .filter(|n| !is_affiliation(n) && !is_site(n))
        .cloned()
        .collect();
    let mut found = if persons.is_empty() { found } else { persons };
    found.truncate(MOST);
    (!found.is_empty()).then(|| found.join(", "))
}

/// The line without addresses, and with what stands in brackets behind a name as a part of its own.
fn plain(line: &str) -> String {
    let is_address = |word: &&str| {
        let word = word.trim_start_matches(['(', '[']);
        word.contains("://") || word.starts_with("www.")
    };
    let words = line.split_whitespace().filter(|w| !is_address(w));
    let mut line = words.collect::<Vec<_>>().join(" ");
    while let Some((head, (inside, tail))) = line
        .split_once('(')
        .and_then(|(head, rest)| Some((head, rest.split_once(')')?)))
    {
        // "Richard (R.J.) Doe" is one name.
        if tail.trim_start().starts_with(char::is_alphabetic) {
            break;
        }
        line = format!("{head}, {inside}{tail}");
    }
    line
}

/// The name without the agency or the site (by its letters) that some lines have behind it.
fn unaffiliated(name: &str, sites: &[String]) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let capital = |word: &str| !word.starts_with(char::is_lowercase);
    let cut = (2..words.len()).find(|at| {
        let tail = words[*at..].join(" ");
        capital(words[at - 1]) && (is_affiliation(&tail) || sites.contains(&letters(&tail)))
    });
    words[..cut.unwrap_or(words.len())].join(" ")
}

fn is_affiliation(name: &str) -> bool {
    let lower = name.to_lowercase();
    let bare = lower.strip_prefix("the ").unwrap_or(&lower);
    LEXICON.affiliations.contains(&bare)
}

/// The name without the date behind it: "Jane Doe Monday", "Jane Doe March 11".
fn undated(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let dates = |at: usize| {
        let digits = |at: usize| {
            let word: Option<&&str> = words.get(at);
            word.is_some_and(|w| w.contains(|c: char| c.is_ascii_digit()))
        };
        let long = words[at].chars().count() > 3;
        digits(at) || is_of_a_date(words[at]) && (long || digits(at + 1))
    };
    let in_date = |w: &&str| is_of_a_date(w) || w.starts_with(|c: char| c.is_ascii_digit());
    if words.iter().all(in_date) {
        return String::new();
    }
    let end = (1..words.len()).find(|at| dates(*at));
    let last = words.get(end.unwrap_or(words.len())).copied();
    let glued = last.map(|w| {
        w.split(|c: char| c.is_ascii_digit())
            .next()
            .unwrap_or_default()
    });
    let glued = glued.filter(|w| w.chars().count() > 2 && !is_of_a_date(w));
    let kept = words[..end.unwrap_or(words.len())].iter().copied();
    kept.chain(glued).collect::<Vec<_>>().join(" ")
}

/// The line without "By" and its like.
fn opened(line: &str) -> String {
    let mut rest = line;
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
        let parts = parted(&line, joiner);
        // "Mac & i" is one name; two names of persons have two words each.
        if parts.iter().all(|part| part.trim().contains(' ')) {
            line = parts.join(", ");
        }
    }
    line.split([',', ';', '|', '•', '·', '/', '،'])
        .map(|name| opened(name.trim_matches([' ', '-', '–', '—', '.', ':', '"'])))
        .collect()
}

/// The parts of `line` between `joiner`, whatever its case.
fn parted<'l>(line: &'l str, joiner: &str) -> Vec<&'l str> {
    let lower = line.to_lowercase();
    if lower.len() != line.len() {
        return line.split(joiner).collect();
    }
    let mut from = 0;
    let mut parts = Vec::new();
    for (at, _) in lower.match_indices(joiner) {
        parts.extend(line.get(from..at));
        from = at + joiner.len();
    }
    parts.extend(line.get(from..));
    parts
}

/// Whether most words of a name open as names do.
fn is_shaped(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |w: &&&str| w.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (1..=5).contains(&words.len())
        && words.iter().filter(capital).count() * 3 >= words.len() * 2
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '?' | '!' | '#'))
}

fn is_name(name: &str) -> bool {
    let lower = name.to_lowercase();
    is_plain(name)
        && name.chars().count() <= LONGEST
        && !has_word(name, &LEXICON.roles)
        && !has_word(name, &LEXICON.desks)
        && !LEXICON.nobodies.contains(&lower.replace('.', "").as_str())
        && !name.chars().next().is_some_and(|c| c.is_ascii_digit())
}

fn is_plain(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).count() > 1 && !name.contains(['@', '{', '<', '='])
}

fn has_word(line: &str, list: &[&str]) -> bool {
    let lower = line.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|w| list.contains(&w))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<String> {
        names(&[line.to_owned()], &["Gazette Online".to_owned()])
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
            names(&["Jane Doe".to_owned(), "jane doe".to_owned()], &[]).as_deref(),
            Some("Jane Doe")
        );
    }

    #[test]
    fn what_stands_beside_the_names_goes() {
        for (line, want) in [
            (
                "By ANN DOE and JO ROE, Associated Press",
                Some("ANN DOE, JO ROE"),
            ),
            ("By JO ROE Associated Press", Some("JO ROE")),
            ("Associated Press", Some("Associated Press")),
            ("Jane Doe, Gazette Online", Some("Jane Doe")),
            ("Gazette Online", Some("Gazette Online")),
            ("Jane Doe, MS, RD", Some("Jane Doe")),
            ("Jane Doe (https://example.org/jane)", Some("Jane Doe")),
            (
                "Jean Doe (avec Luc Roe et Anne Poe)",
                Some("Jean Doe, Luc Roe, Anne Poe"),
            ),
            (
                "Written by Jane Doe Edited by John Roe",
                Some("Jane Doe, John Roe"),
            ),
            ("Текст: Іван Доу", Some("Іван Доу")),
            ("بقلم: سارة يوسف", Some("سارة يوسف")),
            ("admin", None),
            ("Gazette Staff", None),
        ] {
            assert_eq!(of(line).as_deref(), want, "{line}");
        }
        let staff = ["Reuters Staff".to_owned()];
        assert_eq!(desk(&staff).as_deref(), Some("Reuters Staff"));
        assert_eq!(desk(&["Jane Doe".to_owned()]), None);
    }

    #[test]
    fn a_line_that_is_shown_is_cut_at_its_date() {
        for (line, want) in [
            ("By JANE DOE March 11, 2015 3:46 PM", "JANE DOE"),
            ("Jane Doe Monday", "Jane Doe"),
            ("by Jane Doe22 Dec 2016651", "Jane Doe"),
            ("Yun Sun", "Yun Sun"),
            ("Jane Doe Monday, February 29", "Jane Doe"),
            ("World by Jane Doe, Gazette", "Jane Doe, Gazette"),
            (
                "Von Jana Doe und Karl Roe, 12.05.2024",
                "Jana Doe, Karl Roe",
            ),
        ] {
            assert_eq!(shown_names(line, &[]).as_deref(), Some(want), "{line}");
        }
    }
}
