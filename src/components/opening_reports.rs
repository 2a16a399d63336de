//! How an opening goes, what came of it, and where to drop things.

use opener::Said;
use yew::prelude::*;

use crate::{
    app::{Desk, Dialog},
    lang::{said, t},
    opening::{Busy, Report, Stage, Step},
};

/// How an opening goes and what came of it.
#[component]
pub(crate) fn OpeningReports() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let opening = &desk.opening;
    html! {
        <>
            <div class="busy" role="status">
                if let Some(busy) = &opening.busy { { progress(&desk, busy) } }
            </div>
            <div class="notices" role="alert">
                { for opening.reports.iter().enumerate().map(|(index, report)| entry(&desk, index, report)) }
            </div>
            if opening.dropping {
                <div class="drop-here" aria-hidden="true"><p>{ t!("drop-here") }</p></div>
            }
        </>
    }
}

fn progress(desk: &Desk, busy: &Busy) -> Html {
    let stop = desk.stop.reform(|_: MouseEvent| ());
    let named = !busy.name.is_empty();
    let says = match busy.stage {
        Stage::Fetching => t!("fetching", name = busy.name.clone()),
        Stage::Reading if named => t!("reading-file", name = busy.name.clone()),
        Stage::Reading => t!("reading-page"),
    };
    let (place, count) = busy.place;
    html! {
        <>
            <p>
                { says }
                if count > 1 { { " " }{ t!("place-of", place = place, count = count) } }
            </p>
            if count > 1 {
                <progress value={(place - 1).to_string()} max={count.to_string()} aria-label={t!("progress")} />
            } else {
                <progress aria-label={t!("progress")} />
            }
            <button onclick={stop}>{ t!("stop") }</button>
        </>
    }
}

fn entry(desk: &Desk, index: usize, report: &Report) -> Html {
    let dismiss = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.step(Step::Dismissed(index)))
    };
    let show = |dialog: Dialog| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.step(Step::Dismissed(index));
            desk.dialog.set(Some(dialog));
        })
    };
    let says: Vec<String> = report.said.iter().map(|s: &Said| said(s)).collect();
    html! {
        <div class={classes!("notice", report.failed.then_some("failure"))} key={format!("{index}-{}", report.about)}>
            <p>
                if !report.about.is_empty() { <b dir="auto">{ &report.about }</b>{ ": " } }
                { says.join(" ") }
            </p>
            if report.other_ways {
                <button onclick={show(Dialog::Bookmarklet)}>{ t!("to-bookmarklet") }</button>
                <button onclick={show(Dialog::Open)}>{ t!("to-open") }</button>
            }
            <button onclick={dismiss}>{ t!("dismiss") }</button>
        </div>
    }
}
