//! The clock that numbers a device's changes.

use super::Stamp;

/// How far a foreign stamp may lie ahead of our own clock and still move it: a day. A computer that
/// takes local time for UTC is off by less; what is off by more has a clock that is wrong.
pub const MOST_AHEAD: u64 = 24 * 60 * 60 * 1000;

/// A device's hybrid logical clock. It never runs backwards, whatever the device's own clock does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    last: Stamp,
}

/// A stamp was so far in the future that it did not move the clock.
///
/// Nothing is lost by that: which version supersedes which is decided by what was seen, not by
/// stamps. Only where both are kept, the one from the future is shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("another device's clock is ahead by {} hours; its changes are kept, but check its date", .millis / 3_600_000)]
pub struct Ahead {
    /// How far ahead, in milliseconds.
    pub millis: u64,
}

impl Clock {
    /// The clock of a device whose latest stamp, as it was kept, is `last`.
    pub const fn resumed(last: Stamp) -> Self {
        Self { last }
    }

    /// The latest stamp given or seen.
    pub const fn last(&self) -> Stamp {
        self.last
    }

    /// A stamp for a change made at `now` (milliseconds since 1970), later than every one before.
    pub fn tick(&mut self, now: u64) -> Stamp {
        self.last = Stamp::at(now).max(self.last.next());
        self.last
    }

    /// Takes note of a foreign stamp, so that what is changed after seeing it counts as later.
    ///
    /// # Errors
    /// [`Ahead`] where the stamp lies more than [`MOST_AHEAD`] after `now`; the clock stays as it is.
    pub fn observe(&mut self, stamp: Stamp, now: u64) -> Result<(), Ahead> {
        let millis = stamp.millis().saturating_sub(now);
        if millis > MOST_AHEAD {
            return Err(Ahead { millis });
        }
        self.last = self.last.max(stamp);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_clock_set_back_still_goes_forward() {
        let mut clock = Clock::default();
        let first = clock.tick(1_000);
        let second = clock.tick(10);
        assert!(second > first);
        assert_eq!(second, Stamp::at(1_000).next());
        assert_eq!(clock.tick(2_000), Stamp::at(2_000));
    }

    #[test]
    fn a_clock_far_ahead_is_named_and_not_followed() {
        let mut clock = Clock::resumed(Stamp::at(1_000));
        let ahead = clock
            .observe(Stamp::at(MOST_AHEAD + 1_001), 1_000)
            .unwrap_err();
        assert_eq!(ahead.millis, MOST_AHEAD + 1);
        assert_eq!(clock.last(), Stamp::at(1_000));
        assert!(ahead.to_string().contains("24 hours"));
        assert_eq!(clock.observe(Stamp::at(MOST_AHEAD), 1_000), Ok(()));
        assert!(clock.tick(1_000) > Stamp::at(MOST_AHEAD));
    }

    proptest! {
        #[test]
        fn every_tick_is_later_than_all_that_was_given_or_taken_in(
            moments in prop::collection::vec((any::<u64>(), any::<bool>()), 1..40),
        ) {
            let mut clock = Clock::default();
            let mut latest = Stamp::default();
            for (moment, foreign) in moments {
                if foreign {
                    if clock.observe(Stamp::at(moment), moment / 2).is_ok() {
                        latest = latest.max(Stamp::at(moment));
                    }
                } else {
                    let stamp = clock.tick(moment);
                    prop_assert!(stamp > latest);
                    latest = stamp;
                }
            }
        }
    }
}
