//! Kills Chromium at random moments while a reader edits, opens it again with the same profile and
//! compares what is there with what the status had called saved.
//!
//! Acknowledged means that the status said saved after the change was made. Of what was made later any
//! state between the last acknowledged one and the last one made may be there.

mod edits;
mod ledger;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use sourcelight_e2e::Mortal;

use edits::Reader;
use ledger::Ledger;

/// How often the browser is killed where nothing else is said.
const TIMES: usize = 20;
/// When it is killed, after the first edit may begin, in milliseconds.
const MOMENTS: std::ops::Range<u64> = 150..5_000;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let tasks = tokio::task::LocalSet::new();
    tasks.block_on(&runtime, crash(&words))
}

async fn crash(words: &[String]) -> Result<()> {
    let (mut times, mut seed) = (TIMES, fastrand::u64(..));
    for pair in words.chunks(2) {
        match pair {
            [option, value] if option == "--times" => {
                times = value.parse().context(value.clone())?
            }
            [option, value] if option == "--seed" => seed = value.parse().context(value.clone())?,
            _ => bail!("crash knows --times N and --seed S, not {pair:?}"),
        }
    }
    println!("seed {seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    let mortal = Mortal::new()?;
    let mut ledger = Ledger::default();
    let began = Instant::now();
    for life in 1..=times {
        let before = ledger.figures();
        one_life(&mortal, &mut ledger, &mut random)
            .await
            .with_context(|| format!("life {life}, seed {seed}"))?;
        let now = ledger.figures();
        println!(
            "life {life:>3}: {:>2} changes made, {:>2} acknowledged, {} acknowledged lost",
            now.made - before.made,
            now.acknowledged - before.acknowledged,
            now.lost - before.lost
        );
    }
    // What the last life left is compared too.
    let last = mortal.live().await?;
    Reader::new(&last.page).compare(&mut ledger).await?;
    last.end_after(Duration::ZERO).wait()?;
    let figures = ledger.figures();
    println!(
        "killed {times} times in {:.0} s: {} changes made, {} acknowledged, {} of them lost; of {} that \
         were on their way {} are kept; the oldest that was lost was made {} ms before the kill (seed {seed})",
        began.elapsed().as_secs_f64(),
        figures.made,
        figures.acknowledged,
        figures.lost,
        figures.on_their_way,
        figures.arrived,
        figures.oldest_lost.as_millis(),
    );
    for lost in ledger.losses() {
        println!("lost: {lost}");
    }
    ensure!(figures.acknowledged > 0, "nothing was ever acknowledged");
    ensure!(
        figures.lost == 0,
        "{} acknowledged changes were lost",
        figures.lost
    );
    Ok(())
}

/// Starts the browser, compares what is there, edits, and is killed.
async fn one_life(mortal: &Mortal, ledger: &mut Ledger, random: &mut fastrand::Rng) -> Result<()> {
    let life = mortal.live().await?;
    let page = life.page.clone();
    let mut reader = Reader::new(&page);
    reader.compare(ledger).await?;
    let end = life.end_after(Duration::from_millis(random.u64(MOMENTS)));
    let broken = loop {
        if end.has_come() {
            break None;
        }
        if let Err(why) = reader.edit(ledger, random).await {
            break Some(why);
        }
    };
    // A step that fails while the browser lives on is a fault of the page, or of this program.
    if let Some(why) = broken {
        tokio::time::sleep(Duration::from_millis(300)).await;
        if !end.has_come() {
            end.wait()?;
            return Err(why.context("an edit failed before the browser was killed"));
        }
    }
    ledger.killed(end.wait()?);
    Ok(())
}
