//! The carriers of an attribution, compared as a set: one matches if it is mentioned at a place where the
//! other is, or if both are called the same.

use super::annotated::{Story, Voice};
use super::figure::Count;
use super::spans::overlap;

/// Adds the carriers of the pair of attributions `(i, j)`.
pub(crate) fn add(gold: &Story, found: &Story, (i, j): (usize, usize), count: &mut Count) {
    let carriers = |story: &Story, of: usize| -> Vec<usize> {
        let mut carriers = story.attributions[of].via.clone();
        carriers.sort_unstable();
        carriers.dedup();
        carriers
    };
    let want = carriers(gold, i);
    let mut got = carriers(found, j);
    let (found_all, wanted) = (got.len(), want.len());
    let mut right = 0;
    for carrier in want {
        let same = |f: &usize| match (gold.voices.get(carrier), found.voices.get(*f)) {
            (Some(g), Some(f)) => is_same(g, f),
            _ => false,
        };
        if let Some(at) = got.iter().position(same) {
            got.swap_remove(at);
            right += 1;
        }
    }
    count.add(Count::of(right, found_all, wanted));
}

fn is_same(gold: &Voice, found: &Voice) -> bool {
    let met = gold
        .mentions
        .iter()
        .any(|g| found.mentions.iter().any(|f| overlap(*g, *f) > 0));
    met || gold.names.iter().any(|n| found.names.contains(n))
}

#[cfg(test)]
mod tests {
    use super::super::testing::gold;
    use super::*;

    #[test]
    fn a_carrier_is_known_by_its_place_or_its_name() {
        let counted = |change: fn(&mut Voice)| {
            let mut found = gold();
            found.voices.iter_mut().for_each(change);
            let mut count = Count::default();
            add(&gold(), &found, (1, 1), &mut count);
            count
        };
        assert_eq!(counted(|_| ()), Count::of(1, 1, 1));
        assert_eq!(counted(|v| v.names.clear()), Count::of(1, 1, 1));
        assert_eq!(counted(|v| v.mentions.clear()), Count::of(1, 1, 1));
        let neither = |v: &mut Voice| {
            v.names.clear();
            v.mentions.clear();
        };
        assert_eq!(counted(neither), Count::of(0, 1, 1));
    }
}
