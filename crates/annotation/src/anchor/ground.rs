//! A text prepared for being searched again and again.

use std::borrow::Cow;
use std::cell::OnceCell;

use sourcelight_text::Span;

use super::fold::Folded;
use super::grams::Grams;

/// One text, with what is made of it when it is first needed.
#[derive(Debug)]
pub(super) struct Ground<'t> {
    pub(super) text: Cow<'t, str>,
    folded: OnceCell<Folded>,
    grams: OnceCell<Grams>,
}

impl<'t> Ground<'t> {
    pub(super) fn new(text: impl Into<Cow<'t, str>>) -> Self {
        Self {
            text: text.into(),
            folded: OnceCell::new(),
            grams: OnceCell::new(),
        }
    }

    pub(super) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(&self.text))
    }

    pub(super) fn grams(&self) -> &Grams {
        self.grams.get_or_init(|| Grams::new(&self.folded().text))
    }

    /// Where `pattern` begins in the text, overlapping occurrences too, `most` at most. Once the text
    /// has been indexed, this takes no reading of the whole text.
    pub(super) fn places(&self, pattern: &str, most: usize) -> Vec<usize> {
        if self.grams.get().is_some()
            && let Some(found) = self.indexed(pattern, most)
        {
            return found;
        }
        occurrences(&self.text, pattern, most)
    }

    /// Where `pattern`, folded, begins in the folded text.
    pub(super) fn folded_places(&self, pattern: &str, most: usize) -> Vec<usize> {
        let text = &self.folded().text;
        self.grams()
            .find(text, pattern, most)
            .unwrap_or_else(|| occurrences(text, pattern, most))
    }

    /// What stands unchanged stands in the folded text, too.
    fn indexed(&self, pattern: &str, most: usize) -> Option<Vec<usize>> {
        let wanted = Folded::new(pattern);
        let core = wanted.text.trim();
        let blank = wanted.text.len() - wanted.text.trim_start().len();
        let lead = wanted.origin(blank, blank + core.len()).start;
        let text = self.folded();
        let found = self.grams().find(&text.text, core, usize::MAX)?;
        let places = found.into_iter().filter_map(|at| {
            let start = text.origin(at, at + core.len()).start.checked_sub(lead)?;
            self.text
                .get(start..)?
                .starts_with(pattern)
                .then_some(start)
        });
        Some(places.take(most).collect())
    }

    /// Whether a letter or digit stands on both sides of `at`.
    pub(super) fn inside_word(&self, at: usize) -> bool {
        let (before, behind) = self.text.split_at_checked(at).unwrap_or_default();
        before
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
            && behind.chars().next().is_some_and(char::is_alphanumeric)
    }

    /// `span` with words it cuts made whole, at the ends asked for.
    pub(super) fn whole_words(&self, span: Span, start: bool, end: bool) -> Span {
        let mut whole = span;
        if start && self.inside_word(whole.start) {
            let before = &self.text[..whole.start];
            whole.start = before.trim_end_matches(char::is_alphanumeric).len();
        }
        if end && self.inside_word(whole.end) {
            let behind = &self.text[whole.end..];
            whole.end += behind.len() - behind.trim_start_matches(char::is_alphanumeric).len();
        }
        whole
    }
}

/// Where `pattern` begins in `text`, overlapping occurrences too, `most` at most.
pub(super) fn occurrences(text: &str, pattern: &str, most: usize) -> Vec<usize> {
    let Some(first) = pattern.chars().next() else {
        return Vec::new();
    };
    let finder = memchr::memmem::Finder::new(pattern);
    let mut found = Vec::new();
    let mut from = 0;
    while found.len() < most
        && let Some(at) = text
            .as_bytes()
            .get(from..)
            .and_then(|rest| finder.find(rest))
    {
        found.push(from + at);
        from += at + first.len_utf8();
    }
    found
}
