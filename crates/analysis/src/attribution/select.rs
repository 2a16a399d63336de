//! Which candidates stand: one cue each, outer before inner.

use sourcelight_article::BlockKind;

use super::candidate::{Candidate, Frame, SourceKind};
use crate::grammar::{Grammar, Phrase};
use crate::model::{Class, Convention, SourceType};
use crate::voices::{kind, known_class};

/// How sure the weights must be.
const SURE: f32 = 0.45;

/// How far apart two cues may stand for one to be in the other's content, in tokens.
const NEAR: usize = 600;

/// How sure they must be for a cue that is not known to be one, or speaks of a thing only.
const SURER: f32 = 0.72;

/// Keeps the candidates that are likely and do not contradict each other. In PolNeAR's convention
/// nothing stands inside another's content.
pub(crate) fn select(
    g: &Grammar,
    candidates: Vec<Candidate>,
    convention: Convention,
) -> Vec<Candidate> {
    let stands = |c: &Candidate| !c.content.is_empty() && c.frame != Frame::Bare;
    match convention {
        Convention::Sourcelight => ours(g, candidates.into_iter().filter(stands).collect()),
        Convention::Polnear => outermost(
            g,
            candidates
                .into_iter()
                .filter(|c| stands(c) && c.confidence >= SURE)
                .collect(),
        ),
    }
}

/// In our own convention plain acts do not count, frames that say all by themselves do, and whoever
/// is cited speaks too.
fn ours(g: &Grammar, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    for mut candidate in candidates {
        if matches!(candidate.lemma.as_str(), "cite" | "quote") && cites(g, &mut candidate, &kept) {
            kept.push(candidate);
            continue;
        }
        let known = known_class(&candidate.lemma);
        let particle = candidate.particle.map_or("", |p| g.folded(p));
        if candidate.lemma == "know" && (particle == "as" || candidate.frame == Frame::ObjectAs) {
            // "also known as" gives another name.
            continue;
        }
        let strict = !candidate.frame.is_proposition() || known.is_none();
        let structural = match candidate.frame {
            Frame::Dash | Frame::As | Frame::According => true,
            Frame::Adverb => true,
            Frame::That | Frame::HearerThat | Frame::Quote | Frame::HearerQuote => {
                known == Some(Class::Statement) && candidate.source.is_some()
            }
            Frame::Speaker => g.reading.sentences[candidate.sentence].kind == BlockKind::Headline,
            _ => blanket(g, &candidate),
        };
        if structural {
            candidate.confidence = candidate.confidence.max(0.75);
        }
        let rule = known == Some(Class::Rule);
        let law = || {
            candidate
                .source
                .as_ref()
                .is_some_and(|s| kind(g, &s.core).source_type == SourceType::Document)
        };
        if silly(g, &candidate, known) {
            continue;
        }
        let plain = known.is_none() && !candidate.frame.is_proposition();
        let least = match (rule, plain, strict) {
            (true, ..) if law() => SURE,
            (true, ..) => 0.9,
            (_, true, _) => 0.93,
            (_, _, true) if known.is_none() => SURER,
            _ if known != Some(Class::Statement) && resolves(&candidate) => 0.15,
            _ => SURE,
        };
        if candidate.confidence >= least {
            kept.push(candidate);
        }
    }
    kept
}

/// What a journalist would not call an attribution: aims ("to determine"), things that do things,
/// and bare nouns and passives with nobody behind them.
fn silly(g: &Grammar, c: &Candidate, known: Option<Class>) -> bool {
    let speech = matches!(known, None | Some(Class::Statement | Class::Belief));
    let strong = matches!(
        c.frame,
        Frame::That | Frame::Quote | Frame::Colon | Frame::HearerThat | Frame::HearerQuote
    );
    if c.shape.infinitive && speech && !strong {
        return true;
    }
    let Some(source) = &c.source else {
        let hearsay = matches!(
            known,
            Some(Class::Statement | Class::Belief | Class::Expectation)
        );
        return match c.frame {
            Frame::Passive => !hearsay,
            Frame::Noun => {
                !(c.that.is_some()
                    || matches!(known, Some(Class::Fear))
                    || c.lemma.starts_with("criticism"))
            }
            Frame::Adverb => false,
            _ => !c.quoted,
        };
    };
    let kind = kind(g, &source.core);
    if kind.thing {
        let shows = matches!(
            c.lemma.as_str(),
            "show"
                | "indicate"
                | "suggest"
                | "mean"
                | "reveal"
                | "demonstrate"
                | "prove"
                | "see"
                | "find"
                | "call"
        );
        return !c.frame.is_proposition()
            || shows
            || c.source_kind == SourceKind::Shared
            || c.confidence < 0.8;
    }
    // "claim asylum", "know Arabic": a verb of speech or belief with a plain thing.
    let plain = matches!(c.frame, Frame::Object | Frame::Prep)
        && matches!(
            c.lemma.as_str(),
            "claim"
                | "know"
                | "see"
                | "find"
                | "show"
                | "read"
                | "consider"
                | "call"
                | "think"
                | "tell"
                | "speak"
                | "talk"
                | "go"
                | "figure"
        );
    plain && c.confidence < 0.9 && !c.quoted
}

/// "Kyiv has sought …", "who promised to …": a wish, a decision or a promise with somebody to hold it.
fn resolves(c: &Candidate) -> bool {
    let held = matches!(c.source_kind, SourceKind::Name | SourceKind::Antecedent);
    let done = c.cue.len() > 1 || matches!(c.frame, Frame::To | Frame::ObjectTo);
    held && done && !c.shape.modal && !c.shape.infinitive && !c.shape.passive
}

/// "This was reported by X": said of the article as a whole.
fn blanket(g: &Grammar, c: &Candidate) -> bool {
    let all = c
        .content
        .iter()
        .all(|r| r.len() == 1 && g.folded(r.start) == "this");
    c.frame == Frame::Passive
        && all
        && c.source.is_some()
        && known_class(&c.lemma) == Some(Class::Statement)
}

/// Turns "…, citing Y" into an attribution of what is reported to Y, where Y can speak.
fn cites(g: &Grammar, c: &mut Candidate, before: &[Candidate]) -> bool {
    if !c.shape.participle || c.frame != Frame::Object {
        return false;
    }
    let ceiling = g.reading.sentences[c.sentence].tokens.end;
    let Some(phrase) = g.phrase_after(c.head + 1, ceiling) else {
        return false;
    };
    let cited = kind(g, &phrase.core);
    let speaks = matches!(
        cited.source_type,
        SourceType::Media
            | SourceType::Institution
            | SourceType::NamedIndividual
            | SourceType::Document
    ) || (cited.source_type == SourceType::UnnamedGroup && !cited.named)
        || g.text(&phrase.core).contains("official")
        || g.text(&phrase.core).contains("source");
    let main = before
        .iter()
        .rev()
        .take(6)
        .find(|o| o.sentence == c.sentence && !o.holds(c.head));
    let (true, Some(main)) = (speaks, main) else {
        return false;
    };
    c.frame = Frame::Citing;
    c.source_kind = super::source::kind_of(g, &phrase);
    c.source = Some(Phrase::plain(phrase.core));
    c.content.clone_from(&main.content);
    c.quoted = main.quoted;
    c.confidence = main.confidence.max(0.6);
    true
}

/// The candidates that are not inside another's content.
fn outermost(g: &Grammar, mut likely: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = Vec::new();
    likely.sort_by_key(|c| (c.sentence, c.head));
    let mut open = 0;
    for (i, candidate) in likely.iter().enumerate() {
        while open < i && likely[open].head + NEAR < candidate.head {
            open += 1;
        }
        let inner = g.quotation(candidate.head).is_some_and(|q| q.is_speech())
            || likely[open..]
                .iter()
                .take_while(|o| o.head <= candidate.head + NEAR)
                .any(|o| {
                    o.head != candidate.head && o.holds(candidate.head) && outranks(o, candidate)
                });
        if !inner {
            kept.push(candidate.clone());
        }
    }
    kept
}

/// Of two candidates where `outer`'s content holds `inner`'s cue, whether the outer one stands.
fn outranks(outer: &Candidate, inner: &Candidate) -> bool {
    if inner.content.iter().any(|c| c.contains(&outer.head)) {
        return outer.confidence > inner.confidence
            || (outer.confidence == inner.confidence && outer.head < inner.head);
    }
    outer.confidence * 2.0 > inner.confidence
}
