//! One item of the audit, with what can be done about it.

use sourcelight_annotation::AuditVerdict;
use sourcelight_state::{Action, AuditItem, Command, DraftPlace, Outcome};
use sourcelight_text::Span;
use yew::prelude::*;

use super::{audit_words, notes};
use crate::{
    app::Desk,
    browser::{clock, ids, page},
    commands,
    lang::{label, t},
};

/// So many passages are shown, and so many characters of each after the first.
const PASSAGES: usize = 3;
const SHOWN: usize = 120;

/// Which item.
#[derive(PartialEq, Properties)]
pub(crate) struct AuditItemProps {
    /// The item.
    pub(crate) item: AuditItem,
    /// The notes on its passage.
    pub(crate) notes: Vec<String>,
}

/// One item.
#[component]
pub(crate) fn AuditItemView(props: &AuditItemProps) -> Html {
    let Some(desk) = use_context::<Desk>() else {
        return Html::default();
    };
    let (state, item) = (desk.state(), &props.item);
    let text = state.article.as_ref().map_or("", |kept| &kept.article.text);
    let in_focus = state.focus.as_ref() == Some(&item.id);
    let own = item.at.first().copied();
    let class = classes!(
        "item",
        "audit-item",
        in_focus.then_some("in-focus"),
        (item.outcome == Outcome::Stands).then_some("confirmed"),
        (item.outcome == Outcome::Dismissed).then_some("rejected"),
    );
    let drafts = state.note_drafts().into_iter();
    let drafts = drafts.filter(|d| own.is_some_and(|own| d.place == DraftPlace::Note(own)));
    let forms: Vec<Html> = drafts
        .map(|draft| notes::unfinished(&desk, draft, text))
        .collect();
    html! {
        <li {class} data-id={item.id.clone()} id={format!("item-{}", item.id)} aria-current={in_focus.then_some("true")}>
            <div class="who">
                <span class={classes!("outcome", sign(item))} aria-hidden="true" />
                <span>{ audit_words::what(state, item).unwrap_or_else(|| label("audit", item.kind.word())) }</span>
                <small>{ outcome(item) }</small>
            </div>
            { for item.at.iter().take(PASSAGES).enumerate().map(|(index, span)| passage(&desk, item, index, *span, text)) }
            if item.at.len() > PASSAGES {
                <p class="quiet more-passages">{ t!("audit-more", count = item.at.len() - PASSAGES) }</p>
            }
            <p class="why">{ audit_words::why(state, item) }</p>
            { for props.notes.iter().map(|note| html! { <p class="note-words" dir="auto">{ note.clone() }</p> }) }
            if let Some(question) = &item.question {
                <p class="asked" dir="auto"><b>{ t!("audit-asked") }</b>{ " " }{ question.clone() }</p>
            }
            { for forms }
            { buttons(&desk, item) }
        </li>
    }
}

fn passage(desk: &Desk, item: &AuditItem, index: usize, span: Span, text: &str) -> Html {
    let words = span.of(text);
    let focus = {
        let (desk, id) = (desk.clone(), item.id.clone());
        Callback::from(move |_: MouseEvent| {
            desk.act(Action::FocusMoved(Some(id.clone())));
            page::scroll_to_place(span.start);
        })
    };
    let mut shown: String = words.to_owned();
    if index > 0 && words.chars().count() > SHOWN {
        shown = words.chars().take(SHOWN).collect();
        shown = format!("{}…", shown.trim_end());
    }
    let id = (index == 0).then(|| format!("passage-{}", item.id));
    html! {
        <blockquote dir="auto" key={index} class={(index > 0).then_some("further")}>
            <button class="passage" {id} onclick={focus}>{ shown }</button>
        </blockquote>
    }
}

fn buttons(desk: &Desk, item: &AuditItem) -> Html {
    let judge = |verdict: AuditVerdict, stands: bool| {
        let (desk, item) = (desk.clone(), item.clone());
        Callback::from(move |_: MouseEvent| decide(&desk, &item, verdict, stands))
    };
    let stands = item.outcome == Outcome::Stands;
    let dismissed = item.outcome == Outcome::Dismissed;
    let write = {
        let (desk, item) = (desk.clone(), item.clone());
        Callback::from(move |_: MouseEvent| note(&desk, &item))
    };
    let asks = {
        let (desk, item) = (desk.clone(), item.clone());
        Callback::from(move |_: MouseEvent| ask(&desk, &item))
    };
    let key = |command| commands::aria_key(desk, command);
    html! {
        <div class="row">
            <button
                aria-pressed={stands.to_string()} aria-keyshortcuts={key(Command::Accept)}
                onclick={judge(AuditVerdict::Stands, stands)}
            >{ t!("accept") }</button>
            <button
                aria-pressed={dismissed.to_string()} aria-keyshortcuts={key(Command::Reject)}
                onclick={judge(AuditVerdict::Dismissed, dismissed)}
            >{ t!("audit-dismiss") }</button>
            <button onclick={write} aria-keyshortcuts={key(Command::Note)}>{ t!("note") }</button>
            <button
                aria-pressed={item.question.is_some().to_string()} aria-keyshortcuts={key(Command::AskDesk)}
                onclick={asks}
            >{ t!("audit-ask") }</button>
        </div>
    }
}

/// Decides on an item, or takes that back where it `stands`.
pub(crate) fn decide(desk: &Desk, item: &AuditItem, verdict: AuditVerdict, stands: bool) {
    desk.act(Action::ItemJudged {
        item: item.id.clone(),
        verdict: (!stands).then_some(verdict),
        id: ids::new_id(),
        at: clock::now(),
    });
}

/// Opens the form for a note on an item.
pub(crate) fn note(desk: &Desk, item: &AuditItem) {
    desk.act(Action::FocusMoved(Some(item.id.clone())));
    if let Some(span) = item.at.first() {
        notes::start(desk, *span);
    }
}

/// Asks the desk about an item, or takes that back.
pub(crate) fn ask(desk: &Desk, item: &AuditItem) {
    let question = match &item.question {
        Some(_) => None,
        None => Some(audit_words::question(desk.state(), item)),
    };
    desk.said.set(if question.is_some() {
        t!("audit-asked-said")
    } else {
        t!("audit-unasked-said")
    });
    desk.act(Action::DeskAsked {
        item: item.id.clone(),
        question,
        id: ids::new_id(),
        at: clock::now(),
    });
}

/// The sign of what became of an item.
const fn sign(item: &AuditItem) -> &'static str {
    match (item.outcome, item.question.is_some()) {
        (Outcome::Stands, _) => "stands",
        (Outcome::Dismissed, _) => "dismissed",
        (Outcome::Open, true) => "asked-desk",
        (Outcome::Open, false) => "open",
    }
}

/// The same in words.
fn outcome(item: &AuditItem) -> String {
    match sign(item) {
        "stands" => t!("audit-stands"),
        "dismissed" => t!("audit-dismissed"),
        "asked-desk" => t!("audit-with-desk"),
        _ => t!("audit-open"),
    }
}
