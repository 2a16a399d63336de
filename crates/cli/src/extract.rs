//! `extract`: a page, a text or a file of any known format in, its metadata and typed blocks out.

use std::io::{BufRead, Write};
use std::path::Path;

use serde_json::{Value, json};
use sourcelight_article::Article;

use crate::error::Error;
use crate::{input, stream};

/// Writes the article in `file`, which was found at `url`.
pub(crate) fn file(file: &Path, url: Option<&str>, mut out: impl Write) -> Result<(), Error> {
    let bytes = input::read_bytes(file)?;
    let article = input::open_any(&bytes, file, url)?;
    serde_json::to_writer_pretty(&mut out, &record(&article))?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

/// Answers every `{"id", "html", "url"}` line of `input`; `url` stands in for records without one.
pub(crate) fn stream(
    input: impl BufRead,
    output: impl Write,
    url: Option<&str>,
) -> Result<(), Error> {
    stream::each_line(input, output, |line| answer(line, url))
}

/// The answer to one line; an error stands in its place.
fn answer(line: &[u8], url: Option<&str>) -> Value {
    let page: Value = match serde_json::from_slice(line) {
        Ok(page) => page,
        Err(e) => return json!({"id": null, "error": Error::NotAPage(e.to_string()).to_string()}),
    };
    let id = page.get("id").cloned().unwrap_or(Value::Null);
    let field = |name: &str| page.get(name).and_then(Value::as_str);
    let address = field("url").or(url);
    let opened = match (field("html"), field("text")) {
        (Some(html), _) => input::open_html(html, address),
        (None, Some(text)) => input::open_from(text, address),
        (None, None) => Err(Error::NotAPage("it has no \"html\"".to_owned())),
    };
    match opened {
        Ok(article) => {
            let mut answer = record(&article);
            if let Value::Object(fields) = &mut answer {
                fields.insert("id".to_owned(), id);
            }
            answer
        }
        Err(e) => json!({"id": id, "error": e.to_string()}),
    }
}

/// An article as `extract` writes it. The text is always the blocks joined by newlines, also where a
/// plain text has more white space between them.
fn record(article: &Article) -> Value {
    let texts: Vec<&str> = article
        .blocks
        .iter()
        .map(|b| b.span.of(&article.text))
        .collect();
    let blocks: Vec<Value> = article
        .blocks
        .iter()
        .zip(&texts)
        .map(|(block, text)| json!({"kind": block.kind, "text": text}))
        .collect();
    let m = &article.metadata;
    json!({
        "title": m.title,
        "byline": m.byline,
        "published": m.published,
        "modified": m.modified,
        "site_name": m.outlet,
        "language": m.language,
        "canonical_url": m.canonical_url.as_ref().or(m.url.as_ref()),
        "text": texts.join("\n"),
        "blocks": blocks,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_bad_line_is_answered_in_its_place() {
        let lines = b"{\"id\": 1, \"html\": \"<p>One sentence that is a story of its own.</p>\"}\n\
            nonsense\n{\"id\": \"c\"}\n{\"id\": 4, \"text\": \"Title\\n\\nA text.\"}\n";
        let mut out = Vec::new();
        stream(&lines[..], &mut out, Some("https://example.org/a")).unwrap();
        let answers: Vec<Value> = out
            .split(|b| *b == b'\n')
            .filter(|l| !l.is_empty())
            .map(|l| serde_json::from_slice(l).unwrap())
            .collect();
        assert_eq!(answers.len(), 4);
        assert_eq!(answers[0]["id"], 1);
        assert_eq!(answers[0]["blocks"][0]["kind"], "paragraph");
        assert_eq!(answers[0]["canonical_url"], "https://example.org/a");
        assert!(answers[1]["error"].is_string() && answers[1]["id"].is_null());
        assert!(answers[2]["error"].is_string() && answers[2]["id"] == "c");
        assert_eq!(answers[3]["text"], "Title\nA text.");
        assert_eq!(answers[3]["title"], "Title");
    }
}
