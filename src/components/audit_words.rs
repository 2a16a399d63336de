//! What is said of an item of the audit: what it is, why it is listed, and what the desk is asked.

use sourcelight_analysis::CoverageState;
use sourcelight_annotation::AuditKind;
use sourcelight_state::{AuditItem, Ground, State};

use crate::lang::{label, t};

/// What it is, in a few words beside its kind.
pub(crate) fn what(state: &State, item: &AuditItem) -> Option<String> {
    let analysis = state.analysis()?;
    match &item.ground {
        Ground::Claim(index) => {
            let claim = analysis.unsourced.get(*index)?;
            Some(label("claim", claim.kind.word()))
        }
        Ground::Check(index) => {
            let check = analysis.checks.get(*index)?;
            Some(label("check", check.kind.word()))
        }
        Ground::Point(index, _) => {
            let point = analysis.controversies.get(*index)?;
            Some(label("topic", point.topic.word()))
        }
        Ground::Voice(index) => Some(state.voices.get(*index)?.name.clone()),
        Ground::Chain(carriers) => Some(names(state, carriers)),
        Ground::Word => None,
    }
}

/// Why it is listed.
pub(crate) fn why(state: &State, item: &AuditItem) -> String {
    let told = || {
        let analysis = state.analysis()?;
        match &item.ground {
            Ground::Claim(index) => Some(analysis.unsourced.get(*index)?.why.clone()),
            Ground::Check(index) | Ground::Point(_, Some(index)) => {
                Some(analysis.checks.get(*index)?.question.clone())
            }
            Ground::Point(index, None) => Some(analysis.controversies.get(*index)?.why.clone()),
            Ground::Voice(_) => Some(t!("audit-why-voice", count = item.at.len())),
            Ground::Chain(carriers) => Some(t!(
                "audit-why-chain",
                count = item.at.len(),
                carriers = names(state, carriers)
            )),
            Ground::Word => None,
        }
    };
    told().unwrap_or_else(|| t!("audit-why-word"))
}

/// What the desk is asked about it, until the reader says it otherwise.
pub(crate) fn question(state: &State, item: &AuditItem) -> String {
    let own = || {
        let analysis = state.analysis()?;
        match &item.ground {
            Ground::Check(index) | Ground::Point(_, Some(index)) => {
                Some(analysis.checks.get(*index)?.question.clone())
            }
            Ground::Claim(index) => {
                let claim = analysis.unsourced.get(*index)?;
                Some(if claim.coverage == CoverageState::Blanket {
                    t!("ask-blanket-claim")
                } else {
                    t!("ask-claim")
                })
            }
            Ground::Voice(index) => {
                let name = state.voices.get(*index)?.name.clone();
                Some(t!("ask-voice", name = name))
            }
            Ground::Chain(carriers) => Some(t!("ask-chain", carriers = names(state, carriers))),
            Ground::Point(_, None) | Ground::Word => None,
        }
    };
    own().unwrap_or_else(|| match item.kind {
        AuditKind::Unsourced => t!("ask-claim"),
        AuditKind::SingleSource => t!("ask-single-source"),
        AuditKind::MissingReply => t!("ask-reply"),
        AuditKind::Figures => t!("ask-figures"),
        AuditKind::Anonymous | AuditKind::HiddenChain | AuditKind::Wording => t!("ask-anything"),
    })
}

fn names(state: &State, carriers: &[usize]) -> String {
    let names = carriers.iter().filter_map(|c| state.voices.get(*c));
    names
        .map(|v| v.name.as_str())
        .collect::<Vec<_>>()
        .join(" → ")
}
