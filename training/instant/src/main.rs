//! Trains the instant engine's tagger: a linear-chain CRF over the blocks of annotated articles. What it
//! learns from, how well it does and what it does not do well: README.md.
//!
//! See [`USAGE`].

mod chain;
mod corpus;
mod learn;
mod random;
mod report;
mod shrink;
mod vocabulary;

use anyhow::{Context, Result, bail};
use sourcelight_analysis::training::{Tagger, TaggerWeights};

use crate::corpus::Sequence;
use crate::learn::{Learned, Plan, learn};
use crate::vocabulary::Vocabulary;

const USAGE: &str = "\
cargo xtask train attribution [--train FILE] [--dev FILE] [--predictions FILE] [--model FILE]
  --train FILE        learn from these articles (the schema of score.py) and write the model
  --dev FILE          measure the model on these
  --predictions FILE  write what it finds in them
  --model FILE        another model than the one that ships";

/// Where the model is read from at build time.
const MODEL: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../crates/analysis/data/instant.model"
);

const PLAN: Plan = Plan {
    series: 0,
    epochs: 8,
    eta: 0.07,
    l1: 2.0,
    drop: 0.3,
    least: 0.001,
};

/// How many models are learned, each with random numbers of its own. The mean of their weights is kept.
const SERIES: u64 = 4;

fn main() -> Result<()> {
    let options = Options::from_args()?;
    if let Some(train) = &options.train {
        let mut data = Vec::new();
        for document in corpus::read(train)? {
            data.extend(document.sequences());
        }
        let weights = learned(data);
        let bytes = weights.to_bytes();
        std::fs::write(&options.model, &bytes)
            .with_context(|| format!("cannot write {}", options.model))?;
        let (size, features) = (bytes.len(), weights.rows.len());
        println!("{}: {size} bytes, {features} features", options.model);
    }
    if let Some(dev) = &options.dev {
        let bytes = std::fs::read(&options.model)
            .with_context(|| format!("cannot read {}", options.model))?;
        let weights = TaggerWeights::from_bytes(&bytes)
            .with_context(|| format!("{} is no model of this version", options.model))?;
        let tagger = Tagger::new(&weights);
        let dev = corpus::read(dev)?;
        print!(
            "{}",
            report::report(&tagger, &dev, options.predictions.as_deref())?
        );
    }
    Ok(())
}

/// Learns the models, and rounds their mean.
fn learned(mut data: Vec<Sequence>) -> TaggerWeights {
    let vocabulary = Vocabulary::new(&mut data);
    let features = vocabulary.numbers.len();
    let mut mean = Learned::new(features);
    for series in 0..SERIES {
        mean.add(&learn(&data, features, &Plan { series, ..PLAN }));
    }
    mean.divide(SERIES as f32);
    shrink::rounded(&mean, &vocabulary.numbers)
}

struct Options {
    train: Option<String>,
    dev: Option<String>,
    predictions: Option<String>,
    model: String,
}

impl Options {
    fn from_args() -> Result<Self> {
        let (mut train, mut dev, mut predictions, mut model) = (None, None, None, None);
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            let place = match word.as_str() {
                "--train" => &mut train,
                "--dev" => &mut dev,
                "--predictions" => &mut predictions,
                "--model" => &mut model,
                _ => bail!("there is no `{word}`\n{USAGE}"),
            };
            *place = Some(
                words
                    .next()
                    .with_context(|| format!("{word} needs a file"))?,
            );
        }
        if train.is_none() && dev.is_none() {
            bail!("{USAGE}");
        }
        Ok(Self {
            train,
            dev,
            predictions,
            model: model.unwrap_or_else(|| MODEL.to_owned()),
        })
    }
}
