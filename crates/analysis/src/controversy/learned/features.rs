//! What a sentence shows, by the names of the weights.
//!
//! | feature | says |
//! |---|---|
//! | `w x`, `s x` | the short word `x`; a longer word by its first letters |
//! | `b x y` | two that follow each other |
//! | `l list` | a word of the list is there (`data/lists.txt`, `data/controversy/lists.txt`) |
//! | `k list list` | words of both lists: a faction and a rift, a weapon and a street |
//! | `a …` | who speaks: the kind of voice, how many voices, nobody |
//! | `v …` | whether the sentences beside it have the same voice, another or none |
//! | `n …` | numbers here and in the sentences beside it |
//! | `f …` | a small word that tells time or mood, and how many voices there are |
//! | `at …` | where it stands: headline, the first sentences |
//! | `q …` | quotation marks |
//! | `before list`, `behind list` | a word of the list is in a neighbouring sentence |
//! | `c subject list` | a word of the list, in a story of this subject |
//! | `x …` | what was found by comparing places of the story |

use sourcelight_article::BlockKind;

use super::super::Story;
use crate::{
    model::{SourceType, Tier},
    pattern::{Instrument, Words, lists_at},
};

/// Lists that tell more together than each alone. `#` stands for a number, `nobody` for no voice.
const PAIRS: &[(&str, &str)] = &[
    ("k_faction", "k_rift"),
    ("k_offices", "k_rift"),
    ("k_blame", "k_wrong"),
    ("k_vowed", "k_step_back"),
    ("k_vowed", "k_earlier"),
    ("k_step_back", "k_earlier"),
    ("k_folk", "k_harm"),
    ("k_place_daily", "k_harm"),
    ("k_folk", "k_weapon"),
    ("k_place_daily", "k_weapon"),
    ("k_body_count", "k_counts"),
    ("k_body_count", "#"),
    ("k_paper", "#"),
    ("k_counts", "#"),
    ("k_offices", "k_threat"),
    ("k_weapon", "k_threat"),
    ("k_offices", "k_maintain"),
    ("k_paper", "k_maintain"),
    ("k_weapon", "k_law"),
    ("k_offices", "k_law"),
    ("k_certain", "nobody"),
    ("k_hidden", "k_offices"),
    ("k_judging", "nobody"),
];

/// Where a feature is seen, and its name in parts.
pub(crate) type See<'s> = dyn FnMut(&[&str], Option<usize>) + 's;

/// Tells `see` each feature of the sentence `at` of `story`: its name in parts, and the word that shows
/// it. A feature may be told more than once. Linear in the sentence.
pub(crate) fn each(story: &Story, at: usize, see: &mut See) {
    let (sentence, words) = story.sentences[at];
    of_words(story, words, see);
    of_place(story, at, see);
    of_voices(story, at, see);
    for (name, other) in [("before", at.checked_sub(1)), ("behind", Some(at + 1))] {
        let Some((other, (beside, _))) = other.and_then(|i| Some((i, story.sentences.get(i)?)))
        else {
            see(&["v", name, "end"], None);
            continue;
        };
        if beside.kind == BlockKind::Headline || sentence.kind == BlockKind::Headline {
            continue;
        }
        of_neighbour(story, at, name, other, see);
        for list in &story.places[other].near {
            see(&[name, list], None);
        }
    }
    of_places(story, at, see);
    of_pairs(story, at, see);
    let numbers = words.numbers.iter().filter(|n| **n).count();
    see(&["n", ["0", "1", "2"][numbers.min(2)]], None);
}

/// What the sentence `other` shows of the one beside it, which is `at`.
fn of_neighbour(story: &Story, at: usize, name: &str, other: usize, see: &mut See) {
    let (here, there) = (&story.places[at].voices, &story.places[other].voices);
    let voice = match () {
        () if there.is_empty() && here.is_empty() => "neither",
        () if there.is_empty() => "only here",
        () if here.is_empty() => "only there",
        () if there.iter().any(|v| here.contains(v)) => "same",
        () => "another",
    };
    see(&["v", name, voice], None);
    for list in ["k_maintain", "contradicting", "k_blame"] {
        let has = |at: usize| story.places[at].kinds.iter().any(|k| k.0 == list);
        if has(at) || has(other) {
            see(&["v", name, voice, list], None);
        }
    }
    if story.sentences[other].1.numbers.iter().any(|n| *n) {
        see(&["n", name, "number"], None);
    }
}

/// What shows only beside other places of the story.
fn of_places(story: &Story, at: usize, see: &mut See) {
    let places = &story.places;
    let here = &places[at];
    for (name, other) in [("near", 1), ("far", usize::MAX)] {
        let from = if other == 1 { at.saturating_sub(1) } else { 0 };
        let to = if other == 1 {
            (at + 2).min(places.len())
        } else {
            places.len()
        };
        let beside = (from..to).filter(|i| *i != at);
        let rivals = beside.filter(|&i| places[i].rivals(here));
        if rivals.count() > 0 {
            see(&["x", "figure", name], None);
        }
    }
    if here.rivals(here) {
        see(&["x", "figure", "within"], None);
    }
    if here.silent {
        see(&["x", "silent"], None);
    }
    if here.headline_shared >= 3 {
        see(&["x", "headline"], None);
    }
    if here.nameless_only {
        see(
            &[
                "x",
                if here.headline_shared >= 2 {
                    "nameless headline"
                } else {
                    "nameless"
                },
            ],
            None,
        );
    }
}

/// The pairs of lists that the sentence `at` has words of.
fn of_pairs(story: &Story, at: usize, see: &mut See) {
    let place = &story.places[at];
    let first = |list: &str| match list {
        "#" => story.sentences[at].1.numbers.iter().position(|n| *n),
        "nobody" => place.voices.is_empty().then_some(0),
        _ => place.kinds.iter().find(|k| k.0 == list).map(|k| k.1),
    };
    for (one, other) in PAIRS {
        if let (Some(at), Some(_)) = (first(one), first(other)) {
            see(&["k", one, other], Some(at));
        }
    }
    let has = |list: &str| first(list).is_some();
    if place.silent && has("k_wrong") {
        let charge = if has("k_blame") {
            "blamed"
        } else if has("nobody") {
            "told"
        } else {
            "said"
        };
        see(&["x", "charge", charge], first("k_wrong"));
    }
}

fn of_words(story: &Story, words: &Words, see: &mut See) {
    let subject = match story.subject {
        s if s.conflict => "conflict",
        s if s.elsewhere => "elsewhere",
        s if s.public => "public",
        _ => "other",
    };
    see(&["c", subject], None);
    let mut last = "^";
    for at in words.first..words.len() {
        let word = shown(words, at);
        if word.is_empty() {
            continue;
        }
        see(
            &[if word.len() > SHORT { "s" } else { "w" }, word],
            Some(at),
        );
        see(&["b", last, word], Some(at));
        last = word;
        for list in lists_at(words, at) {
            see(&["l", list], Some(at));
            see(&["c", subject, list], Some(at));
        }
        if words.instruments[at] != Instrument::None {
            see(&["l", "treaty"], Some(at));
        }
    }
}

/// Words up to so many letters are seen whole, longer ones by their first letters.
const SHORT: usize = 5;
const STEM: usize = 6;

/// The word at `at` as features show it; empty for what they leave out.
fn shown(words: &Words, at: usize) -> &str {
    let norm = words.norms[at].as_str();
    if words.numbers[at] {
        return "#";
    }
    if words.names[at] && at > words.first {
        return "N";
    }
    if !norm.chars().any(char::is_alphanumeric) {
        return if matches!(norm, ";" | ":" | "—" | "–") {
            norm
        } else {
            ""
        };
    }
    let norm = norm.strip_suffix("'s").unwrap_or(norm);
    if norm.len() <= SHORT {
        return norm;
    }
    norm.char_indices()
        .nth(STEM)
        .map_or(norm, |(end, _)| &norm[..end])
}

fn of_place(story: &Story, at: usize, see: &mut See) {
    let (sentence, words) = story.sentences[at];
    let place = match at {
        _ if sentence.kind == BlockKind::Headline => "headline",
        0 | 1 => "lead",
        _ => "body",
    };
    see(&["at", place], None);
    let text = sentence.span.of(story.text());
    let quotes = text.matches(['"', '“', '”']).count();
    see(
        &[
            "q",
            if quotes > 1 {
                "quotes"
            } else if quotes == 1 {
                "part"
            } else {
                "none"
            },
        ],
        None,
    );
    if words.len() < 8 {
        see(&["at", "short"], None);
    }
}

fn of_voices(story: &Story, at: usize, see: &mut See) {
    /// Words that mean one thing of a voice and another of nobody.
    const SMALL: &[&str] = &[
        "will", "would", "could", "may", "might", "had", "has", "once", "never", "not", "no", "is",
        "if", "but", "own", "still", "yet", "only", "even", "now", "until",
    ];
    let (sentence, words) = story.sentences[at];
    for (_, a) in story.covering.touching(sentence.span) {
        let inside = a.content.iter().any(|c| c.overlaps(sentence.span));
        if !inside || a.source_type == SourceType::Author || a.tier != Tier::Core {
            continue;
        }
        see(&["a", a.source_type.word()], None);
        see(&["a", if a.named { "named" } else { "nameless" }], None);
        let cue = a.cue.iter().any(|c| c.overlaps(sentence.span));
        see(&["a", if cue { "here" } else { "elsewhere" }], None);
    }
    let count = match story.places[at].voices.len() {
        0 => "nobody",
        1 => "one voice",
        _ => "voices",
    };
    see(&["a", count], None);
    for (i, word) in words.norms.iter().enumerate() {
        if SMALL.contains(&word.as_str()) {
            see(&["f", count, word], Some(i));
        }
    }
}
