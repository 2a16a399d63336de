//! Unnamed insiders, and no word why they are not named.
//!
//! # Why it matters
//! A reader can weigh an unnamed voice only by what is said of it. The handbooks of AP, Reuters and the
//! BBC ask for the reason to be given.
//!
//! # Example
//! "One official stated that the mines will be non-persistent."
//!
//! # What it leaves alone
//! Crowds that nobody would name (residents, experts), and pages where any unnamed voice comes with a
//! reason ("who spoke on condition of anonymity").
//!
//! Source: AP News Values and Principles, "Anonymous sources"; Reuters Handbook of Journalism,
//! "Sources".

use super::Page;
use crate::model::{Check, CheckKind, SourceType};

pub(super) fn ask(page: &Page) -> Option<Check> {
    let unnamed: Vec<_> = page.core().filter(|a| page.is_withheld(a)).collect();
    if unnamed
        .iter()
        .any(|a| a.anonymity.is_some_and(|a| a.reason_given))
    {
        return None;
    }
    let spans: Vec<_> = unnamed.iter().filter_map(|a| page.source(a)).collect();
    let first = page.quoted(*spans.first()?);
    let question = match spans.len() {
        1 => {
            let group = unnamed[0].source_type == SourceType::UnnamedGroup;
            let is = if group { "are" } else { "is" };
            format!(
                "{first} {is} not named, and the article does not say why. Is the reason known?"
            )
        }
        n => format!(
            "Unnamed voices ({first} and others) speak in {n} places, and the article does not say why they are not named. Is the reason known?"
        ),
    };
    Some(Check {
        kind: CheckKind::AnonymityWithoutReason,
        spans,
        question,
    })
}
