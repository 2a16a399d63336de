//! Where a state stood towards an instrument on a day.

use serde::Serialize;

use crate::{
    date::Date,
    instrument::instrument,
    state::is_un_member,
    status::{Act, Entry, Status, Step, complement, entry},
};

/// Where a state stood on a day, and what that rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Where it stood.
    pub status: Status,
    /// The line it was read from. Its own status is that of its newest source.
    pub entry: &'static Entry,
    /// Whether the state had been in before that day.
    pub was_in: bool,
    /// When it stopped applying the instrument without leaving it, if it had by that day.
    pub suspended: Option<Date>,
    /// When it gave notice, if it had by that day and has not taken it back.
    pub notice: Option<Date>,
    /// When it took its ratification back, if it had by that day.
    pub revoked: Option<Date>,
    /// Whether sources contradict each other about the state's place on that day.
    pub disputed: bool,
}

/// Where `state` stood towards the instrument `id` on `day`. `None` where the register does not know
/// the state, and before there was an instrument.
///
/// Between two dated values the older holds; a value without a date holds as far back as nothing
/// contradicts it.
pub fn standing(id: &str, state: &str, day: Date) -> Option<Standing> {
    let instrument = instrument(id)?;
    let opened = instrument
        .opened
        .as_ref()
        .and_then(crate::instrument::Sourced::date);
    if opened.is_some_and(|o| day.last() < o.first()) {
        return None;
    }
    let entry = entry(id, state).or_else(|| {
        let complement = complement(id)?;
        (!complement.except.contains(&state) && is_un_member(state)).then_some(&complement.entry)
    })?;
    let by = |act: Act| step(entry, act).filter(|s| s.date.first() <= day.last());
    let reversed = by(Act::Reversed).is_some();
    let notice = by(Act::Notice).or_else(|| by(Act::Announced));
    let status = status_on(entry, day, notice.is_some() && !reversed);
    let older = entry.others.iter().any(|o| {
        o.status == Status::Party && o.as_of.newest().is_some_and(|d| d.first() < day.last())
    });
    Some(Standing {
        status,
        entry,
        was_in: matches!(
            status,
            Status::Withdrawn | Status::Withdrawing | Status::Party
        ) || (by(Act::Joined).is_some() || older && entry.status != Status::Party),
        suspended: by(Act::Suspended).map(|s| s.date),
        notice: notice.filter(|_| !reversed).map(|s| s.date),
        revoked: by(Act::Revoked).map(|s| s.date),
        disputed: is_disputed(entry, status, day),
    })
}

fn step(entry: &'static Entry, act: Act) -> Option<&'static Step> {
    entry.steps.iter().find(|s| s.act == act)
}

fn status_on(entry: &'static Entry, day: Date, notice: bool) -> Status {
    let begun = |since: Date| since.first() <= day.last();
    match entry.status {
        Status::Withdrawn | Status::Withdrawing => match entry.since {
            Some(since) if !begun(since) && (notice || entry.status == Status::Withdrawing) => {
                let announced = step(entry, Act::Announced).or_else(|| step(entry, Act::Notice));
                match announced {
                    Some(step) if !begun(step.date) => Status::Party,
                    _ => Status::Withdrawing,
                }
            }
            Some(since) if !begun(since) => Status::Party,
            _ => Status::Withdrawn,
        },
        Status::Party if notice => Status::Withdrawing,
        // What was ratified and taken back.
        Status::Signatory if step(entry, Act::Revoked).is_some() => {
            let taken_back = step(entry, Act::Revoked).is_some_and(|s| begun(s.date));
            let ratified = step(entry, Act::Joined).is_some_and(|s| begun(s.date));
            if ratified && !taken_back {
                Status::Party
            } else {
                Status::Signatory
            }
        }
        status if entry.since.is_some_and(|since| !begun(since)) => {
            let before = entry.others.iter().map(|o| o.status).next();
            before.filter(|s| *s != status).unwrap_or(Status::NonParty)
        }
        status if entry.since.is_none() => {
            let newest = entry.as_of.newest();
            let older = entry.others.iter().find(|o| {
                let then = o.as_of.newest();
                then < newest && then.is_some_and(|t| day.last() <= t.last())
            });
            older.map_or(status, |o| o.status)
        }
        status => status,
    }
}

/// Whether a source that is no older than the day, or than the line's own, sees the state elsewhere.
fn is_disputed(entry: &Entry, status: Status, day: Date) -> bool {
    let since = entry.since.map_or(0, Date::first);
    entry.others.iter().any(|o| {
        let then = o.as_of.newest().map_or(0, Date::last);
        let bound = |s: Status| matches!(s, Status::Party | Status::Withdrawing);
        o.mistaken.is_empty()
            && then > since.max(day.first().saturating_sub(20_000))
            && bound(o.status) != bound(status)
            && since <= day.last()
            && o.as_of.newest() >= entry.as_of.newest()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(id: &str, state: &str, day: &str) -> Option<Status> {
        standing(id, state, Date::read(day).unwrap()).map(|s| s.status)
    }

    #[test]
    fn states_join_and_leave_on_their_day() {
        for (id, state, day, status) in [
            ("ottawa", "UA", "2004-01-01", Status::NonParty),
            ("ottawa", "UA", "2026-01-01", Status::Party),
            ("ottawa", "FI", "2025-01-01", Status::Party),
            ("ottawa", "FI", "2025-09-01", Status::Withdrawing),
            ("ottawa", "FI", "2026-01-10", Status::Withdrawn),
            ("ottawa", "PL", "2026-02-01", Status::Party),
            ("ottawa", "US", "2024-11-20", Status::NonParty),
            ("ccm", "LT", "2024-01-01", Status::Party),
            ("rome", "HU", "2025-09-01", Status::Withdrawing),
            ("rome", "HU", "2026-07-01", Status::Party),
            ("rome", "ML", "2025-01-01", Status::Party),
            ("rome", "ML", "2026-03-01", Status::Withdrawing),
            ("rome", "ML", "2027-08-01", Status::Withdrawn),
            ("rome", "BI", "2020-01-01", Status::Withdrawn),
            ("rome", "UA", "2023-01-01", Status::Signatory),
            ("ctbt", "RU", "1999-01-01", Status::Signatory),
            ("ctbt", "RU", "2020-01-01", Status::Party),
            ("ctbt", "RU", "2024-01-01", Status::Signatory),
            ("ctbt", "CU", "2019-01-01", Status::NonParty),
            ("cwc", "MM", "2014-01-01", Status::Signatory),
            ("cwc", "BR", "2025-01-01", Status::Party),
            ("npt", "DE", "2026-01-01", Status::Party),
            ("kyoto", "CA", "2010-01-01", Status::Party),
        ] {
            assert_eq!(at(id, state, day), Some(status), "{id} {state} {day}");
        }
        assert_eq!(at("ottawa", "FR", "1990-01-01"), None);
        assert_eq!(at("ottawa", "BR", "2025-01-01"), None);
        assert_eq!(at("cwc", "TW", "2025-01-01"), None);
    }

    #[test]
    fn what_sources_dispute_is_marked() {
        let disputed = |id, state, day| standing(id, state, Date::read(day).unwrap()).unwrap();
        assert!(disputed("npt", "KP", "2025-01-01").disputed);
        assert!(!disputed("ottawa", "FI", "2026-03-01").disputed);
        assert!(!disputed("rome", "UA", "2025-09-01").disputed);
        assert_eq!(
            disputed("ottawa", "UA", "2025-09-01").suspended,
            Date::read("2025-07-15")
        );
    }
}
