//! The Sources tab: the voices of the article, what each carries, and how it reached the page.

use sourcelight_analysis::{Analysis, SourceType};
use sourcelight_annotation::FindingKind;
use sourcelight_state::{Action, Detail, Finding, Light, State, Status};
use yew::prelude::*;

use super::source_icon::SourceIcon;
use crate::{
    app::Desk,
    lang::{label, t},
};

/// How many characters of a passage are shown.
const SHOWN: usize = 90;

/// The Sources tab.
#[component]
pub(crate) fn Sources() -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let state = desk.state();
    let Some(analysis) = state.analysis() else {
        let waiting = state.light == Light::Waiting;
        let says = if waiting {
            t!("reading")
        } else {
            t!("no-voices")
        };
        return html! { <p class="empty">{ says }</p> };
    };
    if analysis.entities.is_empty() {
        return html! { <p class="empty">{ t!("no-voices") }</p> };
    }
    let voices: Vec<_> = (0..analysis.entities.len())
        .map(|e| carried(state, analysis, e))
        .collect();
    let total: usize = voices.iter().map(|(_, bytes)| bytes).sum();
    html! {
        <ol class="items">
            { for voices.iter().enumerate().map(|(e, carried)| card(&desk, analysis, e, carried, total)) }
        </ol>
    }
}

/// The findings a voice carries and how many bytes they hold.
fn carried<'s>(state: &'s State, analysis: &Analysis, entity: usize) -> (Vec<&'s Finding>, usize) {
    let mut bytes = 0;
    let findings = state
        .findings
        .iter()
        .filter(|f| f.kind == FindingKind::Attribution && f.status != Status::Rejected)
        .filter(|f| match f.detail {
            Detail::Attribution(index) => analysis.attributions.get(index).is_some_and(|a| {
                let own = a.entity == Some(entity);
                if own {
                    bytes += a.content.iter().map(|s| s.len()).sum::<usize>();
                }
                own
            }),
            Detail::Unsourced(_) | Detail::Controversy(_) | Detail::Kept => false,
        })
        .collect();
    (findings, bytes)
}

fn card(
    desk: &Desk,
    analysis: &Analysis,
    index: usize,
    (findings, bytes): &(Vec<&Finding>, usize),
    total: usize,
) -> Html {
    let state = desk.state();
    let Some(entity) = analysis.entities.get(index) else {
        return Html::default();
    };
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let share = (bytes * 100 + total / 2) / total.max(1);
    let same: Vec<&str> = entity
        .maybe_same
        .iter()
        .filter_map(|&other| analysis.entities.get(other))
        .map(|other| other.name.as_str())
        .collect();
    let first = findings.iter().find_map(|f| match f.detail {
        Detail::Attribution(a) => analysis.attributions.get(a),
        _ => None,
    });
    html! {
        <li class="item" key={index}>
            <div class="who">
                <SourceIcon source_type={entity.source_type} />
                <span>{ entity.name.clone() }</span>
                <small>{ label("source-type", entity.source_type.word()) }</small>
            </div>
            <div class="why">
                <p>{ t!("voice-carries", count = findings.len(), share = share) }</p>
                if is_unnamed(entity.source_type) {
                    <p>{ if first.and_then(|a| a.anonymity).is_some_and(|a| a.reason_given) {
                        t!("unnamed-with-reason")
                    } else {
                        t!("unnamed-without-reason")
                    } }</p>
                }
                if let Some(chain) = first.filter(|a| !a.via.is_empty()).map(|a| chain(analysis, a)) {
                    <p>{ t!("chain", links = chain) }</p>
                }
                if !same.is_empty() { <p>{ t!("maybe-same", names = same.join(" · ")) }</p> }
            </div>
            <ul class="passages">
                { for findings.iter().map(|f| passage(desk, f, text)) }
            </ul>
        </li>
    }
}

/// This page, the carriers, the voice.
fn chain(analysis: &Analysis, attribution: &sourcelight_analysis::Attribution) -> String {
    let speaker = attribution.entity.and_then(|e| analysis.entities.get(e));
    let carriers = attribution
        .via
        .iter()
        .filter_map(|l| analysis.entities.get(l.entity));
    let names = carriers.chain(speaker).map(|e| e.name.clone());
    std::iter::once(t!("this-page"))
        .chain(names)
        .collect::<Vec<_>>()
        .join(" → ")
}

fn is_unnamed(kind: SourceType) -> bool {
    matches!(
        kind,
        SourceType::UnnamedIndividual | SourceType::UnnamedGroup
    )
}

fn passage(desk: &Desk, finding: &Finding, text: &str) -> Html {
    let whole = finding.role(sourcelight_annotation::Role::Content).next();
    let words = whole
        .or_else(|| finding.parts.first().map(|p| p.span))
        .map_or("", |s| s.of(text));
    let short: String = words.chars().take(SHOWN).collect();
    let more = if short.len() < words.len() { "…" } else { "" };
    let jump = {
        let (desk, id) = (desk.clone(), finding.id.clone());
        Callback::from(move |_: MouseEvent| desk.act(Action::FocusMoved(Some(id.clone()))))
    };
    html! {
        <li key={finding.id.clone()}>
            <button class="passage" onclick={jump} dir="auto">{ short }{ more }</button>
        </li>
    }
}
