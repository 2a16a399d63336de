//! The page as different readers have it: 320 px wide and at 400 % (which is the same to a page), with more
//! contrast, with less motion, and on a phone that is touched.

use anyhow::{Result, ensure};
use serde_json::Value;
use sourcelight_e2e::{Browser, Failure, Look, Page, SCREENS, Setup, run};

/// 1280 px at 400 % (WCAG 2.2, 1.4.10).
const NARROW: Look = Look {
    width: 320,
    height: 256,
    dark: false,
    forced_colours: false,
    more_contrast: false,
    less_motion: true,
};

/// No screen scrolls sideways, and none hides what is done with it.
async fn nothing_is_lost_at_400_per_cent(page: Page) -> Result<()> {
    page.look_through(NARROW).await?;
    for (screen, steps) in SCREENS {
        page.open().await?;
        // It fails where the page is wider than its window.
        page.walk_to(steps)
            .await
            .map_err(|why| why.context(format!("{screen} at 320 px")))?;
        let cut = "return Array.from(document.querySelectorAll('dialog[open] button, header button, .tabs button'))
            .filter((b) => b.checkVisibility() && getComputedStyle(b).position !== 'fixed')
            .filter((b) => { const r = b.getBoundingClientRect(); const by = b.closest('.tabs, .modal, .top-bar');
                return r.right > innerWidth + 1 && !(by && by.scrollWidth > by.clientWidth); })
            .map((b) => b.textContent.trim()).join(', ')";
        let cut = page.script(cut, Value::Null).await?;
        ensure!(cut == "", "{screen}: out of reach are {cut}");
    }
    Ok(())
}

/// Text of at least 7 : 1 where more contrast is asked for, in light and dark.
async fn contrast_is_given_where_asked_for(page: Page) -> Result<()> {
    for dark in [false, true] {
        let look = Look {
            dark,
            more_contrast: true,
            ..Look::default()
        };
        page.look_through(look).await?;
        page.open().await?;
        let weak = "
            const light = (colour) => {
                const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((v) => {
                    const c = v / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
                return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const ground = (element) => {
                for (let at = element; at; at = at.parentElement) {
                    const colour = getComputedStyle(at).backgroundColor;
                    if (!/^rgba\\(.*, 0\\)$/.test(colour)) return colour;
                }
                return 'rgb(255, 255, 255)'; };
            const weak = new Set();
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                const at = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !at.checkVisibility() || at.closest('button:disabled, noscript, script')) continue;
                const [one, other] = [light(getComputedStyle(at).color), light(ground(at))].sort((a, b) => b - a);
                const ratio = (one + 0.05) / (other + 0.05);
                if (ratio < 7) weak.add(`${at.className || at.tagName} ${ratio.toFixed(1)}`);
            }
            return Array.from(weak).join(', ')";
        let weak = page.script(weak, Value::Null).await?;
        ensure!(weak == "", "dark is {dark}; under 7 : 1 are {weak}");
    }
    Ok(())
}

async fn nothing_moves_where_motion_is_unwanted(page: Page) -> Result<()> {
    let calm = Look {
        less_motion: true,
        ..Look::default()
    };
    page.look_through(calm).await?;
    page.open().await?;
    // Far down the article at once, and no animation anywhere.
    let still = "const before = scrollY;
        return new Promise((done) => {
            for (let i = 0; i < 12; i++) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
            setTimeout(() => { const there = scrollY;
                setTimeout(() => done(document.getAnimations().length === 0 && Math.abs(scrollY - there) < 1), 300); }, 400);
        })";
    ensure!(page.holds(still).await?, "something moves");
    Ok(())
}

/// A tap takes the sentence; when the selection has settled its actions stand in a bar at the bottom.
async fn a_tap_takes_the_sentence(page: Page) -> Result<()> {
    let phone = Look {
        width: 375,
        height: 812,
        less_motion: true,
        ..Look::default()
    };
    page.look_through(phone).await?;
    page.devtools_answer(
        "Emulation.setTouchEmulationEnabled",
        serde_json::json!({ "enabled": true, "maxTouchPoints": 1 }),
    )
    .await?;
    page.open().await?;
    let place = "const words = Array.from(document.querySelectorAll('main .paragraph [data-start]')).find((s) => s.textContent.length > 40);
        words.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = words.getClientRects()[0];
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 }";
    let place = page.script(place, Value::Null).await?;
    page.devtools_answer(
        "Input.dispatchTouchEvent",
        serde_json::json!({ "type": "touchStart", "touchPoints": [place] }),
    )
    .await?;
    page.devtools_answer(
        "Input.dispatchTouchEvent",
        serde_json::json!({ "type": "touchEnd", "touchPoints": [] }),
    )
    .await?;
    let taken = "const words = getSelection().toString().trim();
        return words.length > 30 && /[.!?'\\u201d\\u2019\"]$/.test(words)";
    page.until("a sentence is selected", async || page.holds(taken).await)
        .await?;
    let bar = page.the("toolbar", "Selection").await?;
    let low = "const box = document.querySelector('.selection-bar').getBoundingClientRect();
        return box.top > innerHeight / 2 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth + 1
            && Array.from(document.querySelectorAll('.selection-bar button')).every((b) => b.getBoundingClientRect().height >= 40)";
    page.until(
        "its actions stand at the bottom, large enough for a finger",
        async || page.holds(low).await,
    )
    .await?;
    bar.the("button", "Note").await?.click().await?;
    page.the("textbox", "Note").await.map(drop)
}

#[test]
fn at_400_per_cent() -> Result<(), Failure> {
    run(
        Browser::Chromium,
        &Setup::default(),
        nothing_is_lost_at_400_per_cent,
    )
}

#[test]
fn with_more_contrast() -> Result<(), Failure> {
    run(
        Browser::Chromium,
        &Setup::default(),
        contrast_is_given_where_asked_for,
    )
}

#[test]
fn with_less_motion() -> Result<(), Failure> {
    run(
        Browser::Chromium,
        &Setup::default(),
        nothing_moves_where_motion_is_unwanted,
    )
}

#[test]
fn by_touch() -> Result<(), Failure> {
    run(
        Browser::Chromium,
        &Setup::default(),
        a_tap_takes_the_sentence,
    )
}
