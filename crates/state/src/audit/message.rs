//! What the desk is asked, as one message.

use std::fmt::Write as _;

use super::AuditItem;

/// The questions on `items` as one message: a heading, what the article is (title, outlet, date,
/// address), then each question with the words it is about. Empty where nothing is asked.
pub fn message(heading: &str, about: &[String], text: &str, items: &[AuditItem]) -> String {
    let asked = items
        .iter()
        .filter_map(|item| Some((item.question.as_deref()?, item)));
    let mut out = String::new();
    for (number, (question, item)) in asked.enumerate() {
        let quote = item.at.first().map(|span| one_line(span.of(text)));
        let _ = write!(out, "\n{}. {}\n", number + 1, one_line(question));
        let _ = writeln!(out, "   “{}”", quote.unwrap_or_default());
    }
    if out.is_empty() {
        return out;
    }
    let about = about.iter().filter(|line| !line.is_empty());
    let head: Vec<&str> = std::iter::once(heading)
        .chain(about.map(String::as_str))
        .collect();
    format!("{}\n{out}", head.join("\n"))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
