//! What kind of claim a clause makes, by `data/unsourced.txt`.

use std::{ops::Range, sync::LazyLock};

use sourcelight_article::BlockKind;

use crate::{
    model::ClaimKind,
    pattern::{Pattern, PatternSet, Words, list_has},
};

const FILE: &str = include_str!("../../data/unsourced.txt");

/// A claim: its kind, how much it is worth checking, and why it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Claim {
    /// What kind of claim it is.
    pub(crate) kind: ClaimKind,
    /// How much it is worth checking, from 0.
    pub(crate) weight: u8,
    /// What it claims, in words for the reader, without a full stop.
    pub(crate) why: &'static str,
}

struct Kinds {
    claims: Vec<Claim>,
    /// Each pattern with the index of its claim.
    patterns: PatternSet<usize>,
    /// What is no claim for the page to answer for.
    aside: PatternSet<()>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let mut claims: Vec<Claim> = Vec::new();
    let (mut patterns, mut aside) = (Vec::new(), Vec::new());
    for line in FILE
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let Some((key, value)) = line.split_once(": ") else {
            continue;
        };
        let pattern = || Pattern::read(value);
        match key {
            "claim" => claims.extend(read(value)),
            "match" => patterns.extend(pattern().map(|p| (p, claims.len().saturating_sub(1)))),
            "aside" => aside.extend(pattern().map(|p| (p, ()))),
            _ => {}
        }
    }
    Kinds {
        claims,
        patterns: PatternSet::new(patterns),
        aside: PatternSet::new(aside),
    }
});

/// Reads "kind weight why".
fn read(value: &'static str) -> Option<Claim> {
    let mut parts = value.splitn(3, ' ');
    let kind = parts.next()?;
    Some(Claim {
        kind: ClaimKind::ALL.iter().copied().find(|k| k.word() == kind)?,
        weight: parts.next()?.parse().ok()?,
        why: parts.next()?,
    })
}

/// The claim that the words `part` of a sentence make, if they make one: that of the first entry in
/// the file that matches; else a plain event where a verb tells one; else how things stand.
pub(crate) fn claim(words: &Words, part: &Range<usize>, block: BlockKind) -> Option<Claim> {
    let part = words.part(part);
    if !KINDS.aside.matches(&part).is_empty() {
        return None;
    }
    let first = KINDS
        .patterns
        .matches(&part)
        .into_iter()
        .map(|(index, _)| index)
        .min();
    let headline = block == BlockKind::Headline;
    // The list of verbs is not complete; a word in -ed may tell as well.
    let tells = part.finite.iter().any(|f| *f) || part.norms.iter().any(|w| w.ends_with("ed"));
    let claim = first.and_then(|index| KINDS.claims.get(index).copied());
    claim
        .filter(|_| tells || headline)
        .or_else(|| event(&part, headline))
        .or_else(|| standing(&part))
}

/// How things stand: "the site is unreachable", "most iodine comes from seafood".
fn standing(part: &Words) -> Option<Claim> {
    let finite = part.finite.iter().any(|f| *f);
    finite.then_some(Claim {
        kind: ClaimKind::Assessment,
        weight: 1,
        why: "Says how things stand",
    })
}

/// A plain event: a past that is no "was", or a perfect or passive; and any headline.
fn event(part: &Words, headline: bool) -> Option<Claim> {
    let done = |word: &str| word.ends_with("ed") || list_has("participles", word);
    let told = (0..part.len()).any(|i| {
        let behind = part.norms.iter().skip(i + 1).take(3);
        part.finite[i]
            && match part.norms[i].as_str() {
                "is" | "are" | "was" | "were" | "has" | "have" | "had" => {
                    behind.into_iter().any(|w| done(w))
                }
                "do" | "does" | "can" | "may" | "could" | "might" | "would" => false,
                word => done(word) || !word.ends_with('s'),
            }
    });
    (told || headline).then_some(Claim {
        kind: ClaimKind::Event,
        weight: 1,
        why: "States that something happened",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_file_is_understood() {
        for line in FILE
            .lines()
            .filter(|l| !l.is_empty() && !l.starts_with('#'))
        {
            let (key, value) = line.split_once(": ").unwrap_or((line, ""));
            match key {
                "claim" => assert!(read(value).is_some(), "{line}"),
                "match" | "aside" => assert!(Pattern::read(value).is_some(), "{line}"),
                _ => panic!("{line}"),
            }
        }
    }
}
