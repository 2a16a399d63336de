//! Which attributions touch a place in the text.

use sourcelight_text::Span;

use crate::model::Attribution;

/// The attributions of a story, to be asked for by place.
#[derive(Debug)]
pub(crate) struct Covering<'a> {
    attributions: &'a [Attribution],
    /// From the first to the last byte of each, with its index, by the first.
    hulls: Vec<(Span, usize)>,
    /// For each hull, the furthest end of it and those before.
    reach: Vec<usize>,
}

impl<'a> Covering<'a> {
    /// Sorts `attributions` by place.
    pub(crate) fn new(attributions: &'a [Attribution]) -> Self {
        let hull = |(index, a): (usize, &Attribution)| Some((hull(a)?, index));
        let mut hulls: Vec<_> = attributions.iter().enumerate().filter_map(hull).collect();
        hulls.sort_by_key(|(span, index)| (span.start, span.end, *index));
        let reach = hulls
            .iter()
            .scan(0, |far, (span, _)| {
                *far = span.end.max(*far);
                Some(*far)
            })
            .collect();
        Self {
            attributions,
            hulls,
            reach,
        }
    }

    /// The attributions of which a part may lie in `span`, with their indices, by their place.
    pub(crate) fn touching(&self, span: Span) -> impl Iterator<Item = (usize, &'a Attribution)> {
        let first = self.reach.partition_point(|end| *end <= span.start);
        self.hulls[first..]
            .iter()
            .take_while(move |(hull, _)| hull.start < span.end)
            .filter(move |(hull, _)| hull.overlaps(span))
            .filter_map(|(_, index)| Some((*index, self.attributions.get(*index)?)))
    }
}

/// From the first to the last byte of source, cue and content.
pub(crate) fn hull(attribution: &Attribution) -> Option<Span> {
    let parts = [&attribution.source, &attribution.cue, &attribution.content];
    parts.into_iter().flatten().copied().reduce(Span::cover)
}
