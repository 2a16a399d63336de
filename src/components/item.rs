//! One finding in the side panel, with what can be done about it.

use sourcelight_annotation::{Role, Verdict};
use sourcelight_state::{Action, Command, Finding, Status};
use sourcelight_text::Span;
use yew::prelude::*;

use super::{by_hand::Edit, selection_bar::start_note};
use crate::{
    app::Desk,
    browser::{clock, ids},
    commands, copying,
    lang::t,
};

/// One finding and what is told of it.
#[derive(PartialEq, Properties)]
pub(crate) struct ItemProps {
    /// The finding.
    pub(crate) finding: Finding,
    /// Its first line: who, or what.
    pub(crate) title: Html,
    /// What is told under its words.
    pub(crate) children: Html,
}

/// One finding.
#[component]
pub(crate) fn Item(props: &ItemProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let finding = &props.finding;
    let state = desk.state();
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let in_focus = state.focus.as_deref() == Some(&finding.id);
    let focus = {
        let (desk, id) = (desk.clone(), finding.id.clone());
        Callback::from(move |_: MouseEvent| desk.act(Action::FocusMoved(Some(id.clone()))))
    };
    let class = classes!(
        "item",
        in_focus.then_some("in-focus"),
        finding.status.is_confirmed().then_some("confirmed"),
        (finding.status == Status::Rejected).then_some("rejected"),
    );
    html! {
        <li {class} data-id={finding.id.clone()} id={format!("item-{}", finding.id)}>
            <div class="who">{ props.title.clone() }</div>
            <blockquote dir="auto"><button class="passage" id={format!("passage-{}", finding.id)} onclick={focus}>
                { words(finding, text) }
            </button></blockquote>
            { props.children.clone() }
            <Verdicts finding={finding.clone()} />
            <Edit finding={finding.clone()} />
        </li>
    }
}

/// What was said, or the claim, or the contested passage.
fn words(finding: &Finding, text: &str) -> String {
    let pick = |role| {
        finding
            .role(role)
            .map(|s| s.of(text))
            .collect::<Vec<_>>()
            .join(" … ")
    };
    [Role::Content, Role::Claim, Role::Point, Role::Cue]
        .into_iter()
        .map(pick)
        .find(|words| !words.is_empty())
        .unwrap_or_default()
}

#[derive(PartialEq, Properties)]
struct VerdictsProps {
    finding: Finding,
}

/// Accept, reject, note. A pressed button takes its verdict back.
#[component]
fn Verdicts(props: &VerdictsProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let status = props.finding.status;
    let judge = |verdict: Verdict, stands: bool| {
        let (desk, finding) = (desk.clone(), props.finding.id.clone());
        Callback::from(move |_: MouseEvent| desk.act(judged(&finding, verdict, stands)))
    };
    let (accepted, rejected) = (status == Status::Accepted, status == Status::Rejected);
    let note = {
        let (desk, finding) = (desk.clone(), props.finding.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(span) = finding.extent() {
                start_note(&desk, span);
            }
        })
    };
    let copy = {
        let (desk, finding) = (desk.clone(), props.finding.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(span) = passage(&finding) {
                copying::copy_with_source(&desk, span);
            }
        })
    };
    let key = |command| commands::aria_key(&desk, command);
    html! {
        <div class="row">
            <button
                aria-pressed={accepted.to_string()} aria-keyshortcuts={key(Command::Accept)}
                onclick={judge(Verdict::Accepted, accepted)}
            >{ t!("accept") }</button>
            <button
                aria-pressed={rejected.to_string()} aria-keyshortcuts={key(Command::Reject)}
                onclick={judge(Verdict::Rejected, rejected)}
            >{ t!("reject") }</button>
            <button aria-keyshortcuts={key(Command::Note)} onclick={note}>{ t!("note") }</button>
            <button aria-keyshortcuts={key(Command::CopySource)} onclick={copy}>{ t!("copy-with-source") }</button>
        </div>
    }
}

/// The words that a finding is about, from the first to the last of them.
pub(crate) fn passage(finding: &Finding) -> Option<Span> {
    let main = [Role::Content, Role::Claim, Role::Point];
    let own = main.into_iter().flat_map(|role| finding.role(role));
    own.reduce(Span::cover).or_else(|| finding.extent())
}

/// The action for a verdict, or for taking it back where it `stands`.
pub(crate) fn judged(finding: &str, verdict: Verdict, stands: bool) -> Action {
    let (finding, at) = (finding.to_owned(), clock::now());
    if stands {
        Action::JudgementCleared { finding, at }
    } else {
        Action::FindingJudged {
            finding,
            verdict,
            id: ids::new_id(),
            at,
        }
    }
}

/// How sure the engine is, in words.
pub(crate) fn sureness(confidence: f32) -> String {
    match confidence {
        sure if sure >= 0.85 => t!("sure"),
        fair if fair >= 0.6 => t!("fairly-sure"),
        _ => t!("unsure"),
    }
}
