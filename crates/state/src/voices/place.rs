//! Finding a voice again: by the place the reader saw, then by its name.

use sourcelight_analysis::{Analysis, Entity};
use sourcelight_annotation::VoicePlace;
use sourcelight_text::Span;

/// What a word of the reader on `entity` has to remember: its name and its first mention.
pub(super) fn of(entity: &Entity) -> VoicePlace {
    VoicePlace {
        name: entity.name.clone(),
        at: entity.mentions.first().copied().unwrap_or(Span::new(0, 0)),
    }
}

/// The entity that is meant. A mention that shares half its text with the place decides, before it the
/// name; a name alone decides where only one entity has it.
pub(super) fn find(analysis: &Analysis, place: &VoicePlace) -> Option<usize> {
    let entities = || analysis.entities.iter().enumerate();
    let called = |e: &Entity| e.name.eq_ignore_ascii_case(&place.name);
    let here = |e: &Entity| e.mentions.iter().any(|m| shares_half(*m, place.at));
    let mut there = entities().filter(|(_, e)| here(e));
    let first = there.next();
    if let Some((index, _)) = first
        .filter(|(_, e)| called(e))
        .or_else(|| there.find(|(_, e)| called(e)))
    {
        return Some(index);
    }
    let mut named = entities().filter(|(_, e)| called(e));
    match (named.next(), named.next()) {
        (Some((index, _)), None) => Some(index),
        _ => first.map(|(index, _)| index),
    }
}

fn shares_half(one: Span, other: Span) -> bool {
    let shared = one.intersection(other).map_or(0, Span::len);
    let covered = one.len() + other.len() - shared;
    covered > 0 && shared * 2 >= covered
}
