//! Approximate matching: where a pattern occurs with the fewest edits, and how far two texts are
//! apart. Edits are counted in code points.
//!
//! Myers' bit-parallel algorithm on blocks of 64 bits (G. Myers, “A fast bit-vector algorithm for
//! approximate string matching based on dynamic programming”, JACM 46(3), 1999; the blocks and the
//! cut-off as in H. Hyyrö, “A bit-vector algorithm for computing Levenshtein and Damerau edit
//! distances”, 2003). Time is linear in the text times the number of blocks that can still matter.

mod pattern;
mod pieces;
mod table;

pub use table::Search;

/// A place where the pattern occurs, UTF-8 bytes of the text, and with how many edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Insertions, deletions and replacements, in code points.
    pub errors: usize,
}

/// Where `pattern` occurs in `text` with the fewest edits, at most `limit`; overlapping places too. An
/// empty pattern occurs nowhere.
pub fn search(text: &str, pattern: &str, limit: usize) -> Vec<Match> {
    if pattern.is_empty() {
        return Vec::new();
    }
    let exact = exact(text, pattern);
    if !exact.is_empty() {
        return exact;
    }
    // Few edits are looked for first, which only takes a look at some places; where there are any,
    // more edits need not be looked for.
    let few = limit.min(pattern.chars().count() / 8);
    if let Some(stretches) = pieces::stretches(text, pattern, few) {
        let found = within(text, pattern, few, stretches);
        if !found.is_empty() || few == limit {
            return found;
        }
    }
    let mut search = Search::new(pattern, limit);
    search.feed(text);
    search.finish(pattern, text)
}

/// The matches with the fewest edits in all of `stretches`.
fn within(
    text: &str,
    pattern: &str,
    limit: usize,
    stretches: Vec<std::ops::Range<usize>>,
) -> Vec<Match> {
    let mut best: Vec<Match> = Vec::new();
    let mut limit = limit;
    for stretch in stretches {
        let part = &text[stretch.clone()];
        let mut search = Search::new(pattern, limit);
        search.feed(part);
        let found = search.finish(pattern, part);
        let Some(errors) = found.first().map(|m| m.errors) else {
            continue;
        };
        if errors < limit {
            best.clear();
            limit = errors;
        }
        best.extend(found.into_iter().map(|m| Match {
            start: m.start + stretch.start,
            end: m.end + stretch.start,
            ..m
        }));
    }
    best
}

/// Every place where `pattern` occurs unchanged, overlapping ones too.
fn exact(text: &str, pattern: &str) -> Vec<Match> {
    let finder = memchr::memmem::Finder::new(pattern);
    let mut found = Vec::new();
    let mut from = 0;
    let step = pattern.chars().next().map_or(1, char::len_utf8);
    while let Some(at) = text.as_bytes().get(from..).and_then(|t| finder.find(t)) {
        let start = from + at;
        found.push(Match {
            start,
            end: start + pattern.len(),
            errors: 0,
        });
        from = start + step;
    }
    found
}

/// How many insertions, deletions and replacements of code points make `a` into `b`.
pub fn distance(a: &str, b: &str) -> usize {
    let (a, b) = without_common_ends(a, b);
    table::distance(a, b)
}

fn without_common_ends<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    let head: usize = a
        .chars()
        .zip(b.chars())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum();
    let (a, b) = (&a[head..], &b[head..]);
    let tail: usize = a
        .chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(x, y)| x == y)
        .map(|(x, _)| x.len_utf8())
        .sum();
    (&a[..a.len() - tail], &b[..b.len() - tail])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The table of distances, cell by cell.
    fn slow_distance(a: &str, b: &str) -> usize {
        let b: Vec<char> = b.chars().collect();
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.chars().enumerate() {
            let mut diagonal = row[0];
            row[0] = i + 1;
            for (j, y) in b.iter().enumerate() {
                let best = (diagonal + usize::from(x != *y))
                    .min(row[j] + 1)
                    .min(row[j + 1] + 1);
                diagonal = row[j + 1];
                row[j + 1] = best;
            }
        }
        row[b.len()]
    }

    /// Every end with the fewest edits, from the table of distances with a free start.
    fn slow_ends(text: &str, pattern: &str, limit: usize) -> Vec<(usize, usize)> {
        let pattern: Vec<char> = pattern.chars().collect();
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut ends = Vec::new();
        for (at, c) in text.char_indices() {
            let mut diagonal = 0;
            for (i, p) in pattern.iter().enumerate() {
                let best = (diagonal + usize::from(c != *p))
                    .min(column[i] + 1)
                    .min(column[i + 1] + 1);
                diagonal = column[i + 1];
                column[i + 1] = best;
            }
            ends.push((at + c.len_utf8(), column[pattern.len()]));
        }
        let least = ends.iter().map(|e| e.1).min().unwrap_or(usize::MAX);
        ends.retain(|e| e.1 == least && least <= limit);
        ends
    }

    fn words() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop::sample::select(vec!["a", "b", "é", "🕊", "ab", " "]),
            0..260,
        )
        .prop_map(|all| all.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn distances_equal_those_of_the_table(a in words(), b in words()) {
            prop_assert_eq!(distance(&a, &b), slow_distance(&a, &b));
        }

        #[test]
        fn matches_equal_those_of_the_table(text in words(), pattern in words(), limit in 0usize..200, cut in 0usize..99) {
            prop_assume!(!pattern.is_empty());
            let cut = text.char_indices().nth(cut).map_or(text.len(), |c| c.0);
            let mut sliced = Search::new(&pattern, limit);
            sliced.feed(&text[..cut]);
            sliced.feed(&text[cut..]);
            let found = sliced.finish(&pattern, &text);
            let limit = limit.min(pattern.chars().count());
            prop_assert_eq!(
                found.iter().map(|m| (m.end, m.errors)).collect::<Vec<_>>(),
                slow_ends(&text, &pattern, limit)
            );
            for m in &found {
                prop_assert_eq!(slow_distance(&text[m.start..m.end], &pattern), m.errors);
            }
            prop_assert_eq!(search(&text, &pattern, limit), found);
        }
    }
}
