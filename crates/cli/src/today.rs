//! Today's date, which the core does not know.

use std::time::SystemTime;

use time::OffsetDateTime;

/// The date that was given, else today's in UTC, as ISO 8601 has it.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where time comes from"
)]
pub(crate) fn or(given: Option<&str>) -> String {
    given.map_or_else(|| date(SystemTime::now()), str::to_owned)
}

fn date(now: SystemTime) -> String {
    let today = OffsetDateTime::from(now).date();
    let (year, month, day) = (today.year(), u8::from(today.month()), today.day());
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    #[test]
    fn days_become_dates() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_732_060_800, "2024-11-20"),
            (4_102_444_799, "2099-12-31"),
        ] {
            let now = UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(date(now), expected);
        }
        assert_eq!(or(Some("2026-01-01")), "2026-01-01");
    }
}
