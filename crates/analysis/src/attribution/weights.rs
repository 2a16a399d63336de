//! How likely a candidate is an attribution: the sum of the weights of what it shows, made a
//! probability. `data/cue_weights.txt` holds the weights; training/cues derives them from counts of
//! where people did and did not see an attribution.

use std::sync::LazyLock;

use sourcelight_article::BlockKind;

use super::candidate::Candidate;
use crate::grammar::{Form, Grammar, Tag};
use crate::words::{WordMap, entries};

/// Weights in hundredths.
static WEIGHTS: LazyLock<WordMap<i32>> = LazyLock::new(|| {
    WordMap::of(
        entries(include_str!("../../data/cue_weights.txt")).filter_map(|line| {
            let (feature, weight) = line.rsplit_once(' ')?;
            Some((feature, weight.parse().ok()?))
        }),
    )
});

/// The probability, 0 to 1, that a candidate with `features` is an attribution.
pub(crate) fn probability(features: &[String]) -> f32 {
    let sum: i32 = features.iter().filter_map(|f| WEIGHTS.get(f)).sum();
    let odds = (-(sum as f32) / 100.0).exp();
    1.0 / (1.0 + odds)
}

/// What a candidate shows, by the names of the weights.
pub(crate) fn features(g: &Grammar, c: &Candidate) -> Vec<String> {
    let frame = match c.particle {
        Some(at) => format!("{}:{}", c.frame.name(), g.folded(at)),
        None => c.frame.name().to_owned(),
    };
    let lemma = &c.lemma;
    let source = c.source_kind.name();
    let shape = [
        (c.shape.passive, 'p'),
        (c.shape.modal, 'm'),
        (c.shape.negated, 'n'),
        (c.shape.infinitive, 'i'),
        (c.shape.participle, 'g'),
    ];
    let shape: String = shape.iter().filter(|s| s.0).map(|s| s.1).collect();
    let form = match g.words[c.head].verb.map(|v| v.form) {
        _ if c.cue.len() > 1 => "group",
        Some(Form::Base) => "base",
        Some(Form::S) => "s",
        Some(Form::Past | Form::Ed | Form::Participle) => "past",
        Some(Form::Ing) => "ing",
        None => "-",
    };
    let length: usize = c.content.iter().map(|r| r.len()).sum();
    let length = match length {
        0 => "0",
        1 => "1",
        2..=3 => "3",
        4..=7 => "7",
        8..=15 => "15",
        16..=40 => "40",
        _ => "99",
    };
    let sentence = &g.reading.sentences[c.sentence];
    let kind = match sentence.kind {
        BlockKind::Headline | BlockKind::Subhead => "head",
        _ => "body",
    };
    let source_word = c.source.as_ref().map_or("-", |s| g.folded(s.core.end - 1));
    let content_word = c.content.first().map_or("-", |r| g.folded(r.start));
    let content_tag = c.content.first().map_or(Tag::Mark, |r| g.tag(r.start));
    let quoted = if c.quoted { "q" } else { "u" };
    let inside = if g.quotation_index(c.head).is_some() {
        "in"
    } else {
        "out"
    };
    vec![
        "bias".to_owned(),
        format!("f {frame}"),
        format!("l {lemma}"),
        format!("lf {lemma} {}", c.frame.name()),
        format!("lg {lemma} {frame} {shape}"),
        format!("s {source}"),
        format!("fs {frame} {source}"),
        format!("ls {lemma} {source}"),
        format!("v {shape}"),
        format!("fv {} {shape}", c.frame.name()),
        format!("form {form}"),
        format!("n {} {length}", c.frame.name()),
        format!("k {kind} {}", c.frame.name()),
        format!("q {quoted} {}", c.frame.name()),
        format!("lq {lemma} {quoted}"),
        format!("sw {source_word}"),
        format!("cw {content_word}"),
        format!("ct {} {content_tag:?}", c.frame.name()),
        format!("i {inside}"),
    ]
}
