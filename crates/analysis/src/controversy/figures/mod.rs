//! Two numbers for one thing that cannot both hold.
//!
//! # Why it matters
//! A toll of 12 in the lead and of 15 below is a slip, an update that was not carried through, or two
//! sources. The reader should see both at once.
//!
//! # Example
//! "The contract is worth 1.9bn kroner." and "Ministry papers put the value at 2.4bn kroner."
//!
//! # What it leaves alone
//! Ranges that agree ("over 160" and 164), rounding, counts that go on ("rose to"), other times and
//! places, parts and sums, and things that share no word with each other.
//!
//! Source: controversy.json, `figure_conflict`.

pub(super) mod quantity;

use std::collections::BTreeSet;

use super::{Story, sides};
use crate::{
    model::{Controversy, Stance, Topic},
    pattern::list_has,
};
use quantity::{Figure, Unit, figures, stem};

/// The most pairs of a story.
const MOST_PAIRS: usize = 3;
/// The most figures of a story that are compared.
const MOST_FIGURES: usize = 200;

/// A figure with where it stands and what stands around it.
struct Placed {
    sentence: usize,
    figure: Figure,
    /// Stems of the sentence's words of content.
    around: BTreeSet<String>,
    /// Names behind "in", "at", "near" and the like.
    places: BTreeSet<String>,
    /// Days, months and years.
    times: BTreeSet<String>,
}

/// The figures that exclude each other, pair by pair.
pub(super) fn points(story: &Story) -> Vec<Controversy> {
    let placed: Vec<Placed> = placed(story);
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut found = Vec::new();
    for (j, second) in placed.iter().enumerate() {
        let first = (0..j).find(|&i| !used.contains(&i) && exclude(&placed, &placed[i], second));
        let Some(i) = first else {
            continue;
        };
        if found.len() >= 2 * MOST_PAIRS {
            break;
        }
        used.extend([i, j]);
        found.push(point(story, &placed[i], second));
        found.push(point(story, second, &placed[i]));
    }
    found
}

fn placed(story: &Story) -> Vec<Placed> {
    let mut found = Vec::new();
    for (at, (_, words)) in story.sentences.iter().enumerate() {
        let figures = figures(words);
        if figures.is_empty() {
            continue;
        }
        let norm = |i: usize| words.norms[i].as_str();
        let counts = |i: &usize| {
            let word = norm(*i);
            word.len() > 3
                && word.starts_with(char::is_alphabetic)
                && !words.numbers[*i]
                && !list_has("figure_stop", word)
                && !list_has("figure_units", word)
                && !list_has("figure_dead", word)
        };
        let around = (0..words.len())
            .filter(counts)
            .map(|i| stem(norm(i)))
            .collect();
        let place = |i: &usize| {
            words.names[*i]
                && (1..=3).any(|back| {
                    i.checked_sub(back).is_some_and(|b| {
                        matches!(
                            norm(b),
                            "in" | "at" | "near" | "off" | "outside" | "of" | "from"
                        )
                    })
                })
        };
        let places = (0..words.len())
            .filter(place)
            .map(|i| stem(norm(i)))
            .collect();
        let year = |w: &str| {
            w.len() == 4
                && (w.starts_with("19") || w.starts_with("20"))
                && w.chars().all(|c| c.is_ascii_digit())
        };
        let times = (0..words.len())
            .filter(|&i| list_has("months", norm(i)) || year(norm(i)))
            .map(|i| norm(i).to_owned());
        let times: BTreeSet<String> = times.collect();
        let (around, places): (BTreeSet<String>, BTreeSet<String>) = (around, places);
        for figure in figures {
            if found.len() < MOST_FIGURES {
                found.push(Placed {
                    sentence: at,
                    figure,
                    around: around.clone(),
                    places: places.clone(),
                    times: times.clone(),
                });
            }
        }
    }
    found
}

/// Whether two figures count one thing and cannot both hold.
fn exclude(all: &[Placed], a: &Placed, b: &Placed) -> bool {
    let (x, y) = (&a.figure, &b.figure);
    let apart = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
    };
    if a.sentence == b.sentence
        || x.unit != y.unit
        || !(x.low > y.high || y.low > x.high)
        || is_rounding(x.value, y.value)
        || apart(&a.places, &b.places)
        || apart(&a.times, &b.times)
    {
        return false;
    }
    // Neither is the other with a third figure added.
    let gap = (x.value - y.value).abs();
    let is_sum = all
        .iter()
        .any(|c| c.figure.unit == x.unit && (c.figure.value - gap).abs() < 1e-6);
    let shared: BTreeSet<&String> = a.around.intersection(&b.around).collect();
    let things: Vec<&String> = x.things.iter().filter(|t| y.things.contains(t)).collect();
    let other = shared.iter().filter(|s| !things.contains(s)).count();
    // Many counts of one kind are a table told in words: goals, votes, floors.
    let alike = all
        .iter()
        .filter(|c| c.figure.unit == x.unit)
        .filter(|c| {
            x.unit == Unit::Dead
                || c.figure.things.iter().any(|t| things.contains(&t))
                || things.is_empty()
        })
        .count();
    let back = y.pointed || b.around.contains("same");
    let same = match x.unit {
        Unit::Money(_) => is_value(a) && is_value(b) || (back && other >= 1 && alike <= 3),
        Unit::Percent => other >= 3 && alike <= 2,
        Unit::Dead => other >= 2 && alike <= 3 && !a.places.is_disjoint(&b.places),
        Unit::Things => !things.is_empty() && alike <= 2 && (other >= 4 || (back && other >= 2)),
    };
    same && !is_sum
}

/// Whether the figure is said to be the worth of what the story speaks of.
fn is_value(placed: &Placed) -> bool {
    ["worth", "value", "price", "cost"]
        .iter()
        .any(|w| placed.around.contains(&stem(w)))
}

/// Whether one number is the other, rounded.
fn is_rounding(a: f64, b: f64) -> bool {
    let (small, large) = (a.min(b), a.max(b));
    let round = |v: f64| {
        let size = 10f64.powf(v.abs().max(1.0).log10().floor());
        (v / size * 2.0).fract() == 0.0
    };
    large <= small * 1.06 && (round(a) || round(b))
}

fn point(story: &Story, here: &Placed, there: &Placed) -> Controversy {
    let span = |p: &Placed| story.sentences[p.sentence].1.span(&p.figure.range);
    let mut point = Controversy {
        topic: Topic::FigureConflict,
        kind: None,
        span: span(here),
        severity: 3,
        why: format!(
            "Elsewhere the article says “{}”, it seems of the same thing.",
            span(there).of(story.text())
        ),
        sides: Vec::new(),
        name: None,
    };
    sides::link(&mut point, Stance::Raises, &story.covering);
    point.severity = 3;
    point
}

#[cfg(test)]
mod tests {
    use crate::{Topic, testing::points_by_rules};

    fn found(text: &str) -> Vec<String> {
        let points = points_by_rules(text);
        let here = points.iter().filter(|c| c.topic == Topic::FigureConflict);
        here.map(|c| c.span.of(text).to_owned()).collect()
    }

    #[test]
    fn figures_that_exclude_each_other() {
        for (text, wanted) in [
            (
                "The contract is worth 1.9bn kroner. Ministry papers put the value of the contract at 2.4bn kroner.",
                ["1.9bn kroner", "2.4bn kroner"],
            ),
            (
                "The ferry Anna carried 82 passengers to the island. It sank at dawn. All 117 passengers of the ferry Anna were saved.",
                ["82 passengers", "117 passengers"],
            ),
        ] {
            assert_eq!(found(text), wanted);
        }
    }

    #[test]
    fn figures_that_can_both_hold() {
        for text in [
            "Over 160 states have joined the treaty. The register lists 164 states in the treaty.",
            "The toll of dead in the town stood at 28. The toll of dead in the town rose to 41.",
            "The bank has 400 branches. The bank opened 120 more branches.",
            "In Odesa 40 houses burned. In Kherson 12 houses burned.",
            "In May 40 houses of the village burned. In June 12 houses of the village burned.",
            "The loan of 3 billion dollars has two parts. One part of the loan is 1.2 billion dollars. The other part of the loan is 1.8 billion dollars.",
            "About 300 people marched in the town. Organisers counted 310 people who marched in the town.",
            "The army has 200 tanks. The army has 1,100 guns.",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
