//! What the candidates of the hand rules say of each token.

use std::ops::Range;

use super::features::hash;
use crate::attribution::{Candidate, Frame};
use crate::grammar::Grammar;

/// Below this a candidate says nothing.
const LEAST: f32 = 0.06;

/// The confidence at which each further step begins.
const STEPS: [f32; 5] = [0.15, 0.3, 0.45, 0.6, 0.8];

/// The layers that are kept apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Source = 0,
    Cue = 1,
    Content = 2,
}

/// What the strongest candidate says of one token in one layer, or over all layers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Role {
    /// 0 none, 1 and 2 a source whose cue lies ahead or behind, 3 a cue, 4 and 5 a content whose cue
    /// lies ahead or behind.
    pub(super) part: u8,
    /// How likely the candidate is: 0 not at all, 6 very.
    pub(super) step: u8,
    frame: u8,
    /// How its source was found.
    source_kind: u8,
    /// A hash of its cue's lemma.
    head: u64,
}

/// The roles of every token of a block.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    all: Vec<Role>,
    layers: [Vec<Role>; 3],
}

impl Roles {
    /// Reads the candidates of the block of tokens `block`.
    pub(super) fn new(g: &Grammar, block: &Range<usize>, candidates: &[Candidate]) -> Self {
        let mut roles = Self {
            all: vec![Role::default(); block.len()],
            layers: std::array::from_fn(|_| vec![Role::default(); block.len()]),
        };
        let mut order: Vec<&Candidate> = candidates
            .iter()
            .filter(|c| c.confidence >= LEAST)
            .collect();
        order.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
        for c in order {
            let step = 1 + STEPS.iter().filter(|&&s| c.confidence >= s).count() as u8;
            let role = Role {
                part: 0,
                step,
                frame: c.frame as u8,
                source_kind: c.source_kind as u8,
                head: hash(&c.lemma),
            };
            for content in contents(c) {
                roles.set(block, &content, c.head, Part::Content, role);
            }
            if let Some(source) = &c.source {
                roles.set(block, &source.whole, c.head, Part::Source, role);
            }
            roles.set(block, &cue(g, c), c.head, Part::Cue, role);
        }
        roles
    }

    fn set(
        &mut self,
        block: &Range<usize>,
        tokens: &Range<usize>,
        head: usize,
        layer: Part,
        mut role: Role,
    ) {
        role.part = match layer {
            Part::Source => 1 + u8::from(tokens.start >= head),
            Part::Cue => 3,
            Part::Content => 4 + u8::from(tokens.start >= head),
        };
        let start = tokens.start.max(block.start);
        for at in start..tokens.end.min(block.end) {
            self.all[at - block.start] = role;
            self.layers[layer as usize][at - block.start] = role;
        }
    }

    /// The strongest role of token `i`.
    pub(super) fn of(&self, i: usize) -> Role {
        self.all.get(i).copied().unwrap_or_default()
    }

    /// The strongest role with its frame; a number of its own beyond the block.
    pub(super) fn full(&self, i: Option<usize>) -> u64 {
        let role = i.and_then(|i| self.all.get(i));
        role.map_or(9999, |r| {
            u64::from(r.part) + 8 * rough(r.step) + 64 * u64::from(r.frame)
        })
    }

    /// The strongest role without its frame; a number of its own beyond the block.
    pub(super) fn brief(&self, i: Option<usize>) -> u64 {
        let role = i.and_then(|i| self.all.get(i));
        role.map_or(9999, |r| u64::from(r.part) + 8 * rough(r.step))
    }

    /// How likely the token is a source, a cue and a content, and the sides.
    pub(super) fn steps(&self, i: usize) -> u64 {
        self.layers.iter().fold(0, |sum, layer| {
            sum * 64 + u64::from(layer[i].part) + 8 * u64::from(layer[i].step)
        })
    }

    /// One layer's role with its frame.
    pub(super) fn layer(&self, i: usize, part: Part) -> u64 {
        let r = &self.layers[part as usize][i];
        u64::from(r.part) + 8 * u64::from(r.step) + 64 * u64::from(r.frame)
    }

    /// The cue's lemma of one layer's role, and its side.
    pub(super) fn head(&self, i: usize, part: Part) -> u64 {
        let r = &self.layers[part as usize][i];
        r.head ^ u64::from(r.part)
    }

    /// How the source of the strongest cue was found.
    pub(super) fn source_kind(&self, i: usize) -> u64 {
        u64::from(self.layers[Part::Cue as usize][i].source_kind)
    }

    /// How many likely cues the tokens have.
    pub(super) fn cues(&self, tokens: Range<usize>) -> usize {
        let cues = &self.layers[Part::Cue as usize][tokens];
        let likely = |r: &Role| r.step >= 3;
        let first = usize::from(cues.first().is_some_and(likely));
        first
            + cues
                .windows(2)
                .filter(|w| !likely(&w[0]) && likely(&w[1]))
                .count()
    }
}

/// Three steps instead of six.
fn rough(step: u8) -> u64 {
    u64::from(step.div_ceil(2))
}

/// The cue with its preposition, as PolNeAR has it.
fn cue(g: &Grammar, c: &Candidate) -> Range<usize> {
    let mut cue = c.cue.clone();
    if let Some(particle) = c.particle {
        cue.end = cue.end.max(particle + 1);
    }
    let by = c
        .source
        .as_ref()
        .filter(|s| s.core.start > cue.end && s.core.start - cue.end < 3);
    if let (Frame::Passive, Some(source)) = (c.frame, by) {
        cue.end = source.core.start.min(g.words.len());
    }
    cue
}

/// The contents with their "that".
fn contents(c: &Candidate) -> impl Iterator<Item = Range<usize>> {
    c.content.iter().map(|r| match c.that {
        Some(that) if r.start == that + 1 => that..r.end,
        _ => r.clone(),
    })
}
