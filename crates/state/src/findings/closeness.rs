//! How well a finding is the one that was judged.

use sourcelight_annotation::{FindingKind, Judgement, Part, Role};
use sourcelight_text::Span;

use super::Finding;

/// How well a finding is the one that was judged, above one half where it is; none where it is not.
pub(super) fn closeness(finding: &Finding, judgement: &Judgement) -> Option<f64> {
    if finding.kind != judgement.kind {
        return None;
    }
    let role = |parts: &[Part], role| -> Vec<Span> {
        parts
            .iter()
            .filter(|p| p.role == role)
            .map(|p| p.span)
            .collect()
    };
    let shared = |r| overlap(&role(&finding.parts, r), &role(judgement.known_by(), r));
    let score = match finding.kind {
        FindingKind::Attribution => {
            let cues_meet = shared(Role::Cue) > 0.0;
            if !cues_meet {
                return None;
            }
            shared(Role::Content) + shared(Role::Source) / 100.0
        }
        FindingKind::Unsourced => shared(Role::Claim),
        FindingKind::Controversy if finding.label == judgement.known_as() => shared(Role::Point),
        FindingKind::Controversy => return None,
    };
    (score >= 0.5).then_some(score)
}

/// Shared bytes over covered bytes; two empty lists agree.
pub(crate) fn overlap(a: &[Span], b: &[Span]) -> f64 {
    let size = |spans: &[Span]| spans.iter().map(|s| s.len()).sum::<usize>();
    let shared: usize = a
        .iter()
        .flat_map(|x| b.iter().filter_map(|y| x.intersection(*y)))
        .map(Span::len)
        .sum();
    let covered = size(a) + size(b) - shared.min(size(a) + size(b));
    if covered == 0 {
        1.0
    } else {
        shared as f64 / covered as f64
    }
}
