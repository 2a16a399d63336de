//! Labelled spans of two sides: a match has the same label and overlaps at least half of the shorter.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::Count;
use crate::score::Range;

/// A span with what is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Labelled {
    /// Where it stands.
    pub(crate) span: Range,
    /// What it is; empty where the kinds are not compared.
    pub(crate) label: String,
    /// Whether a reader may leave it out.
    pub(crate) optional: bool,
}

/// Adds what was found and wanted: one to one, those that are not optional first, then the longest
/// overlaps. What pairs with an optional span, or could, is neither right nor false.
pub(crate) fn add(gold: &[Labelled], found: &[Labelled], count: &mut Count) {
    let mut pairs = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, f) in found.iter().enumerate() {
            if g.label == f.label && matches(g.span, f.span) {
                pairs.push((g.optional, usize::MAX - overlap(g.span, f.span), i, j));
            }
        }
    }
    pairs.sort_unstable();
    let (mut gold_used, mut found_used) = (BTreeSet::new(), BTreeSet::new());
    let mut right = 0;
    for &(optional, _, i, j) in &pairs {
        if !gold_used.contains(&i) && !found_used.contains(&j) {
            gold_used.insert(i);
            found_used.insert(j);
            right += usize::from(!optional);
        }
    }
    let beside_optional: BTreeSet<usize> = pairs.iter().filter(|p| p.0).map(|p| p.3).collect();
    let wrong = (0..found.len())
        .filter(|j| !found_used.contains(j) && !beside_optional.contains(j))
        .filter(|&j| !found[j].optional)
        .count();
    let wanted = gold.iter().filter(|g| !g.optional).count();
    count.add(Count::of(right, right + wrong, wanted));
}

fn matches(a: Range, b: Range) -> bool {
    let shorter = (a.1 - a.0).min(b.1 - b.0);
    shorter > 0 && 2 * overlap(a, b) >= shorter
}

/// How many code points two spans share.
pub(crate) fn overlap(a: Range, b: Range) -> usize {
    a.1.min(b.1).saturating_sub(a.0.max(b.0))
}

/// Counts for each label.
#[derive(Clone, Debug, Default)]
pub(crate) struct ByLabel(BTreeMap<String, Count>);

impl ByLabel {
    /// Adds what was found and wanted for each label of either side.
    pub(crate) fn add(&mut self, gold: &[Labelled], found: &[Labelled]) {
        let labels: BTreeSet<&String> = gold.iter().chain(found).map(|l| &l.label).collect();
        for label in labels {
            let of = |side: &[Labelled]| -> Vec<Labelled> {
                side.iter().filter(|l| l.label == *label).cloned().collect()
            };
            add(
                &of(gold),
                &of(found),
                self.0.entry(label.clone()).or_default(),
            );
        }
    }

    /// All labels together.
    pub(crate) fn all(&self) -> Count {
        let mut all = Count::default();
        for count in self.0.values() {
            all.add(*count);
        }
        all
    }

    /// Each label with its count.
    pub(crate) fn labels(&self) -> impl Iterator<Item = (&String, Count)> {
        self.0.iter().map(|(label, count)| (label, *count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(gold: &[(usize, usize, bool)], found: &[(usize, usize)]) -> Count {
        let gold: Vec<Labelled> = gold
            .iter()
            .map(|&(s, e, optional)| Labelled {
                span: (s, e),
                label: String::new(),
                optional,
            })
            .collect();
        let found: Vec<Labelled> = found
            .iter()
            .map(|&(s, e)| Labelled {
                span: (s, e),
                ..Labelled::default()
            })
            .collect();
        let mut count = Count::default();
        add(&gold, &found, &mut count);
        count
    }

    #[test]
    fn half_of_the_shorter_span_makes_a_match() {
        assert_eq!(counted(&[(0, 10, false)], &[(5, 40)]), Count::of(1, 1, 1));
        assert_eq!(counted(&[(0, 10, false)], &[(6, 40)]), Count::of(0, 1, 1));
    }

    #[test]
    fn a_span_pairs_once() {
        assert_eq!(
            counted(&[(0, 20, false)], &[(0, 9), (10, 20)]),
            Count::of(1, 2, 1)
        );
    }

    #[test]
    fn optional_spans_are_neither_missed_nor_false() {
        assert_eq!(counted(&[(0, 10, true)], &[]), Count::of(0, 0, 0));
        assert_eq!(counted(&[(0, 10, true)], &[(0, 9)]), Count::of(0, 0, 0));
        assert_eq!(
            counted(&[(0, 10, true), (0, 12, false)], &[(0, 9)]),
            Count::of(1, 1, 1)
        );
    }
}
