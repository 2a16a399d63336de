//! `cargo run --release -p fuzz -- FORMAT|all [--seconds N] [--seed N]`

use std::alloc::System;

use anyhow::{Context, Result, bail};
use cap::Cap;
use fuzz::{FORMATS, MOST_MEMORY, fuzz, replay};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, MOST_MEMORY);

fn main() -> Result<()> {
    let mut formats = Vec::new();
    let (mut seconds, mut seed) = (60, 1);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut number = || -> Result<u64> {
            let word = words.next().context("a number is missing")?;
            word.parse().with_context(|| format!("{word} is no number"))
        };
        match word.as_str() {
            "--seconds" => seconds = number()?,
            "--seed" => seed = number()?,
            "all" => formats.extend(FORMATS.iter().map(|f| f.0.to_owned())),
            format => formats.push(format.to_owned()),
        }
    }
    if formats.is_empty() {
        let known: Vec<&str> = FORMATS.iter().map(|f| f.0).collect();
        bail!("name a format ({}) or all", known.join(", "));
    }
    for format in formats {
        let replayed = replay(&format)?;
        let outcome = fuzz(&format, seconds, seed)?;
        println!(
            "{format}: {} inputs, {} opened as articles, {} kinds of outcome, the slowest {:?}, {replayed} replayed, {} MB at most",
            outcome.runs,
            outcome.articles,
            outcome.kinds,
            outcome.slowest,
            ALLOCATOR.max_allocated() / 1_000_000,
        );
    }
    Ok(())
}
