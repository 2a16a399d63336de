//! What stands in two texts word for word.

use std::collections::BTreeMap;

use sourcelight_text::Span;

/// So many words in a row are no accident.
const LEAST: usize = 8;

/// Words that stand in both articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedPassage {
    /// Where in the first, UTF-8 bytes of its text.
    pub here: Span,
    /// Where in the second.
    pub there: Span,
    /// How many words.
    pub words: usize,
}

/// The longest runs of the same words, in the order of the first text; none within another. Letters'
/// case, quotation marks and punctuation do not count. Linear in words, but for words that repeat.
pub(super) fn passages(here: &str, there: &str) -> Vec<SharedPassage> {
    let (one, other) = (words(here), words(there));
    let mut by_words: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for at in (0..other.len().saturating_sub(LEAST - 1)).rev() {
        by_words.insert(run(&other, at), at);
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at + LEAST <= one.len() {
        let Some(&there) = by_words.get(&run(&one, at)) else {
            at += 1;
            continue;
        };
        let pairs = one[at..].iter().zip(&other[there..]);
        let count = pairs.take_while(|(a, b)| a.0 == b.0).count();
        let whole =
            |words: &[(String, Span)], from: usize| words[from].1.cover(words[from + count - 1].1);
        found.push(SharedPassage {
            here: whole(&one, at),
            there: whole(&other, there),
            words: count,
        });
        at += count;
    }
    found
}

fn run(words: &[(String, Span)], at: usize) -> Vec<&str> {
    let run = words[at..at + LEAST].iter();
    run.map(|(word, _)| word.as_str()).collect()
}

/// The words of a text in lower case, each with its place.
pub(super) fn words(text: &str) -> Vec<(String, Span)> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let span = Span::new(from, at);
                words.push((span.of(text).to_lowercase(), span));
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_is_found_whatever_its_punctuation_and_what_is_short_is_not() {
        let here =
            "He came. The mines “will stop” the advance of the army, one official said on Monday.";
        let there =
            "News: the mines will stop the advance of the army; one official said. He came home.";
        let found = passages(here, there);
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].here.of(here),
            "The mines “will stop” the advance of the army, one official said"
        );
        assert_eq!(
            found[0].there.of(there),
            "the mines will stop the advance of the army; one official said"
        );
        assert_eq!(found[0].words, 12);
        assert!(passages(here, "Nothing of it.").is_empty() && passages("", there).is_empty());
    }
}
