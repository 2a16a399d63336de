//! One block of the article, cut into segments that each carry their marks.

use std::rc::Rc;

use sourcelight_article::BlockKind;
use sourcelight_state::{Kept, Mark, MarkKind, Segment, segments};
use yew::prelude::*;

use crate::lang::label;

/// What a block is drawn from.
#[derive(PartialEq, Properties)]
pub(crate) struct BlockViewProps {
    /// The article.
    pub(crate) kept: Rc<Kept>,
    /// Which of its blocks.
    pub(crate) index: usize,
    /// The block's marks.
    pub(crate) marks: Rc<Vec<Mark>>,
    /// The findings and notes that are lit, of those in this block.
    pub(crate) lit: Vec<AttrValue>,
    /// The numbers that stand in it on paper, each with the byte of the text it stands behind.
    #[prop_or_default]
    pub(crate) numbers: Vec<(usize, String)>,
    /// Called with the id of a mark that was clicked.
    pub(crate) on_pick: Callback<AttrValue>,
}

/// One block.
#[component]
pub(crate) fn BlockView(props: &BlockViewProps) -> Html {
    let Some(block) = props.kept.article.blocks.get(props.index) else {
        return Html::default();
    };
    let pieces = segments(block.span, &props.marks)
        .into_iter()
        .flat_map(|s| std::iter::once(piece(props, &s)).chain(number(props, &s)));
    let content = html! { <>{ margin(props) }{ for pieces }</> };
    let blanket = props.marks.iter().any(|m| m.kind == MarkKind::Blanket);
    let class = |own: &'static str| classes!("block", own, blanket.then_some("under-blanket"));
    let id = format!("block-{}", props.index);
    match block.kind {
        BlockKind::Headline => {
            html! { <h1 {id} dir="auto" class={class("headline")}>{ content }</h1> }
        }
        BlockKind::Subhead => {
            html! { <h2 {id} dir="auto" class={class("subhead")}>{ content }</h2> }
        }
        BlockKind::ListItem => {
            html! { <li {id} dir="auto" class={class("list-item")}>{ content }</li> }
        }
        BlockKind::Quote => html! {
            <blockquote {id} dir="auto" class={class("quote")}>{ content }</blockquote>
        },
        BlockKind::Byline => html! { <p {id} dir="auto" class={class("byline")}>{ content }</p> },
        BlockKind::Standfirst => {
            html! { <p {id} dir="auto" class={class("standfirst")}>{ content }</p> }
        }
        BlockKind::Caption => html! { <p {id} dir="auto" class={class("caption")}>{ content }</p> },
        BlockKind::Table => html! { <p {id} dir="auto" class={class("table")}>{ content }</p> },
        BlockKind::Boilerplate => {
            html! { <p {id} dir="auto" class={class("aside")}>{ content }</p> }
        }
        BlockKind::Paragraph => {
            html! { <p {id} dir="auto" class={class("paragraph")}>{ content }</p> }
        }
    }
}

/// The flags and question marks beside the block. The side panel says the same to screen readers.
fn margin(props: &BlockViewProps) -> Html {
    let mut topics: Vec<(&str, &Mark)> = Vec::new();
    for mark in props
        .marks
        .iter()
        .filter(|m| m.kind == MarkKind::Controversy)
    {
        if !topics.iter().any(|(topic, _)| *topic == &*mark.label) {
            topics.push((&mark.label, mark));
        }
    }
    let unsourced = props.marks.iter().find(|m| m.kind == MarkKind::Unsourced);
    let pick = |mark: &Mark| {
        let (on_pick, id) = (props.on_pick.clone(), AttrValue::from(mark.id.clone()));
        Callback::from(move |_: MouseEvent| on_pick.emit(id.clone()))
    };
    html! {
        <span key="margin" class="margin" aria-hidden="true">
            if !topics.is_empty() {
                <span class="flags">
                    { for topics.iter().map(|(topic, mark)| html! {
                        <span class="flag" key={topic.to_string()} onclick={pick(mark)}>
                            { label("topic", topic) }
                        </span>
                    }) }
                </span>
            }
            if let Some(mark) = unsourced {
                <span class="question" onclick={pick(mark)}>{ "?" }</span>
            }
        </span>
    }
}

/// The number that stands behind a segment on paper.
fn number(props: &BlockViewProps, segment: &Segment) -> Option<Html> {
    let mut numbers = props.numbers.iter();
    let (at, number) = numbers.find(|(at, _)| *at == segment.span.end)?;
    Some(html! {
        <sup key={format!("number-{at}")} class="paper-number">{ number.clone() }</sup>
    })
}

/// One segment: a run of text under the same marks.
fn piece(props: &BlockViewProps, segment: &Segment) -> Html {
    let text = segment.span.of(&props.kept.article.text).to_owned();
    let start = segment.span.start.to_string();
    let marks: Vec<&Mark> = segment
        .marks
        .iter()
        .filter_map(|&i| props.marks.get(i))
        .collect();
    if marks.is_empty() {
        return html! { <span key={start.clone()} data-start={start}>{ text }</span> };
    }
    let words = |word: fn(&Mark) -> &str| {
        let mut seen: Vec<&str> = Vec::new();
        for mark in &marks {
            let word = word(mark);
            if !word.is_empty() && !seen.contains(&word) {
                seen.push(word);
            }
        }
        seen.join(" ")
    };
    // The innermost mark is the one a click means; a blanket is nobody's finding.
    let picked = marks
        .iter()
        .filter(|m| m.kind != MarkKind::Blanket)
        .min_by_key(|m| (m.kind != MarkKind::Note, m.span.len()));
    let onclick = picked.map(|mark| {
        let (on_pick, id) = (props.on_pick.clone(), AttrValue::from(mark.id.clone()));
        Callback::from(move |_: MouseEvent| on_pick.emit(id.clone()))
    });
    let topics = words(|m| {
        if m.kind == MarkKind::Controversy {
            &m.label
        } else {
            ""
        }
    });
    html! {
        <span
            key={start.clone()}
            class={looks(&marks, segment, &props.lit)}
            data-start={start}
            data-mark={words(|m| m.kind.word())}
            data-ids={words(|m| &m.id)}
            data-origin={words(|m| match (m.imported, m.human) {
                (true, _) => "imported",
                (false, true) => "human",
                (false, false) => "machine",
            })}
            data-status={words(|m| match (m.edited, m.confirmed) {
                (true, _) => "edited",
                (false, true) => "accepted",
                (false, false) => "suggested",
            })}
            data-topic={(!topics.is_empty()).then_some(topics)}
            {onclick}
        >{ text }</span>
    }
}

/// The classes that give a segment its look: what it is, where its marks begin, what is in focus.
fn looks(marks: &[&Mark], segment: &Segment, lit: &[AttrValue]) -> Classes {
    let mut looks = classes!("mark");
    for mark in marks {
        looks.push(mark.kind.word());
        let begins = mark.span.start == segment.span.start;
        match mark.kind {
            MarkKind::Source => {
                looks.push(format!("by-{}", mark.label.replace('_', "-")));
                if begins {
                    looks.push("source-begins");
                }
            }
            MarkKind::Content if begins => {
                looks.push(if mark.direct {
                    "direct-begins"
                } else {
                    "content-begins"
                });
            }
            MarkKind::Note if mark.span.end == segment.span.end => looks.push("note-ends"),
            _ => {}
        }
        if mark.imported {
            looks.push("imported");
        }
        if mark.confirmed {
            looks.push("confirmed");
        }
        if lit.iter().any(|id| **id == *mark.id) {
            looks.push("in-focus");
        }
    }
    looks
}
