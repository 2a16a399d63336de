//! The examples of the data files, run; and points in whole stories.

use sourcelight_article::{Article, Block, BlockKind};
use sourcelight_text::Span;

use super::{controversies, points, rules};
use crate::{
    grammar::Grammar,
    model::{Analysis, Topic},
    pattern::Words,
    reading::Reading,
    treaties::treaties,
};

fn article(text: &str) -> Article {
    let span = Span::new(0, text.len());
    Article {
        text: text.to_owned(),
        blocks: vec![Block {
            kind: BlockKind::Paragraph,
            span,
        }],
        ..Article::default()
    }
}

/// The clauses that the rule `id` marks in `text`, read as a story of armed conflict.
fn marked(id: &str, text: &str) -> Vec<String> {
    let article = article(text);
    let reading = Reading::new(&article);
    let grammar = Grammar::new(&reading);
    let mentions = treaties(&reading);
    let words = reading
        .sentences
        .iter()
        .map(|s| Words::new(&grammar, s, &mentions));
    words
        .flat_map(|w| points(&w, true))
        .filter(|p| p.rule.id == id)
        .map(|p| p.span.of(text).to_owned())
        .collect()
}

#[test]
fn every_example_holds() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for example in &rule.yes {
            let text = example.replace(['[', ']'], "");
            let found = marked(rule.id, &text);
            let wanted = example
                .split_once('[')
                .and_then(|(_, rest)| rest.split_once(']'));
            let holds = match wanted {
                Some((clause, _)) => found.iter().any(|f| f == clause),
                None => !found.is_empty(),
            };
            if !holds {
                wrong.push(format!("{}: wanted {example}, found {found:?}", rule.id));
            }
        }
        for example in &rule.no {
            let found = marked(rule.id, example);
            if !found.is_empty() {
                wrong.push(format!("{}: should be silent: {found:?}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Sentences that no rule at all may mark, even in a story of armed conflict.
const SILENT: &[&str] = &[
    "Investors feared harm to profits.",
    "Soldiers trained in an empty range.",
    "Shares bombed on the market after the results.",
    "The app saw explosive growth among families.",
    "Small firms face a minefield of regulations.",
    "He signed a treaty of friendship with fans of the club.",
    "Delegates met in Ottawa to talk about trade.",
    "The striker killed the game with a late goal.",
    "Prices escalated in the spring.",
    "He reversed his car.",
    "The opposition voted against, as ever.",
    "A court delayed the fraud trial.",
    "The law on parking fines changed.",
    "Both sides agreed on the date.",
    "He denied himself sugar.",
    "She was a party to the conversation.",
    "The party convention opened on Monday.",
    "What risk do the mines pose to civilians?",
    "The mines did not harm any civilians.",
];

#[test]
fn what_only_sounds_alike_is_left_alone() {
    for text in SILENT {
        let article = article(text);
        let reading = Reading::new(&article);
        let grammar = Grammar::new(&reading);
        let words = Words::all(&grammar, &treaties(&reading));
        let found = controversies(&grammar, &words, &Analysis::default());
        let mut loud: Vec<_> = found.iter().map(|c| (c.topic, c.why.as_str())).collect();
        if !text.ends_with('?') {
            let words = Words::new(&grammar, &reading.sentences[0], &[]);
            loud.extend(
                points(&words, true)
                    .iter()
                    .map(|p| (p.rule.topic, p.rule.why)),
            );
        }
        assert!(loud.is_empty(), "{text}: {loud:?}");
    }
}

#[test]
fn a_peaceful_story_has_no_civilian_risk() {
    let article =
        article("The storm hit the school. It killed two residents. The match was called off.");
    let reading = Reading::new(&article);
    let grammar = Grammar::new(&reading);
    let words = Words::all(&grammar, &[]);
    let found = controversies(&grammar, &words, &Analysis::default());
    assert!(
        found.iter().all(|c| c.topic != Topic::CivilianRisk),
        "{found:?}"
    );
}
