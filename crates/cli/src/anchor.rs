//! `anchor`: where passages that selectors describe stand in a text or a page, one answer a line.

use std::io::{BufRead, Write};
use std::path::PathBuf;

use serde_json::{Value, json};
use sourcelight_annotation::Selector;
use sourcelight_annotation::anchor::{Anchored, Anchoring, State};
use sourcelight_annotation::tree::Page;
use sourcelight_text::{OffsetMap, Span};

use crate::error::Error;
use crate::{input, stream};

#[derive(clap::Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Args {
    /// The text in which to look; the selectors come on standard input.
    #[arg(long)]
    text: Option<PathBuf>,
    /// The page in which to look: the text content of its body.
    #[arg(long)]
    html: Option<PathBuf>,
    /// Read records that hold the text or page, {"id", "text" or "html", "selector"}.
    #[arg(long)]
    jsonl: bool,
}

/// Answers every record on standard input.
pub(crate) fn run(args: &Args) -> Result<(), Error> {
    let lines = std::io::stdin().lock();
    let out = std::io::BufWriter::new(std::io::stdout().lock());
    match (&args.text, &args.html) {
        (Some(file), _) => {
            let text = input::read(file)?;
            answer_all(lines, out, &Anchoring::new(&text), &text)
        }
        (None, Some(file)) => {
            let page = Page::new(&input::read(file)?)?;
            answer_all(
                lines,
                out,
                &Anchoring::on_page(page.text(), &page),
                page.text(),
            )
        }
        (None, None) => stream::each_line(lines, out, answer_with_its_text),
    }
}

fn answer_all(
    mut input: impl BufRead,
    mut out: impl Write,
    anchoring: &Anchoring<'_>,
    text: &str,
) -> Result<(), Error> {
    let offsets = OffsetMap::new(text);
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.iter().all(u8::is_ascii_whitespace) {
            let answer = match record(&line) {
                Ok(record) => answer(&record, anchoring, text, &offsets),
                Err(refusal) => refusal,
            };
            serde_json::to_writer(&mut out, &answer)?;
            out.write_all(b"\n")?;
        }
        line.clear();
    }
    out.flush()?;
    Ok(())
}

fn answer_with_its_text(line: &[u8]) -> Value {
    let record = match record(line) {
        Ok(record) => record,
        Err(refusal) => return refusal,
    };
    let field = |name: &str| record.get(name).and_then(Value::as_str);
    match (field("text"), field("html")) {
        (Some(text), _) => answer(&record, &Anchoring::new(text), text, &OffsetMap::new(text)),
        (None, Some(html)) => match Page::new(html) {
            Ok(page) => {
                let text = page.text();
                answer(
                    &record,
                    &Anchoring::on_page(text, &page),
                    text,
                    &OffsetMap::new(text),
                )
            }
            Err(e) => refused(&record, &e.to_string()),
        },
        (None, None) => refused(&record, "it has neither \"text\" nor \"html\""),
    }
}

/// The line as JSON, or what to answer instead.
fn record(line: &[u8]) -> Result<Value, Value> {
    serde_json::from_slice(line).map_err(|e| refused(&Value::Null, &e.to_string()))
}

fn refused(record: &Value, why: &str) -> Value {
    let error = Error::Selectors(why.to_owned()).to_string();
    json!({"id": record.get("id"), "error": error})
}

fn answer(record: &Value, anchoring: &Anchoring<'_>, text: &str, offsets: &OffsetMap<'_>) -> Value {
    let selectors = match record.get("selector") {
        Some(Value::Array(all)) => all.iter().map(Selector::from_json).collect(),
        Some(one) => Selector::from_json(one).map(|s| vec![s]),
        None => None,
    };
    let Some(selectors) = selectors else {
        return refused(
            record,
            "it has no \"selector\" that is a list of W3C selectors",
        );
    };
    let anchored = anchoring.anchor(&selectors);
    written(record.get("id"), &anchored, text, offsets)
}

fn written(id: Option<&Value>, anchored: &Anchored, text: &str, offsets: &OffsetMap<'_>) -> Value {
    let place = anchored.span.map(|span| offsets.code_points(span));
    let mut answer = json!({
        "id": id,
        "state": anchored.state,
        "start": place.map(|p| p.start),
        "end": place.map(|p| p.end),
        "text": anchored.span.map(|span| span.of(text)),
        "distance": (anchored.state != State::Lost).then_some(anchored.distance),
    });
    if anchored.candidates.len() > 1 {
        let pair = |span: &Span| {
            let place = offsets.code_points(*span);
            [place.start, place.end]
        };
        answer["candidates"] = anchored
            .candidates
            .iter()
            .map(pair)
            .collect::<Vec<_>>()
            .into();
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(record: &Value) -> Value {
        answer_with_its_text(record.to_string().as_bytes())
    }

    #[test]
    fn offsets_are_code_points_of_the_text_or_of_the_pages_body() {
        let selector = json!([{"type": "TextQuoteSelector", "exact": "mines"}]);
        let found = json!({
            "id": 1, "state": "exact", "start": 2, "end": 7, "text": "mines", "distance": 0,
        });
        assert_eq!(
            answered(&json!({"id": 1, "text": "🕊 mines", "selector": selector})),
            found
        );
        let html = "<title>x</title><p>🕊 <b>mi</b>nes";
        assert_eq!(
            answered(&json!({"id": 1, "html": html, "selector": selector})),
            found
        );
    }

    #[test]
    fn what_is_changed_has_its_distance_and_what_is_lost_its_candidates() {
        let selector = json!({
            "type": "TextQuoteSelector", "exact": "14 mines were lifted", "prefix": "In May ", "suffix": " there.",
        });
        let text = "In May 17 mines were lifted there.";
        assert_eq!(
            answered(&json!({"id": "a", "text": text, "selector": selector})),
            json!({
                "id": "a", "state": "changed", "start": 7, "end": 27, "text": "17 mines were lifted", "distance": 1,
            })
        );
        let selector = json!([{"type": "TextQuoteSelector", "exact": "mine"}]);
        assert_eq!(
            answered(&json!({"id": null, "text": "mine mine", "selector": selector})),
            json!({
                "id": null, "state": "lost", "start": null, "end": null, "text": null, "distance": null,
                "candidates": [[0, 4], [5, 9]],
            })
        );
    }

    #[test]
    fn a_bad_record_is_answered_in_its_place() {
        for (line, id) in [
            ("{", json!(null)),
            (r#"{"id": 3, "text": "a"}"#, json!(3)),
            (r#"{"id": 4}"#, json!(4)),
        ] {
            let answer = answer_with_its_text(line.as_bytes());
            assert_eq!(answer["id"], id);
            assert!(answer["error"].is_string(), "{answer}");
        }
    }
}
