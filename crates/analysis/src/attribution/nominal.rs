//! Candidates whose cue is no verb: "according to", nouns, adverbs, colons and dashes.

use std::ops::Range;
use std::sync::LazyLock;

use sourcelight_article::BlockKind;

use super::candidate::{Candidate, Frame, Shape, SourceKind};
use super::content::{clause, object, preceding, without_stop};
use super::source::kind_of;
use crate::grammar::{Grammar, Phrase, Tag};
use crate::words::{WordMap, WordSet, entries};

/// Forms of cue nouns and their bare form.
static NOUNS: LazyLock<WordMap<&'static str>> = LazyLock::new(|| {
    WordMap::of(
        entries(include_str!("../../data/cue_nouns.txt")).flat_map(|line| {
            let lemma = line.split(' ').next().unwrap_or_default();
            line.split(' ').map(move |form| (form, lemma))
        }),
    )
});

/// Adverbs that say that somebody says so.
const HEARSAY: &[&str] = &["reportedly", "allegedly", "purportedly", "supposedly"];

/// Adjectives that attribute.
static ADJECTIVES: LazyLock<WordSet> =
    LazyLock::new(|| WordSet::lines(include_str!("../../data/cue_adjectives.txt")));

/// Words before a colon that name no voice.
const LABELS: &[&str] = &[
    "update",
    "watch",
    "video",
    "photo",
    "photos",
    "read",
    "more",
    "related",
    "note",
    "correction",
    "updated",
    "breaking",
    "live",
    "analysis",
    "opinion",
    "editorial",
    "review",
    "q",
    "a",
    "image",
    "picture",
    "file",
    "date",
    "time",
    "where",
    "when",
    "what",
    "who",
    "source",
    "contributing",
    "follow",
    "here",
    "following",
];

pub(crate) fn blank(
    g: &Grammar,
    head: usize,
    cue: Range<usize>,
    frame: Frame,
    sentence: usize,
) -> Candidate {
    Candidate {
        head,
        lemma: g.folded(head).to_owned(),
        cue,
        particle: None,
        frame,
        source: None,
        source_kind: SourceKind::None,
        content: Vec::new(),
        that: None,
        hearer: None,
        shape: Shape::default(),
        quoted: false,
        confidence: 0.0,
        sentence,
        tagged: None,
    }
}

/// "According to X, …", "…, according to X", "…, according to X, …".
pub(crate) fn according(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if g.folded(at) != "according" || g.folded(at + 1) != "to" {
        return None;
    }
    let (floor, ceiling) = (bounds.start, bounds.end);
    let phrase = g.phrase_after(at + 2, ceiling)?;
    let mut found = blank(g, at, at..at + 2, Frame::According, sentence);
    let mut end = phrase.whole.end;
    let leads = (floor..at)
        .all(|i| matches!(g.tag(i), Tag::Quote | Tag::Conj | Tag::Adv | Tag::Comma))
        || (at > floor && matches!(g.tag(at - 1), Tag::That | Tag::Conj | Tag::Sub));
    // The source goes on to the comma before the content, or to the end of the sentence.
    let rest = (end..ceiling).find(|&i| {
        matches!(g.tag(i), Tag::Stop | Tag::Semicolon)
            || (g.tag(i) == Tag::Comma && g.quotation_index(i).is_none())
    });
    if leads {
        // "According to the ministry over 300 people have …": no comma.
        let bare = g.tag(end) != Tag::Comma
            && (g.tag(end).opens_phrase() || g.tag(end + 1) == Tag::Num)
            && g.has_finite_verb(end..rest.unwrap_or(ceiling));
        if bare {
            found.content.push(clause(g, end, ceiling));
            found.source_kind = kind_of(g, &phrase);
            found.source = Some(phrase);
            return Some(found);
        }
        let mut phrase = phrase;
        let mut comma = rest?;
        // "the team's coach, Alireza Mehraban, ": the name belongs to the source.
        let name = (comma + 1..ceiling.min(comma + 6)).find(|&i| g.tag(i) != Tag::Proper);
        if let Some(next) =
            name.filter(|&n| n > comma + 1 && g.tag(n) == Tag::Comma && comma == end)
        {
            phrase.whole.end = next;
            comma = next;
        }

        // ", quoting Y," stands between.
        while matches!(g.tag(comma + 1), Tag::Ing | Tag::Rel | Tag::Det)
            || g.words.get(comma + 1).is_some_and(|w| w.verb.is_some())
        {
            let next = (comma + 1..ceiling).find(|&i| g.tag(i) == Tag::Comma);
            let between =
                |c: usize| !g.has_finite_verb(comma + 1..c) || g.tag(comma + 1) == Tag::Rel;
            match next {
                Some(next) if between(next) && g.has_finite_verb(next + 1..ceiling) => comma = next,
                _ => break,
            }
        }
        if g.tag(comma) != Tag::Comma {
            return None;
        }
        found.content.push(clause(g, comma + 1, ceiling));
        found.source_kind = kind_of(g, &phrase);
        found.source = Some(phrase);
        return Some(found);
    } else {
        end = rest.unwrap_or(ceiling).max(end);
        let before = (floor..at)
            .any(|_| true)
            .then(|| without_stop(g, floor, at))?;
        let start = g
            .quotation(before.saturating_sub(1))
            .filter(|q| q.tokens.end == before)
            .map_or(floor, |q| q.tokens.start.min(floor));
        found.content.push(start..before);
        if g.tag(end) == Tag::Comma
            && end + 1 < ceiling
            && !matches!(g.tag(end + 1), Tag::Rel | Tag::Ing | Tag::Det)
            && g.has_finite_verb(end + 1..ceiling)
        {
            found.content.push(clause(g, end + 1, ceiling));
        }
    }
    let end = if end - phrase.core.start > 25 {
        phrase.whole.end
    } else {
        end
    };
    found.source_kind = kind_of(g, &phrase);
    let mut phrase = phrase;
    if !leads {
        phrase.whole.end = end;
    }
    found.source = Some(phrase);
    Some(found)
}

/// "reportedly", "allegedly".
pub(crate) fn adverb(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if !HEARSAY.contains(&g.folded(at)) {
        return None;
    }
    let mut found = blank(g, at, at..at + 1, Frame::Adverb, sentence);
    let after = clause(g, at + 1, bounds.end);
    found.content.extend(
        [bounds.start..at, after]
            .into_iter()
            .filter(|r| !r.is_empty()),
    );
    Some(found)
}

/// "was reluctant to …", "is concerned that …".
pub(crate) fn adjective(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if !ADJECTIVES.has(g.folded(at)) {
        return None;
    }
    let (floor, ceiling) = (bounds.start, bounds.end);
    let mut start = at;
    let mut linked = false;
    while start > floor {
        let before = start - 1;
        let links = g.tag(before) == Tag::Be
            || g.words[before].verb.is_some_and(|v| {
                g.tag(before) == Tag::Verb
                    && matches!(
                        v.lemma,
                        "seem" | "remain" | "feel" | "become" | "sound" | "appear" | "stay"
                    )
            });
        linked |= links;
        if !(links || g.tag(before).is_auxiliary() || matches!(g.tag(before), Tag::Adv | Tag::Neg))
        {
            break;
        }
        start = before;
    }
    if !linked {
        return None;
    }
    let mut found = blank(g, at, start..at + 1, Frame::Adjective, sentence);
    let next = at + 1;
    match g.tag(next) {
        _ if next >= ceiling => return None,
        Tag::That => {
            found.that = Some(next);
            found.content.push(clause(g, next + 1, ceiling));
        }
        Tag::To => found.content.push(object(g, next, ceiling)),
        Tag::Prep => {
            found.particle = Some(next);
            found.content.push(object(g, next + 1, ceiling));
        }
        Tag::Wh | Tag::Pron | Tag::Det | Tag::Sub => found.content.push(clause(g, next, ceiling)),
        _ => return None,
    }
    found.content.retain(|c| !c.is_empty());
    let group = super::source::Group {
        start,
        end: at + 1,
        shape: Shape::default(),
    };
    (found.source, found.source_kind) = super::source::subject(g, group, floor);
    found.quoted = found
        .content
        .iter()
        .any(|c| c.clone().any(|i| g.quotation(i).is_some()));
    (!found.content.is_empty()).then_some(found)
}

/// A noun that attributes.
pub(crate) fn noun(
    g: &Grammar,
    at: usize,
    sentence: usize,
    bounds: &Range<usize>,
) -> Option<Candidate> {
    if matches!(g.tag(at), Tag::Verb | Tag::Ing | Tag::Proper) {
        return None;
    }
    let lemma = NOUNS.get(g.folded(at))?;
    let (floor, ceiling) = (bounds.start, bounds.end);
    let mut found = blank(g, at, at..at + 1, Frame::Noun, sentence);
    let agent = agent_behind(g, at, ceiling);
    let next = agent.as_ref().map_or(at + 1, |a| a.whole.end);
    match g.tag(next) {
        _ if next >= ceiling => return None,
        _ if agent.is_some() && !matches!(g.tag(next), Tag::That) => return None,
        Tag::That => {
            found.that = Some(next);
            found.content.push(clause(g, next + 1, ceiling));
            found.lemma = format!("{lemma}+that");
        }
        Tag::To
            if g.words
                .get(next + 1)
                .is_some_and(|w| w.verb.is_some() || w.tag.is_auxiliary()) =>
        {
            found.content.push(object(g, next, ceiling));
            found.lemma = format!("{lemma}+to");
        }
        Tag::Prep | Tag::To => {
            let preposition = g.folded(next);
            if matches!(
                preposition,
                "by" | "from"
                    | "in"
                    | "at"
                    | "as"
                    | "during"
                    | "before"
                    | "after"
                    | "within"
                    | "among"
                    | "across"
            ) {
                return None;
            }
            found.particle = Some(next);
            found.content.push(object(g, next + 1, ceiling));
            found.lemma = format!("{lemma}+{preposition}");
        }
        _ => return None,
    }
    match agent {
        Some(agent) => {
            found.source_kind = kind_of(g, &agent);
            found.source = Some(agent);
        }
        None => possessor(g, at, floor, &mut found),
    }
    found.content.retain(|c| !c.is_empty());
    found.quoted = found
        .content
        .iter()
        .any(|c| c.clone().any(|i| g.quotation(i).is_some()));
    (!found.content.is_empty()).then_some(found)
}

/// "A claim by the mayor that …", "warnings from scientists that …": who stands between the noun and "that".
fn agent_behind(g: &Grammar, at: usize, ceiling: usize) -> Option<Phrase> {
    if at + 2 >= ceiling || !matches!(g.folded(at + 1), "by" | "from" | "of") {
        return None;
    }
    let phrase = g.phrase_after(at + 2, ceiling)?;
    // Only the plain phrase: what hangs on it ends where "that" opens the content.
    let end = phrase.core.end;
    (end < ceiling && g.tag(end) == Tag::That).then(|| Phrase::plain(phrase.core))
}

/// "Clinton's claim", "his promise", "He made a promise".
fn possessor(g: &Grammar, at: usize, floor: usize, found: &mut Candidate) {
    let mut start = at;
    while start > floor && matches!(g.tag(start - 1), Tag::Noun | Tag::Num | Tag::Adv) {
        start -= 1;
    }
    if start == floor {
        return;
    }
    match g.tag(start - 1) {
        Tag::PossS => {
            if let Some(phrase) = g.phrase_before(start - 1, floor) {
                found.cue = start - 1..at + 1;
                found.source_kind = SourceKind::Possessor;
                found.source = Some(Phrase::plain(phrase.core));
            }
        }
        Tag::Poss => {
            found.cue = start..at + 1;
            found.source_kind = SourceKind::Possessor;
            found.source = Some(Phrase::plain(start - 1..start));
        }
        _ => {
            let before = if g.tag(start - 1) == Tag::Det {
                start - 1
            } else {
                start
            };
            if before > floor && g.is_finite(before - 1) {
                let group = super::source::group(g, before - 1, floor);
                if !group.shape.passive {
                    let (source, kind) = super::source::subject(g, group, floor);
                    if source.is_some() {
                        found.cue = group.start..at + 1;
                        found.source = source;
                        found.source_kind = kind;
                    }
                }
            }
        }
    }
}

/// "Clinton: We …" at the start of a paragraph, "Reports: …" in a headline.
pub(crate) fn speaker(g: &Grammar, sentence: usize) -> Option<Candidate> {
    let this = &g.reading.sentences[sentence];
    let tokens = this.tokens.clone();
    let first = sentence == 0 || g.reading.sentences[sentence - 1].block != this.block;
    if !first {
        return None;
    }
    let colon = tokens.clone().take(9).find(|&i| g.tag(i) == Tag::Colon)?;
    let named = tokens.start..colon;
    let nominal = named.clone().all(|i| {
        g.tag(i).is_nominal()
            || matches!(
                g.tag(i),
                Tag::Det | Tag::Open | Tag::Close | Tag::Prep | Tag::Dash | Tag::Comma
            )
            || (g.tag(i) == Tag::Verb && g.words[i].capital)
    });
    if named.is_empty()
        || !nominal
        || LABELS.contains(&g.folded(tokens.start))
        || !g.words[tokens.start].capital
    {
        return None;
    }
    // A name or a lone role; a time such as "9:30" is none.
    let heading = matches!(this.kind, BlockKind::Headline | BlockKind::Subhead);
    let names = named
        .clone()
        .all(|i| g.words[i].capital || g.tag(i) != Tag::Noun);
    if g.tag(tokens.start) == Tag::Num || !(names || heading) || (heading && named.len() > 4) {
        return None;
    }
    let mut end = tokens.end;
    if !heading {
        end = block_end(g, sentence);
    }
    let end = if heading {
        without_stop(g, colon + 1, end)
    } else {
        end
    };
    let mut found = blank(g, colon, colon..colon + 1, Frame::Speaker, sentence);
    found.content.push(colon + 1..end);
    found.content.retain(|c| c.len() > 2);
    let phrase = Phrase::plain(named);
    found.source_kind = kind_of(g, &phrase);
    found.lemma = if heading { ":head" } else { ":" }.to_owned();
    found.quoted = g.quotation(colon + 1).is_some();
    found.source = Some(phrase);
    (!found.content.is_empty()).then_some(found)
}

fn block_end(g: &Grammar, sentence: usize) -> usize {
    let block = g.reading.sentences[sentence].block;
    g.reading.sentences[sentence..]
        .iter()
        .take_while(|s| s.block == block)
        .last()
        .map_or(0, |s| s.tokens.end)
}

/// "… - WP." in a headline, "“…” - Matthew Ingram" anywhere.
pub(crate) fn dash(g: &Grammar, sentence: usize) -> Option<Candidate> {
    let this = &g.reading.sentences[sentence];
    let tokens = this.tokens.clone();
    let mut end = tokens.end;
    while end > tokens.start && g.tag(end - 1) == Tag::Stop {
        end -= 1;
    }
    let dash = (tokens.start..end)
        .rev()
        .take(6)
        .find(|&i| g.tag(i) == Tag::Dash)?;
    let named = dash + 1..end;
    let spaced =
        g.reading.tokens[dash].span.start > g.reading.tokens[dash.checked_sub(1)?].span.end;
    let heading = this.kind == BlockKind::Headline;
    let content = tokens.start..dash;
    let quoted = dash > 0
        && g.tag(dash - 1) == Tag::Quote
        && g.quotation(dash - 1).is_some_and(|q| q.words > 3);
    let names = named.clone().all(|i| {
        (g.words[i].capital
            || g.tag(i) == Tag::Prep
            || matches!(
                g.folded(i),
                "media" | "the" | "report" | "reports" | "officials" | "sources"
            ))
            && !matches!(g.tag(i), Tag::Comma | Tag::Quote | Tag::Verb)
    });
    if !spaced || named.is_empty() || !names || content.len() < 3 || !(heading || quoted) {
        return None;
    }
    let mut found = blank(g, dash, dash..dash + 1, Frame::Dash, sentence);
    let content = match preceding(g, dash, tokens.start) {
        Some(range) if quoted => range,
        _ => content,
    };
    found.content.push(content);
    let phrase = Phrase::plain(named);
    found.source_kind = kind_of(g, &phrase);
    found.source = Some(phrase);
    found.lemma = "-".to_owned();
    found.quoted = quoted;
    Some(found)
}
