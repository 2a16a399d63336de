//! What is to be seen to, before the reader has said anything.

use std::collections::BTreeMap;

use sourcelight_analysis::{
    Analysis, CheckKind, ClaimKind, CoverageState, Topic, ViaBasis, is_withheld,
};
use sourcelight_annotation::{AuditKind, FindingKind, Role};
use sourcelight_text::Span;

use super::{AuditItem, Ground, Outcome};
use crate::{Detail, Finding, Status, Voice, chain::voice_of};

/// Everything there is, not yet in order.
pub(super) fn items(
    text: &str,
    analysis: Option<&Analysis>,
    findings: &[Finding],
    voices: &[Voice],
) -> Vec<AuditItem> {
    let mut items = Vec::new();
    let Some(analysis) = analysis else {
        return items;
    };
    claims(&mut items, findings);
    points(&mut items, analysis, findings);
    let taken: Vec<usize> = items
        .iter()
        .filter_map(|item| match item.ground {
            Ground::Point(_, check) => check,
            _ => None,
        })
        .collect();
    for (index, check) in analysis.checks.iter().enumerate() {
        // Each unnamed voice is an item of its own; a point that a check asks about is there already.
        let apart = check.kind == CheckKind::AnonymityWithoutReason;
        if !apart && !taken.contains(&index) {
            let kind = kind_of(check.kind);
            items.extend(item(kind, Ground::Check(index), check.spans.clone()));
        }
    }
    unnamed(&mut items, text, analysis, voices);
    chains(&mut items, analysis, findings, voices);
    items
}

/// What an item about a check is.
const fn kind_of(check: CheckKind) -> AuditKind {
    match check {
        CheckKind::SingleSource | CheckKind::PluralForOneSource => AuditKind::SingleSource,
        CheckKind::AnonymityWithoutReason => AuditKind::Anonymous,
        CheckKind::HiddenAnonymity => AuditKind::HiddenChain,
        CheckKind::MissingResponse => AuditKind::MissingReply,
        CheckKind::FiguresDisagree | CheckKind::Register => AuditKind::Figures,
        CheckKind::DoesNotFollow
        | CheckKind::UnclearReferent
        | CheckKind::TermMismatch
        | CheckKind::ForecastAsFact => AuditKind::Wording,
    }
}

fn item(kind: AuditKind, ground: Ground, at: Vec<Span>) -> Option<AuditItem> {
    (!at.is_empty()).then(|| AuditItem {
        id: String::new(),
        kind,
        ground,
        at,
        finding: None,
        outcome: Outcome::Open,
        question: None,
        word: None,
    })
}

/// What the judgement on a finding says of its item.
const fn outcome(finding: &Finding) -> Outcome {
    match finding.status {
        Status::Suggested => Outcome::Open,
        Status::Accepted | Status::Edited => Outcome::Stands,
        Status::Rejected => Outcome::Dismissed,
    }
}

/// Claims that nobody is given for.
fn claims(items: &mut Vec<AuditItem>, findings: &[Finding]) {
    for finding in findings.iter().filter(|f| f.kind == FindingKind::Unsourced) {
        let ground = match finding.detail {
            Detail::Unsourced(index) => Ground::Claim(index),
            Detail::Attribution(_) | Detail::Controversy(_) | Detail::Kept => Ground::Word,
        };
        let at = finding.role(Role::Claim).collect();
        items.extend(
            item(AuditKind::Unsourced, ground, at).map(|item| AuditItem {
                finding: Some(finding.id.clone()),
                outcome: outcome(finding),
                ..item
            }),
        );
    }
}

/// Contested points that a sub-editor has to see to, each with the check that asks about it.
fn points(items: &mut Vec<AuditItem>, analysis: &Analysis, findings: &[Finding]) {
    for finding in findings {
        let Detail::Controversy(index) = finding.detail else {
            continue;
        };
        let Some(point) = analysis.controversies.get(index) else {
            continue;
        };
        let kind = match point.topic {
            Topic::MissingResponse => AuditKind::MissingReply,
            Topic::AnonymousDecisive => AuditKind::SingleSource,
            Topic::FigureConflict => AuditKind::Figures,
            // Where the register or the text says otherwise.
            Topic::TreatyStatus | Topic::CasualtyDispute if point.severity >= 3 => {
                AuditKind::Figures
            }
            _ => continue,
        };
        let check = analysis.checks.iter().position(|check| {
            kind_of(check.kind) == kind && check.spans.iter().any(|s| s.overlaps(point.span))
        });
        let mut at: Vec<Span> = finding.role(Role::Point).collect();
        let others = check.and_then(|check| analysis.checks.get(check));
        for span in others.into_iter().flat_map(|check| &check.spans) {
            if !at.iter().any(|have| have.overlaps(*span)) {
                at.push(*span);
            }
        }
        items.extend(
            item(kind, Ground::Point(index, check), at).map(|item| AuditItem {
                finding: Some(finding.id.clone()),
                outcome: outcome(finding),
                ..item
            }),
        );
    }
}

/// Voices without a name that have one, where the article gives no reason: one item a voice.
fn unnamed(items: &mut Vec<AuditItem>, text: &str, analysis: &Analysis, voices: &[Voice]) {
    let mut spoken: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for attribution in &analysis.attributions {
        if let Some(entity) = attribution.entity
            && is_withheld(text, attribution)
        {
            let whole = attribution.source.iter().chain(&attribution.content);
            let whole = whole.copied().reduce(Span::cover);
            spoken.entry(entity).or_default().extend(whole);
        }
    }
    for (index, voice) in voices.iter().enumerate() {
        let explained = voice.anonymity.is_some_and(|a| a.reason_given);
        if explained || voice.is_named() {
            continue;
        }
        let mut at: Vec<Span> = voice
            .entities
            .iter()
            .filter_map(|entity| spoken.get(entity))
            .flatten()
            .copied()
            .collect();
        at.sort();
        items.extend(item(AuditKind::Anonymous, Ground::Voice(index), at));
    }
}

/// Chains that the page does not show where they count: one item a way of carriers.
fn chains(items: &mut Vec<AuditItem>, analysis: &Analysis, findings: &[Finding], voices: &[Voice]) {
    let of = voice_of(voices, analysis.entities.len());
    let voice = |entity: usize| of.get(entity).copied().flatten();
    let mut ways: BTreeMap<Vec<usize>, Vec<Span>> = BTreeMap::new();
    let shown = findings
        .iter()
        .filter(|f| f.status != Status::Rejected && !f.extended);
    for finding in shown {
        let Detail::Attribution(index) = finding.detail else {
            continue;
        };
        let Some(attribution) = analysis.attributions.get(index) else {
            continue;
        };
        if attribution
            .via
            .iter()
            .all(|l| l.basis == ViaBasis::Explicit)
        {
            continue;
        }
        let mut carriers: Vec<usize> = Vec::new();
        for carrier in attribution.via.iter().filter_map(|l| voice(l.entity)) {
            if carriers.last() != Some(&carrier) {
                carriers.push(carrier);
            }
        }
        if let Some(whole) = finding.extent() {
            ways.entry(carriers).or_default().push(whole);
        }
    }
    for (carriers, at) in ways {
        if !carriers.is_empty() {
            items.extend(item(AuditKind::HiddenChain, Ground::Chain(carriers), at));
        }
    }
}

/// Orders items by kind, the gravest first; within a kind by gravity, then by place.
pub(super) fn put_in_order(items: &mut [AuditItem], analysis: Option<&Analysis>) {
    items.sort_by_cached_key(|item| {
        let gravity = match (&item.ground, analysis) {
            (Ground::Claim(index), Some(analysis)) => analysis.unsourced.get(*index).map(|claim| {
                let covered = claim.coverage == CoverageState::Blanket;
                (covered, weight(claim.kind))
            }),
            (Ground::Point(index, _), Some(analysis)) => analysis
                .controversies
                .get(*index)
                .map(|point| (false, 3 - point.severity.min(3))),
            _ => None,
        };
        (
            item.kind,
            gravity.unwrap_or_default(),
            item.at.first().copied(),
        )
    });
}

/// How soon a claim without a source has to be seen to: what can be libel first, opinions last.
const fn weight(kind: ClaimKind) -> u8 {
    match kind {
        ClaimKind::Allegation => 0,
        ClaimKind::Quotation | ClaimKind::NumberOrStatistic | ClaimKind::Legal => 1,
        ClaimKind::Event | ClaimKind::Causal | ClaimKind::Technical => 2,
        ClaimKind::Prediction | ClaimKind::Assessment | ClaimKind::Evaluation => 3,
    }
}

/// Gives every item an id made of its kind and place.
pub(super) fn name(items: &mut [AuditItem]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for item in items {
        let place = item.at.first().map(|s| format!("{}-{}", s.start, s.end));
        let id = format!("audit-{}-{}", item.kind.word(), place.unwrap_or_default());
        let count = seen.entry(id.clone()).or_insert(0);
        *count += 1;
        item.id = if *count == 1 {
            id
        } else {
            format!("{id}-{count}")
        };
    }
}
