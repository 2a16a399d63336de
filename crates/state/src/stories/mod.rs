//! Two articles on one story side by side: who speaks in which, what they count otherwise, and what stands
//! in both word for word.

mod figures;
mod shared;

use sourcelight_analysis::{Analysis, Attribution, SourceType, Tier};
use sourcelight_article::Article;
use sourcelight_text::Span;

pub use figures::{Figure, FigurePair};
pub use shared::SharedPassage;

/// One of the two articles.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// The article.
    pub article: &'a Article,
    /// What the engine found in it.
    pub analysis: &'a Analysis,
}

/// A voice and what it says in each article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryVoice {
    /// Its fullest name or description.
    pub name: String,
    /// What kind of voice it is.
    pub source_type: SourceType,
    /// What is attributed to it in the first article, UTF-8 bytes of its text.
    pub here: Vec<Span>,
    /// The same in the second.
    pub there: Vec<Span>,
}

/// Two articles compared. Spans of the first count bytes of its text, those of the second of the other's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryComparison {
    /// Who speaks, those in both first, then in text order.
    pub voices: Vec<StoryVoice>,
    /// The same thing with other numbers.
    pub figures: Vec<FigurePair>,
    /// What stands in both word for word, in the order of the first: one has it from the other, or both
    /// from a third.
    pub shared: Vec<SharedPassage>,
}

/// Compares two articles. Linear in words, but for the voices and the figures, each with each.
pub fn compare_stories(here: Story<'_>, there: Story<'_>) -> StoryComparison {
    StoryComparison {
        voices: voices(here, there),
        figures: figures::pairs(&here.article.text, &there.article.text),
        shared: shared::passages(&here.article.text, &there.article.text),
    }
}

/// Who speaks in an article, with what is attributed to them.
fn speaking(story: Story<'_>) -> Vec<(usize, Vec<Span>)> {
    let mut said: Vec<(usize, Vec<Span>)> = Vec::new();
    let core = |a: &&Attribution| a.tier == Tier::Core;
    for attribution in story.analysis.attributions.iter().filter(core) {
        let content = attribution.content.iter().copied().reduce(Span::cover);
        let (Some(entity), Some(content)) = (attribution.entity, content) else {
            continue;
        };
        match said.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, all)) => all.push(content),
            None => said.push((entity, vec![content])),
        }
    }
    said
}

fn voices(here: Story<'_>, there: Story<'_>) -> Vec<StoryVoice> {
    let mut others = speaking(there);
    let mut both = Vec::new();
    let mut only = Vec::new();
    for (entity, passages) in speaking(here) {
        let Some(voice) = here.analysis.entities.get(entity) else {
            continue;
        };
        let same = others.iter().position(|(other, _)| {
            let other = there.analysis.entities.get(*other);
            other.is_some_and(|o| is_same(voice.source_type, &voice.name, o.source_type, &o.name))
        });
        let found = same.map(|at| others.remove(at));
        let list = if found.is_some() {
            &mut both
        } else {
            &mut only
        };
        list.push(StoryVoice {
            name: voice.name.clone(),
            source_type: voice.source_type,
            here: passages,
            there: found.map(|(_, passages)| passages).unwrap_or_default(),
        });
    }
    let left = others.into_iter().filter_map(|(entity, passages)| {
        let voice = there.analysis.entities.get(entity)?;
        Some(StoryVoice {
            name: voice.name.clone(),
            source_type: voice.source_type,
            here: Vec::new(),
            there: passages,
        })
    });
    both.into_iter().chain(only).chain(left).collect()
}

/// Whether two voices are one: by name only, where all words of the one stand in the other. Two voices
/// without a name are never taken for one.
fn is_same(one_type: SourceType, one: &str, other_type: SourceType, other: &str) -> bool {
    let unnamed = |kind| {
        matches!(
            kind,
            SourceType::UnnamedIndividual | SourceType::UnnamedGroup | SourceType::Unstated
        )
    };
    if unnamed(one_type) || unnamed(other_type) {
        return false;
    }
    let (one, other) = (name_words(one), name_words(other));
    let inside = |a: &[String], b: &[String]| !a.is_empty() && a.iter().all(|w| b.contains(w));
    inside(&one, &other) || inside(&other, &one)
}

/// The words of a name, lower case, without articles, possessives and what is in no name.
fn name_words(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    words
        .map(|w| {
            w.trim_end_matches("'s")
                .trim_end_matches("’s")
                .to_lowercase()
        })
        .filter(|w| !w.is_empty() && !matches!(w.as_str(), "the" | "a" | "an" | "of"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::tests::{TEXT, analysis};

    fn story<'a>(article: &'a Article, analysis: &'a Analysis) -> Story<'a> {
        Story { article, analysis }
    }

    #[test]
    fn voices_are_one_by_name_only() {
        use SourceType::{Institution, NamedIndividual, UnnamedIndividual};
        for (one_type, one, other_type, other, same) in [
            (NamedIndividual, "Joe Biden", NamedIndividual, "Biden", true),
            (Institution, "the Pentagon", Institution, "Pentagon", true),
            (
                Institution,
                "the Defence Ministry",
                Institution,
                "the Health Ministry",
                false,
            ),
            (
                UnnamedIndividual,
                "one official",
                UnnamedIndividual,
                "one official",
                false,
            ),
            (
                NamedIndividual,
                "Jane Roe",
                NamedIndividual,
                "Jane Doe",
                false,
            ),
        ] {
            assert_eq!(
                is_same(one_type, one, other_type, other),
                same,
                "{one} / {other}"
            );
        }
    }

    #[test]
    fn an_unnamed_voice_stands_in_each_article_by_itself() {
        let article = Article {
            text: TEXT.into(),
            ..Article::default()
        };
        let found = analysis();
        let compared = compare_stories(story(&article, &found), story(&article, &found));
        let sides = |v: &StoryVoice| (v.here.len(), v.there.len());
        let voices: Vec<_> = compared.voices.iter().map(sides).collect();
        assert_eq!(voices, [(1, 0), (0, 1)]);
        assert!(compared.figures.is_empty());
        assert_eq!(compared.shared.len(), 1);
        assert_eq!(compared.shared[0].here.len(), TEXT.len() - 1);
        let mut named = found.clone();
        named.entities[1].source_type = SourceType::NamedIndividual;
        let compared = compare_stories(story(&article, &named), story(&article, &named));
        assert_eq!(
            compared.voices.iter().map(sides).collect::<Vec<_>>(),
            [(1, 1)]
        );
    }
}
