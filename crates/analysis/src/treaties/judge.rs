//! What the register says beside a statement: of the figure, of the word that is used, of each state.

use sourcelight_treaties::{
    Count, Counted, Date, Instrument, Standing, Status, counts, figure_at, instrument, standing,
};

use super::{
    figure::{Amount, Hedge},
    lexicon::Said,
    statement::{Named, Statement},
};
use crate::model::RegisterVerdict as Verdict;

/// The verdicts on a statement, part by part, and what they rest on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judgement {
    /// Of the figure.
    pub(crate) figure: Option<Verdict>,
    /// Of the word.
    pub(crate) verb: Option<Verdict>,
    /// Of each state.
    pub(crate) states: Vec<(Named, Verdict, Option<Standing>)>,
    /// The count that the figure was held against, and what of it.
    pub(crate) count: Option<(&'static Count, Counted)>,
    /// Whether the article's figure is one of what it does not say ("164 signatories" are parties).
    pub(crate) mislabelled: bool,
}

impl Judgement {
    /// The worst verdict on a state.
    pub(crate) fn of_states(&self) -> Option<Verdict> {
        self.states
            .iter()
            .map(|(_, v, _)| *v)
            .max_by_key(|v| weight(*v))
    }

    /// The worst of all parts.
    pub(crate) fn overall(&self) -> Verdict {
        [self.figure, self.verb, self.of_states()]
            .into_iter()
            .flatten()
            .max_by_key(|v| weight(*v))
            .unwrap_or(Verdict::CannotSay)
    }
}

const fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Agrees => 0,
        Verdict::CannotSay => 1,
        Verdict::Loose => 2,
        Verdict::OutOfDate => 3,
        Verdict::Contradicts => 4,
    }
}

fn worse(one: Option<Verdict>, other: Verdict) -> Option<Verdict> {
    Some(one.map_or(
        other,
        |v| if weight(v) >= weight(other) { v } else { other },
    ))
}

/// Holds `statement` against the register as it was on `day`.
pub(crate) fn judge(statement: &Statement, day: Date) -> Judgement {
    let mut judgement = Judgement::default();
    let Some(instrument) = instrument(&statement.id) else {
        return judgement;
    };
    if let Some(amount) = &statement.amount {
        figure(statement, amount, day, &mut judgement);
    }
    for named in &statement.states {
        let standing = standing(&statement.id, named.code, day);
        let negated = statement.negated != named.except;
        let (state, verb) = match &standing {
            Some(standing) => {
                let case = Case {
                    statement,
                    instrument,
                    standing,
                    day,
                    mislabelled: judgement.mislabelled,
                };
                case.verdict(negated)
            }
            None => (Verdict::CannotSay, None),
        };
        if let Some(verb) = verb {
            judgement.verb = worse(judgement.verb, verb);
        }
        judgement.states.push((*named, state, standing));
    }
    judgement
}

/// What a statement's number counts.
fn counted(statement: &Statement) -> Counted {
    match statement.said {
        Said::Signed if statement.only_signed => Counted::OnlySigned,
        Said::Signed => Counted::Signed,
        _ => Counted::Parties,
    }
}

fn figure(statement: &Statement, amount: &Amount, day: Date, judgement: &mut Judgement) {
    // A figure of those who left, or who are not in, is in no list.
    let listed = matches!(
        statement.said,
        Said::Signed | Said::Ratified | Said::Joined | Said::Party
    );
    let among = !statement.states.is_empty();
    if !listed || (statement.negated && !among) {
        judgement.figure = Some(Verdict::CannotSay);
        return;
    }
    let id = statement.id.as_str();
    let day = statement.when.unwrap_or(day);
    let own = counted(statement);
    let other = match own {
        Counted::Parties => Counted::Signed,
        Counted::Signed | Counted::OnlySigned => Counted::Parties,
    };
    let fits =
        |counted: Counted| figure_at(id, counted, day).filter(|f| amount.fits(f.least, f.most));
    let settle = |j: &mut Judgement, figure, verb, count| {
        (j.figure, j.verb, j.count) = (Some(figure), Some(verb), Some(count));
    };
    if let Some(figure) = fits(own) {
        let disputed = figure.count.disputed.is_some() && own == Counted::Parties;
        let exact = amount.hedge == Hedge::Exactly;
        let verdict = if disputed && exact {
            Verdict::CannotSay
        } else {
            Verdict::Agrees
        };
        settle(judgement, verdict, word(statement), (figure.count, own));
    } else if let Some(figure) = fits(other) {
        judgement.mislabelled = true;
        settle(
            judgement,
            Verdict::Agrees,
            Verdict::Loose,
            (figure.count, other),
        );
    } else if let Some(count) = earlier(id, amount, own, day) {
        settle(judgement, Verdict::OutOfDate, word(statement), (count, own));
    } else if let Some(count) = earlier(id, amount, other, day) {
        judgement.mislabelled = true;
        settle(
            judgement,
            Verdict::OutOfDate,
            Verdict::Loose,
            (count, other),
        );
    } else if let Some(figure) = figure_at(id, own, day) {
        let drift = figure
            .count
            .as_of
            .newest()
            .is_none_or(|d| d.years_from(day) > 1)
            && amount.value.abs_diff(figure.most) <= 6;
        let verdict = if drift || figure.count.disputed == Some(amount.value) {
            Verdict::CannotSay
        } else if amount.holds(figure.most) {
            // "over 100" of 164 is true, and says little.
            Verdict::Loose
        } else {
            Verdict::Contradicts
        };
        judgement.figure = Some(verdict);
        judgement.count = Some((figure.count, own));
    } else {
        judgement.figure = Some(Verdict::CannotSay);
        judgement.count = figure_at(id, other, day).map(|f| (f.count, other));
    }
}

/// The verdict on the word itself, where the figure is of what it says.
fn word(statement: &Statement) -> Verdict {
    let never = instrument(&statement.id).is_some_and(|i| i.never_in_force);
    match statement.said {
        Said::Party | Said::Joined if never => Verdict::Loose,
        _ => Verdict::Agrees,
    }
}

/// The newest count before `day` that the figure was right for.
fn earlier(id: &str, amount: &Amount, counted: Counted, day: Date) -> Option<&'static Count> {
    counts(id).iter().rev().find(|c| {
        let before = c.as_of.from.is_some_and(|f| f.first() < day.first());
        before && c.of(counted).is_some_and(|n| amount.fits(n, n))
    })
}

struct Case<'a> {
    statement: &'a Statement,
    instrument: &'static Instrument,
    standing: &'a Standing,
    day: Date,
    mislabelled: bool,
}

impl Case<'_> {
    /// Of the state, and of the word that is used for it.
    fn verdict(&self, negated: bool) -> (Verdict, Option<Verdict>) {
        if self.standing.disputed {
            return (Verdict::CannotSay, None);
        }
        let said = self.statement.said;
        let denies = negated != (said == Said::Outside);
        match said {
            Said::Signed | Said::Ratified | Said::Joined | Said::Party | Said::Outside
                if denies =>
            {
                (self.is_out(said), None)
            }
            Said::Signed => (self.has_signed(), None),
            Said::Ratified | Said::Joined | Said::Party | Said::Outside => self.is_in(said),
            Said::Left if negated => (self.is_still_in(), None),
            Said::Left => self.has_left(),
            Said::Revoked => (self.has_revoked(negated), None),
            Said::Suspended => (self.has_suspended(negated), None),
            Said::Unsigned => (self.has_unsigned(negated), None),
        }
    }

    fn bound(&self) -> bool {
        matches!(self.standing.status, Status::Party | Status::Withdrawing)
    }

    /// Whether the register's word is too old to speak of something that may have happened since.
    fn is_old(&self) -> bool {
        let newest = self.standing.entry.as_of.newest();
        let far = newest.is_none_or(|d| self.day.first() > d.last() && self.day.years_from(d) > 1);
        far || (self.standing.entry.stale && newest.is_none_or(|d| d.last() < self.day.first()))
    }

    fn or_cannot_say(&self, verdict: Verdict) -> Verdict {
        if self.is_old() {
            Verdict::CannotSay
        } else {
            verdict
        }
    }

    /// Whether the instrument had ended by the day.
    fn has_ended(&self) -> bool {
        let ended = self.instrument.ended.as_ref().and_then(|e| e.date());
        ended.is_some_and(|e| e.last() <= self.day.first())
    }

    /// The date the article gives against the register's.
    fn dated(&self, known: Option<Date>) -> Verdict {
        match (self.statement.when, known) {
            (Some(said), Some(known)) if said.meets(known) => Verdict::Agrees,
            (Some(said), Some(known)) if said.years_from(known) <= 1 => Verdict::Loose,
            (Some(_), Some(_)) => Verdict::Contradicts,
            (Some(said), None) if self.is_before_the_treaty(said) => Verdict::Contradicts,
            _ => Verdict::Agrees,
        }
    }

    fn is_before_the_treaty(&self, said: Date) -> bool {
        let opened = self.instrument.opened.as_ref().and_then(|o| o.date());
        opened.is_some_and(|o| said.last() < o.first())
    }

    fn has_signed(&self) -> Verdict {
        let entry = self.standing.entry;
        match self.standing.status {
            Status::Signatory
                if entry.status == Status::Signatory && self.standing.revoked.is_none() =>
            {
                self.dated(entry.since)
            }
            // Who is in has signed or acceded; the register has no date of signing.
            Status::Party | Status::Withdrawing | Status::Withdrawn | Status::Signatory => {
                let late = match (self.statement.when, entry.since) {
                    (Some(said), Some(since)) if entry.status == Status::Party => {
                        said.first() > since.last()
                    }
                    _ => false,
                };
                if late {
                    Verdict::Loose
                } else {
                    self.dated(None)
                }
            }
            Status::NonParty if self.standing.was_in => Verdict::Agrees,
            Status::NonParty => self.or_cannot_say(Verdict::Contradicts),
        }
    }

    fn is_in(&self, said: Said) -> (Verdict, Option<Verdict>) {
        let party = said == Said::Party;
        let never = self.instrument.never_in_force;
        let word = (never && said != Said::Ratified).then_some(Verdict::Loose);
        let now = party && !self.statement.past;
        match self.standing.status {
            Status::Party | Status::Withdrawing => {
                let joined = self
                    .standing
                    .entry
                    .since
                    .filter(|_| self.standing.entry.status == Status::Party);
                let verdict = if party {
                    Verdict::Agrees
                } else {
                    self.dated(joined)
                };
                let ended = now && self.has_ended();
                (if ended { Verdict::OutOfDate } else { verdict }, word)
            }
            Status::Signatory if self.standing.revoked.is_some() => {
                let past = self.statement.past;
                let state = if past {
                    Verdict::Agrees
                } else {
                    Verdict::OutOfDate
                };
                (state, (never && now).then_some(Verdict::Contradicts))
            }
            Status::Withdrawn if now || (!party && !self.statement.past) => {
                (Verdict::OutOfDate, None)
            }
            Status::Withdrawn => (Verdict::Agrees, None),
            Status::NonParty if self.standing.was_in => (
                if now {
                    Verdict::OutOfDate
                } else {
                    Verdict::Agrees
                },
                None,
            ),
            Status::Signatory | Status::NonParty if party => (Verdict::Contradicts, None),
            Status::Signatory | Status::NonParty => {
                (self.or_cannot_say(Verdict::Contradicts), None)
            }
        }
    }

    fn is_out(&self, said: Said) -> Verdict {
        let signs = said == Said::Signed;
        let is = matches!(said, Said::Party | Said::Outside);
        match self.standing.status {
            Status::NonParty if self.standing.was_in && !is => Verdict::Contradicts,
            Status::NonParty => Verdict::Agrees,
            Status::Signatory if signs && self.mislabelled => Verdict::Loose,
            Status::Signatory if signs => Verdict::Contradicts,
            Status::Signatory if self.standing.revoked.is_some() && !is => Verdict::Loose,
            Status::Signatory => Verdict::Agrees,
            Status::Withdrawn if is || !self.statement.past && signs => Verdict::Agrees,
            Status::Withdrawn => Verdict::Contradicts,
            Status::Party | Status::Withdrawing => {
                let since = self
                    .standing
                    .entry
                    .since
                    .filter(|_| self.standing.entry.status == Status::Party);
                let recent = since.is_some_and(|s| self.day.years_from(s) <= 10);
                let then = self
                    .statement
                    .when
                    .zip(since)
                    .is_some_and(|(w, s)| w.last() < s.first());
                if then {
                    Verdict::Agrees
                } else if recent && !signs {
                    Verdict::OutOfDate
                } else {
                    Verdict::Contradicts
                }
            }
        }
    }

    fn is_still_in(&self) -> Verdict {
        match self.standing.status {
            Status::Party => Verdict::Agrees,
            Status::Withdrawing => Verdict::Loose,
            Status::Withdrawn => Verdict::OutOfDate,
            Status::Signatory | Status::NonParty => Verdict::Loose,
        }
    }

    fn has_left(&self) -> (Verdict, Option<Verdict>) {
        let standing = self.standing;
        let left = standing
            .entry
            .since
            .filter(|_| standing.entry.status == Status::Withdrawn);
        match standing.status {
            Status::Withdrawn => {
                let verdict = self.dated(left);
                let noticed = self
                    .statement
                    .when
                    .zip(standing.notice)
                    .is_some_and(|(w, n)| w.meets(n));
                (
                    if noticed && verdict != Verdict::Agrees {
                        Verdict::Loose
                    } else {
                        verdict
                    },
                    None,
                )
            }
            Status::Withdrawing if self.statement.ended => (Verdict::Contradicts, None),
            Status::Withdrawing => (Verdict::Loose, Some(Verdict::Loose)),
            Status::Signatory if standing.revoked.is_some() => {
                (Verdict::Loose, Some(Verdict::Loose))
            }
            Status::Signatory if has_unsigned(standing) => (Verdict::Loose, Some(Verdict::Loose)),
            Status::NonParty if standing.was_in => (Verdict::Agrees, None),
            Status::Signatory | Status::NonParty => (Verdict::Contradicts, None),
            Status::Party if self.has_ended() => (Verdict::Loose, None),
            // The register has what a state did on the way, so its word stands.
            Status::Party
                if !standing.entry.steps.is_empty() || !standing.entry.note.is_empty() =>
            {
                (Verdict::Contradicts, None)
            }
            Status::Party => (self.or_cannot_say(Verdict::Contradicts), None),
        }
    }

    fn has_revoked(&self, negated: bool) -> Verdict {
        match (self.standing.revoked, negated) {
            (Some(date), false) => self.dated(Some(date)),
            (Some(_), true) => Verdict::Contradicts,
            (None, true) if self.bound() => Verdict::Agrees,
            (None, false) if self.bound() => self.or_cannot_say(Verdict::Contradicts),
            (None, _) => Verdict::CannotSay,
        }
    }

    fn has_suspended(&self, negated: bool) -> Verdict {
        match (self.standing.suspended, negated) {
            (Some(date), false) => self.dated(Some(date)),
            (Some(_), true) => Verdict::Contradicts,
            (None, false)
                if matches!(self.standing.status, Status::NonParty | Status::Signatory)
                    && !self.standing.was_in =>
            {
                Verdict::Contradicts
            }
            (None, _) => Verdict::CannotSay,
        }
    }

    fn has_unsigned(&self, negated: bool) -> Verdict {
        match self.standing.status {
            _ if negated => Verdict::CannotSay,
            Status::Signatory if has_unsigned(self.standing) => Verdict::Agrees,
            // Still listed: a signature is not taken off the depositary's list.
            Status::Signatory => Verdict::Loose,
            Status::Party | Status::Withdrawing => Verdict::Contradicts,
            Status::Withdrawn | Status::NonParty => Verdict::CannotSay,
        }
    }
}

fn has_unsigned(standing: &Standing) -> bool {
    use sourcelight_treaties::Act;
    standing.entry.steps.iter().any(|s| s.act == Act::Unsigned)
}
