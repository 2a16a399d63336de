//! Where a text names or describes an instrument.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use sourcelight_text::Span;

use crate::{
    describe::Spoken,
    names::name_at,
    words::{Word, words},
};

/// A place where a text means an instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The instrument's key.
    pub id: &'static str,
    /// The words that mean it, without an article: UTF-8 bytes of the text.
    pub span: Span,
}

/// Finds the instruments that `text` names or describes in `paragraphs` (UTF-8 byte spans, in text
/// order). Mentions come in text order, are disjoint, and never leave a sentence.
///
/// Acronyms count with their case, names without. An ambiguous name ("MBT", "Article 5") counts only
/// where a word in the same sentence shows what is meant; an ambiguous acronym also where the text
/// names the instrument clearly elsewhere. A description ("an international treaty prohibiting their
/// use") is resolved by what the text has spoken of last; where that leaves several instruments, it
/// is left alone. Linear in the paragraphs.
pub fn find_mentions(text: &str, paragraphs: &[Span]) -> Vec<Mention> {
    let mut sure = BTreeSet::new();
    let mut found: Vec<(Mention, bool)> = Vec::new();
    let mut doubtful: BTreeMap<usize, &[&str]> = BTreeMap::new();
    let mut spoken = Spoken::default();
    for &paragraph in paragraphs {
        let words = words(text, paragraph);
        let mut at = 0;
        while at < words.len() {
            spoken.hear(&words, at);
            if let Some((name, len)) = name_at(&words, at) {
                let here = at..at + len;
                let holds = name.has_company(&words, here.clone());
                if holds && !name.id.is_empty() {
                    sure.insert(name.id);
                }
                let known = !name.id.is_empty();
                if known && (holds || name.acronym) {
                    if !name.unless().is_empty() {
                        doubtful.insert(words[at].span.start, name.unless());
                    }
                    push(&mut found, name.id, &words, here, holds);
                }
                (at..at + len).for_each(|i| spoken.hear(&words, i));
                at += len;
            } else if let Some((id, here)) = spoken.description(&words, at) {
                sure.insert(id);
                (at..here.end).for_each(|i| spoken.hear(&words, i));
                at = here.end;
                push(&mut found, id, &words, here, true);
            } else {
                at += 1;
            }
        }
    }
    let present = words_of(text, &doubtful);
    found.retain(|(mention, holds)| {
        let unless = doubtful.get(&mention.span.start);
        let silenced = unless.is_some_and(|words| words.iter().any(|w| present.contains(w)));
        !silenced && (*holds || sure.contains(mention.id))
    });
    found.into_iter().map(|(mention, _)| mention).collect()
}

/// Which of the words in `lists` stand in `text`, whatever their case.
fn words_of<'a>(text: &str, lists: &BTreeMap<usize, &[&'a str]>) -> BTreeSet<&'a str> {
    let wanted: BTreeSet<&str> = lists.values().flat_map(|l| l.iter().copied()).collect();
    if wanted.is_empty() {
        return wanted;
    }
    let words = text.split(|c: char| !c.is_alphanumeric());
    let lower: BTreeSet<String> = words
        .filter(|w| wanted.iter().any(|x| x.eq_ignore_ascii_case(w)))
        .map(str::to_lowercase)
        .collect();
    wanted.into_iter().filter(|w| lower.contains(*w)).collect()
}

fn push(
    found: &mut Vec<(Mention, bool)>,
    id: &'static str,
    words: &[Word],
    here: Range<usize>,
    holds: bool,
) {
    let (Some(first), Some(last)) = (words.get(here.start), words.get(here.end - 1)) else {
        return;
    };
    let span = first.span.cover(last.span);
    // A description reaches back over its adjectives; a name before it keeps what it has.
    if found
        .last()
        .is_none_or(|(before, _)| before.span.end <= span.start)
    {
        found.push((Mention { id, span }, holds));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        let mut start = 0;
        let paragraphs: Vec<Span> = text
            .split('\n')
            .map(|line| {
                let span = Span::new(start, start + line.len());
                start += line.len() + 1;
                span
            })
            .collect();
        find_mentions(text, &paragraphs)
            .iter()
            .map(|m| (m.id, m.span.of(text)))
            .collect()
    }

    #[test]
    fn names_take_the_longest_form() {
        assert_eq!(
            found("Neither is among the signatories of the Ottawa Convention, or Mine Ban Treaty."),
            [
                ("ottawa", "Ottawa Convention"),
                ("ottawa", "Mine Ban Treaty")
            ]
        );
        assert_eq!(
            found("The Comprehensive Nuclear-Test-Ban Treaty (CTBT) is not in force."),
            [
                ("ctbt", "Comprehensive Nuclear-Test-Ban Treaty"),
                ("ctbt", "CTBT")
            ]
        );
    }

    #[test]
    fn acronyms_need_their_case_and_ambiguous_ones_company() {
        assert_eq!(found("The start of the talks had a salt of its own."), []);
        assert_eq!(
            found("Each MBT carries four men and START lists apply."),
            []
        );
        assert_eq!(
            found("The START treaty capped nuclear warheads."),
            [("start1", "START treaty")]
        );
        assert_eq!(
            found("The Mine Ban Treaty was opened in 1997. Finland left the MBT."),
            [("ottawa", "Mine Ban Treaty"), ("ottawa", "MBT")]
        );
    }

    #[test]
    fn places_and_courts_are_no_treaties() {
        assert_eq!(
            found("Delegates met in Ottawa, then in Kyoto, to talk about trade."),
            []
        );
        assert_eq!(
            found("The International Criminal Court issued a warrant."),
            []
        );
        assert_eq!(
            found("Hungary is to quit the International Criminal Court."),
            [("rome", "International Criminal Court")]
        );
    }

    #[test]
    fn descriptions_are_resolved_by_their_object() {
        assert_eq!(
            found("More than 160 states joined the treaty banning landmines."),
            [("ottawa", "treaty banning landmines")]
        );
        assert_eq!(
            found(
                "Most of NATO joined the 2008 convention that bans the use, making and transfer of cluster bombs."
            ),
            [(
                "ccm",
                "2008 convention that bans the use, making and transfer of cluster bombs"
            )]
        );
        assert_eq!(
            found(
                "The army fired cluster munitions.\nOver 100 states have signed an international treaty prohibiting their use."
            ),
            [("ccm", "international treaty prohibiting their use")]
        );
        assert_eq!(
            found(
                "It sent anti-personnel mines. A pact that outlaws such weapons has 160 members."
            ),
            [("ottawa", "pact that outlaws such weapons")]
        );
    }

    #[test]
    fn a_description_without_a_clear_object_is_left_alone() {
        assert_eq!(found("They signed a treaty prohibiting their use."), []);
        assert_eq!(found("The convention on health care opened."), []);
    }

    #[test]
    fn shared_names_go_by_their_company() {
        assert_eq!(
            found("Protocol III of the CCW limits incendiary weapons.")[0].0,
            "ccw_p3"
        );
        assert_eq!(
            found("The red crystal is in Protocol III of the Geneva Conventions.")[0].0,
            "ap3"
        );
    }

    proptest! {
        #[test]
        fn mentions_are_ordered_and_on_boundaries(pieces in prop::collection::vec(prop_oneof![
            Just("MBT "), Just("treaty "), Just("banning "), Just("landmines "), Just("their use "),
            Just("international "), Just("Protocol III "), Just("— "), Just(". "), Just("🕊"),
            Just("1997 "), Just("ban "), Just("\n"),
        ], 0..40)) {
            let text = pieces.concat();
            let mut end = 0;
            for m in find_mentions(&text, &[Span::new(0, text.len())]) {
                prop_assert!(m.span.start >= end && text.get(m.span.start..m.span.end).is_some());
                end = m.span.end;
            }
        }
    }
}
