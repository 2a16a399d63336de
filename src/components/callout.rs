//! What a first visit is told, right under the passages it speaks of. It stands in the text's own flow
//! and so covers nothing.

use gloo::timers::callback::Timeout;
use sourcelight_annotation::{FindingKind, Role};
use sourcelight_state::{Action, Callout, Command, Detail, Finding, Kept, State};
use yew::prelude::*;

use crate::{app::Desk, browser::page, commands, lang::t};

/// A callout, the words it speaks of, and the block it stands under.
pub(crate) type Placed = (usize, Callout, String);

/// Where the callouts stand that are to be shown: each under another block, where there is one.
pub(crate) fn placed(state: &State) -> Vec<Placed> {
    let settings = &state.settings;
    let Some(kept) = state.article.as_ref().filter(|_| settings.loaded) else {
        return Vec::new();
    };
    let has_via = |finding: &Finding| match finding.detail {
        Detail::Attribution(index) => state
            .analysis()
            .and_then(|a| a.attributions.get(index))
            .is_some_and(|a| !a.via.is_empty()),
        _ => false,
    };
    let fits = |callout: Callout, finding: &Finding| match callout {
        Callout::WhoSays => finding.role(Role::Source).next().is_some(),
        Callout::HowItGotHere => has_via(finding) && finding.role(Role::Source).next().is_some(),
        Callout::NobodyNamed | Callout::OpenYourOwn => finding.kind == FindingKind::Unsourced,
    };
    let mut taken: Vec<usize> = Vec::new();
    let mut all = Vec::new();
    for callout in Callout::ALL {
        let suited = || {
            let findings = state
                .findings
                .iter()
                .filter(|f| !f.extended && fits(callout, f));
            findings.filter_map(|f| Some((block_of(kept, f)?, f)))
        };
        // In the order of the text, so that one leads on to the next.
        let fresh = |(block, _): &(usize, &Finding)| taken.iter().all(|before| before < block);
        let place = suited().find(fresh).or_else(|| suited().next());
        let place = match (place, callout) {
            // The last speaks of no passage: it stands where the others ended.
            (_, Callout::OpenYourOwn) => Some((taken.last().copied().unwrap_or(0), String::new())),
            (Some((block, finding)), _) => Some((block, words(finding, &kept.article.text))),
            (None, _) => None,
        };
        if let Some((block, words)) = place {
            taken.push(block);
            if settings.shows(callout) {
                all.push((block, callout, words));
            }
        }
    }
    all
}

/// The block of the story that a finding begins in.
fn block_of(kept: &Kept, finding: &Finding) -> Option<usize> {
    let start = finding.start();
    let mut blocks = kept.article.blocks.iter();
    blocks.position(|b| b.kind.is_story() && b.span.start <= start && start < b.span.end)
}

fn words(finding: &Finding, text: &str) -> String {
    let source = finding.role(Role::Source).next();
    source.map(|s| s.of(text).to_owned()).unwrap_or_default()
}

/// What is shown, and what it speaks of.
#[derive(PartialEq, Properties)]
pub(crate) struct CalloutViewProps {
    /// Which.
    pub(crate) callout: Callout,
    /// The words it speaks of.
    pub(crate) words: String,
}

/// One callout.
#[component]
pub(crate) fn CalloutView(props: &CalloutViewProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let callout = props.callout;
    let words = props.words.clone();
    let (title, says) = match callout {
        Callout::WhoSays => (
            t!("callout-who-says"),
            t!("callout-who-says-text", words = words),
        ),
        Callout::HowItGotHere => (
            t!("callout-how-it-got-here"),
            t!("callout-how-it-got-here-text", words = words),
        ),
        Callout::NobodyNamed => (t!("callout-nobody-named"), t!("callout-nobody-named-text")),
        Callout::OpenYourOwn => (
            t!("callout-open-your-own"),
            t!("callout-open-your-own-text"),
        ),
    };
    let read = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::CalloutRead(callout));
            // The keyboard goes on to the next one, or back to the text.
            let mut settings = desk.state().settings.clone();
            settings.callouts_read.insert(callout);
            let next = Callout::ALL.into_iter().find(|c| settings.shows(*c));
            let next = next.map_or_else(|| "article".to_owned(), button);
            // It may be drawn only now.
            Timeout::new(0, move || {
                page::focus(&next);
                if next != "article" {
                    page::keep_in_view(&next);
                }
            })
            .forget();
        })
    };
    let open = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::CalloutRead(callout));
            commands::run(&desk, Command::Open);
        })
    };
    html! {
        <div class="callout" role="note" aria-label={title.clone()}>
            <p><b>{ title.clone() }</b>{ " " }{ says }</p>
            <div class="row">
                if callout == Callout::OpenYourOwn {
                    <button class="primary" onclick={open}>{ t!("open-an-article") }</button>
                }
                <button id={button(callout)} onclick={read} aria-label={t!("dismiss-callout", name = title)}>
                    { t!("dismiss") }
                </button>
            </div>
        </div>
    }
}

fn button(callout: Callout) -> String {
    format!("callout-{}", callout.word())
}
