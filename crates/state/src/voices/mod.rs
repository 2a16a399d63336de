//! The voices of the open article, with the reader's merges and answers laid over what the engine
//! found.
//!
//! Two voices are never made one silently: the engine says "maybe", the reader merges. A merge and an
//! answer remember the voice by name and place, so that they hold in another reading of the article.

mod imvain;
mod place;

use std::collections::BTreeMap;

use sourcelight_analysis::{Analysis, Anonymity, Channel, Link, SourceType, ViaBasis};
use sourcelight_annotation::{Annotation, Answer, Question, VoicePlace, VoiceSays, VoiceWord};

pub use imvain::Clue;

use crate::{Detail, Finding, Status};

/// One voice: an entity of the analysis, or several that the reader has merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Names it in the page.
    pub id: String,
    /// Its fullest name or description.
    pub name: String,
    /// What kind of voice it is.
    pub source_type: SourceType,
    /// How the article introduces it, where that says more than its name.
    pub introduced: Option<String>,
    /// For an unnamed voice, how it is described, at its best.
    pub anonymity: Option<Anonymity>,
    /// How its words reached the page, the most frequent first; without those that are not known.
    pub channels: Vec<Channel>,
    /// The shortest way from this page to it, outermost first: indices into the list of voices.
    pub via: Vec<(usize, ViaBasis)>,
    /// The entities it is made of: indices into [`Analysis::entities`].
    pub entities: Vec<usize>,
    /// The ids of the findings it carries, in text order.
    pub carries: Vec<String>,
    /// How many bytes those findings attribute to it.
    pub bytes: usize,
    /// Other voices that may be the same: indices into the list of voices.
    pub maybe_same: Vec<usize>,
    /// The reader's merges that made it: the annotation's id and the name of what was merged.
    pub merges: Vec<(String, String)>,
    /// What the text itself tells of each question a reader may ask of a source.
    pub clues: Vec<(Question, Clue)>,
    /// The reader's own answers, each with its annotation's id.
    pub answers: BTreeMap<Question, (Answer, String)>,
    /// What a word of the reader on it has to remember.
    pub place: VoicePlace,
}

impl Voice {
    /// Whether a reader could look it up.
    pub const fn is_named(&self) -> bool {
        !matches!(
            self.source_type,
            SourceType::UnnamedIndividual | SourceType::UnnamedGroup | SourceType::Unstated
        )
    }

    /// Its share of `total` bytes, in per cent.
    pub fn share(&self, total: usize) -> u8 {
        u8::try_from((self.bytes * 100 + total / 2) / total.max(1)).unwrap_or(100)
    }
}

/// All voices in the order of the text. `shown` says which findings count. Linear in findings and
/// mentions.
pub(crate) fn voices<'a>(
    text: &str,
    analysis: &Analysis,
    findings: &[Finding],
    annotations: impl Iterator<Item = &'a Annotation>,
    extended: bool,
) -> Vec<Voice> {
    let words: Vec<(&str, &VoiceWord)> = annotations
        .filter(|a| a.is_live())
        .filter_map(|a| Some((a.id.as_str(), a.voice_word()?)))
        .collect();
    let find = |place: &VoicePlace| place::find(analysis, place);
    let mut joined = Joined::new(analysis.entities.len());
    let mut merges: Vec<(usize, &str, String)> = Vec::new();
    for (id, word) in &words {
        if let VoiceSays::SameAs(other) = &word.says
            && let (Some(one), Some(two)) = (find(&word.voice), find(other))
            && joined.join(one, two)
        {
            // The group goes by its first voice; what was counted with that is the other.
            let name = if one < two {
                &other.name
            } else {
                &word.voice.name
            };
            merges.push((one, id, name.clone()));
        }
    }
    let (mut list, of) = made(text, analysis, &joined);
    gather(&mut list, &of, analysis, findings, extended);
    for (entity, id, name) in merges {
        if let Some(voice) = list.get_mut(of[entity]) {
            voice.merges.push((id.to_owned(), name));
        }
    }
    for (id, word) in &words {
        if let VoiceSays::Answers(question, answer) = word.says
            && let Some(voice) = find(&word.voice).and_then(|entity| list.get_mut(of[entity]))
        {
            voice.answers.insert(question, (answer, (*id).to_owned()));
        }
    }
    let speaking = list.iter().filter(|v| v.bytes > 0).count();
    for voice in &mut list {
        voice.clues = imvain::clues(voice, analysis, speaking);
    }
    list
}

/// Which entities the reader has made one.
struct Joined(Vec<usize>);

impl Joined {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn root(&self, mut entity: usize) -> usize {
        while self.0[entity] != entity {
            entity = self.0[entity];
        }
        entity
    }

    /// Makes two one; answers whether they were two.
    fn join(&mut self, one: usize, two: usize) -> bool {
        let (one, two) = (self.root(one), self.root(two));
        self.0[one.max(two)] = one.min(two);
        one != two
    }
}

/// A voice for every group of joined entities, and which voice each entity belongs to.
fn made(text: &str, analysis: &Analysis, joined: &Joined) -> (Vec<Voice>, Vec<usize>) {
    let mut list: Vec<Voice> = Vec::new();
    let mut of: Vec<usize> = Vec::with_capacity(analysis.entities.len());
    for (index, entity) in analysis.entities.iter().enumerate() {
        let root = joined.root(index);
        if root < index {
            let at = of[root];
            of.push(at);
            let voice = &mut list[at];
            voice.entities.push(index);
            // A merged voice goes by the best that is known of it.
            if !voice.is_named() && knows_more(entity.source_type, voice.source_type) {
                voice.name.clone_from(&entity.name);
                voice.source_type = entity.source_type;
            }
            continue;
        }
        let place = place::of(entity);
        of.push(list.len());
        list.push(Voice {
            id: format!("voice-{}-{}", place.at.start, place.at.end),
            name: entity.name.clone(),
            source_type: entity.source_type,
            introduced: None,
            anonymity: None,
            channels: Vec::new(),
            via: Vec::new(),
            entities: vec![index],
            carries: Vec::new(),
            bytes: 0,
            maybe_same: Vec::new(),
            merges: Vec::new(),
            clues: Vec::new(),
            answers: BTreeMap::new(),
            place,
        });
    }
    let mut seen = BTreeMap::new();
    for (at, voice) in list.iter_mut().enumerate() {
        // Two entities may share their first mention.
        let count = seen.entry(voice.id.clone()).or_insert(0_usize);
        *count += 1;
        if *count > 1 {
            voice.id = format!("{}-{count}", voice.id);
        }
        let entities = voice.entities.iter().map(|&e| &analysis.entities[e]);
        let mut same: Vec<usize> = entities
            .clone()
            .flat_map(|e| e.maybe_same.iter().filter_map(|&other| of.get(other)))
            .copied()
            .filter(|other| *other != at)
            .collect();
        same.sort_unstable();
        same.dedup();
        voice.maybe_same = same;
        voice.introduced = entities
            .flat_map(|e| e.mentions.iter().map(|m| m.of(text)))
            .filter(|words| words.len() > voice.name.len() && words.contains(&voice.name))
            .max_by_key(|words| words.len())
            .map(str::to_owned);
    }
    (list, of)
}

fn knows_more(one: SourceType, other: SourceType) -> bool {
    let rank = |kind| match kind {
        SourceType::Unstated => 0,
        SourceType::UnnamedGroup => 1,
        SourceType::UnnamedIndividual => 2,
        _ => 3,
    };
    rank(one) > rank(other)
}

/// Gives every voice the findings it carries and what they tell of it.
fn gather(
    list: &mut [Voice],
    of: &[usize],
    analysis: &Analysis,
    findings: &[Finding],
    extended: bool,
) {
    let counted = findings
        .iter()
        .filter(|f| f.status != Status::Rejected && (extended || !f.extended));
    let mut channels: Vec<BTreeMap<Channel, usize>> = vec![BTreeMap::new(); list.len()];
    let mut ways: Vec<Option<&[Link]>> = vec![None; list.len()];
    for finding in counted {
        let Detail::Attribution(index) = finding.detail else {
            continue;
        };
        let Some(found) = analysis.attributions.get(index) else {
            continue;
        };
        let Some(&at) = found.entity.and_then(|e| of.get(e)) else {
            continue;
        };
        let voice = &mut list[at];
        voice.carries.push(finding.id.clone());
        voice.bytes += found.content.iter().map(|s| s.len()).sum::<usize>();
        if found.channel != Channel::Unknown {
            *channels[at].entry(found.channel).or_default() += 1;
        }
        if let Some(seen) = found.anonymity
            && voice.anonymity.is_none_or(|a| better(seen, a))
        {
            voice.anonymity = Some(seen);
        }
        if ways[at].is_none_or(|way| found.via.len() < way.len()) {
            ways[at] = Some(&found.via);
        }
    }
    for (at, voice) in list.iter_mut().enumerate() {
        let mut by_count: Vec<_> = std::mem::take(&mut channels[at]).into_iter().collect();
        by_count.sort_by_key(|(channel, count)| (std::cmp::Reverse(*count), *channel));
        voice.channels = by_count.into_iter().map(|(channel, _)| channel).collect();
        voice.via = ways[at]
            .unwrap_or_default()
            .iter()
            .filter_map(|link| Some((*of.get(link.entity)?, link.basis)))
            .filter(|(carrier, _)| *carrier != at)
            .collect();
    }
}

fn better(one: Anonymity, other: Anonymity) -> bool {
    (one.reason_given, one.described) > (other.reason_given, other.described)
}

#[cfg(test)]
mod tests;
