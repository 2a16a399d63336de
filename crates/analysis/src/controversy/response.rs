//! A serious charge against a named party, and no word from it.
//!
//! # Why it matters
//! Fairness asks that who is accused of a serious wrong be asked, and that the article say so.
//!
//! # Example
//! "Villagers in Moura say Malian soldiers shot some 300 men." and nothing from the army.
//!
//! # What it leaves alone
//! Any sign of a reply or of asking anywhere in the story ("did not respond", "declined to comment",
//! "denied", a spokesman, a lawyer), and any statement of the accused party. A story is marked once,
//! at its first charge.
//!
//! Source: BBC Editorial Guidelines, "Reporting allegations".

use super::{Story, sides};
use crate::{
    clause::{clause_around, clauses, is_question, trimmed},
    grammar::Grammar,
    model::{Analysis, Controversy, SourceType, Stance, Topic},
    pattern::{Words, list_has},
};
use sourcelight_article::BlockKind;

/// The first charge that nobody answers.
pub(super) fn point(story: &Story) -> Option<Controversy> {
    let answered = story.sentences.iter().any(|(_, words)| replies(words));
    if answered || story.subject.elsewhere || (!story.subject.public && story.sentences.len() > 8) {
        return None;
    }
    let (at, span) = story
        .sentences
        .iter()
        .enumerate()
        .find_map(|(at, (s, words))| {
            let text = s.span.of(story.text());
            if s.kind == BlockKind::Headline
                || is_question(text)
                || super::subject::is_elsewhere(words)
            {
                return None;
            }
            charge(words).map(|range| (at, words.span(&range)))
        })?;
    if speaks_for_itself(story.grammar, story.analysis, story, at) {
        return None;
    }
    let mut point = Controversy {
        topic: Topic::MissingResponse,
        kind: None,
        span,
        severity: 2,
        why: "A serious charge; the article has no reply and does not say that one was asked for."
            .to_owned(),
        sides: Vec::new(),
        name: None,
    };
    sides::link(&mut point, Stance::Against, &story.covering);
    point.severity = 2;
    Some(point)
}

/// The clause of a charge: a named party, what it is said to have done, and that somebody says so.
fn charge(words: &Words) -> Option<std::ops::Range<usize>> {
    let has = |at: usize, list: &str| list_has(list, &words.norms[at]);
    let charged = (0..words.len()).any(|i| has(i, "charging"));
    if !charged {
        return None;
    }
    let wrong = (1..words.len()).find(|&i| {
        let next = words.norms.get(i + 1).map_or("", String::as_str);
        let pair = format!("{} {next}", words.norms[i]);
        let did = has(i, "wrongs_sure")
            || (has(i, "wrongs_maybe")
                && words
                    .norms
                    .iter()
                    .any(|w| list_has("people", w) || list_has("wrong_things", w)))
            || list_has("wrong_pairs", &pair.replace(' ', "_"));
        let passive = words.norms[..i]
            .iter()
            .rev()
            .take(2)
            .any(|w| matches!(w.as_str(), "was" | "were" | "been" | "be"));
        did && !has(i - 1, "negations")
            && (!passive || words.norms[i..].iter().take(6).any(|w| w == "by"))
    })?;
    let clause = clause_around(&clauses(words), &(wrong..wrong + 1));
    let subject = clause.start..wrong;
    let party = subject.clone().any(|i| words.names[i] && i > words.first)
        || subject
            .clone()
            .any(|i| words.names[i] || has(i, "in_power") || has(i, "combatants"))
            && subject.len() > 1;
    party.then(|| trimmed(words, clause))
}

/// Whether a sentence has a reply, or says that one was asked for.
fn replies(words: &Words) -> bool {
    words.norms.iter().any(|w| list_has("replying", w))
}

/// Whether a body or a person speaks behind the charge who did not make it: that may be the reply.
fn speaks_for_itself(grammar: &Grammar, analysis: &Analysis, story: &Story, charge: usize) -> bool {
    let end = story.sentences[charge].0.span.end;
    analysis.attributions.iter().any(|a| {
        let Some(source) = a.source.first() else {
            return false;
        };
        let words = source.of(grammar.reading.text()).to_lowercase();
        let witness = words
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| list_has("witnesses", w));
        let party = a.source_type == SourceType::Institution
            || (a.named && !witness)
            || words
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| list_has("in_power", w));
        source.start > end && party
    })
}

#[cfg(test)]
mod tests {
    use crate::{Topic, testing::points_by_rules};

    fn found(text: &str) -> Vec<String> {
        let points = points_by_rules(text);
        let here = points.iter().filter(|c| c.topic == Topic::MissingResponse);
        here.map(|c| c.span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_charge_without_a_reply() {
        let text = "Fighting in the north\nVillagers in Tumba say Northern Shield soldiers tortured \
            prisoners in a school. The school has been closed since the war began.";
        assert_eq!(found(text).len(), 1);
    }

    #[test]
    fn a_reply_or_the_asking_is_enough() {
        let charge = "Fighting in the north\nVillagers in Tumba say Northern Shield soldiers tortured prisoners in a school. ";
        for reply in [
            "The army did not respond to a request for comment.",
            "The army denied it.",
            "A spokesman called the report false.",
            "The ministry said that its men had not been there.",
        ] {
            assert!(found(&format!("{charge}{reply}")).is_empty(), "{reply}");
        }
    }

    #[test]
    fn no_charge_no_question() {
        let text = "The harvest festival drew 20,000 people. A stallholder said her neighbour had copied her recipe.";
        assert!(found(text).is_empty());
    }
}
