//! The words around a passage, by which it can be found again (W3C Text Quote Selector).

use sourcelight_text::Span;

/// How many characters of context are kept on each side.
const CONTEXT: usize = 32;

/// The characters just before `span`, 32 at most.
pub fn prefix(text: &str, span: Span) -> &str {
    let before = text.get(..span.start).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take(CONTEXT)
        .last()
        .map_or(span.start, |(at, _)| at);
    before.get(start..).unwrap_or_default()
}

/// The characters just behind `span`, 32 at most.
pub fn suffix(text: &str, span: Span) -> &str {
    let behind = text.get(span.end..).unwrap_or_default();
    let end = behind
        .char_indices()
        .nth(CONTEXT)
        .map_or(behind.len(), |(at, _)| at);
    behind.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_cut_at_characters_and_at_the_edges_of_the_text() {
        let text = format!("{}MIDDLE{}", "é".repeat(40), "🕊".repeat(3));
        let span = Span::new(80, 86);
        assert_eq!(span.of(&text), "MIDDLE");
        assert_eq!(prefix(&text, span), "é".repeat(32));
        assert_eq!(suffix(&text, span), "🕊🕊🕊");
        assert_eq!(prefix(&text, Span::new(0, 2)), "");
    }
}
