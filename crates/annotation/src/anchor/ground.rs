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
