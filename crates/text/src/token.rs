//! Words, numbers and marks of a text, with where they stand.

use crate::Span;

/// What kind of thing a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, possibly with inner apostrophes, hyphens or full stops ("don't", "U.S.").
    Word,
    /// Starts with a digit ("164", "1,000", "2.5", "11th").
    Number,
    /// A quotation mark or an apostrophe that stands at a word's edge.
    Quote,
    /// Any other mark, one character a token.
    Mark,
}

/// One token and the bytes it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// UTF-8 bytes in the text that was given to [`tokens`].
    pub span: Span,
    /// What kind of thing it is.
    pub kind: TokenKind,
}

impl Token {
    /// The token's text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// The tokens of `text` inside `within` (UTF-8 bytes), in order, without white space.
///
/// A possessive ending ("'s", "’s") is a token of its own of kind [`TokenKind::Word`], so that a
/// noun phrase can end before it. Linear in the text.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let slice = within.of(text);
    let mut found = Vec::with_capacity(slice.len() / 5);
    let mut chars = slice.char_indices().peekable();
    while let Some(&(at, c)) = chars.peek() {
        if c.is_whitespace() || is_invisible(c) {
            chars.next();
            continue;
        }
        let (kind, len) = if c.is_alphanumeric() {
            let len = word_len(&slice[at..]);
            let kind = if c.is_ascii_digit() {
                TokenKind::Number
            } else {
                TokenKind::Word
            };
            (kind, len)
        } else if is_apostrophe(c)
            && possessive_len(&slice[at..], found.last(), within.start + at) > 0
        {
            (
                TokenKind::Word,
                possessive_len(&slice[at..], found.last(), within.start + at),
            )
        } else if is_quote(c) {
            (TokenKind::Quote, c.len_utf8())
        } else {
            (TokenKind::Mark, c.len_utf8())
        };
        let start = within.start + at;
        found.push(Token {
            span: Span::new(start, start + len),
            kind,
        });
        while chars.peek().is_some_and(|&(i, _)| i < at + len) {
            chars.next();
        }
    }
    found
}

/// Length in bytes of the word or number that starts `rest`.
fn word_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let goes_on = if c.is_alphanumeric() || is_combining(c) {
            true
        } else if next.is_some_and(char::is_alphanumeric) {
            match c {
                '-' | '\u{2010}' | '\u{2011}' | '_' => true,
                '.' => is_acronym(&rest[..at]) || ends_and_starts_with_digit(&rest[..at], next),
                ',' => ends_and_starts_with_digit(&rest[..at], next),
                '\'' | '’' => !is_possessive_tail(&rest[at + c.len_utf8()..]),
                _ => false,
            }
        } else {
            // The last full stop of an acronym ("U.S.") belongs to it.
            c == '.' && rest[..at].contains('.') && is_acronym(&rest[..at])
        };
        if !goes_on {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// Length of "'s" that directly follows a word, else 0.
fn possessive_len(rest: &str, before: Option<&Token>, at: usize) -> usize {
    let follows = before.is_some_and(|t| t.span.end == at && t.kind != TokenKind::Mark);
    let mut chars = rest.chars();
    match (follows, chars.next()) {
        (true, Some(mark)) if is_possessive_tail(chars.as_str()) => mark.len_utf8() + 1,
        _ => 0,
    }
}

fn is_possessive_tail(after_mark: &str) -> bool {
    let mut chars = after_mark.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Single letters with full stops between them: "U", "U.S", "a.m".
fn is_acronym(word: &str) -> bool {
    !word.is_empty()
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}

fn ends_and_starts_with_digit(before: &str, next: Option<char>) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit())
}

fn is_combining(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}'
    )
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether `c` is a quotation mark or can be used as one.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '‘' | '’' | '‚' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '`'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, Span::new(0, text.len()))
            .iter()
            .map(|t| t.of(text))
            .collect()
    }

    #[test]
    fn words_keep_their_inner_marks_and_lose_their_outer_ones() {
        assert_eq!(
            words("Kyiv's U.S. ally didn't pay $1,000.50 (non-persistent)."),
            [
                "Kyiv",
                "'s",
                "U.S.",
                "ally",
                "didn't",
                "pay",
                "$",
                "1,000.50",
                "(",
                "non-persistent",
                ")",
                "."
            ]
        );
    }

    #[test]
    fn an_apostrophe_at_a_word_edge_is_a_quotation_mark() {
        let text = "'Go,' said Jo. The states’ law.";
        let kinds: Vec<_> = tokens(text, Span::new(0, text.len()))
            .iter()
            .filter(|t| t.kind == TokenKind::Quote)
            .map(|t| t.span.start)
            .collect();
        assert_eq!(kinds, [0, 4, 25]);
    }

    #[test]
    fn other_scripts_are_words_too() {
        assert_eq!(
            words("Київ сказав: «так»"),
            ["Київ", "сказав", ":", "«", "так", "»"]
        );
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_disjoint_and_cover_every_letter(text in "\\PC{0,80}") {
            let all = tokens(&text, Span::new(0, text.len()));
            let mut end = 0;
            for t in &all {
                prop_assert!(t.span.start >= end && !t.span.is_empty());
                prop_assert!(text.get(t.span.start..t.span.end).is_some());
                prop_assert!(!text[end..t.span.start].chars().any(char::is_alphanumeric));
                end = t.span.end;
            }
            prop_assert!(!text[end..].chars().any(char::is_alphanumeric));
        }
    }
}
