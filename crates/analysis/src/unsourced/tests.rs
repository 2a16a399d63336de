//! Sentences with and without a source, and what is listed of them.

use sourcelight_article::open_plain_text;
use sourcelight_text::Span;

use super::unsourced;
use crate::{grammar::Grammar, model::*, pattern::Words, reading::Reading, treaties::treaties};

/// What is listed of `text`, where the words in each of `attributed` are an attribution's content
/// and the word before them its cue.
fn listed(
    text: &str,
    attributed: &[(&str, Tier)],
    states: &[CoverageState],
) -> Vec<(ClaimKind, String)> {
    let article = open_plain_text(text);
    let reading = Reading::new(&article);
    let grammar = Grammar::new(&reading);
    let mut analysis = Analysis {
        treaties: treaties(&reading),
        ..Analysis::default()
    };
    for (words, tier) in attributed {
        let start = text.find(words).unwrap();
        analysis
            .attributions
            .push(attribution(Span::new(start, start + words.len()), *tier));
    }
    for (sentence, state) in reading.sentences.iter().zip(states) {
        analysis.coverage.push(Coverage {
            span: sentence.span,
            state: *state,
        });
    }
    let words = Words::all(&grammar, &analysis.treaties);
    unsourced(&grammar, &words, &analysis)
        .into_iter()
        .map(|u| (u.kind, u.span.of(text).to_owned()))
        .collect()
}

fn attribution(content: Span, tier: Tier) -> Attribution {
    Attribution {
        source: Vec::new(),
        cue: vec![Span::new(content.start, content.start + 1)],
        content: vec![content],
        tier,
        class: Class::Statement,
        quote: Quote::Indirect,
        source_type: SourceType::NamedIndividual,
        named: true,
        channel: Channel::Unknown,
        anonymity: None,
        entity: None,
        via: Vec::new(),
        parent: None,
        confidence: 1.0,
        why: String::new(),
    }
}

#[test]
fn kinds_of_claims_are_told_apart() {
    use ClaimKind::*;
    for (text, kind) in [
        (
            "Rebels shelled the town and killed 14 people there on Monday.",
            NumberOrStatistic,
        ),
        (
            "The strike wounded 14 soldiers near the border crossing.",
            NumberOrStatistic,
        ),
        (
            "The bridge fell because the bolts were old and rusty.",
            Causal,
        ),
        (
            "The deal will end the war by the coming spring.",
            Prediction,
        ),
        (
            "Neither country has ratified the Mine Ban Treaty so far.",
            Legal,
        ),
        (
            "The minister lied to the committee about the contract.",
            Allegation,
        ),
    ] {
        assert_eq!(
            listed(text, &[], &[]),
            [(kind, text.trim_end_matches('.').to_owned())]
        );
    }
}

#[test]
fn only_the_clause_beside_an_attribution_is_listed() {
    let text = "However, Kyiv has sought these supplies since Russia launched its full-scale invasion \
        and also deployed mines on the front lines to hinder Ukraine.";
    let found = listed(
        text,
        &[("Kyiv has sought these supplies", Tier::Extended)],
        &[],
    );
    assert_eq!(found.len(), 1);
    assert!(
        found[0].1.starts_with("Russia launched its") && found[0].1.ends_with("hinder Ukraine")
    );
}

#[test]
fn a_continuation_is_not_listed_and_a_blanket_does_not_discharge() {
    let text = "The army shelled 14 homes in the town of Goma on Monday.";
    assert_eq!(listed(text, &[], &[CoverageState::Continuation]), []);
    assert_eq!(listed(text, &[], &[CoverageState::Blanket]).len(), 1);
}

#[test]
fn opinions_questions_and_schedules_are_left_alone() {
    for text in [
        "The government should act before it is too late.",
        "Why did the army shell the town on Monday?",
        "The vote is scheduled for Monday next week.",
        "Homeopathy is a form of alternative medicine.",
        "You can subscribe to the paper for a small fee.",
    ] {
        assert_eq!(listed(text, &[], &[]), [], "{text}");
    }
}
