//! A passage copied with its source, and how the open article is named where it is spoken of elsewhere.

use sourcelight_article::BlockKind;
use sourcelight_state::{Copied, State, credit, with_source};
use sourcelight_text::Span;
use wasm_bindgen_futures::spawn_local;

use crate::{
    app::Desk,
    browser::{clock, files},
    lang::{self, t},
};

/// Title, outlet and date of the open article as one line, and its address.
pub(crate) fn named(state: &State) -> (String, Option<String>) {
    let Some(kept) = &state.article else {
        return (String::new(), None);
    };
    let article = &kept.article;
    let data = &article.metadata;
    let headline = article
        .blocks
        .iter()
        .find(|b| b.kind == BlockKind::Headline)
        .map(|b| b.span.of(&article.text).to_owned());
    let title = data.title.clone().or(headline);
    let date = data.published.as_deref();
    let known = [
        title.map(|title| t!("copied-title", title = title.trim().to_owned())),
        data.outlet.clone(),
        date.map(|date| clock::say_date(date, lang::current().tag())),
    ];
    let known: Vec<String> = known.into_iter().flatten().collect();
    (known.join(", "), data.url.clone())
}

/// A passage of the open article with who said it and where it stands.
fn copied(state: &State, span: Span) -> Copied {
    let text = state.article.as_ref().map_or("", |a| &a.article.text);
    let passage = span.of(text).trim().to_owned();
    let credit = credit(state, span);
    let voices = credit.voices.join("; ");
    let said = match (credit.voices.is_empty(), credit.via.is_empty()) {
        (true, _) => t!("copied-by-nobody"),
        (false, true) => t!("copied-by", voices = voices),
        (false, false) => t!(
            "copied-via",
            voices = voices,
            carriers = credit.via.join(" → ")
        ),
    };
    let (work, url) = named(state);
    let passage = t!("copied-passage", passage = passage);
    with_source(&passage, &said, &work, url.as_deref())
}

/// Puts a passage with its source on the clipboard and says so.
pub(crate) fn copy_with_source(desk: &Desk, span: Span) {
    let copied = copied(desk.state(), span);
    let desk = desk.clone();
    spawn_local(async move {
        let words = if files::copy_both(&copied.plain, &copied.html).await {
            t!("copied-with-source")
        } else {
            t!("export-not-copied")
        };
        desk.said.set(words);
    });
}
