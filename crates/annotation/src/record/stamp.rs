//! A hybrid logical time.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The last millisecond of the year 9999, the last that ISO 8601 can write with four digits.
const LAST: u64 = 253_402_300_799_999;

/// The largest count that is read. A device would have to make seventeen million changes within one
/// millisecond to get there; the room above it keeps a hostile file from exhausting the counter.
const MOST_READ: u32 = 1 << 24;

/// A hybrid logical time: milliseconds since 1970 and a count of the changes within them.
///
/// Kulkarni, Demirbas, Madappa, Avva and Leone, *Logical Physical Clocks*, OPODIS 2014. It is
/// written as `milliseconds.count`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Stamp {
    millis: u64,
    count: u32,
}

/// What was to be a time is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time of a record")]
pub struct StampError(String);

impl Stamp {
    /// The first change at this moment, in milliseconds since 1970; later than the year 9999 counts
    /// as its end.
    pub fn at(millis: u64) -> Self {
        Self {
            millis: millis.min(LAST),
            count: 0,
        }
    }

    /// The moment, in milliseconds since 1970.
    pub const fn millis(self) -> u64 {
        self.millis
    }

    /// The stamp right after this one.
    #[must_use]
    pub fn next(self) -> Self {
        match self.count.checked_add(1) {
            Some(count) => Self { count, ..self },
            None => Self {
                millis: self.millis.saturating_add(1),
                count: 0,
            },
        }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.millis, self.count)
    }
}

impl FromStr for Stamp {
    type Err = StampError;

    fn from_str(written: &str) -> Result<Self, StampError> {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        written
            .split_once('.')
            .filter(|(millis, count)| digits(millis) && digits(count))
            .and_then(|(millis, count)| {
                let (millis, count) = (millis.parse().ok()?, count.parse().ok()?);
                (millis <= LAST && count <= MOST_READ).then_some(Self { millis, count })
            })
            .ok_or_else(|| StampError(written.chars().take(40).collect()))
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.to_string()
    }
}

impl TryFrom<String> for Stamp {
    type Error = StampError;

    fn try_from(written: String) -> Result<Self, StampError> {
        written.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let stamp = Stamp::at(1_732_096_800_000).next().next();
        assert_eq!(stamp.to_string(), "1732096800000.2");
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        assert!(Stamp::at(5).next() > Stamp::at(5) && Stamp::at(6) > Stamp::at(5).next());
    }

    #[test]
    fn what_no_clock_can_have_said_is_refused() {
        for written in [
            "",
            "1",
            "1.",
            ".1",
            "+1.0",
            "1.-1",
            "253402300800000.0",
            "1.99999999",
            "1e3.0",
        ] {
            assert!(written.parse::<Stamp>().is_err(), "{written}");
        }
        assert_eq!(Stamp::at(u64::MAX).to_string().parse(), Ok(Stamp::at(LAST)));
    }
}
