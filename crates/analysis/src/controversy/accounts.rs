//! Two voices that tell one event differently, in neighbouring sentences.
//!
//! # Why it matters
//! A claim and its denial often stand in two sentences of their own, with no word such as "denied". A
//! reader who has the one beside the other can weigh them.
//!
//! # Example
//! "Bamako said engine trouble had forced the crew to eject. Tuareg separatists said they had brought the
//! aircraft down."
//!
//! # What it leaves alone
//! Voices that agree ("confirmed", "thanked"), voices of one side, promises and wishes, and stories
//! that are not of public affairs.
//!
//! Source: BBC Editorial Guidelines, "Reporting allegations"; Reuters Handbook, "Sources".

use sourcelight_text::Span;

use super::{Story, sides};
use crate::{
    model::{Attribution, Controversy, Stance, Tier, Topic},
    pattern::{Words, list_has},
};

/// How far apart the two may stand, in sentences.
const REACH: usize = 2;

/// The points of both accounts, in text order.
pub(super) fn points(story: &Story) -> Vec<Controversy> {
    if !story.subject.public {
        return Vec::new();
    }
    let told: Vec<Vec<Account>> = (0..story.sentences.len())
        .map(|at| accounts(story, at))
        .collect();
    let mut spans: Vec<Span> = Vec::new();
    for (at, later) in told.iter().enumerate() {
        let from = at.saturating_sub(REACH);
        for second in later {
            let first = (from..at)
                .rev()
                .flat_map(|i| told[i].iter().map(move |a| (i, a)))
                .find(|(i, a)| differ(a, second, at - i));
            if let Some((_, first)) = first {
                spans.extend([first.content, second.content]);
            }
        }
    }
    spans.sort();
    spans.dedup();
    let point = |span| {
        let mut point = Controversy {
            topic: Topic::ConflictingAccounts,
            kind: None,
            span,
            severity: 1,
            why: "Another voice tells this differently nearby.".to_owned(),
            sides: Vec::new(),
            name: None,
        };
        sides::link(&mut point, Stance::For, &story.covering);
        point
    };
    spans.into_iter().map(point).collect()
}

/// What one voice says in one sentence.
struct Account {
    /// Lower case words of its source.
    source: Vec<String>,
    /// The names in its source.
    names: Vec<String>,
    entity: Option<usize>,
    content: Span,
    /// Lower case words of its content.
    words: Vec<String>,
    cue: Vec<String>,
}

fn accounts(story: &Story, at: usize) -> Vec<Account> {
    let (sentence, words) = story.sentences[at];
    story
        .covering
        .touching(sentence.span)
        .filter(|(_, a)| a.parent.is_none() && a.tier == Tier::Core && !a.source.is_empty())
        .filter_map(|(_, a)| account(a, sentence.span, words))
        .collect()
}

fn account(attribution: &Attribution, sentence: Span, words: &Words) -> Option<Account> {
    let cue = attribution.cue.first()?;
    let inside = |spans: &[Span]| -> Vec<usize> {
        (0..words.len())
            .filter(|&i| spans.iter().any(|s| s.overlaps(words.spans[i])))
            .collect()
    };
    let norms =
        |at: &[usize]| -> Vec<String> { at.iter().map(|&i| words.norms[i].clone()).collect() };
    let source = inside(&attribution.source);
    let content = attribution
        .content
        .iter()
        .filter_map(|c| c.intersection(sentence))
        .max_by_key(|c| c.len())?;
    let names = source.iter().filter(|&&i| words.names[i]);
    (sentence.contains(*cue) && content.len() > 20).then(|| Account {
        names: names.map(|&i| stem(&words.norms[i])).collect(),
        source: norms(&source),
        entity: attribution.entity,
        content,
        words: norms(&inside(&[content])),
        cue: norms(&inside(&attribution.cue)),
    })
}

/// Whether two voices of different sides tell one matter differently.
fn differ(first: &Account, second: &Account, apart: usize) -> bool {
    let alike = |a: &Account| a.cue.iter().any(|w| list_has("telling_alike", w));
    let tells = |a: &Account| a.cue.iter().any(|w| list_has("telling", w));
    if alike(first) || alike(second) || !tells(first) || !tells(second) {
        return false;
    }
    let one_voice = first.source == second.source
        || (first.entity.is_some() && first.entity == second.entity)
        || first.names.iter().any(|n| second.names.contains(n));
    let wishes = |a: &Account| {
        a.words.iter().take(8).any(|w| {
            matches!(
                w.as_str(),
                "would" | "will" | "should" | "could" | "hope" | "want" | "must" | "may" | "might"
            )
        })
    };
    let pronoun = |a: &Account| {
        a.source.len() == 1
            && matches!(
                a.source[0].as_str(),
                "he" | "she" | "they" | "it" | "i" | "we"
            )
    };
    if one_voice || wishes(first) || wishes(second) || pronoun(first) || pronoun(second) {
        return false;
    }
    let is = |a: &Account, list: &str| a.source.iter().any(|w| list_has(list, w));
    let power = (is(first, "in_power"), is(second, "in_power"));
    let saw = (is(first, "witnesses"), is(second, "witnesses"));
    let named = !first.names.is_empty() && !second.names.is_empty();
    let against = (power.0 && saw.1) || (saw.0 && power.1);
    let parties = power.0 && power.1 && named;
    let disputed = [first, second]
        .iter()
        .filter(|a| a.words.iter().any(|w| list_has("contradicting", w)))
        .count();
    let shared = first
        .words
        .iter()
        .filter(|w| w.len() > 3 && !list_has("figure_stop", w))
        .filter(|w| second.words.iter().any(|x| stem(x) == stem(w)))
        .count();
    // What they share makes it one matter; a "no" or "never" makes it two accounts.
    let weight = usize::from(against || parties) * 2
        + usize::from(disputed > 0)
        + usize::from(shared > 0)
        + usize::from(shared > 2)
        + usize::from(points_back(second));
    let one_matter = disputed > 0 || shared > 0 || points_back(second);
    (against || parties || (disputed > 0 && shared > 1)) && one_matter && weight >= 2 + apart
}

/// Whether an account begins with a pronoun, so that it speaks of what was told before.
fn points_back(account: &Account) -> bool {
    account.words.iter().take(2).any(|w| {
        matches!(
            w.as_str(),
            "it" | "they" | "its" | "their" | "he" | "she" | "the"
        )
    })
}

fn stem(word: &str) -> String {
    let word = word.trim_end_matches("'s").trim_end_matches('s');
    word.chars().take(5).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Topic, testing::points_by_rules};

    fn found(text: &str) -> usize {
        let points = points_by_rules(text);
        let here = points
            .iter()
            .filter(|c| c.topic == Topic::ConflictingAccounts);
        here.count()
    }

    #[test]
    fn two_sides_of_one_event() {
        let text = "The army sent troops to the town.\nThe army said its soldiers had opened fire on men with guns. \
            Residents said the soldiers had shot at people who carried no weapons.";
        assert_eq!(found(text), 2);
    }

    #[test]
    fn voices_that_agree_are_left_alone() {
        let text = "The army sent troops to the town.\nThe army said its soldiers had left the town. \
            Residents confirmed that the soldiers had gone.";
        assert_eq!(found(text), 0);
    }

    #[test]
    fn a_peaceful_story_is_left_alone() {
        let text = "The choir sang on Sunday.\nThe conductor said the concert had gone well. \
            A neighbour said it had been no better than last year.";
        assert_eq!(found(text), 0);
    }
}
