//! The words of a paragraph in the form in which names are compared.

use sourcelight_text::{Span, TokenKind, sentences, tokens};

/// One word, number or mark.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// UTF-8 bytes of the text.
    pub(crate) span: Span,
    /// As it stands in the text.
    pub(crate) raw: &'t str,
    /// Lower case, without hyphens and without the full stops of "U.N.".
    pub(crate) norm: String,
    /// Index of its sentence in the paragraph.
    pub(crate) sentence: usize,
}

impl Word<'_> {
    /// Whether it begins with a capital letter.
    pub(crate) fn has_capital(&self) -> bool {
        self.raw.starts_with(char::is_uppercase)
    }
}

/// What a hyphen does not part from the word behind it: "non-proliferation" is "nonproliferation",
/// but "mine-ban" is "mine ban".
const PREFIXES: &[&str] = &["non", "anti", "re", "un", "co", "multi", "inter", "bio"];

/// The words of the paragraph `within`. Quotation marks are left out, so that a name may stand in
/// them; compounds fall into their parts. Linear.
pub(crate) fn words(text: &str, within: Span) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity((within.end - within.start) / 5);
    for (sentence, span) in sentences(text, within).into_iter().enumerate() {
        for token in tokens(text, span)
            .iter()
            .filter(|t| t.kind != TokenKind::Quote)
        {
            push_parts(text, token.span, sentence, &mut found);
        }
    }
    found
}

fn push_parts<'t>(text: &'t str, token: Span, sentence: usize, found: &mut Vec<Word<'t>>) {
    let raw = token.of(text);
    let mut start = 0;
    for (at, mark) in raw.match_indices(is_hyphen) {
        let part = &raw[start..at];
        if part.is_empty() || PREFIXES.iter().any(|p| part.eq_ignore_ascii_case(p)) {
            continue;
        }
        found.push(word(text, token, start..at, sentence));
        start = at + mark.len();
    }
    found.push(word(text, token, start..raw.len(), sentence));
}

fn word(text: &str, token: Span, part: std::ops::Range<usize>, sentence: usize) -> Word<'_> {
    let span = Span::new(token.start + part.start, token.start + part.end);
    let raw = span.of(text);
    let norm = norm(raw);
    Word {
        span,
        raw,
        norm,
        sentence,
    }
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// `word` in lower case, without hyphens, and without full stops where letters stand around them.
pub(crate) fn norm(word: &str) -> String {
    let dotted = word.len() > 1 && word.starts_with(char::is_alphabetic);
    word.chars()
        .filter(|c| !(is_hyphen(*c) || dotted && *c == '.'))
        .map(|c| if c == '’' { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_fall_into_parts_and_prefixes_stay() {
        let text = "The U.N.’s Mine-Ban and Non-Proliferation Treaty of 1968.";
        let words = words(text, Span::new(0, text.len()));
        let norms: Vec<&str> = words.iter().map(|w| w.norm.as_str()).collect();
        assert_eq!(
            norms,
            [
                "the",
                "un",
                "'s",
                "mine",
                "ban",
                "and",
                "nonproliferation",
                "treaty",
                "of",
                "1968",
                "."
            ]
        );
        assert_eq!(words[4].span.of(text), "Ban");
    }
}
