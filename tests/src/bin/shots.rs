//! Screenshots in Chromium: the lit sample and the dialogs, in three widths, light and dark, into
//! `target/shots`; with `--readme` also the README's, into `docs/`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use sourcelight_e2e::{Browser, Failure, Page, Setup, run};
use xtask::workspace;

/// Width and height of the window, in CSS pixels.
const WINDOWS: &[(u32, u32)] = &[(1400, 900), (768, 1024), (375, 812)];

/// What is looked at beside the sample: a name, what to do for it, and what is there then.
const STATES: &[(&str, &str, &str)] = &[
    ("open", "key('o')", "dialog #address"),
    ("library", "key('b')", "dialog .shelf li"),
    (
        "details",
        "key('d'); setTimeout(() => document.querySelector('.block-kinds').open = true, 200)",
        "dialog .block-kinds li",
    ),
    (
        "bookmarklet",
        "key('o'); setTimeout(() => Array.from(document.querySelectorAll('dialog .row button'))[1].click(), 200)",
        "dialog .bookmarklet",
    ),
    (
        "offer",
        "location.hash = '#url=https%3A%2F%2Fexample.org%2Fa-story'",
        "dialog .offer-title",
    ),
    (
        "reports",
        "drop('password.pdf', '%PDF-1.4 broken'); ",
        ".notice",
    ),
    ("dropping", "hover()", ".drop-here"),
    ("selection", "select()", ".selection-bar"),
];

/// What the states are made with.
const HANDS: &str = "
    const key = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const drag = (type, data) => document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    const hover = () => drag('dragenter', new DataTransfer());
    const drop = (name, text) => { const data = new DataTransfer(); data.items.add(new File([text], name)); drag('drop', data); };
    const select = () => getSelection().selectAllChildren(document.querySelector('main .paragraph [data-start]'));";

fn main() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), take_all)
}

async fn take_all(page: Page) -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let readme = words.iter().any(|word| word == "--readme");
    if let Some(other) = words.iter().find(|word| *word != "--readme") {
        bail!("shots does not know {other}");
    }
    // A report of a broken file is an error that is wanted.
    page.expect_findings();
    for &(width, height) in WINDOWS {
        for (scheme, dark) in [("light", false), ("dark", true)] {
            page.look_through(width, height, dark).await?;
            page.open().await?;
            let shot = page.client().screenshot().await?;
            let folder = workspace::root().join("target").join("shots");
            write(&folder.join(format!("{width}-{scheme}.png")), &shot)?;
            if readme && width == 1400 && !dark {
                write(
                    &workspace::root().join("docs").join("screenshot.png"),
                    &shot,
                )?;
            }
            for &(name, act, then) in STATES {
                page.open().await?;
                page.script(&format!("{HANDS} {act}"), Value::Null).await?;
                page.css(then).await?;
                let shot = page.client().screenshot().await?;
                write(&folder.join(format!("{width}-{scheme}-{name}.png")), &shot)?;
            }
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    std::fs::write(path, bytes).with_context(|| format!("writing {}", path.display()))?;
    println!("{}", path.display());
    Ok(())
}
