//! The interface's words: Fluent messages from `static/lang/en.ftl`.

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use opener::{Said, Value};

/// The BCP 47 tag of the interface's language: English, days before months.
pub(crate) const LANGUAGE: &str = "en-GB";

const ENGLISH: &str = include_str!("../static/lang/en.ftl");

thread_local! {
    static BUNDLE: RefCell<FluentBundle<FluentResource>> = RefCell::new(bundle());
}

fn bundle() -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![unic_langid::LanguageIdentifier::default()]);
    // Isolation marks would stand in titles and accessible names that are compared as text.
    bundle.set_use_isolating(false);
    // What does not parse is left out; a test holds that everything does.
    let resource = FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(part, _)| part);
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
    use std::{collections::BTreeSet, fs, path::Path};

    use exchanger::Form;
    use sourcelight_analysis::{
        Channel, CheckKind, CivilianRiskKind, ClaimKind, Class, CoverageState, Described, Quote,
        SourceType, Stance, Tier, Topic, ViaBasis,
    };
    use sourcelight_annotation::{Answer, Question};
    use sourcelight_state::{Clue, Command, Group};

    use super::*;

    fn has(id: &str) -> bool {
        BUNDLE.with_borrow(|bundle| bundle.has_message(id))
    }

    #[test]
    fn the_file_is_well_formed() {
        let resource = FluentResource::try_new(ENGLISH.to_owned()).expect("en.ftl parses");
        let mut bundle = FluentBundle::default();
        bundle
            .add_resource(resource)
            .expect("no message stands twice");
    }

    #[test]
    fn every_word_of_the_taxonomy_has_a_name() {
        let groups: [(&str, Vec<&str>); 20] = [
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
            "decision-",
            "finding-",
        ];
        for line in ENGLISH
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
                let said = ["open", "format", "import", "exchange", "version", "backup"];
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
