//! A caret in the article's text, moved by keys, and what is selected with it.

use sourcelight_article::{Block, BlockKind};
use sourcelight_text::Span;
use unicode_segmentation::GraphemeCursor;

/// A caret and where its selection began. Both are UTF-8 bytes of the article's text, inside a block of
/// its story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    /// Where the selection began.
    pub anchor: usize,
    /// Where the caret is.
    pub head: usize,
}

/// How far a caret moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// To the next character as people count them, not half an emoji.
    Character,
    /// Over the next word.
    Word,
    /// To the edge of the block, or of the next one where it is there already.
    Block,
    /// To the edge of the article.
    Article,
}

impl Caret {
    /// A caret at this byte, with nothing selected.
    pub const fn at(byte: usize) -> Self {
        Self {
            anchor: byte,
            head: byte,
        }
    }

    /// What is selected.
    pub fn span(self) -> Span {
        Span::new(self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// The caret put somewhere else: its selection goes along where it is extended.
    pub const fn put(self, head: usize, extend: bool) -> Self {
        if extend {
            Self { head, ..self }
        } else {
            Self::at(head)
        }
    }

    /// The caret after a stride through these blocks; at the edge of the article it stays. Boilerplate,
    /// which the page folds away, is passed over. Linear in the blocks and the way gone.
    pub fn moved(
        self,
        text: &str,
        blocks: &[Block],
        stride: Stride,
        forward: bool,
        extend: bool,
    ) -> Self {
        let story: Vec<Span> = blocks
            .iter()
            .filter(|b| b.kind != BlockKind::Boilerplate && !b.span.is_empty())
            .map(|b| b.span)
            .collect();
        let head = match stride {
            Stride::Article if forward => story.last().map(|s| s.end),
            Stride::Article => story.first().map(|s| s.start),
            Stride::Character | Stride::Word | Stride::Block => {
                stepped(text, &story, self.head, stride, forward)
            }
        };
        self.put(head.unwrap_or(self.head), extend)
    }
}

/// Where a stride from `head` leads; none where it leads out of the article.
fn stepped(
    text: &str,
    story: &[Span],
    head: usize,
    stride: Stride,
    forward: bool,
) -> Option<usize> {
    let here = story
        .iter()
        .position(|s| s.start <= head && head <= s.end)
        .or_else(|| story.iter().position(|s| s.start > head))?;
    let own = story[here];
    let next = || story.get(here + 1);
    let before = || here.checked_sub(1).and_then(|b| story.get(b));
    match (stride, forward) {
        (Stride::Block, true) if head < own.end => Some(own.end),
        (Stride::Block, true) => next().map(|s| s.end),
        (Stride::Block, false) if head > own.start => Some(own.start),
        (Stride::Block, false) => before().map(|s| s.start),
        (Stride::Word, true) => match word_end(text, head, own.end) {
            Some(end) => Some(end),
            None if head < own.end => Some(own.end),
            None => next().map(|s| word_end(text, s.start, s.end).unwrap_or(s.end)),
        },
        (Stride::Word, false) => match word_start(text, own.start, head) {
            Some(start) => Some(start),
            None if head > own.start => Some(own.start),
            None => before().map(|s| word_start(text, s.start, s.end).unwrap_or(s.start)),
        },
        (_, true) if head >= own.end => next().map(|s| s.start),
        (_, false) if head <= own.start => before().map(|s| s.end),
        (_, true) => boundary(text, own, head, true),
        (_, false) => boundary(text, own, head, false),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')
}

/// The end of the first word after `from`.
fn word_end(text: &str, from: usize, to: usize) -> Option<usize> {
    let rest = text.get(from..to)?;
    let start = rest.find(is_word)?;
    let word = &rest[start..];
    Some(from + start + word.find(|c| !is_word(c)).unwrap_or(word.len()))
}

/// The start of the last word before `to`.
fn word_start(text: &str, from: usize, to: usize) -> Option<usize> {
    let rest = text.get(from..to)?;
    let word = rest.trim_end_matches(|c| !is_word(c));
    let start = word.trim_end_matches(is_word).len();
    (!word.is_empty()).then_some(from + start)
}

/// The next edge of a character as people count them, inside a block.
fn boundary(text: &str, block: Span, head: usize, forward: bool) -> Option<usize> {
    let own = block.of(text);
    let mut cursor = GraphemeCursor::new(head - block.start, own.len(), true);
    // The whole block is given at once, so the cursor never asks for more.
    let edge = if forward {
        cursor.next_boundary(own, 0)
    } else {
        cursor.prev_boundary(own, 0)
    };
    edge.ok().flatten().map(|edge| block.start + edge)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Say “so”.\nRead also: this\nA 👩‍🚒 é end";

    fn blocks() -> Vec<Block> {
        let block = |kind, words: &str| {
            let start = TEXT.find(words).unwrap();
            let span = Span::new(start, start + words.len());
            Block { kind, span }
        };
        vec![
            block(BlockKind::Headline, "Say “so”."),
            block(BlockKind::Boilerplate, "Read also: this"),
            block(BlockKind::Paragraph, "A 👩‍🚒 é end"),
        ]
    }

    /// What is passed over from `from` by going `times` strides.
    fn passed(from: usize, stride: Stride, forward: bool, times: usize) -> String {
        let mut caret = Caret::at(from);
        for _ in 0..times {
            caret = caret.moved(TEXT, &blocks(), stride, forward, true);
        }
        caret.span().of(TEXT).to_owned()
    }

    #[test]
    fn a_stride_goes_over_what_people_take_for_one() {
        let last = TEXT.find("A 👩").unwrap();
        for (from, stride, forward, times, expected) in [
            (0, Stride::Character, true, 2, "Sa"),
            (0, Stride::Word, true, 1, "Say"),
            (0, Stride::Word, true, 2, "Say “so"),
            (0, Stride::Word, true, 3, "Say “so”."),
            (0, Stride::Block, true, 1, "Say “so”."),
            (last + 2, Stride::Character, true, 1, "👩‍🚒"),
            (last, Stride::Word, true, 2, "A 👩‍🚒 é"),
            (TEXT.len(), Stride::Word, false, 2, "é end"),
            (TEXT.len(), Stride::Character, false, 5, "é end"),
            (TEXT.len(), Stride::Block, false, 1, "A 👩‍🚒 é end"),
            (last, Stride::Article, true, 1, "A 👩‍🚒 é end"),
        ] {
            let got = passed(from, stride, forward, times);
            assert_eq!(got, expected, "{stride:?} {forward} {times}");
        }
    }

    #[test]
    fn what_is_folded_away_is_passed_over_both_ways() {
        let (end, next) = ("Say “so”.".len(), TEXT.find("A 👩").unwrap());
        for stride in [Stride::Character, Stride::Word, Stride::Block] {
            let on = Caret::at(end).moved(TEXT, &blocks(), stride, true, false);
            assert!(on.head >= next, "{stride:?}");
            let back = Caret::at(next).moved(TEXT, &blocks(), stride, false, false);
            assert!(back.head <= end, "{stride:?}");
        }
    }

    #[test]
    fn at_the_edge_of_the_article_it_stays_and_without_shift_nothing_is_selected() {
        for (from, forward) in [(0, false), (TEXT.len(), true)] {
            for stride in [Stride::Character, Stride::Word, Stride::Block] {
                let caret = Caret::at(from).moved(TEXT, &blocks(), stride, forward, false);
                assert_eq!(caret, Caret::at(from));
            }
        }
        let caret = Caret { anchor: 0, head: 3 };
        let moved = caret.moved(TEXT, &blocks(), Stride::Character, true, false);
        assert!(moved.span().is_empty());
        assert_eq!(
            Caret::at(0).moved("", &[], Stride::Word, true, true),
            Caret::at(0)
        );
    }
}
