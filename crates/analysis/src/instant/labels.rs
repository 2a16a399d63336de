//! The labels that the tagger gives to tokens.
//!
//! Directed: a source and a content say on which side their cue lies, so that linking them is nearly
//! free.

/// How many labels there are: one for no part, and a first and a further token of each part.
pub(crate) const LABELS: usize = 1 + 2 * PARTS;

/// How many parts there are.
pub(crate) const PARTS: usize = 6;

/// The label of a token that is no part of an attribution.
pub(crate) const NONE: u8 = 0;

/// What a token can be a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Part {
    /// A source whose cue lies ahead.
    SourceAhead = 0,
    /// A source whose cue lies behind.
    SourceBehind = 1,
    /// A cue with a source of its own, or with none.
    Cue = 2,
    /// A cue that shares the source of the cue before.
    CueShared = 3,
    /// A content whose cue lies ahead.
    ContentAhead = 4,
    /// A content whose cue lies behind.
    ContentBehind = 5,
}

impl Part {
    const ALL: [Part; PARTS] = [
        Part::SourceAhead,
        Part::SourceBehind,
        Part::Cue,
        Part::CueShared,
        Part::ContentAhead,
        Part::ContentBehind,
    ];

    /// The label of its first token.
    pub(crate) const fn first(self) -> u8 {
        1 + 2 * self as u8
    }

    /// The label of its further tokens.
    pub(crate) const fn further(self) -> u8 {
        2 + 2 * self as u8
    }

    /// The part a label is of.
    pub(crate) fn of(label: u8) -> Option<Part> {
        let part = usize::from(label.checked_sub(1)? / 2);
        Part::ALL.get(part).copied()
    }
}

/// Whether `label` can follow `before`: a further token follows a token of its own part.
pub(crate) const fn follows(before: u8, label: u8) -> bool {
    let further = label != NONE && label.is_multiple_of(2);
    !further || before == label || before + 1 == label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_further_token_follows_only_its_own_part() {
        let cue = Part::Cue;
        assert!(follows(cue.first(), cue.further()) && follows(cue.further(), cue.further()));
        assert!(!follows(NONE, cue.further()) && !follows(Part::CueShared.first(), cue.further()));
        assert!(follows(cue.further(), Part::SourceBehind.first()));
        assert!(follows(NONE, cue.first()));
        assert_eq!(Part::of(cue.further()), Some(cue));
        assert_eq!(Part::of(NONE), None);
    }
}
