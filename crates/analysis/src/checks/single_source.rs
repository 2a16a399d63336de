//! One voice carries all that is attributed.
//!
//! # Why it matters
//! A story on one voice is as good as that voice; most handbooks ask for a second one.
//!
//! # Example
//! Four statements, all "the spokesman said".
//!
//! # What it leaves alone
//! Pages with fewer than three reported statements, pages where voices may be several ("one official",
//! "this source"), and interviews, which say so in the headline by the speaker's name.
//!
//! Source: BBC Editorial Guidelines, "Gathering material" (single sources).

use std::collections::BTreeSet;

use sourcelight_article::BlockKind;

use super::Page;
use crate::model::{Check, CheckKind, SourceType};

/// Fewer statements than these are too few to speak of.
const LEAST: usize = 3;

pub(super) fn ask(page: &Page) -> Option<Check> {
    let carriers: BTreeSet<usize> = page
        .core()
        .flat_map(|a| &a.via)
        .map(|link| link.entity)
        .collect();
    let speaking: Vec<_> = page
        .core()
        .filter(|a| a.source_type != SourceType::Unstated && a.source_type != SourceType::Author)
        .filter(|a| a.entity.is_none_or(|e| !carriers.contains(&e)))
        .collect();
    let voices: BTreeSet<usize> = speaking.iter().filter_map(|a| a.entity).collect();
    let only = voices.first().copied().filter(|_| voices.len() == 1)?;
    let entity = page.analysis.entities.get(only)?;
    if speaking.len() < LEAST || speaking.iter().any(|a| a.entity.is_none()) {
        return None;
    }
    let in_headline = page.sentences.iter().any(|(span, kind)| {
        *kind == BlockKind::Headline && entity.mentions.iter().any(|m| span.contains(*m))
    });
    if in_headline && entity.source_type == SourceType::NamedIndividual {
        return None;
    }
    let spans: Vec<_> = speaking.iter().filter_map(|a| page.source(a)).collect();
    let question = format!(
        "All {} reported statements come from “{}”. Is there a second source?",
        speaking.len(),
        entity.name
    );
    Some(Check {
        kind: CheckKind::SingleSource,
        spans,
        question,
    })
}
