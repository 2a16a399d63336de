//! What the data files promise: every value has a source and a date, every name one meaning or the
//! mark of several, and nothing happens before its time.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    count::COUNTS, instrument::INSTRUMENTS, names::all_names, source::SOURCES, state::STATES,
    status::STATUSES, table::rows, *,
};

fn first(date: Option<Date>) -> Option<u32> {
    date.map(Date::first)
}

fn opened(id: &str) -> Option<Date> {
    instrument(id)?.opened.as_ref()?.date()
}

#[test]
fn every_line_is_understood() {
    const KEYS: &[&str] = &[
        "name",
        "kind",
        "subject",
        "does",
        "opened",
        "in force",
        "ended",
        "state",
        "depositary",
        "note",
        "alias",
        "stem",
        "weak",
        "near",
        "object",
        "twin",
        "named",
        "limited",
    ];
    for (_, line) in rows(INSTRUMENTS) {
        let key = line.split(": ").next().unwrap();
        assert!(KEYS.contains(&key) || key == "not", "{line}");
        let ambiguous = matches!(key, "weak" | "near");
        assert!(!ambiguous || line.contains(" | "), "{line}");
    }
    let lines = |file: &'static str| {
        rows(file)
            .filter(|(_, l)| !l.starts_with([' ', 'o']))
            .count()
    };
    let all: usize = instruments().iter().map(|i| counts(i.id).len()).sum();
    assert_eq!(all, lines(COUNTS));
    assert_eq!(entries().count(), lines(STATUSES));
    let more = rows(STATUSES).filter(|(_, l)| l.starts_with(' ')).count();
    let read: usize = entries().map(|(_, e)| e.others.len() + e.steps.len()).sum();
    assert_eq!(read, more);
    let sources_lines = SOURCES.lines().filter(|l| !l.starts_with('#')).count();
    assert_eq!(sources().len(), sources_lines);
    let states_lines = STATES
        .lines()
        .filter(|l| l.contains(" | ") && !l.starts_with('#'));
    assert_eq!(states().len(), states_lines.count());
}

#[test]
fn nothing_of_the_register_was_lost() {
    assert_eq!(instruments().len(), 50);
    assert_eq!(entries().count(), 1162);
    let known: BTreeSet<&str> = entries().map(|(_, e)| e.state).collect();
    assert_eq!(known.len(), 47);
    for i in instruments() {
        assert!(
            !i.name.is_empty() && !i.subject.is_empty() && !i.does.is_empty(),
            "{}",
            i.id
        );
        assert!(!i.kind.is_empty() && !i.state.is_empty(), "{}", i.id);
        assert!(!i.aliases.is_empty() || !i.weak.is_empty(), "{}", i.id);
        assert!(i.depositary.is_some() && i.opened.is_some(), "{}", i.id);
        assert!(i.in_force.is_some() != i.never_in_force, "{}", i.id);
    }
}

#[test]
fn every_source_is_known_and_used() {
    let mut used = BTreeSet::new();
    for i in instruments() {
        let values = [&i.opened, &i.in_force, &i.ended, &i.depositary];
        for value in values.into_iter().flatten() {
            assert_eq!(
                value.sources.is_empty(),
                value.unsourced,
                "{} {value:?}",
                i.id
            );
            used.extend(value.sources.iter().copied());
        }
        used.extend(counts(i.id).iter().flat_map(|c| c.sources.iter().copied()));
    }
    for (_, entry) in entries() {
        used.extend(entry.sources.iter().copied());
        used.extend(entry.others.iter().map(|o| o.source));
        used.extend(entry.steps.iter().flat_map(|s| s.sources.iter().copied()));
    }
    for id in used {
        assert!(source(id).is_some(), "no source {id}");
    }
    for source in sources() {
        assert!(
            !source.title.is_empty() && source.url.starts_with("http"),
            "{source:?}"
        );
    }
}

#[test]
fn every_count_and_status_has_a_source_and_a_date() {
    for i in instruments() {
        for count in counts(i.id) {
            assert!(!count.sources.is_empty(), "{} {count:?}", i.id);
            assert!(count.parties.is_some(), "{} {count:?}", i.id);
        }
    }
    // A source without a date says so; nothing else may.
    let undated = |p: Period| p == Period::default();
    for (id, entry) in entries() {
        assert!(!entry.sources.is_empty(), "{id} {entry:?}");
        assert!(
            !undated(entry.as_of)
                || entry.sources.iter().any(|s| {
                    let copied = source(s).unwrap().copied;
                    copied.contains("undated") || copied == "-" || Date::read(copied).is_none()
                }),
            "{id} {entry:?}"
        );
        assert!(state(entry.state).is_some(), "{id} {}", entry.state);
    }
}

#[test]
fn dates_stand_in_order_and_none_before_the_instrument() {
    for i in instruments() {
        let date = |v: &Option<Sourced>| v.as_ref().map(|s| s.date().expect(s.value).first());
        let (opened, in_force, ended) = (date(&i.opened), date(&i.in_force), date(&i.ended));
        assert!(in_force.is_none_or(|f| opened <= Some(f)), "{}", i.id);
        assert!(ended.is_none_or(|e| in_force <= Some(e)), "{}", i.id);
        let counts = counts(i.id);
        for count in counts {
            let Period { from, to } = count.as_of;
            assert!(
                to.is_none_or(|t| first(from) <= Some(t.last())),
                "{} {count:?}",
                i.id
            );
            assert!(
                from.is_none_or(|f| opened <= Some(f.last())),
                "{} {count:?}",
                i.id
            );
        }
        let dated: Vec<u32> = counts.iter().filter_map(|c| first(c.as_of.from)).collect();
        assert!(dated.is_sorted(), "{}", i.id);
    }
    for (id, entry) in entries() {
        let opened = opened(id).unwrap().first();
        let steps = entry.steps.iter().map(|s| s.date);
        for date in entry.since.into_iter().chain(steps.clone()) {
            assert!(date.last() >= opened, "{id} {} {date}", entry.state);
        }
        assert!(steps.map(Date::first).is_sorted(), "{id} {}", entry.state);
        let newest = entry.as_of.newest().map(Date::last);
        assert!(newest.is_none_or(|n| n >= opened), "{id} {}", entry.state);
        // A withdrawal may take effect later than its source was written; nothing else may.
        let joined = matches!(entry.status, Status::Party | Status::Signatory);
        let early = joined && newest.is_some() && first(entry.since) > newest;
        assert!(!early, "{id} {} {entry:?}", entry.state);
    }
}

#[test]
fn a_name_means_one_instrument_or_is_marked() {
    let mut plain: BTreeMap<&[String], &str> = BTreeMap::new();
    for (name, ambiguous) in all_names() {
        if !ambiguous && let Some(other) = plain.insert(&name.norms, name.id) {
            panic!("{:?} means {other} and {}", name.norms, name.id);
        }
    }
    let mut words: BTreeMap<&str, &str> = BTreeMap::new();
    for line in STATES
        .lines()
        .filter(|l| l.contains(" | ") && !l.starts_with('#'))
    {
        let code = line.split(" | ").next().unwrap();
        for name in line.split(" | ").skip(1).flat_map(|c| c.split(';')) {
            let name = name.trim();
            let other = words.insert(name, code).filter(|_| name != "-");
            assert!(
                other.is_none_or(|o| o == code),
                "{name} means {other:?} and {code}"
            );
        }
    }
}
