//! Who bears a title in the story, so that "the minister" finds "Foreign Minister Jane Doe".

use std::ops::Range;

use super::kind::is_title;
use crate::grammar::{Grammar, Tag};

/// How many titles back a bearer is looked for.
const FAR: usize = 200;

/// The people of a story with their titles.
#[derive(Clone, Debug, Default)]
pub(crate) struct Titles(Vec<(Vec<String>, Range<usize>)>);

impl Titles {
    /// Remembers the title that stands before `name` in `run` or, without capitals, before `run`.
    pub(crate) fn add(&mut self, g: &Grammar, run: &Range<usize>, name: &Range<usize>) {
        let lower = (run.start.saturating_sub(4)..run.start)
            .rev()
            .take_while(|&i| g.tag(i).is_nominal())
            .last()
            .filter(|_| run.start > 0 && is_title(g.folded(run.start - 1)))
            .unwrap_or(run.start);
        let words: Vec<String> = (lower..name.start).map(|i| title(g, i)).collect();
        if !words.is_empty() {
            self.0.push((words, name.clone()));
        }
        // "Jane Doe, the government spokeswoman, said".
        let words = apposed(g, name.end);
        if name.len() >= 2 && !words.is_empty() {
            self.0.push((words, name.clone()));
        }
    }

    /// Whether a title stands before the name `word` anywhere in the story: "Mr Petrov".
    pub(crate) fn names(&self, g: &Grammar, word: &str) -> bool {
        self.0
            .iter()
            .any(|(_, name)| !name.is_empty() && g.folded(name.end - 1) == word)
    }

    /// The name of the one person introduced before `phrase` with every word of its title, if all
    /// such names are one person's.
    pub(crate) fn bearer(&self, g: &Grammar, phrase: &Range<usize>) -> Option<Range<usize>> {
        let asked: Vec<String> = phrase
            .clone()
            .filter(|&i| g.tag(i) != Tag::Det)
            .map(|i| title(g, i))
            .collect();
        let before = self.0.partition_point(|(_, name)| name.end <= phrase.start);
        let mut bearers = self.0[..before]
            .iter()
            .rev()
            .take(FAR)
            .filter(|(words, _)| asked.iter().all(|a| words.contains(a)))
            .map(|(_, name)| name);
        let first = bearers.next()?;
        let surname = g.folded(first.end - 1);
        (!asked.is_empty() && bearers.all(|b| g.folded(b.end - 1) == surname))
            .then(|| first.clone())
    }
}

/// A word of a title, the same for men and women.
fn title(g: &Grammar, at: usize) -> String {
    let word = g.folded(at);
    let bare = ["spokes", "chair", "congress", "police", "business"]
        .iter()
        .find(|stem| {
            word.strip_prefix(**stem)
                .is_some_and(|end| matches!(end, "man" | "woman" | "person"))
        });
    bare.map_or_else(|| word.to_owned(), |stem| (*stem).to_owned())
}

/// The title between commas behind a name that ends at `end`.
fn apposed(g: &Grammar, end: usize) -> Vec<String> {
    const LONGEST: usize = 8;
    if end + 2 >= g.words.len() || g.tag(end) != Tag::Comma {
        return Vec::new();
    }
    let words: Vec<usize> = (end + 1..g.words.len().min(end + 1 + LONGEST))
        .take_while(|&i| {
            g.tag(i).is_nominal() || matches!(g.tag(i), Tag::Det | Tag::Poss | Tag::PossS)
        })
        .filter(|&i| g.tag(i).is_nominal())
        .collect();
    match words.last() {
        Some(last) if is_title(g.folded(*last)) => words.iter().map(|&i| title(g, i)).collect(),
        _ => Vec::new(),
    }
}
