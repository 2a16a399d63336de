//! Times as they stand in files.

use time::{Date, Month, OffsetDateTime};

/// The moment an ISO 8601 date and time names (RFC 3339, or a date alone), in milliseconds since
/// 1970; none for anything else and for years before 1970. Times without a zone count as UTC.
pub fn millis(written: &str) -> Option<u64> {
    let bytes = written.as_bytes();
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = bytes.get(from..to)?;
        let all = digits.iter().all(u8::is_ascii_digit);
        all.then(|| {
            digits
                .iter()
                .fold(0, |sum, d| sum * 10 + i64::from(d - b'0'))
        })
    };
    let is = |at: usize, wanted: u8| bytes.get(at) == Some(&wanted);
    if !(is(4, b'-') && is(7, b'-')) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let month = Month::try_from(month).ok()?;
    let date = Date::from_calendar_date(i32::try_from(year).ok()?, month, day).ok()?;
    let mut seconds = date.midnight().assume_utc().unix_timestamp();
    let mut thousandths = 0;
    if bytes.len() > 10 {
        if !(is(10, b'T') || is(10, b't') || is(10, b' ')) || !is(13, b':') || !is(16, b':') {
            return None;
        }
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        seconds += hour * 3_600 + minute * 60 + second;
        let mut rest = bytes.get(19..)?;
        if let Some(fraction) = rest.strip_prefix(b".") {
            let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
            for place in 0..3 {
                let digit = fraction[..digits]
                    .get(place)
                    .map_or(0, |d| i64::from(d - b'0'));
                thousandths = thousandths * 10 + digit;
            }
            rest = &fraction[digits..];
        }
        seconds -= zone(rest)?;
    }
    u64::try_from(seconds * 1_000 + thousandths).ok()
}

/// A moment in milliseconds since 1970 as ISO 8601 in UTC, to the second.
pub(crate) fn iso(millis: u64) -> String {
    let seconds = i64::try_from(millis / 1_000).unwrap_or_default();
    let moment = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (year, month, day) = (moment.year(), u8::from(moment.month()), moment.day());
    let (hour, minute, second) = moment.to_hms();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The offset of a zone in seconds.
fn zone(written: &[u8]) -> Option<i64> {
    let sign = match written {
        [] | [b'Z' | b'z'] => return Some(0),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return None,
    };
    let digits: Vec<i64> = written[1..]
        .iter()
        .filter(|b| **b != b':')
        .map(|b| b.is_ascii_digit().then(|| i64::from(b - b'0')))
        .collect::<Option<_>>()?;
    match digits[..] {
        [a, b] => Some(sign * (a * 10 + b) * 3_600),
        [a, b, c, d] => Some(sign * ((a * 10 + b) * 3_600 + (c * 10 + d) * 60)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_ways_annotators_write_a_moment() {
        let noon = 1_732_096_800_000;
        for written in [
            "2024-11-20T10:00:00Z",
            "2024-11-20T10:00:00.000Z",
            "2024-11-20T10:00:00.000000+00:00",
            "2024-11-20T12:30:00+02:30",
            "2024-11-20T05:00:00-0500",
            "2024-11-20 10:00:00",
        ] {
            assert_eq!(millis(written), Some(noon), "{written}");
        }
        assert_eq!(millis("2024-11-20T10:00:00.1239Z"), Some(noon + 123));
        assert_eq!(millis("1970-01-01"), Some(0));
        assert_eq!(millis("2000-03-01"), Some(951_868_800_000));
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for written in [
            "",
            "yesterday",
            "2024-13-01",
            "2023-02-29",
            "2024-11-20T25:00:00Z",
            "2024-11-20Tx",
            "1960-01-01",
            "2024-11-20T10:00:00+é",
            "２０２４-11-20",
        ] {
            assert_eq!(millis(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn a_moment_is_read_as_it_was_written(seconds in 0u64..253_402_300_800) {
            prop_assert_eq!(millis(&iso(seconds * 1_000)), Some(seconds * 1_000));
        }

        #[test]
        fn no_words_break_it(words in "\\PC{0,30}", tail in "[-0-9T:.Z+é]{0,40}") {
            let _ = (millis(&words), millis(&tail), millis(&format!("2024-11-20T{tail}")));
        }
    }
}
