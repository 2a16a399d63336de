//! The article with its numbered marks.

use std::fmt::Write as _;

use sourcelight_article::BlockKind;

use super::html;
use crate::export::segments::{Segment, segments};
use crate::report::Report;

/// Draws every block.
pub(super) fn write(out: &mut String, report: &Report<'_>) {
    let article = &report.input.kept.article;
    let cut = segments(&article.blocks, &report.entries);
    let mut in_list = false;
    for (block, segments) in article.blocks.iter().zip(&cut) {
        let is_item = block.kind == BlockKind::ListItem;
        if is_item != in_list {
            out.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        let (open, close) = tags(block.kind);
        out.push_str(open);
        for segment in segments {
            run(out, report, segment, segment.span.of(&article.text));
        }
        out.push_str(close);
        out.push('\n');
    }
    if in_list {
        out.push_str("</ul>\n");
    }
}

/// The page's own heading has the first level, so the article's headline has the second.
const fn tags(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline => ("<h2>", "</h2>"),
        BlockKind::Subhead => ("<h3>", "</h3>"),
        BlockKind::Byline => ("<p class=\"byline\">", "</p>"),
        BlockKind::Standfirst => ("<p class=\"standfirst\">", "</p>"),
        BlockKind::Paragraph => ("<p>", "</p>"),
        BlockKind::Quote => ("<blockquote>", "</blockquote>"),
        BlockKind::ListItem => ("<li>", "</li>"),
        BlockKind::Caption => ("<p class=\"caption\">", "</p>"),
        BlockKind::Table => ("<p class=\"table\">", "</p>"),
        BlockKind::Boilerplate => ("<p class=\"boilerplate\">", "</p>"),
    }
}

fn run(out: &mut String, report: &Report<'_>, segment: &Segment, words: &str) {
    let entries = |indices: &[usize]| {
        indices
            .iter()
            .filter_map(|i| report.entries.get(*i))
            .collect::<Vec<_>>()
    };
    for entry in entries(&segment.begins) {
        let _ = write!(out, "<span id=\"m{}\"></span>", entry.number);
    }
    let mut classes: Vec<_> = entries(&segment.marked)
        .iter()
        .map(|e| e.kind.word())
        .collect();
    classes.sort_unstable();
    classes.dedup();
    if classes.is_empty() {
        out.push_str(&html(words));
    } else {
        let _ = write!(
            out,
            "<mark class=\"{}\">{}</mark>",
            classes.join(" "),
            html(words)
        );
    }
    for entry in entries(&segment.ends) {
        let number = entry.number;
        let _ = write!(
            out,
            "<sup class=\"n\"><a href=\"#e{number}\">{number}</a></sup>"
        );
    }
}
