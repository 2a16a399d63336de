//! How the story reached this page, as a tree: this page, the outlets it takes from, the outlets those
//! cite, the voices behind them.
//!
//! A voice that is reached in two ways stands in it twice, once at the end of each.

mod layout;

use std::collections::BTreeMap;

use sourcelight_analysis::{Attribution, ViaBasis};

pub use layout::{Drawing, Placed, Wire, lay_out};

use crate::{Detail, State, Status, Voice};

/// One node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainNode {
    /// The voices it stands for, as indices into [`State::voices`]: none for this page, one for a
    /// voice, several where voices are folded into one node.
    pub voices: Vec<usize>,
    /// The node it is reached from: an index into the tree. None for this page.
    pub parent: Option<usize>,
    /// How the link from there is known.
    pub basis: ViaBasis,
    /// How many passages end here, with this voice as the speaker.
    pub passages: usize,
}

/// The tree of the open article, parents before their children; this page comes first. Of the voices
/// that a node leads to and that lead no farther, `most` are shown, the others folded into one. Linear
/// in attributions and their carriers.
pub fn chain(state: &State, most: usize) -> Vec<ChainNode> {
    let Some(analysis) = state.analysis() else {
        return Vec::new();
    };
    let of = voice_of(&state.voices, analysis.entities.len());
    let mut grown = vec![Grown::new(None, ViaBasis::Explicit)];
    let shown = state
        .findings
        .iter()
        .filter(|f| f.status != Status::Rejected && (state.extended_shown || !f.extended));
    for finding in shown {
        let Detail::Attribution(index) = finding.detail else {
            continue;
        };
        let found = analysis.attributions.get(index);
        if let Some(way) = found.and_then(|a| way(a, &of)) {
            grow(&mut grown, &way);
        }
    }
    let mut tree = Vec::with_capacity(grown.len());
    flatten(&grown, most.max(1), &mut tree);
    tree
}

/// The findings that show how this one got here: for every carrier between this page and its voice, the
/// first passage it is given for, outermost first. Empty for what is no attribution. Linear in findings.
pub fn way_to<'s>(state: &'s State, finding: &str) -> Vec<&'s str> {
    let detail = state.finding(finding).map(|f| f.detail);
    let (Some(Detail::Attribution(index)), Some(analysis)) = (detail, state.analysis()) else {
        return Vec::new();
    };
    let links = analysis.attributions.get(index).map(|a| a.via.as_slice());
    let first = |entity: usize| {
        let voice = state.voices.iter().find(|v| v.entities.contains(&entity))?;
        voice
            .carries
            .iter()
            .find(|id| *id != finding)
            .map(String::as_str)
    };
    let mut way: Vec<&str> = links
        .unwrap_or_default()
        .iter()
        .filter_map(|l| first(l.entity))
        .collect();
    way.dedup();
    way
}

/// Which voice each entity belongs to.
pub(crate) fn voice_of(voices: &[Voice], entities: usize) -> Vec<Option<usize>> {
    let mut of = vec![None; entities];
    for (index, voice) in voices.iter().enumerate() {
        for &entity in &voice.entities {
            if let Some(place) = of.get_mut(entity) {
                *place = Some(index);
            }
        }
    }
    of
}

/// The voices from this page to the speaker, outermost first, each with how the link to it is known.
fn way(found: &Attribution, of: &[Option<usize>]) -> Option<Vec<(usize, ViaBasis)>> {
    let voice = |entity: usize| of.get(entity).copied().flatten();
    let speaker = voice(found.entity?)?;
    let mut way: Vec<(usize, ViaBasis)> = Vec::new();
    let links = found
        .via
        .iter()
        .map(|link| (voice(link.entity), link.basis));
    for (carrier, basis) in links {
        // Nobody carries themselves, and a merge may have made two carriers one.
        if let Some(carrier) = carrier.filter(|c| *c != speaker)
            && way.iter().all(|(before, _)| *before != carrier)
        {
            way.push((carrier, basis));
        }
    }
    // The voice itself stands in the sentence; that it spoke to its carrier is known as the carrier is.
    let basis = way.last().map_or(ViaBasis::Explicit, |(_, basis)| *basis);
    way.push((speaker, basis));
    Some(way)
}

/// A node while the tree grows.
struct Grown {
    voice: Option<usize>,
    basis: ViaBasis,
    passages: usize,
    /// By voice, so that the next way finds its node at once.
    children: BTreeMap<usize, usize>,
    /// In the order of the text.
    order: Vec<usize>,
}

impl Grown {
    fn new(voice: Option<usize>, basis: ViaBasis) -> Self {
        Self {
            voice,
            basis,
            passages: 0,
            children: BTreeMap::new(),
            order: Vec::new(),
        }
    }
}

fn grow(grown: &mut Vec<Grown>, way: &[(usize, ViaBasis)]) {
    let mut at = 0;
    for &(voice, basis) in way {
        let known = grown[at].children.get(&voice).copied();
        let next = known.unwrap_or_else(|| {
            let next = grown.len();
            grown.push(Grown::new(Some(voice), basis));
            grown[at].children.insert(voice, next);
            grown[at].order.push(next);
            next
        });
        // Said once is said.
        grown[next].basis = grown[next].basis.min(basis);
        at = next;
    }
    grown[at].passages += 1;
}

/// Lays the grown tree out as a list, nodes that lead farther first. The tree is as deep as the longest
/// chain of distinct carriers, but the text decides that, so no recursion.
fn flatten(grown: &[Grown], most: usize, tree: &mut Vec<ChainNode>) {
    let mut waiting: Vec<(usize, Option<usize>)> = vec![(0, None)];
    while let Some((at, parent)) = waiting.pop() {
        let node = &grown[at];
        let here = tree.len();
        tree.push(ChainNode {
            voices: node.voice.into_iter().collect(),
            parent,
            basis: node.basis,
            passages: node.passages,
        });
        let leads = |child: &&usize| !grown[**child].order.is_empty();
        let (carriers, leaves): (Vec<usize>, Vec<usize>) = node.order.iter().partition(leads);
        let open = if leaves.len() > most {
            most - 1
        } else {
            leaves.len()
        };
        let (own, folded) = leaves.split_at(open);
        let next = carriers.iter().chain(own).rev();
        if !folded.is_empty() {
            // Folded nodes have no children, so they may stand before their siblings' children.
            tree.push(ChainNode {
                voices: folded
                    .iter()
                    .filter_map(|&leaf| grown[leaf].voice)
                    .collect(),
                parent: Some(here),
                basis: folded
                    .iter()
                    .map(|&leaf| grown[leaf].basis)
                    .min()
                    .unwrap_or(ViaBasis::Explicit),
                passages: folded.iter().map(|&leaf| grown[leaf].passages).sum(),
            });
        }
        waiting.extend(next.map(|&child| (child, Some(here))));
    }
}

/// The names from this page to a node, for a table or a label; `name` says what a node is called.
pub fn names_to(
    tree: &[ChainNode],
    node: usize,
    name: impl Fn(&ChainNode) -> String,
) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = tree.get(node);
    while let Some(here) = at {
        names.push(name(here));
        at = here.parent.and_then(|parent| tree.get(parent));
    }
    names.reverse();
    names
}

#[cfg(test)]
mod tests;
