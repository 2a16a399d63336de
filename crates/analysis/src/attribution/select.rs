//! Which candidates stand: one cue each, outer before inner.

use sourcelight_article::BlockKind;

use super::candidate::{Candidate, Frame, SourceKind};
use crate::grammar::{Grammar, Phrase, Tag};
use crate::model::{Class, Convention, SourceType};
use crate::voices::{Kind, kind, known_class, takes_clause};

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
        let who = candidate.source.as_ref().map(|s| kind(g, &s.core));
        let who = who.as_ref();
        let structural = match candidate.frame {
            Frame::Dash | Frame::As | Frame::According => true,
            Frame::Adverb => true,
            Frame::That | Frame::HearerThat | Frame::Quote | Frame::HearerQuote => {
                (known == Some(Class::Statement) && candidate.source.is_some())
                    || told(&candidate, who)
            }
            Frame::Clause
            | Frame::HearerClause
            | Frame::Before
            | Frame::Inverted
            | Frame::Split
            | Frame::Colon => told(&candidate, who),
            Frame::Speaker => g.reading.sentences[candidate.sentence].kind == BlockKind::Headline,
            Frame::Object | Frame::Prep if shows(&candidate, who) || lays_down(&candidate, who) => {
                true
            }
            // "Put the toll at 40".
            Frame::ObjectPrep | Frame::Object if candidate.lemma == "put" => counts(g, &candidate),
            Frame::Prep => {
                particle == "to" && matches!(candidate.lemma.as_str(), "admit" | "confess")
            }
            Frame::Passive if hearsay(&candidate) => true,
            _ => blanket(g, &candidate),
        };
        if structural {
            candidate.confidence = candidate.confidence.max(0.75);
        }
        let rule = known == Some(Class::Rule);
        let law = || written(who) == Some(SourceType::Document);
        if silly(&candidate, who, known) {
            continue;
        }
        let plain = known.is_none() && !candidate.frame.is_proposition();
        let least = match (rule, plain, strict) {
            (true, ..) if law() => SURE,
            (true, ..) => 0.9,
            (_, true, _) => 0.93,
            (_, _, true) if known.is_none() => SURER,
            _ if known != Some(Class::Statement) && resolves(&candidate, who) => 0.15,
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
fn silly(c: &Candidate, who: Option<&Kind>, known: Option<Class>) -> bool {
    let speech = matches!(known, None | Some(Class::Statement | Class::Belief));
    let strong = matches!(
        c.frame,
        Frame::That | Frame::Quote | Frame::Colon | Frame::HearerThat | Frame::HearerQuote
    );
    if c.shape.infinitive && speech && !strong {
        return true;
    }
    let Some(who) = who else {
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
    if who.thing {
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
    plain && c.confidence < 0.9 && !c.quoted && !shows(c, Some(who))
}

/// "Kyiv has sought …", "who promised to …": a wish, a decision or a promise with somebody to hold it.
fn resolves(c: &Candidate, who: Option<&Kind>) -> bool {
    let known = matches!(c.source_kind, SourceKind::Name | SourceKind::Antecedent);
    let to = matches!(c.frame, Frame::To | Frame::ObjectTo);
    let held =
        known || (to && c.source_kind == SourceKind::Common && who.is_some_and(|w| !w.thing));
    let done = c.cue.len() > 1 || matches!(c.frame, Frame::To | Frame::ObjectTo);
    held && done && !c.shape.modal && !c.shape.infinitive && !c.shape.passive
}

/// "Satellite images showed damage", "the figures reveal a fall": something that can be looked at, and what
/// it shows.
fn shows(c: &Candidate, who: Option<&Kind>) -> bool {
    matches!(
        c.lemma.as_str(),
        "show" | "reveal" | "indicate" | "suggest" | "detail" | "describe" | "find"
    ) && !c.shape.infinitive
        && written(who).is_some()
}

/// "The ministry put the death toll at 40": a figure that a source gives.
fn counts(g: &Grammar, c: &Candidate) -> bool {
    const FIGURES: &[&str] = &[
        "toll",
        "number",
        "figure",
        "cost",
        "total",
        "count",
        "estimate",
        "losses",
        "damage",
        "turnout",
        "price",
        "share",
        "deaths",
        "casualties",
        "rate",
        "bill",
        "value",
        "strength",
    ];
    let Some(content) = c.content.first() else {
        return false;
    };
    let at = content.clone().find(|&i| g.folded(i) == "at");
    c.source.is_some()
        && at.is_some_and(|at| {
            (content.start..at).any(|i| FIGURES.contains(&g.folded(i)))
                && g.tag(at + 1) != Tag::Time
        })
}

/// "The treaty bans the use of mines": a law and what it lays down.
fn lays_down(c: &Candidate, who: Option<&Kind>) -> bool {
    matches!(known_class(&c.lemma), Some(Class::Rule | Class::Decision))
        && !c.shape.infinitive
        && who.is_some_and(|w| w.law)
}

/// What a source that is no person or body is: a document or data.
fn written(who: Option<&Kind>) -> Option<SourceType> {
    who.map(|w| w.source_type)
        .filter(|t| matches!(t, SourceType::Document | SourceType::Data))
}

/// "Police stated the man had left", "…, a resident recalled": a verb that takes a clause, with somebody
/// or something that can speak, and neither an aim nor a mere possibility.
fn told(c: &Candidate, who: Option<&Kind>) -> bool {
    takes_clause(&c.lemma)
        && !c.shape.infinitive
        && !c.shape.passive
        && (c.source_kind != SourceKind::Shared || c.confidence >= 0.3)
        && who.is_some_and(|w| !w.thing)
}

/// "It is believed that three escaped", "the men are said to have fled": somebody's word, of whom the story
/// says nothing.
fn hearsay(c: &Candidate) -> bool {
    c.source.is_none()
        && c.shape.passive
        && matches!(
            c.lemma.as_str(),
            "believe"
                | "say"
                | "report"
                | "think"
                | "understand"
                | "allege"
                | "suspect"
                | "fear"
                | "rumor"
                | "claim"
        )
        && c.content.iter().map(std::ops::Range::len).sum::<usize>() >= 3
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
    if !c.shape.participle || !matches!(c.frame, Frame::Object | Frame::ObjectPrep) {
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
