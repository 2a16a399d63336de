//! Attributions of two sides paired as shared/eval/attribution/score.py pairs them: they share a word of
//! the cue, and half of the content (F1 of its words); one to one, the closest first.

use std::collections::BTreeSet;

use super::annotated::{Attributed, Story};
use super::figure::Count;
use crate::score::{canon, closest, covered, pairs, tokens};

/// The pairs of attributions, as indices; adds to `count` what was found and wanted. A pair whose gold
/// side is optional is left out of the count, and so is what either side has alone and optional, or
/// what would pair with an optional one that is taken.
pub(crate) fn matched(gold: &Story, found: &Story, count: &mut Count) -> Vec<(usize, usize)> {
    let text: Vec<char> = gold.text.chars().collect();
    let tokens = tokens(&text);
    let covers = |side: &[Attributed]| -> Vec<[BTreeSet<usize>; 3]> {
        side.iter()
            .map(|a| [0, 1, 2].map(|role| covered(&canon(&a.parts[role], &text), &tokens)))
            .collect()
    };
    let candidates = pairs(&covers(&gold.attributions), &covers(&found.attributions));
    let optional = |i: usize| gold.attributions[i].optional;
    let beside_optional: BTreeSet<usize> = candidates
        .iter()
        .filter(|c| optional(c.1))
        .map(|c| c.2)
        .collect();
    let matched = closest(candidates);
    let paired: BTreeSet<usize> = matched.iter().map(|m| m.1).collect();
    let right = matched.iter().filter(|m| !optional(m.0)).count();
    let wrong = (0..found.attributions.len())
        .filter(|j| !paired.contains(j) && !beside_optional.contains(j))
        .filter(|&j| !found.attributions[j].optional)
        .count();
    let wanted = gold.attributions.iter().filter(|a| !a.optional).count();
    count.add(Count::of(right, right + wrong, wanted));
    matched
}

#[cfg(test)]
mod tests {
    use super::super::testing::gold;
    use super::*;

    fn counted(change: impl FnOnce(&mut Story)) -> Count {
        let mut found = gold();
        for a in &mut found.attributions {
            a.optional = false;
        }
        change(&mut found);
        let mut count = Count::default();
        matched(&gold(), &found, &mut count);
        count
    }

    #[test]
    fn optional_attributions_are_neither_missed_nor_false() {
        let all = counted(|_| ());
        assert_eq!(
            all,
            counted(|f| f.attributions.retain(|a| a.tier == "core"))
        );
        assert_eq!(all, Count::of(2, 2, 2));
    }

    #[test]
    fn half_of_the_content_is_enough_and_less_is_not() {
        let cut = |to: usize| {
            counted(|f| {
                let content = &mut f.attributions[0].parts[2][0];
                content.1 = content.0 + to;
            })
        };
        // "the plan works well": two of its four words, then one.
        assert_eq!(cut(8), Count::of(2, 2, 2));
        assert_eq!(cut(3), Count::of(1, 2, 2));
    }
}
