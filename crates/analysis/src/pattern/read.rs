//! How a pattern is read, and what is wrong with one that cannot be.

use super::{Pattern, forms::forms, item::Item, lists::list};

/// Why a pattern cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// There is nothing in it.
    #[error("the pattern is empty: write at least one word")]
    Empty,
    /// It is longer than a pattern may be.
    #[error("the pattern is too long: {length} characters, and {most} are allowed")]
    TooLong {
        /// Its length in characters.
        length: usize,
        /// The most that are allowed.
        most: usize,
    },
    /// It has more items than a pattern may have.
    #[error("the pattern has too many words: {count}, and {most} are allowed")]
    TooManyItems {
        /// How many it has.
        count: usize,
        /// The most that are allowed.
        most: usize,
    },
    /// It names a list that there is not.
    #[error(
        "there is no word list called \"{0}\": write the words themselves, with | between them"
    )]
    UnknownList(String),
    /// A gap without a number, or too wide a one.
    #[error("\"{0}\" is no gap: write .. and a number up to {most}, as in ..3", most = MOST_GAP)]
    BadGap(String),
    /// A stem shorter than three letters would match almost anything.
    #[error("\"{0}\" is too short: give at least three letters before the *")]
    ShortStem(String),
    /// An item without a word in it.
    #[error("\"{0}\" has no word in it")]
    NoWord(String),
    /// It begins with what can be anything.
    #[error("the pattern begins with a gap: begin with a word")]
    BeginsWithGap,
}

/// The most characters of a pattern.
pub(crate) const MOST_CHARACTERS: usize = 600;
/// The most items of a pattern, alternatives included.
pub(crate) const MOST_ITEMS: usize = 80;
/// The widest gap.
const MOST_GAP: usize = 15;

impl Pattern {
    /// Reads a pattern; none where it cannot be read, which the data files' own tests show.
    pub(crate) fn read(line: &str) -> Option<Self> {
        Self::parse(line).ok()
    }

    /// Reads a pattern, or says what is wrong with it.
    pub(crate) fn parse(line: &str) -> Result<Self, PatternError> {
        let length = line.chars().count();
        if length > MOST_CHARACTERS {
            let most = MOST_CHARACTERS;
            return Err(PatternError::TooLong { length, most });
        }
        let line = line.to_lowercase().replace('’', "'");
        let count = line
            .split([' ', '|', '\t'])
            .filter(|w| !w.is_empty())
            .count();
        if count > MOST_ITEMS {
            let most = MOST_ITEMS;
            return Err(PatternError::TooManyItems { count, most });
        }
        let mut rows: Vec<(Vec<Item>, bool)> = vec![(Vec::new(), false)];
        for word in line.split_whitespace() {
            match word {
                "&" | "&&" => rows.push((Vec::new(), word == "&")),
                _ => {
                    let item = item(word)?;
                    if let Some((row, _)) = rows.last_mut() {
                        row.push(item);
                    }
                }
            }
        }
        if rows.iter().any(|(row, _)| row.is_empty()) {
            return Err(PatternError::Empty);
        }
        let loose = |row: &[Item]| {
            let first = row.iter().find(|i| !matches!(i, Item::Opening));
            first.is_none_or(|i| matches!(i, Item::Gap(_)))
                || row
                    .iter()
                    .all(|i| matches!(i, Item::Optional(_) | Item::Opening))
        };
        if rows.iter().any(|(row, _)| loose(row)) {
            return Err(PatternError::BeginsWithGap);
        }
        let (items, _) = rows.remove(0);
        Ok(Pattern::of(items, rows))
    }
}

fn item(word: &str) -> Result<Item, PatternError> {
    if let Some(rest) = word.strip_prefix('?') {
        let inner = item(rest)?;
        return match inner {
            Item::Gap(_) | Item::Optional(_) => Err(PatternError::NoWord(word.to_owned())),
            _ => Ok(Item::Optional(Box::new(inner))),
        };
    }
    if let Some(most) = word.strip_prefix("..") {
        let bad = || PatternError::BadGap(word.to_owned());
        let most: usize = most.parse().map_err(|_| bad())?;
        return if most <= MOST_GAP {
            Ok(Item::Gap(most))
        } else {
            Err(bad())
        };
    }
    if word.contains('|') {
        let parts: Result<Vec<Item>, _> = word.split('|').map(one).collect();
        return parts.map(Item::Any);
    }
    one(word)
}

fn one(word: &str) -> Result<Item, PatternError> {
    if let Some(name) = word.strip_prefix('@') {
        return list(name)
            .map(Item::List)
            .ok_or_else(|| PatternError::UnknownList(name.to_owned()));
    }
    if let Some(verb) = word.strip_prefix('~').filter(|v| !v.is_empty()) {
        return Ok(Item::Any(forms(verb).into_iter().map(Item::Word).collect()));
    }
    if let Some(stem) = word.strip_suffix('*') {
        return match stem.chars().count() {
            0..3 => Err(PatternError::ShortStem(word.to_owned())),
            _ => Ok(Item::Stem(stem.to_owned())),
        };
    }
    match word {
        "#" => Ok(Item::Number),
        "^" => Ok(Item::Opening),
        "%name" => Ok(Item::Name),
        "%treaty" => Ok(Item::Treaty { pointed: false }),
        "%pact" => Ok(Item::Treaty { pointed: true }),
        "" | "?" | "~" | ".." => Err(PatternError::NoWord(word.to_owned())),
        _ => Ok(Item::Word(word.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(pattern: &str) -> PatternError {
        Pattern::parse(pattern).expect_err(pattern)
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(error("  "), PatternError::Empty);
        assert_eq!(error("a & "), PatternError::Empty);
        assert_eq!(
            error("@no-such-list"),
            PatternError::UnknownList("no-such-list".into())
        );
        assert_eq!(error("a ..x"), PatternError::BadGap("..x".into()));
        assert_eq!(
            error("a ..99999999999999999999"),
            PatternError::BadGap("..99999999999999999999".into())
        );
        assert_eq!(error("ab*"), PatternError::ShortStem("ab*".into()));
        assert_eq!(error("a||b"), PatternError::NoWord(String::new()));
        assert_eq!(error("?..3 a"), PatternError::NoWord("?..3".into()));
        assert_eq!(error("..3 a"), PatternError::BeginsWithGap);
        assert!(matches!(
            error(&"x".repeat(601)),
            PatternError::TooLong { .. }
        ));
        assert!(matches!(
            error(&"x ".repeat(81)),
            PatternError::TooManyItems { .. }
        ));
    }
}
