//! Rules for contested points, read from `data/controversy/*.txt`.

use std::sync::LazyLock;

use crate::{
    model::{CivilianRiskKind, Stance, Topic},
    pattern::{Pattern, PatternSet},
};

/// One file a topic. A new topic is a new file here; a new rule is an entry in a file.
const FILES: &[&str] = &[
    include_str!("../../data/controversy/treaty_status.txt"),
    include_str!("../../data/controversy/civilian_risk.txt"),
    include_str!("../../data/controversy/other_topics.txt"),
];

/// One entry: what it finds, when, and the examples it is tested with.
#[derive(Debug)]
#[cfg_attr(
    not(test),
    allow(dead_code, reason = "the examples' tests read its name and examples")
)]
pub(crate) struct Rule {
    /// Its name in the file.
    pub(crate) id: &'static str,
    /// The topic it belongs to.
    pub(crate) topic: Topic,
    /// For civilian risk, what is said.
    pub(crate) kind: Option<CivilianRiskKind>,
    /// Where a voice that says it stands.
    pub(crate) stance: Stance,
    /// What it found, in words for the reader.
    pub(crate) why: &'static str,
    /// Any of these finds the point, as written.
    pub(crate) patterns: Vec<&'static str>,
    /// None of these may be in the sentence.
    pub(crate) unless: Vec<Pattern>,
    /// Whether it counts only in a story of armed conflict.
    pub(crate) conflict: bool,
    /// Whether a negation before the match leaves it standing.
    pub(crate) negated: bool,
    /// Whether "can" or "might" before the match leaves it standing.
    pub(crate) modals: bool,
    /// Sentences it must find, the clause in brackets where the example gives one.
    pub(crate) yes: Vec<&'static str>,
    /// Sentences it must leave alone.
    pub(crate) no: Vec<&'static str>,
}

static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| FILES.iter().flat_map(|f| read(f)).collect());

static PATTERNS: LazyLock<PatternSet<usize>> = LazyLock::new(|| {
    let of = |(index, rule): (usize, &'static Rule)| {
        rule.patterns
            .iter()
            .filter_map(move |p| Some((Pattern::read(p)?, index)))
    };
    PatternSet::new(ALL.iter().enumerate().flat_map(of).collect())
});

/// Every rule, in the order of the files.
pub(crate) fn rules() -> &'static [Rule] {
    &ALL
}

/// The patterns of all rules, each with the index of its rule.
pub(crate) fn patterns() -> &'static PatternSet<usize> {
    &PATTERNS
}

fn read(file: &'static str) -> Vec<Rule> {
    let mut found: Vec<Rule> = Vec::new();
    let mut topic = Topic::Custom;
    for line in file
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        if let Some(id) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            found.push(empty(id, topic));
            continue;
        }
        let Some((key, value)) = line.split_once(": ") else {
            continue;
        };
        if key == "topic" {
            topic = known(value, Topic::ALL, |t| t.word()).unwrap_or(Topic::Custom);
            continue;
        }
        let Some(rule) = found.last_mut() else {
            continue;
        };
        match key {
            "kind" => rule.kind = known(value, CivilianRiskKind::ALL, |k| k.word()),
            "stance" => {
                rule.stance = known(value, Stance::ALL, |s| s.word()).unwrap_or(Stance::Raises)
            }
            "why" => rule.why = value,
            "match" => rule.patterns.push(value),
            "modals" => rule.modals = value != "silence",
            "unless" => rule.unless.extend(Pattern::read(value)),
            "story" => rule.conflict = value == "conflict",
            "negated" => rule.negated = value == "counts",
            "yes" => rule.yes.push(value),
            "no" => rule.no.push(value),
            _ => {}
        }
    }
    found
}

fn empty(id: &'static str, topic: Topic) -> Rule {
    Rule {
        id,
        topic,
        kind: None,
        stance: Stance::Raises,
        why: "",
        patterns: Vec::new(),
        unless: Vec::new(),
        conflict: false,
        negated: false,
        modals: true,
        yes: Vec::new(),
        no: Vec::new(),
    }
}

fn known<T: Copy>(value: &str, all: &[T], word: impl Fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|t| word(*t) == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_files_is_understood() {
        const KEYS: &[&str] = &[
            "topic", "kind", "stance", "why", "match", "unless", "story", "negated", "modals",
            "yes", "no",
        ];
        for line in FILES.iter().flat_map(|f| f.lines()) {
            if line.is_empty() || line.starts_with('#') || line.starts_with('[') {
                continue;
            }
            let (key, value) = line.split_once(": ").unwrap_or((line, ""));
            assert!(KEYS.contains(&key), "{line}");
            if matches!(key, "match" | "unless") {
                assert!(
                    Pattern::read(Box::leak(value.to_owned().into_boxed_str())).is_some(),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn every_rule_says_why_and_has_examples_of_both_kinds() {
        for rule in rules() {
            assert!(
                !rule.why.is_empty() && !rule.patterns.is_empty(),
                "{}",
                rule.id
            );
            assert!(
                !rule.yes.is_empty() && !rule.no.is_empty(),
                "{} needs examples",
                rule.id
            );
            assert_eq!(
                rule.topic == Topic::CivilianRisk,
                rule.kind.is_some(),
                "{}",
                rule.id
            );
        }
    }
}
