//! The interface's words: Fluent messages from `static/lang`, a file a language. It has nothing to do
//! with the language of the article.

use std::cell::{Cell, RefCell};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use opener::{Said, Value};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    /// English, with days before months.
    English,
    /// German.
    German,
}

impl Language {
    /// All of them.
    pub(crate) const ALL: [Language; 2] = [Language::English, Language::German];

    /// Its BCP 47 tag, as dates are said in it.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Language::English => "en-GB",
            Language::German => "de-DE",
        }
    }

    /// The tag without a place, as the page and the settings have it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }

    /// What it calls itself.
    pub(crate) const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::German => "Deutsch",
        }
    }

    /// The one that a tag is of (`de-AT` of German), where there is one.
    pub(crate) fn of(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        let same = |language: &Self| language.code().eq_ignore_ascii_case(code);
        Self::ALL.into_iter().find(same)
    }

    const fn messages(self) -> &'static str {
        match self {
            Language::English => include_str!("../static/lang/en.ftl"),
            Language::German => include_str!("../static/lang/de.ftl"),
        }
    }
}

thread_local! {
    static CHANGED: Cell<bool> = const { Cell::new(false) };
    static CURRENT: Cell<Language> = const { Cell::new(Language::English) };
    static BUNDLE: RefCell<FluentBundle<FluentResource>> = RefCell::new(bundle(Language::English));
}

/// The language that everything is said in now.
pub(crate) fn current() -> Language {
    CURRENT.get()
}

/// Says everything in this language from now on. What is on the page has to be drawn again.
pub(crate) fn speak(language: Language) {
    if CURRENT.replace(language) != language {
        BUNDLE.replace(bundle(language));
        CHANGED.set(true);
    }
}

/// Whether the language has changed since this was asked last.
pub(crate) fn has_just_changed() -> bool {
    CHANGED.replace(false)
}

/// The language to speak: what the reader has `chosen`, else the first of the `wished` ones (the
/// browser's, the dearest first) that there is, else English.
pub(crate) fn fitting(chosen: &str, wished: &[String]) -> Language {
    let chosen = Language::of(chosen);
    let wished = || wished.iter().find_map(|tag| Language::of(tag));
    chosen.or_else(wished).unwrap_or(Language::English)
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    // The tag decides on plural forms.
    let tag = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    // Isolation marks would stand in titles and accessible names that are compared as text.
    bundle.set_use_isolating(false);
    // What does not parse is left out; a test holds that everything does.
    let messages = language.messages().to_owned();
    let resource = FluentResource::try_new(messages).unwrap_or_else(|(part, _)| part);
    // Fails only where a message is there twice; the test holds that too.
    let _ = bundle.add_resource(resource);
    bundle
}

/// The message with this id; the id itself where there is none, so that a gap shows.
pub(crate) fn message(id: &str, args: &[(&'static str, FluentValue<'static>)]) -> String {
    BUNDLE.with_borrow(|bundle| {
        let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs = args
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    })
}

/// What a message says that came with its values, as from the opening worker.
pub(crate) fn said(said: &Said) -> String {
    BUNDLE.with_borrow(|bundle: &FluentBundle<FluentResource>| {
        let Some(pattern) = bundle.get_message(&said.id).and_then(|m| m.value()) else {
            return said.id.clone();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &said.values {
            match value {
                Value::Text(text) => args.set(name.as_str(), text.as_str()),
                Value::Message(id) => args.set(name.as_str(), message(id, &[])),
                Value::Number(number) => args.set(name.as_str(), *number),
            }
        }
        bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    })
}

/// What taxonomy.json's `word` is called: the message `group-word`.
pub(crate) fn label(group: &str, word: &str) -> String {
    message(&format!("{group}-{}", word.replace(['_', '+'], "-")), &[])
}

/// The interface's words: `t!("message-id")`, or `t!("message-id", count = 3)`.
macro_rules! t {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::lang::message($id, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),*])
    };
}
pub(crate) use t;

// They read the source tree, which a browser has not.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use std::{
        collections::{BTreeMap, BTreeSet},
        fs,
        path::Path,
    };

    use exchanger::Form;
    use sourcelight_analysis::{
        Channel, CheckKind, CivilianRiskKind, ClaimKind, Class, CoverageState, Described, Quote,
        SourceType, Stance, Tier, Topic, ViaBasis,
    };
    use sourcelight_annotation::{Answer, AuditKind, Question};
    use sourcelight_state::{Clue, Command, Group, Mode};

    use super::*;

    fn has(id: &str) -> bool {
        BUNDLE.with_borrow(|bundle| bundle.has_message(id))
    }

    #[test]
    fn every_file_is_well_formed() {
        for language in Language::ALL {
            let resource = FluentResource::try_new(language.messages().to_owned());
            let resource = resource.unwrap_or_else(|(_, why)| panic!("{language:?}: {why:?}"));
            let mut bundle = FluentBundle::default();
            bundle
                .add_resource(resource)
                .expect("no message stands twice");
        }
    }

    /// The messages of a language, each with the names of its variables.
    fn variables(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut all = BTreeMap::new();
        let mut own: Option<&mut BTreeSet<String>> = None;
        for line in language.messages().lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                let id = line.split(' ').next().unwrap_or_default();
                own = Some(all.entry(id.to_owned()).or_default());
            }
            let named = line.match_indices('$').map(|(at, _)| {
                let rest = &line[at + 1..];
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
                rest[..end.unwrap_or(rest.len())].to_owned()
            });
            if let Some(own) = &mut own {
                own.extend(named);
            }
        }
        all
    }

    #[test]
    fn every_language_has_every_message_with_the_same_variables() {
        let english = variables(Language::English);
        assert!(english.len() > 400, "only {} messages", english.len());
        for language in Language::ALL {
            let own = variables(language);
            let missing: Vec<_> = english.keys().filter(|id| !own.contains_key(*id)).collect();
            let over: Vec<_> = own.keys().filter(|id| !english.contains_key(*id)).collect();
            assert!(missing.is_empty(), "{language:?} has no {missing:?}");
            assert!(over.is_empty(), "{language:?} alone has {over:?}");
            for (id, names) in &english {
                assert_eq!(own.get(id), Some(names), "{language:?}: {id}");
            }
        }
    }

    #[test]
    fn german_is_set_as_german_is() {
        for line in Language::German.messages().lines() {
            let words = line.split_once(" = ").map_or(line, |(_, words)| words);
            let english = words.contains(['“', '”', '’', '\'']) && !words.contains('„');
            assert!(!english, "English quotation marks: {line}");
            assert!(!words.contains("..."), "three points: {line}");
        }
    }

    #[test]
    fn every_plural_is_said_in_its_language() {
        for (language, one, many) in [
            (Language::English, "1 attribution", "2 attributions"),
            (Language::German, "1 Zuschreibung", "2 Zuschreibungen"),
        ] {
            speak(language);
            assert_eq!(t!("fact-attributions", count = 1), one);
            assert_eq!(t!("fact-attributions", count = 2), many);
        }
        speak(Language::English);
    }

    #[test]
    fn the_browsers_languages_are_asked_until_the_reader_has_chosen() {
        let wished = |tags: &[&str]| tags.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let (french, austrian) = (wished(&["fr", "pt-BR"]), wished(&["fr", "de-AT", "en"]));
        assert_eq!(fitting("", &french), Language::English);
        assert_eq!(fitting("", &austrian), Language::German);
        assert_eq!(fitting("en", &austrian), Language::English);
        assert_eq!(fitting("xx", &austrian), Language::German);
    }

    #[test]
    fn every_word_of_the_taxonomy_has_a_name() {
        let groups: [(&str, Vec<&str>); 22] = [
            (
                "source-type",
                SourceType::ALL.iter().map(|w| w.word()).collect(),
            ),
            ("channel", Channel::ALL.iter().map(|w| w.word()).collect()),
            ("quote", Quote::ALL.iter().map(|w| w.word()).collect()),
            ("class", Class::ALL.iter().map(|w| w.word()).collect()),
            ("tier", Tier::ALL.iter().map(|w| w.word()).collect()),
            ("basis", ViaBasis::ALL.iter().map(|w| w.word()).collect()),
            ("claim", ClaimKind::ALL.iter().map(|w| w.word()).collect()),
            ("topic", Topic::ALL.iter().map(|w| w.word()).collect()),
            (
                "risk",
                CivilianRiskKind::ALL.iter().map(|w| w.word()).collect(),
            ),
            ("stance", Stance::ALL.iter().map(|w| w.word()).collect()),
            ("check", CheckKind::ALL.iter().map(|w| w.word()).collect()),
            (
                "described",
                Described::ALL.iter().map(|w| w.word()).collect(),
            ),
            ("question", Question::ALL.iter().map(|w| w.word()).collect()),
            ("answer", Answer::ALL.iter().map(|w| w.word()).collect()),
            (
                "coverage",
                CoverageState::ALL.iter().map(|w| w.word()).collect(),
            ),
            ("command", Command::ALL.iter().map(|w| w.word()).collect()),
            (
                "command-group",
                Group::ALL.iter().map(|w| w.word()).collect(),
            ),
            ("form", Form::ALL.iter().map(|f| f.word()).collect()),
            ("form-hint", Form::ALL.iter().map(|f| f.word()).collect()),
            ("mode", Mode::ALL.iter().map(|m| m.word()).collect()),
            ("audit", AuditKind::ALL.iter().map(|k| k.word()).collect()),
            ("clue", Clue::EACH.iter().map(|w| w.word()).collect()),
        ];
        for (group, words) in groups {
            for word in words {
                let id = format!("{group}-{}", word.replace(['_', '+'], "-"));
                assert!(has(&id), "en.ftl has no {id}");
            }
        }
    }

    #[test]
    fn every_message_the_code_asks_for_is_there_and_none_is_left_over() {
        let mut asked = BTreeSet::new();
        collect(
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
            &mut asked,
        );
        // What the details dialog names in a list.
        asked.extend(
            ["title", "byline", "published", "outlet", "url", "language"]
                .map(|f| format!("details-{f}")),
        );
        for id in asked.iter().filter(|id| *id != "message-id") {
            assert!(has(id), "en.ftl has no {id}");
        }
        let groups = [
            "source-type-",
            "channel-",
            "quote-",
            "class-",
            "tier-",
            "basis-",
            "claim-",
        ];
        let more = [
            "topic-",
            "treaty-counted-",
            "verdict-",
            "risk-",
            "stance-",
            "check-",
            "block-kind-",
            "library-by-",
        ];
        let ours = [
            "described-",
            "question-",
            "answer-",
            "clue-",
            "coverage-",
            "command-",
            "form-",
            "term-",
            "mode-",
            "audit-",
        ];
        for line in Language::English
            .messages()
            .lines()
            .filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            let id = line.split(' ').next().unwrap_or_default();
            let by_word = groups
                .iter()
                .chain(&more)
                .chain(&ours)
                .any(|group| id.starts_with(group));
            assert!(by_word || asked.contains(id), "nothing asks for {id}");
        }
    }

    fn collect(folder: &Path, asked: &mut BTreeSet<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, asked);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let source = fs::read_to_string(&path).unwrap();
                // What is said with its values, and the names of formats.
                let said = ["open", "format", "import", "exchange"];
                for prefix in said.map(|start| format!("\"{start}-")) {
                    for (at, _) in source.match_indices(&prefix) {
                        asked.extend(source[at + 1..].split('"').next().map(str::to_owned));
                    }
                }
                // Not `format!(`: the macro's name stands alone.
                for (at, _) in source.match_indices(concat!("t", "!(")) {
                    let rest = &source[at + 3..];
                    if source[..at].ends_with(|c: char| c.is_alphanumeric()) {
                        continue;
                    }
                    if let Some(id) = rest.trim_start().strip_prefix('"') {
                        asked.insert(id.split('"').next().unwrap_or_default().to_owned());
                    }
                }
            }
        }
    }
}
