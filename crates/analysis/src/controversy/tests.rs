//! The examples of the data files, run; and points in whole stories.

use sourcelight_text::Span;

use super::{Story, Subject, fired, points, rules};
use crate::{
    Options, analyze, grammar::Grammar, model::Topic, pattern::Words, reading::Reading,
    testing::paragraphs,
};

/// What each rule that fires in `text` marks, as in a story that is all it asks for.
fn marked(text: &str) -> Vec<(&'static str, Topic, Span)> {
    let article = paragraphs(text);
    let analysis = analyze(&article, &Options::default());
    let reading = Reading::new(&article);
    let grammar = Grammar::new(&reading);
    let words = Words::all(&grammar, &analysis.treaties);
    let mut story = Story::new(&grammar, &words, &analysis);
    story.subject = Subject::ALL;
    let fired = fired(&story);
    fired
        .iter()
        .map(|(p, s)| (p.rule.id, p.rule.topic, p.controversy(&story, s).span))
        .collect()
}

/// Whether two spans share half of the shorter one, which is what counts as the same point.
fn same(a: Span, b: Span) -> bool {
    let shared = a.intersection(b).map_or(0, Span::len);
    shared * 2 >= a.len().min(b.len())
}

/// What `example` is read as, without its brackets, and the clause in brackets.
fn bracketed(example: &str) -> (String, Option<Span>) {
    let text = example.replace(['[', ']'], "");
    let (start, end) = (example.find('['), example.find(']'));
    (text, start.zip(end).map(|(s, e)| Span::new(s, e - 1)))
}

#[test]
fn every_example_holds() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for example in &rule.yes {
            let (text, wanted) = bracketed(example);
            let found = marked(&text);
            // Another rule of the same topic may have marked the clause before this one.
            let here = |f: &&(&str, Topic, Span)| f.1 == rule.topic;
            let holds = found
                .iter()
                .filter(here)
                .any(|f| wanted.is_none_or(|w| same(w, f.2)));
            if !holds {
                let found: Vec<_> = found.iter().map(|f| (f.0, f.2.of(&text))).collect();
                wrong.push(format!("{}: wanted {example}, found {found:?}", rule.id));
            }
        }
        for example in &rule.no {
            let found = marked(example);
            if let Some(f) = found.iter().find(|f| f.0 == rule.id) {
                wrong.push(format!(
                    "{}: should be silent: {}",
                    rule.id,
                    f.2.of(example)
                ));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_topic_of_rules_has_fifteen_examples_of_both_kinds() {
    for topic in Topic::ALL.iter().filter(|t| **t != Topic::TreatyStatus) {
        let here: Vec<_> = rules().iter().filter(|r| r.topic == *topic).collect();
        let yes: usize = here.iter().map(|r| r.yes.len()).sum();
        let no: usize = here.iter().map(|r| r.no.len()).sum();
        assert!(
            here.is_empty() || (yes >= 15 && no >= 15),
            "{topic:?}: {yes} and {no}"
        );
    }
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
    "The goalkeeper defied the visitors with three fine saves.",
    "The band's savage guitar sound owes much to the 1970s.",
    "The film is a bloodbath from start to finish.",
    "The museum displays a puppet from Java.",
];

#[test]
fn what_only_sounds_alike_is_left_alone() {
    for text in SILENT {
        let found = marked(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

/// Stories that use the words of conflict and have none.
const PEACEFUL: &[&str] = &[
    "The storm hit the school. It killed two residents. The match was called off.",
    "Supermarkets open a new front in the price war\n\nThe price war between the two supermarkets      escalated on Monday. Rivals retaliated with cuts of their own, and analysts said the market      would be a battlefield for weeks. Shares in both bombed.",
    "Rovers survive late bombardment\n\nThe visitors laid siege to the goal, and the home side's      defence was under fire for an hour. The coach denied that his team had been lucky. Their      captain said the referee's decision was a crime. The match will be replayed on Tuesday.",
    "Film about the siege opens\n\nThe film shows soldiers shelling a hospital and killing      children. Critics said its director had committed no crime but boredom. It will be shown in      forty countries.",
    "Ferry strike ends\n\nCrews voted to end a strike that had nearly killed the season. The union      said a ceasefire of sorts had been brokered. The dispute exploded in April, when the operator      withdrew from talks. Nobody was hurt, the managers joked.",
];

#[test]
fn a_peaceful_story_has_no_contested_point() {
    for text in PEACEFUL {
        let article = sourcelight_article::open_plain_text(text);
        let found = analyze(&article, &Options::default()).controversies;
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn a_rule_asks_for_its_story() {
    let article = paragraphs("Shelling killed three civilians.");
    let reading = Reading::new(&article);
    let grammar = Grammar::new(&reading);
    let words = Words::all(&grammar, &[]);
    assert!(points(&words[0], Subject::default()).is_empty());
    assert!(!points(&words[0], Subject::ALL).is_empty());
}
