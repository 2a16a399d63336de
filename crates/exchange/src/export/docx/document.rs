//! The document's body.

use std::fmt::Write as _;

use sourcelight_article::BlockKind;

use super::{HEAD, W, runs, xml};
use crate::export::segments::segments;
use crate::report::Report;

/// `word/document.xml`: the blocks as paragraphs, and around the words that a comment is on, its
/// range and its reference.
pub(super) fn write(report: &Report<'_>) -> String {
    let article = &report.input.kept.article;
    let mut out = format!("{HEAD}<w:document {W}><w:body>");
    if article.blocks.iter().all(|b| b.kind != BlockKind::Headline) {
        paragraph(&mut out, "Title", &runs(&report.title, ""));
    }
    for (label, value) in &report.about {
        paragraph(&mut out, "About", &runs(&format!("{label}: {value}"), ""));
    }
    let unplaced = report
        .entries
        .iter()
        .filter(|e| e.spans.iter().all(|s| s.is_empty()));
    let cut = segments(&article.blocks, &report.entries);
    let mut standing: Vec<usize> = unplaced.map(|e| e.number).collect();
    let anchored: Vec<usize> = cut
        .iter()
        .flatten()
        .flat_map(|s| &s.begins)
        .copied()
        .collect();
    let loose = report
        .entries
        .iter()
        .enumerate()
        .filter(|(i, e)| !anchored.contains(i) && !standing.contains(&e.number));
    let loose: Vec<usize> = loose.map(|(_, e)| e.number).collect();
    standing.extend(loose);
    // What has no place in the text is a comment on the first paragraph, so that it is not lost.
    if !standing.is_empty() {
        let mut words = String::new();
        for number in &standing {
            let _ = write!(words, "<w:commentRangeStart w:id=\"{number}\"/>");
        }
        words.push_str(&runs("…", ""));
        for number in &standing {
            words.push_str(&end(*number));
        }
        paragraph(&mut out, "About", &words);
    }
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
