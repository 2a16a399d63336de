//! Where quotations begin and end.
//!
//! Curly, straight and angled marks, doubled apostrophes, and apostrophes used as quotation marks.
//! An apostrophe in or behind a word is none. A quotation with double marks that its paragraph does
//! not close runs to the paragraph's end, as is the custom where the next paragraph goes on with it.

use std::ops::Range;

use sourcelight_text::{Token, TokenKind};

use crate::reading::Reading;

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// Its tokens, marks included.
    pub(crate) tokens: Range<usize>,
    /// How many words it has.
    pub(crate) words: usize,
    /// Whether its closing mark is there.
    pub(crate) closed: bool,
}

impl Quotation {
    /// Whether it is long enough to be somebody's words rather than a term.
    pub(crate) const fn is_speech(&self) -> bool {
        self.words >= 4
    }
}

/// One mark, possibly of two tokens.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    len: usize,
    family: char,
    opens: bool,
    closes: bool,
    /// A plural's possessive could stand here.
    weak: bool,
}

/// The quotations of all story blocks, in text order. Linear in the tokens.
pub(crate) fn quotations(reading: &Reading) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < reading.sentences.len() {
        let block = reading.sentences[first].block;
        let mut last = first;
        while last + 1 < reading.sentences.len() && reading.sentences[last + 1].block == block {
            last += 1;
        }
        let tokens = reading.sentences[first].tokens.start..reading.sentences[last].tokens.end;
        in_block(reading, tokens, &mut found);
        first = last + 1;
    }
    found
}

fn in_block(reading: &Reading, block: Range<usize>, found: &mut Vec<Quotation>) {
    let marks = marks(reading, block.clone());
    let mut next = 0;
    // The paragraph before left a quotation open, and this one closes it without opening it again.
    let carried = found
        .last()
        .is_some_and(|q: &Quotation| !q.closed && q.tokens.end == block.start);
    if let Some(close) = marks
        .iter()
        .position(|m| m.family == '"')
        .filter(|_| carried)
    {
        let mark = marks[close];
        if mark.closes && !mark.opens {
            let end = mark.at + mark.len;
            found.push(Quotation {
                tokens: block.start..end,
                words: words(reading, block.start..end),
                closed: true,
            });
            next = close + 1;
        }
    }
    while next < marks.len() {
        let open = marks[next];
        next += 1;
        if !open.opens {
            continue;
        }
        let close = closing(&marks[next..], open);
        let single = open.family == '\'';
        let (end, closed) = match close {
            Some(i) => {
                let close = marks[next + i];
                next += i + 1;
                (close.at + close.len, true)
            }
            // Only the last open mark of a paragraph is the custom; others are slips of the pen.
            None if !single && !marks[next..].iter().any(|m| m.family == open.family) => {
                next = marks.len();
                (block.end, false)
            }
            None => continue,
        };
        let words = words(reading, open.at..end);
        if words > 0 {
            found.push(Quotation {
                tokens: open.at..end,
                words,
                closed,
            });
        }
    }
}

fn words(reading: &Reading, tokens: Range<usize>) -> usize {
    let counts = |t: &&Token| matches!(t.kind, TokenKind::Word | TokenKind::Number);
    reading.tokens[tokens].iter().filter(counts).count()
}

/// The index in `marks` of the mark that closes `open`.
fn closing(marks: &[Mark], open: Mark) -> Option<usize> {
    let mut fallback = None;
    for (i, mark) in marks.iter().enumerate() {
        if mark.family != open.family {
            continue;
        }
        if mark.closes && !mark.weak {
            return Some(i);
        }
        if mark.closes && fallback.is_none() {
            fallback = Some(i);
        }
        if mark.opens && !mark.closes {
            break;
        }
    }
    fallback
}

fn marks(reading: &Reading, block: Range<usize>) -> Vec<Mark> {
    let text = reading.text();
    let mut found = Vec::new();
    let mut at = block.start;
    while at < block.end {
        let token = reading.tokens[at];
        if token.kind != TokenKind::Quote {
            at += 1;
            continue;
        }
        let mark = token.of(text);
        let pair = reading
            .tokens
            .get(at + 1)
            .filter(|n| {
                at + 1 < block.end
                    && n.span.start == token.span.end
                    && n.of(text) == mark
                    && matches!(mark, "'" | "`" | "’" | "‘")
            })
            .is_some();
        let len = if pair { 2 } else { 1 };
        found.push(sided(text, &reading.tokens[at..at + len], at, mark, pair));
        at += len;
    }
    found
}

fn sided(text: &str, tokens: &[Token], at: usize, mark: &str, pair: bool) -> Mark {
    let start = tokens[0].span.start;
    let end = tokens[tokens.len() - 1].span.end;
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let open_edge = before.is_none_or(|c| c.is_whitespace() || "([{—–-:/“\"‘«".contains(c));
    let close_edge = after.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric());
    let starts = after.is_some_and(|c| !c.is_whitespace());
    let ends = before.is_some_and(|c| !c.is_whitespace());
    let (family, opens, closes) = match mark {
        "“" | "„" => ('"', true, mark == "“" && ends && !open_edge && close_edge),
        "”" => ('"', open_edge && starts && !ends, true),
        "«" | "»" => (
            '«',
            mark == "«" || (open_edge && starts),
            mark == "»" || (ends && close_edge),
        ),
        "‹" | "›" => ('‹', mark == "‹", mark == "›"),
        "\"" => ('"', starts && open_edge, ends && (close_edge || !open_edge)),
        "`" if pair => ('"', true, false),
        "'" | "’" | "‘" if pair => ('"', starts && open_edge, ends && !open_edge || !starts),
        "‘" | "‚" | "`" => ('\'', true, false),
        _ => ('\'', starts && open_edge, ends && !open_edge && close_edge),
    };
    let plural = before.is_some_and(|c| matches!(c, 's' | 'S'));
    let weak = family == '\'' && plural && after.is_some_and(char::is_whitespace);
    Mark {
        at,
        len: tokens.len(),
        family,
        opens,
        closes,
        weak,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::paragraphs;

    fn quoted(text: &str) -> Vec<String> {
        let article = paragraphs(text);
        let reading = Reading::new(&article);
        let cover = |q: &Quotation| {
            let (a, b) = (
                reading.tokens[q.tokens.start],
                reading.tokens[q.tokens.end - 1],
            );
            text[a.span.start..b.span.end].to_owned()
        };
        quotations(&reading).iter().map(cover).collect()
    }

    #[test]
    fn every_kind_of_mark_is_read() {
        for text in [
            "\"a b\"",
            "“a b”",
            "''a b''",
            "``a b''",
            "'a b'",
            "‘a b’",
            "«a b»",
            "„a b“",
        ] {
            assert_eq!(quoted(&format!("He said {text} there.")), [text]);
        }
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        assert!(quoted("The states' law and Kyiv's don't say 'twas so.").is_empty());
        assert_eq!(
            quoted("'The states' lines are at risk. They don't hold,' he said."),
            ["'The states' lines are at risk. They don't hold,'"]
        );
    }

    #[test]
    fn a_quotation_may_close_in_the_next_paragraph() {
        assert_eq!(
            quoted("He said, \"One. Two.\nThree. Four.\" Five."),
            ["\"One. Two.", "Three. Four.\""]
        );
    }

    #[test]
    fn a_quotation_left_open_runs_to_the_end_of_its_paragraph() {
        assert_eq!(
            quoted("She said: \"One. Two.\n\n\"Three,\" she said."),
            ["\"One. Two.", "\"Three,\""]
        );
    }
}
