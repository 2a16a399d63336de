//! Reported words that stand before their cue, or on both sides of it.

use std::ops::Range;

use super::adjuncts::skip_adjuncts;
use super::behind::Behind;
use super::candidate::{Frame, SourceKind};
use super::content::{clause, preceding, without_stop};
use super::source::Group;
use crate::grammar::{Grammar, Phrase, Tag};
use crate::voices::takes_clause;

/// Content that stands before the source: "…, he said", "“…,” said the minister", "“…,” he said, “…”".
pub(super) fn around(
    g: &Grammar,
    group: &Group,
    source: Option<&Phrase>,
    kind: SourceKind,
    behind: &Behind,
    bounds: &Range<usize>,
) -> Option<(Frame, Vec<Range<usize>>, Option<Phrase>)> {
    let (floor, ceiling) = (bounds.start, bounds.end);
    let inverts = matches!(
        behind.frame,
        Frame::Object | Frame::ObjectPrep | Frame::ObjectAs | Frame::HearerQuote
    ) || (behind.frame == Frame::Bare && behind.hearer.is_some());
    let lemma = g.words[group.end - 1].verb.map_or("", |v| v.lemma);
    let before = |back: usize| group.start.checked_sub(back).map(|i| g.tag(i));
    let quoted = before(1) == Some(Tag::Quote)
        || (before(1) == Some(Tag::Comma) && before(2) == Some(Tag::Quote));
    // Without a quotation only a verb that takes a clause turns around: "the plan is dead, said aides", but
    // "Smith, who leads it, described it".
    let turns =
        takes_clause(lemma) && behind.frame == Frame::Object && !object_pronoun(g, group.end);
    let after_mark = group.start == floor
        || quoted
        || (turns && matches!(before(1), Some(Tag::Comma | Tag::Dash)));
    if inverts && after_mark && !group.shape.participle && !group.shape.infinitive {
        let first = preceding(g, group.start, floor)?;
        let phrase = inverted_source(g, group.end, ceiling)?;
        let mut content = vec![first];
        content.extend(second_piece(g, phrase.whole.end, ceiling));
        return Some((Frame::Inverted, content, Some(phrase)));
    }
    let source = source.filter(|_| !matches!(kind, SourceKind::Shared | SourceKind::Antecedent))?;
    let start = source.whole.start;
    if start > floor && g.folded(start - 1) == "as" {
        return as_they_say(g, group, start - 1, behind, bounds);
    }
    let Some(first) = preceding(g, start, floor) else {
        return parenthetical(g, group, start, behind, bounds);
    };
    match behind.frame {
        Frame::Bare => {
            let mut content = vec![first];
            let rest = skip_adjuncts(g, group.end, ceiling);
            let second =
                second_piece(g, rest, ceiling).or_else(|| mid_piece(g, rest, ceiling, &content[0]));
            let split = second.is_some();
            content.extend(second);
            Some((
                if split { Frame::Split } else { Frame::Before },
                content,
                None,
            ))
        }
        // `"A," he told CNN.`
        Frame::Object | Frame::ObjectPrep | Frame::Prep
            if g.tag(first.end - 1) == Tag::Quote && !matches!(g.tag(group.end), Tag::That) =>
        {
            Some((Frame::Before, vec![first], None))
        }
        // "…, the governor wrote on Telegram", "…, he said to applause".
        Frame::Prep if takes_clause(g.words[group.end - 1].verb.map_or("", |v| v.lemma)) => {
            Some((Frame::Before, vec![first], None))
        }
        Frame::HearerQuote | Frame::Quote if g.tag(first.end - 1) == Tag::Quote => {
            let mut content = vec![first];
            content.extend(behind.content.clone());
            Some((Frame::Split, content, None))
        }
        _ => None,
    }
}

/// "It", "him": what is spoken of, never who speaks.
fn object_pronoun(g: &Grammar, at: usize) -> bool {
    matches!(
        g.folded(at),
        "it" | "him" | "her" | "them" | "us" | "me" | "himself" | "itself"
    )
}

/// "The convoy, police said, had crossed the river": the source and the cue stand inside the clause they
/// report, between its subject, or what opens it, and its verb.
pub(super) fn parenthetical(
    g: &Grammar,
    group: &Group,
    source: usize,
    behind: &Behind,
    bounds: &Range<usize>,
) -> Option<(Frame, Vec<Range<usize>>, Option<Phrase>)> {
    let comma = source.checked_sub(1).filter(|&c| c > bounds.start)?;
    if behind.frame != Frame::Bare
        || group.shape.infinitive
        || group.shape.participle
        || g.tag(comma) != Tag::Comma
    {
        return None;
    }
    let mut start = bounds.start;
    while start < comma && matches!(g.tag(start), Tag::Conj | Tag::Comma | Tag::Quote) {
        start += 1;
    }
    let first = start..comma;
    let rest = skip_adjuncts(g, group.end, bounds.end);
    if first.is_empty() || g.tag(rest) != Tag::Comma {
        return None;
    }
    let second = clause(g, rest + 1, bounds.end);
    g.has_finite_verb(second.clone())
        .then(|| (Frame::Split, vec![first, second], None))
}

/// "As the paper writes, …" and "…, as the paper writes".
pub(super) fn as_they_say(
    g: &Grammar,
    group: &Group,
    at: usize,
    behind: &Behind,
    bounds: &Range<usize>,
) -> Option<(Frame, Vec<Range<usize>>, Option<Phrase>)> {
    let rest = skip_adjuncts(g, group.end, bounds.end);
    if behind.frame != Frame::Bare {
        return None;
    }
    if at == bounds.start && g.tag(rest) == Tag::Comma {
        return Some((Frame::As, vec![clause(g, rest + 1, bounds.end)], None));
    }
    let end = without_stop(g, bounds.start, at);
    (at > bounds.start && g.tag(at - 1) == Tag::Comma && g.has_finite_verb(bounds.start..end)).then(
        || {
            (
                Frame::As,
                std::iter::once(bounds.start..end).collect(),
                None,
            )
        },
    )
}

/// The source behind an inverted verb, with its apposition.
pub(super) fn inverted_source(g: &Grammar, start: usize, ceiling: usize) -> Option<Phrase> {
    let mut phrase = g.phrase_after(start, ceiling)?;
    let mut end = phrase.whole.end;
    // ", the minister of …" up to the next mark that ends it.
    if g.tag(end) == Tag::Comma && end + 1 < ceiling && g.quotation_index(end + 1).is_none() {
        let opens = matches!(
            g.tag(end + 1),
            Tag::Det | Tag::Poss | Tag::Noun | Tag::Num | Tag::Rel | Tag::Proper
        );
        if opens {
            let stop = (end + 1..ceiling).find(|&i| {
                matches!(
                    g.tag(i),
                    Tag::Stop | Tag::Quote | Tag::Semicolon | Tag::Colon
                ) || (g.tag(i) == Tag::Comma
                    && matches!(g.tag(i + 1), Tag::Ing | Tag::Quote | Tag::Sub | Tag::Conj))
            });
            end = stop.unwrap_or(ceiling);
        }
    }
    phrase.whole.end = end;
    Some(phrase)
}

/// A quotation that goes on behind the cue: `he said, “…”`.
pub(super) fn second_piece(g: &Grammar, at: usize, ceiling: usize) -> Option<Range<usize>> {
    let mut at = at;
    // `; and, later, “…”`.
    for _ in 0..5 {
        if at < ceiling
            && matches!(
                g.tag(at),
                Tag::Comma | Tag::Colon | Tag::Semicolon | Tag::Conj | Tag::Adv
            )
        {
            at += 1;
        }
    }
    if at >= ceiling || g.tag(at) != Tag::Quote {
        return None;
    }
    let quotation = g.quotation(at).filter(|q| q.tokens.start == at)?;
    Some(quotation.tokens.clone())
}

/// Reported words that go on behind the cue: "The plan, he said, was dead".
pub(super) fn mid_piece(
    g: &Grammar,
    at: usize,
    ceiling: usize,
    first: &Range<usize>,
) -> Option<Range<usize>> {
    if g.tag(at) != Tag::Comma || g.tag(first.end - 1) == Tag::Quote {
        return None;
    }
    let start = at + 1;
    let goes_on = match g.tag(start) {
        Tag::Ing | Tag::Rel | Tag::Quote => false,
        Tag::Conj => g.has_finite_verb(start..ceiling),
        Tag::Sub => !matches!(g.folded(start), "while" | "although" | "as"),
        _ => g.folded(start) != "as",
    };
    goes_on.then(|| clause(g, start, ceiling))
}
