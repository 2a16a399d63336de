//! Laying the reader's words over the items.

use std::collections::BTreeSet;

use sourcelight_annotation::{Annotation, AuditVerdict, AuditWord};
use sourcelight_text::Span;

use super::{AuditItem, Ground, Outcome};
use crate::findings::overlap;

/// Lays the live words among `annotations` over `items`. A word that no item answers to stands by
/// itself, unless it only dismissed what is gone: what was decided or asked is never lost.
pub(super) fn lay<'a>(
    items: &mut Vec<AuditItem>,
    annotations: impl Iterator<Item = &'a Annotation>,
) {
    let mut taken = BTreeSet::new();
    for annotation in annotations.filter(|a| a.is_live()) {
        let Some(word) = annotation.audit_word() else {
            continue;
        };
        let best = items
            .iter()
            .enumerate()
            .filter(|(index, _)| !taken.contains(index))
            .filter_map(|(index, item)| Some((closeness(item, word)?, index)))
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let index = match best {
            Some((_, index)) => index,
            None if word.verdict == Some(AuditVerdict::Dismissed) && word.question.is_none() => {
                continue;
            }
            None if word.verdict.is_none() && word.question.is_none() => continue,
            None => {
                items.push(AuditItem {
                    id: String::new(),
                    kind: word.kind,
                    ground: Ground::Word,
                    at: word.at.clone(),
                    finding: None,
                    outcome: Outcome::Open,
                    question: None,
                    word: None,
                });
                items.len() - 1
            }
        };
        taken.insert(index);
        let item = &mut items[index];
        item.word = Some(annotation.id.clone());
        item.question.clone_from(&word.question);
        // A finding's own judgement decides; the word only asks.
        if item.finding.is_none() {
            item.outcome = match word.verdict {
                Some(AuditVerdict::Stands) => Outcome::Stands,
                Some(AuditVerdict::Dismissed) => Outcome::Dismissed,
                None => Outcome::Open,
            };
        }
    }
}

/// How well an item is the one that a word is about, one half at least where it is; none where it is
/// not.
fn closeness(item: &AuditItem, word: &AuditWord) -> Option<f64> {
    if item.kind != word.kind {
        return None;
    }
    let first = |spans: &[Span]| spans.first().copied();
    let own: Vec<Span> = first(&item.at).into_iter().collect();
    let theirs: Vec<Span> = first(&word.at).into_iter().collect();
    let score = overlap(&own, &theirs).max(overlap(&item.at, &word.at));
    (score >= 0.5).then_some(score)
}
