//! A passage with its source: who said it, by way of whom, and where it stands, to be pasted elsewhere.

use sourcelight_annotation::{FindingKind, Role};
use sourcelight_text::Span;

use crate::{Detail, Finding, State, Status};

/// Who said a passage, as the article has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    /// The voices, in text order; none where the article names none.
    pub voices: Vec<String>,
    /// The carriers between this page and the first voice, outermost first.
    pub via: Vec<String>,
}

/// A passage with its source, for the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// As plain text.
    pub plain: String,
    /// As HTML.
    pub html: String,
}

/// Who said what stands in `span`, UTF-8 bytes of the article's text. An attribution counts where half of
/// the passage, or half of what it attributes, is in the other. Linear in findings.
pub fn credit(state: &State, span: Span) -> Credit {
    let mut credit = Credit::default();
    let text = state.article.as_ref().map_or("", |a| &a.article.text);
    let said = |finding: &&Finding| {
        finding.kind == FindingKind::Attribution
            && finding.status != Status::Rejected
            && (state.extended_shown || !finding.extended)
            && is_in(finding, span)
    };
    for finding in state.findings.iter().filter(said) {
        let own = finding.role(Role::Source).map(|s| s.of(text));
        let own = own.collect::<Vec<_>>().join(" ");
        let voice = state
            .voices
            .iter()
            .find(|v| v.carries.contains(&finding.id));
        let name = voice.map_or(own, |v| v.name.clone());
        if name.is_empty() || credit.voices.contains(&name) {
            continue;
        }
        if credit.voices.is_empty() {
            credit.via = via(state, finding);
        }
        credit.voices.push(name);
    }
    credit
}

/// Whether what a finding attributes is the passage, by half of the one or the other.
fn is_in(finding: &Finding, span: Span) -> bool {
    let content: Vec<Span> = finding.role(Role::Content).collect();
    let whole: usize = content.iter().map(|s| s.len()).sum();
    let shared = content.iter().filter_map(|s| s.intersection(span));
    let shared: usize = shared.map(Span::len).sum();
    shared > 0 && (2 * shared >= span.len() || 2 * shared >= whole)
}

fn via(state: &State, finding: &Finding) -> Vec<String> {
    let Detail::Attribution(index) = finding.detail else {
        return Vec::new();
    };
    let Some(analysis) = state.analysis() else {
        return Vec::new();
    };
    let links = analysis.attributions.get(index).map(|a| a.via.as_slice());
    let names = links.unwrap_or_default().iter().filter_map(|link| {
        let voice = state.voices.iter();
        let mut voice = voice.filter(|v| v.entities.contains(&link.entity));
        let entity = analysis.entities.get(link.entity)?;
        Some(voice.next().map_or(&entity.name, |v| &v.name).clone())
    });
    let mut all: Vec<String> = names.collect();
    all.dedup();
    all
}

/// A passage, already in quotation marks, with who said it, what it is from (title, outlet, date), and
/// its address.
pub fn with_source(passage: &str, said: &str, work: &str, url: Option<&str>) -> Copied {
    let lines = [said, work, url.unwrap_or_default()];
    let lines = lines.into_iter().filter(|line| !line.is_empty());
    let plain: Vec<&str> = std::iter::once(passage).chain(lines).collect();
    let mut html = String::from("<blockquote>");
    for paragraph in passage.lines().filter(|line| !line.trim().is_empty()) {
        html.push_str(&format!("<p>{}</p>", escaped(paragraph)));
    }
    html.push_str("</blockquote>");
    let linked = url.map(|url| {
        // An address that could run something is text, never a link.
        let safe = url.starts_with("https://") || url.starts_with("http://");
        let shown = escaped(url);
        if safe {
            format!("<a href=\"{shown}\">{shown}</a>")
        } else {
            shown
        }
    });
    let tail = [Some(escaped(said)), Some(escaped(work)), linked];
    let tail: Vec<String> = tail
        .into_iter()
        .flatten()
        .filter(|l| !l.is_empty())
        .collect();
    html.push_str(&format!("<p>{}</p>", tail.join("<br>")));
    Copied {
        plain: plain.join("\n"),
        html,
    }
}

/// `text` as it may stand in HTML, in an element or in a quoted attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::tests::{TEXT, at, lit};

    #[test]
    fn a_passage_is_credited_to_its_voice_and_the_way_it_came() {
        let state = lit();
        let credited = credit(&state, at("the plan works"));
        assert_eq!(credited.voices, ["One official"]);
        assert_eq!(credited.via, ["the Post"]);
        // The sentence around it is still its own; what stands elsewhere is nobody's.
        assert_eq!(credit(&state, at("plan works, the Post")).voices.len(), 1);
        assert_eq!(credit(&state, at("Prices rose")), Credit::default());
        assert_eq!(credit(&state, Span::new(0, TEXT.len())).voices.len(), 1);
    }

    #[test]
    fn what_is_copied_has_every_line_and_runs_nothing() {
        let copied = with_source(
            "“A <b> & c\nsecond”",
            "— One official, via the Post",
            "“T”, O, 20 November 2024",
            Some("https://e.org/?a=1&b=\"2\""),
        );
        assert_eq!(
            copied.plain,
            "“A <b> & c\nsecond”\n— One official, via the Post\n“T”, O, 20 November 2024\nhttps://e.org/?a=1&b=\"2\""
        );
        assert!(
            copied
                .html
                .starts_with("<blockquote><p>“A &lt;b&gt; &amp; c</p><p>second”</p>")
        );
        assert!(
            copied
                .html
                .contains("<a href=\"https://e.org/?a=1&amp;b=&quot;2&quot;\">")
        );
        let hostile = with_source("x", "", "", Some("javascript:alert(1)"));
        assert!(!hostile.html.contains("href"));
        assert_eq!(hostile.plain, "x\njavascript:alert(1)");
    }
}
