//! What a report says, before any format: the article's sourcing with the reader's word laid over
//! it. Every format that people read is drawn from this, so that all say the same.

mod audit;
mod entries;
mod facts;
mod place;
mod voices;

pub(crate) use audit::Audit;
pub(crate) use entries::{Entry, EntryKind, EntryStatus};
pub(crate) use facts::Fact;
pub(crate) use place::places;
pub(crate) use voices::Voice;

use sourcelight_article::BlockKind;

use crate::export::Input;
use crate::words::say;

/// All that a report says.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    /// What it was made of.
    pub(crate) input: &'a Input<'a>,
    /// The article's title.
    pub(crate) title: String,
    /// What is known of the article, each with its label.
    pub(crate) about: Vec<(&'static str, String)>,
    /// Counts, never a score.
    pub(crate) facts: Vec<Fact>,
    /// Findings, checks and notes in text order, numbered from 1.
    pub(crate) entries: Vec<Entry>,
    /// The audit, where the reader has begun it.
    pub(crate) audit: Option<Audit>,
    /// The voices in the order of first speaking, each with its attributions.
    pub(crate) voices: Vec<Voice>,
    /// What the engine could not do.
    pub(crate) remarks: Vec<String>,
}

impl<'a> Report<'a> {
    /// The report on what `input` holds. What the reader rejected is not in it.
    pub(crate) fn of(input: &'a Input<'a>) -> Self {
        let (audit, dismissed) = audit::audit(input);
        let (entries, voices) = entries::entries(input, &dismissed);
        Self {
            input,
            title: title(input),
            about: about(input),
            facts: facts::facts(input),
            audit,
            voices,
            entries,
            remarks: input.analysis.map(|a| a.notes.clone()).unwrap_or_default(),
        }
    }

    /// The entries of one kind.
    pub(crate) fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }
}

/// The title of the article, or its headline, or a word for one that has neither.
pub(crate) fn title(input: &Input<'_>) -> String {
    let article = &input.kept.article;
    let headline = article
        .blocks
        .iter()
        .find(|b| b.kind == BlockKind::Headline);
    let title = headline
        .map(|b| b.span.of(&article.text))
        .or(article.metadata.title.as_deref())
        .map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|title| !title.is_empty());
    title.unwrap_or_else(|| say("untitled").to_owned())
}

fn about(input: &Input<'_>) -> Vec<(&'static str, String)> {
    let data = &input.kept.article.metadata;
    let now = (!input.now.is_empty()).then_some(input.now);
    let opened = (!input.kept.opened.is_empty()).then_some(input.kept.opened.as_str());
    let known = [
        ("meta.byline", data.byline.as_deref()),
        ("meta.outlet", data.outlet.as_deref()),
        ("meta.published", data.published.as_deref()),
        ("meta.modified", data.modified.as_deref()),
        ("meta.url", data.url.as_deref()),
        ("meta.opened", opened),
        ("meta.reader", input.reader),
        ("meta.exported", now),
    ];
    known
        .into_iter()
        .filter_map(|(label, value)| Some((say(label), value?.to_owned())))
        .collect()
}
