//! Screenshots of the lit sample, in Chromium: three widths, light and dark, into `target/shots`; with
//! `--readme` also the README's, into `docs/`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use sourcelight_e2e::{Browser, Failure, Page, Setup, run};
use xtask::workspace;

/// Width and height of the window, in CSS pixels.
const WINDOWS: &[(u32, u32)] = &[(1400, 900), (768, 1024), (375, 812)];

fn main() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), take_all)
}

async fn take_all(page: Page) -> Result<()> {
    let readme = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--readme") => true,
        Some(other) => bail!("shots does not know {other}"),
    };
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
