//! Candidates whose cue is a mark: a name and a colon, or a dash and a name.

use sourcelight_article::BlockKind;

use super::candidate::{Candidate, Frame};
use super::content::{preceding, without_stop};
use super::nominal::blank;
use super::source::kind_of;
use crate::grammar::{Grammar, Phrase, Tag};

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
