//! How far the content reaches.

use std::ops::Range;

use crate::grammar::{Grammar, Tag};

/// The clause that starts at `start`, to the end of the sentence or to where another voice sets in.
pub(crate) fn clause(g: &Grammar, start: usize, ceiling: usize) -> Range<usize> {
    let mut end = ceiling;
    let mut at = start;
    while at < ceiling {
        if let Some(quotation) = g.quotation(at)
            && (g.quotation_index(at) != g.quotation_index(start) || at == quotation.tokens.start)
        {
            at = quotation.tokens.end.max(at + 1);
            continue;
        }
        match g.tag(at) {
            Tag::Semicolon => {
                end = at;
                break;
            }
            Tag::Comma if voice_sets_in(g, at, ceiling) || sums_up(g, at) => {
                end = at;
                break;
            }
            Tag::Conj if at > start + 1 && says_more(g, at, ceiling) => {
                end = at;
                break;
            }
            _ => at += 1,
        }
    }
    // A quotation that goes on past the sentence is content to its end.
    if end == ceiling
        && ceiling > start
        && let Some(quotation) = g.quotation(ceiling - 1)
        && quotation.tokens.start >= start
        && quotation.tokens.end > ceiling
    {
        return start..quotation.tokens.end;
    }
    // The full stop of a quotation left open belongs to it.
    let open = end > start
        && g.quotation(end - 1)
            .is_some_and(|q| !q.closed && q.tokens.start >= start);
    if open {
        start..end
    } else {
        start..without_stop(g, start, end)
    }
}

/// `end` without the full stop before it, unless that stands inside a quotation mark.
pub(crate) fn without_stop(g: &Grammar, start: usize, end: usize) -> usize {
    let mut end = end;
    while end > start
        && matches!(
            g.tag(end - 1),
            Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Dash
        )
    {
        end -= 1;
    }
    end
}

/// Whether behind the comma at `comma` somebody else, or the same voice again, is introduced.
fn voice_sets_in(g: &Grammar, comma: usize, ceiling: usize) -> bool {
    let at = comma + 1;
    if at >= ceiling {
        return false;
    }
    if g.tag(at) == Tag::Ing && is_speech_participle(g.folded(at)) {
        return true;
    }
    if g.folded(at) == "according" && g.folded(at + 1) == "to" {
        return true;
    }
    // "…, and Clinton said …", "…, while aides argued …".
    let joined = match g.tag(at) {
        Tag::Conj => true,
        Tag::Sub => matches!(g.folded(at), "while" | "although" | "though" | "whereas"),
        _ => false,
    };
    joined && (at + 1..ceiling.min(at + 9)).any(|i| is_speech_verb(g, i))
}

/// "…, a step that many states consider unlawful", "…, a charge he denies": the story's own word on what was
/// just said.
fn sums_up(g: &Grammar, comma: usize) -> bool {
    const SUMS: &[&str] = &[
        "step",
        "move",
        "charge",
        "claim",
        "accusation",
        "allegation",
        "assertion",
        "decision",
        "figure",
        "number",
        "sign",
        "development",
        "shift",
        "reversal",
        "statement",
        "version",
        "account",
        "suggestion",
    ];
    matches!(g.folded(comma + 1), "a" | "an" | "the")
        && SUMS.contains(&g.folded(comma + 2))
        && (matches!(
            g.tag(comma + 3),
            Tag::That | Tag::Rel | Tag::Pron | Tag::Proper
        ) || matches!(g.tag(comma + 3), Tag::Verb | Tag::Ing))
}

/// "… said the road was closed and warned that …": the same voice again, without a comma.
fn says_more(g: &Grammar, conj: usize, ceiling: usize) -> bool {
    let verb = (conj + 1..ceiling.min(conj + 3))
        .find(|&i| g.tag(i) != Tag::Adv)
        .filter(|&i| is_speech_verb(g, i));
    verb.is_some_and(|v| {
        matches!(
            g.tag(v + 1),
            Tag::That | Tag::Quote | Tag::Colon | Tag::Pron | Tag::Det
        )
    })
}

/// Whether the token is a verb of saying.
pub(crate) fn is_speech_verb(g: &Grammar, at: usize) -> bool {
    g.tag(at) == Tag::Verb
        && g.words.get(at).and_then(|w| w.verb).is_some_and(|v| {
            matches!(
                v.lemma,
                "say"
                    | "tell"
                    | "add"
                    | "write"
                    | "note"
                    | "argue"
                    | "call"
                    | "claim"
                    | "announce"
                    | "warn"
                    | "suggest"
                    | "state"
                    | "report"
                    | "describe"
                    | "believe"
                    | "think"
            )
        })
}

fn is_speech_participle(word: &str) -> bool {
    matches!(
        word,
        "adding"
            | "saying"
            | "noting"
            | "citing"
            | "calling"
            | "arguing"
            | "claiming"
            | "telling"
            | "referring"
            | "insisting"
            | "explaining"
            | "suggesting"
            | "warning"
            | "stating"
            | "writing"
            | "tweeting"
            | "accusing"
            | "declaring"
            | "describing"
            | "quoting"
            | "urging"
            | "asking"
            | "pointing"
            | "concluding"
            | "predicting"
            | "acknowledging"
            | "reporting"
    )
}

/// What stands before the token at `before` (exclusive) in its sentence, where that can be content:
/// a quotation or a clause.
pub(crate) fn preceding(g: &Grammar, before: usize, floor: usize) -> Option<Range<usize>> {
    if before == 0 {
        return None;
    }
    // `"Go!" Trump said.`: the quotation is a sentence of its own.
    if before <= floor {
        let quotation = g.quotation(before - 1)?;
        let same =
            before < g.words.len() && quotation.tokens.end == before && quotation.is_speech();
        return (same && same_block(g, before - 1, before)).then(|| quotation.tokens.clone());
    }
    let mut end = before;
    if matches!(g.tag(end - 1), Tag::Comma | Tag::Dash) {
        end -= 1;
    } else if g.tag(end - 1) != Tag::Quote {
        return None;
    }
    if end <= floor {
        return None;
    }
    let quotation = g.quotation(end - 1).filter(|q| q.tokens.end == end);
    let start = quotation.map_or(floor, |q| q.tokens.start.min(floor));
    // A headline does without verbs: "Finland ready to sell mines, paper says".
    let headline = || {
        let sentence = &g.reading.sentences[g.reading.sentence_of(floor)];
        sentence.kind == sourcelight_article::BlockKind::Headline && end - floor >= 3
    };
    let is_clause =
        quotation.is_some_and(|q| q.words >= 2) || g.has_finite_verb(floor..end) || headline();
    is_clause.then_some(start..end)
}

fn same_block(g: &Grammar, a: usize, b: usize) -> bool {
    let sentence = |at: usize| g.reading.sentence_of(at);
    let block = |at: usize| g.reading.sentences.get(sentence(at)).map(|s| s.block);
    block(a) == block(b)
}

/// An object: the phrase that starts at `start` with all that hangs on it, up to a comma or a verb
/// of the main clause.
pub(crate) fn object(g: &Grammar, start: usize, ceiling: usize) -> Range<usize> {
    let mut at = start;
    while at < ceiling {
        match g.tag(at) {
            Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Dash => break,
            Tag::Comma => break,
            Tag::Conj if matches!(g.tag(at + 1), Tag::Verb) || g.folded(at) == "but" => break,
            Tag::Sub => break,
            Tag::Quote => {
                let end = g.quotation(at).map_or(at + 1, |q| q.tokens.end);
                at = end.max(at + 1);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    start..without_stop(g, start, at.min(ceiling).max(start))
}
