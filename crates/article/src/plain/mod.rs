//! Plain text in, [`Article`] out. The canonical text is the input unchanged.
//!
//! What a block is follows from its place, its length, its last mark and the lexicon of boilerplate;
//! nothing is decided by the words of the story.

mod boilerplate;
mod lines;
mod top;

use sourcelight_text::Span;

use crate::{Article, Block, BlockKind, Metadata, date::read_date, language::guess_language};
#[cfg(feature = "html")]
pub(crate) use boilerplate::is_boilerplate;
use boilerplate::mark_boilerplate;
use lines::{Unit, marker_len, units};
pub(crate) use top::ends_a_sentence;
use top::{byline, is_date, is_headline, opens_with_dateline, sentence_ends};

/// How many blocks under the headline may be bylines, dates or a standfirst.
const TOP: usize = 6;
/// The shortest standfirst, in characters; what is shorter is a label.
const SHORTEST_STANDFIRST: usize = 24;
/// The longest standfirst, in characters.
const LONGEST_STANDFIRST: usize = 260;
/// The longest subhead, in characters.
const LONGEST_SUBHEAD: usize = 80;

/// Opens plain text: pasted, dropped or read from a file. Never fails; a text without any story is
/// an article without blocks. Linear in the text.
///
/// Paragraphs may stand one a line, or be hard-wrapped with blank lines or indents between them.
/// List marks ("- ") and quotation marks of mail ("> ") stay outside the blocks they open, except in
/// boilerplate.
pub fn open_plain_text(text: &str) -> Article {
    let mut blocks: Vec<Block> = Vec::new();
    let units = split_leading_date(text, units(text));
    let kinds = kinds(text, &units);
    for (unit, kind) in units.iter().zip(kinds) {
        let skip = match kind {
            BlockKind::ListItem => marker_len(unit.span.of(text)),
            BlockKind::Quote => quote_mark_len(unit.span.of(text)),
            _ => 0,
        };
        let span = Span::new(unit.span.start + skip, unit.span.end);
        blocks.push(Block { kind, span });
    }
    let metadata = metadata_of(text, &blocks);
    Article {
        metadata,
        text: text.to_owned(),
        blocks,
        ..Article::default()
    }
}

/// A date that opens the first paragraph ("Thursday, May 7, 2015 On Tuesday, …") becomes a unit of
/// its own.
fn split_leading_date(text: &str, mut units: Vec<Unit>) -> Vec<Unit> {
    let found = units.iter().take(TOP).enumerate().find_map(|(at, unit)| {
        let line = unit.span.of(text);
        let date = read_date(line).filter(|d| d.len > 0 && !d.alone)?;
        let behind = &line[date.len..];
        let gap = behind.len() - behind.trim_start().len();
        let prose = behind.trim_start().starts_with(char::is_uppercase) && gap > 0;
        prose.then_some((at, unit.span.start + date.len, gap))
    });
    if let Some((at, end, gap)) = found {
        let whole = units[at];
        units[at].span.end = end;
        let span = Span::new(end + gap, whole.span.end);
        units.insert(
            at + 1,
            Unit {
                span,
                after_blank: false,
            },
        );
    }
    units
}

fn kinds(text: &str, units: &[Unit]) -> Vec<BlockKind> {
    let line = |at: usize| units.get(at).map(|u| u.span.of(text));
    let mut kinds = vec![BlockKind::Paragraph; units.len()];
    mark_boilerplate(text, units, &mut kinds);
    let mut body = 0;
    let set_off = units.get(1).is_some_and(|u| u.after_blank);
    if line(0).is_some_and(|first| {
        kinds[0] == BlockKind::Paragraph && is_headline(first, line(1), set_off)
    }) {
        kinds[0] = BlockKind::Headline;
        body = mark_top(text, units, &mut kinds);
    }
    for at in body..units.len() {
        if kinds[at] == BlockKind::Paragraph {
            kinds[at] = body_kind(text, units, &kinds, at);
        }
    }
    kinds
}

/// Marks bylines, dates and the standfirst under the headline; answers where the body starts.
fn mark_top(text: &str, units: &[Unit], kinds: &mut [BlockKind]) -> usize {
    let last = units.len().min(TOP + 1);
    let mut body = 1;
    for at in 1..last {
        let line = units[at].span.of(text);
        if kinds[at] == BlockKind::Paragraph && (is_date(line) || byline(line).is_some()) {
            kinds[at] = BlockKind::Byline;
            body = at + 1;
        } else if is_long(line, LONGEST_STANDFIRST) {
            break;
        }
    }
    let signed = body > 1;
    for kind in kinds.iter_mut().take(body).skip(1) {
        // Short lines between headline and byline sum the story up.
        if *kind == BlockKind::Paragraph {
            *kind = BlockKind::Standfirst;
        }
    }
    let leads = kinds.get(1) == Some(&BlockKind::Paragraph)
        && units.len() > 4
        && is_standfirst(units[1].span.of(text));
    if !signed && leads {
        kinds[1] = BlockKind::Standfirst;
        body = 2;
    }
    body
}

/// Whether the first block under the headline sums the story up instead of beginning it: short, at
/// most two sentences, and with none of what a lead paragraph carries (a dateline, quoted speech,
/// "said", the day of the week).
fn is_standfirst(line: &str) -> bool {
    const LEAD: &[&str] = &["said", "says", "according", "told", "reported"];
    let lead_word = line.split(|c: char| !c.is_alphanumeric()).any(|w| {
        LEAD.contains(&w.to_lowercase().as_str())
            || (w.ends_with("day") && w.starts_with(char::is_uppercase))
    });
    is_long(line, SHORTEST_STANDFIRST)
        && !is_long(line, LONGEST_STANDFIRST)
        && !lead_word
        && !line.contains(['"', '“', '«'])
        && !opens_with_dateline(line)
        && marker_len(line) == 0
        && sentence_ends(line) <= 2
}

fn body_kind(text: &str, units: &[Unit], kinds: &[BlockKind], at: usize) -> BlockKind {
    let line = units[at].span.of(text);
    if quote_mark_len(line) > 0 {
        return BlockKind::Quote;
    }
    if is_list_item(text, units, at) {
        return BlockKind::ListItem;
    }
    if is_caption(line) {
        return BlockKind::Caption;
    }
    let story = |kind: &BlockKind| !matches!(kind, BlockKind::Boilerplate | BlockKind::Headline);
    let told =
        |kind: &BlockKind| !matches!(kind, BlockKind::Byline | BlockKind::Caption) && story(kind);
    let before = kinds[..at].iter().rev().take(TOP).any(told);
    let after = kinds[at + 1..]
        .iter()
        .zip(&units[at + 1..])
        .take(TOP)
        .any(|(kind, unit)| story(kind) && ends_a_sentence(unit.span.of(text)));
    match is_heading(line) {
        true if before && after => BlockKind::Subhead,
        // A fragment above the first paragraph is what a picture left behind.
        true if after && at > 0 => BlockKind::Caption,
        _ => BlockKind::Paragraph,
    }
}

/// Whether `line` is shaped like a heading: short, begun with a capital or a figure, without a mark
/// at its end that prose has.
pub(crate) fn is_heading(line: &str) -> bool {
    !is_long(line, LONGEST_SUBHEAD)
        && line.split_whitespace().count() <= 12
        && (!ends_a_sentence(line) || line.ends_with('?'))
        && !line.ends_with([',', '-', '—', '"', '”'])
        && !line.starts_with(|c: char| c.is_lowercase() || matches!(c, '"' | '“' | '—' | '('))
}

/// Whether `line` has a list mark. A dash alone can open a line of dialogue, so it needs a second
/// one beside it.
fn is_list_item(text: &str, units: &[Unit], at: usize) -> bool {
    let line = units[at].span.of(text);
    let same_mark = |other: Option<&Unit>| {
        other.is_some_and(|u| {
            let other = u.span.of(text);
            marker_len(other) > 0 && other.chars().next() == line.chars().next()
        })
    };
    marker_len(line) > 0
        && (!line.starts_with(['–', '—'])
            || same_mark(units.get(at + 1))
            || same_mark(at.checked_sub(1).and_then(|b| units.get(b))))
}

/// Whether `line` is the text under a picture: short, and with a credit.
pub(crate) fn is_caption(line: &str) -> bool {
    const CREDITS: &[&str] = &[
        "Image:",
        "Photo:",
        "Photo by",
        "Photograph:",
        "Picture:",
        "Credit:",
        "Getty Images",
        "/Reuters",
        "/AFP",
        "/AP",
        "File photo",
        "file photo",
        "from file",
        "[Video:",
        "[Photo:",
        "Screenshot:",
        "Фото:",
    ];
    !is_long(line, 320) && sentence_ends(line) <= 4 && {
        let from = line.len() - tail(line, 80).len();
        line.starts_with('[') && line.ends_with(']') && is_heading(&line[1..])
            || CREDITS
                .iter()
                .any(|credit| line.rfind(credit).is_some_and(|at| at >= from || at == 0))
    }
}

/// The last `count` bytes of `line`, or a little less, so that it starts on a character.
fn tail(line: &str, count: usize) -> &str {
    let mut from = line.len().saturating_sub(count);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    &line[from..]
}

/// Length in bytes of the "> " that opens a quoted line; 0 where there is none.
fn quote_mark_len(line: &str) -> usize {
    let behind = line.trim_start_matches('>');
    if behind.len() == line.len() || behind.trim().is_empty() {
        return 0;
    }
    line.len() - behind.trim_start().len()
}

/// What the paragraphs at `spans` of `text` would be in plain text, each set off by blank lines.
#[cfg(any(feature = "formats", feature = "pdf"))]
pub(crate) fn kinds_of_paragraphs(text: &str, spans: &[Span]) -> Vec<BlockKind> {
    let unit = |&span| Unit {
        span,
        after_blank: true,
    };
    let units: Vec<Unit> = spans.iter().map(unit).collect();
    kinds(text, &units)
}

/// Length in bytes of the list mark ("- ", "• ", "1. ") that opens `line`; 0 where there is none.
#[cfg(feature = "pdf")]
pub(crate) fn marker_length(line: &str) -> usize {
    marker_len(line)
}

/// Whether `line` is a byline or a date and nothing else.
#[cfg(any(feature = "html", feature = "pdf"))]
pub(crate) fn is_top_matter(line: &str) -> bool {
    is_date(line) || byline(line).is_some()
}

/// Marks as boilerplate the blocks of `text` that the lexicon names, and the links under its headings.
#[cfg(feature = "html")]
pub(crate) fn mark_boilerplate_in(text: &str, blocks: &mut [Block]) {
    let units: Vec<Unit> = blocks
        .iter()
        .map(|b| Unit {
            span: b.span,
            after_blank: false,
        })
        .collect();
    let mut kinds: Vec<BlockKind> = blocks.iter().map(|b| b.kind).collect();
    mark_boilerplate(text, &units, &mut kinds);
    for (block, kind) in blocks.iter_mut().zip(kinds) {
        block.kind = kind;
    }
}

fn is_long(line: &str, most: usize) -> bool {
    line.len() > most && line.chars().nth(most).is_some()
}

/// What the blocks say of the article.
pub(crate) fn metadata_of(text: &str, blocks: &[Block]) -> Metadata {
    let of = |kind| {
        blocks
            .iter()
            .filter(move |b| b.kind == kind)
            .map(|b| b.span.of(text))
    };
    let names: Vec<String> = of(BlockKind::Byline).filter_map(byline).collect();
    Metadata {
        title: of(BlockKind::Headline).next().map(str::to_owned),
        byline: (!names.is_empty()).then(|| names.join(", ")),
        published: of(BlockKind::Byline).find_map(read_date).map(|d| d.iso),
        language: guess_language(text).map(str::to_owned),
        ..Metadata::default()
    }
}

#[cfg(test)]
mod tests;
