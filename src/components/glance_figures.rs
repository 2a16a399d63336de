//! Whose words the article carries, and what covers its text from start to end: two drawings, each
//! also a table. Shape first, colour second, so that both read in print.

use sourcelight_analysis::CoverageState;
use sourcelight_state::{Glance, Run, WHOLE};
use yew::prelude::*;

use super::figure::Figure;
use crate::lang::{label, t};

/// What is drawn, and how wide.
#[derive(PartialEq, Properties)]
pub(crate) struct GlanceFigureProps {
    /// The article at a glance.
    pub(crate) glance: Glance,
    /// How wide, in CSS pixels.
    pub(crate) width: u32,
}

/// How much of the width the names take.
const NAMES: u32 = 132;
const NUMBERS: u32 = 52;
const ROW: u32 = 24;

/// A bar for each kind of voice.
#[component]
pub(crate) fn VoicesChart(props: &GlanceFigureProps) -> Html {
    let kinds = &props.glance.kinds;
    let room = props.width.saturating_sub(NAMES + NUMBERS).max(40);
    let height = ROW * u32::try_from(kinds.len()).unwrap_or(1);
    let rows = kinds.iter().zip((0..).step_by(ROW as usize)).map(|(kind, y): (_, u32)| {
        let bar = (room * u32::from(kind.share) / 100).max(1);
        let class = format!("bar by-{}", kind.source_type.word().replace('_', "-"));
        html! {
            <g key={kind.source_type.word()}>
                <text x="0" y={(y + 16).to_string()}>{ label("source-type", kind.source_type.word()) }</text>
                <rect {class} x={NAMES.to_string()} y={(y + 5).to_string()} width={bar.to_string()} height="14" rx="2" />
                <text class="figure-number" x={props.width.to_string()} y={(y + 16).to_string()} text-anchor="end">
                    { t!("per-cent", share = kind.share) }
                </text>
            </g>
        }
    });
    let table = html! {
        <table class="twin">
            <thead><tr>
                <th scope="col">{ t!("column-kind") }</th>
                <th scope="col">{ t!("column-voices") }</th>
                <th scope="col">{ t!("column-passages") }</th>
                <th scope="col">{ t!("column-share") }</th>
            </tr></thead>
            <tbody>
                { for kinds.iter().map(|kind| html! {
                    <tr key={kind.source_type.word()}>
                        <th scope="row">{ label("source-type", kind.source_type.word()) }</th>
                        <td class="number">{ kind.voices }</td>
                        <td class="number">{ kind.passages }</td>
                        <td class="number">{ t!("per-cent", share = kind.share) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    };
    html! {
        <Figure id="voices" title={t!("voices-by-words")} {table}>
            <svg class="chart" role="img" aria-label={t!("voices-by-words")} viewBox={format!("0 0 {} {height}", props.width)}>
                { for rows }
            </svg>
        </Figure>
    }
}

/// The text as one bar from its start to its end.
#[component]
pub(crate) fn CoverageBar(props: &GlanceFigureProps) -> Html {
    let (width, glance) = (props.width, &props.glance);
    let legend = glance
        .coverage
        .iter()
        .zip((0..).step_by(20))
        .map(|(share, y): (_, u32)| {
            let says = t!(
                "covers-share",
                state = label("coverage", share.state.word()),
                share = share.share
            );
            html! {
                <g key={share.state.word()}>
                    { stretch(share.state, 0, 18, y + 42, 12) }
                    <text x="26" y={(y + 53).to_string()}>{ says }</text>
                </g>
            }
        });
    let height = 44 + 20 * u32::try_from(glance.coverage.len()).unwrap_or(4);
    let table = html! {
        <table class="twin">
            <thead><tr>
                <th scope="col">{ t!("column-coverage") }</th>
                <th scope="col">{ t!("column-sentences") }</th>
                <th scope="col">{ t!("column-share") }</th>
            </tr></thead>
            <tbody>
                { for glance.coverage.iter().map(|share| html! {
                    <tr key={share.state.word()}>
                        <th scope="row">{ label("coverage", share.state.word()) }</th>
                        <td class="number">{ share.sentences }</td>
                        <td class="number">{ t!("per-cent", share = share.share) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    };
    html! {
        <Figure id="coverage" title={t!("what-covers-the-text")} {table}>
            <svg class="chart" role="img" aria-label={t!("what-covers-the-text")} viewBox={format!("0 0 {width} {height}")}>
                { for glance.runs.iter().map(|run| part(run, width)) }
                { for legend }
            </svg>
        </Figure>
    }
}

fn part(run: &Run, width: u32) -> Html {
    let at = |place: u32| place * width / WHOLE;
    stretch(run.state, at(run.start), at(run.end), 2, 26)
}

/// A stretch of text: full where it is sourced, half where only a blanket covers it, empty where
/// nothing does.
fn stretch(state: CoverageState, start: u32, end: u32, y: u32, height: u32) -> Html {
    let class = format!("run {}", state.word().replace('_', "-"));
    let (y, height) = match state {
        CoverageState::Blanket => (y + height / 2, height - height / 2),
        CoverageState::InSentence | CoverageState::Continuation | CoverageState::None => {
            (y, height)
        }
    };
    let width = end.saturating_sub(start).max(1);
    html! {
        <rect
            {class} x={start.to_string()} y={y.to_string()}
            width={width.to_string()} height={height.to_string()}
        />
    }
}
