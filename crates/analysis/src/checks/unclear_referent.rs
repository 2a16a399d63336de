//! "They" who could be more than one.
//!
//! # Why it matters
//! A claim is only as clear as who makes it. Where the sentence before names two groups, "they" may be
//! either, or both.
//!
//! # Example
//! "… facing concerns within his own administration and among a broad range of advocates. They argued …"
//!
//! # What it leaves alone
//! A "they" that has been resolved to one voice, and one whose sentence before names no two groups
//! joined as "within … and among …".
//!
//! Source: ATTRIBUTION.md 5 (a reader must be clearly led).

use sourcelight_text::Span;

use super::Page;
use crate::model::{Attribution, Check, CheckKind};

pub(super) fn ask(page: &Page) -> Option<Check> {
    let (they, before) = page
        .core()
        .find_map(|a| Some((page.source(a)?, two_groups(page, a)?)))?;
    let question = format!(
        "Who are {}? The sentence before names more than one group.",
        page.quoted(they)
    );
    Some(Check {
        kind: CheckKind::UnclearReferent,
        spans: vec![they, before],
        question,
    })
}

/// The sentence before that of `attribution`, where its source is an unresolved "they" that opens the
/// sentence and that sentence names two groups.
fn two_groups(page: &Page, attribution: &Attribution) -> Option<Span> {
    let source = page.source(attribution)?;
    let unresolved = page
        .voice(attribution)
        .is_none_or(|v| v.name.eq_ignore_ascii_case("they") || v.mentions == [source]);
    if !source.of(page.text).eq_ignore_ascii_case("they") || !unresolved {
        return None;
    }
    let at = page
        .sentences
        .partition_point(|(span, _)| span.end <= source.start);
    let (sentence, _) = page.sentences.get(at)?;
    let (before, _) = page.sentences.get(at.checked_sub(1)?)?;
    let opens = !page
        .text
        .get(sentence.start..source.start)?
        .contains(char::is_alphanumeric);
    let joined = [
        " and among ",
        " and within ",
        " and from ",
        " and by ",
        " as well as among ",
    ];
    let words = before.of(page.text).to_lowercase();
    (opens && joined.iter().any(|j| words.contains(j))).then_some(*before)
}
