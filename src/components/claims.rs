//! The Claims tab: attributions and claims without a source, in text order.

use sourcelight_analysis::{Analysis, Attribution, CoverageState, SourceType};
use sourcelight_annotation::{FindingKind, Role};
use sourcelight_state::{Detail, Finding, State};
use yew::prelude::*;

use super::{
    item::{Item, sureness},
    item_list::{Drawing, ItemList},
    source_icon::SourceIcon,
};
use crate::lang::{label, t};

/// The Claims tab.
#[component]
pub(crate) fn Claims() -> Html {
    html! {
        <ItemList contested={false} item={Drawing(claim)} none={t!("no-claims")} />
    }
}

/// One claim or attribution by itself.
pub(crate) fn one(state: &State, finding: &Finding) -> Html {
    claim(state, finding)
}

fn claim(state: &State, finding: &Finding) -> Html {
    let analysis = state.analysis();
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let key = finding.id.clone();
    match finding.kind {
        FindingKind::Unsourced => html! {
            <Item {key} finding={finding.clone()} title={unsourced_title(&finding.label)}>
                { unsourced_details(analysis, finding) }
            </Item>
        },
        FindingKind::Attribution | FindingKind::Controversy => {
            let found = match finding.detail {
                Detail::Attribution(index) => analysis.and_then(|a| a.attributions.get(index)),
                Detail::Unsourced(_) | Detail::Controversy(_) | Detail::Kept => None,
            };
            html! {
                <Item {key} finding={finding.clone()} title={who(analysis, found, finding, text)}>
                    if let Some(found) = found { { attribution_details(analysis, found, text) } }
                </Item>
            }
        }
    }
}

fn who(
    analysis: Option<&Analysis>,
    found: Option<&Attribution>,
    finding: &Finding,
    text: &str,
) -> Html {
    let said = finding
        .role(Role::Source)
        .next()
        .map(|s| s.of(text).to_owned());
    let entity = found
        .and_then(|a| a.entity)
        .and_then(|index| analysis.and_then(|a| a.entities.get(index)))
        .map(|entity| entity.name.clone());
    let name = entity.or(said).unwrap_or_else(|| t!("nobody"));
    let kind = found.map(|a| a.source_type).or_else(|| {
        SourceType::ALL
            .iter()
            .copied()
            .find(|kind| kind.word() == finding.label)
    });
    let kind = kind.unwrap_or(SourceType::Unstated);
    html! {
        <>
            <SourceIcon source_type={kind} />
            <span>{ name }</span>
            <small>{ label("source-type", kind.word()) }</small>
        </>
    }
}

fn attribution_details(analysis: Option<&Analysis>, found: &Attribution, text: &str) -> Html {
    let cue: Vec<&str> = found.cue.iter().map(|s| s.of(text)).collect();
    let via: Vec<String> = found
        .via
        .iter()
        .filter_map(|link| {
            let name = &analysis?.entities.get(link.entity)?.name;
            Some(t!(
                "carrier",
                name = name.clone(),
                basis = label("basis", link.basis.word())
            ))
        })
        .collect();
    let anonymity = found.anonymity.map(|anonymity| {
        if anonymity.reason_given {
            t!("unnamed-with-reason")
        } else {
            t!("unnamed-without-reason")
        }
    });
    html! {
        <div class="why">
            <p>
                { t!("cue-and-quote",
                    cue = cue.join(" … "),
                    quote = label("quote", found.quote.word()),
                    class = label("class", found.class.word())) }
                if let Some(anonymity) = anonymity { { " · " }{ anonymity } }
            </p>
            if !via.is_empty() { <p>{ t!("via", carriers = via.join(" → ")) }</p> }
            <p>{ t!("because", why = found.why.clone(), sureness = sureness(found.confidence)) }</p>
        </div>
    }
}

fn unsourced_title(claim_kind: &str) -> Html {
    html! {
        <>
            <span class="question-mark" aria-hidden="true">{ "?" }</span>
            <span>{ t!("without-source") }</span>
            <small>{ label("claim", claim_kind) }</small>
        </>
    }
}

fn unsourced_details(analysis: Option<&Analysis>, finding: &Finding) -> Html {
    let Detail::Unsourced(index) = finding.detail else {
        return Html::default();
    };
    let Some(found) = analysis.and_then(|a| a.unsourced.get(index)) else {
        return Html::default();
    };
    let covered = found.coverage == CoverageState::Blanket;
    html! {
        <div class="why">
            if covered { <p>{ t!("only-under-blanket") }</p> }
            <p lang="en">{ found.why.clone() }</p>
        </div>
    }
}
