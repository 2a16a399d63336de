//! The reader's word on a voice: that it is the same as another, or an answer to one of the five
//! questions a reader may ask of any source (IMVAIN, Stony Brook Center for News Literacy).

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use sourcelight_text::Span;

/// A voice as the reader saw it, by which it is found again in another reading of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoicePlace {
    /// What it was called.
    pub name: String,
    /// Words that mean it, UTF-8 bytes of the article's text.
    pub at: Span,
}

/// The reader's word on a voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoiceWord {
    /// The voice.
    pub voice: VoicePlace,
    /// What the reader says of it.
    pub says: VoiceSays,
}

/// What the reader says of a voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoiceSays {
    /// It is the same voice as this one.
    SameAs(VoicePlace),
    /// The answer to a question.
    Answers(Question, Answer),
}

/// What a reader may ask of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Has it nothing to gain from what it says?
    Independent,
    /// Do others say the same?
    Multiple,
    /// Does it give evidence, or only assert?
    Verifies,
    /// Does it know, by its office or by having been there?
    Authoritative,
    /// Is it named?
    Named,
}

impl Question {
    /// All of them, in the order of the acronym.
    pub const ALL: [Question; 5] = [
        Question::Independent,
        Question::Multiple,
        Question::Verifies,
        Question::Authoritative,
        Question::Named,
    ];

    /// The word it is stored under.
    pub const fn word(self) -> &'static str {
        match self {
            Question::Independent => "independent",
            Question::Multiple => "multiple",
            Question::Verifies => "verifies",
            Question::Authoritative => "authoritative",
            Question::Named => "named",
        }
    }
}

/// An answer to a [`Question`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The reader has looked and cannot tell.
    Unclear,
}

impl Answer {
    /// All of them, in the order they are offered.
    pub const ALL: [Answer; 3] = [Answer::Yes, Answer::No, Answer::Unclear];

    /// The word it is stored under.
    pub const fn word(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Unclear => "unclear",
        }
    }
}

/// What stands in a judgement's `classifying` body where it judges a voice.
pub(crate) const KIND: &str = "voice";
const SAME: &str = "same_voice";

impl VoiceWord {
    /// The places it speaks of, as an annotation's targets.
    pub(crate) fn places(&self) -> Vec<Span> {
        let other = match &self.says {
            VoiceSays::SameAs(other) => Some(other.at),
            VoiceSays::Answers(..) => None,
        };
        std::iter::once(self.voice.at).chain(other).collect()
    }

    /// Its bodies: each a purpose and a value. Names stand in the order of the targets.
    pub(crate) fn bodies(&self) -> Vec<(&'static str, String)> {
        let mut bodies = vec![("classifying", KIND.to_owned())];
        let named = |place: &VoicePlace| ("identifying", place.name.clone());
        bodies.push(named(&self.voice));
        match &self.says {
            VoiceSays::SameAs(other) => {
                bodies.push(named(other));
                bodies.push(("assessing", SAME.to_owned()));
            }
            VoiceSays::Answers(question, answer) => {
                bodies.push(("tagging", question.word().to_owned()));
                bodies.push(("assessing", answer.word().to_owned()));
            }
        }
        bodies
    }

    /// Reads what [`Self::bodies`] and [`Self::places`] gave; none where something is missing.
    pub(crate) fn read(places: &[Span], value: impl Fn(&str) -> Vec<String>) -> Option<Self> {
        let names = value("identifying");
        let place = |index: usize| {
            Some(VoicePlace {
                name: names.get(index)?.clone(),
                at: *places.get(index)?,
            })
        };
        let assessing = value("assessing").into_iter().next()?;
        let says = if assessing == SAME {
            VoiceSays::SameAs(place(1)?)
        } else {
            let question = value("tagging").into_iter().next()?;
            VoiceSays::Answers(word(&question)?, word(&assessing)?)
        };
        Some(Self {
            voice: place(0)?,
            says,
        })
    }
}

fn word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::from(word)).ok()
}
