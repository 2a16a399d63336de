//! Places with similar words, and when one of them is taken for the quote.

use sourcelight_text::Span;

use super::approximate;
use super::context::Agreement;

/// A place with similar words.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    /// One less the share of edits, 0 to 1, typography aside.
    pub(super) likeness: f64,
    pub(super) agreement: Agreement,
    /// How far from where it is said to stand, in bytes.
    pub(super) away: Option<usize>,
    /// Whether it has the same figures and names.
    pub(super) same_names: bool,
    /// Whether its context says more of it than its words: a short quote's place between contexts that
    /// stand as they stood.
    pub(super) held: bool,
}

impl Found {
    /// How good a place it is, to choose between accepted ones.
    pub(super) fn merit(&self) -> f64 {
        let held = if self.held { 0.2 } else { 0.0 };
        self.likeness + self.agreement.mean() + held
    }

    /// Whether it can be the quote, which has `weight`; `closed` says that the two contexts now touch
    /// somewhere, with nothing between them. The better the context, the more of the quote may have changed:
    ///
    /// - between two contexts that stand as they stood, a short quote may be all different and a
    ///   long one must be recognisable;
    /// - with no context given, three quarters must be the same;
    /// - where context is mixed, it must be much the same and stand about where it stood;
    /// - where it stands to a word where it stood, it may be a little different whatever is around it;
    /// - where all context is different it must be long and all but the same: a passage that moved,
    ///   and was touched.
    ///
    /// Where context does not carry it, other figures or names make it another statement, however
    /// many letters are the same.
    pub(super) fn is_accepted(&self, weight: usize, closed: bool) -> bool {
        let agreement = &self.agreement;
        let (given, support, against) = (
            agreement.given(),
            agreement.supporting(),
            agreement.opposing(),
        );
        if given == 0 {
            return self.likeness >= 0.75;
        }
        if self.held {
            return true;
        }
        if given == 2 && support == 2 {
            let needed = if agreement.holds_fast() { 0.4 } else { 0.65 };
            return self.likeness >= needed;
        }
        if self.away.is_some_and(|away| away <= 16) && self.likeness >= 0.85 {
            return true;
        }
        let moved = weight >= 60 && self.likeness >= 0.9 && self.same_names;
        if closed {
            // Its contexts now touch each other: the quote was taken out of there.
            return moved;
        }
        let far = self.away.is_some_and(|away| away > 1500);
        if support == given {
            return self.likeness >= if far { 0.75 } else { 0.55 };
        }
        let close = self.away.is_some_and(|away| away <= 300);
        if support > 0 {
            let needed = if against > 0 { 0.75 } else { 0.6 };
            return moved || self.likeness >= needed && (close || self.same_names && !far);
        }
        moved || against == 0 && close && self.likeness >= 0.8
    }
}

/// How alike two folded passages are, 0 to 1: one less the share of edits of the longer one. Capitals
/// do not make words different; and where all of `quote` still stands in two parts, with something
/// put in between, it is three quarters alike however long that is.
pub(super) fn likeness(quote: &str, there: &str) -> f64 {
    let (quote, there) = (quote.to_lowercase(), there.to_lowercase());
    let (length, other) = (quote.chars().count(), there.chars().count());
    let edits = approximate::distance(&quote, &there);
    let alike = 1.0 - edits as f64 / length.max(other).max(1) as f64;
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let head = quote.chars().zip(there.chars()).take_while(same).count();
    let tail = quote
        .chars()
        .rev()
        .zip(there.chars().rev())
        .take_while(same)
        .count();
    let parted = head.min(tail) >= 8 && head + tail + 1 >= length;
    if parted { alike.max(0.75) } else { alike }
}

/// The words with a digit or a capital letter, sorted: what makes a statement this one. Capitals that
/// open a sentence say nothing.
pub(super) fn names(text: &str) -> Vec<&str> {
    let mut opens = true;
    let mut found = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let figure = bare.contains(|c: char| c.is_numeric());
        let capital = !opens && bare.starts_with(char::is_uppercase);
        if figure || capital {
            found.push(bare);
        }
        opens = word.ends_with(['.', '!', '?', ':', '"']) || bare.is_empty() && opens;
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn figures_and_names_make_a_statement_this_one() {
        assert_eq!(
            names(
                "The fire service says that 340 cellars in Oberau were pumped out. Nobody slept."
            ),
            ["340", "Oberau"]
        );
        assert_ne!(
            names("It rose by 3.5 per cent."),
            names("It rose by 3.8 per cent.")
        );
    }
}
