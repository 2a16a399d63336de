//! Who the voices are, how they reached the page, and what else is to be said of each attribution.

use crate::attribution::Candidate;
use crate::convention::edges;
use crate::grammar::Grammar;
use crate::model::*;

/// Fills `analysis` with the attributions found and the voices they have.
pub(crate) fn describe(
    g: &Grammar,
    found: &[Candidate],
    convention: Convention,
    analysis: &mut Analysis,
) {
    for c in found {
        let edges = edges(g, c, convention);
        analysis.attributions.push(Attribution {
            source: edges.source,
            cue: edges.cue,
            content: edges.content,
            tier: Tier::Core,
            class: Class::Statement,
            quote: Quote::Indirect,
            source_type: SourceType::Unstated,
            named: false,
            channel: Channel::Unknown,
            anonymity: None,
            entity: None,
            via: Vec::new(),
            parent: None,
            confidence: c.confidence,
            why: String::new(),
        });
    }
}
