//! Laying judgements over what the engine found.

use std::collections::{BTreeMap, BTreeSet};

use sourcelight_analysis::{Analysis, Tier};
use sourcelight_annotation::{Annotation, FindingKind, Part, Role, Verdict};
use sourcelight_text::Span;

use super::{Detail, Finding, Status, closeness::closeness};

/// All findings of `analysis` with the live judgements among `annotations` laid over them, in text
/// order.
pub fn findings<'a>(
    analysis: Option<&Analysis>,
    annotations: impl Iterator<Item = &'a Annotation>,
) -> Vec<Finding> {
    let mut all = analysis.map(found).unwrap_or_default();
    let mut taken = BTreeSet::new();
    for annotation in annotations.filter(|a| a.is_live()) {
        let Some(judgement) = annotation.judgement() else {
            continue;
        };
        // What the reader found stands by itself, whatever a machine finds beside it.
        let own = judgement.verdict == Verdict::Added;
        let best = all
            .iter()
            .enumerate()
            .filter(|(index, _)| !own && !taken.contains(index))
            .filter_map(|(index, finding)| Some((closeness(finding, judgement)?, index)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let index = match (best, judgement.verdict) {
            (Some((_, index)), _) => index,
            (None, Verdict::Rejected) => continue,
            (None, Verdict::Accepted | Verdict::Edited | Verdict::Added) => {
                let label = judgement.label.as_str();
                all.push(finding(
                    judgement.kind,
                    label,
                    Vec::new(),
                    false,
                    Detail::Kept,
                ));
                all.len() - 1
            }
        };
        taken.insert(index);
        let judged = &mut all[index];
        judged.judged_by = Some(annotation.id.clone());
        judged.extended = false;
        // What the reader judged is what they saw.
        judged.parts.clone_from(&judgement.parts);
        judged.label.clone_from(&judgement.label);
        judged.status = match judgement.verdict {
            Verdict::Accepted | Verdict::Added => Status::Accepted,
            Verdict::Rejected => Status::Rejected,
            Verdict::Edited => Status::Edited,
        };
        judged.by_hand = own;
    }
    all.sort_by_key(|f| (f.start(), f.kind));
    name(&mut all);
    all
}

/// A finding that nobody has judged; its id comes last, when all are in order.
fn finding(
    kind: FindingKind,
    label: &str,
    parts: Vec<Part>,
    extended: bool,
    detail: Detail,
) -> Finding {
    Finding {
        id: String::new(),
        kind,
        label: label.to_owned(),
        parts,
        extended,
        status: Status::Suggested,
        by_hand: false,
        judged_by: None,
        detail,
    }
}

fn found(analysis: &Analysis) -> Vec<Finding> {
    let mut all = Vec::new();
    for (index, a) in analysis.attributions.iter().enumerate() {
        let role =
            |role, spans: &[Span]| spans.iter().map(move |&span| Part { role, span }).collect();
        let parts: Vec<Vec<Part>> = vec![
            role(Role::Source, &a.source),
            role(Role::Cue, &a.cue),
            role(Role::Content, &a.content),
        ];
        let extended = a.tier != Tier::Core;
        let detail = Detail::Attribution(index);
        let label = a.source_type.word();
        all.push(finding(
            FindingKind::Attribution,
            label,
            parts.concat(),
            extended,
            detail,
        ));
    }
    for (index, claim) in analysis.unsourced.iter().enumerate() {
        let parts = vec![Part {
            role: Role::Claim,
            span: claim.span,
        }];
        let detail = Detail::Unsourced(index);
        all.push(finding(
            FindingKind::Unsourced,
            claim.kind.word(),
            parts,
            false,
            detail,
        ));
    }
    for (index, point) in analysis.controversies.iter().enumerate() {
        let parts = vec![Part {
            role: Role::Point,
            span: point.span,
        }];
        let detail = Detail::Controversy(index);
        all.push(finding(
            FindingKind::Controversy,
            point.topic.word(),
            parts,
            false,
            detail,
        ));
    }
    all
}

/// Gives every finding an id made of its kind and place, the same for the same finding at every
/// reading.
fn name(all: &mut [Finding]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for finding in all {
        let kind = match finding.kind {
            FindingKind::Attribution => "attribution",
            FindingKind::Unsourced => "unsourced",
            FindingKind::Controversy => finding.label.as_str(),
        };
        let key = finding
            .role(Role::Cue)
            .next()
            .or_else(|| finding.parts.first().map(|p| p.span));
        let place = key
            .map(|s| format!("{}-{}", s.start, s.end))
            .unwrap_or_default();
        let id = format!("{kind}-{place}");
        let count = seen.entry(id.clone()).or_insert(0);
        *count += 1;
        finding.id = if *count == 1 {
            id
        } else {
            format!("{id}-{count}")
        };
    }
}
