//! B-cubed over the mentions of voices (Bagga and Baldwin 1998).
//!
//! A mention inside another of the same voice is one with it. Mentions of the two sides are paired one
//! to one, those that overlap most first (shared over joint length). For a mention that is paired, its
//! precision is the part of its found voice whose mentions are paired with its gold voice, its recall
//! the part of its gold voice so found; a mention without a pair counts nothing on its side. Mentions
//! of gold voices that only optional attributions have, and what is paired with them, are left out.

use std::collections::{BTreeMap, BTreeSet};

use super::annotated::{Story, Voice};
use super::figure::prf;
use super::spans::overlap;
use crate::score::Range;

/// Sums over mentions.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct BCubed {
    precision: f64,
    found: usize,
    recall: f64,
    gold: usize,
}

impl BCubed {
    /// Adds the mentions of an article.
    pub(crate) fn add(&mut self, gold: &Story, found: &Story) {
        let (want, got) = (mentions(&gold.voices), mentions(&found.voices));
        let pairs = paired(&want, &got);
        let optional = |voice: usize| gold.voices[voice].optional;
        let left_out: BTreeSet<usize> = pairs
            .iter()
            .filter(|(i, _)| optional(want[**i].0))
            .map(|(_, j)| *j)
            .collect();
        // How many mentions each pair of voices shares.
        let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (i, j) in &pairs {
            *shared.entry((want[*i].0, got[*j].0)).or_default() += 1;
        }
        let size = |of: &[(usize, Range)], voice: usize, without: &BTreeSet<usize>| {
            (0..of.len())
                .filter(|k| of[*k].0 == voice && !without.contains(k))
                .count()
        };
        for (i, j) in &pairs {
            let (g, f) = (want[*i].0, got[*j].0);
            if optional(g) {
                continue;
            }
            let both = shared.get(&(g, f)).copied().unwrap_or_default() as f64;
            self.precision += both / size(&got, f, &left_out).max(1) as f64;
            self.recall += both / size(&want, g, &BTreeSet::new()).max(1) as f64;
        }
        let beside =
            |j: &usize| found.voices[got[*j].0].optional && !pairs.values().any(|p| p == j);
        self.found += (0..got.len())
            .filter(|j| !left_out.contains(j) && !beside(j))
            .count();
        self.gold += want.iter().filter(|m| !optional(m.0)).count();
    }

    /// Adds the voices of the attributions `matched`, each a mention of its speaker: how well those that
    /// were found are told apart, whatever was missed.
    pub(crate) fn add_speakers(&mut self, gold: &Story, found: &Story, matched: &[(usize, usize)]) {
        let pairs: Vec<(usize, usize)> = matched
            .iter()
            .filter_map(|&(i, j)| Some((gold.attributions[i].voice?, found.attributions[j].voice?)))
            .collect();
        for (g, f) in &pairs {
            let of =
                |keep: &dyn Fn(&(usize, usize)) -> bool| pairs.iter().filter(|p| keep(p)).count();
            let both = of(&|p| p == &(*g, *f)) as f64;
            self.precision += both / of(&|p| p.1 == *f) as f64;
            self.recall += both / of(&|p| p.0 == *g) as f64;
        }
        self.found += pairs.len();
        self.gold += pairs.len();
    }

    /// A line of the table.
    pub(crate) fn line(self, name: &str) -> String {
        let part = |sum: f64, of: usize, other: usize| match of {
            0 => f64::from(u8::from(other == 0)),
            _ => sum / of as f64,
        };
        let p = part(self.precision, self.found, self.gold);
        let r = part(self.recall, self.gold, self.found);
        let numbers = format!("(mentions found {}, gold {})", self.found, self.gold);
        format!("{}  {numbers}", prf(name, p, r))
    }
}

fn mentions(voices: &[Voice]) -> Vec<(usize, Range)> {
    let of = |(index, voice): (usize, &Voice)| -> Vec<(usize, Range)> {
        voice.mentions.iter().map(|m| (index, *m)).collect()
    };
    voices.iter().enumerate().flat_map(of).collect()
}

/// Gold mentions with the found one each is paired with.
fn paired(gold: &[(usize, Range)], found: &[(usize, Range)]) -> BTreeMap<usize, usize> {
    let mut candidates = Vec::new();
    for (i, (_, g)) in gold.iter().enumerate() {
        for (j, (_, f)) in found.iter().enumerate() {
            let shared = overlap(*g, *f);
            if shared > 0 {
                let joint = (g.1 - g.0) + (f.1 - f.0) - shared;
                candidates.push((shared as f64 / joint as f64, i, j));
            }
        }
    }
    crate::score::closest(candidates).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(voices: &[&[Range]]) -> Story {
        let voice = |mentions: &&[Range]| Voice {
            mentions: mentions.to_vec(),
            ..Voice::default()
        };
        Story {
            voices: voices.iter().map(voice).collect(),
            ..Story::default()
        }
    }

    fn figures(gold: &[&[Range]], found: &[&[Range]]) -> (f64, f64) {
        let mut sums = BCubed::default();
        sums.add(&story(gold), &story(found));
        (
            sums.precision / sums.found as f64,
            sums.recall / sums.gold as f64,
        )
    }

    #[test]
    fn voices_that_are_joined_cost_precision_and_voices_cut_apart_recall() {
        let (a, b, c, d) = ((0, 2), (4, 6), (8, 10), (12, 14));
        assert_eq!(
            figures(&[&[a, b], &[c, d]], &[&[a, b], &[c, d]]),
            (1.0, 1.0)
        );
        assert_eq!(figures(&[&[a, b], &[c, d]], &[&[a, b, c, d]]), (0.5, 1.0));
        assert_eq!(figures(&[&[a, b, c, d]], &[&[a, b], &[c, d]]), (1.0, 0.5));
    }

    #[test]
    fn a_mention_without_a_pair_counts_against_its_side() {
        let (a, b) = ((0, 2), (4, 6));
        // Half of the found voice is right, and half of its mentions are.
        assert_eq!(figures(&[&[a]], &[&[a, b]]), (0.25, 1.0));
        assert_eq!(figures(&[&[a, b]], &[&[a]]), (1.0, 0.25));
    }
}
