//! What stands below the article: who said what, what has no source, what is contested, checks, notes.

use std::fmt::Write as _;

use super::html;
use crate::report::{Entry, EntryKind, EntryStatus, Report};
use crate::words::{plain, say, say_with};

/// All lists.
pub(super) fn write(out: &mut String, report: &Report<'_>) {
    voices(out, report);
    list(
        out,
        report,
        EntryKind::Unsourced,
        say("heading.unsourced"),
        say("none.unsourced"),
    );
    list(
        out,
        report,
        EntryKind::Contested,
        say("heading.contested"),
        say("none.contested"),
    );
    list(
        out,
        report,
        EntryKind::Check,
        say("heading.checks"),
        say("none.checks"),
    );
    list(
        out,
        report,
        EntryKind::Note,
        say("heading.notes"),
        say("none.notes"),
    );
    if !report.remarks.is_empty() {
        let _ = writeln!(out, "<h2>{}</h2>\n<ul>", say("heading.remarks"));
        for remark in &report.remarks {
            let _ = writeln!(out, "<li>{}</li>", html(remark));
        }
        out.push_str("</ul>\n");
    }
}

fn voices(out: &mut String, report: &Report<'_>) {
    let _ = writeln!(out, "<h2>{}</h2>", say("heading.voices"));
    if report.voices.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", say("none.voices"));
        return;
    }
    out.push_str("<table>\n");
    for voice in &report.voices {
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{}<div class=\"quiet\">{}</div></th><td><ol class=\"entries\">",
            html(&voice.name),
            html(&voice.about.join("; "))
        );
        for entry in voice
            .entries
            .iter()
            .filter_map(|index| report.entries.get(*index))
        {
            let cue = match entry.cue.as_str() {
                "" => String::new(),
                cue => format!("<i>{}</i> ", html(cue)),
            };
            let mut told = entry.details.clone();
            if !entry.chain.is_empty() {
                told.insert(0, say_with("by_way_of", &entry.chain));
            }
            item(out, entry, &format!("{cue}{}", quoted(entry)), &told);
        }
        out.push_str("</ol></td></tr>\n");
    }
    out.push_str("</table>\n");
}

fn list(out: &mut String, report: &Report<'_>, kind: EntryKind, title: &str, none: &str) {
    let _ = writeln!(out, "<h2>{title}</h2>");
    if report.of_kind(kind).next().is_none() {
        let _ = writeln!(out, "<p>{none}</p>");
        return;
    }
    out.push_str("<ol class=\"entries\">\n");
    for entry in report.of_kind(kind) {
        let mut told = entry.details.clone();
        let words = match kind {
            EntryKind::Check => format!("{} {}", html(&entry.says), quoted(entry)),
            EntryKind::Note => {
                told.extend(entry.by.clone());
                told.extend(entry.modified.clone());
                told.extend(entry.tags.iter().map(|tag| format!("#{tag}")));
                let said = match entry.says.as_str() {
                    "" => String::new(),
                    says => format!("<div class=\"said\">{}</div>", html(says)),
                };
                format!("{}{said}", quoted(entry))
            }
            _ => {
                let label = html(&plain(&entry.label));
                let says = match entry.says.as_str() {
                    "" => String::new(),
                    says => format!(" — {}", html(says)),
                };
                format!("<b>{label}</b>: {}{says}", quoted(entry))
            }
        };
        item(out, entry, &words, &told);
    }
    out.push_str("</ol>\n");
}

/// One item under its number, which leads back to its mark. `words` are HTML already.
fn item(out: &mut String, entry: &Entry, words: &str, told: &[String]) {
    let number = entry.number;
    let status = match entry.status {
        EntryStatus::Accepted => " class=\"accepted\"",
        EntryStatus::Machine | EntryStatus::Reader => "",
    };
    let mut told = told.to_vec();
    told.push(entry.status.name().to_owned());
    let back = if entry.spans.is_empty() {
        String::new()
    } else {
        format!(" <a href=\"#m{number}\" aria-label=\"{number}\">↑</a>")
    };
    let _ = writeln!(
        out,
        "<li id=\"e{number}\" value=\"{number}\"{status}>{words} <span class=\"quiet\">({})</span>{back}</li>",
        html(&told.join("; "))
    );
}

fn quoted(entry: &Entry) -> String {
    match entry.quote.as_str() {
        "" => String::new(),
        quote => format!("“{}”", html(quote)),
    }
}
