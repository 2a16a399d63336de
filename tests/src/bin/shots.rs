//! Screenshots of every screen, in Chromium: four widths, light and dark, into `target/shots`; with
//! `--readme` also the README's, into `docs/`. Further words name the only screens to take.

use std::path::Path;

use anyhow::{Context, Result};
use sourcelight_e2e::{Browser, Failure, Look, Page, SCREENS, Setup, run};
use xtask::workspace;

/// Width and height of the window, in CSS pixels.
const WINDOWS: &[(u32, u32)] = &[(1400, 900), (768, 1024), (375, 812), (320, 640)];

/// What the README shows: the file in `docs/`, its screen, width and scheme.
const README: &[(&str, &str, u32, &str)] = &[
    ("screenshot.png", "read", 1400, "light"),
    ("screenshot-sources.png", "glance-chain", 1400, "dark"),
    ("screenshot-phone.png", "controversy", 375, "light"),
];

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
            page.look_through(Look {
                width,
                height,
                dark,
                ..Look::default()
            })
            .await?;
            for (screen, steps) in SCREENS {
                if !only.is_empty() && !only.iter().any(|name| name == screen) {
                    continue;
                }
                page.open().await?;
                page.walk_to(steps)
                    .await
                    .with_context(|| format!("{screen} at {width}"))?;
                let shot = page.client().screenshot().await?;
                write(
                    &folder.join(format!("{screen}-{width}-{scheme}.png")),
                    &shot,
                )?;
                let shown = README.iter().find(|(_, of, wide, scheme_of)| {
                    (*of, *wide, *scheme_of) == (*screen, width, scheme)
                });
                if let Some((name, ..)) = shown.filter(|_| readme) {
                    write(&workspace::root().join("docs").join(name), &shot)?;
                }
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
