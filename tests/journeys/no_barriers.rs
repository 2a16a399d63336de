//! Every screen and state, looked at by axe-core: in light, dark and forced colours, wide and as a phone.

use anyhow::{Context, Result, ensure};
use sourcelight_e2e::{Browser, Failure, Look, Page, SCREENS, Setup, run};

use crate::steps::{article_has, paste};

/// The window of a desk and of a phone.
const DESK: Look = Look {
    width: 1400,
    height: 900,
    dark: false,
    forced_colours: false,
    more_contrast: false,
    less_motion: true,
};
const PHONE: Look = Look {
    width: 375,
    height: 812,
    ..DESK
};

async fn every_screen(page: Page, window: Look) -> Result<()> {
    let mut all = Vec::new();
    for (screen, steps) in SCREENS {
        page.look_through(window).await?;
        page.open().await?;
        page.walk_to(steps)
            .await
            .with_context(|| format!("the way to {screen}"))?;
        look_in_every_light(&page, window, screen, &mut all).await?;
    }
    ensure!(all.is_empty(), "barriers:\n{}", all.join("\n"));
    Ok(())
}

/// Looks at the page as it stands in light, dark and forced colours.
async fn look_in_every_light(
    page: &Page,
    window: Look,
    screen: &str,
    all: &mut Vec<String>,
) -> Result<()> {
    let lights = [
        ("light", window),
        (
            "dark",
            Look {
                dark: true,
                ..window
            },
        ),
        (
            "forced colours",
            Look {
                forced_colours: true,
                ..window
            },
        ),
    ];
    for (light, look) in lights {
        page.look_through(look).await?;
        for barrier in page.barriers().await? {
            all.push(format!("{screen}, {light}: {barrier}"));
        }
    }
    Ok(())
}

async fn states_that_are_seldom_seen(page: Page) -> Result<()> {
    // An engine that cannot be run, and a browser that gives no storage.
    page.expect_findings();
    let mut all = Vec::new();
    page.look_through(DESK).await?;
    page.open().await?;
    paste(&page, "Nothing at all\n\nBlue. Green and red.", "").await?;
    article_has(&page, "Green and red").await?;
    for tab in ["Claims", "Sources", "Controversy", "Checks", "Notes"] {
        crate::steps::open_tab(&page, tab).await?;
        let screen = format!("nothing in {tab}");
        look_in_every_light(&page, DESK, &screen, &mut all).await?;
    }
    page.run_first(
        "indexedDB.open = () => { throw new DOMException('no', 'SecurityError'); };
         window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };",
    )
    .await?;
    page.open().await?;
    let says = "return document.querySelectorAll('.notice').length >= 2";
    page.until("it says what fails", async || page.holds(says).await)
        .await?;
    look_in_every_light(&page, DESK, "all that can fail", &mut all).await?;
    ensure!(all.is_empty(), "barriers:\n{}", all.join("\n"));
    Ok(())
}

#[test]
fn at_a_desk() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), |page| {
        every_screen(page, DESK)
    })
}

#[test]
fn on_a_phone() -> Result<(), Failure> {
    run(Browser::Chromium, &Setup::default(), |page| {
        every_screen(page, PHONE)
    })
}

#[test]
fn when_nothing_is_found_or_things_fail() -> Result<(), Failure> {
    run(
        Browser::Chromium,
        &Setup::default(),
        states_that_are_seldom_seen,
    )
}
