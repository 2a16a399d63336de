//! What two articles on one story have and have not in common, as tables of two columns; on a phone each
//! row's cells stand one after the other.

use std::rc::Rc;

use sourcelight_article::BlockKind;
use sourcelight_state::{FigurePair, Kept, SharedPassage, StoryComparison, StoryVoice};
use sourcelight_text::Span;
use yew::prelude::*;

use super::source_icon::SourceIcon;
use crate::{
    app::Desk,
    browser::page,
    lang::{label, t},
};

/// So many passages of a voice are shown, and so many characters of each.
const PASSAGES: usize = 3;
const SHOWN: usize = 180;

/// The comparison and its two articles.
#[derive(PartialEq, Properties)]
pub(crate) struct StoriesTablesProps {
    /// What was found.
    pub(crate) compared: Rc<StoryComparison>,
    /// The open article.
    pub(crate) here: Rc<Kept>,
    /// The other.
    pub(crate) there: Rc<Kept>,
}

/// The tables.
#[component]
pub(crate) fn StoriesTables(props: &StoriesTablesProps) -> Html {
    let desk = use_context::<Desk>();
    // From a passage of the open article into its text.
    let go = Callback::from(move |span: Span| {
        if let Some(desk) = &desk {
            desk.dialog.set(None);
            page::scroll_to_place(span.start);
        }
    });
    let (here, there) = (&props.here.article.text, &props.there.article.text);
    let titles = [title(&props.here), title(&props.there)];
    let voices = &props.compared.voices;
    let both = voices
        .iter()
        .filter(|v| !v.here.is_empty() && !v.there.is_empty());
    let shared = &props.compared.shared;
    let words: usize = shared.iter().map(|passage| passage.words).sum();
    html! {
        <div class="stories">
            { table(t!("stories-voices", count = voices.len(), both = both.count()), &titles, t!("stories-no-voices"),
                voices.iter().map(|v| voice(v, here, there, &titles, &go)).collect()) }
            { table(t!("stories-figures", count = props.compared.figures.len()), &titles, t!("stories-no-figures"),
                props.compared.figures.iter().map(|f| figure(f, here, there, &titles, &go)).collect()) }
            { table(t!("stories-shared", count = shared.len(), words = words), &titles, t!("stories-no-shared"),
                shared.iter().map(|p| passage(p, here, there, &titles, &go)).collect()) }
            if !shared.is_empty() { <p class="quiet">{ t!("stories-shared-hint") }</p> }
        </div>
    }
}

fn title(kept: &Kept) -> String {
    let data = &kept.article.metadata;
    let blocks = kept.article.blocks.iter();
    let mut headline = blocks.filter(|b| b.kind == BlockKind::Headline);
    let headline = headline
        .next()
        .map(|b| b.span.of(&kept.article.text).to_owned());
    let title = data.title.clone().or(headline).unwrap_or_default();
    match &data.outlet {
        Some(outlet) => format!("{outlet}: {title}"),
        None => title,
    }
}

fn table(name: String, titles: &[String; 2], none: String, rows: Vec<Html>) -> Html {
    html! {
        <section>
            <h3>{ name.clone() }</h3>
            if rows.is_empty() {
                <p class="empty">{ none }</p>
            } else {
                <table aria-label={name}>
                    <thead><tr>
                        <th scope="col">{ t!("stories-what") }</th>
                        <th scope="col" dir="auto">{ titles[0].clone() }</th>
                        <th scope="col" dir="auto">{ titles[1].clone() }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }
        </section>
    }
}

/// A cell of one article; on a phone it says whose it is.
fn cell(title: &str, content: Html) -> Html {
    html! { <td data-title={title.to_owned()} dir="auto">{ content }</td> }
}

fn voice(
    v: &StoryVoice,
    here: &str,
    there: &str,
    titles: &[String; 2],
    go: &Callback<Span>,
) -> Html {
    let side = |spans: &[Span], text: &str, go: Option<&Callback<Span>>| {
        if spans.is_empty() {
            return html! { <span class="quiet">{ t!("stories-silent") }</span> };
        }
        html! {
            <>
                { for spans.iter().take(PASSAGES).map(|span| quote(*span, text, go)) }
                if spans.len() > PASSAGES { <small class="quiet">{ t!("audit-more", count = spans.len() - PASSAGES) }</small> }
            </>
        }
    };
    html! {
        <tr>
            <th scope="row">
                <SourceIcon source_type={v.source_type} />{ " " }{ v.name.clone() }
                <small>{ label("source-type", v.source_type.word()) }</small>
            </th>
            { cell(&titles[0], side(&v.here, here, Some(go))) }
            { cell(&titles[1], side(&v.there, there, None)) }
        </tr>
    }
}

fn figure(
    f: &FigurePair,
    here: &str,
    there: &str,
    titles: &[String; 2],
    go: &Callback<Span>,
) -> Html {
    let side = |figure: &sourcelight_state::Figure, text: &str, go: Option<&Callback<Span>>| {
        html! { <><b class="figure-said">{ figure.span.of(text).to_owned() }</b>{ quote(figure.sentence, text, go) }</> }
    };
    html! {
        <tr>
            <th scope="row">{ f.what.clone() }</th>
            { cell(&titles[0], side(&f.here, here, Some(go))) }
            { cell(&titles[1], side(&f.there, there, None)) }
        </tr>
    }
}

fn passage(
    p: &SharedPassage,
    here: &str,
    there: &str,
    titles: &[String; 2],
    go: &Callback<Span>,
) -> Html {
    html! {
        <tr>
            <th scope="row">{ t!("stories-words", count = p.words) }</th>
            { cell(&titles[0], quote(p.here, here, Some(go))) }
            { cell(&titles[1], quote(p.there, there, None)) }
        </tr>
    }
}

fn quote(span: Span, text: &str, go: Option<&Callback<Span>>) -> Html {
    let mut words: String = span.of(text).chars().take(SHOWN).collect();
    if words.len() < span.len() {
        words = format!("{}…", words.trim_end());
    }
    match go {
        Some(go) => {
            let jump = go.reform(move |_: MouseEvent| span);
            html! { <p key={span.start}><button class="passage" onclick={jump}>{ words }</button></p> }
        }
        None => html! { <p key={span.start}>{ words }</p> },
    }
}
