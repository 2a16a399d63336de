//! Dates of structured data and of date lines, as ISO 8601.

use time::OffsetDateTime;

use crate::date::read_date;

/// `text` as an ISO 8601 date or date and time; none where it holds no date.
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    machine(text)
        .or_else(|| seconds(text))
        .or_else(|| dotted(text))
        .or_else(|| read_date(text).map(|d| d.iso))
}

/// The day that an address names: ".../2024/05/01/a-story".
pub(super) fn of_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(['/', '?', '#']).collect();
    parts.windows(3).find_map(|parts| {
        let digits = |at: usize| parts[at].bytes().all(|b| b.is_ascii_digit());
        let [y, m, d] = [parts[0], parts[1], parts[2]];
        let sound = y.len() == 4 && (1..=2).contains(&m.len()) && (1..=2).contains(&d.len());
        if !(sound && digits(0) && digits(1) && digits(2)) {
            return None;
        }
        written(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
    })
}

/// "2024-05-01T10:00:00Z" and what comes near it: "2024/05/01", "20240501T1000".
fn machine(text: &str) -> Option<String> {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let basic = text.get(..8).is_some_and(digits)
        && text
            .as_bytes()
            .get(8)
            .is_none_or(|b| matches!(b, b'T' | b' '));
    let (year, month, day, rest) = if basic {
        (&text[..4], &text[4..6], &text[6..8], &text[8..])
    } else {
        let separator = text.get(4..5).filter(|s| matches!(*s, "-" | "/" | "."))?;
        let mut parts = text.get(5..)?.splitn(2, separator);
        let (month, behind) = (parts.next()?, parts.next()?);
        let end = behind
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(behind.len());
        (text.get(..4)?, month, &behind[..end], &behind[end..])
    };
    if !digits(year) || !digits(month) || !digits(day) {
        return None;
    }
    let date = written(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(match time(rest) {
        Some(time) => format!("{date}T{time}"),
        None => date,
    })
}

/// A time of day with seconds, fraction and zone as they are.
fn time(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let sound = rest.len() >= 5
        && rest.as_bytes()[..2].iter().all(u8::is_ascii_digit)
        && rest.as_bytes()[2] == b':';
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z')))
        .unwrap_or(rest.len());
    sound.then(|| &rest[..end])
}

/// Seconds or milliseconds since 1970.
fn seconds(text: &str) -> Option<String> {
    let number: i64 = text.parse().ok()?;
    let seconds = match text.len() {
        10 => number,
        13 => number / 1000,
        _ => return None,
    };
    let moment = OffsetDateTime::from_unix_timestamp(seconds).ok()?;
    let (year, month, day) = (moment.year(), u8::from(moment.month()), moment.day());
    let (hour, minute, second) = moment.to_hms();
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    ))
}

/// "01.05.2024", day first, as it is written where dates have dots; with slashes where only one order
/// makes a date; and "2024.05.01" inside a line.
fn dotted(text: &str) -> Option<String> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '/' | '-')))
        .find_map(|word| {
            let word = word.trim_matches(['.', '-', '/']);
            let slashed = word.contains('/');
            let mut parts = word.split(['.', '/', '-']);
            let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
            if parts.next().is_some() || b.len() > 2 || b.is_empty() {
                return None;
            }
            if a.len() == 4 && c.len() <= 2 {
                return written(a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
            }
            if c.len() != 4 || a.len() > 2 {
                return None;
            }
            let (first, second, year) = (a.parse().ok()?, b.parse().ok()?, c.parse().ok()?);
            match (slashed, first, second) {
                (false, day, month) => written(year, month, day),
                (true, day, month) if day > 12 || day == month => written(year, month, day),
                (true, month, day) if day > 12 => written(year, month, day),
                _ => None,
            }
        })
}

fn written(year: u16, month: u8, day: u8) -> Option<String> {
    let sound =
        (1700..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::{iso, of_address};

    #[test]
    fn dates_become_iso() {
        for (text, want) in [
            ("2024-05-01T10:00:00+02:00", "2024-05-01T10:00:00+02:00"),
            ("2024-05-01 10:00:00", "2024-05-01T10:00:00"),
            ("2024-5-1", "2024-05-01"),
            ("2024/05/01", "2024-05-01"),
            ("20240501T100000Z", "2024-05-01"),
            ("1714557600", "2024-05-01T10:00:00Z"),
            ("1714557600000", "2024-05-01T10:00:00Z"),
            ("Stand: 01.05.2024, 10:00 Uhr", "2024-05-01"),
            ("Wed, 01 May 2024 10:00:00 GMT", "2024-05-01"),
            ("May 1, 2024 10:00am", "2024-05-01"),
            ("Publicado em 31/05/2024 às 10h", "2024-05-31"),
            ("05/31/2024 10:00 AM", "2024-05-31"),
            ("[ 2024-05-01 15:24 ]", "2024-05-01"),
            ("승인 2024.05.01 15:24", "2024-05-01"),
            ("Опубліковано 1 травня 2024, 10:00", "2024-05-01"),
        ] {
            assert_eq!(iso(text).as_deref(), Some(want), "{text}");
        }
        for text in [
            "",
            "yesterday",
            "2024",
            "99.99.2024",
            "05/06/2024",
            "192.168.1.1",
            "2024-13-01",
            "12345678901234567890",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_may_name_the_day() {
        let day = |address| of_address(address);
        assert_eq!(
            day("https://example.org/world/2024/5/01/ministers-meet").as_deref(),
            Some("2024-05-01")
        );
        assert_eq!(day("https://example.org/2024/ministers/12/3"), None);
    }
}
