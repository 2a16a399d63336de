//! A statement about a treaty that the register has otherwise, or in other words.
//!
//! # Why it matters
//! "Signed" and "is party to" are different acts, counts of members change, and states leave. A story
//! that takes one for the other is easily copied.
//!
//! # Example
//! "Neither Russia nor the U.S. is among the 164 signatories of the convention": 164 states were party,
//! 133 signed.
//!
//! # What it leaves alone
//! What the register agrees with, and what it cannot say. Where only the word is loose, the question is
//! about the term.
//!
//! Source: `sourcelight_treaties`, which names where each value was read.

use std::collections::BTreeSet;

use super::Page;
use crate::model::{Check, CheckKind, RegisterVerdict as Verdict, TreatyClaim};

/// More than these are not asked of one page.
const MOST: usize = 5;

pub(super) fn ask(page: &Page) -> Vec<Check> {
    let mut asked = BTreeSet::new();
    let claims = page.analysis.treaty_claims.iter();
    claims
        .filter(|c| !matches!(c.verdict, Verdict::Agrees | Verdict::CannotSay))
        .filter(|c| asked.insert(what(c)))
        .take(MOST)
        .map(|c| question(page, c))
        .collect()
}

/// What a claim is about, so that the same is asked once.
fn what(claim: &TreatyClaim) -> (String, Option<u16>, Vec<String>, Verdict) {
    let codes = claim.states.iter().map(|s| s.code.clone()).collect();
    let count = claim.count.as_ref().map(|c| c.value);
    (claim.id.clone(), count, codes, claim.verdict)
}

fn question(page: &Page, claim: &TreatyClaim) -> Check {
    let loose_word = claim.verb == Some(Verdict::Loose);
    let only_the_word = loose_word && claim.verdict == Verdict::Loose;
    let quoted = page.quoted(claim.count.as_ref().map_or(claim.span, |c| c.span));
    let asks = match claim.verdict {
        Verdict::Loose if only_the_word => format!("Is the word right in {quoted}?"),
        Verdict::Loose => format!("Could {quoted} be said more exactly?"),
        Verdict::OutOfDate => format!("Is {quoted} still so?"),
        _ => format!("Does {quoted} hold?"),
    };
    let kind = if only_the_word {
        CheckKind::TermMismatch
    } else {
        CheckKind::Register
    };
    Check {
        kind,
        spans: vec![claim.span],
        question: format!("{asks} The register: {}", claim.register),
    }
}
