//! A serious charge, and no word from the accused.
//!
//! # Why it matters
//! Fairness asks that the accused be heard, or that the article say that it tried.
//!
//! # Example
//! "Villagers say the brigade tortured prisoners." and nothing from the brigade.
//!
//! # What it leaves alone
//! What `controversy::response` leaves alone: any reply, denial or sign of asking in the story.
//!
//! Source: BBC Editorial Guidelines, "Reporting allegations".

use super::Page;
use crate::model::{Check, CheckKind, Topic};

pub(super) fn ask(page: &Page) -> Option<Check> {
    let point = page.points(Topic::MissingResponse).next()?;
    Some(Check {
        kind: CheckKind::MissingResponse,
        spans: vec![point.span],
        question: "This is a serious charge, and the article has no reply to it. Was the accused party asked?"
            .to_owned(),
    })
}
