//! Who is heard in the article.

use std::collections::BTreeMap;

use sourcelight_analysis::{Analysis, Attribution};

use crate::words::{plain, say, say_with};

/// A voice with its attributions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Voice {
    /// Its name, or the words it is called by.
    pub(crate) name: String,
    /// What kind of voice it is and what the reader is told of it.
    pub(crate) about: Vec<String>,
    /// Indices into the report's entries.
    pub(crate) entries: Vec<usize>,
}

/// Who a voice is: one the engine knows, the source's words where a judgement stands by itself, or
/// nobody, who comes last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Entity(usize),
    Words(String),
    Nobody,
}

/// The voices of these attributions, in the order of first speaking.
pub(super) fn voices(
    analysis: Option<&Analysis>,
    spoken: &[(usize, Who, Option<&Attribution>)],
) -> Vec<Voice> {
    let mut order: Vec<&Who> = Vec::new();
    let mut voices: BTreeMap<&Who, Voice> = BTreeMap::new();
    for (entry, who, attribution) in spoken {
        let voice = voices.entry(who).or_insert_with(|| {
            order.push(who);
            Voice {
                name: name(analysis, who),
                about: about(analysis, who),
                entries: Vec::new(),
            }
        });
        voice.entries.push(*entry);
        for told in attribution.map(anonymity).unwrap_or_default() {
            if !voice.about.contains(&told) {
                voice.about.push(told);
            }
        }
    }
    order.sort_by_key(|who| **who == Who::Nobody);
    order
        .into_iter()
        .filter_map(|who| voices.remove(who))
        .collect()
}

fn name(analysis: Option<&Analysis>, who: &Who) -> String {
    match who {
        Who::Entity(index) => analysis
            .and_then(|a| a.entities.get(*index))
            .map_or_else(|| say("no_source").to_owned(), |e| e.name.clone()),
        Who::Words(words) => words.clone(),
        Who::Nobody => say("no_source").to_owned(),
    }
}

fn about(analysis: Option<&Analysis>, who: &Who) -> Vec<String> {
    let (Who::Entity(index), Some(analysis)) = (who, analysis) else {
        return Vec::new();
    };
    let Some(entity) = analysis.entities.get(*index) else {
        return Vec::new();
    };
    let others = entity
        .maybe_same
        .iter()
        .filter_map(|i| analysis.entities.get(*i));
    let others: Vec<_> = others.map(|e| e.name.as_str()).collect();
    let mut about = vec![plain(entity.source_type.word())];
    if !others.is_empty() {
        about.push(say_with("maybe_same", &others.join(", ")));
    }
    about
}

fn anonymity(attribution: &Attribution) -> Vec<String> {
    let Some(anonymity) = attribution.anonymity else {
        return Vec::new();
    };
    let described = format!("described.{}", anonymity.described.word());
    let reason = if anonymity.reason_given {
        "reason.given"
    } else {
        "reason.none"
    };
    vec![say(&described).to_owned(), say(reason).to_owned()]
}
