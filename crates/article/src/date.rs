//! Dates as news pages print them in the languages of `data/dates.txt`, read into ISO 8601.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const WORDS_OF_DATES: &str = include_str!("../data/dates.txt");

struct Lexicon {
    months: BTreeMap<&'static str, u8>,
    between: Vec<&'static str>,
    beside: Vec<&'static str>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon {
        months: BTreeMap::new(),
        between: Vec::new(),
        beside: Vec::new(),
    };
    let lines = WORDS_OF_DATES.lines().filter(|l| !l.starts_with('#'));
    for (kind, words) in lines.filter_map(|l| l.split_once('\t')) {
        let words = words.split(' ');
        match kind.parse() {
            Ok(month) => lexicon.months.extend(words.map(|w| (w, month))),
            Err(_) if kind == "between" => lexicon.between.extend(words),
            Err(_) => lexicon.beside.extend(words),
        }
    }
    lexicon
});

/// A date found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// The ISO 8601 date.
    pub(crate) iso: String,
    /// How many bytes from the start of the line the date with its weekday takes, if it opens the
    /// line.
    pub(crate) len: usize,
    /// Whether the line holds nothing but the date, a time and words such as "Updated".
    pub(crate) alone: bool,
}

/// Reads the first full date (day, month and year) among the first words of `line`.
pub(crate) fn read_date(line: &str) -> Option<Dated> {
    let words = words(line);
    let (at, used, iso) = (0..words.len()).find_map(|at| {
        let texts: Vec<&str> = words[at..].iter().take(LONGEST).map(|w| w.1).collect();
        day_of(&texts).map(|(used, iso)| (at, used, iso))
    })?;
    let beside = |w: &(usize, &str)| is_beside(w.1);
    let opens = words[..at].iter().all(beside);
    let (start, last) = words[at + used - 1];
    Some(Dated {
        iso,
        len: if opens { start + last.len() } else { 0 },
        alone: opens && line.len() <= 120 && words[at + used..].iter().all(beside),
    })
}

/// Whether `word` is a month, a weekday or another word of date lines.
#[cfg(feature = "html")]
pub(crate) fn is_of_a_date(word: &str) -> bool {
    month(word).is_some() || is_beside(word)
}

/// At most this many words of a line are looked at.
const WORDS: usize = 16;
/// The most words of a date: "12 de mayo de 2024".
const LONGEST: usize = 5;

fn words(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
        let inside = c.is_alphanumeric() || matches!(c, '-' | '.' | ':' | '+');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, line[from..at].trim_end_matches(['.', ':'])));
                start = None;
                if found.len() == WORDS {
                    break;
                }
            }
            _ => {}
        }
    }
    found.retain(|w| !w.1.is_empty() && w.1 != "-");
    found
}

fn is_beside(word: &str) -> bool {
    LEXICON.beside.contains(&word.to_lowercase().as_str())
        || word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(':')
        || matches!(word.len(), 3..=6)
            && word.ends_with(['m', 'M'])
            && word.starts_with(|c: char| c.is_ascii_digit())
}

/// The ISO date that opens `words`, and how many of them it takes.
fn day_of(words: &[&str]) -> Option<(usize, String)> {
    let first = words.first()?;
    if let Some(iso) = iso_day(first).or_else(|| east_asian(first)) {
        return Some((1, iso));
    }
    let between = |w: &str| LEXICON.between.contains(&w.to_lowercase().as_str());
    let mut parts: Vec<(usize, &str)> = words.iter().copied().enumerate().collect();
    parts.retain(|(at, w)| *at == 0 || !between(w));
    // A month may have two names: "12 أيار/مايو 2024".
    if parts.len() > 3 && month(parts[1].1).is_some_and(|m| month(parts[2].1) == Some(m)) {
        parts.remove(2);
    }
    let [a, b, c] = parts.get(..3)?.try_into().ok()?;
    if let Some(iso) = east_asian(&[a.1, b.1, c.1].concat()) {
        return Some((c.0 + 1, iso));
    }
    let (month, day) = match (month(a.1), month(b.1)) {
        (Some(month), _) => (month, day(b.1)?),
        (None, Some(month)) => (month, day(a.1)?),
        _ => return None,
    };
    written(year(c.1)?, month, day).map(|iso| (c.0 + 1, iso))
}

/// "2024年5月1日", "2024년5월1일".
fn east_asian(word: &str) -> Option<String> {
    let (y, rest) = word.split_once(['年', '년'])?;
    let (m, rest) = rest.split_once(['月', '월'])?;
    let (d, _) = rest.split_once(['日', '일'])?;
    written(year(y)?, m.parse().ok()?, d.parse().ok()?)
}

fn iso_day(word: &str) -> Option<String> {
    let date = word.split('T').next()?;
    let mut parts = date.split('-');
    let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || y.len() != 4 || m.len() != 2 || d.len() != 2 {
        return None;
    }
    written(year(y)?, m.parse().ok()?, d.parse().ok()?)
}

fn written(year: u16, month: u8, day: u8) -> Option<String> {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=longest)
        .contains(&day)
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn month(word: &str) -> Option<u8> {
    LEXICON.months.get(word.to_lowercase().as_str()).copied()
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(char::is_alphabetic);
    let behind = word.get(digits.len()..).unwrap_or_default();
    matches!(behind, "" | "st" | "nd" | "rd" | "th" | "er" | "º")
        .then(|| latin(digits).parse().ok())
        .flatten()
}

fn year(word: &str) -> Option<u16> {
    if word.chars().count() != 4 {
        return None;
    }
    let year = latin(word).parse().ok();
    year.filter(|y| (1700..=2199).contains(y))
}

/// `word` with the digits of Arabic and Persian as those of ASCII.
fn latin(word: &str) -> String {
    let digit = |c: char, zero: u32| char::from_digit(c as u32 - zero, 10).unwrap_or(c);
    let latin = word.chars().map(|c| match c {
        '\u{660}'..='\u{669}' => digit(c, 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c, 0x6f0),
        c => c,
    });
    latin.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(line: &str) -> Option<String> {
        read_date(line).filter(|d| d.alone).map(|d| d.iso)
    }

    #[test]
    fn the_usual_date_lines_are_read() {
        for line in [
            "Saturday, September 12, 2015",
            "12 September 2015",
            "Sept. 12, 2015, 10:31 p.m. EDT",
            "Published: 2015-09-12T22:31:00Z",
            "Updated 9:14 am on 12th Sep 2015",
        ] {
            assert_eq!(alone(line).as_deref(), Some("2015-09-12"), "{line}");
        }
    }

    #[test]
    fn date_lines_of_other_languages_are_read() {
        for line in [
            "Samstag, 12. September 2015, 10:31 Uhr",
            "Publicado: 12 de septiembre de 2015 a las 10:31",
            "Publié le 12 septembre 2015",
            "12 вересня 2015, 10:31",
            "12 сентября 2015 г.",
            "12 września 2015",
            "السبت 12 سبتمبر 2015",
            "١٢ أيلول/سبتمبر ٢٠١٥",
            "2015年9月12日",
            "2015년 9월 12일",
            "Aggiornato il 12 set 2015",
        ] {
            let date = read_date(line).map(|d| d.iso);
            assert_eq!(date.as_deref(), Some("2015-09-12"), "{line}");
        }
        assert!(read_date("12 вересня 2015, 10:31").is_some_and(|d| d.alone));
        assert_eq!(read_date("Am 12. September kamen 2015 Menschen"), None);
    }

    #[test]
    fn a_sentence_with_a_date_is_no_date_line() {
        assert_eq!(alone("On September 12, 2015 the crane fell"), None);
        assert_eq!(alone("May 32, 2015"), None);
        assert_eq!(alone("In May 2015"), None);
        assert_eq!(alone("Élan, 12 мая 2015"), None);
    }

    #[test]
    fn a_date_that_opens_a_paragraph_says_how_long_it_is() {
        let line = "Thursday, May 7, 2015 On Tuesday, the government";
        let date = read_date(line).unwrap();
        assert_eq!(&line[..date.len], "Thursday, May 7, 2015");
        assert!(!date.alone);
    }
}
