//! The line of facts above the article, and the strips beside the outline.

use std::collections::BTreeSet;

use sourcelight_analysis::{CoverageState, SourceType, Tier};
use sourcelight_annotation::FindingKind;
use sourcelight_text::Span;

use crate::{Detail, State, marks::is_drawn};

/// Counts, never a score. All of them leave out what the reader rejected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Attributions of the core tier, or accepted by the reader.
    pub attributions: usize,
    /// Different people who speak under their name.
    pub named_people: usize,
    /// Checkable statements without a cue of their own.
    pub unsourced: usize,
    /// How many of them a blanket attribution covers.
    pub under_blanket: usize,
    /// Links from this page to the farthest speaker (ATTRIBUTION.md 14).
    pub chain: usize,
    /// Contested points.
    pub contested: usize,
}

/// What the open article rests on.
pub fn facts(state: &State) -> Facts {
    let mut facts = Facts::default();
    let Some(analysis) = state.analysis() else {
        return facts;
    };
    let mut named = BTreeSet::new();
    for finding in state
        .findings
        .iter()
        .filter(|f| !f.extended && is_drawn(state, f))
    {
        match finding.kind {
            FindingKind::Attribution => facts.attributions += 1,
            FindingKind::Unsourced => facts.unsourced += 1,
            FindingKind::Controversy => facts.contested += 1,
        }
        match finding.detail {
            Detail::Attribution(index) => {
                let Some(attribution) = analysis.attributions.get(index) else {
                    continue;
                };
                let speaks = attribution.tier == Tier::Core;
                if speaks && attribution.source_type == SourceType::NamedIndividual {
                    named.insert(attribution.entity);
                }
                facts.chain = facts.chain.max(attribution.via.len() + 1);
            }
            Detail::Unsourced(index) => {
                let blanket = CoverageState::Blanket;
                let covered = analysis
                    .unsourced
                    .get(index)
                    .is_some_and(|u| u.coverage == blanket);
                facts.under_blanket += usize::from(covered);
            }
            Detail::Controversy(_) | Detail::Kept => {}
        }
    }
    facts.named_people = named.len();
    facts
}

/// How a block is sourced: shares of its text in per cent, which add up to at most 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// In sentences with an attribution, or going on with one.
    pub sourced: u8,
    /// Covered only by a blanket.
    pub blanket: u8,
    /// Covered by nothing.
    pub unsourced: u8,
    /// Whether a contested point stands in it.
    pub contested: bool,
}

/// A strip for every block of the open article, in order. Linear in blocks and sentences.
pub fn strips(state: &State) -> Vec<Strip> {
    let (Some(kept), Some(analysis)) = (&state.article, state.analysis()) else {
        return Vec::new();
    };
    let points: Vec<Span> = state
        .findings
        .iter()
        .filter(|f| f.kind == FindingKind::Controversy && is_drawn(state, f))
        .flat_map(|f| f.parts.iter().map(|p| p.span))
        .collect();
    let mut sentences = analysis.coverage.iter().peekable();
    kept.article
        .blocks
        .iter()
        .map(|block| {
            let mut bytes = [0usize; 3];
            while let Some(sentence) = sentences.next_if(|s| s.span.start < block.span.end) {
                let which = match sentence.state {
                    CoverageState::InSentence | CoverageState::Continuation => 0,
                    CoverageState::Blanket => 1,
                    CoverageState::None => 2,
                };
                bytes[which] += sentence.span.len();
            }
            let total = bytes.iter().sum::<usize>().max(1);
            let share = |part: usize| u8::try_from(part * 100 / total).unwrap_or(100);
            Strip {
                sourced: share(bytes[0]),
                blanket: share(bytes[1]),
                unsourced: share(bytes[2]),
                contested: points.iter().any(|p| p.overlaps(block.span)),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use sourcelight_analysis::{Analysis, Coverage};
    use sourcelight_article::{Article, Block, BlockKind};

    use super::*;
    use crate::{Kept, Light};

    #[test]
    fn a_strip_shares_out_the_block_by_sentence() {
        let block = |start, end| Block {
            kind: BlockKind::Paragraph,
            span: Span::new(start, end),
        };
        let covers = |start, end, state| Coverage {
            span: Span::new(start, end),
            state,
        };
        let state = State {
            article: Some(Rc::new(Kept {
                id: "a".into(),
                article: Article {
                    blocks: vec![block(0, 100), block(101, 111), block(112, 120)],
                    ..Article::default()
                },
                opened: String::new(),
            })),
            light: Light::Lit(Rc::new(Analysis {
                coverage: vec![
                    covers(0, 75, CoverageState::InSentence),
                    covers(75, 100, CoverageState::None),
                    covers(101, 111, CoverageState::Blanket),
                ],
                ..Analysis::default()
            })),
            ..State::default()
        };
        let strip = |sourced, blanket, unsourced| Strip {
            sourced,
            blanket,
            unsourced,
            contested: false,
        };
        assert_eq!(
            strips(&state),
            [strip(75, 0, 25), strip(0, 100, 0), strip(0, 0, 0)]
        );
    }
}
