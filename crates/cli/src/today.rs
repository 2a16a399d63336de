//! Today's date, which the core does not know.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The date that was given, else today's in UTC, as ISO 8601 has it.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line is where time comes from"
)]
pub(crate) fn or(given: Option<&str>) -> String {
    given.map_or_else(|| date(SystemTime::now()), str::to_owned)
}

fn date(now: SystemTime) -> String {
    let since = now.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let (year, month, day) = civil(since.as_secs() / 86_400);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month and day of a day since 1 January 1970 (Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms").
const fn civil(days: u64) -> (u64, u64, u64) {
    let z = days + 719_468;
    let era = z / 146_097;
    let of_era = z % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year + era * 400;
    (if month <= 2 { year + 1 } else { year }, month, day)
}

#[cfg(test)]
mod tests {
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
