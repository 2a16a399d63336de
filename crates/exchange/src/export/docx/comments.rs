//! The comments.

use std::fmt::Write as _;

use super::{HEAD, W, runs, xml};
use crate::report::{Entry, EntryKind, EntryStatus, Report};
use crate::time::{iso, millis};
use crate::words::{plain, say, say_with};

/// `word/comments.xml`: one comment an entry, under its number. The machine's are by Sourcelight, the
/// reader's by whoever wrote them.
pub(super) fn write(report: &Report<'_>) -> String {
    let mut out = format!("{HEAD}<w:comments {W}>");
    for entry in &report.entries {
        comment(&mut out, report, entry);
    }
    out + "</w:comments>"
}

fn comment(out: &mut String, report: &Report<'_>, entry: &Entry) {
    let author = author(report, entry);
    let initials: String = author
        .split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(3)
        .collect();
    let date = entry.modified.as_deref().or(entry.created.as_deref());
    let machine = entry.status == EntryStatus::Machine;
    let date = date.or_else(|| machine.then_some(report.input.now));
    let date = date.and_then(millis).map(iso);
    let _ = write!(
        out,
        "<w:comment w:id=\"{}\" w:author=\"{}\" w:initials=\"{}\"",
        entry.number,
        xml(&author),
        xml(&initials)
    );
    if let Some(date) = date {
        let _ = write!(out, " w:date=\"{date}\"");
    }
    out.push('>');
    for (index, (words, bold)) in lines(entry).iter().enumerate() {
        out.push_str("<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>");
        if index == 0 {
            out.push_str(
                "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>",
            );
        }
        out.push_str(&runs(
            words,
            if *bold { "<w:rPr><w:b/></w:rPr>" } else { "" },
        ));
        out.push_str("</w:p>");
    }
    out.push_str("</w:comment>");
}

fn author(report: &Report<'_>, entry: &Entry) -> String {
    let reader = || report.input.reader.unwrap_or(say("meta.reader")).to_owned();
    match entry.status {
        EntryStatus::Machine => "Sourcelight".to_owned(),
        EntryStatus::Accepted => reader(),
        EntryStatus::Reader => entry.by.clone().unwrap_or_else(reader),
    }
}

/// A comment's paragraphs, each with whether it is bold.
fn lines(entry: &Entry) -> Vec<(String, bool)> {
    let mut lines = Vec::new();
    if entry.kind != EntryKind::Note {
        let name = entry.kind.name();
        let head = match entry.kind {
            EntryKind::Check => name.to_owned(),
            _ => format!("{name}: {}", plain(&entry.label)),
        };
        lines.push((head, true));
    }
    if entry.spans.iter().all(|s| s.is_empty()) && !entry.quote.is_empty() {
        lines.push((format!("“{}”", entry.quote), false));
    }
    if !entry.source.is_empty() {
        let voice = if entry.chain.is_empty() {
            entry.source.clone()
        } else {
            format!("{}, {}", entry.source, say_with("by_way_of", &entry.chain))
        };
        lines.push((voice, false));
    }
    lines.extend(
        entry
            .says
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(|l| (l.to_owned(), false)),
    );
    let mut told = entry.details.clone();
    if entry.status == EntryStatus::Accepted {
        told.push(entry.status.name().to_owned());
    }
    told.extend(entry.tags.iter().map(|tag| format!("#{tag}")));
    if !told.is_empty() {
        lines.push((told.join("; "), false));
    }
    if lines.is_empty() {
        lines.push((plain(&entry.label), false));
    }
    lines
}
