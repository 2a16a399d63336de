//! `--jsonl`: one document a line in, one answer a line out, in the same order, on all cores.
//!
//! Lines are read in batches, so that memory stays bounded however long the stream is.

use std::io::{BufRead, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};
use sourcelight_analysis::{Options, analyze};

use crate::error::Error;
use crate::input::{open_html, open_plain};
use crate::record;

/// How many lines, and about how many bytes, are worked on together.
const LINES: usize = 256;
const BYTES: usize = 32 << 20;

/// Analyses every line of `input` on `output`. `date` stands in for records without one.
pub(crate) fn run(
    input: impl BufRead,
    output: impl Write,
    options: &Options,
    date: Option<&str>,
) -> Result<(), Error> {
    each_line(input, output, |line| answer(line, options, date))
}

/// Writes what `answer` makes of every line of `input` that is not blank.
pub(crate) fn each_line(
    mut input: impl BufRead,
    mut output: impl Write,
    answer: impl Fn(&[u8]) -> Value + Sync,
) -> Result<(), Error> {
    loop {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < LINES && bytes < BYTES {
            let mut line = Vec::new();
            let read = input.read_until(b'\n', &mut line)?;
            if read == 0 {
                break;
            }
            bytes += read;
            if !line.iter().all(u8::is_ascii_whitespace) {
                batch.push(line);
            }
        }
        if batch.is_empty() {
            return Ok(());
        }
        for answer in in_parallel(&batch, |line| answer(line)) {
            serde_json::to_writer(&mut output, &answer)?;
            output.write_all(b"\n")?;
        }
        output.flush()?;
    }
}

/// `work` done on each item, on all cores, the results in order.
pub(crate) fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(items.len()));
    let cores = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(items.len().max(1));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    let result = work(item);
                    done.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|d| d.0);
    done.into_iter().map(|d| d.1).collect()
}

/// The answer to one line; an error stands in its place.
fn answer(line: &[u8], options: &Options, date: Option<&str>) -> Value {
    let record: Value = match serde_json::from_slice(line) {
        Ok(record) => record,
        Err(e) => return json!({"id": null, "error": Error::Record(e.to_string()).to_string()}),
    };
    let id = record.get("id").cloned().unwrap_or(Value::Null);
    let field = |name: &str| record.get(name).and_then(Value::as_str);
    let html = field("html");
    let opened = match (field("text"), html) {
        (Some(text), _) => Ok(open_plain(text)),
        (None, Some(html)) => open_html(html, None),
        (None, None) => Err(Error::Record(
            "it has neither \"text\" nor \"html\"".to_owned(),
        )),
    };
    let mut article = match opened {
        Ok(article) => article,
        Err(e) => return json!({"id": id, "error": e.to_string()}),
    };
    if article.metadata.published.is_none() {
        article.metadata.published = field("date").or(date).map(str::to_owned);
    }
    let mut answer = record::analysis(&article, &analyze(&article, options));
    if let Value::Object(fields) = &mut answer {
        fields.insert("id".to_owned(), id);
        if html.is_some() && field("text").is_none() {
            fields.insert("text".to_owned(), Value::String(article.text));
        }
    }
    answer
}
