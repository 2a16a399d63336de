//! What the tagger sees of each token.
//!
//! Every feature is a hash of its template and its values, so that nothing is stored but numbers.
//! What the hand rules propose is among them: the tagger learns where to believe the rules.

use std::ops::Range;

use super::roles::{Part, Roles};
use crate::attribution::Candidate;
use crate::grammar::{Grammar, Tag};

/// The bits of a feature's number. The bits above hold its template, for the trainer.
pub(crate) const BITS: u32 = 24;

/// How many classes the transition into a token has.
pub(crate) const EDGES: usize = 3;

/// How many values each class has.
pub(crate) const EDGE_VALUES: [usize; EDGES] = [33, 72, 49];

/// What is seen of one token, whatever its place.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    word: u64,
    lemma: u64,
    tag: u64,
    quote: u64,
}

/// What is seen beyond the ends of a block.
const BEYOND: Seen = Seen {
    word: 7,
    lemma: 0,
    tag: 99,
    quote: 99,
};

/// The features of every token of one block.
pub(crate) struct Features<'g, 'r> {
    g: &'g Grammar<'r>,
    /// The tokens of the reading that the block has.
    block: Range<usize>,
    seen: Vec<Seen>,
    roles: Roles,
    /// For each token its sentence, by place in `sentences`.
    sentence: Vec<u32>,
    sentences: Vec<Sentence>,
    /// For each token the nearest likely cue before it and behind it.
    cue_before: Vec<Option<usize>>,
    cue_behind: Vec<Option<usize>>,
    /// What kind of block it is, its place, and whether a quotation runs into it.
    setting: u64,
    /// How much of the block is quoted, in quarters.
    quoted: u64,
}

/// What is seen of a whole sentence.
struct Sentence {
    tokens: Range<usize>,
    /// How many likely cues it has, and how much of it is quoted.
    has: u64,
}

impl<'g, 'r> Features<'g, 'r> {
    /// Reads one block: the sentences `within` of the reading, which share a block. `candidates` are
    /// those of the block. Linear in its tokens and the candidates' lengths.
    pub(crate) fn new(g: &'g Grammar<'r>, within: Range<usize>, candidates: &[Candidate]) -> Self {
        let all = &g.reading.sentences[within];
        let block = match (all.first(), all.last()) {
            (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
            _ => 0..0,
        };
        let roles = Roles::new(g, &block, candidates);
        let seen: Vec<Seen> = block.clone().map(|at| see(g, at)).collect();
        let mut sentence = Vec::with_capacity(block.len());
        let mut sentences = Vec::with_capacity(all.len());
        for (place, s) in all.iter().enumerate() {
            let own = s.tokens.start - block.start..s.tokens.end - block.start;
            let cues = roles.cues(own.clone()).min(3);
            let quoted = seen[own.clone()].iter().filter(|s| s.quote != 0).count();
            let share = if quoted == 0 {
                0
            } else {
                1 + 3 * quoted / own.len().max(1)
            };
            let has = (cues + 4 * share) as u64;
            sentences.push(Sentence {
                tokens: s.tokens.clone(),
                has,
            });
            sentence.extend(std::iter::repeat_n(place as u32, own.len()));
        }
        let mut likely = vec![false; block.len()];
        for c in candidates.iter().filter(|c| c.confidence > 0.3) {
            if let Some(likely) = c
                .head
                .checked_sub(block.start)
                .and_then(|i| likely.get_mut(i))
            {
                *likely = true;
            }
        }
        let carried = block.start > 0
            && g.quotation(block.start - 1)
                .is_some_and(|q| !q.closed && q.tokens.end == block.start);
        let kind = all.first().map_or(0, |s| s.kind as u64);
        let index = all.first().map_or(0, |s| s.block.min(3) as u64);
        let quoted = seen.iter().filter(|s| s.quote != 0).count();
        Self {
            g,
            roles,
            sentence,
            sentences,
            cue_before: nearest(&likely, block.start, 0..block.len()),
            cue_behind: nearest(&likely, block.start, (0..block.len()).rev()),
            setting: kind + 32 * u64::from(carried) + 64 * index,
            quoted: (4 * quoted / block.len().max(1)) as u64,
            seen,
            block,
        }
    }

    /// How many tokens the block has.
    pub(crate) fn len(&self) -> usize {
        self.block.len()
    }

    /// The classes by which the transition into token `i` is weighed.
    pub(crate) fn edge(&self, i: usize) -> [u16; EDGES] {
        let at = self.block.start + i;
        let starts = self.sentence(i).tokens.start == at;
        let tag = if starts { 32 } else { self.g.tag(at) as usize };
        let role = |i: usize| self.roles.of(i).part as usize;
        let strong = usize::from(self.roles.of(i).step >= 4);
        let before = |f: &dyn Fn(usize) -> usize| i.checked_sub(1).map_or(0, f);
        let quote = |i: usize| quote_class(self.seen[i].quote);
        [
            tag as u16,
            (36 * strong + 6 * before(&role) + role(i)) as u16,
            (7 * before(&quote) + quote(i)) as u16,
        ]
    }

    /// Adds the features of token `i` to `out`.
    pub(crate) fn of(&self, i: usize, out: &mut Vec<u32>) {
        let mut emit = |template: u32, a: u64, b: u64, c: u64| out.push(mix(template, a, b, c));
        let [before2, before, here, next, next2] = [-2, -1, 0, 1, 2].map(|o| {
            i.checked_add_signed(o)
                .and_then(|i| self.seen.get(i))
                .unwrap_or(&BEYOND)
        });
        let roles = |o: isize| i.checked_add_signed(o);
        let r = |o: isize| self.roles.full(roles(o));
        let rs = |o: isize| self.roles.brief(roles(o));
        emit(0, 0, 0, 0);
        emit(1, here.word, 0, 0);
        emit(2, before.word, 0, 0);
        emit(3, next.word, 0, 0);
        emit(4, before2.word, 0, 0);
        emit(5, next2.word, 0, 0);
        emit(6, before.word, here.word, 0);
        emit(7, here.word, next.word, 0);
        emit(8, here.tag, here.quote, 0);
        emit(9, before.tag, here.tag, 0);
        emit(10, here.tag, next.tag, 0);
        emit(11, before.tag, here.tag, next.tag);
        emit(12, next.tag, next2.tag, here.tag);
        emit(13, before2.tag, before.tag, here.tag);
        let folded = self.g.folded(self.block.start + i);
        emit(14, hash(suffix(folded, 3)), 0, 0);
        emit(15, hash(prefix(folded, 3)), 0, 0);
        emit(16, self.shape(i), before.tag, 0);
        emit(17, here.quote, before.quote, next.quote);
        emit(18, self.since_start(i), here.quote, here.tag);
        emit(19, self.until_end(i), here.quote, here.tag);
        emit(20, r(0), 0, 0);
        emit(21, r(0), here.tag, 0);
        emit(22, r(0), r(-1), 0);
        emit(23, r(0), r(1), 0);
        emit(24, rs(-1), rs(0), rs(1));
        emit(25, r(0), here.word, 0);
        emit(26, r(0), here.quote, 0);
        emit(27, r(-1), here.tag, here.quote);
        emit(28, r(1), here.tag, here.quote);
        let (cue_before, cue_behind) = (self.cue_before[i], self.cue_behind[i]);
        let near_before = self.distance(i, cue_before);
        let near_behind = self.distance(i, cue_behind);
        let head = |cue: Option<usize>| cue.map_or(0, |c| self.seen[c - self.block.start].lemma);
        emit(29, near_before, near_behind, here.quote);
        emit(30, near_before, head(cue_before), 0);
        emit(31, near_behind, head(cue_behind), 0);
        emit(32, near_before, here.tag, rs(0));
        emit(33, near_behind, here.tag, rs(0));
        emit(34, here.lemma, next.tag, here.quote);
        emit(35, here.lemma, before.tag, 0);
        emit(36, next.lemma, here.tag, 0);
        emit(37, before.lemma, here.tag, 0);
        emit(38, next2.lemma, here.tag, next.tag);
        emit(39, before2.lemma, before.tag, here.tag);
        emit(40, self.sentence(i).has, here.quote, rs(0));
        emit(41, self.setting, self.place(i), rs(0));
        emit(42, r(0), near_before, near_behind);
        emit(45, before.tag, here.word, next.tag);
        emit(
            46,
            self.seen[self.sentence(i).tokens.start - self.block.start].word,
            rs(0),
            0,
        );
        emit(47, self.quoted, here.quote, rs(0));
        // What the rules say of it in all parts at once: a cue in another's content, say.
        emit(48, self.roles.steps(i), 0, 0);
        emit(49, self.roles.steps(i), here.tag, here.quote);
        emit(
            50,
            self.roles.layer(i, Part::Cue),
            self.roles.layer(i, Part::Content),
            here.quote,
        );
        emit(
            51,
            self.roles.layer(i, Part::Source),
            self.roles.layer(i, Part::Content),
            here.tag,
        );
        emit(
            52,
            self.roles.layer(i, Part::Cue),
            here.lemma,
            u64::from(here.quote != 0),
        );
        emit(53, self.roles.head(i, Part::Content), r(0), 0);
        emit(54, self.roles.head(i, Part::Source), r(0), 0);
        emit(55, self.roles.source_kind(i), r(0), before.tag);
        emit(56, self.setting, here.tag, here.quote);
    }

    fn sentence(&self, i: usize) -> &Sentence {
        &self.sentences[self.sentence[i] as usize]
    }

    fn shape(&self, i: usize) -> u64 {
        let token = &self.g.reading.tokens[self.block.start + i];
        let text = token.of(self.g.reading.text());
        let upper = text.chars().filter(|c| c.is_uppercase()).count().min(3) as u64;
        let digits = u64::from(text.chars().any(|c| c.is_ascii_digit()));
        let inner = u64::from(text.contains(['-', '.', '\'', '’']));
        let length = text.chars().take(4).count() as u64;
        upper + 4 * digits + 8 * inner + 16 * length
    }

    fn since_start(&self, i: usize) -> u64 {
        steps(self.block.start + i - self.sentence(i).tokens.start)
    }

    fn until_end(&self, i: usize) -> u64 {
        steps(self.sentence(i).tokens.end - 1 - (self.block.start + i))
    }

    fn distance(&self, i: usize, cue: Option<usize>) -> u64 {
        let Some(cue) = cue else { return 50 };
        let same = self.sentence(i).tokens.contains(&cue);
        steps((self.block.start + i).abs_diff(cue)) + 10 * u64::from(same)
    }

    /// Whether the sentence is the block's first or last.
    fn place(&self, i: usize) -> u64 {
        let tokens = &self.sentence(i).tokens;
        u64::from(tokens.start == self.block.start) + 2 * u64::from(tokens.end == self.block.end)
    }
}

fn see(g: &Grammar, at: usize) -> Seen {
    let word = hash(g.folded(at));
    let verbal = matches!(g.tag(at), Tag::Verb | Tag::Ing);
    let verb = g.words.get(at).and_then(|w| w.verb).filter(|_| verbal);
    Seen {
        word,
        lemma: verb.map_or(word ^ 0x55, |verb| hash(verb.lemma)),
        tag: g.tag(at) as u64,
        quote: quote(g, at),
    }
}

/// Outside a quotation (0), or where in it and how long it is.
fn quote(g: &Grammar, at: usize) -> u64 {
    let Some(quotation) = g.quotation(at) else {
        return 0;
    };
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

/// Outside (0), or the place in a short (1 to 3) or a long quotation (4 to 6).
fn quote_class(quote: u64) -> usize {
    match (quote % 4) as usize {
        0 => 0,
        place => place + if quote / 4 % 4 >= 1 { 3 } else { 0 },
    }
}

/// For each place the last one before it, in the order of `places`, that is likely.
fn nearest(
    likely: &[bool],
    start: usize,
    places: impl Iterator<Item = usize>,
) -> Vec<Option<usize>> {
    let mut found = vec![None; likely.len()];
    let mut last = None;
    for i in places {
        found[i] = last;
        if likely[i] {
            last = Some(start + i);
        }
    }
    found
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
    let start = word
        .char_indices()
        .rev()
        .take(count)
        .last()
        .map_or(0, |(at, _)| at);
    &word[start..]
}

fn prefix(word: &str, count: usize) -> &str {
    let end = word
        .char_indices()
        .nth(count)
        .map_or(word.len(), |(at, _)| at);
    &word[..end]
}

/// FNV-1a.
pub(super) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The template, and a number of [`BITS`] bits from it and its values.
fn mix(template: u32, a: u64, b: u64, c: u64) -> u32 {
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64;
    for value in [u64::from(template), a, b, c] {
        hash = (hash ^ value).wrapping_mul(0xff51_afd7_ed55_8ccd);
        hash ^= hash >> 32;
    }
    (hash >> (64 - BITS)) as u32 | template << BITS
}
