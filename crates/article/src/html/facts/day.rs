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

/// "01.05.2024", day first, as it is written where dates have dots.
fn dotted(text: &str) -> Option<String> {
    text.split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .find_map(|word| {
            let mut parts = word.trim_end_matches('.').split('.');
            let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
            if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
                return None;
            }
            written(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        })
}

fn written(year: u16, month: u8, day: u8) -> Option<String> {
    let sound =
        (1700..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::iso;

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
        ] {
            assert_eq!(iso(text).as_deref(), Some(want), "{text}");
        }
        for text in [
            "",
            "yesterday",
            "2024",
            "99.99.2024",
            "2024-13-01",
            "12345678901234567890",
        ] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}
