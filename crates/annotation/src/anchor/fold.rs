//! Text with its typography taken out: what an editor's software changes without a word being
//! changed.
//!
//! Runs of white space become one space, quotation marks and dashes their plain form, accented
//! letters a letter and its mark; characters that draw nothing go. Two passages that fold to the same
//! are the same words.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use sourcelight_text::Span;

/// A folded text that knows where each byte of it came from.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    pub(super) text: String,
    from: Vec<u32>,
    to: Vec<u32>,
}

impl Folded {
    /// Folds `text`. Linear.
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self::default();
        folded.text.reserve(text.len());
        folded.from.reserve(text.len());
        folded.to.reserve(text.len());
        fold(text, |c, from, to| folded.push(c, from, to));
        folded
    }

    /// Folds `text` as browsers do for text fragments: small letters without their marks, too.
    pub(super) fn loose(text: &str) -> Self {
        let mut folded = Self::default();
        fold(text, |c, from, to| {
            for small in c.to_lowercase().filter(|c| !is_combining_mark(*c)) {
                folded.push(small, from, to);
            }
        });
        folded
    }

    fn push(&mut self, c: char, from: usize, to: usize) {
        self.text.push(c);
        // Texts beyond four gigabytes cannot be opened.
        let (from, to) = (from as u32, to as u32);
        self.from.resize(self.text.len(), from);
        self.to.resize(self.text.len(), to);
    }

    /// Where the folded bytes `start..end` came from, bytes of the text.
    pub(super) fn origin(&self, start: usize, end: usize) -> Span {
        let from = match self.from.get(start) {
            Some(from) => *from as usize,
            None => self.to.last().map_or(0, |to| *to as usize),
        };
        let to = end
            .checked_sub(1)
            .filter(|_| end > start)
            .and_then(|last| self.to.get(last))
            .map_or(from, |to| *to as usize);
        Span::new(from, to)
    }
}

/// `text` folded.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold(text, |c, _, _| folded.push(c));
    folded
}

/// Gives every folded character and the bytes it came from.
fn fold(text: &str, mut each: impl FnMut(char, usize, usize)) {
    let mut space: Option<(usize, usize)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if c.is_whitespace() {
            space = Some((space.map_or(at, |s| s.0), end));
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        if let Some((from, to)) = space.take() {
            each(' ', from, to);
        }
        match c {
            _ if c.is_ascii() => each(c, at, end),
            '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '´' => each('\'', at, end),
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' => each('"', at, end),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => each('-', at, end),
            '…' => (0..3).for_each(|_| each('.', at, end)),
            _ => decompose_canonical(c, |part| each(part, at, end)),
        }
    }
    if let Some((from, to)) = space {
        each(' ', from, to);
    }
}

/// Soft hyphens, joiners, variation selectors, marks of direction, byte order marks.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typography_goes_and_words_stay() {
        assert_eq!(
            folded("“It’s\u{a0}\n  safe”\u{200b} — so\u{ad}lved…"),
            "\"It's safe\" - solved..."
        );
        assert_eq!(folded("é"), folded("e\u{301}"));
        assert_ne!(folded("Mine"), folded("mine"));
    }

    #[test]
    fn fragments_are_compared_in_small_letters_without_marks() {
        assert_eq!(Folded::loose("ñîçè").text, "nice");
        assert_eq!(Folded::loose("İstanbul").text, "istanbul");
        assert_eq!(
            Folded::loose("\n Kirby\t Puckett   ").text,
            " kirby puckett "
        );
    }

    #[test]
    fn a_folded_passage_leads_back_to_its_text() {
        let text = "a “b\n\n c” d";
        let folded = Folded::new(text);
        let at = folded.text.find("\"b c\"").unwrap();
        assert_eq!(folded.origin(at, at + 5).of(text), "“b\n\n c”");
    }

    proptest! {
        #[test]
        fn every_folded_stretch_leads_to_whole_characters(text in "\\PC{0,60}|[ \n“’…é🕊-]{0,40}", a in 0usize..90, b in 0usize..90) {
            let folded = Folded::new(&text);
            let (a, b) = (a.min(b).min(folded.text.len()), b.max(a).min(folded.text.len()));
            let span = folded.origin(a, b);
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
            prop_assert_eq!(&super::folded(&text), &folded.text);
        }
    }
}
