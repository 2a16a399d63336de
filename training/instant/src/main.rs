//! Trains the instant engine's tagger: a linear-chain CRF over the blocks of annotated articles. What it
//! learns from, how well it does and what it does not do well: README.md.
//!
//! `cargo xtask train attribution --train FILE [--dev FILE] [--predictions FILE] [--out FILE]`

mod chain;
mod corpus;
mod learn;
mod random;
mod report;
mod shrink;
mod vocabulary;

use anyhow::{Context, Result, bail};
use sourcelight_analysis::training::{Tagger, TaggerWeights};

use crate::corpus::{Document, Sequence};
use crate::learn::{Learned, Plan, learn};
use crate::vocabulary::Vocabulary;

/// Where the model is read from at build time.
const MODEL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../crates/analysis/data/instant.model"
);

/// To find the weights that matter.
const FIRST: Plan = Plan {
    series: 0,
    epochs: 8,
    eta: 0.07,
    l1: 3.0,
    drop: 0.3,
    least: 0.001,
};

/// To free the weights that are kept from the penalty that chose them.
const AGAIN: Plan = Plan {
    epochs: 2,
    eta: 0.03,
    l1: 0.5,
    ..FIRST
};

/// How many models are learned and averaged.
const SERIES: u64 = 1;

/// How many weights are kept.
const BUDGET: usize = 230_000;

/// What one step of a weight is worth.
const SCALE: f32 = 0.04;

fn main() -> Result<()> {
    let options = Options::from_args()?;
    let mut data = Vec::new();
    for document in corpus::read(&options.train)? {
        data.extend(document.sequences());
    }
    let weights = train(data);
    let bytes = weights.to_bytes();
    std::fs::write(&options.out, &bytes)
        .with_context(|| format!("cannot write {}", options.out))?;
    println!(
        "{}: {} bytes, {} features",
        options.out,
        bytes.len(),
        weights.rows.len()
    );
    if let Some(dev) = &options.dev {
        let tagger = Tagger::new(&weights);
        let dev: Vec<Document> = corpus::read(dev)?;
        print!(
            "{}",
            report::report(&tagger, &dev, options.predictions.as_deref())?
        );
    }
    Ok(())
}

/// Learns, prunes, learns again and rounds.
fn train(mut data: Vec<Sequence>) -> TaggerWeights {
    let mut vocabulary = Vocabulary::new(&mut data);
    let mut mean = Learned::new(vocabulary.numbers.len());
    for series in 0..SERIES {
        let none = Learned::new(vocabulary.numbers.len());
        let all = vec![u16::MAX; vocabulary.numbers.len()];
        mean.add(&learn(&data, none, &all, &Plan { series, ..FIRST }));
    }
    mean.divide(SERIES as f32);
    let masks = shrink::largest(&mean.rows, BUDGET);
    shrink::keep(&mut mean.rows, &masks);
    let kept = vocabulary.keep(&mut data, |feature| masks[feature] != 0);
    let masks: Vec<u16> = kept.iter().map(|&feature| masks[feature]).collect();
    let rows = kept.iter().map(|&feature| mean.rows[feature]).collect();
    let learned = learn(&data, Learned { rows, ..mean }, &masks, &AGAIN);
    shrink::rounded(&learned, &vocabulary.numbers, SCALE)
}

struct Options {
    train: String,
    dev: Option<String>,
    predictions: Option<String>,
    out: String,
}

impl Options {
    fn from_args() -> Result<Self> {
        let (mut train, mut dev, mut predictions, mut out) = (None, None, None, None);
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let place = match word.as_str() {
                "--train" => &mut train,
                "--dev" => &mut dev,
                "--predictions" => &mut predictions,
                "--out" => &mut out,
                _ => bail!(
                    "there is no `{word}`: --train FILE [--dev FILE] [--predictions FILE] [--out FILE]"
                ),
            };
            *place = Some(
                words
                    .next()
                    .with_context(|| format!("{word} needs a file"))?,
            );
        }
        Ok(Self {
            train: train.context("--train FILE is needed: articles in the schema of score.py")?,
            dev,
            predictions,
            out: out.unwrap_or_else(|| MODEL.to_owned()),
        })
    }
}
