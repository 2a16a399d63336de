//! Who holds which side of a contested point, by whose words it stands in.

use sourcelight_text::Span;

use crate::{
    covering::Covering,
    model::{Controversy, Side, SourceType, Stance, Tier},
};

/// `span` cut to the attributed content that holds most of it, so that "experts say that" stays
/// outside. The words that made the rule fire (`hit`) must lie in the content. A decision or a promise
/// is not cut: its content has lost its subject.
pub(super) fn inside_content(span: Span, hit: Span, covering: &Covering) -> Span {
    covering
        .touching(hit)
        .filter(|(_, a)| a.parent.is_none() && a.tier == Tier::Core)
        .flat_map(|(_, a)| &a.content)
        .filter(|content| content.contains(hit))
        .filter_map(|content| content.intersection(span))
        .max_by_key(|cut| cut.len())
        .unwrap_or(span)
}

/// Links `point` to the attributions whose content holds most of it, and weighs it: a point that
/// rests on nobody, or on unnamed voices only, weighs more. `stance` is that of a voice that says it.
pub(super) fn link(point: &mut Controversy, stance: Stance, covering: &Covering) {
    let mut named = false;
    for (index, attribution) in covering.touching(point.span) {
        let parts = attribution.content.iter();
        let shared = parts
            .filter_map(|c| c.intersection(point.span))
            .map(Span::len)
            .sum::<usize>();
        if shared * 2 <= point.span.len() {
            continue;
        }
        named |= attribution.named;
        if attribution.source_type != SourceType::Unstated {
            let entity = attribution.entity;
            point.sides.push(Side {
                stance,
                attribution: Some(index),
                entity,
            });
        }
    }
    point.severity = if named { 1 } else { 2 };
}
