//! A tiny annotated article.

use super::annotated::{Story, story};

/// Its text.
pub(crate) const TEXT: &str = "Jo said the plan works well. The Gazette wrote that Jo wants more money. \
     The bridge fell on Monday. Some aides hope so.";

/// Its annotations: two attributions, and one that may be left out.
pub(crate) fn gold() -> Story {
    let at = |part: &str| {
        let start = TEXT.find(part).expect("a part of the text");
        serde_json::json!({"text": part, "start": start, "end": start + part.len()})
    };
    let labelled = |part: &str, key: &str, label: &str| {
        let mut place = at(part);
        place[key] = label.into();
        place
    };
    let attribution = |source: &str, cue: &str, content: &str, tier: &str, via: &[&str]| {
        let voice = source.to_lowercase().replace("some ", "");
        serde_json::json!({
            "source": [at(source)], "cue": [at(cue)], "content": [at(content)],
            "source_type": "named_individual", "named": true, "quote": "indirect", "tier": tier,
            "voice": voice, "via": via, "optional": tier != "core",
        })
    };
    let file = serde_json::json!({
        "id": "tiny",
        "text": TEXT,
        "attributions": [
            attribution("Jo", "said", "the plan works well", "core", &[]),
            attribution("Jo", "wants", "more money", "core", &["gazette"]),
            attribution("Some aides", "hope", "so", "extended", &[]),
        ],
        "voices": {
            "jo": {"mentions": [at("Jo"), {"text": "Jo", "start": 52, "end": 54}]},
            "gazette": {"mentions": [at("The Gazette")]},
            "aides": {"mentions": [at("Some aides")]},
        },
        "coverage": [
            labelled("Jo said the plan works well.", "state", "in_sentence"),
            labelled("The bridge fell on Monday.", "state", "none"),
        ],
        "unsourced": [labelled("The bridge fell on Monday", "kind", "event")],
        "controversies": [labelled("The bridge fell", "topic", "civilian_risk")],
        "treaties": [],
    });
    story(&file.to_string()).expect("a story")
}
