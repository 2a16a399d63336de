//! The counts at the head of a report.

use std::rc::Rc;

use sourcelight_analysis::CoverageState;
use sourcelight_state::{Light, State};

use crate::export::Input;
use crate::words::say;

/// A number and what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// How many.
    pub(crate) number: usize,
    /// Of what.
    pub(crate) label: &'static str,
}

/// The facts the app shows above the article, and how its sentences are covered. Without an analysis
/// there are none.
pub(super) fn facts(input: &Input<'_>) -> Vec<Fact> {
    let Some(analysis) = input.analysis else {
        return Vec::new();
    };
    // The app's own count, so that a report never says another number than the page did.
    let state = State {
        light: Light::Lit(Rc::new(analysis.clone())),
        findings: Rc::new(input.findings.to_vec()),
        ..State::default()
    };
    let shown = sourcelight_state::facts(&state);
    let covered = |state| {
        analysis
            .coverage
            .iter()
            .filter(|c| c.state == state)
            .count()
    };
    let counted = [
        (shown.attributions, say("fact.attributions")),
        (shown.named_people, say("fact.named")),
        (shown.unsourced, say("fact.unsourced")),
        (shown.under_blanket, say("fact.blanket")),
        (shown.chain, say("fact.chain")),
        (shown.contested, say("fact.contested")),
        (covered(CoverageState::InSentence), say("fact.in_sentence")),
        (
            covered(CoverageState::Continuation),
            say("fact.continuation"),
        ),
        (
            covered(CoverageState::Blanket),
            say("fact.covered_by_blanket"),
        ),
        (covered(CoverageState::None), say("fact.uncovered")),
    ];
    counted
        .into_iter()
        .map(|(number, label)| Fact { number, label })
        .collect()
}
