//! What stands behind the article on paper: what it is and where it was found, then the lists that the
//! numbers in the text lead to. It is drawn only while the page is printed.

use std::rc::Rc;

use sourcelight_annotation::Role;
use sourcelight_state::{Detail, Finding, Paper, State};
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::{address, clock},
    lang::{self, label, t},
};

/// What is listed.
#[derive(PartialEq, Properties)]
pub(crate) struct PaperListsProps {
    /// The numbers and what they lead to.
    pub(crate) paper: Rc<Paper>,
}

/// The lists.
#[component]
pub(crate) fn PaperLists(props: &PaperListsProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let (state, paper) = (desk.state(), &props.paper);
    html! {
        <section class="paper" aria-label={t!("paper")}>
            { about(state) }
            { voices(state, paper) }
            { claims(state, paper) }
            { points(state, paper) }
            { notes(state, paper) }
        </section>
    }
}

/// Where the article was found, its dates, and what marked it.
fn about(state: &State) -> Html {
    let Some(kept) = &state.article else {
        return Html::default();
    };
    let metadata = &kept.article.metadata;
    let say = |date: &str| clock::say_date(date, lang::current().tag());
    let today = clock::now();
    let lines = [
        (t!("details-title"), metadata.title.clone()),
        (t!("details-byline"), metadata.byline.clone()),
        (t!("details-outlet"), metadata.outlet.clone()),
        (
            t!("details-published"),
            metadata.published.as_deref().map(say),
        ),
        (t!("details-url"), metadata.url.clone()),
        (t!("paper-opened"), Some(say(&kept.opened))),
        (t!("paper-printed"), Some(say(&today))),
        (
            t!("paper-made-with"),
            Some(format!(
                "{} {}, {}",
                t!("app-name"),
                env!("CARGO_PKG_VERSION"),
                address::own_address()
            )),
        ),
    ];
    let lines = lines
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)));
    html! {
        <>
            <h2>{ t!("paper") }</h2>
            <dl>
                { for lines.map(|(name, value)| html! {
                    <div key={name.clone()}><dt>{ name }</dt><dd dir="auto">{ value }</dd></div>
                }) }
            </dl>
            <p>{ t!("paper-numbers") }</p>
        </>
    }
}

/// A list as a table, where there is anything to list.
fn table(title: String, columns: &[String], rows: Vec<Vec<Html>>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <table>
            <caption>{ title }</caption>
            <thead><tr>
                <th scope="col">{ t!("paper-number") }</th>
                { for columns.iter().map(|name| html! { <th scope="col">{ name }</th> }) }
            </tr></thead>
            <tbody>
                { for rows.into_iter().map(|mut cells| {
                    let number = if cells.is_empty() { Html::default() } else { cells.remove(0) };
                    html! { <tr><th scope="row">{ number }</th>{ for cells.into_iter().map(|cell| html! { <td dir="auto">{ cell }</td> }) }</tr> }
                }) }
            </tbody>
        </table>
    }
}

fn voices(state: &State, paper: &Paper) -> Html {
    let total = state.voices.iter().map(|v| v.bytes).sum::<usize>();
    let numbered = paper.voices.iter().enumerate();
    let rows = numbered.filter_map(|(place, &index)| {
        let voice = state.voices.get(index)?;
        let channels: Vec<String> = voice
            .channels
            .iter()
            .map(|c| label("channel", c.word()))
            .collect();
        let way: Vec<&str> = voice
            .via
            .iter()
            .filter_map(|(at, _)| Some(&*state.voices.get(*at)?.name))
            .collect();
        Some(vec![
            html! { place + 1 },
            html! { voice.name.clone() },
            html! { label("source-type", voice.source_type.word()) },
            html! { channels.join(", ") },
            html! { way.join(" → ") },
            html! { t!("per-cent", share = voice.share(total)) },
        ])
    });
    let columns = [
        t!("filter-naming"),
        t!("column-kind"),
        t!("voice-channel"),
        t!("voice-via"),
        t!("column-share"),
    ];
    table(t!("tab-sources"), &columns, rows.collect())
}

fn claims(state: &State, paper: &Paper) -> Html {
    let rows = findings(state, &paper.unsourced).map(|(place, finding)| {
        let covered = match finding.detail {
            Detail::Unsourced(index) => state.analysis().and_then(|a| a.unsourced.get(index)),
            _ => None,
        };
        vec![
            html! { format!("U{place}") },
            html! { words(state, finding, Role::Claim) },
            html! { label("claim", &finding.label) },
            html! { covered.map(|claim| label("coverage", claim.coverage.word())).unwrap_or_default() },
        ]
    });
    let columns = [t!("paper-claim"), t!("filter-kind"), t!("column-coverage")];
    table(t!("paper-claims"), &columns, rows.collect())
}

fn points(state: &State, paper: &Paper) -> Html {
    let rows = findings(state, &paper.contested).map(|(place, finding)| {
        let found = match finding.detail {
            Detail::Controversy(index) => state.analysis().and_then(|a| a.controversies.get(index)),
            _ => None,
        };
        let topic = found.and_then(|point| point.name.clone()).unwrap_or_else(|| label("topic", &finding.label));
        vec![
            html! { format!("C{place}") },
            html! { words(state, finding, Role::Point) },
            html! { topic },
            html! { <span lang="en">{ found.map(|point| point.why.clone()).unwrap_or_default() }</span> },
        ]
    });
    let columns = [t!("paper-point"), t!("filter-topic"), t!("paper-why")];
    table(t!("paper-points"), &columns, rows.collect())
}

fn notes(state: &State, paper: &Paper) -> Html {
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let numbered = paper.notes.iter().enumerate();
    let rows = numbered.filter_map(|(place, id)| {
        let note = state.annotations.get(id)?.note()?;
        Some(vec![
            html! { format!("N{}", place + 1) },
            html! { note.span.of(text).to_owned() },
            html! { note.text.clone() },
        ])
    });
    let columns = [t!("paper-passage"), t!("note")];
    table(t!("tab-notes"), &columns, rows.collect())
}

/// The findings with these ids, each with its number.
fn findings<'s>(state: &'s State, ids: &'s [String]) -> impl Iterator<Item = (usize, &'s Finding)> {
    let numbered = ids.iter().enumerate();
    numbered.filter_map(|(place, id)| Some((place + 1, state.finding(id)?)))
}

fn words(state: &State, finding: &Finding, role: Role) -> String {
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let spans = finding.role(role).map(|span| span.of(text));
    spans.collect::<Vec<_>>().join(" … ")
}
