//! A pattern prepared for bit-parallel matching.

use super::table::Block;

/// Rows in a block.
pub(super) const WORD: usize = 64;

/// A pattern, prepared: for each of its characters, the rows at which it stands.
pub(super) struct Pattern {
    pub(super) length: usize,
    pub(super) blocks: usize,
    /// Row masks, `blocks` words for each class of character; class 0 is every other character.
    rows: Vec<u64>,
    ascii: [u16; 128],
    /// Characters beyond ASCII and their classes, sorted.
    wide: Vec<(char, u16)>,
}

impl Pattern {
    pub(super) fn new(characters: impl Iterator<Item = char>) -> Self {
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

    pub(super) fn rows(&self, c: char) -> &[u64] {
        let at = self.class(c) * self.blocks;
        self.rows.get(at..at + self.blocks).unwrap_or_default()
    }

    /// How many rows the block has.
    pub(super) fn height(&self, block: usize) -> usize {
        if block + 1 == self.blocks {
            self.length - block * WORD
        } else {
            WORD
        }
    }

    pub(super) fn fresh(&self, block: usize) -> Block {
        Block {
            plus: !0,
            minus: 0,
            score: block * WORD + self.height(block),
        }
    }
}
