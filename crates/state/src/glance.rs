//! The sourcing of the whole article at a glance: whose words it carries, and what covers its
//! sentences from the first to the last. Counts and shares, never a score.

use std::collections::BTreeMap;

use sourcelight_analysis::{CoverageState, SourceType};

use crate::{Detail, State, Status};

/// How finely places along the text are told.
pub const WHOLE: u32 = 1_000;

/// The article at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// Each kind of voice that carries words, the largest share first.
    pub kinds: Vec<KindShare>,
    /// What covers the text from its start to its end: runs that follow each other up to [`WHOLE`].
    pub runs: Vec<Run>,
    /// How much each state of coverage covers, in the order of the taxonomy.
    pub coverage: Vec<CoverageShare>,
}

/// One kind of voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindShare {
    /// The kind.
    pub source_type: SourceType,
    /// How many voices of it carry words.
    pub voices: usize,
    /// How many passages they carry.
    pub passages: usize,
    /// Their share of the attributed words, per cent.
    pub share: u8,
}

/// A stretch of text under one state of coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it starts, of [`WHOLE`].
    pub start: u32,
    /// Where it ends, of [`WHOLE`].
    pub end: u32,
    /// What covers it.
    pub state: CoverageState,
}

/// One state of coverage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageShare {
    /// The state.
    pub state: CoverageState,
    /// How many sentences it covers.
    pub sentences: usize,
    /// Its share of the text, per cent.
    pub share: u8,
}

/// The open article at a glance. Linear in findings and sentences.
pub fn glance(state: &State) -> Glance {
    Glance {
        kinds: kinds(state),
        runs: runs(state),
        coverage: coverage(state),
    }
}

fn kinds(state: &State) -> Vec<KindShare> {
    let mut by_kind: BTreeMap<SourceType, (usize, usize, usize)> = BTreeMap::new();
    for voice in state.voices.iter().filter(|v| v.bytes > 0) {
        let kind = by_kind.entry(voice.source_type).or_default();
        kind.0 += 1;
        kind.1 += voice.carries.len();
        kind.2 += voice.bytes;
    }
    // Passages nobody is given for belong to no voice.
    let attributions = state.analysis().map_or(&[][..], |a| &a.attributions);
    let counted =
        |status, extended: bool| status != Status::Rejected && (state.extended_shown || !extended);
    for finding in state
        .findings
        .iter()
        .filter(|f| counted(f.status, f.extended))
    {
        if let Detail::Attribution(index) = finding.detail
            && let Some(found) = attributions.get(index).filter(|a| a.entity.is_none())
        {
            let kind = by_kind.entry(found.source_type).or_default();
            kind.1 += 1;
            kind.2 += found.content.iter().map(|s| s.len()).sum::<usize>();
        }
    }
    by_kind.retain(|_, (_, _, bytes)| *bytes > 0);
    let total = by_kind.values().map(|(_, _, bytes)| bytes).sum::<usize>();
    let mut kinds: Vec<KindShare> = by_kind
        .into_iter()
        .map(|(source_type, (voices, passages, bytes))| KindShare {
            source_type,
            voices,
            passages,
            share: per_cent(bytes, total),
        })
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.share));
    kinds
}

fn runs(state: &State) -> Vec<Run> {
    let sentences = state.analysis().map_or(&[][..], |a| &a.coverage);
    let total = sentences.iter().map(|s| s.span.len()).sum::<usize>().max(1);
    let mut runs: Vec<Run> = Vec::new();
    let mut bytes = 0;
    for sentence in sentences {
        let start = runs.last().map_or(0, |run| run.end);
        bytes += sentence.span.len();
        let end = u32::try_from(bytes * WHOLE as usize / total).unwrap_or(WHOLE);
        match runs.last_mut() {
            Some(run) if run.state == sentence.state => run.end = end,
            _ => runs.push(Run {
                start,
                end,
                state: sentence.state,
            }),
        }
    }
    runs
}

fn coverage(state: &State) -> Vec<CoverageShare> {
    let sentences = state.analysis().map_or(&[][..], |a| &a.coverage);
    let total = sentences.iter().map(|s| s.span.len()).sum();
    let share = |of: &CoverageState| {
        let own = || sentences.iter().filter(|s| s.state == *of);
        CoverageShare {
            state: *of,
            sentences: own().count(),
            share: per_cent(own().map(|s| s.span.len()).sum(), total),
        }
    };
    let all = CoverageState::ALL.iter().map(share);
    all.filter(|share| share.sentences > 0).collect()
}

fn per_cent(part: usize, total: usize) -> u8 {
    u8::try_from((part * 100 + total / 2) / total.max(1)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use sourcelight_analysis::{Analysis, Coverage};
    use sourcelight_text::Span;

    use super::*;
    use crate::Light;

    fn covered(parts: &[(usize, CoverageState)]) -> State {
        let mut start = 0;
        let coverage = parts.iter().map(|&(len, state)| {
            let span = Span::new(start, start + len);
            start += len + 1;
            Coverage { span, state }
        });
        let analysis = Analysis {
            coverage: coverage.collect(),
            ..Analysis::default()
        };
        State {
            light: Light::Lit(Rc::new(analysis)),
            ..State::default()
        }
    }

    #[test]
    fn runs_follow_each_other_from_the_start_to_the_end() {
        use CoverageState::{Blanket, InSentence, None};
        let state = covered(&[(10, InSentence), (20, InSentence), (30, Blanket), (3, None)]);
        let runs: Vec<_> = glance(&state)
            .runs
            .iter()
            .map(|r| (r.start, r.end, r.state))
            .collect();
        assert_eq!(
            runs,
            [(0, 476, InSentence), (476, 952, Blanket), (952, 1000, None)]
        );
    }

    #[test]
    fn a_state_that_covers_nothing_is_left_out_of_the_shares() {
        use CoverageState::{Blanket, None};
        let state = covered(&[(10, None), (20, Blanket), (10, None)]);
        let shares: Vec<_> = glance(&state)
            .coverage
            .iter()
            .map(|c| (c.state, c.sentences, c.share))
            .collect();
        assert_eq!(shares, [(Blanket, 1, 50), (None, 2, 50)]);
    }

    #[test]
    fn an_article_without_a_reading_has_nothing_to_show() {
        assert_eq!(glance(&State::default()), Glance::default());
    }
}
