//! The future, told as if it had happened.
//!
//! # Why it matters
//! Nobody can know it; a reader should see whose forecast it is.
//!
//! # Example
//! "The mines will stop the advance."
//!
//! # What it leaves alone
//! What the rules of `forecast_as_fact` leave alone: dates in a diary, hedges, attributed forecasts. It
//! asks once a page, of the first.
//!
//! Source: AP News Values and Principles; controversy.json, `forecast_as_fact`.

use super::Page;
use crate::model::{Check, CheckKind, Topic};

pub(super) fn ask(page: &Page) -> Option<Check> {
    let spans: Vec<_> = page.points(Topic::ForecastAsFact).map(|p| p.span).collect();
    let first = page.quoted(*spans.first()?);
    Some(Check {
        kind: CheckKind::ForecastAsFact,
        question: format!("{first}: whose forecast is this, and how sure is it?"),
        spans,
    })
}
