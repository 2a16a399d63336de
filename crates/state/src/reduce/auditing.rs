//! What the reader decides on an item of the audit, and asks of the desk.

use sourcelight_annotation::{Annotation, AuditVerdict, AuditWord, Body, Verdict};
use sourcelight_text::Span;

use super::annotations::{self, delete, judge, live};
use crate::{AuditItem, Mode, State};

/// Decides on an item, or takes that back. An item that is a finding is decided by its judgement.
pub(super) fn decide(
    state: &mut State,
    item: &str,
    verdict: Option<AuditVerdict>,
    id: String,
    at: String,
) {
    let Some(item) = state.item(item).cloned() else {
        return;
    };
    let Some(finding) = item.finding.as_deref().and_then(|f| state.finding(f)) else {
        let question = item.question.clone();
        return say(state, &item, verdict, question, id, at);
    };
    let finding = finding.clone();
    match (verdict, finding.judged_by.clone()) {
        (None, Some(judgement)) => delete(state, &judgement, at),
        (None, None) => {}
        (Some(verdict), earlier) => {
            let verdict = match verdict {
                AuditVerdict::Stands => Verdict::Accepted,
                AuditVerdict::Dismissed => Verdict::Rejected,
            };
            judge(state, earlier, finding.judged(verdict), id, at);
        }
    }
}

/// Asks the desk about an item, or takes the question back.
pub(super) fn ask(state: &mut State, item: &str, question: Option<String>, id: String, at: String) {
    let Some(item) = state.item(item).cloned() else {
        return;
    };
    let asked = question.map(|words| words.trim().to_owned());
    let asked = asked.filter(|words| !words.is_empty());
    let before = item.word.as_deref().and_then(|word| live(state, word));
    let verdict = before.and_then(Annotation::audit_word);
    let verdict = verdict.and_then(|word| word.verdict);
    say(state, &item, verdict, asked, id, at);
}

/// Puts the reader's word on an item in place; one that says nothing any more is deleted.
fn say(
    state: &mut State,
    item: &AuditItem,
    verdict: Option<AuditVerdict>,
    question: Option<String>,
    id: String,
    at: String,
) {
    let empty = verdict.is_none() && question.is_none();
    let body = Body::Audit(AuditWord {
        verdict,
        question,
        ..item.place()
    });
    match (item.word.clone(), empty) {
        (Some(word), true) => delete(state, &word, at),
        (None, true) => {}
        (word, false) => annotations::say(state, word, body, id, at),
    }
}

/// In an audit, the item whose own passage this is, by its id: that in focus before any other.
pub(super) fn item_at(state: &State, span: Span) -> Option<String> {
    if state.mode != Mode::Audit {
        return None;
    }
    let here = |item: &&AuditItem| item.at.first() == Some(&span);
    let focused = state.item_in_focus().filter(here);
    let item = focused.or_else(|| state.audit.iter().find(here));
    item.map(|item| item.id.clone())
}

/// In an audit, the item that a finding decides, by its id.
pub(super) fn item_of(state: &State, finding: &str) -> Option<String> {
    let item = (state.mode == Mode::Audit).then(|| {
        let of = |item: &&AuditItem| item.finding.as_deref() == Some(finding);
        state.audit.iter().find(of)
    });
    item.flatten().map(|item| item.id.clone())
}

/// What is in focus when the mode changes: the same thing as the other mode knows it.
pub(super) fn counterpart(state: &State, mode: Mode) -> Option<String> {
    let focus = state.focus.as_deref()?;
    match mode {
        Mode::Read => match state.item(focus) {
            Some(item) => item.finding.clone(),
            None => Some(focus.to_owned()),
        },
        Mode::Audit => {
            let of = |item: &&AuditItem| item.finding.as_deref() == Some(focus);
            state.audit.iter().find(of).map(|item| item.id.clone())
        }
    }
}
