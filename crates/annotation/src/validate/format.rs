//! URIs (RFC 3986) and times (RFC 3339), as strictly as the W3C's checker takes them.

use std::net::Ipv6Addr;

use serde_json::Value;

/// Whether `value` is a string that is an absolute URI.
pub(super) fn uri(value: &Value) -> bool {
    value.as_str().is_some_and(is_uri)
}

/// Whether `value` is a URI, bare or as the only item of a list.
pub(super) fn single_uri(value: &Value) -> bool {
    super::shape::single(value, uri)
}

/// Whether `value` is a string that is a date and a time with its zone.
pub(super) fn date_time(value: &Value) -> bool {
    value.as_str().is_some_and(is_date_time)
}

/// Whether `text` is an absolute URI: a scheme, then something.
pub fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let mut letters = scheme.bytes();
    let named = letters.next().is_some_and(|b| b.is_ascii_alphabetic())
        && letters.all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    named
        && !path.is_empty()
        && allowed(fragment, b"/?")
        && allowed(query, b"/?")
        && (allowed(path, b"/") || literal_host(path))
}

/// Whether `text` has only characters of a path, `more`, and whole percent escapes.
fn allowed(text: &str, more: &[u8]) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escape = byte == b'%'
            && bytes
                .get(at + 1..at + 3)
                .is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        let plain = byte.is_ascii_alphanumeric()
            || b"-._~!$&'\"()*+,;=:@".contains(&byte)
            || more.contains(&byte);
        if !escape && !plain {
            return false;
        }
        at += if escape { 3 } else { 1 };
    }
    true
}

/// Whether `path` is `//`, perhaps a user, an address in square brackets, perhaps a port, a path.
fn literal_host(path: &str) -> bool {
    let Some(rest) = path.strip_prefix("//").or(path.strip_prefix('/')) else {
        return false;
    };
    let Some((user, rest)) = rest.split_once('[') else {
        return false;
    };
    let Some((host, rest)) = rest.split_once(']') else {
        return false;
    };
    let (port, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let user_fits = user.is_empty()
        || user
            .strip_suffix('@')
            .is_some_and(|u| allowed(u, b"") && !u.contains('@'));
    let port_fits = port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    user_fits && port_fits && allowed(path, b"/") && host.parse::<Ipv6Addr>().is_ok()
}

/// Whether `text` is a date, `T` or a space, and a time with its zone; the date must exist.
pub fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(|c: char| c == 'T' || c == 't' || c.is_whitespace())
    else {
        return false;
    };
    is_date(date) && is_time(time)
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn two(text: &str) -> Option<u32> {
    (text.len() == 2).then(|| number(text)).flatten()
}

fn is_date(date: &str) -> bool {
    let mut parts = date.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let (Some(full), Some(month), Some(day)) = (number(year), two(month), two(day)) else {
        return false;
    };
    let leap = full.is_multiple_of(4) && (!full.is_multiple_of(100) || full.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    year.len() == 4 && (1..=days).contains(&day)
}

fn is_time(time: &str) -> bool {
    let Some(at) = time.find(['z', 'Z', '+', '-']) else {
        return false;
    };
    let (clock, zone) = time.split_at(at);
    let Some((sign, zone_hour, zone_minute)) = offset(zone) else {
        return false;
    };
    let mut parts = clock.split(':');
    let (Some(hour), Some(minute), Some(second), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let (second, fraction) = match second.split_once('.') {
        Some((second, fraction)) => (second, fraction),
        None => (second, "0"),
    };
    let fraction_fits = !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit());
    let (Some(hour), Some(minute), Some(second)) = (two(hour), two(minute), two(second)) else {
        return false;
    };
    if !fraction_fits {
        return false;
    }
    if hour <= 23 && minute <= 59 && second < 60 {
        return true;
    }
    // A leap second stands at the end of a day in UTC.
    let utc_minute = i64::from(minute) - sign * i64::from(zone_minute);
    let utc_hour = i64::from(hour) - sign * i64::from(zone_hour) - i64::from(utc_minute < 0);
    matches!(utc_hour, 23 | -1) && matches!(utc_minute, 59 | -1) && second < 61
}

/// The sign, hours and minutes of `Z`, `+01:00`, `+0100` or `+01`.
fn offset(zone: &str) -> Option<(i64, u32, u32)> {
    if zone.eq_ignore_ascii_case("z") {
        return Some((1, 0, 0));
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let digits = zone.get(1..)?;
    let hour = two(digits.get(..2)?)?;
    let rest = digits.get(2..)?;
    let minute = match rest.strip_prefix(':').unwrap_or(rest) {
        "" if rest.is_empty() => 0,
        minute => two(minute)?,
    };
    (hour <= 23 && minute <= 59).then_some((sign, hour, minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_has_a_scheme_and_something_behind_it() {
        for good in [
            "http://example.org/",
            "urn:uuid:9b6aa528-660a-4551-8265-66f45c61acab",
            "urn:x",
            "mailto:me@example.org",
            "http://[::1]:80/a?b=c#d",
            "http://example.org/%C3%A9#:~:text=a%20b",
        ] {
            assert!(is_uri(good), "{good}");
        }
        for bad in [
            "",
            "example.org",
            "/a/b",
            "urn:",
            "http://a b",
            "http://é",
            "x:%4",
            "1x:a",
            "a:b#c#d",
        ] {
            assert!(!is_uri(bad), "{bad}");
        }
    }

    #[test]
    fn a_time_needs_its_zone_and_a_date_must_exist() {
        for good in [
            "2015-01-28T12:00:00Z",
            "2015-01-28t12:00:00.5+01:00",
            "2016-02-29T00:00:00-0330",
            "2016-12-31T23:59:60Z",
        ] {
            assert!(is_date_time(good), "{good}");
        }
        for bad in [
            "2015-02-31T12:03:45Z",
            "2015-02-29T12:03:45Z",
            "2015-01-28",
            "2015-01-28T12:00:00",
            "2015-01-28T24:00:00Z",
            "2015-01-28T12:00:00+24:00",
            "15-01-28T12:00:00Z",
            "2015-01-28T12:00:61Z",
            "T",
            "2015-01-28T12:00:00.Z",
        ] {
            assert!(!is_date_time(bad), "{bad}");
        }
    }
}
