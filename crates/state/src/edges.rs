//! Moving an edge of a passage by a word.

use sourcelight_text::Span;

/// Which edge of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// `span` with one edge moved to the next (`forward`) or the previous edge of a word of `text`; unchanged
/// where that would leave nothing, or where there is no further word. UTF-8 bytes. Linear in the distance.
pub fn moved(text: &str, span: Span, edge: Edge, forward: bool) -> Span {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    let to = match (edge, forward) {
        (Edge::Start, true) => {
            let rest = text.get(span.start..span.end).unwrap_or_default();
            let behind = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            rest[behind..]
                .find(is_word)
                .map(|i| span.start + behind + i)
        }
        (Edge::Start, false) => {
            let before = text.get(..span.start).unwrap_or_default();
            let end = before.trim_end_matches(|c| !is_word(c)).len();
            let start = before[..end].trim_end_matches(is_word).len();
            (end > 0).then_some(start)
        }
        (Edge::End, true) => {
            let rest = text.get(span.end..).unwrap_or_default();
            let start = rest.find(is_word);
            start.map(|s| {
                let word = &rest[s..];
                span.end + s + word.find(|c| !is_word(c)).unwrap_or(word.len())
            })
        }
        (Edge::End, false) => {
            let own = text.get(span.start..span.end).unwrap_or_default();
            let last = own.trim_end_matches(|c| !is_word(c)).len();
            let before = own[..last].trim_end_matches(is_word);
            let end = before.trim_end_matches(|c| !is_word(c)).len();
            (end > 0).then_some(span.start + end)
        }
    };
    let Some(to) = to else { return span };
    let moved = match edge {
        Edge::Start => Span::new(to.min(span.end), span.end),
        Edge::End => Span::new(span.start, to.max(span.start)),
    };
    if moved.is_empty() { span } else { moved }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "The 🕊 envoy’s aide said no, twice.";

    fn after(words: &str, edge: Edge, forward: bool) -> &'static str {
        let start = TEXT.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        moved(TEXT, span, edge, forward).of(TEXT)
    }

    #[test]
    fn edges_move_by_words_and_leave_marks_out() {
        assert_eq!(after("aide said", Edge::Start, true), "said");
        assert_eq!(after("aide said", Edge::Start, false), "envoy’s aide said");
        assert_eq!(after("aide said", Edge::End, true), "aide said no");
        assert_eq!(after("aide said", Edge::End, false), "aide");
        assert_eq!(after("said no", Edge::End, true), "said no, twice");
    }

    #[test]
    fn nothing_is_left_empty_and_the_text_s_ends_hold() {
        assert_eq!(after("The", Edge::Start, false), "The");
        assert_eq!(after("aide", Edge::Start, true), "aide");
        assert_eq!(after("aide", Edge::End, false), "aide");
        assert_eq!(after("twice", Edge::End, true), "twice");
    }

    proptest! {
        #[test]
        fn edges_stay_on_characters(text in "\\PC{0,30}", a in 0usize..40, b in 0usize..40, forward: bool, end: bool) {
            let bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let (a, b) = (bounds[a % bounds.len()], bounds[b % bounds.len()]);
            let span = Span::new(a.min(b), a.max(b));
            let edge = if end { Edge::End } else { Edge::Start };
            let moved = moved(&text, span, edge, forward);
            prop_assert!(text.get(moved.start..moved.end).is_some());
        }
    }
}
