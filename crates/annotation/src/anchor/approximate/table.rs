//! The table of distances, column by column: 64 rows at a time.

use super::Match;
use super::pattern::{Pattern, WORD};

/// One column of 64 rows of the table, as differences between neighbouring rows.
#[derive(Clone, Copy)]
pub(super) struct Block {
    pub(super) plus: u64,
    pub(super) minus: u64,
    /// The distance in the last row.
    pub(super) score: usize,
}

/// What comes into a block from above, or goes out below: whether the distance grows or shrinks by
/// one.
#[derive(Clone, Copy)]
struct Carry {
    plus: u64,
    minus: u64,
}

/// Moves one block one character on; `last` is the bit of the block's last row.
#[inline(always)]
fn advance(plus: &mut u64, minus: &mut u64, rows: u64, carry: Carry, last: u32) -> Carry {
    let vertical = rows | *minus;
    let rows = rows | carry.minus;
    let horizontal = ((rows & *plus).wrapping_add(*plus) ^ *plus) | rows;
    let grows = *minus | !(horizontal | *plus);
    let shrinks = *plus & horizontal;
    let out = Carry {
        plus: (grows >> last) & 1,
        minus: (shrinks >> last) & 1,
    };
    let grows = (grows << 1) | carry.plus;
    let shrinks = (shrinks << 1) | carry.minus;
    *plus = shrinks | !(vertical | grows);
    *minus = grows & vertical;
    out
}

impl Block {
    #[inline(always)]
    fn advance(&mut self, rows: u64, carry: Carry, last: u32) -> Carry {
        let out = advance(&mut self.plus, &mut self.minus, rows, carry, last);
        self.score = (self.score + out.plus as usize).wrapping_sub(out.minus as usize);
        out
    }
}

/// A search that can be fed slice by slice, so that a worker can do other things between.
pub struct Search {
    pattern: Pattern,
    blocks: Vec<Block>,
    /// The last block that can still matter.
    active: usize,
    limit: usize,
    /// Whether a match must begin at the start of the text, not just anywhere.
    anchored: bool,
    fed: usize,
    ends: Vec<(usize, usize)>,
}

impl Search {
    /// A search for `pattern` with at most `limit` edits.
    pub fn new(pattern: &str, limit: usize) -> Self {
        Self::of(Pattern::new(pattern.chars()), limit, false)
    }

    fn of(pattern: Pattern, limit: usize, anchored: bool) -> Self {
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
            anchored,
            fed: 0,
            ends: Vec::new(),
        }
    }

    /// Reads the next slice of the text. Slices must follow each other and end between characters.
    pub fn feed(&mut self, slice: &str) {
        if self.pattern.length > 0 {
            self.read(slice.chars());
        }
    }

    fn read(&mut self, slice: impl Iterator<Item = char>) {
        // Up to three blocks it is quicker to keep all of them in registers than to leave some out.
        match self.pattern.blocks {
            1 => self.all_blocks::<1>(slice),
            2 => self.all_blocks::<2>(slice),
            3 => self.all_blocks::<3>(slice),
            _ => slice.for_each(|c| self.active_blocks(c)),
        }
    }

    const fn above(&self) -> Carry {
        Carry {
            plus: self.anchored as u64,
            minus: 0,
        }
    }

    const fn last_bit(&self) -> u32 {
        ((self.pattern.length - 1) % WORD) as u32
    }

    fn all_blocks<const N: usize>(&mut self, slice: impl Iterator<Item = char>) {
        let (above, last) = (self.above(), self.last_bit());
        let mut plus = [0u64; N];
        let mut minus = [0u64; N];
        for (at, block) in self.blocks.iter().enumerate() {
            (plus[at], minus[at]) = (block.plus, block.minus);
        }
        let mut ascii = [[0u64; N]; 128];
        for (c, rows) in (0u8..).zip(ascii.iter_mut()) {
            rows.copy_from_slice(self.pattern.rows(char::from(c)));
        }
        let mut score = self.blocks[N - 1].score;
        for c in slice {
            self.fed += c.len_utf8();
            let rows = match ascii.get(c as usize) {
                Some(rows) => *rows,
                None => {
                    let mut wide = [0; N];
                    wide.copy_from_slice(self.pattern.rows(c));
                    wide
                }
            };
            let mut carry = above;
            for at in 0..N - 1 {
                carry = advance(&mut plus[at], &mut minus[at], rows[at], carry, 63);
            }
            let bottom = N - 1;
            let out = advance(
                &mut plus[bottom],
                &mut minus[bottom],
                rows[bottom],
                carry,
                last,
            );
            score = (score + out.plus as usize).wrapping_sub(out.minus as usize);
            if score <= self.limit {
                self.found(score);
            }
        }
        for (at, block) in self.blocks.iter_mut().enumerate() {
            (block.plus, block.minus) = (plus[at], minus[at]);
        }
        self.blocks[N - 1].score = score;
    }

    fn found(&mut self, score: usize) {
        if score < self.limit {
            self.ends.clear();
            self.limit = score;
        }
        self.ends.push((self.fed, score));
    }

    /// One character, in the blocks that can still lead to a match.
    fn active_blocks(&mut self, c: char) {
        self.fed += c.len_utf8();
        let bottom = self.pattern.blocks - 1;
        let last = self.last_bit();
        let rows = self.pattern.rows(c);
        let bit = |block: usize| if block == bottom { last } else { 63 };
        let mut carry = self.above();
        for (at, (block, rows)) in self.blocks[..=self.active].iter_mut().zip(rows).enumerate() {
            carry = block.advance(*rows, carry, bit(at));
        }
        let score = self.blocks[self.active].score;
        let before = (score + carry.minus as usize).wrapping_sub(carry.plus as usize);
        // The table is only as deep as a row within the limit reaches.
        if self.active < bottom
            && before <= self.limit
            && (carry.minus == 1 || rows[self.active + 1] & 1 == 1)
        {
            self.active += 1;
            let next = self.active;
            let mut block = self.pattern.fresh(next);
            block.score = before + self.pattern.height(next);
            block.advance(rows[next], carry, bit(next));
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
            self.found(score);
        }
    }

    /// Where the pattern occurs with the fewest edits, in order of the text; none where it does not
    /// occur within the limit. `text` is all that was fed. Of several starts the first is taken.
    pub fn finish(self, pattern: &str, text: &str) -> Vec<Match> {
        let Some(&(_, errors)) = self.ends.first() else {
            return Vec::new();
        };
        self.ends
            .iter()
            .map(|&(end, _)| Match {
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
    let mut search = Search::of(Pattern::new(pattern.chars().rev()), errors, true);
    let most = search.pattern.length + errors;
    search.read(before.chars().rev().take(most));
    let longest = search.ends.last().map_or(0, |&(length, _)| length);
    end - longest
}

/// How many edits make `pattern` into all of `text`.
pub(super) fn distance(pattern: &str, text: &str) -> usize {
    let pattern = Pattern::new(pattern.chars());
    if pattern.length == 0 {
        return text.chars().count();
    }
    let bottom = pattern.blocks - 1;
    let last = ((pattern.length - 1) % WORD) as u32;
    let mut blocks: Vec<_> = (0..pattern.blocks).map(|b| pattern.fresh(b)).collect();
    for c in text.chars() {
        // Every character of the text that is left out costs one, so the first row grows by one.
        let mut carry = Carry { plus: 1, minus: 0 };
        for (at, (block, rows)) in blocks.iter_mut().zip(pattern.rows(c)).enumerate() {
            let bit = if at == bottom { last } else { 63 };
            carry = block.advance(*rows, carry, bit);
        }
    }
    blocks[bottom].score
}
