//! Dates as English news pages print them, read into ISO 8601.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that may stand on a date line beside the date itself.
const BESIDE: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "published",
    "updated",
    "posted",
    "last",
    "modified",
    "first",
    "date",
    "on",
    "at",
    "of",
    "the",
    "am",
    "pm",
    "a.m",
    "p.m",
    "utc",
    "gmt",
    "est",
    "edt",
    "et",
    "pst",
    "pdt",
    "pt",
    "cst",
    "cdt",
    "bst",
    "cet",
    "cest",
    "eet",
    "eest",
    "ist",
    "z",
];

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
        let texts: Vec<&str> = words[at..].iter().take(3).map(|w| w.1).collect();
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

/// The number of the month that `word` names, in full or cut as English cuts it ("Sep", "Sept."), in
/// any case.
pub fn month_named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_lowercase();
    let known =
        |name: &str| name == word || name[..3] == word || (word == "sept" && name == "september");
    let at = MONTHS.iter().position(|name| known(name))?;
    u8::try_from(at + 1).ok()
}

/// At most this many words of a line are looked at.
const WORDS: usize = 16;

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
    BESIDE.contains(&word.to_lowercase().as_str())
        || word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(':')
        || matches!(word.len(), 3..=6)
            && word.ends_with(['m', 'M'])
            && word.starts_with(|c: char| c.is_ascii_digit())
}

/// The ISO date that opens `words`, and how many of them it takes.
fn day_of(words: &[&str]) -> Option<(usize, String)> {
    let first = words.first()?;
    if let Some(iso) = iso_day(first) {
        return Some((1, iso));
    }
    let [a, b, c] = words.get(..3)?.try_into().ok()?;
    let (month, day) = match (month_named(a), month_named(b)) {
        (Some(month), _) => (month, day(b)?),
        (None, Some(month)) => (month, day(a)?),
        _ => return None,
    };
    written(year(c)?, month, day).map(|iso| (3, iso))
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

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th")
        .then(|| digits.parse().ok())
        .flatten()
}

fn year(word: &str) -> Option<u16> {
    if word.len() != 4 {
        return None;
    }
    word.parse().ok().filter(|y| (1700..=2199).contains(y))
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
