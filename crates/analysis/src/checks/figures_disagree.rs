//! Two figures for what seems to be one thing.
//!
//! # Why it matters
//! One of them may be a slip, or an older count. Only the writer or another source can tell.
//!
//! # Example
//! "The contract is worth 1.9bn kroner." and "papers put the value of the contract at 2.4bn kroner."
//!
//! # What it leaves alone
//! What `controversy::figures` leaves alone: ranges that agree, counts that go on, parts and sums.
//!
//! Source: controversy.json, `figure_conflict`.

use super::Page;
use crate::model::{Check, CheckKind, Topic};

pub(super) fn ask(page: &Page) -> Option<Check> {
    let mut points: Vec<_> = page.points(Topic::FigureConflict).collect();
    points.sort_by_key(|p| p.span.start);
    let first = points.first()?;
    // The reason of a point names its counterpart.
    let second = points[1..]
        .iter()
        .find(|p| first.why.contains(p.span.of(page.text)))?;
    let spans = [first.span, second.span];
    Some(page.compare(CheckKind::FiguresDisagree, spans, |one, other| {
        format!("One place says {one}, another {other}. Do they speak of the same thing, and which is right?")
    }))
}
