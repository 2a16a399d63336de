//! What every block of the article is, to correct: the way for the keyboard, and for the whole text at
//! once.

use std::rc::Rc;

use sourcelight_article::BlockKind;
use sourcelight_state::{Action, Kept};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::{
    app::Desk,
    lang::{label, t},
};

/// The kinds in the order they are offered, with the end of their message's id.
pub(crate) const KINDS: [(BlockKind, &str); 10] = [
    (BlockKind::Paragraph, "paragraph"),
    (BlockKind::Headline, "headline"),
    (BlockKind::Byline, "byline"),
    (BlockKind::Standfirst, "standfirst"),
    (BlockKind::Subhead, "subhead"),
    (BlockKind::Quote, "quote"),
    (BlockKind::ListItem, "list-item"),
    (BlockKind::Caption, "caption"),
    (BlockKind::Table, "table"),
    (BlockKind::Boilerplate, "boilerplate"),
];

/// How many characters of a block are shown.
const SHOWN: usize = 60;

/// The article.
#[derive(PartialEq, Properties)]
pub(crate) struct BlockKindsProps {
    /// It.
    pub(crate) kept: Rc<Kept>,
}

/// Every block and what it is.
#[component]
pub(crate) fn BlockKinds(props: &BlockKindsProps) -> Html {
    let shown = use_state(|| false);
    let on_toggle = {
        let shown = shown.clone();
        // Hundreds of lists are drawn only where somebody looks at them.
        Callback::from(move |_: Event| shown.set(true))
    };
    let article = &props.kept.article;
    html! {
        <details class="block-kinds" ontoggle={on_toggle}>
            <summary>{ t!("blocks", count = article.blocks.len()) }</summary>
            if *shown {
                <p class="quiet">{ t!("blocks-hint") }</p>
                <ol class="shelf">
                    { for article.blocks.iter().enumerate().map(|(index, block)| {
                        let words: String = block.span.of(&article.text).chars().take(SHOWN).collect();
                        html! {
                            <li key={index}>
                                <span dir="auto">{ words.clone() }</span>
                                <BlockKindList kind={Some(block.kind)} blocks={vec![index]} name={words} />
                            </li>
                        }
                    }) }
                </ol>
            }
        </details>
    }
}

/// Some blocks and what they are.
#[derive(PartialEq, Properties)]
pub(crate) struct BlockKindListProps {
    /// What they are; none where they differ.
    pub(crate) kind: Option<BlockKind>,
    /// Their places in the article.
    pub(crate) blocks: Vec<usize>,
    /// What they are called.
    pub(crate) name: String,
}

/// A list from which to choose what some blocks are.
#[component]
pub(crate) fn BlockKindList(props: &BlockKindListProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let on_change = {
        let blocks = props.blocks.clone();
        Callback::from(move |event: Event| {
            let chosen = event
                .target_dyn_into::<HtmlSelectElement>()
                .and_then(|list| KINDS.iter().find(|(_, word)| *word == list.value()));
            if let Some((kind, _)) = chosen {
                desk.act(Action::BlocksCorrected {
                    blocks: blocks.clone(),
                    kind: *kind,
                });
            }
        })
    };
    html! {
        <select onchange={on_change} aria-label={t!("block-kind", name = props.name.clone())}>
            if props.kind.is_none() { <option value="" selected=true>{ t!("blocks-differ") }</option> }
            { for KINDS.iter().map(|(kind, word)| html! {
                <option key={*word} value={*word} selected={props.kind == Some(*kind)}>
                    { label("block-kind", word) }
                </option>
            }) }
        </select>
    }
}
