//! Of whom a statement speaks: the states before a verb, in a list, between commas.

use std::ops::Range;

use sourcelight_treaties::By;

use super::{
    figure::{Amount, amount_in},
    lexicon::{List, is},
    line::{Line, Place},
    statement::Named,
};

/// Who stands before a verb or a noun.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject {
    /// The states.
    pub(super) named: Vec<Named>,
    /// How many.
    pub(super) amount: Option<Amount>,
    /// Whether "neither" or "none" denies it of them.
    pub(super) neither: bool,
    /// Whether a condition stands before it.
    pub(super) unreal: bool,
    /// Where it begins.
    pub(super) start: usize,
}

impl Subject {
    /// Nobody.
    pub(super) fn at(start: usize) -> Self {
        Self {
            start,
            ..Self::default()
        }
    }
}

/// Who stands before the group at `end`. `clause` says whether the whole clause is searched; otherwise
/// only what the group stands in apposition to.
pub(super) fn listed_before(line: &Line, end: usize, clause: bool, before: &[Named]) -> Subject {
    let mut end = end;
    let relative = matches!(line.before(end), "which" | "that" | "who");
    if relative {
        end -= 1;
        end -= usize::from(matches!(line.before(end), "," | "—" | "–"));
        return apposed(line, end, before);
    }
    if !clause {
        return apposed(line, end.saturating_sub(1), before);
    }
    let mut aside = None;
    if matches!(line.before(end), "," | "—" | "–" | "-" | ")") {
        // "Russia, which has one of the largest stockpiles, has not": what the commas hold is passed over.
        let close = end - 1;
        let mark = |i: &usize| matches!(line.word(*i), "," | "—" | "–" | "-" | "(");
        let opens = |i: &usize| {
            let head = line.word(i + 1);
            is(List::Includes, head)
                || is(List::Excludes, head)
                || matches!(
                    head,
                    "which" | "who" | "but" | "not" | "along" | "together" | "as"
                )
        };
        let near = close.saturating_sub(24)..close;
        let open = near
            .clone()
            .filter(mark)
            .find(opens)
            .or_else(|| near.rev().find(mark));
        if let Some(open) = open.filter(|&o| o > 0) {
            aside = Some(open + 1..close);
            end = open;
        }
    }
    let start = border(line, end);
    let (mut named, neither) = named_in(line, start..end, before);
    if let Some(aside) = aside {
        let head = line.word(aside.start);
        let also = matches!(head, "along" | "together" | "as") || is(List::Includes, head);
        let not = head == "not" || (head == "but" && line.word(aside.start + 1) == "not");
        if also || not || is(List::Excludes, head) {
            let (more, _) = named_in(line, aside.start..aside.end, &[]);
            let more = if more.is_empty() {
                listed_behind(line, aside.start + 1..aside.end)
            } else {
                more
            };
            let except = not || is(List::Excludes, head);
            named.extend(more.into_iter().map(|n| Named { except, ..n }));
        } else if named.is_empty() {
            // A list whose last comma stands before the verb.
            named = named_in(line, start..aside.end, before).0;
        }
    }
    let from = start.checked_sub(1).map_or("", |i| line.word(i));
    let open = (start..end).any(|i| is(List::Conditions, line.word(i)));
    Subject {
        named,
        amount: amount_in(line, start..end),
        neither: neither || none_of(line, start..end),
        unreal: open || is(List::Conditions, from),
        start,
    }
}

/// "None of the nuclear powers", "no nuclear state".
fn none_of(line: &Line, range: Range<usize>) -> bool {
    range.clone().any(|i| {
        line.word(i) == "none"
            || (line.word(i) == "no"
                && (i + 1..range.end).any(|n| is(List::NounsOfStates, line.word(n))))
    })
}

/// Who ends directly at `end`: "Estonia, Latvia and Lithuania", "one of the 125 countries".
fn apposed(line: &Line, end: usize, before: &[Named]) -> Subject {
    let mut named = Vec::new();
    let mut at = end;
    while let Some(place) = at.checked_sub(1).and_then(|i| line.state(i)) {
        named.push(of(place));
        at = place.first;
        while at > 0
            && matches!(
                line.word(at - 1),
                "," | "and" | "or" | "the" | "nor" | "both" | "neither"
            )
        {
            at -= 1;
        }
    }
    named.reverse();
    let neither = (at..end).any(|i| line.word(i) == "neither");
    let mut subject = Subject {
        neither,
        start: at,
        named,
        ..Subject::default()
    };
    if subject.named.is_empty() {
        // "Russia is not one of the 164 countries that": the figure, and who is said to be among them.
        let from = end.saturating_sub(12);
        let figure = (from..end)
            .rev()
            .take_while(|&i| !line.words.finite[i] && line.word(i) != ",");
        let start = figure.last().unwrap_or(end);
        subject.amount = amount_in(line, start..end);
        subject.start = start;
        subject.neither |= (start..end).any(|i| is(List::Negations, line.word(i)));
        let among = (start..end).any(|i| matches!(line.word(i), "among" | "one"));
        if among {
            let mut group = start;
            let mut linked = false;
            while group > 0 {
                let word = line.word(group - 1);
                let negative = is(List::Negations, word) || word.ends_with("n't");
                subject.neither |= negative;
                let link = is(List::Auxiliaries, word) || word.ends_with("n't");
                linked |= link;
                if !(negative || link || is(List::Adverbs, word)) {
                    break;
                }
                group -= 1;
            }
            let first = border(line, group);
            if linked {
                let (named, neither) = named_in(line, first..group, before);
                subject.named = named;
                subject.neither |= neither;
                subject.start = first;
            } else if line.before(start) == "," {
                subject.named = apposed(line, start - 1, before).named;
            }
        }
    }
    subject
}

/// Where the clause begins that ends at `end`.
fn border(line: &Line, end: usize) -> usize {
    const REACH: usize = 40;
    let from = end.saturating_sub(REACH);
    (from..end)
        .rev()
        .find(|&i| {
            let word = line.word(i);
            line.words.finite[i] && line.state(i).is_none()
                || (is(List::Borders, word) && !(word == "but" && line.word(i + 1) == "not"))
                || (is(List::Conditions, word))
                || matches!(
                    word,
                    ";" | ":" | "—" | "–" | "(" | ")" | "-" | "“" | "”" | "\""
                )
        })
        .map_or(from, |i| i + 1)
}

/// The states that act in `range`, and whether "neither" denies it of them. A state behind "in", "with"
/// or "from" does not act; a demonym acts only through its government.
pub(super) fn named_in(line: &Line, range: Range<usize>, before: &[Named]) -> (Vec<Named>, bool) {
    let mut named: Vec<Named> = Vec::new();
    let mut neither = false;
    let mut away = false;
    let mut except = false;
    let mut at = range.start;
    while at < range.end {
        let word = line.word(at);
        if let Some(place) = line.state(at) {
            if !away && acts(line, place, range.end) {
                let new = Named {
                    except,
                    ..of(place)
                };
                if !named.iter().any(|n| n.code == new.code) {
                    named.push(new);
                }
            }
            at = place.end;
            continue;
        }
        match word {
            "neither" | "nor" => neither = true,
            "not" if line.state(at + 1).is_some() || line.state(at + 2).is_some() => except = true,
            "," => {
                let listed = (at..range.end).any(|i| matches!(line.word(i), "and" | "or" | "nor"));
                if !listed {
                    (away, except) = (false, false);
                }
            }
            "and" | "or" | "the" | "both" | "also" | "'s" => {}
            _ if is(List::Excludes, word) => except = true,
            _ if is(List::Includes, word) => (away, except) = (false, false),
            "of" if at > range.start && is(List::Offices, line.before(at)) => away = false,
            _ if is(List::Away, word) => away = true,
            _ => away = false,
        }
        at += 1;
    }
    let both = line.word(range.start);
    let pair = matches!(both, "neither" | "both")
        && matches!(
            line.word(range.start + 1),
            "country" | "countries" | "state" | "states" | "nation" | "nations" | "side"
        )
        || (both == "the"
            && line.word(range.start + 1) == "two"
            && is(List::NounsOfStates, line.word(range.start + 2)));
    if named.is_empty() && pair && before.len() == 2 {
        named = before.to_vec();
    }
    (named, neither)
}

/// The states listed in `range`, until something else than a list goes on.
pub(super) fn listed_behind(line: &Line, range: Range<usize>) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    let mut except = false;
    let mut at = range.start;
    while at < range.end {
        let word = line.word(at);
        if let Some(place) = line.state(at) {
            named.push(Named {
                except,
                ..of(place)
            });
            at = place.end;
            continue;
        }
        let figure =
            line.words.numbers[at] || is(List::NounsOfStates, word) || is(List::NounLeaders, word);
        match word {
            "," | "and" | "or" | "nor" | "the" | "both" | "president" | "'s" => {}
            "not" => except = true,
            _ if is(List::Excludes, word) => except = true,
            _ if is(List::Includes, word) => except = false,
            _ if figure || is(List::Offices, word) => {}
            _ => break,
        }
        at += 1;
    }
    named
}

/// Whether the state at `place` acts itself, and not one of its people.
fn acts(line: &Line, place: &Place, end: usize) -> bool {
    let office = |at: usize| at < end && is(List::Offices, line.word(at));
    match place.by {
        By::Name => {
            // "Russia's ambassador said" speaks for it; "Russia's rivals" do not.
            line.word(place.end) != "'s" || office(place.end + 1) || office(place.end + 2)
        }
        By::People => {
            let next = line.word(place.end);
            office(place.end) || office(place.end + 1) || next == "and" || place.end >= end
        }
        By::Seat => !matches!(line.word(place.end), "'s") || office(place.end + 1),
        By::Leader => line.word(place.end) != "'s",
    }
}

fn of(place: &Place) -> Named {
    Named {
        code: place.code,
        span: place.span,
        except: false,
    }
}
