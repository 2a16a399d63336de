//! A table, one row a finding, check or note (RFC 4180).

use sourcelight_text::{OffsetMap, Span};

use super::escape::csv;
use crate::report::{Entry, Report};
use crate::words::plain;

const HEADER: [&str; 19] = [
    "number",
    "kind",
    "label",
    "status",
    "quote",
    "source",
    "cue",
    "by_way_of",
    "details",
    "says",
    "tags",
    "by",
    "created",
    "modified",
    "start",
    "end",
    "id",
    "article",
    "address",
];

/// The table. Lines end with CR LF; `start` and `end` count Unicode code points of the article.
pub(super) fn write(report: &Report<'_>) -> String {
    let offsets = OffsetMap::new(&report.input.kept.article.text);
    let mut out = HEADER.join(",") + "\r\n";
    for entry in &report.entries {
        out.push_str(&row(report, entry, &offsets));
        out.push_str("\r\n");
    }
    out
}

fn row(report: &Report<'_>, entry: &Entry, offsets: &OffsetMap<'_>) -> String {
    let place = entry
        .spans
        .iter()
        .copied()
        .reduce(Span::cover)
        .map(|s| offsets.code_points(s));
    let number = |number: Option<usize>| number.map(|n| n.to_string()).unwrap_or_default();
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let url = &report.input.kept.article.metadata.url;
    let fields: [String; 19] = [
        entry.number.to_string(),
        entry.kind.word().to_owned(),
        plain(&entry.label),
        entry.status.name().to_owned(),
        entry.quote.clone(),
        entry.source.clone(),
        entry.cue.clone(),
        entry.chain.clone(),
        entry.details.join("; "),
        entry.says.clone(),
        entry.tags.join("; "),
        or_empty(&entry.by),
        or_empty(&entry.created),
        or_empty(&entry.modified),
        number(place.map(|p| p.start)),
        number(place.map(|p| p.end)),
        entry.id.clone(),
        report.title.clone(),
        or_empty(url),
    ];
    fields
        .iter()
        .map(|field| csv(field))
        .collect::<Vec<_>>()
        .join(",")
}
