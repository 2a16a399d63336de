//! The words of a paragraph in the form in which names are compared.

use sourcelight_text::{Span, TokenKind, sentences, tokens};

/// One word, number or mark.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    /// UTF-8 bytes of the text.
    pub(crate) span: Span,
    /// As it stands in the text.
    pub(crate) raw: &'t str,
    /// Lower case, without hyphens; empty for a quotation mark.
    pub(crate) norm: String,
    /// Index of its sentence in the paragraph.
    pub(crate) sentence: usize,
}

/// The words of the paragraph `within`. Quotation marks are left out, so that a name may stand in
/// them. Linear.
pub(crate) fn words(text: &str, within: Span) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    for (sentence, span) in sentences(text, within).into_iter().enumerate() {
        for token in tokens(text, span)
            .iter()
            .filter(|t| t.kind != TokenKind::Quote)
        {
            let raw = token.of(text);
            found.push(Word {
                span: token.span,
                raw,
                norm: norm(raw),
                sentence,
            });
        }
    }
    found
}

/// `word` in lower case and without hyphens.
pub(crate) fn norm(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '-' | '\u{2010}' | '\u{2011}'))
        .flat_map(char::to_lowercase)
        .collect()
}
