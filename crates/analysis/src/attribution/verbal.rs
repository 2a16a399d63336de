//! Candidates whose cue is a verb.

use std::ops::Range;

use super::candidate::{Candidate, Frame, SourceKind};
use super::content::{clause, object, preceding, without_stop};
use super::source::{Group, group, kind_of, subject};
use crate::grammar::{Form, Grammar, Phrase, Tag};
use crate::voices::takes_clause;

/// Verbs that take a hearer before what they say.
const TELLS: &[&str] = &[
    "tell", "inform", "assure", "remind", "warn", "notify", "advise", "convince", "persuade",
    "ask", "show", "teach", "promise", "brief", "caution", "reassure", "alert", "write", "email",
];

/// What stands behind a verb group.
struct Behind {
    frame: Frame,
    content: Option<Range<usize>>,
    that: Option<usize>,
    particle: Option<usize>,
    hearer: Option<Range<usize>>,
}

impl Behind {
    fn of(frame: Frame, content: Range<usize>) -> Self {
        Self {
            frame,
            content: Some(content),
            that: None,
            particle: None,
            hearer: None,
        }
    }

    fn nothing() -> Self {
        Self {
            frame: Frame::Bare,
            content: None,
            that: None,
            particle: None,
            hearer: None,
        }
    }
}

/// The candidate whose cue's head is the verb at `head`, in the sentence `sentence`, whose tokens (or
/// whose quotation's) are `bounds`.
pub(crate) fn candidate(
    g: &Grammar,
    head: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    let verb = g.words[head].verb?;
    if matches!(verb.lemma, "be" | "have" | "do" | "let") {
        return None;
    }
    let (floor, ceiling) = (bounds.start, bounds.end);
    let mut group = group(g, head, floor);
    // "Pointed out": the particle is part of the cue.
    if verb.lemma == "point" && g.folded(head + 1) == "out" && head + 1 < ceiling {
        group.end = head + 2;
    }
    if reduced_relative(g, head, &group, bounds) {
        return None;
    }
    let (mut source, mut source_kind) = subject(g, group, floor);
    if let Some((issuer, kind)) = issuer(g, &group, source.as_ref(), floor) {
        (source, source_kind) = (Some(issuer), kind);
    }
    let mut behind = behind(g, verb.lemma, group.end.max(head + 1), ceiling);
    let mut content = Vec::new();

    let by = passive_agent(g, &group, head, ceiling);
    if group.shape.passive || by.is_some() {
        let carried = behind.content.take();
        let keeps = matches!(
            behind.frame,
            Frame::To | Frame::That | Frame::Wh | Frame::ObjectTo
        );
        let theme = source.take().map(|p| p.core);
        source_kind = SourceKind::None;
        if let Some(agent) = by {
            source_kind = kind_of(g, &agent);
            source = Some(agent);
        }
        content.extend(theme);
        content.extend(carried.filter(|_| keeps && source.is_none()));
        behind.frame = Frame::Passive;
        behind.particle = None;
    } else if let Some(found) = around(g, &group, source.as_ref(), source_kind, &behind, bounds) {
        behind.frame = found.0;
        content = found.1;
        if let Some(phrase) = found.2 {
            source_kind = kind_of(g, &phrase);
            source = Some(phrase);
            behind.that = None;
        }
        behind.particle = None;
    } else {
        content.extend(behind.content.take());
    }
    content.retain(|c| !c.is_empty());
    // `… defended the plan: “…”`.
    if let Some(end) = content
        .last()
        .map(|c| c.end)
        .filter(|&e| e > head && g.tag(e) == Tag::Colon)
        && let Some(q) = g
            .quotation(end + 1)
            .filter(|q| q.tokens.start == end + 1 && q.is_speech())
    {
        content.push(q.tokens.clone());
    }
    let quoted = content.iter().any(|c| {
        c.clone()
            .any(|i| g.tag(i) == Tag::Quote && g.quotation(i).is_some())
    });
    Some(Candidate {
        head,
        lemma: verb.lemma.to_owned(),
        cue: group.start..group.end,
        particle: behind.particle,
        frame: behind.frame,
        source,
        source_kind,
        content,
        that: behind.that,
        hearer: behind.hearer,
        shape: group.shape,
        quoted,
        confidence: 0.0,
        sentence,
        tagged: None,
    })
}

/// "Hamas issued a statement saying": who issued it speaks.
fn issuer(
    g: &Grammar,
    group: &Group,
    source: Option<&Phrase>,
    floor: usize,
) -> Option<(Phrase, SourceKind)> {
    let paper = source.filter(|s| group.shape.participle && s.whole.end == group.start)?;
    let verb = paper.whole.start.checked_sub(1).filter(|&v| v > floor)?;
    let issued = g.tag(verb) == Tag::Verb
        && g.words[verb].verb.is_some_and(|v| {
            matches!(
                v.lemma,
                "issue"
                    | "release"
                    | "publish"
                    | "post"
                    | "send"
                    | "write"
                    | "make"
                    | "put"
                    | "sign"
                    | "file"
                    | "deliver"
            )
        });
    if !issued {
        return None;
    }
    let (phrase, kind) = subject(g, super::source::group(g, verb, floor), floor);
    phrase.map(|p| (p, kind))
}

/// "A video posted online shows", "an email quoted in the report says": a participle that only tells which
/// one is meant, since a verb in the present follows before anything else sets in.
fn reduced_relative(g: &Grammar, head: usize, group: &Group, bounds: &Range<usize>) -> bool {
    const FAR: usize = 9;
    let form = g.words[head].verb.map(|v| v.form);
    if !matches!(form, Some(Form::Ed | Form::Participle))
        || group.start != head
        || head == bounds.start
        || !g.tag(head - 1).is_nominal()
    {
        return false;
    }
    let mut at = head + 1;
    while at < bounds.end.min(head + FAR) {
        match g.tag(at) {
            Tag::Verb => {
                let form = g.words[at].verb.map(|v| v.form);
                return matches!(form, Some(Form::S | Form::Base)) && at > head + 1;
            }
            Tag::Adv
            | Tag::Prep
            | Tag::Det
            | Tag::Noun
            | Tag::Proper
            | Tag::Time
            | Tag::Num
            | Tag::Poss => at += 1,
            _ => return false,
        }
    }
    false
}

/// The agent of "was reported by X" or "reported by X".
fn passive_agent(g: &Grammar, group: &Group, head: usize, ceiling: usize) -> Option<Phrase> {
    let form = g.words[head].verb?.form;
    if !matches!(form, Form::Ed | Form::Participle) {
        return None;
    }
    let by = (head + 1..ceiling.min(head + 4)).find(|&i| g.folded(i) == "by")?;
    let near =
        (head + 1..by).all(|i| matches!(g.tag(i), Tag::Adv | Tag::Time | Tag::Prep | Tag::Noun));
    if !near || (by > head + 1 && !group.shape.passive) {
        return None;
    }
    let phrase = g.phrase_after(by + 1, ceiling)?;
    // "Said by telephone": how, not who.
    let means = matches!(
        g.folded(phrase.core.end - 1),
        "telephone"
            | "phone"
            | "email"
            | "e-mail"
            | "letter"
            | "video"
            | "text"
            | "fax"
            | "mail"
            | "radio"
            | "hand"
            | "message"
            | "then"
            | "now"
    ) || g.tag(by + 1) == Tag::Time;
    (g.tag(by + 1) != Tag::Ing && !means).then_some(phrase)
}

/// Content that stands before the source: "…, he said", "“…,” said the minister", "“…,” he said, “…”".
fn around(
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
fn parenthetical(
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
fn as_they_say(
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
fn inverted_source(g: &Grammar, start: usize, ceiling: usize) -> Option<Phrase> {
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
fn second_piece(g: &Grammar, at: usize, ceiling: usize) -> Option<Range<usize>> {
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
fn mid_piece(g: &Grammar, at: usize, ceiling: usize, first: &Range<usize>) -> Option<Range<usize>> {
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

/// Past "on Tuesday", "in a statement", "at a rally in Iowa".
pub(crate) fn skip_adjuncts(g: &Grammar, start: usize, ceiling: usize) -> usize {
    let mut at = start;
    while at < ceiling {
        match g.tag(at) {
            Tag::Time | Tag::Adv => at += 1,
            Tag::Det
                if matches!(
                    g.folded(at + 1),
                    "week"
                        | "month"
                        | "year"
                        | "morning"
                        | "night"
                        | "evening"
                        | "afternoon"
                        | "day"
                ) =>
            {
                at += 2;
            }
            Tag::Noun if g.folded(at) == "last" || g.folded(at) == "next" => at += 2,
            Tag::Prep
                if matches!(
                    g.folded(at),
                    "in" | "on"
                        | "at"
                        | "during"
                        | "after"
                        | "before"
                        | "from"
                        | "via"
                        | "through"
                        | "with"
                        | "following"
                        | "by"
                        | "to"
                        | "over"
                ) =>
            {
                let next = if g.tag(at + 1) == Tag::Time {
                    Some(at + 2)
                } else {
                    g.chunk_end(at + 1, ceiling)
                };
                match next {
                    Some(mut end) => {
                        while matches!(g.folded(end), "of" | "with" | "for") {
                            match g.chunk_end(end + 1, ceiling) {
                                Some(next) => end = next,
                                None => break,
                            }
                        }
                        at = end;
                    }
                    None => break,
                }
            }
            _ => break,
        }
    }
    at.min(ceiling)
}

/// A quotation, a colon or "that" right at `at`, perhaps behind a comma.
fn opener(g: &Grammar, at: usize, ceiling: usize) -> Option<(Frame, Range<usize>, Option<usize>)> {
    if at >= ceiling {
        return None;
    }
    match g.tag(at) {
        Tag::That => Some((Frame::That, clause(g, at + 1, ceiling), Some(at))),
        Tag::Colon => Some((Frame::Colon, clause(g, at + 1, ceiling), None)),
        Tag::Quote => {
            let quotation = g.quotation(at).filter(|q| q.tokens.start == at)?;
            let range = clause(g, at, ceiling);
            // `reads “…”, but nobody …`: the article itself goes on.
            let end = quotation.tokens.end;
            let article = g.tag(end) == Tag::Comma
                && g.tag(end + 1) == Tag::Conj
                && g.tag(end + 2) != Tag::That;
            let range = if article { range.start..end } else { range };
            Some((
                Frame::Quote,
                range.start..range.end.max(quotation.tokens.end),
                None,
            ))
        }
        Tag::Comma if g.tag(at + 1) == Tag::Quote => {
            let quotation = g.quotation(at + 1).filter(|q| q.tokens.start == at + 1)?;
            Some((Frame::Quote, quotation.tokens.clone(), None))
        }
        _ => None,
    }
}

/// Whether a clause with subject and verb starts at `at`.
fn is_clause(g: &Grammar, at: usize, ceiling: usize) -> bool {
    if at >= ceiling || !g.tag(at).opens_phrase() {
        return false;
    }
    let verb_at = |end: usize| {
        let end = (end..ceiling.min(end + 3))
            .find(|&i| !matches!(g.tag(i), Tag::Adv | Tag::Quote))
            .unwrap_or(end);
        end < ceiling && g.is_finite(end)
    };
    let Some(chunk) = g.chunk_end(at, ceiling) else {
        return false;
    };
    if verb_at(chunk) {
        return true;
    }
    let end = g.phrase_after(at, ceiling).map_or(chunk, |p| p.whole.end);
    if verb_at(end) {
        return true;
    }
    // "the senator, who had left, was …", "people who vote are …".
    match g.tag(end) {
        Tag::Comma => {
            (end + 1..ceiling.min(end + 18)).any(|i| g.tag(i) == Tag::Comma && verb_at(i + 1))
        }
        Tag::Rel | Tag::Ing | Tag::That => g.has_finite_verb(end + 1..ceiling.min(end + 16)),
        _ => false,
    }
}

fn behind(g: &Grammar, lemma: &str, start: usize, ceiling: usize) -> Behind {
    let mut at = start;
    while at < ceiling && matches!(g.tag(at), Tag::Adv | Tag::Time) {
        at += 1;
    }
    if at >= ceiling {
        return Behind::nothing();
    }
    if let Some((frame, content, that)) = opener(g, at, ceiling) {
        return Behind {
            that,
            ..Behind::of(frame, content)
        };
    }
    match g.tag(at) {
        Tag::To
            if g.words
                .get(at + 1)
                .is_some_and(|w| w.verb.is_some() || w.tag.is_auxiliary()) =>
        {
            Behind::of(Frame::To, object(g, at, ceiling))
        }
        Tag::Wh | Tag::Rel => Behind::of(Frame::Wh, clause(g, at, ceiling)),
        Tag::Sub if g.folded(at) == "whether" => Behind::of(Frame::Wh, clause(g, at, ceiling)),
        Tag::Sub if takes_clause(lemma) => subordinate(g, at, ceiling),
        Tag::Ing => Behind::of(Frame::Ing, object(g, at, ceiling)),
        Tag::Prep | Tag::To => prepositional(g, lemma, at, ceiling),
        tag if tag.opens_phrase() => nominal(g, lemma, at, ceiling),
        _ => Behind::nothing(),
    }
}

/// "Said although prices had risen, nobody had complained": a clause that begins with another.
fn subordinate(g: &Grammar, at: usize, ceiling: usize) -> Behind {
    let opens = matches!(
        g.folded(at),
        "if" | "although" | "though" | "unless" | "once" | "when" | "while" | "even"
    );
    let main = (at + 1..ceiling)
        .find(|&i| g.tag(i) == Tag::Comma)
        .is_some_and(|comma| g.has_finite_verb(at..comma) && g.has_finite_verb(comma..ceiling));
    if opens && main {
        Behind::of(Frame::Clause, clause(g, at, ceiling))
    } else {
        Behind::nothing()
    }
}

fn prepositional(g: &Grammar, lemma: &str, at: usize, ceiling: usize) -> Behind {
    let past = skip_adjuncts(g, at, ceiling);
    if past > at {
        // "Agreed in principle to sell".
        let infinitive = g.tag(past) == Tag::To
            && past + 1 < ceiling
            && g.words[past + 1].verb.is_some()
            && g.folded(at) == "in";
        if infinitive {
            return Behind::of(Frame::To, object(g, past, ceiling));
        }
        if let Some((frame, content, that)) = opener(g, past, ceiling) {
            return Behind {
                that,
                ..Behind::of(frame, content)
            };
        }
        if is_clause(g, past, ceiling) && (g.tag(past) == Tag::Pron || takes_clause(lemma)) {
            return Behind::of(Frame::Clause, clause(g, past, ceiling));
        }
        let adjunct = matches!(
            g.folded(at),
            "in" | "at" | "during" | "after" | "before" | "via" | "following"
        ) || g.tag(at + 1) == Tag::Time;
        let ends = past >= ceiling || matches!(g.tag(past), Tag::Stop | Tag::Comma);
        if adjunct && ends {
            return Behind::nothing();
        }
    }
    let content = object(g, at + 1, ceiling);
    if content.is_empty() {
        return Behind::nothing();
    }
    Behind {
        particle: Some(at),
        ..Behind::of(Frame::Prep, content)
    }
}

fn nominal(g: &Grammar, lemma: &str, at: usize, ceiling: usize) -> Behind {
    let tells = TELLS.contains(&lemma);
    let Some(chunk) = g.chunk_end(at, ceiling) else {
        return Behind::nothing();
    };
    let phrase = g.phrase_after(at, ceiling).map_or(chunk, |p| p.whole.end);
    if !tells && is_clause(g, at, ceiling) {
        return Behind::of(Frame::Clause, clause(g, at, ceiling));
    }
    for end in [chunk, phrase] {
        let past = skip_adjuncts(g, end, ceiling);
        for place in [end, past] {
            if let Some((frame, content, that)) = opener(g, place, ceiling) {
                let frame = match frame {
                    Frame::That if !tells && !matches!(lemma, "make") => continue,
                    Frame::That => Frame::HearerThat,
                    _ => Frame::HearerQuote,
                };
                return Behind {
                    that,
                    hearer: Some(at..end),
                    ..Behind::of(frame, content)
                };
            }
            if tells && is_clause(g, place, ceiling) {
                let content = clause(g, place, ceiling);
                return Behind {
                    hearer: Some(at..end),
                    ..Behind::of(Frame::HearerClause, content)
                };
            }
        }
        if tells && matches!(g.tag(end), Tag::Wh | Tag::Rel) {
            let content = clause(g, end, ceiling);
            return Behind {
                hearer: Some(at..end),
                ..Behind::of(Frame::HearerWh, content)
            };
        }
        // "Showed damage" shows a thing; "told the paper" tells somebody.
        if tells
            && !matches!(lemma, "show" | "promise" | "teach" | "write")
            && (past >= ceiling || matches!(g.tag(past), Tag::Comma | Tag::Stop))
            && end == phrase
        {
            return Behind {
                hearer: Some(at..end),
                ..Behind::nothing()
            };
        }
    }
    if is_clause(g, at, ceiling) {
        return Behind::of(Frame::Clause, clause(g, at, ceiling));
    }
    let whole = object(g, at, ceiling);
    let frame = match g.tag(chunk) {
        Tag::To if g.words.get(chunk + 1).is_some_and(|w| w.verb.is_some()) => Frame::ObjectTo,
        Tag::Prep if g.folded(chunk) == "as" => Frame::ObjectAs,
        Tag::Prep if g.folded(chunk) != "of" => Frame::ObjectPrep,
        _ => Frame::Object,
    };
    Behind::of(frame, whole.start..without_stop(g, whole.start, whole.end))
}
