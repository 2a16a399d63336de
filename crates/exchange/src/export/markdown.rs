//! An audit note in Markdown: facts, who said what, what has no source, what is contested, checks,
//! notes, each with its quote.

use std::fmt::Write as _;

use super::escape::{link, markdown as plain_text};
use crate::report::{Entry, EntryKind, EntryStatus, Report};
use crate::words::{plain, say, say_with};

/// The audit note.
pub(super) fn write(report: &Report<'_>) -> String {
    let mut out = format!("# {}\n", plain_text(&report.title));
    if !report.about.is_empty() {
        out.push('\n');
    }
    for (label, value) in &report.about {
        let value = match link(value) {
            Some(address) if !address.contains(['<', '>']) => format!("<{address}>"),
            _ => plain_text(value),
        };
        let _ = writeln!(out, "- {label}: {value}");
    }
    if !report.facts.is_empty() {
        heading(&mut out, say("heading.facts"));
        for fact in &report.facts {
            let _ = writeln!(out, "- {} {}", fact.number, fact.label);
        }
    }
    voices(&mut out, report);
    section(
        &mut out,
        report,
        EntryKind::Unsourced,
        say("heading.unsourced"),
        say("none.unsourced"),
    );
    section(
        &mut out,
        report,
        EntryKind::Contested,
        say("heading.contested"),
        say("none.contested"),
    );
    section(
        &mut out,
        report,
        EntryKind::Check,
        say("heading.checks"),
        say("none.checks"),
    );
    notes(&mut out, report);
    audit(&mut out, report);
    if !report.remarks.is_empty() {
        heading(&mut out, say("heading.remarks"));
        for remark in &report.remarks {
            let _ = writeln!(out, "- {}", plain_text(remark));
        }
    }
    let _ = writeln!(
        out,
        "\n---\n\n{}",
        plain_text(&say_with("made", report.input.version))
    );
    out
}

fn heading(out: &mut String, words: &str) {
    let _ = writeln!(out, "\n## {words}\n");
}

fn voices(out: &mut String, report: &Report<'_>) {
    heading(out, say("heading.voices"));
    if report.voices.is_empty() {
        let _ = writeln!(out, "{}", say("none.voices"));
    }
    for voice in &report.voices {
        let about = if voice.about.is_empty() {
            String::new()
        } else {
            format!(" ({})", plain_text(&voice.about.join("; ")))
        };
        let _ = writeln!(out, "- **{}**{about}", plain_text(&voice.name));
        for entry in voice
            .entries
            .iter()
            .filter_map(|index| report.entries.get(*index))
        {
            let cue = plain_text(&entry.cue);
            let cue = if cue.is_empty() {
                cue
            } else {
                format!("_{cue}_ ")
            };
            let mut told = entry.details.clone();
            if !entry.chain.is_empty() {
                told.insert(0, say_with("by_way_of", &entry.chain));
            }
            let _ = writeln!(out, "  - {cue}{}{}", quoted(entry), aside(entry, &told));
        }
    }
}

fn section(out: &mut String, report: &Report<'_>, kind: EntryKind, title: &str, none: &str) {
    heading(out, title);
    if report.of_kind(kind).next().is_none() {
        let _ = writeln!(out, "{none}");
    }
    for entry in report.of_kind(kind) {
        let _ = match kind {
            EntryKind::Check => writeln!(out, "- {}{}", plain_text(&entry.says), after(entry)),
            _ => {
                let says = plain_text(&entry.says);
                let says = if says.is_empty() {
                    says
                } else {
                    format!(" — {says}")
                };
                let label = plain_text(&plain(&entry.label));
                writeln!(
                    out,
                    "- **{label}**: {}{}{says}",
                    quoted(entry),
                    aside(entry, &entry.details)
                )
            }
        };
    }
}

/// What a sub-editor had to see to, as a list to be ticked off, and what the desk is asked.
fn audit(out: &mut String, report: &Report<'_>) {
    let Some(audit) = &report.audit else {
        return;
    };
    heading(out, say("heading.audit"));
    let _ = writeln!(
        out,
        "{} / {} {}\n",
        audit.done,
        audit.all,
        say("audit.seen_to")
    );
    for item in &audit.items {
        let tick = if item.done { "x" } else { " " };
        let quote = plain_text(&item.quote);
        let _ = writeln!(
            out,
            "- [{tick}] **{}**: “{quote}” ({})",
            item.kind, item.outcome
        );
    }
    let mut asked = audit
        .items
        .iter()
        .filter(|item| !item.question.is_empty())
        .peekable();
    if asked.peek().is_some() {
        heading(out, say("heading.desk"));
    }
    for (number, item) in asked.enumerate() {
        let (question, quote) = (plain_text(&item.question), plain_text(&item.quote));
        let _ = writeln!(out, "{}. {question}\n\n   > {quote}\n", number + 1);
    }
}

fn notes(out: &mut String, report: &Report<'_>) {
    heading(out, say("heading.notes"));
    if report.of_kind(EntryKind::Note).next().is_none() {
        let _ = writeln!(out, "{}", say("none.notes"));
    }
    for entry in report.of_kind(EntryKind::Note) {
        let mut told = entry.details.clone();
        told.extend(entry.by.clone());
        told.extend(entry.modified.clone());
        if entry.label != "commenting" {
            told.insert(0, plain(&entry.label));
        }
        let told = plain_text(&told.join("; "));
        let told = if told.is_empty() {
            told
        } else {
            format!(" ({told})")
        };
        let _ = writeln!(out, "- {}{told}", quoted(entry));
        for line in entry.says.lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(out, "\n  > {}", plain_text(line));
        }
        if !entry.tags.is_empty() {
            let _ = writeln!(
                out,
                "\n  {}",
                plain_text(&format!("#{}", entry.tags.join(" #")))
            );
        }
    }
}

fn quoted(entry: &Entry) -> String {
    if entry.quote.is_empty() {
        String::new()
    } else {
        format!("“{}”", plain_text(&entry.quote))
    }
}

fn after(entry: &Entry) -> String {
    if entry.quote.is_empty() {
        String::new()
    } else {
        format!(" {}", quoted(entry))
    }
}

/// What is told of a finding in brackets; the machine's word needs no mark, the reader's does.
fn aside(entry: &Entry, told: &[String]) -> String {
    let mut told = told.to_vec();
    if entry.status == EntryStatus::Accepted {
        told.push(entry.status.name().to_owned());
    }
    if told.is_empty() {
        String::new()
    } else {
        format!(" ({})", plain_text(&told.join("; ")))
    }
}
