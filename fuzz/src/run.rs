//! Opening damaged files under a watch.

use std::{
    any::Any,
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use fastrand::Rng;
use sourcelight_article::{Opened, Source, open_bytes};

use crate::{
    folder,
    mutate::mutate,
    notes,
    seeds::{regressions, seeds},
};

/// The longest that one input may take; they are small. Unoptimised code takes ten times as long, and the
/// clock goes on while other programs run.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 5 });
/// The reader's stack in a browser is a megabyte; unoptimised code needs more.
const STACK: usize = if cfg!(debug_assertions) {
    8 << 20
} else {
    1 << 20
};
/// The most inputs that are kept to be damaged further.
const MOST_KEPT: usize = 400;

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The inputs that were opened.
    pub runs: u64,
    /// Those that opened as an article.
    pub articles: u64,
    /// The longest that one took.
    pub slowest: Duration,
    /// How many different outcomes there were.
    pub kinds: usize,
}

/// Damages and opens files of `format` for `seconds`.
///
/// # Errors
/// When an input panics or takes too long; it lies in `fuzz/failures` then. An input that ends the whole
/// process (by memory or by its stack) lies there too, as `FORMAT.running`.
pub fn fuzz(format: &str, seconds: u64, seed: u64) -> Result<Outcome> {
    let format = format.to_owned();
    let failures = folder().join("fuzz/failures");
    fs::create_dir_all(&failures)?;
    let running = failures.join(format!("{format}.running"));
    // Milliseconds since the start at which the present input began; 0 between inputs.
    let began = Arc::new(AtomicU64::new(0));
    let done = Arc::new(AtomicBool::new(false));
    let start = Instant::now();
    let worker = {
        let (began, done, running) = (Arc::clone(&began), Arc::clone(&done), running.clone());
        let work = move || {
            let result = work(&format, seconds, seed, start, &began, &running);
            done.store(true, Ordering::SeqCst);
            result
        };
        thread::Builder::new().stack_size(STACK).spawn(work)?
    };
    while !done.load(Ordering::SeqCst) {
        thread::sleep(Duration::from_millis(50));
        let at = began.load(Ordering::SeqCst);
        let now = start.elapsed().as_millis() as u64;
        if at > 0 && now.saturating_sub(at) > LONGEST.as_millis() as u64 && !worker.is_finished() {
            let kept = failures.join(format!("slow-{seed}-{at}"));
            fs::copy(&running, &kept)?;
            bail!("an input takes longer than {LONGEST:?}: {}", kept.display());
        }
        if worker.is_finished() {
            break;
        }
    }
    match worker.join() {
        Ok(outcome) => outcome,
        Err(_) => bail!("the fuzzer itself failed"),
    }
}

fn work(
    format: &str,
    seconds: u64,
    seed: u64,
    start: Instant,
    began: &AtomicU64,
    running: &PathBuf,
) -> Result<Outcome> {
    let mut rng = Rng::with_seed(seed);
    let mut pool = seeds(format)?;
    let originals = pool.len();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let (mut runs, mut articles, mut slowest) = (0, 0, Duration::ZERO);
    while start.elapsed() < Duration::from_secs(seconds) {
        let one = &pool[rng.usize(..pool.len())];
        let other = &pool[rng.usize(..pool.len())];
        let input = mutate(one, other, format, &mut rng);
        let bytes = input.bytes();
        fs::write(running, &bytes).context("writing the input")?;
        began.store(start.elapsed().as_millis() as u64 + 1, Ordering::SeqCst);
        let at = Instant::now();
        let outcome = match open(&bytes, format) {
            Ok(outcome) => outcome,
            Err(message) => {
                let kept = running.with_file_name(format!("panic-{format}-{seed}-{runs}"));
                fs::copy(running, &kept)?;
                bail!("{message}: {}", kept.display());
            }
        };
        let took = at.elapsed();
        began.store(0, Ordering::SeqCst);
        slowest = slowest.max(took);
        runs += 1;
        articles += u64::from(outcome.starts_with("article"));
        let times = seen.entry(outcome).or_default();
        *times += 1;
        // What opens as nothing did before is worth more damage.
        if *times == 1 {
            match pool.len() {
                len if len < MOST_KEPT => pool.push(input),
                len => pool[rng.usize(originals..len)] = input,
            }
        }
    }
    let _ = fs::remove_file(running);
    let kinds = seen.len();
    Ok(Outcome {
        runs,
        articles,
        slowest,
        kinds,
    })
}

/// What `bytes` open as, roughly; the message of a panic where they do not.
///
/// # Errors
/// When opening panics, or an opened article's blocks lie outside its text.
pub fn open(bytes: &[u8], format: &str) -> Result<String, String> {
    if notes::is_one(format) {
        return notes::open(bytes, format);
    }
    let name = format!("a.{format}");
    let source = Source {
        name: Some(&name),
        ..Source::default()
    };
    let opened = catch_unwind(AssertUnwindSafe(|| open_bytes(bytes, &source)));
    let opened = opened.map_err(|cause| words_of(&*cause))?;
    match opened {
        Err(error) => Ok(format!("error {:?}", std::mem::discriminant(&error))),
        Ok(Opened::Sourcelight) => Ok("ours".to_owned()),
        Ok(Opened::Article(opened)) => {
            let text = &opened.article.text;
            let mut kinds: BTreeMap<String, u32> = BTreeMap::new();
            for block in &opened.article.blocks {
                if text.get(block.span.start..block.span.end).is_none() {
                    return Err("a block lies outside the text".to_owned());
                }
                *kinds.entry(format!("{:?}", block.kind)).or_default() += 1;
            }
            let rough: Vec<String> = kinds
                .iter()
                .map(|(k, n)| format!("{k}{}", n.ilog2()))
                .collect();
            let notes = opened
                .notes
                .iter()
                .map(|n| format!("{:?}", std::mem::discriminant(n)));
            let notes = notes.collect::<Vec<_>>().join(" ");
            Ok(format!(
                "article {:?} {} {notes} {}",
                opened.format,
                rough.join(" "),
                opened.parts.len()
            ))
        }
    }
}

/// What a panic said.
pub(crate) fn words_of(cause: &(dyn Any + Send)) -> String {
    let words = cause.downcast_ref::<String>().cloned();
    let words = words.or_else(|| cause.downcast_ref::<&str>().map(|w| (*w).to_owned()));
    format!("panicked: {}", words.unwrap_or_default())
}

/// Opens all that once broke `format`; answers how many there are.
///
/// # Errors
/// When one does it again.
pub fn replay(format: &str) -> Result<usize> {
    let inputs = regressions(format)?;
    for (name, bytes) in &inputs {
        let at = Instant::now();
        if let Err(message) = open(bytes, format) {
            bail!("{format}/{name}: {message}");
        }
        if at.elapsed() > LONGEST {
            bail!("{format}/{name}: took {:?}", at.elapsed());
        }
    }
    Ok(inputs.len())
}
