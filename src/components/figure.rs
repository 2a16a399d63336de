//! A drawing with its title, the same as a table, and the ways to take it along.

use yew::prelude::*;

use crate::{browser::figure, lang::t};

/// A drawing and what stands around it.
#[derive(PartialEq, Properties)]
pub(crate) struct FigureProps {
    /// Names it in the page and in the files made of it.
    pub(crate) id: &'static str,
    /// What it is called.
    pub(crate) title: AttrValue,
    /// The drawing: one SVG.
    pub(crate) children: Html,
    /// The same as a table.
    pub(crate) table: Html,
}

/// A drawing.
#[component]
pub(crate) fn Figure(props: &FigureProps) -> Html {
    let id = props.id;
    let name = format!("sourcelight-{id}");
    let svg = {
        let (name, title) = (name.clone(), props.title.clone());
        Callback::from(move |_: MouseEvent| figure::save_svg(id, &title, &name))
    };
    let png = {
        let title = props.title.clone();
        Callback::from(move |_: MouseEvent| figure::save_png(id, &title, &name))
    };
    html! {
        <figure class="figure">
            <figcaption>
                <h3>{ &props.title }</h3>
                <span class="figure-files">
                    <button onclick={svg} aria-label={t!("save-svg", name = props.title.to_string())}>{ "SVG" }</button>
                    <button onclick={png} aria-label={t!("save-png", name = props.title.to_string())}>{ "PNG" }</button>
                </span>
            </figcaption>
            <div class="drawing" id={format!("figure-{id}")}>{ props.children.clone() }</div>
            <details class="more">
                <summary>{ t!("as-a-table") }</summary>
                { props.table.clone() }
            </details>
        </figure>
    }
}
