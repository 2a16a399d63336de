//! The interface in another language, and articles in languages of their own.

use anyhow::{Result, ensure};
use serde_json::Value;
use sourcelight_e2e::{Browser, Failure, Page, Setup, run};

use crate::steps::{article_has, open_tab, paste, saved};

async fn the_interface_is_german_when_chosen(page: Page) -> Result<()> {
    page.open().await?;
    choose(&page, "de").await?;
    let kept = "return document.activeElement.id === 'interface-language'";
    page.until("the list has kept the keyboard", async || {
        page.holds(kept).await
    })
    .await?;
    page.the("dialog", "Einstellungen").await?;
    page.press(&[fantoccini::key::Key::Escape.into()]).await?;
    page.the("tab", "Quellen").await?;
    ensure!(
        page.holds("return document.documentElement.lang === 'de' && document.querySelector('main article').lang === 'en'")
            .await?,
        "the page is not said to be in German, or the article is"
    );
    // It stays so.
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    page.reload().await?;
    page.the("tab", "Aussagen").await?;
    page.the("button", "Hilfe").await?;
    choose(&page, "").await?;
    page.press(&[fantoccini::key::Key::Escape.into()]).await?;
    page.the("tab", "Sources").await.map(drop)
}

async fn choose(page: &Page, language: &str) -> Result<()> {
    page.press(&[',']).await?;
    page.css("#interface-language").await?.focus().await?;
    let script =
        "const list = document.querySelector('#interface-language'); list.value = arguments[0];
        list.dispatchEvent(new Event('change', { bubbles: true })); return null";
    page.script(script, language.into()).await.map(drop)
}

async fn the_browsers_language_is_spoken_at_first(page: Page) -> Result<()> {
    page.run_first("Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['fr', 'de-AT', 'en'] })")
        .await?;
    page.open().await?;
    page.the("tab", "Quellen").await?;
    // Not one word of the other language is left on the page, outside the article.
    let english = "const words = /\\b(the|Open|Help|Search|Settings|Accept|Reject|Claims|without)\\b/;
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            const at = walker.currentNode.parentElement;
            if (at.closest('.block, script, noscript, .passage, [lang=en], .who, .outline ol, .callout, blockquote, td, .why') || !words.test(walker.currentNode.data)) continue;
            found.push(walker.currentNode.data.trim());
        }
        return found.join(' | ')";
    let english = page.script(english, Value::Null).await?;
    ensure!(english == "", "in English: {english}");
    Ok(())
}

const ARABIC: &str = "الجسر يغلق بعد اكتشاف شقوق\n\nقال المهندس يوسف حداد يوم الاثنين إن الجسر سيبقى مغلقا حتى يفحص كل عمود.\n\nلم تعلق البلدية على ذلك.";
const HEBREW: &str = "הגשר נסגר לאחר שנמצאו סדקים\n\nהמהנדס יוסף חדד אמר ביום שני כי הגשר יישאר סגור עד שכל קורה תיבדק.\n\nהעירייה לא הגיבה.";

async fn an_article_from_right_to_left_reads_right(page: Page) -> Result<()> {
    page.open().await?;
    for (text, tag) in [(HEBREW, "he"), (ARABIC, "ar")] {
        paste(&page, text, "").await?;
        let last = text.rsplit('\n').next().unwrap_or_default();
        article_has(&page, last).await?;
        let stands = "const article = document.querySelector('main article');
            const block = article.querySelector('.paragraph');
            const column = article.getBoundingClientRect();
            const range = document.createRange();
            range.selectNodeContents(block);
            const lines = Array.from(range.getClientRects());
            return [article.lang, article.dir, getComputedStyle(block).direction,
                lines.every((line) => line.right <= column.right + 1) && lines.some((line) => column.right - line.right < 40),
                document.documentElement.scrollWidth <= innerWidth]";
        let stands = page.script(stands, Value::Null).await?;
        ensure!(
            stands == serde_json::json!([tag, "rtl", "rtl", true, true]),
            "it stands as {stands}"
        );
        // The engine does not know it: it says so, and the reader marks by hand.
        let says = "return document.querySelector('.facts').textContent.includes('which the engine does not know')";
        page.until("it says that the engine does not know it", async || {
            page.holds(says).await
        })
        .await?;
    }
    // By hand all goes as ever.
    page.script(
        "getSelection().selectAllChildren(document.querySelector('main .paragraph [data-start]')); return null",
        Value::Null,
    )
    .await?;
    page.the("toolbar", "Selection")
        .await?
        .the("button", "No source")
        .await?
        .click()
        .await?;
    page.until("the mark is drawn", async || {
        Ok(page
            .marks()
            .await?
            .iter()
            .any(|mark| mark.is("unsourced") && mark.origin == "human"))
    })
    .await?;
    // Its sign stands in the margin that the lines begin at.
    let sign = "const sign = document.querySelector('.margin .question').getBoundingClientRect();
        const block = document.querySelector('.paragraph').getBoundingClientRect();
        return sign.left > block.right - 2";
    ensure!(page.holds(sign).await?, "the sign is in the wrong margin");
    saved(&page).await
}

/// A text in a language with words the engine could take for English ones is not read as English.
async fn an_unknown_language_opens_for_work_by_hand(page: Page) -> Result<()> {
    page.open().await?;
    let text = "Die Brücke bleibt gesperrt\n\nDer Ingenieur sagte am Montag, dass die Brücke gesperrt bleibt, bis jeder Träger geprüft ist. \
        Das ist nicht neu, und die Stadt hat es auch schon gesagt.\n\nWir haben die Stadt gefragt, aber sie wollte sich nicht äußern.";
    paste(&page, text, "").await?;
    article_has(&page, "bis jeder Träger geprüft ist").await?;
    let says = "return document.querySelector('.facts').textContent.includes('German, which the engine does not know')";
    page.until("it says that the engine does not know it", async || {
        page.holds(says).await
    })
    .await?;
    ensure!(page.marks().await?.is_empty(), "it is marked all the same");
    open_tab(&page, "Claims").await?;
    // Notes are taken as ever; said to be English, it is read.
    page.press(&['d']).await?;
    let field = page.css("#details-language").await?;
    page.script(
        "document.querySelector('#details-language').value = ''; return null",
        Value::Null,
    )
    .await?;
    field.type_text("en").await?;
    page.the("dialog", "Article details")
        .await?
        .the("button", "Save")
        .await?
        .click()
        .await?;
    page.until("it is read", async || {
        page.holds("return document.querySelectorAll('ul.facts li').length > 1")
            .await
    })
    .await
}

mod chosen {
    use super::*;
    in_both_browsers!(the_interface_is_german_when_chosen);
}
mod rightward {
    use super::*;
    in_both_browsers!(an_article_from_right_to_left_reads_right);
}
mod unknown {
    use super::*;
    in_both_browsers!(an_unknown_language_opens_for_work_by_hand);
}

#[test]
fn the_browsers_language_in_chromium() -> Result<(), Failure> {
    run(
        Browser::Chromium,
        &Setup::default(),
        the_browsers_language_is_spoken_at_first,
    )
}
