//! The sample article opens lit.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use sourcelight_e2e::Page;

async fn the_sample_opens_lit(page: Page) -> Result<()> {
    page.open().await?;

    let marks = page.marks().await?;
    for kind in ["source", "cue", "content", "unsourced", "controversy"] {
        let ids: BTreeSet<_> = marks
            .iter()
            .filter(|mark| mark.is(kind))
            .flat_map(|mark| &mark.ids)
            .collect();
        ensure!(!ids.is_empty(), "nothing is marked as {kind}");
    }
    for mark in &marks {
        ensure!(!mark.ids.is_empty(), "belongs to no finding: {mark:?}");
        ensure!(
            mark.origin == "machine" && mark.status == "suggested",
            "untouched, yet: {mark:?}"
        );
    }
    let topics: BTreeSet<_> = marks
        .iter()
        .filter(|mark| mark.is("controversy"))
        .map(|mark| &*mark.topic)
        .collect();
    for topic in ["treaty_status", "civilian_risk"] {
        ensure!(topics.contains(topic), "the topics are {topics:?}");
    }

    headings_and_blocks(&page).await?;
    nothing_is_marked_from_read_also_on(&page).await?;
    ensure!(
        page.holds("return !document.querySelector('[style]')")
            .await?,
        "a style attribute"
    );
    Ok(())
}

async fn headings_and_blocks(page: &Page) -> Result<()> {
    let first = async |selector: &str| {
        let script = "const found = document.querySelector(arguments[0]); return found && found.textContent.trim()";
        let text = page.script(script, selector.into()).await?;
        text.as_str()
            .map(str::to_owned)
            .with_context(|| format!("no {selector} in the article"))
    };
    let headline = first("main article h1").await?;
    ensure!(
        headline.contains("Biden Approves Supply"),
        "the headline: {headline}"
    );
    let subhead = first("main article h2").await?;
    ensure!(
        subhead.contains("Urgent Assistance to Ukraine"),
        "the first subhead: {subhead}"
    );
    let opening = "return Array.from(document.querySelectorAll('main article p'))
        .some((paragraph) => paragraph.textContent.includes('U.S. President Joe Biden has sanctioned'))";
    ensure!(page.holds(opening).await?, "the standfirst is no paragraph");
    Ok(())
}

async fn nothing_is_marked_from_read_also_on(page: &Page) -> Result<()> {
    let script = "
        const article = document.querySelector('main article');
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        let label = null;
        while (walker.nextNode()) if (walker.currentNode.data.trim() === 'Read also') label = walker.currentNode;
        if (!label) return 'there is no “Read also”';
        const after = (mark) => label.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
        const marked = Array.from(article.querySelectorAll('[data-mark]')).filter(after);
        return marked.map((mark) => mark.textContent).join(' | ')";
    let marked = page.script(script, Value::Null).await?;
    ensure!(marked == "", "in the boilerplate: {marked}");
    Ok(())
}

in_both_browsers!(the_sample_opens_lit);
