//! `eval attribution`: the engine measured against articles that people annotated.

use std::path::Path;

use serde_json::Value;
use sourcelight_analysis::{Convention, Engine, Options, analyze};
use sourcelight_text::{OffsetMap, Span};

use crate::error::Error;
use crate::input::{open_plain, read};
use crate::score::{Document, Parts, table};
use crate::stream::in_parallel;

/// The table of figures on the documents of `gold`, with PolNeAR's edges.
pub(crate) fn attribution(gold: &Path, engine: Engine) -> Result<String, Error> {
    let content = read(gold)?;
    let mut documents = Vec::new();
    for (number, line) in content
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty())
    {
        let document = document(line)
            .map_err(|what| Error::Gold(gold.display().to_string(), number + 1, what))?;
        documents.push(document);
    }
    let measured = in_parallel(&documents, |(text, gold)| Document {
        text: text.chars().collect(),
        gold: gold.clone(),
        found: found(text, engine),
    });
    Ok(table(&measured))
}

fn document(line: &str) -> Result<(String, Vec<Parts>), String> {
    let value: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let text = value["text"]
        .as_str()
        .ok_or("it has no \"text\"")?
        .to_owned();
    let list = value["attributions"]
        .as_array()
        .ok_or("it has no \"attributions\"")?;
    let spans = |value: &Value| -> Vec<(usize, usize)> {
        let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
        list.iter()
            .filter_map(|s| Some((s.get(0)?.as_u64()?, s.get(1)?.as_u64()?)))
            .filter_map(|(s, e)| Some((usize::try_from(s).ok()?, usize::try_from(e).ok()?)))
            .collect()
    };
    let parts = list
        .iter()
        .map(|a| ["source", "cue", "content"].map(|role| spans(&a[role])))
        .collect();
    Ok((text, parts))
}

fn found(text: &str, engine: Engine) -> Vec<Parts> {
    let article = open_plain(text);
    let analysis = analyze(
        &article,
        &Options {
            convention: Convention::Polnear,
            engine,
            ..Options::default()
        },
    );
    let map = OffsetMap::new(text);
    let points = |spans: &[Span]| -> Vec<(usize, usize)> {
        spans
            .iter()
            .map(|s| map.code_points(*s))
            .map(|s| (s.start, s.end))
            .collect()
    };
    analysis
        .attributions
        .iter()
        .map(|a| [points(&a.source), points(&a.cue), points(&a.content)])
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;

    use sourcelight_analysis::Engine;

    /// score.py and `eval attribution` must print the same table.
    #[test]
    fn the_table_is_that_of_the_python_scorer() {
        let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval/attribution");
        let gold = shared.join("polnear-dev.jsonl");
        if !gold.exists() {
            eprintln!(
                "skipped: {} is absent, so the scorers cannot be compared",
                gold.display()
            );
            return;
        }
        let content = std::fs::read_to_string(&gold).expect("gold");
        let mut predicted = Vec::new();
        for line in content.lines() {
            let mut value: serde_json::Value = serde_json::from_str(line).expect("json");
            let text = value["text"].as_str().expect("text").to_owned();
            let parts: Vec<_> = super::found(&text, Engine::Instant)
                .iter()
                .map(|p| serde_json::json!({"source": p[0], "cue": p[1], "content": p[2]}))
                .collect();
            value["attributions"] = parts.into();
            predicted.push(value.to_string());
        }
        let file =
            std::env::temp_dir().join(format!("sourcelight-eval-{}.jsonl", std::process::id()));
        std::fs::write(&file, predicted.join("\n")).expect("predictions");
        let scored = Command::new("python3")
            .arg(shared.join("score.py"))
            .arg(&gold)
            .arg(&file)
            .output();
        let Ok(scored) = scored else {
            eprintln!("skipped: there is no python3 to run score.py with");
            return;
        };
        std::fs::remove_file(&file).expect("clean up");
        let theirs = String::from_utf8(scored.stdout).expect("utf-8");
        assert_eq!(
            theirs.trim(),
            super::attribution(&gold, Engine::Instant).expect("table")
        );
    }
}
