//! The document's body.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sourcelight_article::BlockKind;

use super::{HEAD, W, runs, xml};
use crate::export::segments::segments;
use crate::report::{Entry, Report};
use crate::words::{say, say_with};

/// `word/document.xml`: the blocks as paragraphs, and around the words that a comment is on, its
/// range and its reference.
pub(super) fn write(report: &Report<'_>) -> String {
    let article = &report.input.kept.article;
    let mut out = format!("{HEAD}<w:document {W}><w:body>");
    if article.blocks.iter().all(|b| b.kind != BlockKind::Headline) {
        paragraph(&mut out, "Title", &runs(&report.title, ""));
    }
    let cut = segments(&article.blocks, &report.entries);
    for (block, segments) in article.blocks.iter().zip(&cut) {
        let mut words = String::new();
        for segment in segments {
            for number in numbers(report, &segment.begins) {
                let _ = write!(words, "<w:commentRangeStart w:id=\"{number}\"/>");
            }
            words.push_str(&runs(segment.span.of(&article.text), ""));
            for number in numbers(report, &segment.ends) {
                words.push_str(&end(number));
            }
        }
        paragraph(&mut out, style(block.kind), &words);
    }
    let anchored: BTreeSet<usize> = cut
        .iter()
        .flatten()
        .flat_map(|s| &s.begins)
        .copied()
        .collect();
    let loose = report
        .entries
        .iter()
        .enumerate()
        .filter(|(index, _)| !anchored.contains(index));
    let loose: Vec<&Entry> = loose.map(|(_, entry)| entry).collect();
    if !loose.is_empty() {
        paragraph(&mut out, "Heading2", &runs(say("heading.notes"), ""));
    }
    for entry in loose {
        let number = entry.number;
        let quote = if entry.quote.is_empty() {
            "…"
        } else {
            &entry.quote
        };
        let words = format!(
            "<w:commentRangeStart w:id=\"{number}\"/>{}{}",
            runs(quote, ""),
            end(number)
        );
        paragraph(&mut out, "Quote", &words);
    }
    for (label, value) in &report.about {
        paragraph(&mut out, "About", &runs(&format!("{label}: {value}"), ""));
    }
    paragraph(
        &mut out,
        "About",
        &runs(&say_with("made", report.input.version), ""),
    );
    out.push_str(
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" \
         w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
    );
    out
}

fn numbers<'a>(report: &'a Report<'_>, indices: &'a [usize]) -> impl Iterator<Item = usize> {
    indices
        .iter()
        .filter_map(|index| report.entries.get(*index))
        .map(|entry| entry.number)
}

/// Where a comment's words end, and the mark that opens it.
fn end(number: usize) -> String {
    format!(
        "<w:commentRangeEnd w:id=\"{number}\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr>\
         <w:commentReference w:id=\"{number}\"/></w:r>"
    )
}

fn paragraph(out: &mut String, style: &str, words: &str) {
    let _ = write!(
        out,
        "<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{words}</w:p>",
        xml(style)
    );
}

/// The style of a block, by its id in `styles.xml`.
const fn style(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "Title",
        BlockKind::Byline => "Byline",
        BlockKind::Standfirst => "Standfirst",
        BlockKind::Paragraph | BlockKind::Table => "Normal",
        BlockKind::Subhead => "Heading2",
        BlockKind::Quote => "Quote",
        BlockKind::ListItem => "ListBullet",
        BlockKind::Caption => "Caption",
        BlockKind::Boilerplate => "Boilerplate",
    }
}
