//! Times as they stand in files.

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
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let mut seconds = days(year, month, day) * 86_400;
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
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(day);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
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

/// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, *chrono-compatible low-level
/// date algorithms*, `days_from_civil`).
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year - era * 400;
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day (the same source, `civil_from_days`).
const fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day)
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
