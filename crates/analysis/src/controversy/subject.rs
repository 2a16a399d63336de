//! What a story is about, as far as the rules ask: armed conflict, public affairs, or neither.
//!
//! Market bombs, own goals, films about wars and quarrels between neighbours use the words of
//! conflict. A story is held to be one of armed conflict, or of public affairs, only where its own
//! vocabulary says so more often than it speaks of play, business and daily life.

use std::collections::BTreeSet;

use sourcelight_article::BlockKind;

use crate::{
    pattern::{Words, list_has},
    reading::Sentence,
};

/// What a rule asks of the story it is to count in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Nothing.
    #[default]
    Any,
    /// Armed conflict.
    Conflict,
    /// Armed conflict, government, law, rights.
    Public,
}

/// What a story is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Armed conflict.
    pub(crate) conflict: bool,
    /// Armed conflict, government, law, rights.
    pub(crate) public: bool,
    /// Play, business or daily life more than public affairs.
    pub(crate) elsewhere: bool,
}

/// What the words of a story weigh together to make it one of armed conflict.
const CONFLICT: usize = 4;
/// The same for public affairs, and in a story of no more than so many words.
const PUBLIC: usize = 3;
const PUBLIC_SHORT: usize = 2;
const SHORT: usize = 120;
/// What a word of play or business weighs in a headline.
const ELSEWHERE_HEADLINE: usize = 8;

impl Subject {
    /// Everything, for the examples of the data files.
    #[cfg(test)]
    pub(crate) const ALL: Self = Self {
        conflict: true,
        public: true,
        elsewhere: false,
    };

    /// The subject of a story of these sentences. A word counts once, twice where it leaves no doubt
    /// or stands in the headline. Linear.
    pub(crate) fn of(sentences: &[(&Sentence, &Words)]) -> Self {
        let mut conflict = Weighed::default();
        let mut public = Weighed::default();
        let mut elsewhere = Weighed::default();
        for (sentence, words) in sentences {
            let headline = sentence.kind == BlockKind::Headline;
            for word in words.norms.iter().map(String::as_str) {
                let weight = usize::from(headline)
                    + match () {
                        () if list_has("conflict_sure", word) => 2,
                        () if list_has("conflict", word) => 1,
                        () => 0,
                    };
                let fights = weight > usize::from(headline);
                if fights {
                    conflict.add(word, weight);
                }
                if fights || list_has("public", word) {
                    public.add(word, 1 + usize::from(headline));
                } else if list_has("elsewhere", word) || list_has("elsewhere_story", word) {
                    // A headline on a film or a match settles what the story is about.
                    let settles = headline && list_has("elsewhere_headline", word);
                    elsewhere.add(word, if settles { ELSEWHERE_HEADLINE } else { 1 });
                }
            }
        }
        let length: usize = sentences.iter().map(|(_, words)| words.len()).sum();
        let enough = if length <= SHORT {
            PUBLIC_SHORT
        } else {
            PUBLIC
        };
        let conflict = conflict.0 >= CONFLICT && conflict.0 > elsewhere.0;
        Self {
            elsewhere: elsewhere.0 > public.0,
            conflict,
            public: conflict || (public.0 >= enough && public.0 > elsewhere.0),
        }
    }

    /// Whether the story is what a rule asks for.
    pub(crate) const fn is(self, wanted: Wanted) -> bool {
        match wanted {
            Wanted::Any => true,
            Wanted::Conflict => self.conflict,
            Wanted::Public => self.public,
        }
    }
}

/// The weight of different words.
#[derive(Default)]
struct Weighed<'a>(usize, BTreeSet<&'a str>);

impl<'a> Weighed<'a> {
    fn add(&mut self, word: &'a str, weight: usize) {
        if self.1.insert(word.trim_end_matches('s')) {
            self.0 += weight;
        }
    }
}

/// Whether a sentence speaks of play, business or daily life and not of armed conflict: the words of
/// conflict in it are manners of speaking.
pub(crate) fn is_elsewhere(words: &Words) -> bool {
    let has = |list: &str| words.norms.iter().any(|w| list_has(list, w));
    has("elsewhere") && !has("conflict_sure")
}
