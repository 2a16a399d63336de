//! What the text itself tells of the five questions a reader may ask of a source: independent,
//! multiple, verifies, authoritative or informed, named (IMVAIN, Stony Brook Center for News
//! Literacy). A clue is what can be computed; the answer is the reader's.

use sourcelight_analysis::{Analysis, Channel, Described, SourceType, Stance, Topic};
use sourcelight_annotation::Question;

use super::Voice;

/// What the text tells of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    /// Nothing: the reader has to find out.
    Silent,
    /// It takes a side on this contested topic.
    TakesSide(Topic),
    /// It is the only voice whose words the article carries.
    Alone,
    /// So many other voices speak.
    Others(usize),
    /// What it says can be looked up, because it came this way.
    CanBeLookedUp(Channel),
    /// It is a document or figures itself.
    IsEvidence,
    /// The article says what it is, or gives its name or office.
    OfficeGiven,
    /// The article says how it knows.
    KnowledgeGiven,
    /// The article does not say what it is or how it knows.
    NotDescribed,
    /// It is named.
    Named,
    /// It is not named, and the article says why.
    UnnamedWithReason,
    /// It is not named, and the article does not say why.
    UnnamedWithoutReason,
}

impl Clue {
    /// The word for it in the interface's messages.
    pub const fn word(self) -> &'static str {
        match self {
            Clue::Silent => "silent",
            Clue::TakesSide(_) => "takes-side",
            Clue::Alone => "alone",
            Clue::Others(_) => "others",
            Clue::CanBeLookedUp(_) => "can-be-looked-up",
            Clue::IsEvidence => "is-evidence",
            Clue::OfficeGiven => "office-given",
            Clue::KnowledgeGiven => "knowledge-given",
            Clue::NotDescribed => "not-described",
            Clue::Named => "named",
            Clue::UnnamedWithReason => "unnamed-with-reason",
            Clue::UnnamedWithoutReason => "unnamed-without-reason",
        }
    }

    /// One of each, for whoever has to have words for all.
    pub const EACH: [Clue; 12] = [
        Clue::Silent,
        Clue::TakesSide(Topic::Custom),
        Clue::Alone,
        Clue::Others(1),
        Clue::CanBeLookedUp(Channel::Court),
        Clue::IsEvidence,
        Clue::OfficeGiven,
        Clue::KnowledgeGiven,
        Clue::NotDescribed,
        Clue::Named,
        Clue::UnnamedWithReason,
        Clue::UnnamedWithoutReason,
    ];
}

/// A clue for every question. `speaking` counts the voices whose words the article carries.
pub(super) fn clues(voice: &Voice, analysis: &Analysis, speaking: usize) -> Vec<(Question, Clue)> {
    let clue = |question| match question {
        Question::Independent => side(voice, analysis),
        Question::Multiple => multiple(voice, speaking),
        Question::Verifies => evidence(voice),
        Question::Authoritative => office(voice),
        Question::Named => named(voice),
    };
    Question::ALL.iter().map(|&q| (q, clue(q))).collect()
}

fn side(voice: &Voice, analysis: &Analysis) -> Clue {
    let takes = |stance| matches!(stance, Stance::For | Stance::Against);
    let own = |entity: usize| voice.entities.contains(&entity);
    let point = analysis.controversies.iter().find(|point| {
        let mut sides = point.sides.iter();
        sides.any(|side| takes(side.stance) && side.entity.is_some_and(own))
    });
    point.map_or(Clue::Silent, |point| Clue::TakesSide(point.topic))
}

fn multiple(voice: &Voice, speaking: usize) -> Clue {
    match speaking.saturating_sub(usize::from(voice.bytes > 0)) {
        0 if voice.bytes > 0 => Clue::Alone,
        0 => Clue::Silent,
        others => Clue::Others(others),
    }
}

fn evidence(voice: &Voice) -> Clue {
    let open = |channel: &&Channel| {
        matches!(
            channel,
            Channel::PublicSpeech
                | Channel::StatementOrPressRelease
                | Channel::PublishedWorkOrPressReport
                | Channel::LawOrderTreatyPolicy
                | Channel::Court
                | Channel::VoteOrPoll
                | Channel::DataOrPrice
        )
    };
    match voice.source_type {
        SourceType::Document | SourceType::Data => Clue::IsEvidence,
        _ => voice
            .channels
            .iter()
            .find(open)
            .map_or(Clue::Silent, |channel| Clue::CanBeLookedUp(*channel)),
    }
}

fn office(voice: &Voice) -> Clue {
    match (voice.source_type, voice.anonymity.map(|a| a.described)) {
        (_, Some(Described::RoleAgencyKnowledge)) => Clue::KnowledgeGiven,
        (_, Some(Described::Role | Described::RoleAgency)) => Clue::OfficeGiven,
        (_, Some(Described::None)) => Clue::NotDescribed,
        (SourceType::NamedIndividual | SourceType::NamedGroup, None) => {
            if voice.introduced.is_some() {
                Clue::OfficeGiven
            } else {
                Clue::Silent
            }
        }
        (SourceType::Institution | SourceType::Document | SourceType::Data, None) => {
            Clue::OfficeGiven
        }
        _ => Clue::Silent,
    }
}

fn named(voice: &Voice) -> Clue {
    match (voice.is_named(), voice.anonymity) {
        (true, _) => Clue::Named,
        (false, Some(a)) if a.reason_given => Clue::UnnamedWithReason,
        (false, _) => Clue::UnnamedWithoutReason,
    }
}
