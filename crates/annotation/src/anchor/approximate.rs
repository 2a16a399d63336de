//! Approximate matching: where a pattern occurs with the fewest edits, and how far two texts are
//! apart. Edits are counted in code points.
//!
//! Myers' bit-parallel algorithm on blocks of 64 bits (G. Myers, “A fast bit-vector algorithm for
//! approximate string matching based on dynamic programming”, JACM 46(3), 1999; the blocks and the
//! cut-off as in H. Hyyrö, “A bit-vector algorithm for computing Levenshtein and Damerau edit
//! distances”, 2003). Time is linear in the text times the number of blocks that can still matter.

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

const WORD: usize = 64;

/// One column of 64 rows of the table of distances, as differences between neighbouring rows.
#[derive(Clone, Copy)]
struct Block {
    plus: u64,
    minus: u64,
    /// The distance in the last row.
    score: usize,
}

/// A pattern, prepared: for each of its characters, the rows at which it stands.
struct Pattern {
    length: usize,
    blocks: usize,
    /// Row masks, `blocks` words for each class of character; class 0 is every other character.
    rows: Vec<u64>,
    ascii: [u16; 128],
    /// Characters beyond ASCII and their classes, sorted.
    wide: Vec<(char, u16)>,
}

impl Pattern {
    fn new(characters: impl Iterator<Item = char>) -> Self {
        let characters: Vec<char> = characters.collect();
        let blocks = characters.len().div_ceil(WORD).max(1);
        let mut alphabet: Vec<char> = characters.clone();
        alphabet.sort_unstable();
        alphabet.dedup();
        // More different characters than a class number can tell apart share the last class: no
        // text of this world has so many, and a shared class only makes the search miss edits.
        let class = |at: usize| u16::try_from(at + 1).unwrap_or(u16::MAX);
        let mut ascii = [0; 128];
        let mut wide = Vec::new();
        for (at, &c) in alphabet.iter().enumerate() {
            match ascii.get_mut(c as usize) {
                Some(slot) => *slot = class(at),
                None => wide.push((c, class(at))),
            }
        }
        let mut pattern = Self {
            length: characters.len(),
            blocks,
            rows: vec![0; blocks * (alphabet.len() + 1)],
            ascii,
            wide,
        };
        for (at, &c) in characters.iter().enumerate() {
            let slot = pattern.class(c) * blocks + at / WORD;
            if let Some(word) = pattern.rows.get_mut(slot) {
                *word |= 1 << (at % WORD);
            }
        }
        pattern
    }

    fn class(&self, c: char) -> usize {
        let class = match self.ascii.get(c as usize) {
            Some(class) => *class,
            None => match self.wide.binary_search_by_key(&c, |w| w.0) {
                Ok(at) => self.wide[at].1,
                Err(_) => 0,
            },
        };
        usize::from(class)
    }

    fn rows(&self, c: char) -> &[u64] {
        let at = self.class(c) * self.blocks;
        self.rows.get(at..at + self.blocks).unwrap_or_default()
    }

    /// How many rows the block has.
    fn height(&self, block: usize) -> usize {
        if block + 1 == self.blocks {
            self.length - block * WORD
        } else {
            WORD
        }
    }

    fn fresh(&self, block: usize) -> Block {
        Block {
            plus: !0,
            minus: 0,
            score: block * WORD + self.height(block),
        }
    }
}

/// Moves one block one character on. `carry` is the difference that comes in from above, -1, 0 or
/// 1; `last` is the bit of the block's last row. Answers the difference that goes out below.
#[inline(always)]
fn advance(block: &mut Block, rows: u64, carry: i32, last: u32) -> i32 {
    let down = u64::from(carry < 0);
    let vertical = rows | block.minus;
    let rows = rows | down;
    let horizontal = ((rows & block.plus).wrapping_add(block.plus) ^ block.plus) | rows;
    let mut plus = block.minus | !(horizontal | block.plus);
    let mut minus = block.plus & horizontal;
    let out = ((plus >> last) & 1) as i32 - ((minus >> last) & 1) as i32;
    plus = (plus << 1) | u64::from(carry > 0);
    minus = (minus << 1) | down;
    block.plus = minus | !(vertical | plus);
    block.minus = plus & vertical;
    block.score = block.score.wrapping_add_signed(out as isize);
    out
}

/// A search that can be fed slice by slice, so that a worker can do other things between.
pub struct Search {
    pattern: Pattern,
    blocks: Vec<Block>,
    /// The last block that can still matter.
    active: usize,
    limit: usize,
    /// What comes in above each column: 0 where a match may start anywhere, 1 where it must start at
    /// the start of the text.
    above: i32,
    fed: usize,
    ends: Vec<(usize, usize)>,
}

impl Search {
    /// A search for `pattern` with at most `limit` edits.
    pub fn new(pattern: &str, limit: usize) -> Self {
        Self::of(Pattern::new(pattern.chars()), limit, 0)
    }

    fn of(pattern: Pattern, limit: usize, above: i32) -> Self {
        let limit = limit.min(pattern.length);
        let active = limit
            .div_ceil(WORD)
            .saturating_sub(1)
            .min(pattern.blocks - 1);
        let blocks = (0..pattern.blocks).map(|b| pattern.fresh(b)).collect();
        Self {
            pattern,
            blocks,
            active,
            limit,
            above,
            fed: 0,
            ends: Vec::new(),
        }
    }

    /// Reads the next slice of the text. Slices must follow each other and end between characters.
    pub fn feed(&mut self, slice: &str) {
        if self.pattern.length == 0 {
            return;
        }
        for c in slice.chars() {
            self.fed += c.len_utf8();
            self.step(c);
        }
    }

    #[inline(always)]
    fn step(&mut self, c: char) {
        let bottom = self.pattern.blocks - 1;
        let last_bit = ((self.pattern.length - 1) % WORD) as u32;
        let rows = self.pattern.rows(c);
        let bit = |block: usize| if block == bottom { last_bit } else { 63 };
        let mut carry = self.above;
        for (at, (block, rows)) in self.blocks[..=self.active].iter_mut().zip(rows).enumerate() {
            carry = advance(block, *rows, carry, bit(at));
        }
        let score = self.blocks[self.active].score;
        // The table is only as deep as a row within the limit reaches.
        if self.active < bottom
            && score.wrapping_add_signed(-carry as isize) <= self.limit
            && (carry < 0 || rows[self.active + 1] & 1 == 1)
        {
            self.active += 1;
            let next = self.active;
            let height = self.pattern.height(next);
            let mut block = self.pattern.fresh(next);
            block.score = score
                .wrapping_add_signed(-carry as isize)
                .wrapping_add(height);
            advance(&mut block, rows[next], carry, bit(next));
            self.blocks[next] = block;
        } else {
            while self.active > 0
                && self.blocks[self.active].score >= self.limit + self.pattern.height(self.active)
            {
                self.active -= 1;
            }
        }
        let score = self.blocks[self.active].score;
        if self.active == bottom && score <= self.limit {
            if score < self.limit {
                self.ends.clear();
                self.limit = score;
            }
            self.ends.push((self.fed, score));
        }
    }

    /// Where the pattern occurs with the fewest edits, in order of the text; none where it does not
    /// occur within the limit. `text` is all that was fed. Of several starts the first is taken.
    pub fn finish(self, pattern: &str, text: &str) -> Vec<Match> {
        self.ends
            .iter()
            .map(|&(end, errors)| Match {
                start: start_of(pattern, text, end, errors),
                end,
                errors,
            })
            .collect()
    }
}

/// The earliest start of a match that ends at `end`.
fn start_of(pattern: &str, text: &str, end: usize, errors: usize) -> usize {
    let before = text.get(..end).unwrap_or_default();
    let mut search = Search::of(Pattern::new(pattern.chars().rev()), errors, 1);
    for c in before.chars().rev().take(search.pattern.length + errors) {
        search.fed += c.len_utf8();
        search.step(c);
    }
    let longest = search.ends.last().map_or(0, |&(length, _)| length);
    end - longest
}

/// Where `pattern` occurs in `text` with the fewest edits, at most `limit`. An empty pattern occurs
/// nowhere.
pub fn search(text: &str, pattern: &str, limit: usize) -> Vec<Match> {
    if pattern.is_empty() {
        return Vec::new();
    }
    let exact = exact(text, pattern);
    if !exact.is_empty() {
        return exact;
    }
    let mut search = Search::new(pattern, limit);
    search.feed(text);
    search.finish(pattern, text)
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
    let pattern = Pattern::new(a.chars());
    if pattern.length == 0 {
        return b.chars().count();
    }
    let bottom = pattern.blocks - 1;
    let last_bit = ((pattern.length - 1) % WORD) as u32;
    let mut blocks: Vec<_> = (0..pattern.blocks)
        .map(|block| pattern.fresh(block))
        .collect();
    for c in b.chars() {
        // Every character of `b` that is left out costs one, so the first row grows by one.
        let mut carry = 1;
        for (at, (block, rows)) in blocks.iter_mut().zip(pattern.rows(c)).enumerate() {
            carry = advance(
                block,
                *rows,
                carry,
                if at == bottom { last_bit } else { 63 },
            );
        }
    }
    blocks[bottom].score
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
