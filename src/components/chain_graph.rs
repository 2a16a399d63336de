//! How the story reached this page: a small graph from this page outwards. A link that the article
//! states is a solid line, one inherited from a blanket sentence dashed, an implied one dotted.

use std::{collections::BTreeSet, rc::Rc};

use sourcelight_analysis::ViaBasis;
use sourcelight_state::{Action, ChainNode, Drawing, State, Voice, chain, lay_out, names_to};
use yew::prelude::*;

use super::{figure::Figure, source_icon::SourceIcon};
use crate::{
    app::{Desk, Dialog},
    lang::{label, t},
};

/// How much a line of the legend takes.
const LEGEND: u32 = 19;

/// How it is drawn.
#[derive(PartialEq, Properties)]
pub(crate) struct ChainGraphProps {
    /// Names it in the page.
    pub(crate) id: &'static str,
    /// About how wide, in CSS pixels.
    pub(crate) width: u32,
    /// How many voices that lead no farther are shown at each node before they are folded.
    pub(crate) most: usize,
}

/// The tree, what its nodes are called, and where they stand.
type Drawn = (Vec<ChainNode>, Vec<String>, Drawing);

/// The graph, with its table.
#[component]
pub(crate) fn ChainGraph(props: &ChainGraphProps) -> Html {
    let desk = use_context::<Desk>();
    let (width, most) = (props.width, props.most);
    let key = desk.as_ref().map(|desk| {
        let state = desk.state();
        (state.voices.clone(), state.findings.clone(), width, most)
    });
    let drawn = {
        let desk = desk.clone();
        use_memo(key, move |_| {
            desk.map_or_else(Drawn::default, |desk| draw(desk.state(), width, most))
        })
    };
    let Some(desk) = desk else {
        return Html::default();
    };
    let (tree, labels, drawing) = &*drawn;
    let shown: BTreeSet<ViaBasis> = drawing.wires.iter().map(|wire| wire.basis).collect();
    let legend = u32::try_from(shown.len()).unwrap_or(0) * LEGEND;
    let size = (drawing.width.max(160), drawing.height + legend);
    html! {
        <Figure id={props.id} title={t!("how-it-got-here")} table={table(tree, labels, &desk.state().voices)}>
            <svg
                class="chain" role="group" aria-label={t!("how-it-got-here")}
                viewBox={format!("0 0 {} {}", size.0, size.1)} width={size.0.to_string()} height={size.1.to_string()}
            >
                { for drawing.wires.iter().map(|wire| html! {
                    <path key={format!("wire-{}", wire.to)} class={format!("wire {}", wire.basis.word())} d={path(&wire.corners)} />
                }) }
                { for (0..tree.len()).map(|node| node_view(&desk, &drawn, node)) }
                { for shown.iter().zip((drawing.height..).step_by(LEGEND as usize)).map(|(basis, y)| html! {
                    <g class="legend-of-wires" key={basis.word()}>
                        <path class={format!("wire {}", basis.word())} d={format!("M2 {0}L32 {0}", y + 14)} />
                        <text x="40" y={(y + 18).to_string()}>{ label("basis", basis.word()) }</text>
                    </g>
                }) }
            </svg>
        </Figure>
    }
}

fn draw(state: &State, width: u32, most: usize) -> Drawn {
    let tree = chain(state, most);
    let labels: Vec<String> = tree
        .iter()
        .map(|node| called(node, &state.voices))
        .collect();
    let drawing = lay_out(&tree, &labels, width);
    (tree, labels, drawing)
}

fn called(node: &ChainNode, voices: &[Voice]) -> String {
    match &*node.voices {
        [] => t!("this-page"),
        [one] => voices.get(*one).map(|v| v.name.clone()).unwrap_or_default(),
        many => t!("more-voices", count = many.len()),
    }
}

fn path(corners: &[(u32, u32)]) -> String {
    let mut path = String::new();
    for (x, y) in corners {
        let go = if path.is_empty() { 'M' } else { 'L' };
        path.push_str(&format!("{go}{x} {y}"));
    }
    path
}

fn node_view(desk: &Desk, drawn: &Rc<Drawn>, at: usize) -> Html {
    let (tree, labels, drawing) = &**drawn;
    let (Some(node), Some(place)) = (tree.get(at), drawing.boxes.get(at)) else {
        return Html::default();
    };
    let voice = match &*node.voices {
        [one] => desk.state().voices.get(*one),
        _ => None,
    };
    let (left, top) = (place.x + 8, place.y + place.height / 2 - 7);
    let words = if voice.is_some() {
        place.x + 27
    } else {
        place.x + 10
    };
    let first = place.y + 19;
    let inside = html! {
        <>
            <rect
                x={place.x.to_string()} y={place.y.to_string()} rx="8"
                width={place.width.to_string()} height={place.height.to_string()}
            />
            if let Some(voice) = voice {
                <g transform={format!("translate({left} {top})")}>
                    <SourceIcon source_type={voice.source_type} />
                </g>
            }
            { for place.lines.iter().zip((first..).step_by(16)).map(|(line, y)| html! {
                <text x={words.to_string()} y={y.to_string()}>{ line.clone() }</text>
            }) }
        </>
    };
    if node.voices.is_empty() {
        return html! { <g class="node here" key={at}>{ inside }</g> };
    }
    let id = voice.map(|v| v.id.clone());
    let class = match voice {
        Some(voice) if !voice.is_named() => "node unnamed",
        Some(_) => "node",
        None => "node folded",
    };
    let says = t!(
        "chain-node",
        name = labels[at].clone(),
        basis = label("basis", node.basis.word()),
        count = node.passages
    );
    let choose = {
        let (desk, id) = (desk.clone(), id.clone());
        move || {
            if id.is_some() {
                desk.dialog.set(None);
                desk.act(Action::FocusMoved(id.clone()));
            } else {
                desk.dialog.set(Some(Dialog::Glance));
            }
        }
    };
    let press = {
        let choose = choose.clone();
        move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                choose();
            }
        }
    };
    let light = |id: Option<String>| {
        let desk = desk.clone();
        move || desk.act(Action::VoiceLit(id.clone()))
    };
    let (focus, enter) = (light(id.clone()), light(id));
    let (blur, leave) = (light(None), light(None));
    html! {
        <g
            key={at} {class} role="button" tabindex="0" aria-label={says}
            onclick={move |_: MouseEvent| choose()} onkeydown={press}
            onfocus={move |_: FocusEvent| focus()} onblur={move |_: FocusEvent| blur()}
            onmouseenter={move |_: MouseEvent| enter()} onmouseleave={move |_: MouseEvent| leave()}
        >{ inside }</g>
    }
}

/// Every way from this page to a voice that speaks.
fn table(tree: &[ChainNode], labels: &[String], voices: &[Voice]) -> Html {
    let ways = tree
        .iter()
        .enumerate()
        .filter(|(_, node)| node.passages > 0);
    html! {
        <table class="twin">
            <thead><tr>
                <th scope="col">{ t!("column-way") }</th>
                <th scope="col">{ t!("column-link") }</th>
                <th scope="col">{ t!("column-passages") }</th>
            </tr></thead>
            <tbody>
                { for ways.map(|(at, node)| {
                    let names = names_to(tree, at, |node| called(node, voices));
                    // The weakest link says how much of the way is known.
                    let mut basis = node.basis;
                    let mut up = node.parent;
                    while let Some(above) = up.and_then(|parent| tree.get(parent)) {
                        basis = basis.max(above.basis);
                        up = above.parent;
                    }
                    html! {
                        <tr key={at}>
                            <th scope="row" dir="auto" title={labels[at].clone()}>{ names.join(" → ") }</th>
                            <td>{ label("basis", basis.word()) }</td>
                            <td class="number">{ node.passages }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}
