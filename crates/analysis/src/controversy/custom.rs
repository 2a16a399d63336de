//! Topics of the reader's own: words and patterns, kept and shared as a list.
//!
//! The list has a text form, made to be written and mended by hand:
//!
//! ```text
//! # Topics of the port beat
//! topic: Port deal
//! find: harbour|port ..4 sold
//! find: concession
//! not: port wine
//!
//! topic: Strikes
//! find: walkout
//! ```
//!
//! `find` and `not` are patterns (see `pattern`; `not` looks at the whole sentence). The serde form of
//! [`CustomTopics`] is the same as data. Both are read with limits, so that a list from elsewhere
//! costs a bounded amount of time and memory; what is wrong with it is said with its line.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Story;
use crate::{
    clause::{clause_around, clauses, with_quotes, without_report},
    model::{Controversy, Stance, Topic},
    pattern::{Pattern, PatternError, PatternSet},
};

use super::sides;

/// The most topics of a list.
pub(super) const MOST_TOPICS: usize = 50;
/// The most patterns of a topic.
const MOST_PATTERNS: usize = 200;
/// The most patterns of a list.
const MOST_IN_ALL: usize = 1_000;
/// The most characters of a name.
const MOST_NAME: usize = 80;
/// The most bytes of a list in its text form.
const MOST_BYTES: usize = 400_000;

/// One topic of the reader's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomTopic {
    /// What the reader calls it.
    pub name: String,
    /// Patterns, any of which finds a point.
    pub find: Vec<String>,
    /// Patterns, any of which in the sentence keeps a point from being found.
    #[serde(default)]
    pub not: Vec<String>,
}

/// A list of topics, every pattern of which can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<CustomTopic>", into = "Vec<CustomTopic>")]
pub struct CustomTopics(Vec<CustomTopic>);

/// What is wrong with a list of topics.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CustomTopicError {
    /// The list has too many topics.
    #[error("the list has {0} topics; {MOST_TOPICS} are allowed: leave some out")]
    TooManyTopics(usize),
    /// The list's text is too long.
    #[error("the list is too long: {0} bytes, and {MOST_BYTES} are allowed")]
    TooLong(usize),
    /// A topic without a name, or with a name too long or of several lines.
    #[error("a topic needs a name of one line, up to {MOST_NAME} characters: {0:?} is none")]
    Name(String),
    /// Two topics with one name.
    #[error("there are two topics called {0:?}: rename one")]
    TwoOfOneName(String),
    /// A topic has too many patterns.
    #[error("{topic:?} has {count} patterns; {MOST_PATTERNS} are allowed: leave some out")]
    TooManyPatterns {
        /// The topic's name.
        topic: String,
        /// How many it has.
        count: usize,
    },
    /// The list has too many patterns in all.
    #[error("the list has {0} patterns; {MOST_IN_ALL} are allowed: leave some out")]
    TooManyInAll(usize),
    /// A topic has nothing to find.
    #[error("{0:?} has nothing to find: add a line \"find: \" with a word")]
    Nothing(String),
    /// A pattern cannot be read.
    #[error("{topic:?}, \"{pattern}\": {why}")]
    Pattern {
        /// The topic's name.
        topic: String,
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        why: PatternError,
    },
    /// A line of the text form is none of those known.
    #[error("line {0} is not understood: a line begins with \"topic:\", \"find:\", \"not:\" or #")]
    Line(usize),
    /// A line stands before the first topic.
    #[error("line {0} comes before any topic: begin with \"topic: \" and a name")]
    NoTopic(usize),
}

impl CustomTopics {
    /// A list of `topics`.
    ///
    /// # Errors
    /// Where a name or a pattern is wrong, or there are too many.
    pub fn new(topics: Vec<CustomTopic>) -> Result<Self, CustomTopicError> {
        if topics.len() > MOST_TOPICS {
            return Err(CustomTopicError::TooManyTopics(topics.len()));
        }
        let all = topics.iter().map(|t| t.find.len() + t.not.len()).sum();
        if all > MOST_IN_ALL {
            return Err(CustomTopicError::TooManyInAll(all));
        }
        let mut names = BTreeSet::new();
        for topic in &topics {
            check(topic)?;
            if !names.insert(topic.name.to_lowercase()) {
                return Err(CustomTopicError::TwoOfOneName(topic.name.clone()));
            }
        }
        Ok(Self(topics))
    }

    /// Reads the text form.
    ///
    /// # Errors
    /// Where a line is not understood, or as [`CustomTopics::new`].
    pub fn from_text(text: &str) -> Result<Self, CustomTopicError> {
        if text.len() > MOST_BYTES {
            return Err(CustomTopicError::TooLong(text.len()));
        }
        let mut topics: Vec<CustomTopic> = Vec::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (number, line) in text.lines().enumerate() {
            let (number, line) = (number + 1, line.trim());
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (key, value) = line.split_once(':').ok_or(CustomTopicError::Line(number))?;
            let value = value.trim().to_owned();
            if key == "topic" {
                topics.push(CustomTopic {
                    name: value,
                    ..CustomTopic::default()
                });
                continue;
            }
            let topic = topics.last_mut();
            match key {
                "find" => topic
                    .ok_or(CustomTopicError::NoTopic(number))?
                    .find
                    .push(value),
                "not" => topic
                    .ok_or(CustomTopicError::NoTopic(number))?
                    .not
                    .push(value),
                _ => return Err(CustomTopicError::Line(number)),
            }
        }
        Self::new(topics)
    }

    /// The text form; [`CustomTopics::from_text`] reads it back.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for topic in &self.0 {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&format!("topic: {}\n", topic.name));
            for (key, patterns) in [("find", &topic.find), ("not", &topic.not)] {
                for pattern in patterns {
                    text.push_str(&format!("{key}: {pattern}\n"));
                }
            }
        }
        text
    }

    /// The topics, in the reader's order.
    pub fn topics(&self) -> &[CustomTopic] {
        &self.0
    }
}

impl TryFrom<Vec<CustomTopic>> for CustomTopics {
    type Error = CustomTopicError;

    fn try_from(topics: Vec<CustomTopic>) -> Result<Self, CustomTopicError> {
        Self::new(topics)
    }
}

impl From<CustomTopics> for Vec<CustomTopic> {
    fn from(topics: CustomTopics) -> Self {
        topics.0
    }
}

fn check(topic: &CustomTopic) -> Result<(), CustomTopicError> {
    let name = &topic.name;
    if name.trim() != name
        || name.is_empty()
        || name.contains(char::is_control)
        || name.chars().count() > MOST_NAME
    {
        return Err(CustomTopicError::Name(
            name.chars().take(MOST_NAME).collect(),
        ));
    }
    if topic.find.is_empty() {
        return Err(CustomTopicError::Nothing(name.clone()));
    }
    let count = topic.find.len() + topic.not.len();
    if count > MOST_PATTERNS {
        let topic = name.clone();
        return Err(CustomTopicError::TooManyPatterns { topic, count });
    }
    for pattern in topic.find.iter().chain(&topic.not) {
        let wrong = |why| CustomTopicError::Pattern {
            topic: name.clone(),
            pattern: pattern.chars().take(MOST_NAME).collect(),
            why,
        };
        let one_line = !pattern.contains(['\n', '\r']) && pattern.trim() == pattern;
        if !one_line {
            return Err(wrong(PatternError::Empty));
        }
        Pattern::parse(pattern).map_err(wrong)?;
    }
    Ok(())
}

/// The points of the reader's topics: the clause around each match, once a topic.
pub(super) fn points(story: &Story, topics: &CustomTopics) -> Vec<Controversy> {
    let mut set = Vec::new();
    for (index, topic) in topics.0.iter().enumerate() {
        let patterns = topic.find.iter().enumerate();
        set.extend(patterns.filter_map(|(at, p)| Some((Pattern::read(p)?, (index, at)))));
    }
    if set.is_empty() {
        return Vec::new();
    }
    let silent: Vec<Vec<Pattern>> = topics
        .0
        .iter()
        .map(|t| t.not.iter().filter_map(|p| Pattern::read(p)).collect())
        .collect();
    let set = PatternSet::new(set);
    let mut found: Vec<Controversy> = Vec::new();
    for (_, words) in &story.sentences {
        let mut hits = set.matches(words);
        hits.retain(|((index, _), _)| !silent[*index].iter().any(|p| p.is_in(words)));
        if hits.is_empty() {
            continue;
        }
        let clauses = clauses(words);
        for ((index, at), hit) in hits {
            let Some(topic) = topics.0.get(index) else {
                continue;
            };
            let clause = without_report(words, clause_around(&clauses, &hit), &hit);
            let span =
                sides::inside_content(words.span(&clause), words.span(&hit), &story.covering);
            let span = with_quotes(story.grammar, span);
            let known = found
                .iter()
                .rev()
                .take_while(|c| c.span.end > words.spans[0].start)
                .any(|c| c.name.as_ref() == Some(&topic.name) && c.span.overlaps(span));
            if known {
                continue;
            }
            let mut point = Controversy {
                topic: Topic::Custom,
                kind: None,
                span,
                severity: 1,
                why: format!("“{}” of your topic “{}”.", topic.find[at], topic.name),
                sides: Vec::new(),
                name: Some(topic.name.clone()),
            };
            sides::link(&mut point, Stance::Raises, &story.covering);
            point.severity = 1;
            found.push(point);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze, testing::paragraphs};

    const LIST: &str = "# The port beat\ntopic: Port deal\nfind: harbour|port ..4 sold\nfind: concession\nnot: port wine\n\ntopic: Strikes\nfind: walkout\n";

    fn found(list: &str, text: &str) -> Vec<(String, String)> {
        let options = Options {
            custom_topics: CustomTopics::from_text(list).expect("a list"),
            ..Options::default()
        };
        let article = paragraphs(text);
        let points = analyze(&article, &options).controversies;
        let own = points.iter().filter(|c| c.topic == Topic::Custom);
        own.map(|c| {
            (
                c.name.clone().unwrap_or_default(),
                c.span.of(text).to_owned(),
            )
        })
        .collect()
    }

    #[test]
    fn a_topic_of_ones_own_is_found() {
        let text = "The council said the port would be sold in May.\nA walkout began. The port wine was sold.";
        assert_eq!(
            found(LIST, text),
            [
                (
                    "Port deal".to_owned(),
                    "the port would be sold in May".to_owned()
                ),
                ("Strikes".to_owned(), "A walkout began".to_owned())
            ]
        );
    }

    #[test]
    fn the_list_survives_text_and_json() {
        let topics = CustomTopics::from_text(LIST).expect("a list");
        assert_eq!(
            CustomTopics::from_text(&topics.to_text()),
            Ok(topics.clone())
        );
        let json = serde_json::to_string(&topics).expect("json");
        assert_eq!(
            serde_json::from_str::<CustomTopics>(&json).expect("a list"),
            topics
        );
    }

    #[test]
    fn what_is_wrong_with_a_list_is_said() {
        let error = |text: &str| CustomTopics::from_text(text).expect_err(text).to_string();
        assert!(error("find: x").contains("line 1 comes before any topic"));
        assert!(error("topic: A\nfynd: x").contains("line 2 is not understood"));
        assert!(error("topic: A").contains("nothing to find"));
        assert!(error("topic: A\nfind: x\ntopic: a\nfind: y").contains("two topics"));
        assert!(error("topic: A\nfind: @nothing").contains("no word list called \"nothing\""));
        assert!(error(&"topic: A\n".repeat(60)).contains("60 topics"));
        let many = format!("topic: A\n{}", "find: x\n".repeat(300));
        assert!(error(&many).contains("300 patterns"));
        let wrong = r#"[{"name": "A", "find": [".."]}]"#;
        assert!(serde_json::from_str::<CustomTopics>(wrong).is_err());
    }

    #[test]
    fn a_topic_switched_off_is_silent() {
        let text = "Rebels and soldiers fought with artillery. Shelling killed three civilians in the village.";
        let article = paragraphs(text);
        let count = |options: &Options| {
            let points = analyze(&article, options).controversies;
            points
                .iter()
                .filter(|c| c.topic == Topic::CivilianRisk)
                .count()
        };
        let off = Options {
            topics_off: [Topic::CivilianRisk].into(),
            ..Options::default()
        };
        assert!(count(&Options::default()) > 0);
        assert_eq!(count(&off), 0);
    }
}
