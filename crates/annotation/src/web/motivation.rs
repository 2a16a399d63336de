//! Why an annotation, or one body of it, was made.

/// A motivation or purpose (W3C Web Annotation, section 3.3.5).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Motivation {
    /// To judge it.
    Assessing,
    /// To come back to it.
    Bookmarking,
    /// To put it in a class.
    Classifying,
    /// To comment on it.
    Commenting,
    /// To describe it.
    Describing,
    /// To ask for a change of it.
    Editing,
    /// To mark it.
    Highlighting,
    /// To say what it is about.
    Identifying,
    /// To link it with something else.
    Linking,
    /// To say how fit or useful it is for others.
    Moderating,
    /// To ask about it.
    Questioning,
    /// To answer another annotation.
    Replying,
    /// To give it a tag.
    Tagging,
    /// Any other word or URI, as it was written.
    Other(String),
}

/// Every motivation that the W3C names, with its word.
const WORDS: [(&str, Motivation); 13] = [
    ("assessing", Motivation::Assessing),
    ("bookmarking", Motivation::Bookmarking),
    ("classifying", Motivation::Classifying),
    ("commenting", Motivation::Commenting),
    ("describing", Motivation::Describing),
    ("editing", Motivation::Editing),
    ("highlighting", Motivation::Highlighting),
    ("identifying", Motivation::Identifying),
    ("linking", Motivation::Linking),
    ("moderating", Motivation::Moderating),
    ("questioning", Motivation::Questioning),
    ("replying", Motivation::Replying),
    ("tagging", Motivation::Tagging),
];

impl Motivation {
    /// The word, as it is written.
    pub fn word(&self) -> &str {
        if let Self::Other(word) = self {
            return word;
        }
        WORDS
            .iter()
            .find(|(_, motivation)| motivation == self)
            .map_or("", |(word, _)| word)
    }
}

impl From<&str> for Motivation {
    fn from(word: &str) -> Self {
        WORDS
            .iter()
            .find(|(known, _)| *known == word)
            .map_or_else(|| Self::Other(word.to_owned()), |(_, m)| m.clone())
    }
}
