//! How long it takes from navigation until the first article is lit, and until anything is drawn: in
//! Chromium, on cold loads, each in a fresh profile.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use sourcelight_e2e::{Browser, Failure, Page, Setup, run};

const LOADS: usize = 10;

fn main() -> Result<(), Failure> {
    let (mut drawn, mut lit) = (Vec::new(), Vec::new());
    for load in 1..=LOADS {
        let measured = Rc::new(Cell::new((0.0, 0.0)));
        let answer = Rc::clone(&measured);
        run(Browser::Chromium, &Setup::default(), async move |page| {
            answer.set(measure(&page).await?);
            Ok(())
        })?;
        let (drawn_at, lit_at) = measured.get();
        println!("load {load:>2}: drawn after {drawn_at:>4.0} ms, lit after {lit_at:>4.0} ms");
        drawn.push(drawn_at);
        lit.push(lit_at);
    }
    report("drawn", &mut drawn);
    report("lit", &mut lit);
    Ok(())
}

/// Milliseconds from the start of navigation to the first paint with content, and to the article lit.
async fn measure(page: &Page) -> Result<(f64, f64)> {
    // Let the browser finish its own start first.
    tokio::time::sleep(Duration::from_secs(1)).await;
    page.open().await?;
    let script = "return ['first-contentful-paint', 'lit'].map((name) => {
        const [entry] = performance.getEntriesByName(name);
        return entry ? entry.startTime : null; })";
    let times = page.script(script, Value::Null).await?;
    let time = |index: usize| {
        times[index]
            .as_f64()
            .with_context(|| anyhow!("no such time: {times}"))
    };
    Ok((time(0)?, time(1)?))
}

fn report(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let middle = times.len() / 2;
    let median = (times[middle] + times[(times.len() - 1) / 2]) / 2.0;
    println!(
        "{what}: median {median:.0} ms, worst {:.0} ms of {} cold loads",
        times[times.len() - 1],
        times.len()
    );
}
