//! `cargo xtask bench reading`: how soon the reading surface answers on an article of 10,000 words and
//! 10,000 marks, in Chromium, beside the same on the sample in the same run; how it scrolls; and what is
//! left in memory of articles that were opened and closed.
//!
//! A time is from the key to the end of the frame in which its answer is painted, so an answer that costs
//! nothing takes up to one frame. `frame` is measured so: a key that means nothing.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use sourcelight_e2e::{Browser, Failure, Look, Page, Setup, run};

/// What is to be reached at the 95th percentile.
const AIM: f64 = 50.0;
/// What the long article must have, at least.
const WORDS: usize = 10_000;
const MARKS: u64 = 10_000;

fn main() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), async move |page| {
        let small = times(&page, None).await?;
        let large = times(&page, Some(&long_article())).await?;
        report(&small, &large);
        scrolling(&page).await?;
        memory(&page).await
    })
}

/// Milliseconds of each thing that was done, as often as it was done.
struct Times(Value);

impl Times {
    fn of(&self, what: &str) -> Vec<f64> {
        let list = self.0["times"][what].as_array();
        let mut times: Vec<f64> = list
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect();
        times.sort_by(f64::total_cmp);
        times
    }
}

fn percentile(sorted: &[f64], share: f64) -> f64 {
    // As many as there are times; none is out of reach.
    let place = ((sorted.len() as f64 * share).ceil() as usize).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

fn report(small: &Times, large: &Times) {
    println!(
        "{} words, {} marks, {} findings; the sample has {} marks",
        large.0["words"], large.0["marks"], large.0["findings"], small.0["marks"]
    );
    println!(
        "{:<28} {:>8} {:>8} {:>8} {:>10} {:>9}",
        "", "p50 ms", "p95 ms", "worst", "of sample", "layout ms"
    );
    for what in [
        "frame",
        "type in a note",
        "J, next mark",
        "K, mark before",
        "U, next unsourced",
        "filter on",
        "filter off",
        "accept",
        "hide marks",
        "show marks",
        "open tab Sources",
        "open tab Claims",
    ] {
        let (times, reference) = (large.of(what), small.of(what));
        let p95 = percentile(&times, 0.95);
        println!(
            "{what:<28} {:>8.1} {p95:>8.1} {:>8.1} {:>9.1}× {:>9.1} {}",
            percentile(&times, 0.5),
            times.last().copied().unwrap_or(f64::NAN),
            p95 / percentile(&reference, 0.95),
            large.0["layout"][what].as_f64().unwrap_or(f64::NAN),
            if p95 > AIM { "above the aim" } else { "" }
        );
    }
}

async fn times(page: &Page, article: Option<&str>) -> Result<Times> {
    let desk = Look {
        less_motion: true,
        ..Look::default()
    };
    page.look_through(desk).await?;
    let patient = TimeoutConfiguration::new(Some(Duration::from_secs(600)), None, None);
    page.client().update_timeouts(patient).await?;
    page.open().await?;
    page.devtools_answer("Performance.enable", json!({}))
        .await?;
    if let Some(text) = article {
        open(page, text).await?;
        lit(page, MARKS).await?;
    }
    page.script(PREPARE, Value::Null).await?;
    let mut layout = serde_json::Map::new();
    let mut times = serde_json::Map::new();
    for (what, rounds, steps) in DONE {
        let before = layout_time(page).await?;
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ const times = []; {STEPS}
               for (let round = 0; round < {rounds}; round++) {{ {steps} }} return times; }})()
             .then(done, (why) => done(String(why)));"
        );
        let answer = page.client().execute_async(&script, vec![]).await?;
        ensure!(answer.is_array(), "{what}: {answer}");
        let after = layout_time(page).await?;
        layout.insert(
            (*what).to_owned(),
            json!((after - before) / f64::from(*rounds)),
        );
        times.insert((*what).to_owned(), answer);
    }
    // What was hidden is shown again; pairs are measured apart.
    for (pair, on, off) in [
        ("filter", "filter on", "filter off"),
        ("marks", "hide marks", "show marks"),
        ("tabs", "open tab Sources", "open tab Claims"),
    ] {
        let both = times.remove(pair).context("not measured")?;
        let both = both.as_array().cloned().unwrap_or_default();
        let every = |from: usize| {
            both.iter()
                .skip(from)
                .step_by(2)
                .cloned()
                .collect::<Vec<_>>()
        };
        times.insert(on.to_owned(), every(0).into());
        times.insert(off.to_owned(), every(1).into());
        let share = layout
            .remove(pair)
            .and_then(|l| l.as_f64())
            .unwrap_or_default()
            / 2.0;
        layout.insert(on.to_owned(), json!(share));
        layout.insert(off.to_owned(), json!(share));
    }
    let mut counted = page.script(COUNT, Value::Null).await?;
    counted["times"] = times.into();
    counted["layout"] = layout.into();
    Ok(Times(counted))
}

/// What is done, how often, and how: `took` waits until the answer is painted.
const DONE: &[(&str, u32, &str)] = &[
    ("frame", 40, "await took(() => key('F7'))"),
    ("J, next mark", 60, "await took(() => key('j'))"),
    ("K, mark before", 40, "await took(() => key('k'))"),
    ("U, next unsourced", 40, "await took(() => key('u'))"),
    ("accept", 30, "key('j'); await painted(); await took(() => key('a'))"),
    ("type in a note", 60,
     "if (round === 0) { key('n'); await painted(); await painted(); }
      await took(() => document.execCommand('insertText', false, 'abcdefg hij'[round % 11]));
      if (round === 59) { document.activeElement.value = '';
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })); await painted(); }"),
    ("filter", 15,
     "if (round === 0) { document.getElementById('article').focus(); key('f'); await painted(); await painted(); }
      const chip = () => Array.from(document.querySelectorAll('.chip')).find((c) => c.textContent.trim() === 'Unnamed');
      await took(() => chip().click()); await took(() => chip().click())"),
    ("marks", 10, "document.getElementById('article').focus(); await took(() => key('h')); await took(() => key('h'))"),
    ("tabs", 10, "await took(() => document.getElementById('tab-Sources').click()); await took(() => document.getElementById('tab-Claims').click())"),
];

const STEPS: &str = "
    const painted = () => new Promise((done) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = done;
        channel.port2.postMessage(null);
    }));
    const key = (name) => document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
    const took = async (act) => {
        // What the last step left to do is not of this one.
        await painted(); await new Promise((done) => setTimeout(done, 30));
        const start = performance.now();
        act();
        await painted();
        times.push(performance.now() - start); };
";

/// The first callouts are read, so that both articles stand alike.
const PREPARE: &str = "document.querySelectorAll('[id^=callout-]').forEach((b) => b.click());
    document.getElementById('article').focus(); return null";

const COUNT: &str = "
    const marks = Array.from(document.querySelectorAll('main article [data-mark]'));
    return { words: document.querySelector('main article').textContent.split(/\\s+/).length,
             marks: marks.reduce((sum, mark) => sum + mark.dataset.ids.split(' ').length, 0),
             findings: new Set(marks.flatMap((mark) => mark.dataset.ids.split(' '))).size }";

async fn layout_time(page: &Page) -> Result<f64> {
    let answer = page
        .devtools_answer("Performance.getMetrics", json!({}))
        .await?;
    let metrics = answer["metrics"].as_array().context("no metrics")?;
    let layout = metrics.iter().find(|m| m["name"] == "LayoutDuration");
    Ok(layout.and_then(|m| m["value"].as_f64()).unwrap_or(0.0) * 1000.0)
}

/// Opens a text as a reader does who pastes it.
async fn open(page: &Page, text: &str) -> Result<()> {
    let script = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
        document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
        return null";
    page.script(script, text.into()).await.map(drop)
}

/// Waits until so many marks are drawn.
async fn lit(page: &Page, marks: u64) -> Result<()> {
    let mut drawn = 0;
    for _ in 0..300 {
        let counted = page.script(COUNT, Value::Null).await?;
        drawn = counted["marks"].as_u64().unwrap_or_default();
        if drawn >= marks {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    anyhow::bail!("only {drawn} of {marks} marks are drawn")
}

/// Scrolls through the long article, a third of a window a frame.
async fn scrolling(page: &Page) -> Result<()> {
    let script = "const done = arguments[arguments.length - 1];
        (async () => {
            const tasks = [];
            const seen = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration)));
            seen.observe({ type: 'longtask' });
            const gaps = [];
            scrollTo({ top: 0, behavior: 'instant' });
            await new Promise((go) => setTimeout(go, 300));
            tasks.length = 0;
            let last = performance.now();
            while (scrollY + innerHeight < document.documentElement.scrollHeight - 2) {
                scrollBy({ top: innerHeight / 3, behavior: 'instant' });
                await new Promise(requestAnimationFrame);
                gaps.push(performance.now() - last); last = performance.now();
            }
            await new Promise((go) => setTimeout(go, 300));
            return { tasks, gaps };
        })().then(done, (why) => done(String(why)));";
    let answer = page.client().execute_async(script, vec![]).await?;
    let numbers = |name: &str| {
        let list = answer[name].as_array();
        let mut all: Vec<f64> = list
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let (tasks, gaps) = (numbers("tasks"), numbers("gaps"));
    println!(
        "scrolling: {} frames, p95 {:.1} ms, worst {:.1} ms; {} tasks longer than 50 ms, worst {:.0} ms",
        gaps.len(),
        percentile(&gaps, 0.95),
        gaps.last().copied().unwrap_or(f64::NAN),
        tasks.len(),
        tasks.last().copied().unwrap_or(0.0)
    );
    Ok(())
}

/// Opens fifty articles one after the other.
async fn memory(page: &Page) -> Result<()> {
    page.open().await?;
    for count in 1..=50 {
        let text = article(count, 1_000);
        open(page, &text).await?;
        let title = text.lines().next().unwrap_or_default().to_owned();
        page.until("it is lit", async || {
            let there = "return document.querySelector('main article h1')?.textContent.includes(arguments[0])
                && document.querySelectorAll('main article [data-mark]').length > 50";
            Ok(page.script(there, title.clone().into()).await? == true)
        })
        .await?;
        if count == 5 || count == 50 {
            // What the last step set off is done.
            tokio::time::sleep(Duration::from_secs(1)).await;
            page.devtools_answer("HeapProfiler.collectGarbage", json!({}))
                .await?;
            let heap = page
                .devtools_answer("Runtime.getHeapUsage", json!({}))
                .await?;
            let nodes = page
                .devtools_answer("Memory.getDOMCounters", json!({}))
                .await?;
            let megabytes = |name: &str| heap[name].as_f64().unwrap_or(f64::NAN) / 1e6;
            println!(
                "after {count:>2} articles: script {:.1} MB, wasm and buffers {:.1} MB, page {:.1} MB, {} nodes, {} listeners",
                megabytes("usedSize"),
                megabytes("backingStorageSize"),
                megabytes("embedderHeapUsedSize"),
                nodes["nodes"],
                nodes["jsEventListeners"]
            );
        }
    }
    Ok(())
}

/// An article in which nearly every word is marked.
fn long_article() -> String {
    article(0, WORDS)
}

/// A made-up article of so many words: short sentences by many voices, some without a source.
fn article(number: usize, words: usize) -> String {
    const NAMES: [&str; 12] = [
        "Adams", "Baker", "Clark", "Davis", "Evans", "Foster", "Green", "Harris", "Irving",
        "Jones", "Keller", "Lewis",
    ];
    const TITLES: [&str; 5] = ["Minister", "Mayor", "Officials", "Police", "Senator"];
    const VERBS: [&str; 6] = [
        "said",
        "told reporters",
        "claimed",
        "warned",
        "added",
        "insisted",
    ];
    const SAID: [&str; 6] = [
        "prices rose",
        "“nobody left”",
        "the mines killed civilians",
        "talks failed",
        "the plan is illegal",
        "ten people died",
    ];
    let mut text = format!("Story number {number} of a long day\n\n");
    let mut count = 7;
    let mut sentence = number;
    while count < words {
        for _ in 0..12 {
            let (name, title) = (NAMES[sentence * 7 % 12], TITLES[sentence * 3 % 5]);
            let (verb, said) = (VERBS[sentence * 5 % 6], SAID[sentence % 6]);
            let line = match (sentence % 9, title) {
                (0, _) => "The attack destroyed forty houses. ".to_owned(),
                // What one says of what another says is marked twice.
                (_, "Officials" | "Police") => format!("{title} {verb} {name} claimed {said}. "),
                _ => format!("{title} {name} {verb} officials claimed {said}. "),
            };
            count += line.split_whitespace().count();
            text.push_str(&line);
            sentence += 1;
        }
        text.push_str("\n\n");
    }
    text
}
