//! What the tagger sees of each token.
//!
//! Every feature is a hash of its template and its values, so that nothing is stored but numbers.

use std::ops::Range;

use crate::attribution::Candidate;
use crate::grammar::{Grammar, Tag};

/// The bits of a feature's hash.
pub(crate) const BITS: u32 = 22;

/// What the candidates of the rules say of one token.
#[derive(Clone, Copy, Debug, Default)]
struct Role {
    /// 0 none, 1 source, 2 cue, 3 content.
    part: u8,
    /// The side the cue lies on: 1 ahead, 2 behind.
    side: u8,
    /// How likely the candidate is, in five steps.
    sure: u8,
    /// Its frame.
    frame: u8,
}

/// The features of every token of one block.
pub(crate) struct Features<'g, 'r> {
    g: &'g Grammar<'r>,
    block: Range<usize>,
    roles: Vec<Role>,
    /// For each token: sentence start, sentence end.
    sentences: Vec<Range<usize>>,
    /// For each token the nearest likely cue before it and behind it.
    cue_before: Vec<Option<usize>>,
    cue_behind: Vec<Option<usize>>,
    /// What kind of block it is, and its place.
    kind: u64,
}

impl<'g, 'r> Features<'g, 'r> {
    /// Reads one block: the sentences `first..last` of the reading, which share a block.
    /// `candidates` are those of the block.
    pub(crate) fn new(g: &'g Grammar<'r>, within: Range<usize>, candidates: &[Candidate]) -> Self {
        let all = &g.reading.sentences[within.clone()];
        let block = match (all.first(), all.last()) {
            (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
            _ => 0..0,
        };
        let count = block.len();
        let mut roles = vec![Role::default(); count];
        let mut order: Vec<&Candidate> = candidates.iter().collect();
        order.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
        for c in order {
            let sure = u8::from(c.confidence > 0.2) + u8::from(c.confidence > 0.5);
            if c.confidence < 0.06 {
                continue;
            }
            let frame = c.frame as u8;
            let mut set = |range: &Range<usize>, part: u8| {
                for at in range.clone() {
                    if let Some(role) = at.checked_sub(block.start).and_then(|i| roles.get_mut(i)) {
                        let side = if range.start < c.head { 1 } else { 2 };
                        *role = Role { part, side, sure, frame };
                    }
                }
            };
            for content in &c.content {
                set(content, 3);
            }
            if let Some(source) = &c.source {
                set(&source.whole, 1);
            }
            set(&c.cue, 2);
        }
        let mut sentences = Vec::with_capacity(count);
        for sentence in all {
            sentences.extend(std::iter::repeat_n(sentence.tokens.clone(), sentence.tokens.len()));
        }
        let likely: Vec<usize> =
            candidates.iter().filter(|c| c.confidence > 0.3).map(|c| c.head).collect();
        let mut cue_before = vec![None; count];
        let mut cue_behind = vec![None; count];
        let mut last = None;
        for i in 0..count {
            cue_before[i] = last;
            if likely.contains(&(block.start + i)) {
                last = Some(block.start + i);
            }
        }
        last = None;
        for i in (0..count).rev() {
            cue_behind[i] = last;
            if likely.contains(&(block.start + i)) {
                last = Some(block.start + i);
            }
        }
        let kind = all.first().map_or(0, |s| s.kind as u64);
        Self { g, block, roles, sentences, cue_before, cue_behind, kind }
    }

    /// How many tokens the block has.
    pub(crate) fn len(&self) -> usize {
        self.block.len()
    }

    /// The class by which the transition into token `i` is weighed.
    pub(crate) fn edge(&self, i: usize) -> u8 {
        let at = self.block.start + i;
        let starts = self.sentences.get(i).is_some_and(|s| s.start == at);
        let tag = self.g.tag(at) as u8;
        if starts { 63 } else { tag.min(62) }
    }

    /// Adds the features of token `i` to `out`.
    pub(crate) fn of(&self, i: usize, out: &mut Vec<u32>) {
        let at = self.block.start + i;
        let mut emit = |template: u64, a: u64, b: u64, c: u64| out.push(mix(template, a, b, c));
        let w = |offset: isize| self.word(i, offset);
        let t = |offset: isize| self.tag(i, offset);
        let q = |offset: isize| self.quote(i, offset);
        let r = |offset: isize| self.role(i, offset);
        let rs = |offset: isize| self.role_brief(i, offset);
        let l = |offset: isize| self.lemma(i, offset);
        emit(0, 0, 0, 0);
        emit(1, w(0), 0, 0);
        emit(2, w(-1), 0, 0);
        emit(3, w(1), 0, 0);
        emit(4, w(-2), 0, 0);
        emit(5, w(2), 0, 0);
        emit(6, w(-1), w(0), 0);
        emit(7, w(0), w(1), 0);
        emit(8, t(0), q(0), 0);
        emit(9, t(-1), t(0), 0);
        emit(10, t(0), t(1), 0);
        emit(11, t(-1), t(0), t(1));
        emit(12, t(1), t(2), t(0));
        emit(13, t(-2), t(-1), t(0));
        let folded = self.g.folded(at);
        emit(14, hash(suffix(folded, 3)), 0, 0);
        emit(15, hash(prefix(folded, 3)), 0, 0);
        emit(16, self.shape(i), t(-1), 0);
        emit(17, q(0), q(-1), q(1));
        emit(18, self.from_start(i), q(0), t(0));
        emit(19, self.from_end(i), q(0), t(0));
        emit(20, r(0), 0, 0);
        emit(21, r(0), t(0), 0);
        emit(22, r(0), r(-1), 0);
        emit(23, r(0), r(1), 0);
        emit(24, rs(-1), rs(0), rs(1));
        emit(25, r(0), w(0), 0);
        emit(26, r(0), q(0), 0);
        emit(27, r(-1), t(0), q(0));
        emit(28, r(1), t(0), q(0));
        let (before, behind) = (self.cue_before[i], self.cue_behind[i]);
        let near = |cue: Option<usize>| self.distance(i, cue);
        let head = |cue: Option<usize>| cue.map_or(0, |c| self.lemma_at(c));
        emit(29, near(before), near(behind), q(0));
        emit(30, near(before), head(before), 0);
        emit(31, near(behind), head(behind), 0);
        emit(32, near(before), t(0), rs(0));
        emit(33, near(behind), t(0), rs(0));
        emit(34, l(0), t(1), q(0));
        emit(35, l(0), t(-1), 0);
        emit(36, l(1), t(0), 0);
        emit(37, l(-1), t(0), 0);
        emit(38, l(2), t(0), t(1));
        emit(39, l(-2), t(-1), t(0));
        emit(40, self.sentence_has(i), q(0), rs(0));
        emit(41, self.kind, self.place(i), rs(0));
        emit(42, r(0), near(before), near(behind));
        emit(43, w(-2), w(-1), 0);
        emit(44, w(1), w(2), 0);
        emit(45, t(-1), w(0), t(1));
        emit(46, self.first_word(i), rs(0), 0);
        emit(47, self.block_quotes(), q(0), rs(0));
    }

    fn inside(&self, i: usize, offset: isize) -> Option<usize> {
        let i = i.checked_add_signed(offset)?;
        (i < self.block.len()).then_some(self.block.start + i)
    }

    fn word(&self, i: usize, offset: isize) -> u64 {
        self.inside(i, offset).map_or(7, |at| hash(self.g.folded(at)))
    }

    fn tag(&self, i: usize, offset: isize) -> u64 {
        self.inside(i, offset).map_or(99, |at| self.g.tag(at) as u64)
    }

    fn lemma(&self, i: usize, offset: isize) -> u64 {
        self.inside(i, offset).map_or(0, |at| self.lemma_at(at))
    }

    fn lemma_at(&self, at: usize) -> u64 {
        let verbal = matches!(self.g.tag(at), Tag::Verb | Tag::Ing);
        match self.g.words.get(at).and_then(|w| w.verb).filter(|_| verbal) {
            Some(verb) => hash(verb.lemma),
            None => hash(self.g.folded(at)) ^ 0x55,
        }
    }

    /// Outside a quotation, or where in it and how long it is.
    fn quote(&self, i: usize, offset: isize) -> u64 {
        let Some(at) = self.inside(i, offset) else { return 99 };
        let Some(quotation) = self.g.quotation(at) else { return 0 };
        let place = if quotation.tokens.start == at {
            1
        } else if quotation.tokens.end == at + 1 {
            2
        } else {
            3
        };
        let long = match quotation.words {
            0..=2 => 0,
            3..=5 => 1,
            6..=12 => 2,
            _ => 3,
        };
        place + 4 * long + 16 * u64::from(quotation.closed)
    }

    fn role(&self, i: usize, offset: isize) -> u64 {
        let role = i.checked_add_signed(offset).and_then(|i| self.roles.get(i));
        role.map_or(9999, |r| {
            u64::from(r.part) + 4 * u64::from(r.side) + 16 * u64::from(r.sure) + 256 * u64::from(r.frame)
        })
    }

    fn role_brief(&self, i: usize, offset: isize) -> u64 {
        let role = i.checked_add_signed(offset).and_then(|i| self.roles.get(i));
        role.map_or(9999, |r| u64::from(r.part) + 4 * u64::from(r.side) + 16 * u64::from(r.sure))
    }

    fn shape(&self, i: usize) -> u64 {
        let at = self.block.start + i;
        let token = &self.g.reading.tokens[at];
        let text = token.of(self.g.reading.text());
        let upper = text.chars().filter(|c| c.is_uppercase()).count().min(3) as u64;
        let digits = u64::from(text.chars().any(|c| c.is_ascii_digit()));
        let inner = u64::from(text.contains(['-', '.', '\'', '’']));
        let length = text.chars().count().min(4) as u64;
        upper + 4 * digits + 8 * inner + 16 * length
    }

    fn from_start(&self, i: usize) -> u64 {
        let at = self.block.start + i;
        steps(self.sentences.get(i).map_or(0, |s| at - s.start))
    }

    fn from_end(&self, i: usize) -> u64 {
        let at = self.block.start + i;
        steps(self.sentences.get(i).map_or(0, |s| s.end - 1 - at))
    }

    fn distance(&self, i: usize, cue: Option<usize>) -> u64 {
        let at = self.block.start + i;
        let Some(cue) = cue else { return 50 };
        let same = self.sentences.get(i).is_some_and(|s| s.contains(&cue));
        steps(at.abs_diff(cue)) + 10 * u64::from(same)
    }

    /// How many likely cues and quotations the sentence has.
    fn sentence_has(&self, i: usize) -> u64 {
        let Some(s) = self.sentences.get(i) else { return 0 };
        let range = s.start - self.block.start..s.end - self.block.start;
        let cues = self.roles[range.clone()].windows(2).filter(|w| w[0].part == 2 && w[1].part != 2);
        let strong = cues.filter(|w| w[0].sure >= 1).count().min(3) as u64;
        let quoted = range.clone().filter(|&j| self.quote(j, 0) != 0).count();
        let share = if quoted == 0 { 0 } else { 1 + (3 * quoted / range.len().max(1)) as u64 };
        strong + 4 * share
    }

    fn place(&self, i: usize) -> u64 {
        let at = self.block.start + i;
        let first = self.sentences.get(i).is_some_and(|s| s.start == self.block.start);
        let last = self.sentences.get(i).is_some_and(|s| s.end == self.block.end);
        let _ = at;
        u64::from(first) + 2 * u64::from(last)
    }

    fn first_word(&self, i: usize) -> u64 {
        self.sentences.get(i).map_or(0, |s| hash(self.g.folded(s.start)))
    }

    fn block_quotes(&self) -> u64 {
        let quoted = (0..self.len()).filter(|&j| self.g.quotation_index(self.block.start + j).is_some());
        (4 * quoted.count() / self.len().max(1)) as u64
    }
}

fn steps(distance: usize) -> u64 {
    match distance {
        0..=3 => distance as u64,
        4..=6 => 4,
        7..=11 => 5,
        12..=20 => 6,
        _ => 7,
    }
}

fn suffix(word: &str, count: usize) -> &str {
    let start = word.char_indices().rev().take(count).last().map_or(0, |(at, _)| at);
    &word[start..]
}

fn prefix(word: &str, count: usize) -> &str {
    let end = word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// One number of [`BITS`] bits from a template and its values.
fn mix(template: u64, a: u64, b: u64, c: u64) -> u32 {
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64 ^ template;
    for value in [template, a, b, c] {
        hash = (hash ^ value).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash ^= hash >> 32;
    }
    (hash >> (64 - BITS)) as u32
}
