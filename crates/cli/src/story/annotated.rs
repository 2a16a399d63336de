//! An article as a reader annotated it: the format of shared/eval/controversy, with the mentions of each
//! voice and the coverage of each sentence where they are given, or a text with its contested points and
//! treaties marked in it. Offsets are Unicode code points.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use sourcelight_analysis::training::{Label, MarkError, marked};
use sourcelight_text::OffsetMap;

use super::spans::Labelled;
use crate::error::Error;
use crate::input::read;
use crate::score::{Parts, Range};

/// An article with all that was found in it, by a reader or an engine.
#[derive(Clone, Debug, Default)]
pub(crate) struct Story {
    /// Its name.
    pub(crate) id: String,
    /// Its text.
    pub(crate) text: String,
    /// Whether contested points and treaties alone were annotated.
    pub(crate) points_only: bool,
    /// Who said what.
    pub(crate) attributions: Vec<Attributed>,
    /// The voices and carriers.
    pub(crate) voices: Vec<Voice>,
    /// What covers each sentence; the label is the state.
    pub(crate) coverage: Vec<Labelled>,
    /// Claims without a source; their kinds are not compared.
    pub(crate) unsourced: Vec<Labelled>,
    /// Contested points; the label is the topic.
    pub(crate) controversies: Vec<Labelled>,
    /// Treaty mentions; the label is the treaty.
    pub(crate) treaties: Vec<Labelled>,
}

/// One attribution.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributed {
    /// Source, cue and content.
    pub(crate) parts: Parts,
    /// What kind of voice speaks.
    pub(crate) source_type: String,
    /// Whether a reader could look the voice up.
    pub(crate) named: bool,
    /// How much is quoted.
    pub(crate) quote: String,
    /// How central it is.
    pub(crate) tier: String,
    /// Who speaks, where the words say it: an index into [`Story::voices`].
    pub(crate) voice: Option<usize>,
    /// The carriers: indices into [`Story::voices`].
    pub(crate) via: Vec<usize>,
    /// Whether a reader may leave it out.
    pub(crate) optional: bool,
}

/// One voice.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice {
    /// What it is called, in lower case and without "the".
    pub(crate) names: Vec<String>,
    /// Where it is mentioned; none of them inside another.
    pub(crate) mentions: Vec<Range>,
    /// Whether only what a reader may leave out has it.
    pub(crate) optional: bool,
}

impl Story {
    /// An article in which nothing was found.
    pub(crate) fn empty(id: &str, text: &str) -> Self {
        Self {
            id: id.to_owned(),
            text: text.to_owned(),
            ..Self::default()
        }
    }
}

/// The annotated articles in a folder, by name.
pub(crate) fn stories(folder: &Path) -> Result<Vec<Story>, Error> {
    let named = || folder.display().to_string();
    let listed = std::fs::read_dir(folder).map_err(|e| Error::Folder(named(), e))?;
    let mut files = Vec::new();
    for entry in listed {
        let path = entry.map_err(|e| Error::Folder(named(), e))?.path();
        if path.extension().is_some_and(|e| e == "json" || e == "txt") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Error::NoArticles(named()));
    }
    files
        .iter()
        .map(|file| {
            let named = || file.display().to_string();
            let content = read(file)?;
            if file.extension().is_some_and(|e| e == "json") {
                return story(&content).map_err(|what| Error::Annotated(named(), what));
            }
            let id = file.file_stem().unwrap_or_default().to_string_lossy();
            marked_story(&id, &content).map_err(|what| Error::Marked(named(), what))
        })
        .collect()
}

/// Reads a text with marks in it.
fn marked_story(id: &str, content: &str) -> Result<Story, MarkError> {
    let marked = marked(content)?;
    let map = OffsetMap::new(&marked.text);
    let mut story = Story::empty(id, &marked.text);
    story.points_only = true;
    for mark in &marked.marks {
        let span = map.code_points(mark.span);
        let (list, label) = match &mark.label {
            Label::Topic(topic) => (&mut story.controversies, topic.word().to_owned()),
            Label::Treaty(name) => (&mut story.treaties, name.clone()),
        };
        list.push(Labelled {
            span: (span.start, span.end),
            label,
            optional: mark.optional,
        });
    }
    Ok(story)
}

/// Reads one annotated article.
pub(crate) fn story(json: &str) -> Result<Story, serde_json::Error> {
    let file: File = serde_json::from_str(json)?;
    let mut voices: Vec<Voice> = Vec::new();
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let mut known = |id: &str| {
        *ids.entry(id.to_owned()).or_insert_with(|| {
            voices.push(Voice {
                names: vec![name(&id.replace('_', " "))],
                mentions: Vec::new(),
                optional: true,
            });
            voices.len() - 1
        })
    };
    let mut uses = Vec::new();
    let mut attributions = Vec::new();
    for a in &file.attributions {
        let voice = a.voice.as_deref().map(&mut known);
        let via: Vec<usize> = a.via.iter().map(|v| known(v)).collect();
        if !a.optional {
            uses.extend(voice.into_iter().chain(via.iter().copied()));
        }
        attributions.push(Attributed {
            parts: [&a.source, &a.cue, &a.content]
                .map(|part| part.iter().map(Place::range).collect()),
            source_type: a.source_type.clone(),
            named: a.named,
            quote: a.quote.clone(),
            tier: a.tier.clone(),
            voice: voice.filter(|_| !a.source.is_empty()),
            via,
            optional: a.optional,
        });
    }
    let mut mentions: Vec<(usize, &Place)> = Vec::new();
    if file.voices.is_empty() {
        // Where mentions were not annotated, those that speak are known.
        for a in &file.attributions {
            if let Some(id) = &a.voice {
                let id = known(id);
                mentions.extend(a.source.iter().map(|p| (id, p)));
            }
        }
    }
    for (id, voice) in &file.voices {
        let id = known(id);
        mentions.extend(voice.mentions.iter().map(|p| (id, p)));
    }
    for (id, place) in mentions {
        if let Some(voice) = voices.get_mut(id) {
            voice.mentions.push(place.range());
            voice.names.push(name(&place.text));
        }
    }
    for id in uses {
        if let Some(voice) = voices.get_mut(id) {
            voice.optional = false;
        }
    }
    for voice in &mut voices {
        outermost(&mut voice.mentions);
    }
    let labelled = |places: &[Place]| places.iter().map(Place::labelled).collect();
    Ok(Story {
        points_only: false,
        attributions,
        voices,
        coverage: labelled(&file.coverage),
        unsourced: file
            .unsourced
            .iter()
            .map(|p| Labelled {
                label: String::new(),
                ..p.labelled()
            })
            .collect(),
        controversies: labelled(&file.controversies),
        treaties: labelled(&file.treaties),
        id: file.id,
        text: file.text,
    })
}

/// A name to be compared: in lower case, without "the".
pub(crate) fn name(text: &str) -> String {
    let text = text.to_lowercase();
    let text = text.trim();
    text.strip_prefix("the ").unwrap_or(text).to_owned()
}

/// Sorts `mentions` and drops those inside another: "General Ali" with "Ali" in it is one mention.
pub(crate) fn outermost(mentions: &mut Vec<Range>) {
    mentions.sort_by_key(|m| (m.0, std::cmp::Reverse(m.1)));
    let mut end = 0;
    mentions.retain(|m| {
        let fresh = m.1 > end;
        end = end.max(m.1);
        fresh
    });
}

#[derive(Deserialize)]
struct File {
    id: String,
    text: String,
    attributions: Vec<FileAttribution>,
    #[serde(default)]
    voices: BTreeMap<String, FileVoice>,
    #[serde(default)]
    coverage: Vec<Place>,
    #[serde(default)]
    unsourced: Vec<Place>,
    #[serde(default)]
    controversies: Vec<Place>,
    #[serde(default)]
    treaties: Vec<Place>,
}

#[derive(Deserialize)]
struct FileAttribution {
    #[serde(default)]
    source: Vec<Place>,
    cue: Vec<Place>,
    content: Vec<Place>,
    #[serde(default)]
    source_type: String,
    #[serde(default)]
    named: bool,
    #[serde(default)]
    quote: String,
    #[serde(default)]
    tier: String,
    voice: Option<String>,
    #[serde(default)]
    via: Vec<String>,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
struct FileVoice {
    #[serde(default)]
    mentions: Vec<Place>,
}

/// A span with what was said of it, by the kind of list it stands in.
#[derive(Deserialize)]
struct Place {
    start: usize,
    end: usize,
    #[serde(default)]
    text: String,
    #[serde(
        alias = "state",
        alias = "topic",
        alias = "id",
        alias = "treaty",
        default
    )]
    label: String,
    #[serde(default)]
    optional: bool,
}

impl Place {
    fn range(&self) -> Range {
        (self.start, self.end)
    }

    fn labelled(&self) -> Labelled {
        Labelled {
            span: self.range(),
            label: self.label.clone(),
            optional: self.optional,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::gold;
    use super::*;

    #[test]
    fn a_voice_that_only_optional_matter_has_is_optional() {
        let story = gold();
        let optional = |name: &str| {
            let voice = story
                .voices
                .iter()
                .find(|v| v.names.iter().any(|n| n == name));
            voice.map(|v| v.optional)
        };
        assert_eq!(optional("jo"), Some(false));
        assert_eq!(optional("gazette"), Some(false), "a carrier counts");
        assert_eq!(optional("aides"), Some(true));
    }

    #[test]
    fn marks_in_a_text_are_its_points_and_treaties() {
        let story = marked_story(
            "é",
            "é [[legality?: the [[treaty=ottawa: ban]] was broken]].",
        );
        let story = story.expect("marks");
        assert_eq!(story.text, "é the ban was broken.");
        assert!(story.points_only && story.controversies[0].optional);
        assert_eq!(story.controversies[0].span, (2, 20));
        assert_eq!(story.treaties[0].span, (6, 9));
    }

    #[test]
    fn a_mention_inside_another_is_dropped() {
        let mut mentions = vec![(5, 8), (0, 8), (10, 12), (10, 11)];
        outermost(&mut mentions);
        assert_eq!(mentions, [(0, 8), (10, 12)]);
    }
}
