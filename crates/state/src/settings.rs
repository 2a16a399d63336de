//! What the reader has set for all articles, and how it is stored: by name, as text.

use std::collections::BTreeSet;

use sourcelight_analysis::{CustomTopics, Options, Topic};

use crate::Keys;

/// One of the callouts of the first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Callout {
    /// Who says it.
    WhoSays,
    /// How it got here.
    HowItGotHere,
    /// Nobody is named for this.
    NobodyNamed,
    /// Open your own; shown when the others have been read.
    OpenYourOwn,
}

impl Callout {
    /// All of them, in the order they are read.
    pub const ALL: [Callout; 4] = [
        Callout::WhoSays,
        Callout::HowItGotHere,
        Callout::NobodyNamed,
        Callout::OpenYourOwn,
    ];

    /// The word that names it in messages and settings.
    pub const fn word(self) -> &'static str {
        match self {
            Callout::WhoSays => "who-says",
            Callout::HowItGotHere => "how-it-got-here",
            Callout::NobodyNamed => "nobody-named",
            Callout::OpenYourOwn => "open-your-own",
        }
    }
}

/// What the reader has set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whether what is stored has been read; until then nothing is shown that depends on it.
    pub loaded: bool,
    /// The callouts that were read and put away.
    pub callouts_read: BTreeSet<Callout>,
    /// Which key does what.
    pub keys: Keys,
    /// The name the reader goes by in what they hand on; empty for none.
    pub reader: String,
    /// The language of the interface, as a BCP 47 tag; empty for the browser's.
    pub language: String,
    /// Contested topics that are not looked for.
    pub topics_off: BTreeSet<Topic>,
    /// The reader's own topics, in their text form ([`CustomTopics::from_text`]).
    pub own_topics: String,
    /// Own topics as far as they are written and not taken; empty for none.
    pub own_topics_draft: String,
}

impl Settings {
    /// The names of all settings in storage.
    pub const NAMES: [&str; 7] = [
        CALLOUTS,
        KEYS,
        LANGUAGE,
        OWN_TOPICS,
        OWN_TOPICS_DRAFT,
        READER,
        TOPICS_OFF,
    ];

    /// The settings from what is stored under each name; what is not there is as at first.
    pub fn read(stored: impl Fn(&str) -> Option<String>) -> Self {
        let words = stored(CALLOUTS).unwrap_or_default();
        let is_read = |callout: &Callout| words.split_whitespace().any(|w| w == callout.word());
        Self {
            loaded: true,
            callouts_read: Callout::ALL.into_iter().filter(is_read).collect(),
            keys: Keys::read(&stored(KEYS).unwrap_or_default()),
            reader: stored(READER).unwrap_or_default(),
            language: stored(LANGUAGE).unwrap_or_default(),
            topics_off: {
                let words = stored(TOPICS_OFF).unwrap_or_default();
                let off = |topic: &Topic| words.split_whitespace().any(|w| w == topic.word());
                Topic::ALL.iter().copied().filter(off).collect()
            },
            own_topics: stored(OWN_TOPICS).unwrap_or_default(),
            own_topics_draft: stored(OWN_TOPICS_DRAFT).unwrap_or_default(),
        }
    }

    /// What is to be stored, by name.
    pub fn written(&self) -> Vec<(&'static str, String)> {
        let words: Vec<&str> = self.callouts_read.iter().map(|c| c.word()).collect();
        let off: Vec<&str> = self.topics_off.iter().map(|t| t.word()).collect();
        vec![
            (CALLOUTS, words.join(" ")),
            (KEYS, self.keys.written()),
            (READER, self.reader.clone()),
            (LANGUAGE, self.language.clone()),
            (TOPICS_OFF, off.join(" ")),
            (OWN_TOPICS, self.own_topics.clone()),
            (OWN_TOPICS_DRAFT, self.own_topics_draft.clone()),
        ]
    }

    /// How an article is to be read, on the day `today` (ISO 8601). A list of the reader's own that
    /// cannot be read is left out.
    pub fn options(&self, today: Option<String>) -> Options {
        Options {
            today,
            topics_off: self.topics_off.clone(),
            custom_topics: CustomTopics::from_text(&self.own_topics).unwrap_or_default(),
            ..Options::default()
        }
    }

    /// Whether a callout is to be shown. The last waits for the others.
    pub fn shows(&self, callout: Callout) -> bool {
        let read = |callout: &Callout| self.callouts_read.contains(callout);
        let others = Callout::ALL[..3].iter().all(read);
        self.loaded && !read(&callout) && (callout != Callout::OpenYourOwn || others)
    }
}

const CALLOUTS: &str = "callouts_read";
const KEYS: &str = "keys";
const LANGUAGE: &str = "language";
const READER: &str = "reader";
const TOPICS_OFF: &str = "topics_off";
const OWN_TOPICS: &str = "own_topics";
const OWN_TOPICS_DRAFT: &str = "own_topics_draft";

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::Command;

    #[test]
    fn settings_come_back_as_they_were_stored() {
        let mut settings = Settings {
            loaded: true,
            ..Settings::default()
        };
        settings.callouts_read.insert(Callout::HowItGotHere);
        settings.keys.change(Command::Next, None);
        settings.reader = "Ann Onym".into();
        settings.language = "de".into();
        settings.topics_off.insert(Topic::LoadedWording);
        settings.own_topics = "topic: Ports\nfind: harbour".into();
        let stored: BTreeMap<_, _> = settings.written().into_iter().collect();
        assert_eq!(Settings::read(|name| stored.get(name).cloned()), settings);
        let names: Vec<_> = stored.keys().copied().collect();
        assert_eq!(names, Settings::NAMES);
    }

    #[test]
    fn a_first_visit_shows_three_callouts_and_then_the_last() {
        let mut settings = Settings::read(|_| None);
        let shown = |settings: &Settings| -> Vec<_> {
            let all = Callout::ALL.into_iter();
            all.filter(|c| settings.shows(*c)).collect()
        };
        assert_eq!(shown(&settings), Callout::ALL[..3]);
        settings.callouts_read.extend(&Callout::ALL[..3]);
        assert_eq!(shown(&settings), [Callout::OpenYourOwn]);
        settings.callouts_read.insert(Callout::OpenYourOwn);
        assert!(shown(&settings).is_empty());
        assert!(shown(&Settings::default()).is_empty());
    }
}
