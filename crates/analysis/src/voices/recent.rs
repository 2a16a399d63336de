//! The voices met last, for words that only point back: "he", "she", "it", "the publication", "the report".

use std::collections::BTreeMap;

use std::sync::LazyLock;

use crate::model::SourceType;
use crate::words::{WordMap, keyed};

static FIRST_NAMES: LazyLock<WordMap<Gender>> = LazyLock::new(|| {
    WordMap::of(
        keyed(include_str!("../../data/first_names.txt")).filter_map(|(name, key)| match key {
            "female" => Some((name, Gender::Female)),
            "male" => Some((name, Gender::Male)),
            _ => None,
        }),
    )
});

/// A voice and the sentence it was last met in.
type Met = (usize, usize);

/// How many voices of a kind are looked through.
const FAR: usize = 64;

/// How many sentences "he" and "she" reach back.
const PERSON_REACH: usize = 6;

/// Words for papers that may mean one paper: "a new study … the report".
const PAPERS: &[&str] = &[
    "report", "study", "paper", "document", "research", "result", "finding", "survey",
];

/// Titles and roles that tell "he" from "she".
const MALE: &[&str] = &[
    "mr",
    "sir",
    "lord",
    "king",
    "prince",
    "spokesman",
    "chairman",
    "congressman",
    "businessman",
    "policeman",
    "father",
    "brother",
    "husband",
    "son",
    "pope",
    "priest",
    "imam",
    "sheikh",
];
const FEMALE: &[&str] = &[
    "mrs",
    "ms",
    "miss",
    "lady",
    "queen",
    "princess",
    "spokeswoman",
    "chairwoman",
    "congresswoman",
    "businesswoman",
    "policewoman",
    "mother",
    "sister",
    "wife",
    "daughter",
    "nun",
];

/// "He" or "she".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

impl Gender {
    /// What a first name tells.
    pub(crate) fn of_name(first: &str) -> Option<Self> {
        FIRST_NAMES.get(first)
    }

    /// What a pronoun or a title tells.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let word = word.trim_end_matches('.');
        match word {
            "he" | "him" | "his" | "he's" => Some(Gender::Male),
            "she" | "her" | "hers" | "she's" => Some(Gender::Female),
            _ if MALE.contains(&word) => Some(Gender::Male),
            _ if FEMALE.contains(&word) => Some(Gender::Female),
            _ => None,
        }
    }
}

/// Whether `word` is a common first name.
pub(crate) fn is_first_name(word: &str) -> bool {
    FIRST_NAMES.get(word).is_some()
}

/// The voices met last, of each kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    people: Vec<Met>,
    genders: BTreeMap<usize, Gender>,
    media: Option<Met>,
    body: Option<Met>,
    group: Option<Met>,
    /// Documents and figures with the noun they were called by.
    papers: Vec<(String, usize)>,
}

impl Recent {
    /// Remembers that `entity`, of kind `kind`, was met in `sentence`.
    pub(crate) fn met(&mut self, entity: usize, kind: SourceType, sentence: usize) {
        let met = (entity, sentence);
        match kind {
            SourceType::NamedIndividual | SourceType::UnnamedIndividual => {
                self.people.retain(|p| p.0 != entity);
                self.people.push(met);
                let old = self.people.len().saturating_sub(FAR);
                self.people.drain(..old);
            }
            SourceType::Media => {
                self.media = Some(met);
                self.body = Some(met);
            }
            SourceType::Institution | SourceType::Document => self.body = Some(met),
            SourceType::UnnamedGroup | SourceType::NamedGroup => self.group = Some(met),
            _ => {}
        }
    }

    /// Remembers whether `entity` is a man or a woman, the first time it is told.
    pub(crate) fn is(&mut self, entity: usize, gender: Gender) {
        self.genders.entry(entity).or_insert(gender);
    }

    /// Remembers that `entity` was called a `noun`.
    pub(crate) fn called(&mut self, noun: &str, entity: usize) {
        self.papers.push((noun.to_owned(), entity));
    }

    /// Whom "he" or "she" means: the person met last, unless it is known to be the other.
    pub(crate) fn person(&self, gender: Gender, sentence: usize) -> Option<usize> {
        self.people
            .iter()
            .rev()
            .take_while(|p| sentence.saturating_sub(p.1) <= PERSON_REACH)
            .find(|p| self.genders.get(&p.0).is_none_or(|g| *g == gender))
            .map(|p| p.0)
    }

    /// The sentence in which the person `entity` was met last.
    pub(crate) fn sentence(&self, entity: usize) -> Option<usize> {
        self.people.iter().find(|p| p.0 == entity).map(|p| p.1)
    }

    /// What "it" means.
    pub(crate) fn body(&self, sentence: usize) -> Option<usize> {
        near(self.body, sentence)
    }

    /// Whom "they" means: a group, or a body of which `speaks` says that it is "they", but not both.
    pub(crate) fn group(&self, sentence: usize, speaks: impl Fn(usize) -> bool) -> Option<usize> {
        let body = near(self.body, sentence).filter(|b| speaks(*b));
        match (near(self.group, sentence), body) {
            (Some(group), None) => Some(group),
            (None, body) => body,
            _ => None,
        }
    }

    /// What "the publication" means.
    pub(crate) fn outlet(&self) -> Option<usize> {
        self.media.map(|m| m.0)
    }

    /// What "the report" means: the last paper of that name, or the last that may be called so.
    pub(crate) fn paper(&self, noun: &str) -> Option<usize> {
        let same = self.papers.iter().rev().take(FAR).find(|p| p.0 == noun);
        let like = || {
            let papers = self.papers.iter().rev().take(FAR);
            PAPERS
                .contains(&noun)
                .then_some(papers)?
                .clone()
                .find(|p| PAPERS.contains(&p.0.as_str()))
        };
        same.or_else(like).map(|p| p.1)
    }
}

fn near(met: Option<Met>, sentence: usize) -> Option<usize> {
    met.filter(|m| sentence.saturating_sub(m.1) <= 1)
        .map(|m| m.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn she_is_not_the_man_met_last() {
        let mut recent = Recent::default();
        recent.met(0, SourceType::NamedIndividual, 0);
        recent.met(1, SourceType::NamedIndividual, 1);
        recent.is(1, Gender::Male);
        assert_eq!(recent.person(Gender::Female, 2), Some(0));
        assert_eq!(recent.person(Gender::Male, 2), Some(1));
        assert_eq!(recent.person(Gender::Female, 12), None);
    }

    #[test]
    fn they_are_a_group_or_a_body_but_never_a_guess() {
        let mut recent = Recent::default();
        recent.met(0, SourceType::UnnamedGroup, 0);
        recent.met(1, SourceType::Document, 0);
        assert_eq!(recent.group(1, |_| false), Some(0));
        recent.met(2, SourceType::Institution, 0);
        assert_eq!(recent.group(1, |_| true), None);
    }

    #[test]
    fn the_report_may_be_the_study() {
        let mut recent = Recent::default();
        recent.called("study", 3);
        recent.called("letter", 4);
        assert_eq!(recent.paper("report"), Some(3));
        assert_eq!(recent.paper("letter"), Some(4));
        assert_eq!(recent.paper("treaty"), None);
    }
}
