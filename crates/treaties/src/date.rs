//! Dates as sources give them: a day, a month or a year, and spans of time between two of them.

use serde::Serialize;

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    /// 0 where only the year is known.
    month: u8,
    /// 0 where only the month is known.
    day: u8,
}

impl Date {
    /// Reads "2024", "2024-11" or "2024-11-20"; what follows a day ("T12:00Z") is left out. `None`
    /// where it is no date.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.split(['T', ' ']).next()?;
        let mut parts = text.splitn(3, '-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map_or(Some(0), |p| number(p, 2))?;
        let day = parts.next().map_or(Some(0), |p| number(p, 2))?;
        let fits = (1000..=9999).contains(&year) && month <= 12 && day <= 31;
        let whole = text.len() == 4 || month > 0 && (text.len() == 7 || day > 0);
        (fits && whole).then_some(Self {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        })
    }

    /// The year `year`, nothing finer.
    pub const fn of_year(year: u16) -> Self {
        let (month, day) = (0, 0);
        Self { year, month, day }
    }

    /// Its year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Its first day, as a number that grows with time.
    pub fn first(self) -> u32 {
        u32::from(self.year) * 10_000
            + u32::from(self.month.max(1)) * 100
            + u32::from(self.day.max(1))
    }

    /// Its last day, as a number that grows with time. A month counts as one of 31 days.
    pub fn last(self) -> u32 {
        let or = |value: u8, most: u8| u32::from(if value == 0 { most } else { value });
        u32::from(self.year) * 10_000 + or(self.month, 12) * 100 + or(self.day, 31)
    }

    /// Whether the two can be the same day.
    pub fn meets(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// How many years lie between its year and that of `other`, whichever comes first.
    pub fn years_from(self, other: Self) -> u16 {
        self.year.abs_diff(other.year)
    }

    /// As a reader would write it: "20 November 2024", "November 2024", "2024".
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = usize::from(self.month)
            .checked_sub(1)
            .and_then(|m| MONTHS.get(m));
        match (month, self.day) {
            (None, _) => self.year.to_string(),
            (Some(month), 0) => format!("{month} {}", self.year),
            (Some(month), day) => format!("{day} {month} {}", self.year),
        }
    }
}

fn number(digits: &str, len: usize) -> Option<u16> {
    let plain = digits.len() == len && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// When something was so: both ends open where the source has no date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first date on which it is known to be so.
    pub from: Option<Date>,
    /// The last date on which it is known to be so.
    pub to: Option<Date>,
}

impl Period {
    /// Reads a date, "2018..2025-03-11", "2025.." or "undated". `None` where it is none of these.
    pub fn read(text: &str) -> Option<Self> {
        if text == "undated" {
            return Some(Self::default());
        }
        let Some((from, to)) = text.split_once("..") else {
            let date = Some(Date::read(text)?);
            return Some(Self {
                from: date,
                to: date,
            });
        };
        let from = Some(Date::read(from)?);
        let to = match to {
            "" => None,
            to => Some(Date::read(to)?),
        };
        Some(Self { from, to })
    }

    /// The newest date it names.
    pub fn newest(self) -> Option<Date> {
        self.to.or(self.from)
    }

    /// As a reader would write it: "on 20 November 2024", "from 2018 to 11 March 2025".
    pub fn in_words(self) -> String {
        let on = |d: Date| if d.day > 0 { "on" } else { "in" };
        match (self.from, self.to) {
            (None, None) => "at a date the source does not give".to_owned(),
            (Some(a), Some(b)) if a == b => format!("{} {}", on(a), a.in_words()),
            (Some(a), Some(b)) => format!("from {} to {}", a.in_words(), b.in_words()),
            (Some(a), None) => format!("since {}", a.in_words()),
            (None, Some(b)) => format!("until {}", b.in_words()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_fine_as_they_are_given() {
        let date = Date::read("2024-11-20T08:00:00Z").unwrap();
        assert_eq!((date.first(), date.last()), (20_241_120, 20_241_120));
        assert_eq!(date.in_words(), "20 November 2024");
        let month = Date::read("2024-11").unwrap();
        assert_eq!((month.first(), month.last()), (20_241_101, 20_241_131));
        assert_eq!(Date::read("2024").unwrap().to_string(), "2024");
        for wrong in [
            "",
            "24",
            "2024-",
            "2024-13",
            "2024-1-1",
            "soon",
            "2024-11-99",
            "2024-00",
        ] {
            assert_eq!(Date::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn ranges_become_from_and_to() {
        let range = Period::read("2018..2025-03-11").unwrap();
        assert_eq!(range.in_words(), "from 2018 to 11 March 2025");
        assert_eq!(range.newest(), Date::read("2025-03-11"));
        assert_eq!(Period::read("2025..").unwrap().to, None);
        assert_eq!(Period::read("undated"), Some(Period::default()));
        assert_eq!(Period::read("..2025"), None);
    }
}
