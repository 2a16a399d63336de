//! The treaties a story names or describes, by the register's names.

use sourcelight_text::Span;
use sourcelight_treaties::find_mentions;

use crate::{model::TreatyMention, reading::Reading};

/// Every mention in the story, in text order. Linear.
pub(crate) fn treaties(reading: &Reading) -> Vec<TreatyMention> {
    let paragraphs: Vec<Span> = reading
        .article
        .blocks
        .iter()
        .filter(|b| b.kind.is_story())
        .map(|b| b.span)
        .collect();
    find_mentions(reading.text(), &paragraphs)
        .into_iter()
        .map(|m| TreatyMention {
            id: m.id.to_owned(),
            span: m.span,
        })
        .collect()
}
