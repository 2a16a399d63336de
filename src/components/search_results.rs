//! What a search found: voices, tags, notes, and the words in the text.

use std::rc::Rc;

use sourcelight_annotation::FindingKind;
use sourcelight_state::{Action, Finding, Hit, HitPlace, search};
use yew::prelude::*;

use crate::{
    app::Desk,
    browser::{
        highlight::{self, Lit},
        page,
    },
    lang::{label, t},
};

/// The results of the search that is under way.
#[component]
pub(crate) fn SearchResults() -> Html {
    let desk = use_context::<Desk>();
    let key = desk.as_ref().map(|desk| {
        let state = desk.state();
        let what = (state.query.clone(), state.extended_shown);
        (
            what,
            state.findings.clone(),
            state.voices.clone(),
            state.annotations.clone(),
        )
    });
    let hits = {
        let desk = desk.clone();
        use_memo(key, move |_| {
            desk.map_or_else(Vec::new, |d| search(d.state(), &d.state().query, tag))
        })
    };
    use_effect_with(hits.clone(), |hits: &Rc<Vec<Hit>>| {
        let in_text = |hit: &Hit| match hit.place {
            HitPlace::Text(span, _) => Some(span),
            HitPlace::Voice(_) | HitPlace::Tag(_) | HitPlace::Note(_) => None,
        };
        highlight::show(
            Lit::Found,
            &hits.iter().filter_map(in_text).collect::<Vec<_>>(),
        );
        || highlight::show(Lit::Found, &[])
    });
    let Some(desk) = desk else {
        return Html::default();
    };
    html! {
        <div class="tab-panel" role="region" aria-label={t!("search-results")}>
            <p class="quiet" aria-live="polite">
                if hits.is_empty() {
                    { t!("no-hits", words = desk.state().query.clone()) }
                } else {
                    { t!("hits", count = hits.len()) }
                }
            </p>
            <ol class="hits">{ for hits.iter().enumerate().map(|(index, hit)| line(&desk, index, hit)) }</ol>
        </div>
    }
}

fn line(desk: &Desk, index: usize, hit: &Hit) -> Html {
    let kind = match hit.place {
        HitPlace::Text(..) => t!("hit-text"),
        HitPlace::Voice(_) => t!("hit-voice"),
        HitPlace::Tag(_) => t!("hit-tag"),
        HitPlace::Note(_) => t!("hit-note"),
    };
    let go = {
        let (desk, place) = (desk.clone(), hit.place.clone());
        Callback::from(move |_: MouseEvent| match &place {
            HitPlace::Text(_, block) => page::scroll_to(&format!("block-{block}")),
            HitPlace::Voice(id) | HitPlace::Tag(id) | HitPlace::Note(id) => {
                desk.act(Action::FocusMoved(Some(id.clone())));
            }
        })
    };
    let on_key = Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowDown" => format!("hit-{}", index + 1),
            "ArrowUp" if index == 0 => "search-field".to_owned(),
            "ArrowUp" => format!("hit-{}", index - 1),
            _ => return,
        };
        event.prevent_default();
        page::focus(&to);
        page::keep_in_view(&to);
    });
    html! {
        <li key={index}>
            <button class="hit" id={format!("hit-{index}")} dir="auto" onclick={go} onkeydown={on_key}>
                <small>{ kind }</small>
                <span>{ hit.before.clone() }<mark>{ hit.words.clone() }</mark>{ hit.after.clone() }</span>
            </button>
        </li>
    }
}

/// What a finding is tagged: its topic, its kind of claim, its kind of voice.
fn tag(finding: &Finding) -> String {
    let group = match finding.kind {
        FindingKind::Attribution => "source-type",
        FindingKind::Unsourced => "claim",
        FindingKind::Controversy => "topic",
    };
    label(group, &finding.label)
}
