//! Statements of who is in a treaty, as contested points: what `crate::treaties` read, beside what the
//! rules of `data/controversy/treaty_status.txt` found.

use sourcelight_text::Span;

use crate::model::{Analysis, Controversy, RegisterVerdict as Verdict, Topic, TreatyClaim};

/// The weight of a point that the register contradicts.
const CONTRADICTED: u8 = 3;

/// The clauses of `analysis`'s treaty claims that no point of `found` marks yet, in text order.
pub(super) fn unmarked(found: &[Controversy], analysis: &Analysis) -> Vec<Span> {
    let points = found.iter().filter(|p| p.topic == Topic::TreatyStatus);
    let mut marked: Vec<Span> = points.map(|p| p.span).collect();
    marked.sort_by_key(|s| (s.start, s.end));
    let mut spans: Vec<Span> = Vec::new();
    for claim in &analysis.treaty_claims {
        let near = marked.partition_point(|s| s.end <= claim.span.start);
        let is_marked = marked.get(near).is_some_and(|s| s.overlaps(claim.span));
        let is_new = spans.last().is_none_or(|s| !s.overlaps(claim.span));
        if !is_marked && is_new {
            spans.push(claim.span);
        }
    }
    spans
}

/// Gives the points weight that the register contradicts.
pub(super) fn weigh(found: &mut [Controversy], analysis: &Analysis) {
    /// No more claims than these share a clause.
    const NEAR: usize = 16;
    let contradicts =
        |c: &&TreatyClaim| matches!(c.verdict, Verdict::Contradicts | Verdict::OutOfDate);
    let claims: Vec<Span> = analysis
        .treaty_claims
        .iter()
        .filter(contradicts)
        .map(|c| c.span)
        .collect();
    for point in found.iter_mut().filter(|p| p.topic == Topic::TreatyStatus) {
        let end = claims.partition_point(|s| s.start < point.span.end);
        let near = &claims[end.saturating_sub(NEAR)..end];
        if near.iter().any(|s| s.overlaps(point.span)) {
            point.severity = CONTRADICTED;
        }
    }
}
