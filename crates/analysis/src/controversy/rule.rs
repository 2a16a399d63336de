//! Rules for contested points, read from `data/controversy/*.txt`.

use std::sync::LazyLock;

use super::subject::Wanted;
use crate::{
    model::{CivilianRiskKind, Stance, Topic},
    pattern::{Pattern, PatternSet},
};

/// One file a topic. A new topic is a new file here; a new rule is an entry in a file.
const FILES: &[&str] = &[
    include_str!("../../data/controversy/treaty_status.txt"),
    include_str!("../../data/controversy/legality.txt"),
    include_str!("../../data/controversy/civilian_risk.txt"),
    include_str!("../../data/controversy/casualty_dispute.txt"),
    include_str!("../../data/controversy/conflicting_accounts.txt"),
    include_str!("../../data/controversy/anonymous_decisive.txt"),
    include_str!("../../data/controversy/escalation_risk.txt"),
    include_str!("../../data/controversy/policy_reversal.txt"),
    include_str!("../../data/controversy/internal_dissent.txt"),
    include_str!("../../data/controversy/forecast_as_fact.txt"),
    include_str!("../../data/controversy/loaded_wording.txt"),
];

/// Whose words a rule listens to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Anybody's.
    #[default]
    Any,
    /// The outlet's: outside quotation marks and outside what is attributed.
    Author,
    /// The outlet's, in a sentence that attributes nothing.
    Nobody,
}

/// How much a rule marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The clause it stands in.
    #[default]
    Clause,
    /// The words that made it fire.
    Words,
    /// The sentence.
    Sentence,
}

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
    /// What story it counts in.
    pub(crate) story: Wanted,
    /// Whose words it listens to.
    pub(crate) voice: Voice,
    /// How much it marks.
    pub(crate) mark: Mark,
    /// Whether it leaves headlines alone.
    pub(crate) body: bool,
    /// Whether a negation before the match leaves it standing.
    pub(crate) negated: bool,
    /// Whether "can" or "might" before the match leaves it standing.
    pub(crate) modals: bool,
    /// How grave it is at least.
    pub(crate) severity: u8,
    /// Sentences it must find, the clause in brackets where the example gives one.
    pub(crate) yes: Vec<&'static str>,
    /// Sentences it must leave alone.
    pub(crate) no: Vec<&'static str>,
}

static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| FILES.iter().flat_map(|f| read(f)).collect());

/// The patterns of the rules that ask for one kind of story, each with the index of its rule.
pub(crate) type Patterns = (Wanted, PatternSet<usize>);

static PATTERNS: LazyLock<Vec<Patterns>> = LazyLock::new(|| {
    let of = |wanted: Wanted| {
        let rules = ALL
            .iter()
            .enumerate()
            .filter(move |(_, r)| r.story == wanted);
        let patterns = rules.flat_map(|(index, rule)| {
            let read = rule.patterns.iter().filter_map(|p| Pattern::read(p));
            read.map(move |p| (p, index))
        });
        (wanted, PatternSet::new(patterns.collect()))
    };
    [Wanted::Any, Wanted::Public, Wanted::Conflict]
        .map(of)
        .into()
});

/// Every rule, in the order of the files.
pub(crate) fn rules() -> &'static [Rule] {
    &ALL
}

/// The patterns of all rules, by the story they ask for.
pub(crate) fn patterns() -> &'static [Patterns] {
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
        if let Some(rule) = found.last_mut() {
            rule.set(key, value);
        }
    }
    found
}

impl Rule {
    fn set(&mut self, key: &str, value: &'static str) {
        match key {
            "kind" => self.kind = known(value, CivilianRiskKind::ALL, |k| k.word()),
            "stance" => {
                self.stance = known(value, Stance::ALL, |s| s.word()).unwrap_or(Stance::Raises);
            }
            "why" => self.why = value,
            "match" => self.patterns.push(value),
            "modals" => self.modals = value != "silence",
            "unless" => self.unless.extend(Pattern::read(value)),
            "story" => {
                self.story = match value {
                    "conflict" => Wanted::Conflict,
                    "public" => Wanted::Public,
                    _ => Wanted::Any,
                }
            }
            "voice" => {
                self.voice = match value {
                    "author" => Voice::Author,
                    "nobody" => Voice::Nobody,
                    _ => Voice::Any,
                }
            }
            "mark" => {
                self.mark = match value {
                    "words" => Mark::Words,
                    "sentence" => Mark::Sentence,
                    _ => Mark::Clause,
                }
            }
            "block" => self.body = value == "body",
            "negated" => self.negated = value == "counts",
            "severity" => self.severity = value.parse().unwrap_or(1),
            "yes" => self.yes.push(value),
            "no" => self.no.push(value),
            _ => {}
        }
    }
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
        story: Wanted::Any,
        voice: Voice::Any,
        mark: Mark::Clause,
        body: false,
        negated: false,
        modals: true,
        severity: 1,
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
        const KEYS: &[(&str, &[&str])] = &[
            ("topic", &[]),
            (
                "kind",
                &["harm_asserted", "risk_asserted", "mitigation_claimed"],
            ),
            ("stance", &["for", "against", "raises", "neutral"]),
            ("why", &[]),
            ("match", &[]),
            ("unless", &[]),
            ("story", &["conflict", "public"]),
            ("voice", &["author", "nobody"]),
            ("mark", &["words", "sentence"]),
            ("block", &["body"]),
            ("negated", &["counts"]),
            ("modals", &["silence"]),
            ("severity", &["1", "2", "3"]),
            ("yes", &[]),
            ("no", &[]),
        ];
        for line in FILES.iter().flat_map(|f| f.lines()) {
            if line.is_empty() || line.starts_with('#') || line.starts_with('[') {
                continue;
            }
            let (key, value) = line.split_once(": ").unwrap_or((line, ""));
            let values = KEYS.iter().find(|k| k.0 == key).map(|k| k.1);
            let values = values.unwrap_or_else(|| panic!("unknown key: {line}"));
            assert!(values.is_empty() || values.contains(&value), "{line}");
            if matches!(key, "match" | "unless") {
                assert!(Pattern::parse(value).is_ok(), "{line}");
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
