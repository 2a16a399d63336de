//! Screenshots of every screen, in Chromium: four widths, light and dark, into `target/shots`; with
//! `--readme` also the README's, into `docs/`. Further words name the only screens to take.

use std::path::Path;

use anyhow::{Context, Result};
use sourcelight_e2e::{Browser, Failure, Page, Setup, run};
use xtask::workspace;

/// Width and height of the window, in CSS pixels.
const WINDOWS: &[(u32, u32)] = &[(1400, 900), (768, 1024), (375, 812), (320, 640)];

/// A screen: what it is called and the script that leads to it from the lit article.
const SCREENS: &[(&str, &str)] = &[
    (
        "first-visit",
        "if (!named('button', 'Got it')) { await click('header button', 'Help'); await click('button', 'Show the first steps'); }",
    ),
    (
        "read",
        "for (let got = named('button', 'Got it'); got; got = named('button', 'Got it')) { got.click(); await settle(); }",
    ),
    ("search", "await key('/'); await type('treaty')"),
    ("search-nothing", "await key('/'); await type('zebra')"),
    (
        "filters",
        "await key('f'); await click('.chip', 'Attributions'); await click('.chip', 'Unnamed')",
    ),
    (
        "filters-nothing",
        "await key('f'); await click('.chip', 'Accepted'); await click('.chip', 'Named')",
    ),
    (
        "palette",
        "await key('k', { ctrlKey: true }); await type('marks')",
    ),
    ("settings", "await key(',')"),
    ("export", "await key('e')"),
    (
        "export-saved",
        "await key('e'); await click('button', 'Save as HTML'); await new Promise((done) => setTimeout(done, 1500))",
    ),
    ("open", "await key('o')"),
    ("library", "await key('b'); await settle(); await settle()"),
    ("details", "await key('d'); await settle(); document.querySelector('.block-kinds').open = true; await settle()"),
    (
        "selection",
        "getSelection().selectAllChildren(document.querySelector('main .paragraph [data-start]')); await settle(); await settle()",
    ),
    ("controversy", "await tab('Controversy'); document.querySelectorAll('.treaty').forEach((d) => { d.open = true; })"),
    ("checks", "await tab('Checks')"),
    ("help", "await key('?')"),
    ("sources", "await tab('Sources')"),
    (
        "merged",
        "await tab('Sources'); if (!document.querySelector('.merged')) { document.querySelector('.same button').click(); await settle(); }
         document.querySelector('.merged').scrollIntoView({ block: 'center' }); await settle()",
    ),
    (
        "glance",
        "await tab('Sources'); await click('button', 'Sourcing at a glance')",
    ),
    (
        "glance-chain",
        "await tab('Sources'); await click('button', 'Sourcing at a glance'); document.querySelector('.modal svg.chain').scrollIntoView({ block: 'start' });
         document.querySelectorAll('.modal .node[role=button]')[1].focus()",
    ),
    (
        "source-card",
        "await tab('Sources'); const card = Array.from(document.querySelectorAll('.voice')).find((c) => c.querySelector('.same'));
         card.querySelectorAll('details').forEach((d) => { d.open = true; }); card.scrollIntoView({ block: 'start' })",
    ),
];

/// What the scripts may use.
const STEPS: &str = "
    const settle = () => new Promise((done) => setTimeout(done, 350));
    const named = (selector, name) => Array.from(document.querySelectorAll(selector))
        .find((e) => (e.getAttribute('aria-label') || e.textContent).trim().startsWith(name));
    const click = async (selector, name) => {
        const found = named(selector, name);
        if (!found) throw new Error('no ' + selector + ' called ' + name);
        found.click(); await settle(); };
    const raise = async () => {
        const handle = document.querySelector('.panel .handle');
        if (handle && handle.offsetParent && document.querySelector('.panel.peek')) { handle.click(); await settle(); }
        if (handle && handle.offsetParent && document.querySelector('.panel.half')) { handle.click(); await settle(); } };
    const tab = async (name) => { await click('[role=tab]', name); await raise(); };
    const key = async (name, more) => {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
        await settle(); };
    const type = async (text) => {
        const field = document.activeElement; field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true })); await settle(); };
";

fn main() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), take_all)
}

async fn take_all(page: Page) -> Result<()> {
    let (options, only): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let readme = options.iter().any(|option| option == "--readme");
    let folder = workspace::root().join("target").join("shots");
    for &(width, height) in WINDOWS {
        for (scheme, dark) in [("light", false), ("dark", true)] {
            page.look_through(width, height, dark).await?;
            for (screen, steps) in SCREENS {
                if !only.is_empty() && !only.iter().any(|name| name == screen) {
                    continue;
                }
                page.open().await?;
                walk(&page, steps)
                    .await
                    .with_context(|| format!("{screen} at {width}"))?;
                let shot = page.client().screenshot().await?;
                write(
                    &folder.join(format!("{screen}-{width}-{scheme}.png")),
                    &shot,
                )?;
                if readme && *screen == "read" && width == 1400 && !dark {
                    write(
                        &workspace::root().join("docs").join("screenshot.png"),
                        &shot,
                    )?;
                }
            }
        }
    }
    Ok(())
}

async fn walk(page: &Page, steps: &str) -> Result<()> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         (async () => {{ {STEPS} {steps}; await settle(); }})().then(() => done(null), (why) => done(String(why)));"
    );
    let why = page.client().execute_async(&script, vec![]).await?;
    anyhow::ensure!(why.is_null(), "{why}");
    let wider = "return document.documentElement.scrollWidth > innerWidth";
    anyhow::ensure!(
        !page.holds(wider).await?,
        "the page is wider than its window"
    );
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    std::fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}
