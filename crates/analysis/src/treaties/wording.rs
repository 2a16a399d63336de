//! What the register says, in words for the reader: with date, source and doubts.

use sourcelight_treaties::{
    Act, Count, Counted, Date, Instrument, Period, Standing, Status, counts, figure_at, instrument,
    source, state,
};

use super::{judge::Judgement, statement::Statement};
use crate::model::RegisterVerdict as Verdict;

/// What the register says beside `statement`. `dated` says whether `day` is the article's date.
pub(crate) fn register(
    statement: &Statement,
    judgement: &Judgement,
    day: Date,
    dated: bool,
) -> String {
    let Some(instrument) = instrument(&statement.id) else {
        return String::new();
    };
    let mut said = Vec::new();
    if let Some((count, counted)) = judgement.count {
        said.push(of_count(statement, judgement, count, counted, day));
    } else if statement.amount.is_some() {
        said.push("The register has no figure for that".to_owned());
    }
    for (named, verdict, standing) in &judgement.states {
        let name = state(named.code).map_or(named.code, |s| s.name);
        said.push(match standing {
            Some(standing) => of_state(name, standing, instrument, *verdict),
            None if is_before(instrument, day) => format!(
                "{name}: there was no {} before {}",
                instrument.short,
                instrument
                    .opened
                    .as_ref()
                    .and_then(|o| o.date())
                    .map_or_else(String::new, Date::in_words)
            ),
            None => format!("{name}: the register has no entry for it"),
        });
    }
    if let Some(ended) = instrument.ended.as_ref().and_then(|e| e.date()) {
        if ended.first() <= day.last() {
            said.push(format!(
                "It is not in force any more ({})",
                instrument.state
            ));
        }
    } else if instrument.never_in_force {
        said.push("It is not in force, so states ratify it and none is a party yet".to_owned());
    }
    if !dated {
        said.push(format!(
            "The article has no date, so this is as of today, {}",
            day.in_words()
        ));
    }
    format!("{}. {}.", instrument.short, said.join(". "))
}

fn is_before(instrument: &Instrument, day: Date) -> bool {
    let opened = instrument.opened.as_ref().and_then(|o| o.date());
    opened.is_some_and(|o| day.last() < o.first())
}

fn of_count(
    statement: &Statement,
    judgement: &Judgement,
    count: &'static Count,
    counted: Counted,
    day: Date,
) -> String {
    let id = statement.id.as_str();
    let mut said = figure(count, counted);
    let day = statement.when.unwrap_or(day);
    let now = figure_at(id, counted, day).filter(|f| f.count != count);
    if let Some(now) = now {
        said += &format!("; {}", figure(now.count, counted));
    }
    if judgement.mislabelled {
        let other = match counted {
            Counted::Parties => Counted::Signed,
            _ => Counted::Parties,
        };
        match counts(id).iter().rev().find(|c| c.of(other).is_some()) {
            Some(c) => said += &format!("; {} {}", c.of(other).unwrap_or_default(), noun(other, 2)),
            None => said += &format!(", which is not the number of states that {}", verb(other)),
        }
    }
    said
}

fn noun(counted: Counted, n: u16) -> &'static str {
    match (counted, n) {
        (Counted::Parties, 1) => "state was party",
        (Counted::Parties, _) => "states were party",
        (Counted::Signed, _) => "states signed",
        (Counted::OnlySigned, _) => "states had signed and not ratified",
    }
}

const fn verb(counted: Counted) -> &'static str {
    match counted {
        Counted::Parties => "are party",
        Counted::Signed | Counted::OnlySigned => "signed",
    }
}

fn figure(count: &Count, counted: Counted) -> String {
    let n = count.of(counted).unwrap_or_default();
    let mut doubts = Vec::new();
    if count.derived {
        doubts.push("worked out, no source has the figure itself".to_owned());
    }
    if let Some(other) = count.disputed.filter(|_| counted == Counted::Parties) {
        doubts.push(format!("disputed, or {other}: {}", count.note));
    }
    doubts.extend(count.sources.first().map(|s| title(s)));
    format!(
        "{n} {} {} ({})",
        noun(counted, n),
        count.as_of.in_words(),
        doubts.join("; ")
    )
}

/// Where a state stood, with its dates, doubts and source.
fn of_state(name: &str, standing: &Standing, instrument: &Instrument, verdict: Verdict) -> String {
    let mut said = format!("{name}: {}", standing_in_words(standing, instrument));
    if matches!(verdict, Verdict::CannotSay) && !standing.disputed {
        said += ", which is too old or too little to say";
    }
    let entry = standing.entry;
    let mut from = vec![format!("seen {}", entry.as_of.in_words())];
    from.extend(entry.sources.first().map(|s| title(s)));
    format!("{said} ({})", from.join(", "))
}

/// Where a state stood, in words: "party since 27 December 2005; suspended since 15 July 2025".
pub(crate) fn standing_in_words(standing: &Standing, instrument: &Instrument) -> String {
    let entry = standing.entry;
    let since = entry.since.filter(|_| entry.status == standing.status);
    let ratified = instrument.never_in_force;
    let member = instrument.kind == "regime";
    let mut said = match standing.status {
        Status::Party if ratified => "has ratified".to_owned(),
        Status::Party if member => "a member".to_owned(),
        Status::Party => "a party".to_owned(),
        Status::Signatory if standing.revoked.is_some() => "a signatory".to_owned(),
        Status::Signatory => "has signed and not ratified".to_owned(),
        Status::Withdrawing => "has given notice and is still bound".to_owned(),
        Status::Withdrawn => "has left".to_owned(),
        Status::NonParty if member => "not a member".to_owned(),
        Status::NonParty => "not a party".to_owned(),
    };
    match (standing.status, since) {
        (Status::Party, Some(date)) => said += &format!(" since {}", date.in_words()),
        (Status::Withdrawn, Some(date)) => {
            said += &format!(" with effect from {}", date.in_words())
        }
        (Status::Withdrawing, Some(date)) => said += &format!(" until {}", date.in_words()),
        (Status::Signatory, Some(date)) if standing.revoked.is_none() => {
            said += &format!(" (signed {})", date.in_words());
        }
        (Status::Withdrawing, None) => {
            if let Some(date) = entry.since.filter(|_| entry.status == Status::Withdrawn) {
                said += &format!(" until {}", date.in_words());
            }
        }
        _ => {}
    }
    if let Some(date) = standing.suspended {
        said += &format!("; suspended it {}", on(date));
    }
    if let Some(date) = standing.revoked {
        said += &format!("; took its ratification back {}", on(date));
    }
    for step in entry.steps.iter().filter(|s| s.act == Act::Unsigned) {
        said += &format!("; {} in {}", step.note, step.date.in_words());
    }
    let reversed = entry.steps.iter().find(|s| s.act == Act::Reversed);
    if let Some(step) = reversed.filter(|_| standing.status == Status::Party) {
        said += &format!(
            "; took its notice back on {} ({})",
            step.date.in_words(),
            step.note
        );
    }
    if standing.disputed {
        said += "; sources disagree";
        let other = entry.others.first().map(|o| title(o.source));
        if let Some(other) = other {
            said += &format!(" ({other})");
        }
    }
    if entry.absent {
        said += "; read from a list that does not name it";
    }
    if entry.stale {
        said += "; no newer source was found";
    }
    let doubt = !entry.note.is_empty() && (entry.steps.is_empty() || standing.disputed);
    if doubt {
        said += &format!("; {}", entry.note.trim_end_matches('.'));
    }
    said
}

/// "on 15 July 2025", "in 2023".
fn on(date: Date) -> String {
    let period = Period {
        from: Some(date),
        to: Some(date),
    };
    period.in_words()
}

/// The title of a source without what stands in brackets.
fn title(id: &str) -> String {
    let title = source(id).map_or(id, |s| s.title);
    title
        .split(" (")
        .next()
        .unwrap_or(title)
        .trim_end_matches('.')
        .to_owned()
}
