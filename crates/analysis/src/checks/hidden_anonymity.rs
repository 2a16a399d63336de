//! A named outlet up front, unnamed voices behind it.
//!
//! # Why it matters
//! A headline or a blanket sentence that names an outlet reads like a named source. Where that outlet
//! has it from people it does not name, the claim is as anonymous as they are.
//!
//! # Example
//! "Biden approves supply of mines - WP." with "One official stated …" in the body.
//!
//! # What it leaves alone
//! Pages where the headline itself says that the voices are unnamed, and pages on which a person speaks
//! by name through the same outlet.
//!
//! Source: ATTRIBUTION.md 8 and 14; BBC Editorial Guidelines, "Avoiding misleading audiences".

use sourcelight_article::BlockKind;

use super::Page;
use crate::model::{Check, CheckKind, SourceType, ViaBasis};

pub(super) fn ask(page: &Page) -> Option<Check> {
    let withheld = |a: &&_| page.is_withheld(a);
    let behind = |carrier: usize| {
        page.core()
            .filter(withheld)
            .find(|a| a.via.last().is_some_and(|link| link.entity == carrier))
    };
    let front = page.core().find(|a| {
        let headline = page.source(a).is_some_and(|s| {
            page.sentences
                .iter()
                .any(|(span, kind)| *kind == BlockKind::Headline && span.contains(s))
        });
        let blanket = a.via.iter().any(|link| link.basis == ViaBasis::Explicit);
        a.source_type == SourceType::Media && (headline || blanket)
    })?;
    let carrier = front.entity?;
    let named = page.core().any(|a| {
        a.source_type == SourceType::NamedIndividual
            && a.via.last().is_some_and(|link| link.entity == carrier)
    });
    let hidden = behind(carrier).filter(|_| !named)?;
    let (shown, voice) = (page.source(front)?, page.source(hidden)?);
    let question = format!(
        "The page gives {} as its source; behind it speaks an unnamed voice, {}. Would a reader know?",
        page.quoted(shown),
        page.quoted(voice)
    );
    Some(Check {
        kind: CheckKind::HiddenAnonymity,
        spans: vec![shown, voice],
        question,
    })
}
