//! Statements of who is in a treaty, as contested points: what `crate::treaties` read, beside what the
//! rules of `data/controversy/treaty_status.txt` found.

use sourcelight_text::Span;

use crate::model::{Analysis, Controversy, RegisterVerdict as Verdict, Topic, TreatyClaim};

/// The weight of a point that the register contradicts.
const CONTRADICTED: u8 = 3;

/// The clauses of `analysis`'s treaty claims that no point of `found` marks yet.
pub(super) fn unmarked(found: &[Controversy], analysis: &Analysis) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for claim in &analysis.treaty_claims {
        let marked =
            |p: &Controversy| p.topic == Topic::TreatyStatus && p.span.overlaps(claim.span);
        if !found.iter().any(marked) && !spans.iter().any(|s| s.overlaps(claim.span)) {
            spans.push(claim.span);
        }
    }
    spans
}

/// Gives the points weight that the register contradicts.
pub(super) fn weigh(found: &mut [Controversy], analysis: &Analysis) {
    let contradicts =
        |c: &&TreatyClaim| matches!(c.verdict, Verdict::Contradicts | Verdict::OutOfDate);
    for claim in analysis.treaty_claims.iter().filter(contradicts) {
        for point in found.iter_mut() {
            if point.topic == Topic::TreatyStatus && point.span.overlaps(claim.span) {
                point.severity = CONTRADICTED;
            }
        }
    }
}
