//! A page that opens anywhere without scripts, with its data in it.

mod article;
mod lists;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::escape::{html, link};
use crate::import::{CLOSING, OPENING};
use crate::report::Report;
use crate::words::{say, say_with};

/// How it looks, on a screen, in the dark and on paper.
const STYLE: &str = include_str!("../../../data/report.css");

/// Nothing runs, nothing is fetched: what the page shows is in it.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page. `data` is the `.sourcelight` file that stands in it.
pub(super) fn write(report: &Report<'_>, data: &[u8]) -> String {
    let language = report
        .input
        .kept
        .article
        .metadata
        .language
        .as_deref()
        .unwrap_or("en");
    let title = html(&report.title);
    let mut out = String::new();
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Sourcelight {version}\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n",
        version = html(report.input.version),
    );
    about(&mut out, report);
    facts(&mut out, report);
    let _ = write!(
        out,
        "</header>\n<main>\n<section class=\"article\" lang=\"{}\" aria-label=\"{}\">\n",
        html(language),
        say("heading.article")
    );
    article::write(&mut out, report);
    out.push_str("</section>\n");
    lists::write(&mut out, report);
    let _ = write!(
        out,
        "</main>\n<footer>\n<p>{}</p>\n<p>{}</p>\n</footer>\n{OPENING}\n",
        html(&say_with("made", report.input.version)),
        say("carries"),
    );
    // Lines of 76 characters, so that mail programs and editors bear it.
    let encoded = STANDARD.encode(data);
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(76));
        let _ = writeln!(out, "{line}");
        rest = after;
    }
    let _ = write!(out, "{CLOSING}\n</body>\n</html>\n");
    out
}

fn about(out: &mut String, report: &Report<'_>) {
    out.push_str("<dl class=\"about\">\n");
    for (label, value) in &report.about {
        let value = match link(value) {
            Some(address) => {
                let address = html(address);
                format!("<a href=\"{address}\" rel=\"noreferrer\">{address}</a>")
            }
            None => html(value),
        };
        let _ = writeln!(out, "<dt>{label}</dt><dd>{value}</dd>");
    }
    out.push_str("</dl>\n");
}

fn facts(out: &mut String, report: &Report<'_>) {
    if report.facts.is_empty() {
        return;
    }
    out.push_str("<ul class=\"facts\">\n");
    for fact in &report.facts {
        let _ = writeln!(out, "<li>{} {}</li>", fact.number, fact.label);
    }
    out.push_str("</ul>\n");
}
