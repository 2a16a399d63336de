//! "This means that …", where it need not.
//!
//! # Why it matters
//! A conclusion drawn by the outlet itself reads as if the source had said it.
//!
//! # Example
//! "The mines will be non-persistent. This means they are harmless to civilians."
//!
//! # What it leaves alone
//! Conclusions that a voice draws, and those that only put what was said into other words: the sentence
//! must claim something sure or absolute that the one before does not. It asks once a page.
//!
//! Source: taxonomy.json, `does_not_follow`.

use sourcelight_text::Span;

use super::Page;
use crate::{
    model::{Check, CheckKind},
    pattern::list_has,
};

pub(super) fn ask(page: &Page) -> Option<Check> {
    let (before, here) = page.sentences.windows(2).find_map(|pair| {
        let (before, here) = (pair[0].0, pair[1].0);
        let concludes = concludes(page, here) && !is_voiced(page, here);
        (concludes && claims_more(page, before, here)).then_some((before, here))
    })?;
    Some(Check {
        kind: CheckKind::DoesNotFollow,
        spans: vec![here, before],
        question: "This is told as a conclusion from the sentence before. Does it follow from what was said there, and who draws it?"
            .to_owned(),
    })
}

/// Whether a sentence begins as a conclusion does.
fn concludes(page: &Page, sentence: Span) -> bool {
    const OPENINGS: &[&str] = &[
        "this means",
        "that means",
        "it means that",
        "this proves",
        "that proves",
        "this shows that",
        "it follows that",
        "therefore,",
        "thus,",
        "which means",
        "this ensures",
        "this guarantees",
        "consequently,",
        "in other words,",
    ];
    let words = sentence.of(page.text).to_lowercase();
    OPENINGS.iter().any(|o| words.starts_with(o))
}

/// Whether somebody is given for a sentence.
fn is_voiced(page: &Page, sentence: Span) -> bool {
    page.core()
        .any(|a| a.source.iter().chain(&a.cue).any(|s| sentence.contains(*s)))
}

/// Whether `here` has a word that is sure or absolute, and shares few words with `before`.
fn claims_more(page: &Page, before: Span, here: Span) -> bool {
    let words = |span: Span| -> Vec<String> {
        let text = span.of(page.text).to_lowercase();
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts.filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (old, new) = (words(before), words(here));
    let sure = new
        .iter()
        .any(|w| list_has("absolute", w) && !old.contains(w));
    let content: Vec<&String> = new.iter().filter(|w| w.len() > 4).collect();
    let shared = content.iter().filter(|w| old.contains(w)).count();
    sure && shared * 3 <= content.len()
}
