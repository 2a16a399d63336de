//! Trains the instant engine's tagger: a linear-chain CRF. See README.md.

mod chain;
mod corpus;
mod learn;
mod random;
mod shrink;

use std::collections::BTreeMap;
use std::io::Write as _;

use anyhow::{Context, Result};
use sourcelight_analysis::training::{FEATURE_BITS, LABELS, Tagger, TaggerWeights};
use sourcelight_article::open_plain_text;
use sourcelight_text::{OffsetMap, Span};

use crate::corpus::{Document, Sequence};
use crate::learn::{Learned, Plan, learn};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let options: BTreeMap<&str, &str> = words.chunks_exact(2).map(|w| (w[0].as_str(), w[1].as_str())).collect();
    let text = |name: &str, usual: &'static str| options.get(name).copied().unwrap_or(usual);
    let number = |name: &str, usual: f32| -> Result<f32> {
        options.get(name).map_or(Ok(usual), |word| word.parse().with_context(|| format!("{name} {word}")))
    };
    let out = text("--out", "/tmp/learn.model");
    let dev = corpus::read(text("--dev", "/work/shared/eval/attribution/polnear-dev.jsonl"))?;
    let predictions = text("--predictions", "/tmp/learn-dev.jsonl");
    let parts = [number("--bias-none", -0.1)?, number("--bias-source", 0.0)?, number("--bias-cue", 0.0)?, number("--bias-content", 0.0)?];
    let mut bias = [0.0; LABELS];
    for label in 0..LABELS {
        bias[label] = parts[label.div_ceil(2).div_ceil(2)];
    }
    if let Some(model) = options.get("--model") {
        let mut weights = TaggerWeights::from_bytes(&std::fs::read(model)?).context("bad model")?;
        if options.contains_key("--bias-none") { weights.bias = bias; }
        report("model", &weights, &dev, out, predictions)?;
        return Ok(());
    }
    let started = std::time::Instant::now();
    let train = corpus::read(text("--train", "/work/shared/eval/attribution/polnear-train.jsonl"))?;
    let mut data: Vec<Sequence> = train.iter().flat_map(Document::sequences).collect();
    drop(train);
    let without: Vec<u32> = text("--without", "").split(',').filter_map(|w| w.parse().ok()).collect();
    let rare: Vec<u32> = text("--rare", "6,7,43,44,30,31,45,25,46").split(',').filter_map(|w| w.parse().ok()).collect();
    let (cutoff, cutoff_rare) = (number("--cutoff", 4.0)? as u32, number("--cutoff-rare", 6.0)? as u32);
    let mut count = vec![0_u32; 1 << FEATURE_BITS];
    let mut template = vec![0_u8; 1 << FEATURE_BITS];
    let mask = (1 << FEATURE_BITS) - 1;
    for &feature in data.iter().flat_map(|s| &s.features).flatten() {
        count[(feature & mask) as usize] += 1;
        template[(feature & mask) as usize] = (feature >> FEATURE_BITS) as u8;
    }
    let mut place = vec![u32::MAX; 1 << FEATURE_BITS];
    let mut numbers = Vec::new();
    for (feature, &count) in count.iter().enumerate() {
        let t = u32::from(template[feature]);
        if count >= if rare.contains(&t) { cutoff_rare } else { cutoff } && !without.contains(&t) {
            place[feature] = numbers.len() as u32;
            numbers.push(feature as u32);
        }
    }
    for features in data.iter_mut().flat_map(|s| &mut s.features) {
        features.iter_mut().for_each(|f| *f = place[(*f & mask) as usize]);
        features.retain(|f| *f != u32::MAX);
        features.shrink_to_fit();
    }
    eprintln!("{} features, read in {:.0?}", numbers.len(), started.elapsed());
    let plan = Plan {
        series: 0,
        epochs: number("--epochs", 6.0)? as usize,
        eta: number("--eta", 0.1)?,
        l1: number("--l1", 4.0)?,
        drop: number("--drop", 0.3)?,
        alone: number("--alone", 0.0)?,
        least: number("--least", 0.005)?,
        margin: number("--margin", 0.0)?,
    };
    let scale = number("--scale", 0.04)?;
    let all = vec![u16::MAX; numbers.len()];
    let of_rules = |n: &u32| { let t = template[*n as usize]; (20..=33).contains(&t) || [40, 42].contains(&t) || (48..=55).contains(&t) };
    let rules: Vec<bool> = numbers.iter().map(of_rules).collect();
    let mut learned = Learned::new(numbers.len());
    let series = number("--series", 1.0)?;
    for s in 0..series as u64 {
        learned.add(&learn(&data, Learned::new(numbers.len()), &all, &rules, &Plan { series: s, ..plan }));
    }
    learned.divide(series);
    eprintln!("learned in {:.0?}", started.elapsed());
    report("all", &shrink::rounded(&learned, &numbers, scale, bias), &dev, "/tmp/learn-all.model", predictions)?;
    if number("--again", 2.0)? == 0.0 { return Ok(()); }
    let masks = shrink::largest(&learned.rows, number("--budget", 230_000.0)? as usize);
    shrink::keep(&mut learned.rows, &masks);
    report("pruned", &shrink::rounded(&learned, &numbers, scale, bias), &dev, "/tmp/learn-pruned.model", predictions)?;
    let mut by_template = vec![(0, 0); 64];
    for (m, n) in masks.iter().zip(&numbers) { if *m != 0 { let t = &mut by_template[usize::from(template[*n as usize])]; t.0 += 1; t.1 += m.count_ones(); } }
    eprintln!("rows, weights by template: {}", by_template.iter().enumerate().map(|(t, n)| format!("{t}:{}/{}", n.0, n.1)).collect::<Vec<_>>().join(" "));
    // Learn again with what is kept.
    let mut again = Learned::new(0);
    std::mem::swap(&mut again.edges, &mut learned.edges);
    let mut fresh = vec![u32::MAX; numbers.len()];
    let mut kept = Vec::new();
    for (feature, mask) in masks.iter().enumerate().filter(|(_, m)| **m != 0) {
        fresh[feature] = again.rows.len() as u32;
        again.rows.push(learned.rows[feature]);
        kept.push((numbers[feature], *mask));
    }
    for features in data.iter_mut().flat_map(|s| &mut s.features) {
        features.iter_mut().for_each(|f| *f = fresh[*f as usize]);
        features.retain(|f| *f != u32::MAX);
    }
    let (numbers, masks): (Vec<u32>, Vec<u16>) = kept.into_iter().unzip();
    let plan = Plan { epochs: number("--again", 2.0)? as usize, l1: number("--l1-again", 0.5)?, eta: number("--eta-again", 0.03)?, ..plan };
    let rules: Vec<bool> = numbers.iter().map(of_rules).collect();
    let learned = learn(&data, again, &masks, &rules, &plan);
    eprintln!("learned again in {:.0?}", started.elapsed());
    report("again", &shrink::rounded(&learned, &numbers, scale, bias), &dev, out, predictions)
}

fn report(name: &str, weights: &TaggerWeights, dev: &[Document], path: &str, predictions: &str) -> Result<()> {
    let bytes = weights.to_bytes();
    std::fs::write(path, &bytes)?;
    let tagger = Tagger::new(&TaggerWeights::from_bytes(&bytes).context("cannot be read back")?);
    let brotli = std::process::Command::new("brotli").args(["-q", "11", "-w", "24", "-c", path]).output()?.stdout.len();
    let values: usize = weights.rows.iter().map(|r| r.1.iter().filter(|w| **w != 0).count()).sum();
    eprintln!("{name}: {} rows, {values} weights, {} edges, {} bytes, {brotli} brotli", weights.rows.len(), weights.edges.iter().filter(|w| **w != 0).count(), bytes.len());
    let mut out = std::io::BufWriter::new(std::fs::File::create(predictions)?);
    for document in dev {
        let map = OffsetMap::new(&document.text);
        let points = |span: &Span| { let c = map.code_points(*span); [c.start, c.end] };
        let found: Vec<_> = tagger.tag(&open_plain_text(&document.text)).iter().map(|f| serde_json::json!({
            "source": f.source.iter().map(points).collect::<Vec<_>>(),
            "cue": [points(&f.cue)],
            "content": f.content.iter().map(points).collect::<Vec<_>>(),
            "confidence": f.confidence,
        })).collect();
        writeln!(out, "{}", serde_json::json!({"id": document.id, "attributions": found}))?;
    }
    out.flush()?;
    let score = std::process::Command::new("python3").args(["/work/shared/eval/attribution/score.py", "/work/shared/eval/attribution/polnear-dev.jsonl", predictions]).output()?;
    let score = String::from_utf8_lossy(&score.stdout).into_owned();
    let line: Vec<String> = score.lines().filter_map(|l| { let w: Vec<&str> = l.split_whitespace().collect(); ["exact.source","exact.cue","exact.content","token.content","attr","attr_src","sent"].contains(w.first()?).then(|| format!("{} {}/{}/{}", w[0], w[2].get(2..5).unwrap_or("1"), w[4].get(2..5).unwrap_or("1"), w[6].get(1..).unwrap_or("1"))) }).collect();
    eprintln!("  {}", line.join("  "));
    Ok(())
}
