//! Who holds which side of a contested point, by whose words it stands in.

use sourcelight_text::Span;

use crate::model::{Analysis, Attribution, Controversy, Side, SourceType, Stance};

/// `span` cut to the attributed content that holds most of it, so that "experts say that" stays
/// outside. The words that made the rule fire (`hit`) must lie in the content.
pub(super) fn inside_content(span: Span, hit: Span, analysis: &Analysis) -> Span {
    analysis
        .attributions
        .iter()
        .filter(|a| a.parent.is_none())
        .flat_map(|a| &a.content)
        .filter(|content| content.contains(hit))
        .filter_map(|content| content.intersection(span))
        .max_by_key(|cut| cut.len())
        .unwrap_or(span)
}

/// Links `point` to the attributions whose content covers it, and weighs it: a point that rests on
/// nobody, or on unnamed voices only, weighs more. `stance` is that of a voice that says it. Linear in
/// the attributions.
pub(super) fn link(point: &mut Controversy, stance: Stance, analysis: &Analysis) {
    let covering = |a: &Attribution| {
        let shared: usize = a
            .content
            .iter()
            .filter_map(|c| c.intersection(point.span))
            .map(Span::len)
            .sum();
        shared * 2 > point.span.len()
    };
    let voices: Vec<(usize, &Attribution)> = analysis
        .attributions
        .iter()
        .enumerate()
        .filter(|(_, a)| covering(a))
        .collect();
    point.sides = voices
        .iter()
        .filter(|(_, a)| a.source_type != SourceType::Unstated)
        .map(|&(index, a)| Side {
            stance,
            attribution: Some(index),
            entity: a.entity,
        })
        .collect();
    let named = voices.iter().any(|(_, a)| a.named);
    point.severity = if named { 1 } else { 2 };
}
